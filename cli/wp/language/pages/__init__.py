"""The Danish pages of the rules, one Markdown file for each module of `wp.checking.rules`.

The English page is the module's own docstring; the examples stand there and are shared.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent


def danish_text(module: str) -> str:
    """Return the Danish page of a module as it is written, "" if there is none."""
    path = _FOLDER / f"{module}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def danish_names() -> list[str]:
    """Return the names of the modules that have a Danish page, sorted."""
    return sorted(path.stem for path in _FOLDER.glob("*.md"))
