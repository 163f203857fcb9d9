"""Companies from SEC companyfacts: histories, points in time, tables."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from . import _native
from .errors import FinancialsError, ReadError, UnknownPeriod, UsageError
from .frames import Asked, Table, listed
from .values import Explanation, Value

Price = Decimal | int | str
Progress = Callable[[int, int, int], object]


class View:
    """A company seen from one of its periods."""

    def __init__(self, history: History, period: str, window: str = "declared") -> None:
        self.history = history
        self.period = period
        self._window = window

    @property
    def ttm(self) -> View:
        """The same with every flow over the twelve months up to the period's end."""
        return View(self.history, self.period, "ttm")

    @property
    def over_the_period(self) -> View:
        """The same with every flow over the period alone: a quarter's return, not a year's."""
        return View(self.history, self.period, "period")

    def value(self, metric: Asked, price: Price | None = None) -> Value:
        """The value of a metric or a line item; ``Undefined``, with its code, where there is none."""
        native = self.history._native
        return Value(*native.value(self.period, self._window, metric, price))

    def reason(self, metric: Asked, price: Price | None = None) -> str | None:
        """The code of why there is no value; nothing where there is one."""
        from .errors import Undefined

        try:
            self.value(metric, price)
        except Undefined as reason:
            return reason.code
        return None

    def explain(self, metric: Asked, price: Price | None = None) -> Explanation:
        """How a value came about, down to the filings."""
        native = self.history._native
        text, tree = native.explain(self.period, self._window, metric, price)
        return Explanation(text, json.loads(tree))

    def __repr__(self) -> str:
        return f"<{self.history.entity}, {self.period}>"


class History:
    """What a company filed, as known in a vintage.

    ``history["2025Q2"]`` is the view from a fiscal quarter, ``history["FY2024"]`` from a year,
    ``history["2025-04-01..2025-06-30"]`` from the period of these dates.
    """

    def __init__(self, native: _native.History) -> None:
        self._native = native

    @property
    def entity(self) -> str:
        """What the company is called."""
        return self._native.entity

    @property
    def cik(self) -> int | None:
        """The number by which the SEC knows it."""
        return self._native.cik

    @property
    def name(self) -> str:
        """The file that it was read from."""
        return self._native.name

    @property
    def vintage(self) -> str:
        """Which filing's word counts: ``latest``, ``first``, or a day."""
        return self._native.vintage

    @property
    def periods(self) -> list[str]:
        """Its periods in order, by their fiscal labels."""
        return self._native.periods

    def __getitem__(self, period: str) -> View:
        found = self._native.find(period)
        if found is None:
            text = f"{self.entity} has no report of {period!r}"
            raise UnknownPeriod(text, code="no_report")
        return View(self, found)

    def __contains__(self, period: object) -> bool:
        return isinstance(period, str) and self._native.find(period) is not None

    def __iter__(self) -> Iterator[View]:
        return (self[period] for period in self.periods)

    def __len__(self) -> int:
        return len(self._native.periods)

    def table(
        self,
        metrics: Iterable[Asked],
        *,
        price: Price | None = None,
        periods: str = "quarter",
        last: int | None = None,
        places: int = 12,
    ) -> Table:
        """Metrics of its quarters (or ``year``, ``ttm``), with the codes of reasons beside them.

        A price is of one day, so that only the last period is valued at it.
        """
        if last is not None and last < 0:
            raise UsageError(f"last is {last}, and must be 0 or more", code="last")
        return Table(self._native.table(listed(metrics), price, periods, last, places))

    def facts(self) -> Table:
        """Every period of every line item: value, unit, origin, filings, and why there is none."""
        return Table(self._native.facts())

    def __reduce__(self) -> tuple[Any, ...]:
        return History, (self._native,)

    def __repr__(self) -> str:
        periods = self.periods
        reach = f", {periods[0]} to {periods[-1]}" if periods else ""
        return f"<History of {self.entity}{reach}, {self.vintage}>"

    def _repr_html_(self) -> str:
        return self.table(["revenue", "net_income", "eps_diluted"], last=8)._repr_html_()


class Companies:
    """The companies of files, folders and archives, read one at a time as they are asked for.

    What cannot be read is passed over and stands in ``errors``.
    """

    def __init__(self, paths: list[str], vintage: str, progress: Progress | None) -> None:
        self._paths, self._vintage, self._progress = paths, vintage, progress
        self.errors: list[ReadError] = []

    def __iter__(self) -> Iterator[History]:
        walk = _native.Companies(self._paths, self._vintage, self._progress)
        self.errors = []
        while True:
            native = next(walk, None)
            known = len(self.errors)
            for name, code, reason in walk.errors[known:]:
                self.errors.append(ReadError(f"{name}: {reason}", code=code, name=name))
            if native is None:
                return
            yield History(native)

    def table(
        self,
        metrics: Iterable[Asked],
        *,
        periods: str = "quarter",
        last: int | None = None,
        places: int = 12,
    ) -> Table:
        """Metrics of all companies' quarters as one table."""
        asked = listed(metrics)
        return self._gathered(
            history.table(asked, periods=periods, last=last, places=places) for history in self
        )

    def facts(self) -> Table:
        """Every period of every line item of all companies as one table."""
        return self._gathered(history.facts() for history in self)

    def _gathered(self, tables: Iterator[Table]) -> Table:
        import pyarrow

        gathered = [table.to_pyarrow() for table in tables]
        if not gathered:
            first = self.errors[0] if self.errors else None
            raise ReadError(str(first or "there is no company to read"), code="no_company")
        return Table(pyarrow.concat_tables(gathered).unify_dictionaries())

    def __repr__(self) -> str:
        return f"<Companies of {', '.join(self._paths)}>"


def read_companyfacts(
    source: str | os.PathLike[str] | bytes | Iterable[str | os.PathLike[str]],
    *,
    vintage: str | datetime.date = "latest",
    progress: Progress | None = None,
) -> Any:
    """Read SEC companyfacts: a ``History`` of a file or of its bytes, ``Companies`` of a folder, of
    SEC's companyfacts.zip, or of a list of such.

    ``vintage`` says which filing's word counts: ``latest`` as last restated, ``first`` as first
    filed, a day as known on it. ``progress`` is called with the bytes read, all bytes, and the
    number of files read.
    """
    known = vintage.isoformat() if isinstance(vintage, datetime.date) else vintage
    if isinstance(source, bytes):
        return History(_native.History.of_bytes("bytes", source, known))
    if not isinstance(source, (str, os.PathLike)):
        return Companies([os.fspath(path) for path in source], known, progress)
    path = os.fspath(source)
    companies = Companies([path], known, progress)
    if os.path.isdir(path) or _is_archive(path):
        return companies
    for history in companies:
        return history
    for error in companies.errors:
        raise error
    raise UsageError(f"{path} has no company", code="no_company")


def _is_archive(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(2) == b"PK"
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror}", code="file", name=path) from error


__all__ = ["Companies", "FinancialsError", "History", "View", "read_companyfacts"]
