"""A table's first row says what stands in each column.

## What
The header row of a table is not empty, and no column with something in it has an empty header. The
first column's may be: it often holds the names of the rows.

## Why
A screen reader reads out the header with each cell, and Word and PDF repeat it on every page (WCAG
2.1, criterion 1.3.1). A number under no header is just a number.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Behov
Rådet skal først have en liste over data og en aftale om metoden.

|      |        |
| ---- | ------ |
| 2028 | 250000 |

| Region | 2028 |   |
| ------ | ---- | - |
| Nord   | 40   | 7 |
```
Gives: table-without-header, empty-header-cell

## Right
```markdown content/one-pagers/datakvalitet.md#Behov
Rådet skal først have en liste over data og en aftale om metoden.

| År   | Udgift |
| ---- | ------ |
| 2028 | 250000 |
```
"""

from collections.abc import Iterator

from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.nodes import Node
from wp.reading.repository import Repository

NO_HEADER = Rule("WP925", "table-without-header", Nature.ADVICE)
EMPTY_HEADER = Rule("WP926", "empty-header-cell", Nature.ADVICE)

RULES = (NO_HEADER, EMPTY_HEADER)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the tables of one document."""
    if "|" not in document.source.text:
        return
    for table in (node for node in document.body.walk() if node.kind == "table"):
        head = next((row for row in table.children if row.kind == "table_head"), None)
        rows = [row.children for row in table.children if row.kind == "table_row"]
        if head is None:
            continue
        span = document.node_span(head)
        if all(_is_empty(cell) for cell in head.children):
            yield Finding(NO_HEADER, document.path, span)
            continue
        for column, cell in enumerate(head.children):
            filled = any(column < len(row) and not _is_empty(row[column]) for row in rows)
            if column and filled and _is_empty(cell):
                # an empty cell has next to no width of its own to show
                yield Finding(EMPTY_HEADER, document.path, span, {"column": column + 1})


def _is_empty(cell: Node) -> bool:
    return not cell.plain_text().strip() and not any(n.kind == "image" for n in cell.walk())
