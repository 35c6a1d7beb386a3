"""A register that may not be read; what refers into it is not called wrong."""

from pathlib import Path

import pytest

from wp.reading.tree import Tree


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Tree.read

    def refuse(tree: Tree, name: str) -> bytes:
        # root may read everything, so the permission can't be taken away on disk
        if (tree.root / name) == root / "content" / "people.yml":
            raise PermissionError(13, "Permission denied")
        return read(tree, name)

    monkeypatch.setattr(Tree, "read", refuse)
