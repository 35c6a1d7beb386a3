"""What `wp build` shows while it works, and the table of what it wrote."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from wp.language.messages import Language
from wp.language.words import words_of

_KB = 1024


@contextmanager
def progress(language: Language) -> Iterator[Callable[[str], None]]:
    """Show one line that says what is being written; give the function that moves it on.

    A terminal shows a line that is gone at the end; anything else gets nothing.
    """
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.live import Live

    words = words_of(language)
    # a line that turned by itself would need a thread, and beside one there are no processes
    line = Live(words["checking"], console=Console(stderr=True), auto_refresh=False, transient=True)
    with line:
        yield lambda name: line.update(words["writing"].format(name=name), refresh=True)


def show_outputs(
    outputs: Sequence[tuple[Path, int]], kept: Sequence[tuple[str, str]], language: Language
) -> None:
    """Print a table of the files written: path and size in bytes.

    `kept` are those that somebody had changed, each with its new name; standard error tells of
    them.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    words = words_of(language)
    table = Table(box=box.SIMPLE_HEAD if sys.stdout.isatty() else None, pad_edge=False)
    table.add_column(words["column-file"])
    table.add_column(words["column-size"], justify="right")
    for path, size in outputs:
        table.add_row(Text(str(path)), _size(size, language))  # no markup: a name is a name
    # a pipe has no width; a path must never be cut
    console = Console() if sys.stdout.isatty() else Console(width=200)
    console.print(table)
    for before, now in kept:
        print(words["edited-kept"].format(path=before, name=now), file=sys.stderr)


def show_verdict(
    built: int | None,
    faults: Sequence[tuple[str, str]],
    changes: Sequence[tuple[str, str]],
    language: Language,
) -> None:
    """Print what `wp build --verify` found: files with their fault, what has changed, the sum.

    `built` is the number of outputs looked at, None when there is no manifest to go by.
    """
    words = words_of(language)
    if built is None:
        print(words["verify-nothing"])
        return
    for path, fault in faults:
        print(f"{path}: {words[f'verify-{fault}']}")
    if changes:
        print(words["verify-since"])
        for name, change in changes:
            print(f"  {name} ({words[f'verify-{change}']})")
    count = words.count("file", built)
    print(words["verify-bad" if faults else "verify-good"].format(count=count))


def _size(size: int, language: Language) -> str:
    """Return a size as a person reads it: "12 kB", "1,4 MB"."""
    if size < _KB * _KB:
        return f"{max(1, round(size / _KB))} kB"
    text = f"{size / _KB / _KB:.1f} MB"
    return text.replace(".", ",") if language == "da" else text
