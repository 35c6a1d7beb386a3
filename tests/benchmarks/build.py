"""Time `wp build` as a whole process, in turn with pandoc and Typst on the same text, and print it.

    python -m tests.benchmarks.build --sizes 12,100,1000 --runs 3

The text is the `programme.md` that wp writes; the others get it without pictures, and with links to
what has an id of its own alone, for they know no other. "PDF/UA-1" is pandoc to Typst's own text
and Typst to the file, one process after the other. The ratio that counts is all four formats, or
one of them, to that; and HTML alone to pandoc's.

"first" has an empty cache, "checked" what `wp check` has kept, "again" is the very same once more,
"edited" has one one-pager changed since the last build. Up to 17 one-pagers it is Eksempelrådet as
it stands, else as many copies as it takes (`tests.benchmarks.corpus`). Each subject runs once
unmeasured, then all in turn; what takes longer than `--limit` isn't run again. Where others use the
machine, too, the seconds of its processors say more than those on the wall.
"""

import argparse
import fnmatch
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypandoc
from tests.benchmarks import corpus
from tests.benchmarks.check import WP, Cold, Edited, Subject, Warm, machine, measure

EKSEMPELRAADET = Path(__file__).parents[1] / "eksempelraadet"
ALL = "md,html,docx,pdf"
PDF, HTML = "pandoc → Typst → PDF/UA-1", "pandoc → HTML"
_FROM = "--from=gfm+attributes"
_TO_PDF = """import subprocess, sys, typst

pandoc, text, made, pdf = sys.argv[1:]
command = [pandoc, "{given}", "--to=typst", "--standalone", "--metadata=title:Programme"]
subprocess.run([*command, "--metadata=lang:da", text, "--output", made], check=True)
data = typst.compile(made, pdf_standards=["ua-1"], ignore_system_fonts=True)
open(pdf, "wb").write(data)
"""


class Checked(Cold):
    """Gives each run what a check has kept, and nothing else."""

    def __init__(self, cache: Path, kept: Path) -> None:
        super().__init__(cache)
        self.kept = kept

    def __call__(self, environment: dict[str, str]) -> None:
        super().__call__(environment)
        shutil.copytree(self.kept, self.cache, dirs_exist_ok=True)


def make(count: int, folder: Path) -> int:
    """Write a council's repository with about so many one-pagers; return how many there are."""
    if count < corpus.LEAST - corpus.LEAST // 10:
        shutil.copytree(EKSEMPELRAADET, folder, ignore=shutil.ignore_patterns("build"))
        return len(list((folder / "content" / "one-pagers").glob("*.md")))
    documents = next(n for n in range(count, 2 * count) if n - n // 10 >= count)
    made = corpus.make(documents, folder)
    # among a thousand copies one is a line too long, which is not what is measured here
    form = (EKSEMPELRAADET.parents[1] / "templates" / "one-pager.md").read_text(encoding="utf-8")
    (folder / "templates").mkdir()
    own = folder / "templates" / "one-pager.md"
    own.write_text(form.replace("pages: 1", "pages: 2"), encoding="utf-8")
    return int(made["one-pagers"])


def plain(text: str) -> str:
    """Return the programme's Markdown as pandoc can make a PDF of it that is accessible."""
    text = re.sub(r'^(#+) <a id="([^"]+)"></a>(.*)$', r"\1 \3 {#\2}", text, flags=re.MULTILINE)
    text = re.sub(r"!\[((?:[^\[\]\\]|\\.)*)\]\([^)]*\)", "", text)
    text = re.sub(r'<a id="[^"]+"></a>', "", text)
    known = set(re.findall(r"\{#([^}]+)\}", text))
    link = r"\[((?:[^\[\]\\]|\\.)*)\]\(#([^)]*)\)"
    return re.sub(link, lambda found: found[0] if found[2] in known else found[1], text)


def subjects(folder: Path, original: Path) -> Iterator[Subject]:
    """Yield all subjects for one council, each with its own copy of what it changes."""
    build = [str(WP), "build", "--format"]
    caches = folder / "caches"
    for name, formats in [("all four", ALL), *((form, form) for form in ALL.split(","))]:
        own = folder / f"council-{name}".replace(" ", "-")
        shutil.copytree(original, own)
        command = [*build, formats]
        yield Subject(f"wp, {name}, first", command, own, Cold(caches / own.name))
        checked = Checked(caches / f"{own.name}-checked", caches / "check")
        yield Subject(f"wp, {name}, checked", command, own, checked)
    for name, before in (("again", Warm), ("edited", None)):
        own = folder / f"council-{name}"
        shutil.copytree(original, own)
        cache = caches / name
        changed = before(cache) if before else Edited(cache, own)
        yield Subject(f"wp, all four, {name}", [*build, ALL], own, changed)
    pandoc, text = str(pypandoc.get_pandoc_path()), folder / "plain.md"
    script = folder / "to_pdf.py"
    script.write_text(_TO_PDF.format(given=_FROM), encoding="utf-8")
    made = [str(folder / f"plain.{ending}") for ending in ("typ", "pdf")]
    yield Subject(PDF, [sys.executable, str(script), pandoc, str(text), *made], folder)
    for name, form in ((HTML, "html"), ("pandoc → DOCX", "docx")):
        target = folder / f"plain.{form}"
        command = [pandoc, _FROM, f"--to={form}", "--standalone", "--metadata=title:Programme"]
        yield Subject(name, [*command, str(text), f"--output={target}"], folder)


def prepare(folder: Path, original: Path) -> None:
    """Write the text that the others get, and let `wp check` keep its answer."""
    cache = folder / "caches" / "check"
    cache.mkdir(parents=True)
    environment = Subject("", [], folder, Warm(cache)).environment()
    for command in (["check"], ["build", "--format", "md", "--no-cache"]):
        subprocess.run(
            [str(WP), *command], cwd=original, env=environment, check=True, capture_output=True
        )
    text = (original / "build" / "programme.md").read_text(encoding="utf-8")
    (folder / "plain.md").write_text(plain(text), encoding="utf-8")
    shutil.rmtree(original / "build")


def table(chosen: list[Subject], limit: float) -> Iterator[str]:
    """Yield a table of Markdown: seconds, what they are to the others' PDF and HTML, memory."""
    walls = {one.name: statistics.median(run.seconds for run in one.runs) for one in chosen}
    busy = {one.name: statistics.median(run.processors for run in one.runs) for one in chosen}
    yield "| | seconds | of processors | × PDF | × HTML | largest process | together |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for one in chosen:
        if any(run.code is None for run in one.runs):
            yield f"| {one.name} | over {limit:.0f} | | | | | |"
            continue
        failed = "".join(f" (exit {run.code})" for run in one.runs[:1] if run.code)
        ratios = " | ".join(
            f"{walls[one.name] / walls[name]:.2f}" if name in walls else "" for name in (PDF, HTML)
        )
        largest = max(run.largest for run in one.runs)
        together = f"{one.together:,.0f} MiB" if one.together else ""
        yield (
            f"| {one.name}{failed} | {walls[one.name]:.2f} | {busy[one.name]:.2f} | {ratios} | "
            f"{largest:,.0f} MiB | {together} |"
        )


def sizes(folder: Path) -> Iterator[str]:
    """Yield what was written: bytes of each format, the others' too, and the PDFs' pages."""
    builds = [folder / "council-all-four" / "build", folder]
    for build, name in zip(builds, ("programme", "plain"), strict=True):
        for path in sorted(build.glob(f"{name}.*")):
            pages = ""
            if path.suffix == ".pdf":
                with pikepdf.open(path) as document:
                    pages = f", {len(document.pages):,} pages"
            yield f"{path.name}: {path.stat().st_size:,} bytes{pages}"


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.build")
    parser.add_argument("--sizes", default="12,100,1000", help="numbers of one-pagers")
    parser.add_argument("--runs", type=int, default=3, help="runs of each")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="subjects, as *html*")
    parser.add_argument("--limit", type=float, default=600, help="seconds that a run may take")
    given = parser.parse_args()
    print(machine())
    for count in (int(size) for size in given.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="wp-benchmark-") as name:
            folder = Path(name)
            there = make(count, folder / "original")
            prepare(folder, folder / "original")
            chosen = [
                one
                for one in subjects(folder, folder / "original")
                if one.name in (PDF, HTML) or fnmatch.fnmatch(one.name, given.only)
            ]
            measure(chosen, given.runs, given.limit)
            print(f"\n{there:,} one-pagers\n")
            print("\n".join([*table(chosen, given.limit), "", *sizes(folder)]), flush=True)
    print(
        "\nSeconds are medians on the wall, then of all processors; ratios are those on the wall. "
        "“Largest\nprocess” is the greatest resident set of one process; “together” is the most "
        "that a command and\nits children held at one time, shared memory counted once, in a run "
        "of its own."
    )


if __name__ == "__main__":
    main()
