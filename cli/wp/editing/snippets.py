"""Snippets for VS Code: fields with choices, and ids, offered by their names inside Markdown.

The YAML language server sees no front matter in a Markdown file. VS Code's own snippets work there,
without any extension: the user types the beginning of a field or of a name and presses Ctrl+Space.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wp.editing.choices import Choices, choices_of, name_of
from wp.language.messages import Language
from wp.reading.repository import Repository
from wp.reading.schema import resolve
from wp.reading.template import Template
from wp.reading.yaml_core import written

_SIGNS = re.compile(r"[\\$}]")
_CHOICE_SIGNS = re.compile(r"[\\$},|]")


def snippets_of(repository: Repository, language: Language) -> dict[str, Any]:
    """Return the snippets by name: the fields of every form in Markdown, then every id."""
    made: dict[str, Any] = {}
    for template in repository.templates.values():
        if not template.is_register:
            for name, field in _fields(template):
                _add_field(made, template, name, field, repository, language)
    for collection, entries in repository.collections.items():
        for entry in entries.values():
            title = name_of(entry)
            if title and title != entry.id:
                made[f"{_title(repository, collection)}: {entry.id}"] = {
                    "scope": "markdown",
                    "prefix": [entry.id, title],
                    "body": _escaped(_SIGNS, written(entry.id)),
                    "description": f"{_title(repository, collection)}: {title}",
                }
    return made


def _fields(template: Template) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the fields of a form, and those of the entries of its lists, by name."""
    waiting = [template.schema]
    while waiting:
        node = waiting.pop(0)
        for name, field in node.get("properties", {}).items():
            field = resolve(template.schema, field)
            if not isinstance(field, Mapping):
                continue
            yield name, field
            items = resolve(template.schema, field.get("items"))
            if isinstance(items, Mapping) and "properties" in items:
                waiting.append(items)


def _add_field(
    made: dict[str, Any],
    template: Template,
    name: str,
    field: Mapping[str, Any],
    repository: Repository,
    language: Language,
) -> None:
    items = resolve(template.schema, field.get("items"))
    choices, body = choices_of(field, repository, language), "{name}: {choice}"
    if choices is None and isinstance(items, Mapping):
        choices, body = choices_of(items, repository, language), "{name}: [{choice}]"
    if choices is None:
        return
    title = str(field.get("title", name))
    about = field.get("description", "")
    made.setdefault(
        f"{template.title}: {name} ({title})",
        {
            "scope": "markdown",
            "prefix": name,
            "body": body.format(name=name, choice=_choice(choices)),
            "description": f"{template.title}: {title}. {about}".strip(),
        },
    )


def _choice(choices: Choices) -> str:
    values = (written(value) if isinstance(value, str) else str(value) for value in choices.names)
    return "${1|" + ",".join(_escaped(_CHOICE_SIGNS, value) for value in values) + "|}"


def _escaped(signs: re.Pattern[str], text: str) -> str:
    return signs.sub(lambda found: f"\\{found[0]}", text)


def _title(repository: Repository, collection: str) -> str:
    """Return what a collection is called in the form that its entries stand in."""
    template, pointer = repository.homes[collection][0]
    if not pointer:
        return template.title
    node: Any = template.schema
    for part in pointer:
        node = node.get("properties", {}).get(part, {}) if isinstance(node, Mapping) else {}
    return str(node.get("title", collection))
