r"""Attached files and drawings: nothing in them runs when a reader opens them.

## What
An attachment is published as it is, so it may not be of a kind that runs: web pages (`.html`),
scripts, programs, and documents with macros (`.docm`, `.xlsm`). A drawing (`.svg`) and other XML
may hold shapes and text alone: no `<script>`, no attribute such as `onclick`, no `<foreignObject>`,
no declared entities, and nothing fetched from elsewhere. Pictures put in as `data:image/png` may
stay, and so may links to web addresses.

## Why
All that `wp` makes is text that can do nothing. A file that it copies could: a page opened from the
programme runs with the trust that the reader has in the council.

## Wrong
```text content/attachments/oversigt.html
<p>Oversigt</p>
```
Gives: attachment-runs
```svg content/attachments/kort.svg
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">
  <rect width="60" height="30" onclick="alert(1)"/>
</svg>
```
Gives: drawing-runs

## Right
```svg content/attachments/kort.svg
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30">
  <rect width="60" height="30"/>
</svg>
```
"""

from collections.abc import Iterator

from wp.findings import Finding, Nature, Rule
from wp.reading.repository import Repository

ATTACHMENT_RUNS = Rule("WP160", "attachment-runs", Nature.FALSE)
DRAWING_RUNS = Rule("WP161", "drawing-runs", Nature.FALSE)

RULES = (ATTACHMENT_RUNS, DRAWING_RUNS)

_BY_NAME = {rule.name: rule for rule in RULES}


def check_all(repository: Repository) -> Iterator[Finding]:
    """Turn the faults of attached files into findings; a broken picture is one where it is used."""
    for path, fault in repository.stray:
        if fault.name in _BY_NAME:
            params = {"name": path.rpartition("/")[2], **fault.params}
            yield Finding(_BY_NAME[fault.name], path, fault.span, params)
