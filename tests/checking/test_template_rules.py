"""The rules that a form asks for by name: known ones, with parameters that they take."""

import shutil
from pathlib import Path

import pytest
from tests.checking import golden

from wp.checking.engine import check_repository, rule_modules
from wp.language.errors import render_error
from wp.reading.repository import packaged_templates, read_repository
from wp.reading.template import TemplateError

RULES = "rules:\n  activities-there: {list: activities}\n"
KINDS = [kind for module in rule_modules() for kind in getattr(module, "ASKED", ())]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A council with forms of its own."""
    root = tmp_path / "council"
    shutil.copytree(golden.BASE, root)
    (root / "templates").mkdir()
    for path in packaged_templates().glob("*.*"):
        if path.suffix in (".md", ".yml"):
            shutil.copy2(path, root / "templates")
    return root


def change(root: Path, old: str, new: str) -> int:
    """Change the one-pager's form and return the line of the change."""
    form = root / "templates" / "one-pager.md"
    text = form.read_text(encoding="utf-8")
    assert text.count(old) == 1
    form.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def refused(root: Path) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        check_repository(read_repository(root))
    return caught.value


def test_the_forms_as_they_are_name_rules_that_there_are(council: Path) -> None:
    assert check_repository(read_repository(council)) == []


def test_every_kind_that_a_form_may_name_has_its_own_name_and_is_named_in_one() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    forms = read_repository(golden.BASE).templates.values()
    assert set(names) == {name for form in forms for name in form.rules}


def test_a_misspelled_rule_is_a_broken_template(council: Path) -> None:
    line = change(council, RULES, RULES.replace("-there", "-ther")) + 1
    error = refused(council)
    assert render_error(error, "da") == (
        f"templates/one-pager.md:{line}: reglen “activities-ther” findes ikke. "
        "Mente du “activities-there”?"
    )
    assert render_error(error, "en") == (
        f"templates/one-pager.md:{line}: there is no rule “activities-ther”. "
        "Did you mean “activities-there”?"
    )


def test_a_rule_that_is_like_none_is_a_broken_template(council: Path) -> None:
    line = change(council, RULES, "rules:\n  vejret: {}\n") + 1
    said = render_error(refused(council), "da")
    known = ", ".join(sorted(kind.name for kind in KINDS))
    assert said == f"templates/one-pager.md:{line}: reglen “vejret” findes ikke. Kendte er {known}."


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ("{lst: activities}", "“lst” isn't known here."),
        ("{list: [activities]}", '“list” can\'t be ["activities"].'),
    ],
)
def test_a_parameter_that_a_rule_does_not_take(council: Path, parameters: str, reason: str) -> None:
    line = change(council, RULES, f"rules:\n  activities-there: {parameters}\n") + 1
    said = render_error(refused(council), "en")
    assert said == (
        f"templates/one-pager.md:{line}: the rule “activities-there” can't use what stands here: "
        f"{reason}"
    )


def test_a_rule_that_no_form_names_does_not_run(council: Path) -> None:
    change(council, RULES, "rules:\n")
    path = council / "content" / "one-pagers" / "datakvalitet.md"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: submitted")
    start, end = text.index("activities:\n"), text.index("interfaces:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert check_repository(read_repository(council)) == []


def test_a_form_may_leave_all_parameters_out(council: Path) -> None:
    change(council, RULES, "rules:\n  activities-there: {}\n")
    assert check_repository(read_repository(council)) == []


REQUIRED = "  required: [title, status, focus_area"


@pytest.mark.parametrize(
    ("old", "new", "danish", "english"),
    [
        (
            "      maxLength: 90\n",
            "      maxlength: 90\n",
            "skemaet har ikke noget ord “maxlength”. Mente du “maxLength”?",
            "a schema has no word “maxlength”. Did you mean “maxLength”?",
        ),
        (
            "      x-reference: focus_areas\n",
            "      x-refrence: focus_areas\n",
            "skemaet har ikke noget ord “x-refrence”. Mente du “x-reference”?",
            "a schema has no word “x-refrence”. Did you mean “x-reference”?",
        ),
        (
            REQUIRED,
            REQUIRED.replace("title", "titel"),
            "required nævner “titel”, som ikke er et felt her. Mente du “title”?",
            "required names “titel”, which is no field here. Did you mean “title”?",
        ),
        (
            REQUIRED,
            f"{REQUIRED}, budget",
            "required nævner “budget”, som ikke er et felt her. Tilføj det under properties, eller "
            "slet det i required.",
            "required names “budget”, which is no field here. Add it under properties, or delete "
            "it from required.",
        ),
        (
            "      items: {type: string, x-reference: goals}\n",
            "      items: {type: string, x-reference: goal}\n",
            "x-reference nævner “goal”, som ingen skabelon har. Mente du “goals”?",
            "x-reference names “goal”, which no template has. Did you mean “goals”?",
        ),
        (
            "## Behov {#needs",
            "## mål: {#needs",
            "der er allerede en overskrift “mål:” på det samme niveau.",
            "there is a heading “mål:” at the same level already.",
        ),
    ],
)
def test_a_form_that_no_document_can_satisfy_is_a_broken_template(
    council: Path, old: str, new: str, danish: str, english: str
) -> None:
    line = change(council, old, new)
    error = refused(council)
    assert render_error(error, "da") == f"templates/one-pager.md:{line}: {danish}"
    assert render_error(error, "en") == f"templates/one-pager.md:{line}: {english}"


def test_a_word_of_the_form_s_writer_in_the_schema_is_no_mistake(council: Path) -> None:
    change(
        council, "      maxLength: 90\n", "      maxLength: 90\n      remark: Besluttet i maj.\n"
    )
    assert check_repository(read_repository(council)) == []


def test_a_field_may_be_demanded_where_others_may_stand_too(council: Path) -> None:
    change(council, "  then: {required: [awaiting]}", "  then: {required: [hvornaar]}")
    assert check_repository(read_repository(council)) == []
