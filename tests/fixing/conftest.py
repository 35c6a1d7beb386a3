"""A council to mend, and a way to mend one file of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wp.findings import Finding
from wp.fixing.mend import Mended, mend, with_files
from wp.reading.repository import Repository, read_repository

EKSEMPELRAADET = Path(__file__).parents[1] / "eksempelraadet"

Mend = Callable[..., tuple[bytes, Mended]]


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A copy of Eksempelrådet, read once; tests put the files back that they change."""
    root = tmp_path_factory.mktemp("raad") / "eksempelraadet"
    shutil.copytree(EKSEMPELRAADET, root, ignore=shutil.ignore_patterns("build"))
    return read_repository(root)


@pytest.fixture(scope="session")
def mended(council: Repository) -> Mend:
    """Return a function that mends one file with some bytes in it, and gives its bytes then."""

    def run(
        path: str, data: bytes, wanted: Callable[[Finding], bool] = lambda finding: True
    ) -> tuple[bytes, Mended]:
        file = council.root / path
        before = file.read_bytes()
        file.write_bytes(data)
        try:
            broken = with_files(council, {path: data})
            # an id that is lost here may be near another; what refers to it stands elsewhere
            result = mend(broken, lambda found: found.path == path and wanted(found))
            assert file.read_bytes() == data, "mending writes nothing"
        finally:
            file.write_bytes(before)
        assert [item.path for item in result.files] in ([], [path])
        return (result.files[0].after if result.files else data), result

    return run
