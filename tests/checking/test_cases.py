"""Every golden case gives exactly the findings that it says, in both languages."""

import pickle
import re
from pathlib import Path

import pytest
from tests.checking import golden

from wp.caching.judged import Judged, loaded
from wp.checking.engine import all_rules, check_repository
from wp.reading.repository import read_repository


@pytest.mark.parametrize("name", golden.case_names())
def test_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = golden.CASES / name
    repository = golden.assemble(case, tmp_path, monkeypatch)
    diagnostics = golden.judge(case, repository)
    kept = Judged(tuple(diagnostics), (), (), "da")
    assert loaded(pickle.dumps(kept)) == kept, "what is kept between runs comes back as it was"
    for language in golden.LANGUAGES:
        expected = (case / f"expected.{language}.txt").read_text(encoding="utf-8")
        assert expected.strip(), "an expectation says something, if only “no findings”"
        assert golden.shown(repository, diagnostics, language) == expected


def test_the_base_of_all_cases_is_without_findings() -> None:
    repository = read_repository(golden.BASE)
    assert golden.shown(repository, check_repository(repository), "da") == golden.NOTHING


def test_every_rule_is_found_in_a_case() -> None:
    texts = [
        (golden.CASES / name / "expected.en.txt").read_text(encoding="utf-8")
        for name in golden.case_names()
    ]
    place = re.compile(r"^.+:\d+:\d+ (?:error|warning|info) (WP\d+) ", re.MULTILINE)
    found = {code for text in texts for code in place.findall(text)}
    assert [rule for rule in all_rules() if rule.code not in found] == []
