"""Reading the tables: YAML beside this file, one folder a language, tables that every language shares at the top.

Tables are written by hand, so they are read strictly: `no`, `on` and `1:30` are words and not truth values or numbers
of base sixty (YAML 1.2's core schema), and an entry written twice is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import yaml
from yaml.constructor import ConstructorError

from kashf.errors import DataError
from kashf.language.compiled import compiled

if TYPE_CHECKING:
    from yaml import SafeLoader as _FastestLoader
else:
    _FastestLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

__all__ = ["LANGUAGES", "line_of", "malformed", "read_strictly", "read_table"]

LANGUAGES = ("ar", "en", "fr", "ru")

_CORE_SCHEMA = (
    ("null", r"(?:~|null)?$", ["~", "n", ""]),
    ("bool", r"(?:true|false)$", ["t", "f"]),
    ("int", r"[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
)


class _TableLoader(_FastestLoader):
    """Composes nodes with the core schema's tags. What they stand for is told by `_content`."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own attribute

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The tag of a node. Nearly all are words, which a look at their first letter tells."""
        if kind is yaml.ScalarNode and implicit[0] and value and value[0] not in self.yaml_implicit_resolvers:
            return _WORD
        return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]


_WORD = "tag:yaml.org,2002:str"
_SCALARS: Mapping[str, Callable[[str], object]] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:bool": "true".__eq__,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}


for _name, _pattern, _first in _CORE_SCHEMA:
    _TableLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_pattern), _first)


@cache
def read_table(language: str | None, name: str) -> Mapping[str, Any]:
    """The table `name` of a language (`ar`, `en`, `fr`, `ru`), or with None the one that all languages share.

    It is read once and cannot be changed: mappings are read-only, lists are tuples. Raises DataError, which names the
    file and the entry, where there is no such table or it is not sound YAML with a mapping at its top.
    """
    path = files("kashf.language").joinpath(*((language,) if language else ()), f"{name}.yaml")
    return read_strictly(path, _file(language, name))


def read_strictly(path: Traversable, where: str) -> Mapping[str, Any]:
    """The mapping at the top of a YAML file, unchangeable; `where` is how errors name the file. Raises DataError."""
    if not path.is_file():
        raise DataError(f"{where}: there is no such table; name one that is.")
    try:
        content = compiled(path, __file__, lambda: _content(_parsed(path.read_text(encoding="utf-8"))))
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise DataError(f"{where}{line}: {error.problem}; mend the file.") from error
    except yaml.YAMLError as error:
        raise DataError(f"{where}: {error}; mend the file.") from error
    if not isinstance(content, Mapping):
        raise DataError(f"{where}: its top is not a mapping; write `entry: ...` lines.")
    return content


def _parsed(text: str) -> yaml.Node | None:
    return _TableLoader(text).get_single_node()


def line_of(text: str, *way: str | int) -> int:
    """The line, from 1, of an entry of a table's text: the way to it by keys, and by places in lists from 0.

    Where the way ends early, the line it ends at. For errors: it reads the text once more.
    """
    node = _parsed(text)
    for step in way:
        following = _below(node, step)
        if following is None:
            break
        node = following
    return node.start_mark.line + 1 if node is not None else 1


def _below(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        below: yaml.Node = node.value[step]
        return below
    return None


def malformed(language: str | None, name: str, entry: object, what: str) -> DataError:
    """The error to raise about one entry of a table: what is wrong with it, and the remedy."""
    return DataError(f"{_file(language, name)}, entry {entry!r}: {what}")


def _file(language: str | None, name: str) -> str:
    return "/".join(part for part in ("language", language, f"{name}.yaml") if part)


def _content(node: yaml.Node | None) -> Any:
    """What a node stands for: a mapping (no entry twice), a tuple or a plain scalar.

    PyYAML's own construction, which also knows classes, anchors to itself and merging, takes several times as long.
    """
    if isinstance(node, yaml.MappingNode):
        return _entries(node)
    if isinstance(node, yaml.SequenceNode):
        return tuple(map(_content, node.value))
    if isinstance(node, yaml.ScalarNode):
        scalar = _SCALARS.get(node.tag)
        if scalar is None:
            raise ConstructorError(None, None, f"a table holds plain data, no {node.tag}", node.start_mark)
        return scalar(node.value)
    return None


def _entries(node: yaml.MappingNode) -> dict[Any, Any]:
    entries: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = _content(key_node)
        if key in entries:
            raise ConstructorError(None, None, f"the entry {key!r} stands twice", key_node.start_mark)
        entries[key] = _content(value_node)
    return entries
