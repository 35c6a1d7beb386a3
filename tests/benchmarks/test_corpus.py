"""What the benchmark measures is in order, or has exactly the faults that it was given."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.benchmarks import corpus, faults
from tests.cli.process import ROOT, SCRIPT, environment

# What `wp check` calls each kind of fault.
FINDINGS = {
    "dangling-reference": "dangling-reference",
    "unknown-field": "unknown-field",
    "missing-section": "missing-section",
    "broken-link": "missing-file",
    "bad-date": "no-date",
}


def findings(folder: Path, *options: str) -> dict[str, str]:
    """Return the name of each file's finding; a second one fails."""
    command = [str(SCRIPT), "check", "--root", str(folder), "--format", "json", *options]
    run = subprocess.run(command, capture_output=True, env=environment(), check=False)
    found: dict[str, str] = {}
    for item in json.loads(run.stdout)["diagnostics"]:
        assert item["path"] not in found, item
        found[item["path"]] = item["name"]
    return found


def contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_it_is_in_order_on_paper_too(tmp_path: Path) -> None:
    made = corpus.make(20, tmp_path)
    assert made == {"one-pagers": 18, "minutes": 2, "faults": {}}
    assert findings(tmp_path) == {}


def test_it_stays_in_order_over_several_places_and_regions(tmp_path: Path) -> None:
    made = corpus.make(220, tmp_path)
    assert made == {"one-pagers": 198, "minutes": 22, "faults": {}}
    assert findings(tmp_path, "--no-pages") == {}


def test_no_two_documents_are_alike_and_each_run_gives_the_same(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    corpus.make(120, one)
    corpus.make(120, other)
    written = contents(one)
    assert written == contents(other)
    documents = [written[name] for name in written if "/one-pagers/" in name or "/minutes/" in name]
    assert len(documents) == len(set(documents)) == 120


def test_every_tenth_document_has_one_fault_and_they_are_of_every_kind(tmp_path: Path) -> None:
    made = corpus.make(100, tmp_path, with_faults=True)
    assert len(made["faults"]) == 10
    assert set(made["faults"].values()) == set(faults.KINDS)
    expected = {path: FINDINGS[kind] for path, kind in made["faults"].items()}
    assert findings(tmp_path, "--no-pages") == expected


@pytest.mark.parametrize(("count", "name"), [("19", "new"), ("20", "full")])
def test_it_refuses_what_it_cannot_make(tmp_path: Path, count: str, name: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    command = [sys.executable, "-m", "tests.benchmarks.corpus", count, str(tmp_path / name)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith("Not made: ")
    assert contents(tmp_path) == {"full/mine.txt": b"mine"}
