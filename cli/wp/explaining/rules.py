"""Every rule with all that `wp explain` says of it, in one language."""

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from wp.checking.engine import rule_modules
from wp.checking.nearest import nearest
from wp.errors import WpError
from wp.explaining.page import Page, danish_page, english_page
from wp.findings import Rule
from wp.language.messages import Language, Rendered, describe
from wp.language.pages import danish_text
from wp.reading.repository import packaged_templates, read_templates
from wp.reading.template import Template


@dataclass(frozen=True)
class Explained:
    """A rule and its page. `module` is its kind: rules of one module share the page.

    `asked` are the names under which a form's `rules:` switch it on, none for a rule that is always
    there; `forms` are the forms that do.
    """

    rule: Rule
    module: str
    page: Page
    words: Rendered
    asked: tuple[str, ...]
    forms: tuple[str, ...]
    siblings: tuple[Rule, ...]

    @property
    def family(self) -> str:
        """The digit that the codes of its family begin with."""
        return self.rule.code[2]


def explained_rules(language: Language, root: Path | None) -> list[Explained]:
    """Return every rule by code. The forms are those of the council at `root`, if there is one."""
    forms = _forms(root)
    found = [
        item for module in rule_modules() for item in _of_module(module, language, forms.values())
    ]
    return sorted(found, key=lambda item: item.rule.code)


def find_rule(name: str, rules: Iterable[Explained]) -> Explained:
    """Return the rule with a code, in upper or lower case, or a name.

    Raises `WpError` for neither, with the nearest name or code if one is near.
    """
    known: dict[str, Explained] = {}
    for item in rules:
        known[item.rule.code.lower()] = known[item.rule.name] = item
    wanted = name.strip().lower()
    if wanted in known:
        return known[wanted]
    near = nearest(wanted, known)
    if near:
        rule = known[near].rule
        raise WpError("unknown-rule-near", name=name, code=rule.code, near=rule.name)
    raise WpError("unknown-rule", name=name)


def page_of(module: ModuleType, language: Language) -> Page:
    """Return the page of a module of rules in a language; in English if it has no other."""
    english = english_page(inspect.cleandoc(module.__doc__ or ""))
    danish = danish_text(_name(module)) if language == "da" else ""
    return danish_page(danish, english) if danish else english


def _of_module(
    module: ModuleType, language: Language, forms: Iterable[Template]
) -> Iterable[Explained]:
    page = page_of(module, language)
    asked = tuple(kind.name for kind in getattr(module, "ASKED", ()))
    asking = tuple(form.path for form in forms if set(asked) & set(form.rules))
    for rule in module.RULES:
        others = tuple(sorted((r for r in module.RULES if r is not rule), key=lambda r: r.code))
        words = describe(rule, language)
        yield Explained(rule, _name(module), page, words, asked, asking, others)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _forms(root: Path | None) -> Mapping[str, Template]:
    """Return the council's forms; those that come with `wp` where there are none to be used."""
    if root is not None:
        try:
            return read_templates(root)
        except (WpError, OSError):
            pass  # a page can be read while a form is broken; the check says what is wrong with it
    return read_templates(packaged_templates().parent)
