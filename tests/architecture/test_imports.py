"""Rooms import one way, along the flow of data; heavy libraries have one door each."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "cli" / "wp"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300  # lines of a module

# What each room may import of the others, besides itself; `app` and `commands` may import all.
ROOMS = {
    "__main__": {"app", "interrupts"},
    "errors": set(),
    "findings": set(),
    "interrupts": set(),
    "colours": set(),
    "processes": set(),
    "reading": {"errors", "findings"},
    "language": {"errors", "findings"},
    "caching": {"reading", "findings"},
    "checking": {"reading", "processes", "colours", "errors", "findings"},
    "explaining": {"checking", "reading", "language", "errors", "findings"},
    "fixing": {"checking", "reading", "errors", "findings"},
    "reporting": {"reading", "language", "errors", "findings"},
    "history": {"errors"},
    "changes": {"history", "checking", "reading", "language", "errors", "findings"},
    "programme": {"reading", "language", "history", "errors", "findings"},
    "past": {"history", "programme", "reading", "errors"},
    "publishing": {
        "programme",
        "processes",
        "caching",
        "colours",
        "reading",
        "language",
        "errors",
        "findings",
    },
    "editing": {"reading", "language", "errors", "findings"},
    "starting": {"reading", "language", "errors", "findings"},
}

# The only modules that may import a library; "room." stands for every module of a room.
DOORS = {
    "frontmatter": {"reading.frontmatter", "starting.text"},
    "yaml": {"reading.yaml_core", "reading.yaml_values"},
    "pyromark": {"reading.markup"},
    "jsonschema_rs": {"reading.", "checking.values", "starting.text"},
    # documents, the room that they take, and pictures for Word
    "typst": {"publishing.pdf.writer", "publishing.layout", "publishing.word.raster"},
    "pikepdf": {"publishing.pdf.finish"},
    "pypandoc": {"publishing.word.pandoc"},
    "lxml": {"publishing.word.dom"},
    "jinja2": {"publishing."},
    "rich": {"reporting."},
    "typer": {"app", "commands."},
    "ctypes": {"publishing.output.exchange"},
    "subprocess": {"history", "publishing.word.pandoc"},
}


def name_of(path: Path) -> str:
    """Return a module's name below `wp`, "" for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield every module that a file imports, inside functions too, with the line."""
    package = ("wp", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *([node.module] if node.module else [])))
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_rooms_are_entered_one_way(path: Path) -> None:
    room = name_of(path).partition(".")[0]
    if room in ("", "app", "commands"):
        return
    assert room in ROOMS, f"{room} is a new room: say in ROOMS what it may import"
    found = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for line, module in imports(path)
        if module.startswith("wp.")
        and (other := module.split(".")[1]) not in ROOMS[room] | {room, "__version__"}
        and other
    ]
    assert found == []


def test_no_room_is_named_that_is_not_there() -> None:
    rooms = {name_of(path).partition(".")[0] for path in MODULES}
    assert set(ROOMS) - rooms == set(), "ROOMS names a room that doesn't exist"


def test_rooms_form_no_circle() -> None:
    below = {room: set(others) for room, others in ROOMS.items()}
    order: list[str] = []
    while below:
        free = sorted(room for room, others in below.items() if not others & set(below))
        assert free, f"a circle among {sorted(below)}"
        order += free
        for room in free:
            del below[room]
    assert order.index("reading") < order.index("checking") < len(order)


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    doors = DOORS[library]
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        for line, module in imports(path)
        if module.split(".")[0] == library
        and not any(
            name_of(path).startswith(door) if door.endswith(".") else name_of(path) == door
            for door in doors
        )
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_long(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_opened_as_utf_8(path: Path) -> None:
    """No file is read or written in whatever encoding the machine prefers."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        called = node.func.id if isinstance(node.func, ast.Name) else called
        if called not in ("read_text", "write_text", "open", "fdopen"):
            continue
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        binary = any(isinstance(word, str) and "b" in word for word in words)
        named = any(keyword.arg == "encoding" for keyword in node.keywords)
        # these two know bytes alone
        of_bytes = ast.unparse(node.func) in ("os.open", "pikepdf.open")
        assert named or binary or of_bytes or "utf-8" in words, (
            f"{path.relative_to(ROOT)}:{node.lineno}: {called} without an encoding"
        )


def test_every_public_function_and_class_says_what_it_is() -> None:
    found = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), f"{path.relative_to(ROOT)} has no docstring"
        for node in tree.body:
            is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
            if is_public and not ast.get_docstring(node):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert found == []


def test_dependencies_are_those_that_are_imported() -> None:
    """Nothing is declared in vain, and nothing is used that only another library brings."""
    import sys
    import tomllib

    names = {
        "python-frontmatter": "frontmatter",
        "pyyaml": "yaml",
        "jsonschema-rs": "jsonschema_rs",
        "pypandoc_binary": "pypandoc",
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = set()
    for line in project["dependencies"]:
        name = line.partition(">")[0].strip()
        declared.add(names.get(name, name))
    used = {module.split(".")[0] for path in MODULES for _, module in imports(path)}
    assert used - set(sys.stdlib_module_names) - {"wp"} == declared


CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "localtime", "gmtime", "uuid4"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nobody_reads_the_clock(path: Path) -> None:
    """The same tree gives the same answer and the same bytes, whatever the day is.

    Only `wp status` asks what day it is, when nobody says.
    """
    if name_of(path) == "commands.status":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = ast.unparse(node.func)
            owner = called.rpartition(".")[0].rpartition(".")[2]
            reads = node.func.attr in CLOCKS and owner in ("datetime", "date", "time", "uuid")
            assert not reads, f"{path.relative_to(ROOT)}:{node.lineno}: {called}"
