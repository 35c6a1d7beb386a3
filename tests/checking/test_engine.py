"""How bad a finding is follows from its rule's nature and its document's status alone."""

import dataclasses
import inspect
import re
from functools import cache
from types import ModuleType

import pytest
from tests.checking import golden

from wp.caching.judged import Judged
from wp.checking.engine import check_repository, rule_modules, severity_of
from wp.findings import Finding, Nature, Rule, Severity, Span
from wp.reading.document import make_document
from wp.reading.repository import Repository, read_repository, template_for
from wp.reading.source import Source

PATH = "content/one-pagers/datakvalitet.md"


@cache
def base() -> Repository:
    return read_repository(golden.BASE)


def with_status(status: str) -> Repository:
    text = base().by_path[PATH].source.text.replace("status: draft", f"status: {status}", 1)
    page = make_document(Source(PATH, text), template_for(base().templates, PATH), ())
    others = [document for document in base().documents if document.path != PATH]
    return dataclasses.replace(base(), documents=(*others, page))


def severity(nature: Nature, status: str, path: str = PATH) -> Severity:
    finding = Finding(Rule("WP999", "made-up", nature), path, Span(1, 1, 1, 1))
    return severity_of(finding, with_status(status))


@pytest.mark.parametrize("status", ["proposed", "draft", "approved", "parked", "nonsense", "[]"])
@pytest.mark.parametrize(
    ("nature", "expected"),
    [
        (Nature.FALSE, Severity.ERROR),
        (Nature.ADVICE, Severity.WARNING),
        (Nature.NOTE, Severity.INFO),
    ],
)
def test_only_what_is_unfinished_depends_on_the_status(
    nature: Nature, status: str, expected: Severity
) -> None:
    assert severity(nature, status) is expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("proposed", Severity.INFO),
        ("draft", Severity.WARNING),
        ("submitted", Severity.ERROR),
        ("approved", Severity.ERROR),
        ("parked", Severity.INFO),
        ("catalogue", Severity.INFO),
        ("nonsense", Severity.WARNING),
        ("[]", Severity.WARNING),
    ],
)
def test_what_is_unfinished_by_status(status: str, expected: Severity) -> None:
    assert severity(Nature.UNFINISHED, status) is expected


@pytest.mark.parametrize(
    "path", ["content/people.yml", "content/programme.md", "content/no-such.md"]
)
def test_without_a_lifecycle_what_is_unfinished_is_a_warning(path: str) -> None:
    assert severity(Nature.UNFINISHED, "approved", path) is Severity.WARNING


@pytest.mark.parametrize("module", rule_modules(), ids=lambda module: module.__name__)
def test_a_kind_of_rule_has_its_page(module: ModuleType) -> None:
    page = inspect.cleandoc(module.__doc__ or "")
    prose = re.sub(r"(?ms)^```.*?^```$", "", page)
    headings = re.findall(r"(?m)^## (.+)$", prose)
    assert headings == ["What", "Why", "Wrong", "Right"]
    for example in re.split(r"(?m)^## (?:Wrong|Right)$", page)[1:]:
        assert example.strip()


def test_findings_are_sorted_and_the_same_every_time(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    runs = []
    for name in ("one", "two"):
        root = tmp_path_factory.mktemp(name)
        with pytest.MonkeyPatch.context() as patch:
            repository = golden.assemble(golden.CASES / "unknown-field", root, patch)
        runs.append(check_repository(repository))
    orders = [item.order for item in runs[0]]
    assert orders == sorted(orders)
    assert [item.finding for item in runs[0]] == [item.finding for item in runs[1]]


def test_named_files_and_folders_are_judged_against_everything() -> None:
    found = check_repository(with_status("nonsense"))
    assert found
    whole = Judged(tuple(found), (), (PATH,), "da")
    assert whole.below([PATH]) == whole.below(["content/one-pagers"]) == whole.below(["content"])
    assert whole.below(["content/one-pagers/data"]) == Judged((), (), (), "da")
