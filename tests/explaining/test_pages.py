"""Every rule has a page in both languages, and `wp explain` and the reference say the same."""

import html
import json
import re
from typing import get_args

import pyromark
import pytest

from wp.checking.engine import all_rules, rule_modules
from wp.explaining.explain import explanation
from wp.explaining.markdown import anchor, listing, reference, rule_page
from wp.explaining.page import PARTS
from wp.explaining.rules import Explained, explained_rules
from wp.language.messages import Language
from wp.language.pages import danish_names
from wp.reading.slugs import slugs

LANGUAGES: tuple[Language, ...] = get_args(Language)
RULES = {language: explained_rules(language, None) for language in LANGUAGES}
KINDS = list(dict.fromkeys(item.module for item in RULES["en"]))
PAGES = [
    pytest.param([item for item in rules if item.module == kind], language, id=f"{kind}-{language}")
    for language, rules in RULES.items()
    for kind in KINDS
]
# Words that only one of the two languages has; what is quoted or code may be in either.
DANISH = re.compile(r"\b(og|ikke|eller|mangler|findes|skal|kan|er|af)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|and|not|or|is|are|must|of|can't|doesn't)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`")


def shown(markdown: str) -> str:
    """Return what a reader sees of Markdown, every space as one."""
    text = re.sub(r"<[^>]+>", "", pyromark.html(markdown))
    return " ".join(html.unescape(text).split())


def test_every_rule_is_explained() -> None:
    for language in LANGUAGES:
        assert [item.rule for item in RULES[language]] == all_rules()


def test_every_kind_of_rule_has_a_danish_page_and_no_page_lacks_its_kind() -> None:
    names = [module.__name__.rpartition(".")[2] for module in rule_modules()]
    assert danish_names() == sorted(names)


@pytest.mark.parametrize(("items", "language"), PAGES)
def test_a_page_has_all_its_parts(items: list[Explained], language: Language) -> None:
    for item in items:
        page = rule_page(item, language)
        for part in (item.page.title, item.page.what, item.page.why, item.words.message):
            assert part.strip(), item.rule
        assert page.startswith(f"# {item.rule.code} {item.rule.name}\n\n{item.page.title}\n")
        what, why, wrong, right = PARTS[language]
        form = rf"\n## {what}\n(.+)\n## {why}\n(.+)\n## {wrong}\n(.+)\n## {right}\n(.+)"
        match = re.search(form, page, re.DOTALL)
        assert match, item.rule
        assert all(part.strip() for part in match.groups()), item.rule
        assert "```" in match[3]
        assert "```" in match[4]


@pytest.mark.parametrize(("items", "language"), PAGES)
def test_a_page_shows_the_rules_own_words(items: list[Explained], language: Language) -> None:
    """Stars and brackets in a sentence are shown, not taken for Markdown."""
    for item in items:
        text = shown(rule_page(item, language))
        assert f": {item.words.message} " in text
        assert f": {item.words.help} " in text or not item.words.help
        assert not re.search(r"{\w+(:[^}]+)?}", item.words.message + item.words.help), item.rule


@pytest.mark.parametrize(("items", "language"), PAGES)
def test_a_page_is_written_in_its_language(items: list[Explained], language: Language) -> None:
    page = items[0].page
    text = QUOTED.sub("", " ".join((page.title, page.what, page.why)))
    other = ENGLISH if language == "da" else DANISH
    assert not other.search(text), other.search(text)


@pytest.mark.parametrize(("items", "language"), PAGES)
def test_the_prose_of_a_page_is_paragraphs_and_plain_lists(
    items: list[Explained], language: Language
) -> None:
    """No line that was folded begins as a heading, a quotation or a numbered list."""
    page = items[0].page
    for part in (page.title, page.what, page.why):
        tags = set(re.findall(r"<(\w+)", pyromark.html(part)))
        assert tags <= {"p", "code", "ul", "li"}, (tags, part)


def test_danish_and_english_pages_are_two_texts() -> None:
    for danish, english in zip(RULES["da"], RULES["en"], strict=True):
        assert danish.page.what != english.page.what
        assert danish.page.why != english.page.why
        assert danish.page.wrong == english.page.wrong
        assert danish.page.right == english.page.right


@pytest.mark.parametrize(
    ("name", "message", "said"),
    [
        ("missing-field", "Feltet “…” mangler.", "Skriv navn, kolon, mellemrum og værdi"),
        ("demanded-field", "Feltet “…” skal udfyldes.", "Udfyld feltet, eller ret det"),
        ("unknown-value", "Ved “…” er “…” ikke en af mulighederne.", "Vælg “…” eller “…”."),
        ("too-short", "Teksten ved “…” er på … tegn; der skal være mindst …", "Skriv den helt ud."),
        ("wrong-type", "Ved “…” skal der stå “…” eller “…”, men “…” er …", ""),
        (
            "misplaced-section",
            "Afsnittet “…” står ikke på sin plads. Det skal stå efter “…”.",
            "Flyt",
        ),
        (
            "limb-unanswered",
            "Indstillingen til punkt … har … led, men referatet giver kun … klare svar.",
            "Skriv en",
        ),
        (
            "yaml-bracket",
            "Parenteserne passer ikke sammen, eller der står tekst lige efter dem.",
            "En liste på én linje",
        ),
    ],
)
def test_a_message_is_shown_with_what_a_finding_fills_in_left_open(
    name: str, message: str, said: str
) -> None:
    (words,) = [item.words for item in RULES["da"] if item.rule.name == name]
    assert words.message == message
    assert words.help.startswith(said)
    assert bool(words.help) == bool(said)


# The reference


def sections(text: str) -> dict[str, str]:
    """Return the text below each heading of a reference up to the next, by the heading's anchor."""
    plain = re.sub(r"^```.*?^```$", lambda m: "\n" * m[0].count("\n"), text, flags=re.M | re.S)
    lines, rows = text.splitlines(), plain.splitlines()
    at = [number for number, line in enumerate(rows) if re.match(r"#+ ", line)]
    names = slugs(rows[number].lstrip("# ") for number in at)
    ends = [*at[1:], len(rows)]
    return {
        name: "\n".join(lines[start + 1 : end])
        for name, start, end in zip(names, at, ends, strict=True)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_of_the_reference_lead_to_every_rule(language: Language) -> None:
    text = reference(RULES[language], language)
    links = re.findall(r"^  - \[(WP\d+) ([\w-]+)\]\(#([\w-]+)\)$", text, re.MULTILINE)
    assert [(code, name) for code, name, _ in links] == [(r.code, r.name) for r in all_rules()]
    assert [link for *_, link in links] == [anchor(rule) for rule in all_rules()]
    found = sections(text)
    assert {link for *_, link in links} <= set(found), "each link has its heading"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_says_of_each_rule_what_its_page_says(language: Language) -> None:
    text = reference(RULES[language], language)
    found = sections(text)
    for item in RULES[language]:
        page = rule_page(item, language)
        facts = [line for line in page.splitlines() if line.startswith("- **")]
        if item.siblings:
            facts.pop()  # which other rules are on the page
        assert found[anchor(item.rule)].strip() == "\n".join(facts)
        what, why, wrong, right = PARTS[language]
        for part in re.split(rf"^## (?:{what}|{why}|{wrong}|{right})$", page, flags=re.M)[1:]:
            own = any(item.rule.name in example.gives for example in item.page.wrong)
            blocks = part.strip().split("\n\n")
            assert all(f"\n{block}\n" in text for block in (blocks if own else blocks[1:]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_a_line_for_every_rule(language: Language) -> None:
    text = listing(RULES[language], language)
    codes = re.findall(r"^- \*\*(WP\d+) ([\w-]+)\*\*: \S", text, re.MULTILINE)
    assert codes == [(rule.code, rule.name) for rule in all_rules()]
    assert len(re.findall(r"^## WP\dxx: \S", text, re.MULTILINE)) == len({c[2] for c, _ in codes})


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_says_what_the_pages_say(language: Language) -> None:
    def ask(name: str | None) -> dict[str, object]:
        text = explanation(name, everything=False, output="json", language=language, root=None)
        return json.loads(text)

    document = ask(None)
    assert {key: document[key] for key in ("version", "language")} == {
        "version": 1,
        "language": language,
    }
    rules = document["rules"]
    assert isinstance(rules, list)
    assert [rule["code"] for rule in rules] == [rule.code for rule in all_rules()]
    for rule, item in zip(rules, RULES[language], strict=True):
        assert (rule["name"], rule["message"]) == (item.rule.name, item.words.message)
        assert shown(rule["what"]) == shown(item.page.what)
        assert shown(rule["why"]) == shown(item.page.why)
        assert [x["text"] for e in rule["right"] for x in e["excerpts"]] == [
            x.text for e in item.page.right for x in e.excerpts
        ]
        assert rule["wrong"][0]["gives"] == list(item.page.wrong[0].gives)
    assert ask("wp711")["rules"] == [rule for rule in rules if rule["code"] == "WP711"]
