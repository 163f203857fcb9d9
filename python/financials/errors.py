"""What can go wrong: every exception has a text for people and a ``code`` for programs.

::

    FinancialsError(Exception)
    ├── Undefined(ArithmeticError)      a value that does not exist: ``non_positive_earnings``, ``gap``
    ├── UnknownName(LookupError)        no metric or line item is called so; ``near`` has what is like it
    ├── UnknownPeriod(LookupError)      a history has no such period
    ├── FormulaError(ValueError)        a formula that makes no sense
    ├── FloatError(TypeError)           a binary float where an exact number is needed
    ├── TableError(ValueError)          a table that is none of companies and periods
    │   └── ColumnTypeError(TypeError)  a column of a type that cannot be read
    ├── ReadError(ValueError)           a file that cannot be read
    └── UsageError(ValueError)          an argument that is not allowed
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class FinancialsError(Exception):
    """Whatever goes wrong; ``code`` is stable, the text is for people."""

    code: str

    def __init__(self, text: str, *, code: str, **more: Any) -> None:
        super().__init__(text)
        self.code = code
        for name, value in more.items():
            setattr(self, name, value)

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), str(self), dict(self.__dict__))


def _again(kind: type[FinancialsError], text: str, more: dict[str, Any]) -> FinancialsError:
    return kind(text, **more)


class Undefined(FinancialsError, ArithmeticError):
    """A value that does not exist, such as a price-earnings ratio on a loss."""


class UnknownName(FinancialsError, LookupError):
    """No metric and no line item is called so."""

    near: Sequence[str] = ()


class UnknownPeriod(FinancialsError, LookupError):
    """A history has no such period."""


class FormulaError(FinancialsError, ValueError):
    """A formula that cannot be read, or adds what does not add."""


class FloatError(FinancialsError, TypeError):
    """A binary float where an exact number is needed."""


class TableError(FinancialsError, ValueError):
    """A table that is none of companies and periods."""


class ColumnTypeError(TableError, TypeError):
    """A column of a type that cannot be read."""


class ReadError(FinancialsError, ValueError):
    """A file that cannot be read."""


class UsageError(FinancialsError, ValueError):
    """An argument that is not allowed."""
