"""The few pieces of WordprocessingML that pandoc has no word for, and the names both sides know."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from wp.publishing.word.outline import Entry

# Empty paragraphs with these styles mark places; `word_layout` turns them into breaks.
PAGE_BREAK = "wp-page-break"
WIDE_BEGINS = "wp-wide-begins"
WIDE_ENDS = "wp-wide-ends"

# Styles that both the tree's writer and `word_layout` name, as the reference file names them.
# Tables go by their style's id, paragraphs by its name.
MATRIX_TABLE = "TableMatrix"
FACTS_TABLE = "Facts"
CAPTIONED = "Captioned Figure"
CELL = "Table Text"
ROW_HEAD = "Table Row Head"
FACT_LABEL = "Fact Label"

# XML 1.0 has no way to write these characters (https://www.w3.org/TR/xml/#charsets).
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def style_id(name: str) -> str:
    """Return the id of a paragraph's style, which pandoc looks up by its name."""
    return name.replace(" ", "")


def mark(name: str) -> str:
    """Return the paragraph that marks a place."""
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr></w:p>'


def rule() -> str:
    """Return a line across the page, as a paragraph with a style of its own."""
    return '<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr></w:p>'


def contents(title: str, entries: Sequence[Entry], top: int, depth: int) -> str:
    """Return the table of contents: a field that Word updates, filled in with linked entries.

    Word alone knows the page numbers. The field is marked as out of date, so Word offers to fill
    them in when the document is opened for editing; until then the entries stand without.
    `title` is "" when a heading stands above already. The entries go from level `top`, `depth`
    levels down.
    """
    bottom = top + depth - 1
    instruction = f'TOC \\o "{top}-{bottom}" \\h \\z'
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    shown = [entry for entry in entries if entry.level <= bottom]
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr>'
        f"{'' if place else begin}{_entry(entry)}{end if place == len(shown) - 1 else ''}</w:p>"
        for place, entry in enumerate(shown)
    ]
    if not shown:
        lines = [f"<w:p>{begin}{end}</w:p>"]
    head = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{_run(title)}</w:p>' if title else ""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{head}{''.join(lines)}"
        "</w:sdtContent></w:sdt>"
    )


def note_again(bookmark: str, number: int) -> str:
    """Return a further reference to the footnote whose first one has this bookmark."""
    return (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        '<w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        f'<w:instrText xml:space="preserve"> NOTEREF {bookmark} \\f \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>{number}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def sequence(word: str, number: int) -> str:
    """Return the number of a caption, such as "Tabel 3. ", as Word's own captions have it.

    The field `SEQ` (ECMA-376-1, 17.16.5.56) counts by its name, and so can lists of tables.
    """
    name = re.sub(r"\W+", "_", word) or "Caption"
    return (
        f"{_run(f'{word} ')}"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> SEQ {name} \\* ARABIC </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{_run(str(number))}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f"{_run('. ')}"
    )


def _entry(entry: Entry) -> str:
    """Return a heading's line: its text and the field for its page, which nobody counted yet."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {entry.bookmark} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<w:hyperlink w:anchor={quoteattr(entry.bookmark)} w:history="1">'
        f"{_run(entry.text)}<w:r><w:tab/></w:r>{field}</w:hyperlink>"
    )


def _run(text: str) -> str:
    """Return text as a run; no character of it is markup."""
    return f'<w:r><w:t xml:space="preserve">{escape(_UNWRITABLE.sub("", text))}</w:t></w:r>'
