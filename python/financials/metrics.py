"""The catalogue: every metric with its names, its formula and what it tells."""

from __future__ import annotations

import builtins
import json
from dataclasses import dataclass
from functools import cache

from . import _native
from .errors import UnknownName, UsageError

__all__ = ["Definition", "Metric", "all", "find", "get", "search"]


@dataclass(frozen=True)
class Definition:
    """A metric of the catalogue."""

    name: str
    aliases: tuple[str, ...]
    group: str
    kind: str
    formula: str
    latex: str
    inputs: tuple[str, ...]
    doc: str

    def _repr_html_(self) -> str:
        from .pages import table

        rows = [["name", self.name], ["formula", self.formula], ["also", ", ".join(self.aliases)]]
        return table(["metric", self.kind], [*rows, ["tells", self.doc]])


@dataclass(frozen=True)
class Metric:
    """A metric of one's own: a name, and a formula over line items and metrics.

    A formula that adds money to shares or sums a balance over quarters is refused here, and not
    where it would be wrong.

    >>> Metric("my_margin", "operating_income / revenue").formula
    'operating_income / revenue'
    """

    name: str
    formula: str

    def __post_init__(self) -> None:
        if not isinstance(self.name, str):
            raise UsageError(f"the name of a metric is {self.name!r}, and must be text", code="name")
        object.__setattr__(self, "formula", _native.hold_formula(self.formula))


@cache
def _catalogue() -> tuple[Definition, ...]:
    found = []
    for row in map(json.loads, _native.all_metrics()):
        row["aliases"] = tuple(row["aliases"])
        row["inputs"] = tuple(str(it) for it in row["inputs"])
        found.append(Definition(**row))
    return tuple(found)


def all() -> tuple[Definition, ...]:
    """Every metric, in the order of the catalogue."""
    return _catalogue()


def find(name: str) -> str:
    """The name of the metric or the line item that people call so; else ``UnknownName``."""
    return _native.find(name)


def get(name: str) -> Definition:
    """The metric of a name or an alias, in any spelling."""
    known = find(name)
    for definition in _catalogue():
        if definition.name == known:
            return definition
    raise UnknownName(f"{known} is a line item, and no metric", code="line_item")


def search(words: str, limit: int = 10) -> list[Definition]:
    """The metrics that have all words in their names, their formulas or what they tell; those that
    have them in their names come first."""
    wanted = [word for word in words.lower().replace("_", " ").split() if word]

    def places(definition: Definition) -> tuple[int, int] | None:
        names = " ".join([definition.name, *definition.aliases]).lower().replace("_", " ")
        other = f"{names} {definition.doc} {definition.formula}".lower().replace("_", " ")
        if not builtins.all(word in other for word in wanted):
            return None
        return (sum(word not in names for word in wanted), len(definition.name))

    found = [(place, it) for it in _catalogue() if (place := places(it)) is not None]
    found.sort(key=lambda pair: pair[0])
    return [definition for _, definition in found[:limit]]

