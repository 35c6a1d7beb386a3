"""Lists and tables that look right in Word and run together here.

## What
Lines that begin with a bullet sign, such as `•`, are a list to their writer and one paragraph to
Markdown; a dash counts when several lines, and all of the paragraph, begin with one. Lines between
`|` are a table only when the second one says so, with as many columns as the first:
`| --- | --- |`. Cells parted by tabs, as Word gives them, are none. Each list and each table is
noted once.

## Why
What is pasted from Word looks like a list in the file and comes out as one long line in the
programme.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Aktører
Disse skal inddrages:
•⟨U+0009⟩Prøveuniversitetet
•⟨U+0009⟩regionernes eksperter

| Hvem | Opgave |
| Prøveuniversitetet | Måling |
```
Gives: typed-list, typed-table

## Right
```markdown content/one-pagers/datakvalitet.md#Aktører
Disse skal inddrages:
- Prøveuniversitetet
- regionernes eksperter

| Hvem | Opgave |
| --- | --- |
| Prøveuniversitetet | Måling |
```
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wp.findings import Edit, Finding, Nature, Rule, Span, Term
from wp.reading.document import Document
from wp.reading.repository import Repository

TYPED_LIST = Rule("WP316", "typed-list", Nature.ADVICE)
TYPED_TABLE = Rule("WP317", "typed-table", Nature.ADVICE)

RULES = (TYPED_LIST, TYPED_TABLE)

# What Word and other programs draw; and Markdown's own signs with a no-break space after them.
_BULLET = re.compile(r" {0,3}(?P<sign>[•·▪▫◦‣●○■□⁃∙\uf0b7]|[-*+](?=\u00a0))[ \t\u00a0]*(?=\S)")
_DASH = re.compile(r" {0,3}(?P<sign>[–—])[ \t\u00a0]+(?=\S)")
_ROW = re.compile(r" {0,3}\|.*\|.*")
_RULED = re.compile(r"[\s|:-]*-[\s|:-]*")
_TABBED = re.compile(r"[^\s•·–—-][^\t]*\t.*\S.*")
_BAR = re.compile(r"(?<!\\)\|")
# Without any of these on a line, none of it is there; to look for them is much quicker.
_HINT = re.compile(rf"\||\S\t|^(?:{_BULLET.pattern})|^ {{0,3}}[–—]".replace("?P<sign>", "?:"), re.M)

_Line = tuple[int, str]  # a line's number in the file, and its text


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the paragraphs of one document."""
    if not _HINT.search(document.source.text, document.body_start):
        return
    # what stands in paragraphs of its own in Word is one list all the same
    for is_text, blocks in groupby(document.body.children, lambda node: node.kind == "paragraph"):
        if not is_text:
            continue
        paragraphs = []
        for node in blocks:
            span = document.node_span(node)
            numbers = range(span.line, span.end_line + 1)
            paragraphs.append([(number, document.source.line(number)) for number in numbers])
        yield from _lists(document, paragraphs)
        for lines in paragraphs:
            yield from _tables(document, lines)


def _lists(document: Document, paragraphs: Sequence[Sequence[_Line]]) -> Iterator[Finding]:
    """Yield each run of lines that begin with a bullet, over the paragraphs that begin so."""
    run: list[_Line] = []
    for lines in paragraphs:
        drawn = [line for line in lines if _BULLET.match(line[1])]
        dashed = [line for line in lines if _DASH.match(line[1])]
        found = drawn or (dashed if len(dashed) == len(lines) else [])
        if run and (lines[0] not in found or _sign(lines[0][1]) != _sign(run[0][1])):
            yield from _list(document, run)
            run = []
        run += found
    yield from _list(document, run)


def _sign(line: str) -> str:
    match = _BULLET.match(line) or _DASH.match(line)
    return match["sign"] if match else ""


def _list(document: Document, run: Sequence[_Line]) -> Iterator[Finding]:
    if not run or (len(run) == 1 and _DASH.match(run[0][1])):
        return
    first, last = run[0][0], run[-1][0]
    fix = None
    if all(_BULLET.match(line) for _, line in run):
        numbers = {number for number, _ in run}
        whole = [document.source.line(number) for number in range(first, last + 1)]
        written = [
            _BULLET.sub("- ", line, count=1) if number in numbers else line
            for number, line in enumerate(whole, first)
        ]
        fix = Edit(Span(first, 1, last, len(whole[-1]) + 1), "\n".join(written))
    span, params = document.source.line_span(first), {"count": len(run), "sign": _sign(run[0][1])}
    yield Finding(TYPED_LIST, document.path, span, params, fix=fix)


def _tables(document: Document, lines: Sequence[_Line]) -> Iterator[Finding]:
    """Yield each run of rows that are no table."""
    for sign, pattern in (("|", _ROW), (Term("sign.tab"), _TABBED)):
        rows: list[_Line] = []
        for line in [*lines, (0, "")]:
            if pattern.fullmatch(line[1]):
                rows.append(line)
                continue
            if len(rows) > 1:
                yield _table(document, rows, sign)
            rows = []


def _table(document: Document, rows: Sequence[_Line], sign: str) -> Finding:
    first, text = rows[0]
    cells = text.split("\t") if sign != "|" else _BAR.split(text.strip().strip("|"))
    ruled = "|" + " --- |" * len(cells)
    fix = None
    if sign == "|" and _RULED.fullmatch(rows[1][1]):
        fix = Edit(Span(first + 1, 1, first + 1, len(rows[1][1]) + 1), ruled)
    elif sign == "|":
        fix = Edit(Span(first + 1, 1, first + 1, 1), f"{ruled}\n")
    params = {"sign": sign, "ruled": ruled}
    return Finding(TYPED_TABLE, document.path, document.source.line_span(first), params, fix=fix)
