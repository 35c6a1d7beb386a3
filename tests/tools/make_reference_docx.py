"""Make `templates/reference.docx`, which gives every Word file its styles, page, header and footer.

    python tests/tools/make_reference_docx.py templates/reference.docx

The same pandoc, python-docx, Typst and fontTools (see `make_faces.py` for these two) give the same
bytes. There is no need to run this: the secretariat
may just as well open `reference.docx` in Word, change its styles, its margins, its header and
footer, and save it. Then this script has done its duty and may be deleted. Two things to know:

- A style keeps its name; `wp` asks for styles by name. "Table" is every table, "Table Matrix" one
  of crosses, "Facts" the panel at the head of a topic.
- The words that change from document to document stand in the header and footer as content controls
  (Developer > Controls). The tag says which word: title, subtitle, author, date, state, page or of.
  `[state]` in a control's text is the place of the word; a control without its word is left out.
"""

import io
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pypandoc
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from make_faces import word_face

from wp.colours import USUAL

ACCENT, TINT, RULE, INK, MUTED = (colour.removeprefix("#") for colour in USUAL.light[:5])
FACE, CODE_FACE = "Libertinus Serif", "Consolas"
# The face of the PDF, embedded so that nobody needs to have it.
EMBEDDED = (
    ("embedRegular", "regular"),
    ("embedBold", "bold"),
    ("embedItalic", "italic"),
    ("embedBoldItalic", "bold-italic"),
)
SIDE, TOP, BOTTOM = Mm(25), Mm(24), Mm(22)
TEXT_WIDTH = 9071  # twentieths of a point: A4 less both sides
BAND_HEIGHT = 132  # millimetres of colour at the top of the cover

ACCENT_COLOR = f'<w:color w:val="{ACCENT}" w:themeColor="accent1"/>'
MUTED_COLOR = f'<w:color w:val="{MUTED}"/>'


def spacing(before: float = 0, after: float = 0, line: float = 0) -> str:
    """Return the space around a paragraph in points and between its lines in lines."""
    lines = f' w:line="{round(line * 240)}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{lines}/>'


def size(points: float) -> str:
    """Return a size of type."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def indent(left: int, right: int = 0, hanging: int = 0) -> str:
    """Return indents in twentieths of a point."""
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def border(side: str, eighths: int, color: str = RULE, space: int = 1) -> str:
    """Return one border of a paragraph or table, its width in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{color}"/>'


def style(
    kind: str,
    name: str,
    *,
    based_on: str = "",
    following: str = "",
    paragraph: str = "",
    run: str = "",
    rest: str = "",
    default: bool = False,
) -> str:
    """Return one style. Word's own names are written as Word writes them."""
    style_id = name.title().replace(" ", "") if name[0].islower() else name.replace(" ", "")
    style_id = style_id.replace("Toc", "TOC")
    attributes = ' w:default="1"' if default else ""
    if name not in BUILT_IN and not name.lower().startswith(("heading", "toc")):
        attributes += ' w:customStyle="1"'
    parts = [f'<w:name w:val="{name}"/>']
    if based_on:
        parts.append(f'<w:basedOn w:val="{based_on}"/>')
    if following:
        parts.append(f'<w:next w:val="{following}"/>')
    parts.append("<w:qFormat/>")
    if paragraph:
        parts.append(f"<w:pPr>{paragraph}</w:pPr>")
    if run:
        parts.append(f"<w:rPr>{run}</w:rPr>")
    inside = "".join(parts) + rest
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{attributes}>{inside}</w:style>'


BUILT_IN = {
    "Normal", "Body Text", "Title", "Subtitle", "Date", "Block Text", "footnote text", "caption",
    "header", "footer", "Default Paragraph Font", "footnote reference", "Hyperlink",
    "Normal Table", "No List",
}  # fmt: skip


def paragraph_styles() -> Iterator[str]:
    """Yield the styles of paragraphs."""
    keep = "<w:keepNext/><w:keepLines/>"
    bold = "<w:b/><w:bCs/>"
    ink = f'<w:color w:val="{INK}"/>'
    yield style(
        "paragraph", "Normal", default=True,
        paragraph="<w:widowControl/>" + spacing(after=4), run=ink,
    )  # fmt: skip
    yield style("paragraph", "Body Text", based_on="Normal", paragraph=spacing(after=4))
    yield style("paragraph", "First Paragraph", based_on="BodyText", following="BodyText")
    yield style(
        "paragraph", "Compact", based_on="BodyText",
        paragraph=spacing(after=4) + "<w:contextualSpacing/>",
    )  # fmt: skip
    yield style(
        "paragraph", "Lead", based_on="BodyText", following="BodyText",
        paragraph=spacing(after=12, line=1.05), run=ACCENT_COLOR + size(13),
    )  # fmt: skip
    headings = [
        (24, 12, 12),
        (16, 18, 6),
        (13, 12, 4),
        (10, 7, 1),
        (10, 8, 2),
        (10, 6, 2),
    ]
    for level, (points, before, after) in enumerate(headings, 1):
        yield style(
            "paragraph", f"heading {level}", based_on="Normal", following="BodyText",
            paragraph=keep + "<w:suppressAutoHyphens/>" + spacing(before, after, 1.0)
            + f'<w:outlineLvl w:val="{level - 1}"/>',
            run=bold + ACCENT_COLOR + size(points),
        )  # fmt: skip
    # White on the band. The shade shows nothing there, but says what the ground of the text is to
    # whoever reads or judges the text without the band.
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/>'
    white = '<w:color w:val="FFFFFF"/>'
    yield style(
        "paragraph", "Cover State", based_on="Normal", following="Title",
        paragraph=keep + shade + "<w:suppressAutoHyphens/>" + spacing(0, 16, 1.0),
        run=bold + f'<w:caps/>{white}<w:spacing w:val="13"/>' + size(11),
    )  # fmt: skip
    yield style(
        "paragraph", "Title", based_on="Normal", following="Subtitle",
        paragraph="<w:keepLines/>" + shade + "<w:suppressAutoHyphens/>" + spacing(0, 94, 1.0),
        run=bold + white + size(34),
    )  # fmt: skip
    yield style(
        "paragraph", "Subtitle", based_on="Normal", following="CoverText",
        paragraph="<w:suppressAutoHyphens/>" + spacing(0, 10, 1.05), run=ACCENT_COLOR + size(15),
    )  # fmt: skip
    yield style(
        "paragraph", "Cover Text", based_on="Normal", paragraph=spacing(after=6), run=size(13)
    )
    yield style("paragraph", "Author", based_on="CoverText")
    yield style("paragraph", "Date", based_on="CoverText")
    yield style("paragraph", "Logo", based_on="Normal", paragraph=spacing(before=24, after=10))
    bar = 'w:left w:val="single" w:sz="{}" w:space="{}" w:color="{}"'
    yield style(
        "paragraph", "Notice", based_on="BodyText",
        paragraph=f"<w:keepLines/><w:pBdr><{bar.format(24, 10, ACCENT)}/></w:pBdr>"
        + spacing(after=7) + indent(260, 160),
    )  # fmt: skip
    yield style(
        "paragraph", "Block Text", based_on="BodyText",
        paragraph=f"<w:pBdr><{bar.format(12, 11, RULE)}/></w:pBdr>"
        + spacing(after=7) + indent(280, 280),
        run=MUTED_COLOR,
    )  # fmt: skip
    yield style(
        "paragraph", "Source Code", based_on="Normal",
        paragraph=f'<w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
        "<w:suppressAutoHyphens/>" + spacing(4, 9, 1.0) + indent(60, 60),
        run="<w:noProof/>",
    )  # fmt: skip
    yield style(
        "paragraph", "Rule", based_on="Normal",
        paragraph=f"<w:pBdr>{border('bottom', 6)}</w:pBdr>" + spacing(0, 12, 0.5),
    )  # fmt: skip
    yield style(
        "paragraph", "footnote text", based_on="Normal", paragraph=spacing(after=2, line=1.0),
        run=size(9),
    )  # fmt: skip
    yield style("paragraph", "Footnote Block Text", based_on="FootnoteText")
    yield style(
        "paragraph", "caption", based_on="Normal", paragraph=spacing(0, 6, 1.0),
        run=MUTED_COLOR + size(9),
    )  # fmt: skip
    yield style(
        "paragraph", "Table Caption", based_on="Caption", paragraph=keep + spacing(8, 4, 1.0)
    )
    yield style("paragraph", "Image Caption", based_on="Caption", paragraph=spacing(2, 12, 1.0))
    yield style("paragraph", "Figure", based_on="Normal", paragraph=spacing(8, 12, 1.0))
    yield style(
        "paragraph",
        "Captioned Figure",
        based_on="Figure",
        paragraph="<w:keepNext/>" + spacing(8, 4, 1.0),
    )
    yield style(
        "paragraph", "Table Text", based_on="Normal", paragraph=spacing(0, 0, 1.0), run=size(9)
    )
    yield style(
        "paragraph", "Table Head", based_on="TableText",
        paragraph="<w:keepNext/><w:suppressAutoHyphens/>", run=bold + ACCENT_COLOR,
    )  # fmt: skip
    yield style("paragraph", "Table Row Head", based_on="TableText", run=bold)
    yield style(
        "paragraph", "Fact Label", based_on="TableText",
        paragraph="<w:keepNext/><w:suppressAutoHyphens/>", run=bold + ACCENT_COLOR,
    )  # fmt: skip
    yield style(
        "paragraph", "TOC Heading", based_on="Normal", following="BodyText",
        paragraph=keep + spacing(12, 12, 1.0), run=bold + ACCENT_COLOR + size(24),
    )  # fmt: skip
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    right = 700
    yield style(
        "paragraph", "toc 1", based_on="Normal",
        paragraph="<w:keepNext/>" + tab + spacing(3, 0, 1.0) + indent(0, right),
        run=bold + ACCENT_COLOR + size(9),
    )  # fmt: skip
    for level in (2, 3, 4, 5, 6):
        yield style(
            "paragraph", f"toc {level}", based_on="Normal",
            paragraph=tab + spacing(0, 0, 1.0) + indent(260 * (level - 1), right),
            run=size(9),
        )  # fmt: skip
    yield style(
        "paragraph",
        "header",
        based_on="Normal",
        paragraph=spacing(0, 0, 1.0),
        run=MUTED_COLOR + size(9),
    )
    yield style(
        "paragraph",
        "footer",
        based_on="Normal",
        paragraph=spacing(0, 0, 1.0),
        run=MUTED_COLOR + size(9),
    )


def character_styles() -> Iterator[str]:
    """Yield the styles of runs of text."""
    code = f'<w:rFonts w:ascii="{CODE_FACE}" w:hAnsi="{CODE_FACE}" w:cs="{CODE_FACE}"/>'
    yield style("character", "Default Paragraph Font", default=True)
    yield style("character", "Verbatim Char", run=code + "<w:noProof/>" + size(9.5))
    yield style("character", "footnote reference", run='<w:vertAlign w:val="superscript"/>')
    yield style("character", "Hyperlink", run=ACCENT_COLOR + '<w:u w:val="single"/>')
    yield style("character", "State", run="<w:b/><w:bCs/>" + ACCENT_COLOR)


def cell_margins(vertical: int, left: int, right: int) -> str:
    """Return the space inside cells, in twentieths of a point."""
    sides = (("top", vertical), ("left", left), ("bottom", vertical), ("right", right))
    inside = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"


def table_styles() -> Iterator[str]:
    """Yield the styles of tables."""
    plain = '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' + cell_margins(0, 0, 0) + "</w:tblPr>"
    yield style("table", "Normal Table", default=True, rest=plain)
    rules = border("bottom", 4) + border("insideH", 4)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        + border("bottom", 6, ACCENT, 0)
        + f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    yield style(
        "table", "Table", based_on="NormalTable",
        rest=f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders>{cell_margins(38, 100, 100)}</w:tblPr>"
        f"<w:trPr><w:cantSplit/></w:trPr>{head}",
    )  # fmt: skip
    yield style(
        "table", "Table Matrix", based_on="Table",
        rest=f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders>{cell_margins(38, 60, 60)}</w:tblPr>"
        f"<w:trPr><w:cantSplit/></w:trPr>{head}",
    )  # fmt: skip
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
    edges = border("top", 40, TINT) + border("bottom", 40, TINT)
    yield style(
        "table", "Facts", based_on="NormalTable",
        rest=f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{cell_margins(20, 200, 120)}</w:tblPr>"
        f'<w:trPr><w:cantSplit/></w:trPr><w:tcPr>{shade}</w:tcPr>',
    )  # fmt: skip


def styles() -> str:
    """Return the whole part of styles."""
    face = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ' w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
    )
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{face}{size(10)}"
        '<w:lang w:val="da-DK" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(line=1.02)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    all_styles = [
        *paragraph_styles(),
        *character_styles(),
        *table_styles(),
        style("numbering", "No List", default=True),
    ]
    return f"<w:styles {nsdecls('w')}>{defaults}{''.join(all_styles)}</w:styles>"


def control(tag: str, text: str, run_style: str = "") -> str:
    """Return a content control whose text `wp` fills in."""
    look = f'<w:rPr><w:rStyle w:val="{run_style}"/></w:rPr>' if run_style else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:text/></w:sdtPr>'
        f'<w:sdtContent><w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def number_field(name: str) -> str:
    """Return a field that Word counts itself: PAGE or NUMPAGES."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def frame_line(kind: str, left: str, right: str, rule: str) -> Sequence[str]:
    """Return a line of a header or footer as a table, which fits the page whichever way it lies."""
    name = kind.title()
    borders = f"<w:tblBorders>{border(rule, 4)}</w:tblBorders>" if rule else ""
    left_width = TEXT_WIDTH * 8 // 10
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/><w:jc w:val="{side}"/></w:pPr>{inside}</w:p></w:tc>'
        for side, width, inside in (("left", 4000, left), ("right", 1000, right))
    )
    return [
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{cell_margins(60, 0, 0)}<w:tblLook w:val="0000"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left_width}"/>'
        f'<w:gridCol w:w="{TEXT_WIDTH - left_width}"/></w:tblGrid>'
        f"<w:tr>{cells}</w:tr></w:tbl>",
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{name}"/>{spacing(0, 0, 0.1)}</w:pPr></w:p>',
    ]


def band() -> str:
    """Return the field of colour at the top of the cover, marked as decoration."""
    width, height = 210 * 36000, BAND_HEIGHT * 36000
    names = nsdecls("w", "wp", "a") + (
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    )
    return f"""<w:p {names}><w:pPr><w:pStyle w:val="Header"/></w:pPr>
<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="1"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="901" name="Band" descr=""><a:extLst>
<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
<adec:decorative val="1"/></a:ext></a:extLst></wp:docPr><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>
<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"""


def fill(part: object, content: Sequence[str]) -> None:
    """Put `content` in place of what a header or footer holds."""
    element = part._element  # type: ignore[attr-defined]
    for child in list(element):
        element.remove(child)
    for xml in content:
        element.append(parse_xml(xml))


def frame(document: Document) -> None:
    """Set the page, the headers and the footers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = SIDE
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance = section.footer_distance = Mm(13)
    for restart in section._sectPr.findall("{*}footnotePr"):
        section._sectPr.remove(restart)
    section.different_first_page_header_footer = True
    page, pages = number_field("PAGE"), number_field("NUMPAGES")
    pages = control("page", "[page] ") + page + control("of", " [of] ") + pages
    fill(
        section.header,
        frame_line(
            "header", control("title", "[title]"), control("state", "[state]", "State"), "bottom"
        ),
    )
    fill(section.footer, frame_line("footer", control("author", "[author]"), pages, ""))
    fill(section.first_page_header, [band()])
    fill(
        section.first_page_footer,
        [f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>'],
    )


def example(document: Document) -> None:
    """Show every style once, so that whoever opens the file in Word sees what to change."""
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    for one in document.styles:
        if (
            one.style_id.startswith(("Table", "Fact", "Footnote", "Header", "Footer"))
            or one.type != 1
        ):
            continue
        document.add_paragraph(one.name, style=one)
    for name, heads in (
        ("Table", ("Table Head", "Table Row Head")),
        ("Facts", ("Fact Label", "Fact Label")),
    ):
        document.add_paragraph(name, style="Table Caption")
        table = document.add_table(2, 2, style=name)
        for row in (0, 1):
            for column in (0, 1):
                used = (
                    heads[0]
                    if row == 0 and name == "Table"
                    else heads[1]
                    if column == 0
                    else "Table Text"
                )
                table.cell(row, column).paragraphs[0].text = used
                table.cell(row, column).paragraphs[0].style = used


def settings() -> str:
    """Return the part of settings: today's Word, hyphenation, the rules above footnotes."""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:val="{value}"'
        ' w:uri="http://schemas.microsoft.com/office/word"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="420"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="da-DK"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
        ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"'
        ' w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def theme(text: str) -> str:
    """Return pandoc's theme with our faces and colour, so that Word's own palettes offer them."""
    for theirs, ours in (
        (
            '<a:latin typeface="Aptos Display" panose="02110004020202020204"/>',
            f'<a:latin typeface="{FACE}"/>',
        ),
        (
            '<a:latin typeface="Aptos" panose="02110004020202020204"/>',
            f'<a:latin typeface="{FACE}"/>',
        ),
        ("156082", ACCENT),
        ("467886", ACCENT),
    ):
        if theirs not in text:
            raise SystemExit(f"pandoc's theme has changed: {theirs} is gone")
        text = text.replace(theirs, ours)
    return text


def fonts() -> str:
    """Return the table of fonts, which says where ours is, and what to take if one is missing."""
    embedded = "".join(
        f'<w:{tag} r:id="rId{number}" w:fontKey="{{{key_of(name)}}}"/>'
        for number, (tag, name) in enumerate(EMBEDDED, 1)
    )
    faces = ((FACE, "roman", "Cambria", embedded), (CODE_FACE, "modern", "Liberation Mono", ""))
    return (
        f"<w:fonts {nsdecls('w', 'r')}>"
        + "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/>'
            f'<w:family w:val="{family}"/>{files}</w:font>'
            for name, family, other, files in faces
        )
        + "</w:fonts>"
    )


def key_of(name: str) -> str:
    """Return the key that a font is hidden by; the same one each time."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"wp:{FACE}:{name}")).upper()


def font_parts() -> dict[str, bytes]:
    """Return the fonts as Word embeds them (ECMA-376-4, 5.1): the first 32 bytes under a key."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
    parts, links = {}, []
    for number, (_, name) in enumerate(EMBEDDED, 1):
        plain = word_face(name)
        key = bytes.fromhex(key_of(name).replace("-", ""))[::-1] * 2
        hidden = bytes(byte ^ mask for byte, mask in zip(plain[:32], key, strict=True))
        parts[f"word/fonts/font{number}.odttf"] = hidden + plain[32:]
        links.append(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="fonts/font{number}.odttf"/>'
        )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/fontTable.xml.rels"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{space}">'
        f"{''.join(links)}</Relationships>"
    ).encode()
    return parts


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a package whose bytes don't depend on the clock."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            package.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name], zipfile.ZIP_DEFLATED
            )
    return made.getvalue()


def main(target: Path) -> None:
    """Write the file."""
    pandoc = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    base = subprocess.run(pandoc, check=True, capture_output=True).stdout
    with zipfile.ZipFile(io.BytesIO(base)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    parts["word/styles.xml"] = (declaration + styles()).encode()
    parts["word/settings.xml"] = (declaration + settings()).encode()
    parts["word/fontTable.xml"] = (declaration + fonts()).encode()
    parts.update(font_parts())
    kind = b"application/vnd.openxmlformats-officedocument.obfuscatedFont"
    types = parts["[Content_Types].xml"]
    if b"odttf" not in types:
        last = b"</Types>"
        known = b'<Default Extension="odttf" ContentType="' + kind + b'"/>' + last
        parts["[Content_Types].xml"] = types.replace(last, known)
    parts["word/theme/theme1.xml"] = theme(parts["word/theme/theme1.xml"].decode()).encode()
    document = docx.Document(io.BytesIO(packed(parts)))
    example(document)
    frame(document)
    document.core_properties.title = "reference.docx"
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        target.write_bytes(packed({name: package.read(name) for name in package.namelist()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
