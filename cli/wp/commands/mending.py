"""`wp check --fix` and `--diff`: what is mended, written or shown, and what is said of it."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from wp.errors import WpError

if TYPE_CHECKING:
    from wp.findings import Finding
    from wp.fixing.locate import Left
    from wp.fixing.mend import Mended
    from wp.language.messages import Language
    from wp.reading.repository import Repository
    from wp.reporting.report import Report


def what_to_mend(
    named: list[str], select: list[str] | None, ignore: list[str] | None, *, since: str | None,
    given: bool,
) -> "Callable[[Finding], bool]":  # fmt: skip
    """Return what says of a finding whether it is to be mended: by its file and its rule.

    Raises `WpError` for a choice that names no rule, for a text on standard input (`given`), which
    isn't a file, and for `since`, as what a change caused is known only of the whole.
    """
    from wp.checking.engine import all_rules
    from wp.checking.ignoring.selection import chosen
    from wp.reading.places import is_under

    if since is not None:
        raise WpError("not-with-fix", option="--since")
    if given:
        raise WpError("not-with-fix", option="--stdin-filename")
    is_chosen = chosen(all_rules(), select or [], ignore or [])
    return lambda finding: is_chosen(finding) and (not named or is_under(finding.path, named))


def mend_files(
    repository: "Repository", wanted: "Callable[[Finding], bool]", lang: str | None
) -> str:
    """Mend the files and return what to say of it.

    What couldn't be mended is said on standard error. Raises `WpError` when a file can't be
    written.
    """
    from wp.fixing.mend import mend
    from wp.fixing.write import write_files
    from wp.language.words import words_of

    language = _language(repository, lang)
    mended = mend(repository, wanted)
    written, left = write_files(mended.files)
    _say_what_is_left(mended, [*mended.left, *left], language)
    words = words_of(language)
    if not written:
        return words["mended-none"]
    found = words.count("finding", sum(item.mended for item in written))
    return words["mended"].format(found=found, files=words.count("file", len(written)))


def show_diff(
    repository: "Repository", wanted: "Callable[[Finding], bool]", lang: str | None
) -> bool:
    """Print the diff that `--fix` would make, write nothing, and say whether there is one."""
    from wp.fixing.diff import diff
    from wp.fixing.mend import mend
    from wp.language.words import words_of

    language = _language(repository, lang)
    mended = mend(repository, wanted)
    sys.stdout.flush()
    sys.stdout.buffer.write(diff(mended.files, repository.root))
    sys.stdout.buffer.flush()
    _say_what_is_left(mended, mended.left, language)
    words = words_of(language)
    if not mended.files:
        typer.echo(words["would-mend-none"], err=True)
        return False
    found = words.count("finding", sum(item.mended for item in mended.files))
    files = words.count("file", len(mended.files))
    typer.echo(words["would-mend"].format(found=found, files=files), err=True)
    return True


def _language(repository: "Repository", lang: str | None) -> "Language":
    return "en" if (lang or repository.language) == "en" else "da"


def say_what_remains(report: "Report") -> None:
    """Say on standard error what a diff with nothing in it leaves."""
    from wp.findings import Severity
    from wp.language.words import words_of

    words, counts = words_of(report.language), report.summary
    found = [words.count(s.value, counts[s.value]) for s in Severity if counts[s.value]]
    if found:
        typer.echo(words["remaining"].format(found=words.listing(found)), err=True)


def _say_what_is_left(mended: "Mended", left: "Sequence[Left]", language: "Language") -> None:
    from wp.language.words import words_of

    words = words_of(language)
    for finding in mended.refused:
        rule = finding.rule
        params = {"path": finding.path, "line": finding.span.line}
        typer.echo(words["refused"].format(code=rule.code, name=rule.name, **params), err=True)
    for item in left:
        typer.echo(words[f"left-{item.reason}"].format(path=item.path), err=True)
