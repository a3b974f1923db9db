"""Imports point down, files and functions stay small: the shape of the package, and proof that the guard guards."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "instrument"

# From the ground up. A module may import what stands in a lower row, and itself.
ROWS: tuple[tuple[str, ...], ...] = (
    ("model", "problem", "splitting", "words"),
    ("audiences", "encoding", "languages", "tables"),
    ("holders", "labels", "recitals", "spelling"),
    ("outline",),
    ("comparison", "paper", "references"),
    ("changes", "definitions"),
    ("brackets",),
    ("difference",),
    ("history", "instructions", "numbering", "proposals"),
    ("outcomes",),
    ("adoption", "binding", "checks", "concord", "papers"),
    ("formats",),
    ("office", "storage"),
    ("library",),
    ("building",),
    ("instrument",),  # the package itself: the public API
    ("cli",),
    ("__main__",),
)
# The rooms of the largest format, by the same rule.
ROOMS: tuple[tuple[str, ...], ...] = (
    ("parts",),
    ("walking", "writing"),
    ("numbering",),
    ("reading",),
    ("receipts",),
    ("revising", "publishing"),
)
FLOOR = {name: floor for floor, row in enumerate(ROOMS) for name in row}
HEIGHT = {name: height for height, row in enumerate(ROWS) for name in row}
ONLY_IN = {"docx": "formats", "lxml": "formats", "click": "cli"}
# What brings in the clock, the disk, the network, the environment or chance.
IMPURE = {"os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time", "uuid"}
RELATIVE = "a relative name"
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


def violations(package: Path) -> list[str]:
    """Every breach of the layout's rules under a package folder, one line each."""
    found = []
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).with_suffix("").parts
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        breaches = [*imports_that_break(module, tree), *sizes_that_break(source, tree)]
        found += [f"{'/'.join(module)}: {breach}" for breach in breaches]
    return found


def imports_that_break(module: tuple[str, ...], tree: ast.Module) -> Iterator[str]:
    here = "instrument" if module == ("__init__",) else module[0]
    if here not in HEIGHT:
        yield f"{here} stands in no row of the layout"
        return
    for name in imported(tree):
        top, *rest = name.split(".")
        if name == RELATIVE:
            yield "imports by a relative name, which hides where it points"
        elif top == "instrument":
            yield from steps_that_break(module, here, rest)
        elif ONLY_IN.get(top, here) != here:
            yield f"imports {top}, which belongs to {ONLY_IN[top]}"
        elif top in IMPURE and HEIGHT[here] < HEIGHT["storage"]:
            yield f"imports {top} below storage"


def steps_that_break(module: tuple[str, ...], here: str, rest: list[str]) -> Iterator[str]:
    there = rest[0] if rest and rest[0] in HEIGHT else "instrument"
    if here == there == "formats":
        if rest[1:2] and rest[1] != module[1]:
            yield f"imports the format {rest[1]} from the format {module[1]}"
        yield from rooms_that_break(module[2:], rest[2:])
    elif here != there and HEIGHT[there] >= HEIGHT[here]:
        yield f"imports {there} from {here}, which does not stand above it"


def rooms_that_break(module: tuple[str, ...], rest: list[str]) -> Iterator[str]:
    here, there = module[0] if module else "", rest[0] if rest else ""
    if here in FLOOR and there in FLOOR and here != there and FLOOR[there] >= FLOOR[here]:
        yield f"imports {there} from {here}, which does not stand above it"


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield RELATIVE


def sizes_that_break(source: str, tree: ast.Module) -> Iterator[str]:
    lines = source.count("\n")
    if lines > LONGEST_FILE:
        yield f"has {lines} lines; {LONGEST_FILE} is the most: make it a folder"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > LONGEST_FUNCTION:
            yield f"{node.name} has {length(node)} lines; {LONGEST_FUNCTION} is the most: it is two functions"


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its decorators and its docstring."""
    documented = ast.get_docstring(function, clean=False) or ""
    return (function.end_lineno or 0) - function.lineno + 1 - (documented.count("\n") + 1 if documented else 0)


def test_the_package_keeps_its_own_rules() -> None:
    assert violations(PACKAGE) == []


@pytest.mark.parametrize(
    ("file", "source", "breach"),
    [
        ("words.py", "from instrument import labels\n", "imports labels from words, which does not stand above it"),
        ("words.py", "import instrument.model\n", "imports model from words, which does not stand above it"),
        ("papers/draft.py", "from instrument.library import open\n", "imports library from papers"),
        ("papers/draft.py", "def f():\n    from instrument import formats\n", "imports formats from papers"),
        ("library.py", "import instrument\n", "imports instrument from library"),
        ("building.py", "from instrument import open\n", "imports instrument from building"),
        (
            "formats/docx/writing/body.py",
            "from instrument.formats import html\n",
            "imports the format html from the format docx",
        ),
        ("formats/docx/writing/body.py", "from instrument.formats.html import write\n", "imports the format html"),
        ("papers/draft.py", "from lxml import etree\n", "imports lxml, which belongs to formats"),
        ("building.py", "def f():\n    import docx.api\n", "imports docx, which belongs to formats"),
        ("library.py", "import click\n", "imports click, which belongs to cli"),
        ("comparison/align.py", "from os import environ\n", "imports os below storage"),
        ("formats/docx/parts/package.py", "import time\n", "imports time below storage"),
        (
            "formats/docx/walking/walk.py",
            "from instrument.formats.docx.reading import pieces\n",
            "imports reading from",
        ),
        (
            "formats/docx/writing/body.py",
            "from instrument.formats.docx.walking.walk import w\n",
            "imports walking from",
        ),
        ("gadgets.py", "", "gadgets stands in no row of the layout"),
        ("words.py", "from . import model\n", "imports by a relative name"),
        ("words.py", "\n" * 301, "has 301 lines"),
        ("words.py", "def long():\n" + "    x = 1\n" * 40, "long has 41 lines"),
        ("words.py", "class A:\n    async def long(self):\n" + "        x = 1\n" * 40, "long has 41 lines"),
    ],
)
def test_a_planted_violation_is_caught(tmp_path: Path, file: str, source: str, breach: str) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(source, encoding="utf-8")
    found = violations(tmp_path)
    assert len(found) == 1
    assert breach in found[0]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("cli/build.py", "import click\nimport instrument\nfrom instrument import building\n"),
        ("formats/docx/writing/body.py", "from lxml import etree\nfrom instrument.formats.docx.parts import package\n"),
        ("labels.py", "from instrument.words import split\n"),
        ("words.py", 'def f():\n    """' + "\n" * 50 + '"""\n' + "    x = 1\n" * 38),
    ],
)
def test_what_the_rules_allow_passes(tmp_path: Path, file: str, source: str) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(source, encoding="utf-8")
    assert violations(tmp_path) == []
