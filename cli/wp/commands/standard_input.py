"""A text on standard input that stands in for a file, as an editor gives what isn't saved yet."""

import sys
from dataclasses import dataclass
from pathlib import Path

from wp.commands.common import name_from
from wp.errors import WpError

_INPUT = Path("-")


@dataclass(frozen=True)
class Given:
    """The bytes from standard input, and the file that they stand in for."""

    path: Path
    data: bytes

    def instead(self, root: Path) -> dict[str, bytes]:
        """Return the bytes by the name, from the council's folder, of the file they stand in for.

        Raises `WpError` for a file that isn't below `content/`.
        """
        name = name_from(root, self.path)
        if "/" not in name or (root / name).is_dir():
            raise WpError("not-a-document", path=self.path)
        return {name: self.data}


def standard_input(paths: list[Path], name: Path | None) -> Given | None:
    """Return what `-` and `--stdin-filename` ask for, None when neither is there.

    Raises `WpError` for `-` without a name, and for another path beside it.
    """
    others = [path for path in paths if path != _INPUT]
    if name is None:
        if len(others) < len(paths):
            raise WpError("input-unnamed")
        return None
    if others:
        raise WpError("input-alone", path=others[0])
    # a process can be started without a standard input; that is an empty text
    return Given(name, sys.stdin.buffer.read() if sys.stdin else b"")
