"""The budgets we keep our own code to. What breaks one is named, with its size and the budget."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from radon.complexity import cc_rank, cc_visit

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

BODY_LINES = {50: 6, 90: 20, 99: 60}
"""Lines of a function's body at each percentile: near what the authors of followthemoney live with."""
FILE_LINES = 400
PARAMETERS = 6
WORST_GRADE = "C"

BROAD_EXCEPT_BORDERS = frozenset({"kashf/jobs/work.py:parsed", "kashf/jobs/work.py:_outcome"})
"""`file:function` of the two places that may catch everything, so that one report costs nothing but itself: the border
to the readers of formats, and that to extraction."""
BORDERS_ALLOWED = 2

BANNED_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc|stuff)(_|$)")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Found:
    """A function or class, and where it stands."""

    path: Path
    node: Documented

    @property
    def place(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.node.lineno} {self.node.name}"


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _functions(paths: list[Path]) -> list[Found]:
    return [Found(path, node) for path in paths for node in ast.walk(_tree(path)) if isinstance(node, Function)]


@cache
def _code_lines(path: Path) -> frozenset[int]:
    """Lines that hold more than a comment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(
        number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")
    )


def _body_length(found: Found) -> int:
    body = found.node.body[1:] if ast.get_docstring(found.node, clean=False) is not None else found.node.body
    if not body:
        return 0
    return len(_code_lines(found.path) & set(range(body[0].lineno, (body[-1].end_lineno or body[-1].lineno) + 1)))


def _listed(offenders: list[str]) -> str:
    return "\n  ".join(["", *offenders])


@pytest.mark.parametrize("percentile", BODY_LINES)
def test_functions_are_short(percentile: int) -> None:
    functions = sorted((_body_length(found), found.place) for found in _functions(FILES))
    at = (len(functions) * percentile + 99) // 100 - 1
    longest = [f"{place}: {lines} lines" for lines, place in reversed(functions[at:]) if lines > BODY_LINES[percentile]]
    assert functions[at][0] <= BODY_LINES[percentile], (
        f"{percentile}% of function bodies should have at most {BODY_LINES[percentile]} lines, not {functions[at][0]}; "
        f"{len(longest)} are longer:{_listed(longest[:20])}"
    )


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    long = [f"{path.relative_to(ROOT)}: {length} lines" for path, length in lengths.items() if length > FILE_LINES]
    assert not long, f"A file has at most {FILE_LINES} lines; divide by what its parts are about:{_listed(long)}"


def test_functions_take_few_parameters() -> None:
    many = [
        f"{found.place}: {', '.join(names)}"
        for found in _functions(FILES)
        if len(names := _parameters(found.node)) > PARAMETERS
    ]
    assert not many, f"At most {PARAMETERS} parameters; more become a frozen options dataclass:{_listed(many)}"


def _parameters(function: Documented) -> list[str]:
    assert isinstance(function, Function)
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return [name for name in names if name not in ("self", "cls")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_function_is_graded_worse(path: Path) -> None:
    blocks = cc_visit(path.read_text(encoding="utf-8"))
    worse = [
        f"{path.relative_to(ROOT)}:{block.lineno} {block.name}: {cc_rank(block.complexity)} ({block.complexity})"
        for block in blocks
        if cc_rank(block.complexity) > WORST_GRADE
    ]
    assert not worse, f"radon grades these worse than {WORST_GRADE}; say a part of it in a function:{_listed(worse)}"


def _broad(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in ("Exception", "BaseException") for kind in kinds)


def _broad_handlers() -> Iterator[tuple[str, int]]:
    for found in _functions(FILES):
        for node in ast.walk(found.node):
            if isinstance(node, ast.ExceptHandler) and _broad(node):
                yield f"{found.path.relative_to(SOURCE)}:{found.node.name}", node.lineno


def test_only_named_borders_catch_everything() -> None:
    broad = [f"{place} (line {line})" for place, line in _broad_handlers() if place not in BROAD_EXCEPT_BORDERS]
    assert not broad, f"Catch the errors you can name; only a named border catches all:{_listed(broad)}"


def test_the_borders_are_few_and_real() -> None:
    assert len(BROAD_EXCEPT_BORDERS) <= BORDERS_ALLOWED
    named = {place for place in BROAD_EXCEPT_BORDERS if (SOURCE / place.partition(":")[0]).exists()}
    gone = named - {place for place, _ in _broad_handlers()}
    assert not gone, f"No border any more; strike it from the list:{_listed(sorted(gone))}"


def _module(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _is_public(path: Path) -> bool:
    return path.stem == "__init__" or not path.stem.startswith("_")


PUBLIC = [path for path in FILES if _is_public(path)]


def _exported(path: Path) -> list[str] | None:
    for node in _tree(path).body:
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == "__all__" for to in node.targets):
            return list(ast.literal_eval(node.value))
    return None


def _defines(path: Path) -> bool:
    return len(_tree(path).body) > 1


@pytest.mark.parametrize("path", list(filter(_defines, PUBLIC)), ids=_module)
def test_every_public_module_says_what_it_offers(path: Path) -> None:
    offered = _exported(path)
    assert offered is not None, f"{path.relative_to(ROOT)} has no __all__"
    assert len(set(offered)) == len(offered), f"{path.relative_to(ROOT)}: a name stands twice in __all__"
    module = importlib.import_module(_module(path))
    missing = [name for name in offered if not hasattr(module, name)]
    assert not missing, f"{path.relative_to(ROOT)}: __all__ names what is not there: {', '.join(missing)}"


def test_what_is_public_is_offered() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in filter(_defines, PUBLIC)
        for node in _tree(path).body
        if isinstance(node, Documented) and not node.name.startswith("_") and node.name not in (_exported(path) or ())
    ]
    assert not hidden, f"Put these in __all__, or begin their names with an underscore:{_listed(hidden)}"


def _public_definitions(path: Path) -> Iterator[Found]:
    for node in _tree(path).body:
        if isinstance(node, Documented) and not node.name.startswith("_") and not _is_overload(node):
            yield Found(path, node)
            members = node.body if isinstance(node, ast.ClassDef) else []
            yield from (
                Found(path, member)
                for member in members
                if isinstance(member, Documented) and not member.name.startswith("_")
            )


def _is_overload(node: ast.AST) -> bool:
    """Whether a definition only tells of one way to call the one behind it, which has the words."""
    return any(ast.unparse(decorator) == "overload" for decorator in getattr(node, "decorator_list", ()))


def test_public_names_say_what_they_mean() -> None:
    modules = [str(path.relative_to(ROOT)) for path in PUBLIC if ast.get_docstring(_tree(path)) is None]
    silent = [
        found.place for path in PUBLIC for found in _public_definitions(path) if ast.get_docstring(found.node) is None
    ]
    assert not modules + silent, f"No docstring:{_listed(modules + silent)}"


def test_modules_are_named_for_what_is_in_them() -> None:
    paths = [path.relative_to(ROOT) for path in (*FILES, *TESTS)]
    vague = [str(path) for path in paths if any(BANNED_NAMES.search(Path(part).stem) for part in path.parts)]
    assert not vague, f"Name a module for what it holds:{_listed(vague)}"


def _dataclass_options(node: ast.ClassDef) -> set[str] | None:
    for decorator in node.decorator_list:
        call = decorator if isinstance(decorator, ast.Call) else None
        name = ast.unparse(call.func if call else decorator)
        if name in ("dataclass", "dataclasses.dataclass"):
            return {word.arg or "" for word in call.keywords if ast.unparse(word.value) == "True"} if call else set()
    return None


def _dataclasses() -> Iterator[tuple[Found, set[str]]]:
    for path in FILES:
        for node in ast.walk(_tree(path)):
            options = _dataclass_options(node) if isinstance(node, ast.ClassDef) else None
            if options is not None:
                assert isinstance(node, ast.ClassDef)
                yield Found(path, node), options


def test_dataclasses_are_slotted() -> None:
    loose = [found.place for found, options in _dataclasses() if "slots" not in options]
    assert not loose, f"@dataclass(slots=True):{_listed(loose)}"


def test_what_a_room_hands_on_is_frozen() -> None:
    """Inside a room a value may grow while it is made; what other rooms are given never changes."""
    offered = {name for path in (SOURCE / "kashf").glob("*/__init__.py") for name in _exported(path) or ()}
    mutable = [found.place for found, options in _dataclasses() if "frozen" not in options]
    handed_on = [place for place in mutable if place.split()[-1] in offered]
    assert not handed_on, f"@dataclass(frozen=True, slots=True):{_listed(handed_on)}"
