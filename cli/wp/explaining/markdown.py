"""A rule's page, the list of all rules and the whole reference, as Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from wp.explaining.page import PARTS, Example, Excerpt
from wp.explaining.rules import Explained
from wp.findings import Rule
from wp.language.messages import Language
from wp.language.words import words_of

_FEW = 6  # rules of the same page that are listed one by one
# what a sentence may hold that Markdown would take for its own
_SPECIAL = re.compile(r"[\\`*\[\]<>]|(?<!\w)_|_(?!\w)")


def rule_page(item: Explained, language: Language) -> str:
    """Return the page of one rule.

    Of the wrong examples those are shown that the rule finds. If there are none, one of another
    rule on the page stands for them, and it is said that it does.
    """
    lines = [f"# {_heading(item.rule)}", "", item.page.title, "", *_facts(item, language)]
    if item.siblings:
        lines.append(_fact("same-page", _siblings(item.siblings, language), language))
    wrong = [example for example in item.page.wrong if item.rule.name in example.gives]
    note = "" if wrong else words_of(language)["other-example"]
    return _text([*lines, "", *_parts(item, wrong or item.page.wrong[:1], "##", language, note)])


def listing(rules: Sequence[Explained], language: Language) -> str:
    """Return the list of all rules by family: code, name and what each says."""
    words = words_of(language)
    lines = [f"# {words['rules']}", "", words["rules-more"], ""]
    for family, items in _families(rules):
        lines += [f"## {_family(family, language)}", ""]
        lines += [f"- **{_heading(item.rule)}**: {_plain(item.words.message)}" for item in items]
        lines.append("")
    return _text(lines)


def reference(rules: Sequence[Explained], language: Language) -> str:
    """Return the whole reference: a list of contents, then the pages by family.

    The anchor of a rule is its code and name, such as `#wp711-wrong-weekday`.
    """
    words = words_of(language)
    lines = [f"# {words['rules']}", ""]
    for family, items in _families(rules):
        lines += [f"- {_family(family, language)}"]
        lines += [f"  - [{_heading(item.rule)}](#{anchor(item.rule)})" for item in items]
    for family, items in _families(rules):
        lines += ["", f"## {_family(family, language)}", ""]
        for module in dict.fromkeys(item.module for item in items):
            lines += _module([item for item in items if item.module == module], language)
    return _text(lines)


def anchor(rule: Rule) -> str:
    """Return the anchor of a rule in the reference."""
    return f"{rule.code.lower()}-{rule.name}"


def _module(items: Sequence[Explained], language: Language) -> Iterator[str]:
    """Yield the rules of a module, then the page that they share."""
    page = items[0].page
    yield from (f"### {page.title.rstrip('.')}", "")
    for item in items:
        yield from (f"#### {_heading(item.rule)}", "", *_facts(item, language), "")
    yield from _parts(items[0], page.wrong, "####", language)


def _families(rules: Sequence[Explained]) -> list[tuple[str, list[Explained]]]:
    return [(family, list(items)) for family, items in groupby(rules, lambda item: item.family)]


def _family(family: str, language: Language) -> str:
    return f"WP{family}xx: {words_of(language)[f'family-{family}']}"


def _facts(item: Explained, language: Language) -> Iterator[str]:
    yield _fact("nature", words_of(language)[f"nature-{item.rule.nature.value}"], language)
    if item.asked:
        yield _fact("asked", asked(item, language), language)
    yield _fact("message", _plain(item.words.message), language)
    if item.words.help:
        yield _fact("explain-help", _plain(item.words.help), language)


def asked(item: Explained, language: Language) -> str:
    """Return what in a form switches a rule on, and the forms that have it."""
    words = words_of(language)
    names = f" {words['or']} ".join(f"`{name}`" for name in item.asked)
    said = words["asked-by"].format(names=names)
    if not item.forms:
        return said
    forms = words.listing([f"`{form}`" for form in item.forms])
    return f"{said}; {words['asked-in'].format(forms=forms)}"


def _fact(word: str, text: str, language: Language) -> str:
    return f"- **{words_of(language)[word]}:** {text}"


def _siblings(rules: Sequence[Rule], language: Language) -> str:
    if len(rules) <= _FEW:
        return ", ".join(_heading(rule) for rule in rules)
    return words_of(language)["same-page-many"].format(
        count=len(rules), first=rules[0].code, last=rules[-1].code
    )


def _parts(
    item: Explained, wrong: Sequence[Example], level: str, language: Language, note: str = ""
) -> Iterator[str]:
    what, why, bad, good = PARTS[language]
    yield from (f"{level} {what}", "", item.page.what, "")
    yield from (f"{level} {why}", "", item.page.why, "")
    rules = {rule.name: rule for rule in (item.rule, *item.siblings)}
    yield from (f"{level} {bad}", "")
    if note:
        yield from (note, "")
    for example in wrong:
        yield from _example(example, language)
        names = [_heading(rules[name]) for name in example.gives]
        yield from (words_of(language)["gives"].format(rules=words_of(language).listing(names)), "")
    yield from (f"{level} {good}", "")
    for example in item.page.right:
        yield from _example(example, language)


def _example(example: Example, language: Language) -> Iterator[str]:
    for excerpt in example.excerpts:
        yield from (f"{_place(excerpt, language)}:", "")
        yield from (f"```{excerpt.language}", excerpt.text, "```", "")


def _place(excerpt: Excerpt, language: Language) -> str:
    path = f"`{excerpt.path}`"
    if not excerpt.section:
        return path
    words = words_of(language)
    return words["excerpt-section"].format(path=path, section=_plain(excerpt.section))


def _heading(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def _plain(text: str) -> str:
    """Return a sentence as Markdown that shows it as it is."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"
