"""Change the real files in all the ways that files go wrong, and judge each soundly.

    python -m tests.robustness.mutate --count 1000

The files are those of Eksempelrådet and of the council itself, documents and forms. Input number n
is always the same; `--first` begins further on. What fails is kept in `--keep FOLDER`.
"""

import argparse
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.robustness.judge import judged
from tests.robustness.mutations import mutate

from wp.errors import WpError
from wp.findings import Fault
from wp.reading.document import make_document
from wp.reading.repository import Repository, read_repository
from wp.reading.source import decode
from wp.reading.template import make_template

ROOT = Path(__file__).parents[2]
COUNCILS = (ROOT / "tests" / "eksempelraadet", ROOT)


def inputs(first: int, count: int) -> Iterator[tuple[int, Repository, str, str, bytes]]:
    """Yield inputs: number, repository, path, kind of change, bytes."""
    bases = [read_repository(council) for council in COUNCILS]
    files = [(base, document.path) for base in bases for document in base.documents]
    for number in range(first, first + count):
        # a step without a factor in common with the number of files meets all of them
        base, path = files[number * 7919 % len(files)]
        kind, data = mutate((base.root / path).read_bytes(), number)
        yield number, base, path, kind, data


def forms(first: int, count: int) -> Iterator[tuple[int, str, str, bytes]]:
    """Yield changed forms: number, path, kind of change, bytes."""
    paths = sorted(
        path for path in (ROOT / "templates").iterdir() if path.suffix in (".md", ".yml")
    )
    for number in range(first, first + count):
        path = paths[number * 7919 % len(paths)]
        kind, data = mutate(path.read_bytes(), number)
        yield number, f"templates/{path.name}", kind, data


def read_form(path: str, data: bytes) -> bool:
    """Read a form's bytes; return whether it can be used. `WpError` alone says that it can't."""
    source, faults = decode(path, data)
    assert all(isinstance(fault, Fault) for fault in faults)
    try:
        make_template(make_document(source, None, faults))
    except WpError:
        return False
    return True


def run(first: int, count: int, keep: Path | None) -> tuple[Counter[str], Counter[str], int]:
    """Judge so many changed documents and a quarter as many forms.

    Returns how many inputs there were by kind, how many findings or refusals they gave, and how
    many failed, which are told on standard error.
    """
    tried: Counter[str] = Counter()
    gave: Counter[str] = Counter()
    failed = 0
    for number, base, path, kind, data in inputs(first, count):
        tried[f"document, {kind}"] += 1
        try:
            gave["findings"] += judged(base, path, data)
        except Exception:
            failed += 1
            _tell(number, path, kind, data, keep)
    for number, path, kind, data in forms(first, count // 4):
        tried[f"form, {kind}"] += 1
        try:
            gave["forms that can be used" if read_form(path, data) else "forms refused"] += 1
        except Exception:
            failed += 1
            _tell(number, path, kind, data, keep)
    return tried, gave, failed


def _tell(number: int, path: str, kind: str, data: bytes, keep: Path | None) -> None:
    print(f"\n{number}: {path}, {kind}", file=sys.stderr)
    traceback.print_exc()
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{number}-{path.replace('/', '-')}").write_bytes(data)


def main() -> None:
    """Run as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.mutate")
    parser.add_argument("--count", type=int, default=200, help="documents; a quarter as many forms")
    parser.add_argument("--first", type=int, default=0, help="the first input's number")
    parser.add_argument("--keep", type=Path, help="a folder for the inputs that fail")
    given = parser.parse_args()
    tried, gave, failed = run(given.first, given.count, given.keep)
    for kind, number in sorted(tried.items()):
        print(f"{number:8,}  {kind}")
    print(f"{tried.total():8,}  inputs in all")
    for what, number in sorted(gave.items()):
        print(f"{number:8,}  {what}")
    print(f"{failed:8,}  failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
