"""The command `wp new`: a document begun from its template, its name, and the file."""

import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wp.errors import WpError
from wp.language.messages import Language
from wp.reading.repository import CONTENT, Repository
from wp.reading.slugs import make_id
from wp.reading.template import Template
from wp.starting.lines import one_line
from wp.starting.text import starter
from wp.starting.values import node_of, starting_values

_LONGEST_ID = 60  # characters; a path of it stays readable in a list and in a link
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def start_document(repository: Repository, kind: str, title: str | None, language: Language) -> str:
    """Write the starter of a new document and return its path from the root.

    `kind` is a template's name, or what its documents are called, such as "Referat". `title`
    becomes the document's title and, by the rule for ids, its file name; where the template says
    `id_from`, it is the value of that field, such as a date.

    Raises `WpError` when there is no such template, when the title lacks (None) or can't be used,
    and when the file exists or can't be written; nothing is ever overwritten.
    """
    template = _template(repository, kind)
    if title is None:
        example = "2027-03-02" if _wants_date(template) else '"…"'
        raise WpError("title-lacking", kind=template.name, example=example)
    # what can't be seen, such as half a character from a terminal, is no part of a title
    given = unicodedata.normalize("NFC", one_line(title))
    answers = _answers(template, given)
    name = str(answers.get(template.id_from, "")) or document_id(given)
    if not name:
        raise WpError("title-needed", title=given)
    path = f"{CONTENT}/{template.applies_to.replace('*', name)}"
    values = starting_values(template, answers)
    _write(repository.root, path, starter(template, repository, values, language))
    return path


def document_id(title: str) -> str:
    """Return the id that a title gives, cut between words to at most 60 characters; "" for none."""
    name = make_id(title)
    if len(name) <= _LONGEST_ID:
        return name
    return name[: _LONGEST_ID + 1].rpartition("-")[0] or name[:_LONGEST_ID]


def _template(repository: Repository, kind: str) -> Template:
    """Return the form of a kind: by its own name, or by the name that its documents go by."""
    forms = repository.templates
    if not kind.strip():
        raise WpError("kind-needed", known=_known(repository))
    called = [form for form in forms.values() if make_id(form.title) == make_id(kind)]
    template = forms.get(kind) or forms.get(make_id(kind))
    if template is None and len(called) == 1:
        template = called[0]
    if template is None:
        raise WpError("unknown-kind", name=kind, known=_known(repository))
    if "*" not in template.applies_to:
        raise WpError("one-of-a-kind", name=kind, path=template.applies_to)
    return template


def _known(repository: Repository) -> str:
    """Return the kinds that can be started, each with what its documents are called if it differs:
    "minutes (Referat), one-pager".
    """
    kinds = {n: form.title for n, form in repository.templates.items() if "*" in form.applies_to}
    return ", ".join(
        name if make_id(title) == name else f"{name} ({title})"
        for name, title in sorted(kinds.items())
    )


def _answers(template: Template, given: str) -> dict[str, Any]:
    """Return the fields that the command's argument fills, each as its schema wants it."""
    fields = template.schema.get("properties", {})
    answers: dict[str, Any] = {}
    source = template.id_from
    if source:
        if _wants_date(template):
            if not _is_date(given):
                raise WpError("date-needed", title=given)
            return {source: given}
        name, field = document_id(given), node_of(template.schema, fields.get(source, {}))
        answers[source] = int(name) if field.get("type") == "integer" and name.isdigit() else name
    for name in ("title", "name"):
        if name in fields and name not in answers:
            answers[name] = given
            break
    if given:
        _fit(template, answers, given)
    return answers


def _fit(template: Template, answers: Mapping[str, Any], given: str) -> None:
    """A title that its own field forbids is said at once, not by the first `wp check`."""
    for error in template.validator.iter_errors(dict(answers)):
        if not error.instance_path:
            continue
        name = str(error.instance_path[0])
        field = node_of(template.schema, template.schema["properties"][name])
        if error.kind.name in ("minLength", "maxLength"):
            least, most = field.get("minLength", 0), field.get("maxLength", "…")
            params = {"least": least, "most": most, "length": len(str(answers[name]))}
            raise WpError("title-length", title=given, field=name, **params)
        reason = field.get("description") or error.message
        raise WpError("title-unfit", title=given, field=name, reason=reason)


def _wants_date(template: Template) -> bool:
    """Say whether a date names the form's documents."""
    fields = template.schema.get("properties", {})
    field = node_of(template.schema, fields.get(template.id_from, {}))
    return bool(template.id_from) and field.get("format") == "date"


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _write(root: Path, path: str, text: str) -> None:
    """Write a file that must not be there yet, whole or not at all."""
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        inside = target.parent.resolve().is_relative_to(root.resolve())
        if not inside:
            raise WpError("outside", path=path)
    except OSError as error:
        raise WpError("cannot-write", path=path, reason=error.strerror or error) from error
    try:
        # O_EXCL: the system itself refuses a file that is there, a symbolic link too
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError as error:
        raise WpError("exists", path=path) from error
    except OSError as error:
        raise WpError("cannot-write", path=path, reason=error.strerror or error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        target.unlink(missing_ok=True)
        raise WpError("cannot-write", path=path, reason=error.strerror or error) from error
