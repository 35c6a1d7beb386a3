"""`wp new`: valid on arrival, for the shipped forms and for one that nobody has seen before."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.cli.process import SCRIPT, Wp, change, environment, write

# Lists of ids and of objects, conditions, references, a repeated heading, an optional one.
HEARING = """---
template: hearing
version: 1
name: Høring
applies_to: hearings/*.md
collection: hearings
lifecycle:
  field: status
  order: [received, drafting, sent]
  complete_from: sent
schema:
  type: object
  additionalProperties: false
  required: [title, code, status, form, sender, concerns, contacts, questions, period, share]
  properties:
    title: {type: string, minLength: 3, maxLength: 80, title: Titel, description: Høringens navn.}
    code: {const: H1, title: Kode}
    status: {enum: [received, drafting, sent], title: Status}
    form:
      enum: [oral, written]
      default: written
      title: Form
      x-labels:
        oral: {da: Mundtlig, en: Oral}
        written: {da: Skriftlig, en: Written}
    deadline: {type: string, format: date, title: Frist}
    sender: {type: string, x-reference: organisations, title: Afsender}
    concerns:
      type: array
      minItems: 2
      uniqueItems: true
      title: Angår
      items: {type: string, x-reference: [one-pagers, goals]}
    contacts:
      type: array
      minItems: 2
      title: Kontakter
      items:
        type: object
        required: [who]
        properties:
          note: {type: string, title: Note}
          who: {type: string, x-reference: people, title: Hvem}
          channels: {type: array, items: {enum: [mail, phone]}}
    questions:
      type: array
      title: Spørgsmål
      items:
        type: object
        required: [nr, text, asked]
        additionalProperties: false
        properties:
          nr: {type: integer, minimum: 1, title: Nr.}
          text: {type: string, title: Spørgsmål}
          asked: {$ref: "#/$defs/day", title: Stillet}
    period:
      type: object
      title: Periode
      required: [from, to]
      properties:
        from: {$ref: "#/$defs/day"}
        to: {$ref: "#/$defs/day"}
    share:
      type: object
      propertyNames: {x-reference: bodies}
      additionalProperties: {type: string}
    weights:
      type: object
      propertyNames: {pattern: "^2[0-9]{3}$"}
      additionalProperties: {type: integer}
    tags: {type: array, items: {type: string, minLength: 3}, title: Emneord}
    urgent: {type: boolean, default: false, title: Haster}
    reason: {type: string, title: Begrundelse}
  if: {properties: {form: {const: written}}, required: [form]}
  then: {required: [deadline]}
  $defs:
    day: {type: string, format: date}
---

## Sagen {#case words=5..80}

> Hvad handler høringen om?
>
> - hvem spørger
> - hvorfor

## Spørgsmål {nr}: {text} {#question each=questions}

### Svar {#answer words=1..50}

> Rådets svar, højst *halvtreds* ord.

### Bilag {#enclosures .optional}

> Ét pr. linje.

## Andet & _mere_ {#other .optional}

## Til sidst {#last}
"""

REGISTER = """template: contact-list
version: 1
applies_to: lists/*.yml
schema:
  type: object
  required: [title, contacts]
  properties:
    title: {type: string, title: Titel}
    contacts:
      type: array
      title: Kontakter
      x-collection: contacts
      items:
        type: object
        required: [id, name]
        properties:
          id: {type: string, title: Id}
          name: {type: string, title: Navn}
"""

STARTED = [
    ("one-pager", "Etik: data & <deling> *nu* # {x}", "one-pagers/etik-data-deling-nu-x.md"),
    ("one-pager", "null", "one-pagers/null.md"),
    ("minutes", "2027-01-14", "minutes/2027-01-14.md"),
    ("hearing", "Ny lov om æ, ø og å", "hearings/ny-lov-om-ae-oe-og-aa.md"),
    ("contact-list", "Pressen", "lists/pressen.yml"),
]


@pytest.fixture
def forms(council: Path) -> Path:
    """Return a council with two kinds of document of its own."""
    write(council / "templates" / "hearing.md", HEARING)
    write(council / "templates" / "contact-list.yml", REGISTER)
    return council


def found(wp: Wp, root: Path, path: str) -> list[dict[str, Any]]:
    run = wp("check", path, "--format", "json", cwd=root)
    diagnostics: list[dict[str, Any]] = json.loads(run.out)["diagnostics"]
    return diagnostics


def errors(wp: Wp, root: Path, path: str) -> list[str]:
    return [
        f"{item['line']}: {item['name']} {item['message']}"
        for item in found(wp, root, path)
        if item["severity"] == "error"
    ]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("kind", "title", "path"), STARTED)
def test_valid_on_arrival(
    wp: Wp, forms: Path, kind: str, title: str, path: str, language: str
) -> None:
    run = wp("new", kind, title, "--lang", language, cwd=forms)
    assert (run.code, run.err) == (0, "")
    said = {"da": f"content/{path} er oprettet", "en": f"content/{path} was created"}
    assert run.out.startswith(said[language])
    assert errors(wp, forms, f"content/{path}") == []
    text = (forms / "content" / path).read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(line == line.rstrip() for line in text.splitlines())


def test_what_is_new_makes_nothing_else_wrong(wp: Wp, forms: Path) -> None:
    for kind, title, _ in STARTED:
        wp("new", kind, title, cwd=forms)
    run = wp("check", cwd=forms)
    assert run.code == 0, run.out


def test_every_shipped_form_is_tried(wp: Wp, small: Path) -> None:
    run = wp("new", "nothing", "x", "--lang", "en", cwd=small)
    known = run.err.rpartition("Known are ")[2].strip(". \n").split(", ")
    assert known == ["minutes (Referat)", "one-pager"]
    assert {name.partition(" ")[0] for name in known} <= {kind for kind, _, _ in STARTED}


@pytest.mark.parametrize(
    ("kind", "title", "path"),
    [
        ("referat", ["2027-01-14"], "minutes/2027-01-14.md"),
        ("Referat", ["2027-01-14"], "minutes/2027-01-14.md"),
        ("One-Pager", ["Etik"], "one-pagers/etik.md"),
        ("one pager", ["Etik", "og", "samtykke"], "one-pagers/etik-og-samtykke.md"),
        ("høring", ["Ny lov"], "hearings/ny-lov.md"),
        ("HØRING", ["Ny lov"], "hearings/ny-lov.md"),
    ],
)
def test_a_form_is_known_by_what_its_documents_are_called(
    wp: Wp, forms: Path, kind: str, title: list[str], path: str
) -> None:
    run = wp("new", kind, *title, cwd=forms)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"content/{path} er oprettet")
    assert errors(wp, forms, f"content/{path}") == []


def test_a_forms_own_name_goes_before_another_forms_title(wp: Wp, forms: Path) -> None:
    other = HEARING.replace("template: hearing\n", "template: reply\n")
    other = other.replace("hearings", "replies").replace("name: Høring\n", "name: Hearing\n")
    write(forms / "templates" / "reply.md", other)
    assert "content/hearings/ny-lov.md" in wp("new", "hearing", "Ny lov", cwd=forms).out


def test_a_title_that_two_forms_have_chooses_neither(wp: Wp, forms: Path) -> None:
    other = HEARING.replace("template: hearing\n", "template: reply\n")
    write(forms / "templates" / "reply.md", other.replace("hearings", "replies"))
    run = wp("new", "høring", "Ny lov", cwd=forms)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "Kan ikke fortsætte: Der er ingen skabelon for “høring”. Kendte er contact-list, "
        "hearing (Høring), minutes (Referat), one-pager, reply (Høring).\n"
    )


def test_what_lacks_is_said_as_unfinished(wp: Wp, forms: Path) -> None:
    wp("new", "one-pager", "Etik", cwd=forms)
    warned = {item["severity"] for item in found(wp, forms, "content/one-pagers/etik.md")}
    assert warned == {"warning"}


def test_a_starter_whole(wp: Wp, forms: Path) -> None:
    wp("new", "hearing", "Ny lov", cwd=forms)
    text = (forms / "content" / "hearings" / "ny-lov.md").read_text(encoding="utf-8")
    expected = Path(__file__).with_name("hearing-ny-lov.md").read_text(encoding="utf-8")
    assert text == expected


def test_a_dangling_reference_is_found_in_a_made_up_kind(wp: Wp, forms: Path) -> None:
    wp("new", "hearing", "Ny lov", cwd=forms)
    path = "content/hearings/ny-lov.md"
    change(forms / path, "\nsender:\n", "\nsender: naturlaboratorium\n")
    assert len(errors(wp, forms, path)) == 1
    assert "naturlaboratorium" in errors(wp, forms, path)[0]


def test_one_made_up_document_can_refer_to_another(wp: Wp, forms: Path) -> None:
    form = HEARING.replace(
        "    reason: {", "    follows: {type: string, x-reference: hearings}\n    reason: {"
    )
    write(forms / "templates" / "hearing.md", form)
    wp("new", "hearing", "Den første", cwd=forms)
    wp("new", "hearing", "Den anden", cwd=forms)
    path = "content/hearings/den-anden.md"
    text = (forms / path).read_text(encoding="utf-8")
    assert "# Vælg mellem: den-foerste (Den første)\n# follows:\n" in text
    change(forms / path, "# follows:", "follows: den-foerste")
    assert errors(wp, forms, path) == []


# Conditions


@pytest.mark.parametrize(
    "condition",
    [
        "if: {properties: {form: {const: written}}}",  # holds when there is no form at all
        "if: {required: [form]}",
        "if: {properties: {status: {const: received}}, required: [status]}",
    ],
)
def test_a_condition_that_holds_from_the_start_is_no_error(
    wp: Wp, forms: Path, condition: str
) -> None:
    old = "if: {properties: {form: {const: written}}, required: [form]}"
    write(forms / "templates" / "hearing.md", HEARING.replace(old, condition))
    assert wp("new", "hearing", "Ny lov", cwd=forms).code == 0
    assert errors(wp, forms, "content/hearings/ny-lov.md") == []


@pytest.mark.parametrize("status", ["sent", "received"])
def test_it_begins_before_it_must_be_complete(wp: Wp, forms: Path, status: str) -> None:
    form = HEARING.replace("complete_from: sent", f"complete_from: {status}")
    write(forms / "templates" / "hearing.md", form)
    assert wp("new", "hearing", "Ny lov", cwd=forms).code == 0
    assert errors(wp, forms, "content/hearings/ny-lov.md") == []


# Comments


def test_a_field_that_may_be_left_out_is_used_by_taking_its_mark_away(wp: Wp, forms: Path) -> None:
    """All optional fields at once: their shape is right, and only made-up ids are wrong."""
    for kind, title, path in (
        ("one-pager", "Etik", "content/one-pagers/etik.md"),
        ("minutes", "2027-01-14", "content/minutes/2027-01-14.md"),
        ("hearing", "Ny lov", "content/hearings/ny-lov.md"),
    ):
        wp("new", kind, title, cwd=forms)
        file = forms / path
        before = file.read_text(encoding="utf-8")
        while (after := _activated(before)) != before:
            before = after
        file.write_text(after, encoding="utf-8")
        wrong = [
            item
            for item in found(wp, forms, path)
            if item["severity"] == "error" and not re.search(r"“id(-\d)?”", item["message"])
        ]
        assert wrong == []


FIELD = re.compile(r'( *)# ( *)(- )?("[^"]+"|[a-z0-9_]+):( |$)')
ITEM = re.compile(r"( *)# ( *)- \S+$")


def _activated(text: str) -> str:
    """Take the first mark away before every field, and what stands below it."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    lines = front.split("\n")
    for at, line in enumerate(lines):
        if FIELD.match(line) or ITEM.match(line) or re.match(r"#   # ", line):
            lines[at] = line.replace("# ", "", 1)
    return "---\n" + "\n".join(lines) + "\n---\n" + body


def test_choices_are_listed_or_counted(wp: Wp, forms: Path) -> None:
    wp("new", "one-pager", "Etik", cwd=forms)
    text = (forms / "content" / "one-pagers" / "etik.md").read_text(encoding="utf-8")
    assert "# Vælg mellem: short (Kort sigt), medium (Mellemlangt sigt), long (Langt sigt)" in text
    assert re.search(r"# Vælg mellem de \d\d id'er i content/people\.yml\.", text)
    assert re.search(r"#   deling-og-drift \(.+\)\n", text)
    assert "draft (Udkast)" in text
    wp("new", "one-pager", "Ethics", "--lang", "en", cwd=forms)
    text = (forms / "content" / "one-pagers" / "ethics.md").read_text(encoding="utf-8")
    assert "# Choose among: short (Short term), medium (Medium term), long (Long term)" in text


def test_optional_headings_are_named_where_they_belong(wp: Wp, forms: Path) -> None:
    wp("new", "minutes", "2027-01-14", cwd=forms)
    text = (forms / "content" / "minutes" / "2027-01-14.md").read_text(encoding="utf-8")
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert "# ### Indstilling (før “Referat”): " in front
    assert "# ### Sagsfremstilling (efter “Referat”): " in front
    headings = [line for line in body.splitlines() if line.startswith("#")]
    assert headings == ["## Pkt. 1 Velkomst", "### Referat"]


def test_where_nothing_can_be_chosen_it_says_so(wp: Wp, small: Path) -> None:
    wp("new", "one-pager", "Etik", cwd=small)
    text = (small / "content" / "one-pagers" / "etik.md").read_text(encoding="utf-8")
    assert "# Der er endnu intet at vælge mellem i content/programme.md.\nfocus_area:\n" in text


# Titles and names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Værdi for patienter og lighed", "vaerdi-for-patienter-og-lighed"),
        ("ÆØÅ æøå", "aeoeaa-aeoeaa"),
        ("A\u030arhus", "aarhus"),
        ("Müller & Söhne, Éclair", "mueller-soehne-eclair"),
        ("  Re-analyse — af   genomdata!  ", "re-analyse-af-genomdata"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\con.md", "c-con-md"),
        ("2027", "2027"),
        ("HPC-kapacitet", "hpc-kapacitet"),
        (
            "En meget lang titel om koordinering af regionernes opgaver med analyser",
            "en-meget-lang-titel-om-koordinering-af-regionernes-opgaver",
        ),
        ("x" * 80, "x" * 60),
    ],
)
def test_the_file_is_named_by_its_title(wp: Wp, small: Path, title: str, name: str) -> None:
    run = wp("new", "one-pager", title, cwd=small)
    assert (run.code, run.err) == (0, "")
    assert [path.name for path in (small / "content/one-pagers").iterdir()] == [f"{name}.md"]
    assert len(name) <= 60


def test_a_title_is_read_back_as_it_was_given(wp: Wp, small: Path) -> None:
    import frontmatter

    form = "template: note\nversion: 1\napplies_to: notes/*.md\nschema:\n  type: object\n"
    form += "  required: [title]\n  properties:\n    title: {type: string}\n"
    write(small / "templates" / "note.md", f"---\n{form}---\n\n## Tekst {{#text}}\n")
    titles = [
        "no 1", "12:05 a", "Ja: nej", "- x y", "# x z", '"Citat" her', "it's", "{a} [b]", "null x",
        "æøå", "a\\nb", "1.5 x", "%x & *w", "> citat", "x: ", "@hjem", "`kode`", "--- d", "!tag x",
        "| x q", "-v", "?: u", "~ t", "en,  to",
    ]  # fmt: skip
    for title in titles:
        run = wp("new", "note", "--", title, cwd=small)
        assert (run.code, run.err) == (0, ""), title
    files = (small / "content" / "notes").glob("*.md")
    read = {frontmatter.load(str(file))["title"] for file in files}
    assert read == {" ".join(title.split()) for title in titles}
    assert errors(wp, small, "content/notes") == []


@pytest.mark.parametrize(
    ("arguments", "danish", "english"),
    [
        (["one-pager", "ab"], "3–90", "3–90"),
        (["one-pager", "x" * 91], "har 91 tegn", "has 91 characters"),
        (["one-pager", "!!!"], "giver intet filnavn", "makes no file name"),
        (["one-pager", ""], "giver intet filnavn", "makes no file name"),
        (["minutes", "14. januar 2027"], "er ikke en dato", "is not a date"),
        (["minutes", "2027-02-30"], "er ikke en dato", "is not a date"),
        (["minutes", "20270214"], "er ikke en dato", "is not a date"),
        (
            ["notat", "2027-02-14"],
            "Der er ingen skabelon for “notat”. Kendte er minutes (Referat), one-pager.",
            "There is no template for “notat”. Known are minutes (Referat), one-pager.",
        ),
        (
            [],
            "Skriv efter wp new, hvad der skal oprettes, og titlen eller datoen. "
            "Kendte er minutes (Referat), one-pager.",
            "Say after wp new what to start, and its title or date. "
            "Known are minutes (Referat), one-pager.",
        ),
        (["referat"], "Skriv wp new minutes 2027-03-02", "Write wp new minutes 2027-03-02"),
        (["one-pager"], 'Skriv wp new one-pager "…"', 'Write wp new one-pager "…"'),
        (["arbejdsprogram", "x"], "content/programme.md", "content/programme.md"),
        (["programme", "Et program"], "content/programme.md", "content/programme.md"),
        (["people", "Folk"], "content/people.yml", "content/people.yml"),
    ],
)
def test_what_cannot_be_started_is_2_and_makes_no_file(
    wp: Wp, small: Path, arguments: list[str], danish: str, english: str
) -> None:
    before = sorted(small.rglob("*"))
    for language, text in (("da", danish), ("en", english)):
        run = wp("new", *arguments, "--lang", language, cwd=small)
        assert (run.code, run.out) == (2, "")
        assert text in run.err
    assert [path for path in sorted(small.rglob("*")) if path.is_file()] == [
        path for path in before if path.is_file()
    ]


# Never over anything


def test_what_exists_is_not_overwritten(wp: Wp, small: Path) -> None:
    file = write(small / "content" / "one-pagers" / "etik.md", "mit arbejde\n")
    for language, text in (("da", "findes allerede"), ("en", "exists already")):
        run = wp("new", "one-pager", "Etik", "--lang", language, cwd=small)
        assert (run.code, run.out) == (2, "")
        assert f"content/one-pagers/etik.md {text}" in run.err
    assert file.read_text(encoding="utf-8") == "mit arbejde\n"


def test_neither_a_link_nor_a_folder_is_written_through(
    wp: Wp, small: Path, tmp_path: Path
) -> None:
    pages = small / "content" / "one-pagers"
    pages.mkdir()
    (pages / "etik.md").symlink_to(tmp_path / "udenfor.md")
    (pages / "jura.md").mkdir()
    for title in ("Etik", "Jura"):
        assert wp("new", "one-pager", title, cwd=small).code == 2
    assert not (tmp_path / "udenfor.md").exists()


def test_a_folder_that_leads_out_of_the_tree_is_refused(
    wp: Wp, small: Path, tmp_path: Path
) -> None:
    (tmp_path / "udenfor").mkdir()
    (small / "content" / "one-pagers").symlink_to(tmp_path / "udenfor")
    run = wp("new", "one-pager", "Etik", cwd=small)
    assert run.code == 2
    assert "uden for rådets mappe" in run.err
    assert list((tmp_path / "udenfor").iterdir()) == []


def test_a_file_where_the_folder_should_be_stops_it(wp: Wp, small: Path) -> None:
    write(small / "content" / "one-pagers", "")
    run = wp("new", "one-pager", "Etik", cwd=small)
    assert (run.code, run.out) == (2, "")
    assert "kan ikke skrives" in run.err


def test_of_two_at_once_one_wins(small: Path) -> None:
    runs = [
        subprocess.Popen(
            [SCRIPT, "new", "one-pager", "Etik"],
            cwd=small,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(4)
    ]
    assert sorted(run.wait(timeout=60) for run in runs) == [0, 2, 2, 2]


def test_new_works_from_below_and_with_a_root(wp: Wp, small: Path, tmp_path: Path) -> None:
    wp("new", "one-pager", "Etik", cwd=small / "content")
    wp("new", "one-pager", "Jura", "--root", small, cwd=tmp_path)
    assert sorted(path.name for path in (small / "content/one-pagers").iterdir()) == [
        "etik.md",
        "jura.md",
    ]
