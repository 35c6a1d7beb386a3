"""Findings as they are kept, and what may come back out of a file that anyone can have written."""

import io
import pickle
from typing import Any

# What an entry may be made of. Anything else is not ours, and nothing of it is run.
_MADE_OF = {
    ("wp.caching.judged", "Judged"),
    *(
        ("wp.findings", name)
        for name in (
            "Diagnostic",
            "Edit",
            "Finding",
            "Layer",
            "Nature",
            "Related",
            "Rule",
            "Severity",
        )
    ),
    ("wp.findings", "Span"),
    ("wp.findings", "Term"),
    ("datetime", "date"),
}


def packed(value: Any) -> bytes:
    """Return findings, or what is made of them, as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(content: bytes | None) -> Any:
    """Return what some bytes hold, None for none and for such as are damaged or not ours."""
    if content is None:
        return None
    try:
        return _Unpickler(io.BytesIO(content)).load()
    except Exception:  # whatever bytes that aren't ours may raise: it is as good as nothing
        return None


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _MADE_OF:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an entry")
        return super().find_class(module, name)
