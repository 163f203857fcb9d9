"""Values and how they came about."""

from __future__ import annotations

import html
from decimal import Decimal
from typing import Any


class Value(Decimal):
    """A number with its unit: a ``decimal.Decimal``, with the currency of money.

    Arithmetic gives plain decimals, since the unit of a product is another one.
    """

    text: str
    """The number as people write it: ``26.8%``, ``$269,317,000``."""
    currency: str | None
    """The ISO 4217 code of money and of money per share."""

    def __new__(cls, number: Decimal, text: str, currency: str | None = None) -> Value:
        made = super().__new__(cls, number)
        made.text = text
        made.currency = currency
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return Value, (Decimal(self), self.text, self.currency)

    def _repr_html_(self) -> str:
        return f"<span title='{html.escape(str(Decimal(self)))}'>{html.escape(self.text)}</span>"


class Explanation:
    """How a value came about, down to the filings: as text, and as a tree of dicts."""

    def __init__(self, text: str, tree: dict[str, Any]) -> None:
        self.text = text
        self.tree = tree

    @property
    def inputs(self) -> list[Explanation]:
        """The values that it was computed from."""
        return [Explanation(str(it.get("name", "")), it) for it in self.tree.get("inputs", [])]

    @property
    def accessions(self) -> list[str]:
        """The accession numbers of the filings that it rests on, each once."""
        found: dict[str, None] = {}
        _accessions(self.tree, found)
        return list(found)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Explanation) and self.tree == other.tree

    def __hash__(self) -> int:
        return hash(self.text)

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text)}</pre>"


def _accessions(tree: Any, found: dict[str, None]) -> None:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "accession" and isinstance(value, str):
                found.setdefault(value)
            else:
                _accessions(value, found)
    elif isinstance(tree, list):
        for value in tree:
            _accessions(value, found)
