"""Golden cases: a folder with an input tree and the exact findings it must give.

`tests/cases/<name>/` holds `tree/`, which is laid over a copy of the valid repository in
`tests/cases_base/`, and `expected.da.txt` and `expected.en.txt`. What git can't keep (odd bytes,
links, names in another Unicode form, files that must go) is made by `make.py` beside them, through
its function `make(root, monkeypatch)`.

A finding is one block of lines:

    content/one-pagers/x.md:2:1 error WP204 unknown-field: what is wrong
      | the text under the span, if there is any
      = help: what would make it right
      --> content/people.yml:7 why that place belongs here
      --> templates/one-pager.md “the line itself” the template says so here
      fix: 2:1-2:6 “title”

Lines of the forms that come with `wp` are shown by their text: forms change, and what matters is
that the right line is named. `python tests/checking/golden.py [NAME…]` writes the expectations
anew. Read each of them then: what is written there is what will be held.

A case whose name begins with `pages-` is laid out by Typst; no other case looks at the pages.
"""

import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from wp.checking.engine import check_repository
from wp.findings import Diagnostic, Layer, Span
from wp.language.messages import Language, render, render_related
from wp.publishing.layout import layouts
from wp.reading.repository import Repository, packaged_templates, read_repository

TESTS = Path(__file__).resolve().parents[1]
BASE = TESTS / "cases_base"
CASES = TESTS / "cases"
LANGUAGES: tuple[Language, ...] = ("da", "en")
NOTHING = "no findings\n"
_HELP = {"da": "hjælp", "en": "help"}
_LONGEST = 76


def case_names() -> list[str]:
    """Return the names of all cases, sorted."""
    return sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())


def assemble(case: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Build a case's whole tree in an empty folder and read it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    if (case / "tree").is_dir():
        shutil.copytree(case / "tree", root, dirs_exist_ok=True)
    if (case / "make.py").is_file():
        spec = importlib.util.spec_from_file_location(f"make_{case.name}", case / "make.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.make(root, monkeypatch)
    return read_repository(root)


def judge(case: Path, repository: Repository) -> list[Diagnostic]:
    """Return all that is found in a case."""
    laid_out = layouts(repository) if case.name.startswith("pages-") else None
    return check_repository(repository, laid_out)


def shown(repository: Repository, diagnostics: list[Diagnostic], language: Language) -> str:
    """Return findings in the form that expectations are written in."""
    return "\n".join(_block(repository, item, language) for item in diagnostics) or NOTHING


def _block(repository: Repository, item: Diagnostic, language: Language) -> str:
    found, words = item.finding, render(item.finding, language)
    place = f"{found.path}:{found.span.line}:{found.span.column}"
    lines = [f"{place} {item.severity} {found.rule.code} {found.rule.name}: {words.message}"]
    if text := _text(repository, found.path, found.span).strip():
        lines.append(f"  | {text}")
    if words.help:
        lines.append(f"  = {_HELP[language]}: {words.help}")
    for other in found.related:
        where = _place(repository, other.path, other.line)
        lines.append(f"  --> {where} {render_related(other, language)}")
    if found.fix:
        span = found.fix.span
        place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
        text = _short(found.fix.text.replace("\n", "⏎"))
        layer = found.fix.layer
        shown_as = f"{place} “{text}”" if layer is Layer.TEXT else layer.value
        lines.append(f"  fix: {shown_as}")
    return "\n".join(lines) + "\n"


def _text(repository: Repository, path: str, span: Span) -> str:
    """Return the characters under a span, as a reader of the expectation can check them."""
    document = repository.by_path.get(path)
    if document is None:
        return ""
    numbers = range(span.line, span.end_line + 1)
    rows = [document.source.line(number) for number in numbers]
    rows[-1] = rows[-1][: span.end_column - 1]
    rows[0] = rows[0][span.column - 1 :]
    return _short("⏎".join(rows))


def _place(repository: Repository, path: str, line: int) -> str:
    own, packaged = repository.root / path, packaged_templates().parent / path
    if path.startswith("templates/") and not own.exists():
        text = packaged.read_text(encoding="utf-8").splitlines()[line - 1]
        return f"{path} “{_short(text.strip())}”"
    return f"{path}:{line}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def rewrite(names: list[str]) -> None:
    """Write the expectations of the named cases, or of all, as the findings are now."""
    for name in names or case_names():
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            repository = assemble(CASES / name, Path(folder), patch)
            diagnostics = judge(CASES / name, repository)
            for language in LANGUAGES:
                text = shown(repository, diagnostics, language)
                target = CASES / name / f"expected.{language}.txt"
                target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite(sys.argv[1:])
