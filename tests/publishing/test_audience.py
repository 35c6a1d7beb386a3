"""What is internal is in no trace of a public build, and all of it in an internal one.

A word that nobody could write by chance stands in every place that can be internal. Most of these
leave no gap, so the public build of a council with them must be, byte for byte, that of the same
council without them. What leaves a gap (an agenda item, a section that the form asks for) is
searched for in every output.
"""

import json
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.publishing.conftest import EXAMPLE, write

from wp.checking.engine import check_repository
from wp.errors import WpError
from wp.findings import Severity
from wp.publishing.audiences import harmful
from wp.publishing.build import build_documents
from wp.publishing.verify import verify
from wp.reading.audience import INTERNAL, PUBLIC, Audience
from wp.reading.repository import read_repository

SECRET = "Hemmelibryn"
MEETING = "content/minutes/2026-06-11.md"
TOPIC = "content/one-pagers/feltregistrering-paa-mobil.md"
DOCUMENT_FORMATS = ("md", "html", "docx", "pdf")

# Internal documents: a topic that much else hangs on, and a meeting.
TOPIC_OF_ITS_OWN = f"""---
title: {SECRET} i ådalen
status: draft
audience: internal
focus_area: kortlaegning-i-felten
responsible:
  - {{who: soeren-skitse, role: primary, note: {SECRET} aftalt}}
horizon: long
priority: high
goals: [paalidelige-kort]
activities:
  - id: hemmelibryn-koeb
    title: Købe {SECRET}
    start: 2027-07-01
    end: 2030-12-20
    responsible: soeren-skitse
    milestone: {SECRET} købt
    cost: {{2027: 123456, 2028: 1, 2029: 1, 2030: 1}}
    depends_on: [datamodel]
interfaces: [program-for-mobilt-feltarbejde]
depends_on: [feltregistrering-paa-mobil]
cross_cutting:
  nye-teknologier: {SECRET} er ny.
  lige-adgang: {SECRET} er lige.
  tillid-og-sikkerhed: {SECRET} er sikker.
decisions: [2026-06-11-8]
---

## Baggrund og motivation

{SECRET} er vigtig, se [notatet](../attachments/hemmelibryn-notat.csv) og
![{SECRET} på kortet](../attachments/hemmelibryn-kort.svg).[^1]

[^1]: {SECRET} i en note.

## Mål

| {SECRET} | Mål |
| --- | --- |
| 1 | 2 |

## Behov

`{SECRET}`

## Aktiviteter

- {SECRET}

## Tid

{SECRET}

## Aktører

{SECRET}

## Risici og åbne spørgsmål

{SECRET}
"""
MEETING_OF_ITS_OWN = f"""---
body: eksempelraadet
audience: internal
date: 2026-09-01
issued: 2026-09-02
start: 10:00
end: 11:00
place: {SECRET}gade 1
status: draft
present:
  - {{who: anna-eksempel, role: chair}}
agenda:
  - {{number: 1, title: Om {SECRET}, start: 10:00, end: 11:00, kind: decision}}
decisions:
  - id: 2026-09-01-1
    item: 1
    text: Rådet besluttede {SECRET}.
    verb: decides
    concerns: [feltregistrering-paa-mobil, paalidelige-kort]
    supersedes: [2026-06-11-2]
actions:
  - {{item: 1, text: Bestil {SECRET}, responsible: [anna-eksempel], due: 2026-11-01}}
milestones:
  - {{milestone: hemmelibryn-dag, date: 2026-11-20}}
---

## Pkt. 1 Om {SECRET}

### Referat

{SECRET}
"""
PICTURE = (
    f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{SECRET}</title></svg>"""
)

# Entries and sections of public documents, each put before a line that stands once in its file.
ENTRIES = [
    (
        "content/programme.md",
        "economy:\n",
        f"  - {{id: hemmelibryn-dag, title: {SECRET} indvies, date: 2026-11-20, kind: delivery,"
        " audience: internal}\n",
    ),
    (
        "content/programme.md",
        "## Organisering\n",
        f"### {SECRET} i sammenfatningen {{lang=en audience=internal}}\n\n{SECRET} her.\n\n"
        f"#### Under {SECRET}\n\n[vej]: https://example.org/{SECRET}\n\nSe [{SECRET}][vej].\n\n",
    ),
    (
        TOPIC,
        "  - title: Evaluere prøven og anbefale det videre forløb\n",
        f"  - title: Afprøve {SECRET}\n    audience: internal\n    start: 2027-11-01\n"
        "    end: 2027-12-17\n    responsible: soeren-skitse\n    cost: {2027: 777}\n"
        "    depends_on: [feltapp-proevet]\n",
    ),
    (
        MEETING,
        "actions:\n",
        f"  - id: 2026-06-11-8\n    item: 4\n    text: Rådet besluttede {SECRET} for sig selv.\n"
        "    verb: decides\n    audience: internal\n    concerns: [feltregistrering-paa-mobil]\n",
    ),
    (
        MEETING,
        "milestones:\n",
        f"  - item: 4\n    text: Undersøg {SECRET}\n    responsible: [anna-eksempel]\n"
        "    audience: internal\n    due: 2026-12-01\n",
    ),
    (
        MEETING,
        "  - {number: 3, title: Gennemgang",
        f"      - {{title: Bilag om {SECRET}, file: ../attachments/hemmelibryn-notat.csv,"
        " audience: internal}\n",
    ),
    (
        MEETING,
        "## Pkt. 5 Eventuelt\n",
        f"#### {SECRET} for sig {{audience=internal}}\n\nRådet drøftede {SECRET}.[^hem]\n\n"
        f"[^hem]: {SECRET} i en note til referatet.\n\n"
        f"### Videre proces {{audience=internal}}\n\n{SECRET}\n\n",
    ),
    # nothing says that this is internal, but nobody reads it
    (MEETING, "## Pkt. 5 Eventuelt\n", f"<!-- {SECRET} -->\n\n"),
]


def put_before(root: Path, name: str, mark: str, more: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(mark) == 1, f"{name} holds {mark!r} {text.count(mark)} times"
    path.write_text(text.replace(mark, more + mark), encoding="utf-8")


def put(root: Path, name: str, old: str, new: str) -> None:
    put_before(root, name, old, "")
    path = root / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def with_secrets(root: Path) -> None:
    """Put the word wherever it can be internal without leaving a gap."""
    write(root, "content/one-pagers/hemmelibryn-i-aadalen.md", TOPIC_OF_ITS_OWN)
    write(root, "content/minutes/2026-09-01.md", MEETING_OF_ITS_OWN)
    write(root, "content/attachments/hemmelibryn-notat.csv", f"{SECRET};1\n")
    write(root, "content/attachments/hemmelibryn-kort.svg", PICTURE)
    write(root, "content/attachments/hemmelibryn-loest.csv", f"{SECRET};2\n")
    for entry in ENTRIES:
        put_before(root, *entry)


def with_gaps(root: Path) -> None:
    """Put the word where a reader of the public edition sees that something is left out."""
    put(
        root,
        MEETING,
        "  - {number: 5, title: Eventuelt, start: 13:40, end: 14:00, kind: other}\n",
        f"  - number: 5\n    title: Køb af {SECRET}\n    start: 13:40\n    end: 13:50\n"
        "    kind: decision\n    audience: internal\n    attachments:\n"
        f"      - {{title: Pris på {SECRET}, file: ../attachments/hemmelibryn-notat.csv}}\n"
        "  - {number: 6, title: Eventuelt, start: 13:50, end: 14:00, kind: other}\n",
    )
    put(
        root,
        MEETING,
        "## Pkt. 5 Eventuelt\n",
        f"## Pkt. 5 Køb af {SECRET}\n\nIndledning om {SECRET}.\n\n### Indstilling\n\nDet indstilles"
        f", at rådet køber {SECRET}.\n\n### Referat\n\nRådet købte {SECRET}.\n\n"
        f"### Bilag\n\n- Pris på {SECRET}\n\n## Pkt. 6 Eventuelt\n",
    )
    for mark, more in (
        ("actions:\n", f"  - {{id: 2026-06-11-9, item: 5, text: Køb {SECRET}., verb: decides}}\n"),
        (
            "milestones:\n",
            f"  - {{item: 5, text: Betal {SECRET}, responsible: [bo-proeve], due: 2026-12-01}}\n",
        ),
        ("secretariat:\n", "  - {who: per-opdigt, item: 5}\n"),
    ):
        put_before(root, MEETING, mark, more)
    put(root, TOPIC, "## Behov\n\n", f"## Behov {{audience=internal}}\n\n{SECRET}. ")
    put(
        root,
        "content/programme.md",
        "## Organisering\n\n",
        f"## Organisering {{audience=internal}}\n\n{SECRET}. ",
    )


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eksempelrådet, built for the public: the programme, a one-pager and minutes."""
    root = tmp_path_factory.mktemp("plain")
    shutil.copytree(EXAMPLE / "content", root / "content")
    return built(root)


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with all that leaves no gap, built for the public."""
    root = tmp_path_factory.mktemp("secret")
    shutil.copytree(EXAMPLE / "content", root / "content")
    with_secrets(root)
    return built(root)


@pytest.fixture(scope="module")
def gaps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with all that can be internal, built for the public."""
    root = tmp_path_factory.mktemp("gaps")
    shutil.copytree(EXAMPLE / "content", root / "content")
    with_secrets(root)
    with_gaps(root)
    return built(root)


def errors(root: Path) -> list[str]:
    found = check_repository(read_repository(root))
    return [
        f"{d.finding.rule.name} {d.finding.path}:{d.finding.span.line} {d.finding.params}"
        for d in found
        if d.severity is Severity.ERROR
    ]


def built(root: Path, audience: Audience | None = None) -> Path:
    assert errors(root) == []
    repository = read_repository(root)
    build_documents(repository, [], None, lambda name: None, audience=audience)
    for names in ([TOPIC, MEETING], [f"{MEETING}#agenda"]):
        build_documents(repository, names, None, lambda name: None, audience=audience)
    return root


def outputs(root: Path) -> dict[str, bytes]:
    build = root / "build"
    found = (path for path in sorted(build.rglob("*")) if path.is_file())
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in found}


def readable(name: str, data: bytes) -> Iterator[bytes]:
    """Yield all that an output says, unpacked: parts, streams, metadata, names and texts."""
    yield data
    if name.endswith(".docx"):
        with zipfile.ZipFile(BytesIO(data)) as package:
            for part in package.namelist():
                yield part.encode()
                yield package.read(part)
                if part.endswith(".xml"):  # words may be cut into runs
                    yield re.sub(rb"<[^>]*>", b"", package.read(part))
    if name.endswith(".pdf"):
        with pikepdf.open(BytesIO(data)) as document:
            for held in document.objects:
                yield str(held).encode()
                if isinstance(held, pikepdf.Stream):
                    try:
                        yield held.read_bytes()
                    except (pikepdf.PdfError, zlib.error):
                        yield held.read_raw_bytes()
        run = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
        yield re.sub(rb"[\s\xad-]+", b"", run.stdout)


def holding(files: dict[str, bytes], word: str) -> list[str]:
    """Return the files that hold a word somewhere, in their names too, in any case."""
    wide = word.lower().encode("utf-16-be")
    return [
        name
        for name, data in files.items()
        if word.lower() in name.lower()
        or any(
            word.lower().encode() in part.lower() or wide in part.lower()
            for part in readable(name, data)
        )
    ]


def test_the_search_finds_the_word_in_every_format(tmp_path: Path) -> None:
    """Else the tests below would pass whatever was built."""
    root = tmp_path / "council"
    shutil.copytree(EXAMPLE / "content", root / "content")
    with_secrets(root)
    with_gaps(root)
    files = outputs(built(root, INTERNAL))
    found = set(holding(files, SECRET))
    drawn = {name for name in files if name.startswith("programme-assets/")}
    assert found - drawn == set(files) - drawn - {"attachments/optaelling-af-kortlag.csv"}
    assert {
        "attachments/hemmelibryn-notat.csv",
        "programme-assets/attachments/hemmelibryn-kort.svg",
        "programme-assets/dependencies.svg",
        "programme-assets/timeline-2.svg",
    } <= found


def test_a_public_build_is_that_of_a_council_without_what_is_internal(
    plain: Path, secret: Path
) -> None:
    without, public = outputs(plain), outputs(secret)
    assert list(public) == list(without)
    assert [n for n in public if public[n] != without[n]] == ["manifest.json"]
    assert holding(public, SECRET) == []


def test_what_leaves_a_gap_leaves_no_word(gaps: Path) -> None:
    assert holding(outputs(gaps), SECRET) == []
    assert "hemmelibryn" not in " ".join(outputs(gaps))


def test_the_manifest_tells_of_no_internal_file(plain: Path, gaps: Path) -> None:
    """Neither by a name nor by the digest of a file that internal words are in."""
    sources = []
    for root in (plain, gaps):
        manifest = json.loads((root / "build" / "manifest.json").read_text("utf-8"))
        sources.append(list(manifest["sources"].values()))
    for one in (*sources[0], *sources[1]):
        assert one["audience"] == "public"
    inputs = [{i["path"]: i["sha256"] for i in group[0]["inputs"]} for group in sources]
    assert inputs[0].keys() == inputs[1].keys()
    differing = {name for name in inputs[0] if inputs[0][name] != inputs[1][name]}
    assert differing == {"content/programme.md", MEETING, TOPIC}
    from wp.publishing.output.manifest import file_digest

    for name in differing:
        assert inputs[1][name] != file_digest(gaps / name)


def test_internal_words_change_nothing_that_is_public(gaps: Path, tmp_path: Path) -> None:
    root = tmp_path / "council"
    shutil.copytree(gaps, root)
    for path in (root / "content").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"{SECRET}. ", "Et helt andet ord. "), encoding="utf-8")
    verdict = verify(read_repository(root), (), None, lambda name: None)
    assert (verdict.good, verdict.faults) == (True, ())


def test_a_closed_item_keeps_its_number_and_its_time(gaps: Path) -> None:
    minutes = (gaps / "build/minutes/2026-06-11.md").read_text("utf-8")
    rows = [[cell.strip() for cell in row.split("|")] for row in minutes.splitlines()]
    assert [row[1:-1] for row in rows if row[1:2] == ["5"]] == [
        ["5", "Lukket punkt", "–", "13.40–13.50"]
    ]
    body = minutes.partition("Pkt. 5 Lukket punkt")[2].partition("Pkt. 6 Eventuelt")[0]
    assert body.strip().strip("#").strip() == "Punktet er ikke med i den offentlige udgave."
    assert "(pkt. 5)" not in minutes
    agenda = (gaps / "build/agendas/2026-06-11.md").read_text("utf-8")
    assert "Lukket punkt" in agenda


def test_a_section_that_is_asked_for_says_that_it_is_not_public(gaps: Path) -> None:
    page = (gaps / "build/one-pagers/feltregistrering-paa-mobil.md").read_text("utf-8")
    section = re.search(r"^#+ Behov\n\n(.*?)\n\n#", page, re.MULTILINE | re.DOTALL)
    assert section is not None
    assert section[1] == "Afsnittet er ikke med i den offentlige udgave."
    data = json.loads((gaps / "build/programme.json").read_text("utf-8"))
    # it isn't missing: somebody has written it
    assert [gap for gap in data["missing"] if gap["kind"] == "section"] == []


def test_an_internal_edition_says_so(tmp_path: Path) -> None:
    root = tmp_path / "council"
    shutil.copytree(EXAMPLE / "content", root / "content")
    files = outputs(built(root, INTERNAL))
    data = json.loads(files["programme.json"])
    assert data["audience"] == "internal"
    assert "Må ikke" not in data["title"]
    for name in files:
        if name.endswith((".md", ".html", ".docx", ".pdf")):
            word = "Internudgave" if name.endswith(".pdf") else "Intern udgave"
            assert holding({name: files[name]}, word), name
    assert "Intern. Den rummer oplysninger, som ikke må offentliggøres." in files[
        "programme.md"
    ].decode("utf-8")
    [source] = json.loads(files["manifest.json"])["sources"].values()
    assert source["audience"] == "internal"


def test_an_internal_edition_marks_what_is_internal(tmp_path: Path) -> None:
    root = tmp_path / "council"
    shutil.copytree(EXAMPLE / "content", root / "content")
    with_secrets(root)
    with_gaps(root)
    build_documents(
        read_repository(root), [TOPIC, MEETING], ["md"], lambda name: None, audience=INTERNAL
    )
    build_documents(read_repository(root), [], ["md"], lambda name: None, audience=INTERNAL)
    found = outputs(root).items()
    files = {name: data.decode("utf-8") for name, data in found if name.endswith(".md")}
    minutes, page = files["minutes/2026-06-11.md"], files[f"one-pagers/{Path(TOPIC).stem}.md"]
    assert f"## Pkt. 5 Køb af {SECRET} (internt)" in minutes
    assert f"| Køb af {SECRET} (internt) " in minutes
    assert f"Rådet besluttede {SECRET} for sig selv. (besluttet) (internt)" in minutes
    assert f"| Undersøg {SECRET} (internt) " in minutes
    assert "### Videre proces (internt)" in minutes
    assert "## Behov (internt)" in page
    assert f"| Afprøve {SECRET} (internt) " in page
    programme = files["programme.md"]
    assert "**Status:** Udkast (internt)" in programme
    assert f"| Rådet besluttede {SECRET} for sig selv. (internt) " in programme
    assert "https://eksempelstyrelsen.example/faelles-kort" not in programme


def test_a_public_edition_says_nothing_of_audiences(plain: Path) -> None:
    files = outputs(plain)
    assert json.loads(files["programme.json"])["audience"] == "public"
    assert holding({n: d for n, d in files.items() if n != "manifest.json"}, "Intern udgave") == []


@pytest.mark.parametrize(
    ("said", "public", "internal"),
    [
        ("audience: public\n", {"md", "html"}, set()),
        ("audience: internal\n", set(), {"md", "html"}),
        ("audience: {md: internal}\n", {"html"}, {"md"}),
        ("", {"md", "html"}, set()),
    ],
)
def test_the_programme_says_for_whom_it_is_built(
    council: Path, said: str, public: set[str], internal: set[str]
) -> None:
    with_secrets(council)
    put_before(council, "content/programme.md", "subtitle: ", said)
    assert errors(council) == []
    build_documents(read_repository(council), [], ["md", "html"], lambda name: None)
    found = {name.rpartition(".")[2] for name in holding(outputs(council), SECRET)}
    assert found - {"json", "csv", "svg"} == internal
    assert all(f"programme.{form}" in outputs(council) for form in public | internal)
    manifest = json.loads(outputs(council)["manifest.json"])
    wanted = {**dict.fromkeys(public, "public"), **dict.fromkeys(internal, "internal")}
    made = {
        output["path"].rpartition(".")[2]: manifest["sources"][output["source"]]["audience"]
        for output in manifest["outputs"]
        if output["path"].startswith("programme.")
    }
    assert made == wanted
    # the option goes first
    build_documents(
        read_repository(council), [], ["md", "html"], lambda name: None, audience=PUBLIC
    )
    assert holding(outputs(council), SECRET) == []


def test_verify_knows_for_whom_it_was_built(council: Path) -> None:
    with_secrets(council)
    repository = read_repository(council)
    build_documents(repository, [], ["md", "json"], lambda name: None, audience=INTERNAL)
    assert verify(read_repository(council), (), None, lambda name: None).good
    wanted = verify(read_repository(council), (), None, lambda name: None, audience=PUBLIC)
    assert dict(wanted.faults)["build/programme.md"] == "outdated"
    assert ("audience internal → public", "tool") in wanted.changes


def wp(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wp.app", "build", *words, "--root", str(root)],
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("agenda", [False, True])
def test_an_internal_document_is_not_built_for_the_public(council: Path, agenda: bool) -> None:
    restated = "milestones:\n  - {milestone: hemmelibryn-dag, date: 2026-11-20}\n"
    alone = MEETING_OF_ITS_OWN.replace(restated, "").replace(", supersedes", "")
    write(council, "content/minutes/2026-09-01.md", alone)
    page = str(council / "content/minutes/2026-09-01.md")
    more = ["--agenda"] if agenda else []
    done = wp(council, page, "--format", "md", *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == (
        "Kan ikke fortsætte: content/minutes/2026-09-01.md er internt og kan ikke bygges i en "
        "offentlig udgave. Intet er bygget. Brug --audience internal til en udgave, der ikke skal "
        "offentliggøres."
    )
    assert not (council / "build").exists()
    done = wp(council, page, "--format", "md", "--audience", "internal", *more)
    assert (done.returncode, done.stderr) == (0, "")
    [name] = holding(outputs(council), "Intern udgave")
    # beside a public one it is named, for somebody may send the whole folder
    done = wp(council, "--format", "md")
    assert (done.returncode, done.stderr) == (
        0,
        f"build/{name} er en intern udgave. Offentliggør ikke hele build/.\n",
    )


def test_an_audience_that_there_is_not(council: Path) -> None:
    done = wp(council, "--audience", "alle")
    assert done.returncode == 2
    assert "Skriv public eller internal" in done.stderr


# What leads to a private person


PRIVATE = """Skriv til <anna@eksempel.test>, [hende](mailto:anna%40eksempel.test "a@eksempel.test")
eller anna&#64;eksempel.test, anna\\@eksempel.test, **anna**@eksempel.test og `anna@eksempel.test`.

```anna@eksempel.test
anna@eksempel.test
```

<b>anna@eksempel.test</b> Ring på tlf. 20 12 34 56 eller
+45 20123456. ![anna@eksempel.test](../attachments/kortlag-efter-placering.png)[^anna@eksempel.test]

[^anna@eksempel.test]: anna@eksempel.test

| anna@eksempel.test |
| --- |
| anna@eksempel.test |

"""


def test_no_address_and_no_number_reaches_the_public(council: Path) -> None:
    put_before(council, TOPIC, "## Mål\n", PRIVATE)
    put(council, TOPIC, "milestone: Anbefaling til rådet", "milestone: Svar til a.b@eksempel.test")
    put(council, "content/people.yml", "people:\n", "# wp: ignore email-address Fælles\npeople:\n")
    files = outputs(built(council))
    for word in ("eksempel.test", "20 12 34 56", "20123456", "2012 3456", "mailto:"):
        assert holding(files, word) == []
    page = files["one-pagers/feltregistrering-paa-mobil.md"].decode("utf-8")
    assert page.count("e-mailadresse udeladt") >= 10
    assert page.count("telefonnummer udeladt") == 2
    files = outputs(built(council, INTERNAL))
    assert "one-pagers/feltregistrering-paa-mobil.docx" in holding(files, "eksempel.test")


ILL = "Kirsten Margrethe Øvelsesgaard-Modelholm var syg."


def test_a_reason_for_absence_keeps_everything_from_being_public(council: Path) -> None:
    put(council, MEETING, "### Referat\n\nNanna Tænkt", f"### Referat\n\n{ILL} Nanna Tænkt")
    done = wp(council, "--format", "md")
    assert done.returncode == 1
    assert f"{MEETING}:" in done.stdout + done.stderr
    assert "må ikke sige, hvorfor nogen var fraværende" in done.stderr
    assert not (council / "build").exists()
    # nothing of it is in a topic
    assert wp(council, str(council / TOPIC), "--format", "md").returncode == 0
    assert wp(council, "--format", "md", "--audience", "internal").returncode == 0
    # an exception says that somebody has looked: it is no reason
    put(council, MEETING, ILL, f"<!-- wp: ignore absence-reason Om en anden -->\n{ILL}")
    assert wp(council, "--format", "md").returncode == 0


def test_a_reason_in_what_is_internal_or_never_shown_does_no_harm(council: Path) -> None:
    put_before(
        council, MEETING, "## Pkt. 5 Eventuelt\n", f"#### Fravær {{audience=internal}}\n\n{ILL}\n\n"
    )
    put(council, MEETING, "  - {who: li-test}\n", "  - {who: li-test}  # barsel\n")
    repository = read_repository(council)
    found = check_repository(repository)
    assert sum(d.finding.rule.name == "absence-reason" for d in found) == 2
    assert harmful(repository, [], found) == ()
    files = outputs(built(council))
    assert holding(files, "var syg") == []
    assert holding(files, "barsel") == []


def test_only_the_names_of_the_absent_are_public(council: Path) -> None:
    """Also where the council's own form asks for more."""
    form = (Path(__file__).parents[2] / "templates/minutes.md").read_text("utf-8")
    here = "          who: {type: string, x-reference: people, title: Hvem}\n    guests:"
    assert form.count(here) == 1
    more = here.replace("\n", "\n          reason: {type: string, title: Grund}\n", 1)
    write(council, "templates/minutes.md", form.replace(here, more))
    put(council, MEETING, "  - {who: li-test}\n", "  - {who: li-test, reason: Hemmelibryn}\n")
    assert holding(outputs(built(council)), SECRET) == []


def test_what_is_internal_now_is_not_told_of_an_earlier_version(council: Path) -> None:
    """The list of changes compares with files in which nothing was marked yet."""
    from wp.programme.editions import Origin

    with_secrets(council)
    for path in (council / "content").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        unmarked = re.sub(r"^ *audience: internal\n", "", text, flags=re.MULTILINE)
        path.write_text(unmarked.replace(", audience: internal", ""), encoding="utf-8")
    before = read_repository(council)
    shutil.rmtree(council)
    shutil.copytree(EXAMPLE / "content", council / "content")
    with_secrets(council)
    put_before(
        council,
        "content/programme.md",
        "subtitle: ",
        'versions:\n  - {version: "0.9", date: 2026-09-15, revision: v0.9}\n',
    )
    now = read_repository(council)
    for audience, wanted in ((PUBLIC, []), (INTERNAL, ["md", "json"])):
        origin = Origin(before=before)
        build_documents(now, [], ["md", "json"], lambda name: None, origin, audience)
        found = holding(outputs(council), SECRET)
        assert ["programme.md" in found, "programme.json" in found] == [bool(wanted)] * 2
    assert "Ændringer siden version 0.9" in outputs(council)["programme.md"].decode("utf-8")


def test_the_changes_know_an_internal_document_that_has_moved(council: Path) -> None:
    """Under another name, but with the title that it had before it was internal."""
    from wp.programme.editions import Origin

    write(
        council,
        "content/one-pagers/foer.md",
        TOPIC_OF_ITS_OWN.replace("audience: internal\n", "").replace("hemmelibryn-koeb", "foer"),
    )
    before = read_repository(council)
    (council / "content/one-pagers/foer.md").unlink()
    put_before(
        council,
        "content/programme.md",
        "subtitle: ",
        'versions:\n  - {version: "0.9", date: 2026-09-15, revision: v0.9}\n',
    )
    gone = build_documents(
        read_repository(council), [], ["md"], lambda name: None, Origin(before=before)
    )
    assert gone.files and holding(outputs(council), f"{SECRET} i ådalen"), "else nothing is tested"
    with_secrets(council)
    build_documents(read_repository(council), [], ["md"], lambda n: None, Origin(before=before))
    assert holding(outputs(council), SECRET) == []


def test_the_manifest_names_only_the_very_files_that_public_text_names(council: Path) -> None:
    for name in ("plan.csv", "arbejdsplan.csv", "hem/arbejdsplan.csv"):
        write(council, f"content/attachments/{name}", "a;b\n")
    put_before(
        council,
        TOPIC,
        "## Mål\n",
        "Se [planen](../attachments/arbejdsplan.csv).\n\n### Lukket {audience=internal}\n\n"
        "Se [planen](../attachments/plan.csv) og [den](../attachments/hem/arbejdsplan.csv).\n\n",
    )
    assert errors(council) == []
    build_documents(read_repository(council), [TOPIC], ["md"], lambda name: None)
    manifest = json.loads(outputs(council)["manifest.json"])
    [source] = manifest["sources"].values()
    named = {one["path"] for one in source["inputs"] if one["path"].endswith("plan.csv")}
    assert named == {"content/attachments/arbejdsplan.csv"}


def test_an_address_that_names_a_file_is_in_no_output(council: Path) -> None:
    attachments = council / "content/attachments"
    write(council, "content/attachments/anna@eksempel.test.csv", "a;b\n")
    shutil.copy(attachments / "kortlag-efter-placering.png", attachments / "bo@eksempel.test.png")
    put_before(
        council,
        TOPIC,
        "## Mål\n",
        "Se [bilaget](../attachments/anna%40eksempel.test.csv) og\n"
        "![kortet over ådalen](../attachments/bo@eksempel.test.png)\n\n",
    )
    files = outputs(built(council))
    assert holding(files, "eksempel.test") == []
    page = files["one-pagers/feltregistrering-paa-mobil.md"].decode("utf-8")
    assert "Se bilaget og kortet over ådalen" in page.replace("\n", " ")


def test_a_field_that_is_named_for_a_number_holds_one(council: Path) -> None:
    """Also where it is written as mere digits, and in a field that only the council's form has."""
    form = (Path(__file__).parents[2] / "templates/one-pager.md").read_text("utf-8")
    here = "    status:\n      enum: [proposed"
    assert form.count(here) == 1
    more = f"    kontakt_telefon: {{type: [string, integer], title: Telefon}}\n{here}"
    write(council, "templates/one-pager.md", form.replace(here, more))
    put_before(council, TOPIC, "status: approved", "kontakt_telefon: 20123456\n")
    assert holding(outputs(built(council)), "20123456") == []
    assert holding(outputs(built(council, INTERNAL)), "20123456") == ["programme.json"]


def test_a_second_section_of_a_closed_item_is_closed_too(council: Path) -> None:
    with_gaps(council)
    put_before(
        council,
        MEETING,
        "## Pkt. 6 Eventuelt\n",
        f"## Pkt. 5 Køb af {SECRET}\n\n### Referat\n\nMere om {SECRET}.\n\n",
    )
    build_documents(read_repository(council), [MEETING], ["md"], lambda name: None)
    assert holding(outputs(council), SECRET) == []


def test_a_whole_document_can_not_be_asked_for_among_others(council: Path) -> None:
    with_secrets(council)
    names = [TOPIC, "content/one-pagers/hemmelibryn-i-aadalen.md"]
    with pytest.raises(WpError) as caught:
        build_documents(read_repository(council), names, ["md"], lambda name: None)
    assert caught.value.name == "internal-document"
    assert not (council / "build").exists()
