"""One fault in a document that had none: the kinds that people make most."""

import re

EVERY = 10
KINDS = ("dangling-reference", "unknown-field", "missing-section", "broken-link", "bad-date")


def with_fault(text: str, number: int) -> tuple[str, str]:
    """Return a document with one fault, and the fault's kind, which goes by `number`.

    Where a document has no place for a kind, it gets the next.
    """
    for step in range(len(KINDS)):
        kind = KINDS[(number + step) % len(KINDS)]
        broken = _MAKERS[kind](text)
        if broken != text:
            return kind, broken
    raise AssertionError("every document has room for an unknown field")


def _dangling_reference(text: str) -> str:
    return re.sub(r"\{who: [a-z0-9-]+", "{who: findes-slet-ikke", text, count=1)


def _unknown_field(text: str) -> str:
    return text.replace("---\n", "---\nanslag: 1200\n", 1)


def _missing_section(text: str) -> str:
    """Take away the heading and the text of one-pager's aims, or of an item's minutes."""
    return re.sub(r"(?ms)^(## Mål|### Referat)\n.*?(?=^##)", "", text, count=1)


def _broken_link(text: str) -> str:
    head, fence, body = text.partition("\n---\n")
    return head + fence + re.sub(r"(\]\([^()\s:]+?)(\.md)", r"\1-findes-ikke\2", body, count=1)


def _bad_date(text: str) -> str:
    return re.sub(r"(?m)^( *(?:start|issued): )(\d{4})-\d\d-\d\d$", r"\1\2-02-30", text, count=1)


_MAKERS = {
    "dangling-reference": _dangling_reference,
    "unknown-field": _unknown_field,
    "missing-section": _missing_section,
    "broken-link": _broken_link,
    "bad-date": _bad_date,
}
