"""Rules that a form asks for by name, under `rules:` in its front matter, with parameters.

    rules:
      activity-dates: {list: activities, start: start, end: end}

A rule runs only on the documents whose form names it, and reads the fields that the form gives it.
So another council's form, with fields of other names, gets the same rules without any code.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from wp.checking.nearest import nearest
from wp.reading.document import Document
from wp.reading.repository import Repository
from wp.reading.template import Template, TemplateError

Parameters = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """A kind of rule as forms name it. `defaults` are its parameters, with what they are unsaid.

    A default also says what a parameter may be: a text, a list of texts (a tuple here), or a
    mapping whose values are like those of the default's, under any names.
    """

    name: str
    defaults: Parameters

    def of(self, template: Template | None) -> Parameters | None:
        """Return a form's parameters, defaults among them; None if it doesn't ask for the rule."""
        given = template.rules.get(self.name) if template else None
        return None if given is None else {**self.defaults, **given}

    def documents(self, repository: Repository) -> Iterator[tuple[Document, Parameters]]:
        """Yield every document whose form asks for the rule, with that form's parameters."""
        for document in repository.documents:
            parameters = self.of(document.template)
            if parameters is not None:
                yield document, parameters

    def forms(
        self, repository: Repository
    ) -> Iterator[tuple[Template, Parameters, list[Document]]]:
        """Yield every form that asks for the rule, with its parameters and its documents."""
        for template in repository.templates.values():
            parameters = self.of(template)
            if parameters is not None:
                yield template, parameters, list(repository.of(template.name))

    @property
    def schema(self) -> Mapping[str, Any]:
        """The JSON Schema of the parameters."""
        properties = {name: _schema_of(value) for name, value in self.defaults.items()}
        return {"type": "object", "additionalProperties": False, "properties": properties}


def check_parameters(repository: Repository, modules: Sequence[ModuleType]) -> None:
    """See that every rule that a form names is there and takes the parameters that it is given.

    A module's `ASKED` are the kinds of rule that forms may name. Raises `TemplateError` else.
    """
    from wp.reading.template_schema import schema_faults

    known = {kind.name: kind for module in modules for kind in getattr(module, "ASKED", ())}
    for template in repository.templates.values():
        for name, given in template.rules.items():
            if name not in known:
                line = template.line_of(("rules", name))
                near, names = nearest(name, known), ", ".join(sorted(known))
                error = "template-rule-misspelled" if near else "template-rule-unknown"
                raise TemplateError(
                    error, path=template.path, line=line, name=name, near=near, known=names
                )
            for pointer, reason in schema_faults(known[name].schema, given):
                line = template.line_of(("rules", name, *pointer))
                raise TemplateError(
                    "template-rule-parameter",
                    path=template.path,
                    line=line,
                    name=name,
                    reason=reason,
                )


def _schema_of(default: Any) -> Mapping[str, Any]:
    """Return the JSON Schema that a parameter's default stands for."""
    if isinstance(default, Mapping):
        return {
            "type": "object",
            "additionalProperties": _schema_of(next(iter(default.values()), "")),
        }
    if isinstance(default, list | tuple):
        return {"type": "array", "items": {"type": "string"}}
    kinds = {bool: "boolean", int: "integer", str: "string"}
    return {"type": kinds[type(default)]}
