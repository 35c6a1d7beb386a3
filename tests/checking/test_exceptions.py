"""Exceptions from rules: which lines they count for, which rules allow them, what is said of them.

The cases in `tests/cases/ignore-*` hold the sentences; here are the corners.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checking import golden

from wp.checking.engine import all_rules, judge, rule_modules
from wp.checking.ignoring.catalogue import Catalogue
from wp.checking.ignoring.globs import compiled
from wp.checking.ignoring.kinds import FIRM_NAMES, is_firm
from wp.checking.ignoring.settle import Judgement
from wp.errors import WpError
from wp.findings import Finding, Layout, Nature, Severity
from wp.language.errors import render_error
from wp.language.messages import Language
from wp.publishing.build import build_documents
from wp.reading.document import make_document
from wp.reading.repository import Repository, read_repository, template_for
from wp.reading.source import decode

PAGE = "content/one-pagers/datakvalitet.md"
NEEDS = "Rådet skal først have en liste over de data, der skal måles, og en aftale om metoden.\n"
MAIL = "Spørgsmål sendes til data@example.dk, som bliver læst hver dag."
MADE = "wp: ignore email-address En fælles postkasse"


@cache
def base() -> Repository:
    return read_repository(golden.BASE)


def judged(text: str, path: str = PAGE, layouts: Mapping[str, Layout] | None = None) -> Judgement:
    """Judge the base of the cases with another text in one of its files."""
    source, faults = decode(path, text.encode())
    document = make_document(source, template_for(base().templates, path), faults)
    others = [other for other in base().documents if other.path != path]
    documents = tuple(sorted([*others, document], key=lambda one: one.path))
    return judge(replace(base(), documents=documents), None if layouts is None else lambda: layouts)


def page(needs: str) -> str:
    """Return the one-pager with a text of its own in the section that begins on line 35."""
    text = base().by_path[PAGE].source.text
    assert text.count(NEEDS) == 1
    assert text[: text.index(NEEDS)].count("\n") == 36
    return text.replace(NEEDS, NEEDS + "\n" + needs)


def found(judgement: Judgement) -> list[str]:
    """Return the findings of the one-pager, each as its rule and line."""
    return [f"{d.finding.rule.name} {d.finding.span.line}" for d in judgement.diagnostics]


def suppressed(judgement: Judgement) -> list[int]:
    """Return the lines of the findings that were suppressed."""
    return sorted(one.span.line for one in judgement.suppressed)


# Where a comment counts; the text begins on line 39


@pytest.mark.parametrize(
    ("text", "left", "gone"),
    [
        (f"<!-- {MADE} -->\n{MAIL}\n{MAIL}\n\n{MAIL}", ["email-address 43"], [40, 41]),
        (f"<!-- {MADE} -->\n\n\n{MAIL}\n\n{MAIL}", ["email-address 44"], [42]),
        (f"{MAIL} <!-- {MADE} -->\n{MAIL}", ["email-address 40"], [39]),
        (f"{MAIL}\n{MAIL} <!-- {MADE} -->\n{MAIL}", ["email-address 39", "email-address 41"], [40]),
        (f"<!-- {MADE} -->\n- {MAIL}\n- {MAIL}\n\n{MAIL}", ["email-address 43"], [40, 41]),
        (f"- a\n  - b\n\n    <!-- {MADE} -->\n- {MAIL}\n\n{MAIL}", ["email-address 45"], [43]),
        (f"- <!-- {MADE} -->\n  {MAIL}\n- {MAIL}", ["email-address 41"], [40]),
        (f"1. a\n2. {MAIL} <!-- {MADE} -->\n3. {MAIL}", ["email-address 41"], [40]),
        (f"> <!-- {MADE} -->\n> {MAIL}\n\n{MAIL}", ["email-address 42"], [40]),
        (f"a[^1]\n\n[^1]: {MAIL} <!-- {MADE} -->\n", [], [41]),
        (f"<!-- {MADE} -->\n[^1]: {MAIL}\n\na[^1]", [], [40]),
        (f"<!-- a --> <!-- {MADE} -->\n<!-- b -->\n{MAIL}", [], [41]),
        (f"<!--\n{MADE}\n-->\n{MAIL}", [], [42]),
        (f"<!-- {MADE} -->\n<b>{MAIL}</b>", ["raw-html 40"], [40]),
        (f"```\n<!-- {MADE} -->\n```\n{MAIL}", ["email-address 42"], []),
        (f"    <!-- {MADE} -->\n\n{MAIL}", ["email-address 41"], []),
        (f"`<!-- {MADE} -->` {MAIL}", ["email-address 39"], []),
        (f"\\<!-- {MADE} --> {MAIL}", ["email-address 39"], []),
        (f"| a | `<!-- {MADE} -->` {MAIL} |\n| - | - |\n| b | c |", ["email-address 39"], []),
        (f"| a | {MAIL} |\n| - | - |\n| b | {MAIL} | <!-- {MADE} -->", ["email-address 39"], [41]),
        (f"### A <!-- {MADE} -->\n\n{MAIL}", ["email-address 41", "ignore-unused 39"], []),
    ],
)  # fmt: skip
def test_the_lines_of_a_comment_in_the_text(text: str, left: list[str], gone: list[int]) -> None:
    judgement = judged(page(text + "\n"))
    assert (sorted(found(judgement)), suppressed(judgement)) == (left, gone)


def test_a_section_ends_at_the_next_heading_of_its_level() -> None:
    text = (
        f"<!-- {MADE} -->\n### A\n\n{MAIL}\n\n#### B\n\n{MAIL}\n\n### C\n\n{MAIL}\n\n"
        f"<!-- {MADE} -->\n\n#### D\n\n{MAIL}\n"
    )
    judgement = judged(page(text))
    # the last of them runs to "## Aktiviteter"
    assert (found(judgement), suppressed(judgement)) == (["email-address 50"], [42, 46, 56])


def test_of_nested_exceptions_the_narrowest_counts_and_the_rest_are_said_to_be_unused() -> None:
    text = page(f"{MAIL} <!-- {MADE} -->\n\n{MAIL}\n").replace(
        "## Behov", f"<!-- {MADE} -->\n## Behov"
    )
    judgement = judged(text)
    assert (found(judgement), suppressed(judgement)) == ([], [40, 42])
    judgement = judged(text.replace(f"\n\n{MAIL}\n\n", "\n\n"))
    assert (found(judgement), suppressed(judgement)) == (["ignore-unused 35"], [40])


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_a_comment_at_the_end_of_a_file_counts_for_nothing(end: str) -> None:
    text = base().by_path[PAGE].source.text.rstrip() + f"\n\n<!-- {MADE} -->{end}"
    last = text.rstrip().count("\n") + 1
    ended = [] if end else [f"line-not-ended {last}"]
    assert found(judged(text)) == [f"ignore-unused {last}", *ended]


def test_line_ends_of_windows_make_no_difference() -> None:
    text = page(f"<!-- {MADE} -->\n{MAIL}\n").replace(
        "title: Datakvalitet\n", f"# {MADE}\ntitle: Datakvalitet data@example.dk\n"
    )
    judgement = judged(text.replace("\n", "\r\n"))
    assert found(judgement) == ["carriage-return 1"]
    assert suppressed(judgement) == [3, 41]


@pytest.mark.parametrize(
    ("text", "left", "gone"),
    [
        (f"# {MADE}\nroles:\n  - {{id: a, name: data@example.dk}}", [], [3]),
        (f"roles:  # {MADE}\n  - {{id: a, name: data@example.dk}}",
         ["email-address 2", "ignore-unused 1"], []),
        (f"roles:\n  # {MADE}\n\n  # og mere\n  -\n    id: a\n    name: data@example.dk\n"
         "  - {id: b, name: data@example.dk}", ["email-address 8"], [7]),
        (f"roles:\n  - id: a  # {MADE}\n    name: data@example.dk",
         ["email-address 3", "ignore-unused 2"], []),
        (f"roles:\n  - {{id: a,  # {MADE}\n     name: data@example.dk}}",
         ["email-address 3", "ignore-unused 2"], []),
        (f"roles:\n  - id: a\n    name: >-  # {MADE}\n      Rolle\n\n      data@example.dk",
         [], [6]),
        (f"roles:\n  - id: a\n    name: \"Rolle # {MADE}\n      data@example.dk\"  # {MADE}",
         [], [4]),
        (f"roles:\n  - id: a\n    name: Rolle\n      hos data@example.dk  # {MADE}", [], [4]),
        (f"roles:\n  - id: a\n    name: |\n      # {MADE}\n      data@example.dk",
         ["email-address 5"], []),
        ("roles:\n  - id: a\n    name: Rolle#wp:ignore data@example.dk", ["email-address 3"], []),
        (f"roles:\n  - id: a\n    name: 'Rolle # {MADE}' # data@example.dk",
         ["email-address 3"], []),
        (f"roles:\n  - id: a\n    name: data@example.dk\n# {MADE}",
         ["email-address 3", "ignore-unused 4"], []),
        (f"roles:\n  - &a {{id: a, name: data@example.dk}}  # {MADE}", [], [2]),
        (f"roles: # {MADE}\n  [{{id: a, name: data@example.dk}}]",
         ["email-address 2", "ignore-unused 1"], []),
    ],
)  # fmt: skip
def test_the_lines_of_a_comment_in_the_fields(text: str, left: list[str], gone: list[int]) -> None:
    people = base().by_path["content/people.yml"].source.text
    judgement = judged(f"{text}\n{people}", "content/people.yml")
    if text.endswith(f"\n# {MADE}"):
        judgement = judged(f"{people}{text}\n", "content/people.yml")
        lines = people.count("\n")
        left = [re.sub(r"\d+$", lambda m: str(int(m[0]) + lines), one) for one in left]
    assert (sorted(found(judgement)), suppressed(judgement)) == (left, gone)


def test_in_fields_that_cannot_be_read_a_comment_counts_for_a_line() -> None:
    people = f"# {MADE}\n# og mere\nx: data@example.dk\ny: data@example.dk  # {MADE}\nz: a: b\n"
    judgement = judged(people, "content/people.yml")
    assert suppressed(judgement) == [3, 4]
    assert "ignore-unused 1" not in found(judgement)


def test_the_same_rule_twice_in_one_comment_is_said_once_too_often() -> None:
    judgement = judged(page(f"{MAIL} <!-- wp: ignore email-address, WP911 En postkasse -->\n"))
    assert (found(judgement), suppressed(judgement)) == (["ignore-unused 39"], [39])
    column = len(MAIL) + len(" <!-- wp: ignore email-address, ") + 1
    assert judgement.diagnostics[0].finding.span.column == column


def test_two_findings_of_one_line_need_one_exception() -> None:
    judgement = judged(page(f"a@example.dk, b@example.dk <!-- {MADE} -->\n"))
    assert (found(judgement), suppressed(judgement)) == ([], [39, 39])


def test_more_exceptions_than_a_file_may_have_are_said_to_be_too_many() -> None:
    judgement = judged(page(f"{MAIL} <!-- {MADE} -->\n\n" * 502))
    assert len(suppressed(judgement)) == 500
    assert found(judgement) == [
        "too-many-words 35", "email-address 1039", "ignore-malformed 1039", "email-address 1041",
    ]  # fmt: skip


# Rules


def test_the_false_that_may_be_excepted() -> None:
    """Everything else that is false holds without exception; a new rule has to be thought of."""
    assert {r.name for r in all_rules() if r.nature is Nature.FALSE and not is_firm(r)} == {
        "outside-period", "starts-too-early", "status-differs", "unsettled-basis",
        "superseded-twice", "superseded-by-older", "approved-too-early", "wrong-weekday",
        "time-runs-backwards", "agenda-overlap", "item-outside-meeting", "item-number-repeats",
        "issued-before-meeting", "next-meeting-not-later", "present-and-absent", "listed-twice",
        "substitute-for-present", "two-substitutes", "substitute-for-two",
        "decision-id-of-another-meeting", "action-due-too-early", "low-contrast",
        "internal-mention",
        "action-done-too-early",
    }  # fmt: skip


def test_what_is_not_false_may_be_excepted_but_for_the_rules_on_exceptions() -> None:
    firm = {r.code for r in all_rules() if r.nature is not Nature.FALSE and is_firm(r)}
    assert firm == {"WP950", "WP951", "WP952", "WP953", "WP954", "WP956"}
    assert {r.name for r in all_rules() if r.nature is Nature.FALSE} >= FIRM_NAMES


def case_of(code: str) -> str:
    """Return the first case in which a rule is the only error."""
    for name in golden.case_names():
        text = (golden.CASES / name / "expected.en.txt").read_text(encoding="utf-8")
        if set(re.findall(r"^\S+ error (WP\d+) ", text, re.MULTILINE)) == {code}:
            return name
    raise AssertionError(code)


@pytest.mark.parametrize(
    "code", [r.code for r in all_rules() if r.nature is Nature.FALSE and not is_firm(r)]
)
def test_the_programme_is_built_in_spite_of_what_may_be_excepted(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    golden.assemble(golden.CASES / case_of(code), tmp_path, monkeypatch)
    programme = tmp_path / "content" / "programme.md"
    text = programme.read_text(encoding="utf-8")
    checks = f"checks:\n  - {{rule: {code}, severity: off, reason: Rådet vil det}}\n"
    programme.write_text(text.replace("---\n", f"---\n{checks}", 1), encoding="utf-8")
    repository = read_repository(tmp_path)
    judgement = judge(repository)
    assert code in {one.rule.code for one in judgement.suppressed}
    assert [d for d in judgement.diagnostics if d.severity is Severity.ERROR] == []
    pages = [one.path for one in repository.documents if one.path.startswith("content/minutes")]
    assert build_documents(repository, [], ["md", "html"], lambda name: None).files
    assert build_documents(repository, pages, ["md", "html"], lambda name: None).files


# What can't be said of an exception


def test_a_rule_on_pages_is_not_unused_while_no_page_is_measured() -> None:
    text = page("").replace(
        "title: ", "ignore:\n  - {rule: too-many-pages, reason: Et bilag fylder}\ntitle: ", 1
    )
    assert found(judged(text)) == []
    assert found(judged(text, layouts={PAGE: Layout(1, 0)})) == ["ignore-unused 3"]
    over = judged(text, layouts={PAGE: Layout(2, 3)})
    assert (found(over), [one.rule.name for one in over.suppressed]) == ([], ["too-many-pages"])


def test_pages_are_all_that_depends_on_a_layout() -> None:
    modules = [module for module in rule_modules() if hasattr(module, "check_layout")]
    assert [rule.name for module in modules for rule in module.RULES] == [
        "too-many-pages", "not-laid-out",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "field", ["", "[]", "email-address", "{rule: raw-html, reason: Fra en anden}", "7", "[[a]]"]
)
def test_a_field_that_is_no_list_of_exceptions_is_malformed(field: str) -> None:
    text = page("").replace("title: ", f"ignore: {field}".rstrip() + "\ntitle: ", 1)
    expected = [] if field == "[]" else ["ignore-malformed 2"]
    assert found(judged(text)) == expected


# Forms


def with_form(root: Path, old: str, new: str) -> Repository:
    """Return a council with a form of its own for one-pagers, and an exception in one of them."""
    form = (Path(base().root).parents[1] / "templates" / "one-pager.md").read_text(encoding="utf-8")
    assert form.count(old) == 1
    shutil.copytree(golden.BASE, root, dirs_exist_ok=True)
    (root / "templates").mkdir()
    (root / "templates" / "one-pager.md").write_text(form.replace(old, new), encoding="utf-8")
    text = page(MAIL + "\n").replace("title: ", f"ignore:\n  - {FIELD}\ntitle: ", 1)
    (root / PAGE).write_text(text, encoding="utf-8")
    return read_repository(root)


FIELD = "{rule: email-address, reason: En fælles postkasse}"
PROPERTIES = "  properties:\n    title:\n      type: string\n      minLength: 3\n"


def test_a_form_that_closes_itself_in_another_way_takes_the_field_too(tmp_path: Path) -> None:
    judgement = judge(
        with_form(tmp_path, PROPERTIES, f"  unevaluatedProperties: false\n{PROPERTIES}")
    )
    assert (found(judgement), suppressed(judgement)) == ([], [41])


def test_a_form_with_a_field_of_that_name_keeps_it(tmp_path: Path) -> None:
    own = "    ignore: {type: array, items: {type: object}, title: Uden for emnet}\n"
    repository = with_form(
        tmp_path, PROPERTIES, PROPERTIES.replace("    title:\n", f"{own}    title:\n")
    )
    judgement = judge(repository)
    assert (found(judgement), suppressed(judgement)) == (["email-address 41"], [])
    assert repository.by_path[PAGE].data["ignore"] == [
        {"rule": "email-address", "reason": "En fælles postkasse"}
    ]


def test_the_field_is_no_part_of_what_a_document_says() -> None:
    text = page("").replace("title: ", f"ignore:\n  - {FIELD}\ntitle: ", 1)
    source, _ = decode(PAGE, text.encode())
    document = make_document(source, template_for(base().templates, PAGE), ())
    assert "ignore" not in document.data
    assert document.data == base().by_path[PAGE].data


# The programme's settings


def checked(checks: str, needs: str = f"{MAIL}\n") -> list[str]:
    """Return the findings of a council whose programme says how severe rules are."""
    path = "content/programme.md"
    programme = (
        base().by_path[path].source.text.replace("economy:\n", f"checks:\n{checks}economy:\n", 1)
    )
    documents = []
    for document in base().documents:
        if document.path in (path, PAGE):
            text = programme if document.path == path else page(needs)
            source, faults = decode(document.path, text.encode())
            document = make_document(source, document.template, faults)
        documents.append(document)
    judgement = judge(replace(base(), documents=tuple(documents)))
    return [f"{d.finding.rule.name} {d.severity}" for d in judgement.diagnostics]


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ("  - {rule: email-address, severity: error, reason: Rådet}\n", ["email-address error"]),
        ("  - {rule: email-address, severity: info, reason: Rådet}\n", ["email-address info"]),
        ("  - {rule: Wp911, severity: off, reason: Rådet}\n", []),
        ("  - {rule: WP911, severity: off, paths: [content/minutes], reason: Rådet}\n",
         ["email-address warning"]),
        ("  - {rule: WP911, severity: error, reason: Rådet}\n"
         "  - {rule: WP911, severity: off, paths: [content/one-pagers/], reason: Rådet}\n", []),
        ("  - {rule: WP911, severity: off, paths: [content/one-pagers/], reason: Rådet}\n"
         "  - {rule: WP911, severity: error, reason: Rådet}\n", ["email-address error"]),
        ("  - {rule: WP911, severity: none, reason: Rådet}\n",
         ["email-address warning", "unknown-value error"]),
        ("  - {rule: WP911, severity: [off], reason: Rådet}\n",
         ["email-address warning", "unknown-value error"]),
        ("  - {rule: WP911, severity: off, paths: content, reason: Rådet}\n",
         ["email-address warning", "wrong-type error"]),
        ("  - {rule: WP911, severity: off, paths: [], reason: Rådet}\n",
         ["email-address warning", "empty-field warning"]),
        ("  - {rule: WP911, reason: Rådet}\n", ["email-address warning", "missing-field warning"]),
        ("  - {severity: off, reason: Nej}\n", ["email-address warning", "missing-field warning"]),
        ("  - WP911\n", ["email-address warning", "wrong-type error"]),
    ],
)  # fmt: skip
def test_the_severity_that_the_council_wants(checks: str, expected: list[str]) -> None:
    assert sorted(checked(checks)) == expected


def test_a_rule_that_holds_without_exception_can_be_made_no_less() -> None:
    checks = "  - {rule: cpr-number, severity: warning, reason: Rådet}\n"
    assert checked(checks, "Nummeret er 010203-1234.\n") == [
        "cpr-number error", "ignore-not-allowed warning",
    ]  # fmt: skip
    checks = "  - {rule: ignore-unused, severity: error, reason: Rådet}\n"
    assert checked(checks, f"<!-- {MADE} -->\nTekst.\n") == ["ignore-unused error"]


def test_an_exception_is_used_though_the_rule_is_off() -> None:
    checks = "  - {rule: email-address, severity: off, reason: Rådet}\n"
    assert checked(checks, f"<!-- {MADE} -->\n{MAIL}\n") == []


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("content/minutes/*.md", "content/minutes/2027-03-02.md", True),
        ("content/minutes/*.md", "content/minutes/old/2027-03-02.md", False),
        ("content/**/*.md", "content/programme.md", True),
        ("content/**/*.md", "content/minutes/old/2027-03-02.md", True),
        ("**", "content/people.yml", True),
        ("**/2027*", "content/minutes/2027-03-02.md", True),
        ("content/minutes", "content/minutes/2027-03-02.md", True),
        ("content/minutes/", "content/minutes/2027-03-02.md", True),
        ("content/minute", "content/minutes/2027-03-02.md", False),
        ("content/*", "content/minutes/2027-03-02.md", True),
        ("content/people.yml", "content/peopleXyml", False),
        ("content/peopl?.yml", "content/people.yml", True),
        ("minutes/*.md", "content/minutes/2027-03-02.md", False),
        ("content/[a].md", "content/[a].md", True),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, matches: bool) -> None:
    assert bool(compiled(pattern).fullmatch(path)) is matches


# Rules chosen on the command line


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (["WP401"], ["WP401"]),
        (["wp401, dangling-reference"], ["WP401"]),
        (["dangling-reference", "WP93"], ["WP401", "WP930", "WP931"]),
        (["WP94,wp95"], ["WP940", "WP941", *(f"WP95{n}" for n in range(7))]),
    ],
)
def test_rules_are_chosen_by_code_beginning_and_name(values: list[str], codes: list[str]) -> None:
    assert sorted(Catalogue(all_rules()).select(values)) == codes


def test_the_beginning_of_all_codes_is_all_rules() -> None:
    assert Catalogue(all_rules()).select(["WP"]) == {rule.code for rule in all_rules()}


@pytest.mark.parametrize(
    ("value", "language", "sentence"),
    [
        ("noregister", "en", "“noregister” is no rule. Use a code, the beginning of one (WP4), "
         "or a name."),
        ("rawhtml", "da", "“rawhtml” er ingen regel. Mente du “raw-html”?"),
        ("rawhtml", "en", "“rawhtml” is no rule. Did you mean “raw-html”?"),
        ("vrøvl", "da", "“vrøvl” er ingen regel. Brug en kode, begyndelsen af en (WP4) eller et "
         "navn."),
        ("", "en", "“” is no rule. Use a code, the beginning of one (WP4), or a name."),
        ("W", "en", "“W” is no rule. Use a code, the beginning of one (WP4), or a name."),
        ("WP40x", "en", "“WP40x” is no rule. Use a code, the beginning of one (WP4), or a name."),
        ("WP4012", "en", "“WP4012” is no rule. Use a code, the beginning of one (WP4), or a name."),
    ],
)  # fmt: skip
def test_what_names_no_rule(value: str, language: Language, sentence: str) -> None:
    with pytest.raises(WpError) as caught:
        Catalogue(all_rules()).select(["WP401", value])
    assert render_error(caught.value, language) == sentence


# Laws

PIECES = st.lists(
    st.sampled_from(
        [
            f"<!-- {MADE} -->", "<!-- wp: ignore raw-html, email-address Grund -->", "<!--", "-->",
            "<!-- wp:ignore x -->", "<!-- wp: ignore cpr-number Grund -->", "<!-- wp: ignore",
            "- ", "> ", "| ", "## Tid", "### A", "```", "`", "\n", "\n\n", "    ", "<b>",
            "data@example.dk", "010203-1234", "# ", f"# {MADE}", ": ", "[^1]", "[^1]: ",
            "| - | - |", "wp: ignore",
        ]
    ),
    max_size=25,
).map(" ".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(PIECES, st.booleans())
def test_no_finding_is_lost_and_none_but_the_excepted_is_left_out(text: str, fields: bool) -> None:
    """What is shown and what is suppressed are together what the rules found, and no more."""
    whole = page(text + "\n")
    if fields:
        whole = base().by_path[PAGE].source.text.replace("horizon: ", f"{text}\nhorizon: ", 1)
    source, faults = decode(PAGE, whole.encode())
    document = make_document(source, template_for(base().templates, PAGE), faults)
    others = [other for other in base().documents if other.path != PAGE]
    documents = tuple(sorted([*others, document], key=lambda one: one.path))
    repository = replace(base(), documents=documents)
    raw: list[Finding] = []
    for module in rule_modules():
        for one in repository.documents if hasattr(module, "check") else ():
            raw += module.check(one, repository)
        raw += module.check_all(repository) if hasattr(module, "check_all") else ()
    judgement = judge(repository)
    shown = [d.finding for d in judgement.diagnostics if d.finding.rule.name != "ignore-unused"]
    assert len(shown) + len(judgement.suppressed) == len(raw)
    # where the fields can't be read, a finding keeps everything but its repair
    bare = [replace(one, fix=None) for one in raw]
    assert all(replace(one, fix=None) in bare for one in (*shown, *judgement.suppressed))
    assert not any(is_firm(one.rule) for one in judgement.suppressed)
    for one in judgement.diagnostics:
        span = one.finding.span
        assert 1 <= span.line <= whole.count("\n") + 1
        assert (span.end_line, span.end_column) >= (span.line, span.column)
