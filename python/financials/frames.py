"""Data frames in, data frames of the same kind out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from . import _native
from .errors import ColumnTypeError, FinancialsError, TableError, UsageError
from .metrics import Metric

Frame = TypeVar("Frame")

Asked = str | Metric


def compute(
    frame: Frame,
    metrics: Iterable[Asked],
    *,
    places: int = 12,
    entity: str = "entity",
    whole_floats: bool = False,
    currency: str = "USD",
    bounds: bool = False,
    keys: bool = True,
    errors: str = "raise",
    backend: Callable[[Any], Any] | None = None,
) -> Frame:
    """Compute metrics in every row of a table of companies and periods.

    ``frame`` is a data frame of polars, pandas or pyarrow, a relation of DuckDB, or anything with
    ``__arrow_c_stream__``; a frame of the same kind comes back, with its rows in the same order: the
    columns that say whose row it is, and for each metric its values, as decimals, and beside them
    under its name and ``_reason`` the code of why there is none.

    The frame has ``entity`` (whole numbers or text; another column may be named), ``period_end``,
    and ``period_start`` or ``period_kind`` or both; ``currency`` and ``basis`` where they are not US
    dollars and GAAP; and a column for each line item under any of its names, in whole units, of
    integers or decimals. Binary floats are refused: ``whole_floats=True`` says that all of their
    numbers are whole.

    ``bounds=True`` adds ``roe_low`` and ``roe_high``: between which values ``roe`` lies, where each
    amount may be off by half the place of its last digit that is not zero, since data frames do not
    say how precisely theirs were stated. Ends are rounded outward; one that is not there is nothing.

    ``keys=False`` leaves out the columns that say whose row it is, for columns that are put beside
    those of ``frame``. A result for pandas has the index of ``frame``.

    ``errors="row"`` computes what is good of a table: a cell that cannot be read is absent from its
    row, with the reason ``unreadable`` or ``out_of_range``; a row that is none of a company and
    period has no values, for the reason ``null``, ``value``, ``period``, ``twice`` or ``mixed``; and
    a last column ``error`` says in words what is wrong with each. A column that is missing, or of
    floats, raises either way.

    ``backend`` makes the result from a ``pyarrow.Table`` in another way.
    """
    asked = listed(metrics)
    _hold("places", places, "a whole number")
    _hold("entity", entity, "text")
    _hold("currency", currency, "text")
    _hold("errors", errors, "text")
    for name, flag in (("whole_floats", whole_floats), ("bounds", bounds), ("keys", keys)):
        _hold(name, flag, "True or False")
    kind, source = _arrow(frame, entity)
    try:
        computed = _native.compute(
            source, asked, places, entity, whole_floats, currency, bounds, keys, errors
        )
    except ColumnTypeError as error:
        if error.code == "float" and kind == "pandas":
            hint = (
                "pandas makes floats of integers with a None among them: "
                'frame.convert_dtypes(dtype_backend="pyarrow") keeps them integers'
            )
            if sys.version_info >= (3, 11):
                error.add_note(hint)
            else:
                error.args = (f"{error}\n{hint}",)
        raise
    except (TypeError, ValueError) as error:
        if isinstance(error, FinancialsError):
            raise
        raise ColumnTypeError(str(error), code="arrow") from error
    if backend is not None:
        return backend(pyarrow_table(computed))  # type: ignore[no-any-return]
    return _back(kind, computed, frame)  # type: ignore[no-any-return]


def listed(metrics: Iterable[Asked]) -> list[Asked]:
    """The metrics that are asked for; a text is one of them, and not as many as it has letters."""
    if isinstance(metrics, (str, Metric)) or not isinstance(metrics, Iterable):
        raise UsageError(f"metrics is {metrics!r}, and must be a list of metrics", code="metrics")
    return list(metrics)


def _hold(name: str, given: object, kind: str) -> None:
    """Holds that a keyword is of its kind, of which NumPy has its own."""
    is_flag = type(given).__name__ in ("bool", "bool_")
    fits = {
        "text": isinstance(given, str),
        "a whole number": hasattr(given, "__index__") and not is_flag,
        "True or False": is_flag,
    }
    if not fits[kind]:
        raise UsageError(f"{name} is {given!r}, and must be {kind}", code=name)


def _arrow(frame: Any, entity: str) -> tuple[str, Any]:
    """What kind of data frame it is, and it as a stream of Arrow."""
    module = type(frame).__module__.split(".")[0].lstrip("_")
    kind = {"polars": "polars", "pandas": "pandas", "pyarrow": "pyarrow", "duckdb": "duckdb"}.get(
        module, "arrow"
    )
    if kind == "polars" and type(frame).__name__ == "LazyFrame":
        kind, frame = "lazy", frame.collect()
    if kind in ("polars", "lazy") and hasattr(frame, "schema"):
        frame = _without_nothing(frame)
    if kind == "duckdb":
        frame = frame.to_arrow_table()
    if kind == "pandas" and hasattr(frame, "columns"):
        frame = _from_pandas(frame, entity)
    if not hasattr(frame, "__arrow_c_stream__"):
        raise ColumnTypeError(
            f"{type(frame).__qualname__} is no data frame: it has no __arrow_c_stream__",
            code="no_frame",
        )
    return kind, frame


def _from_pandas(frame: Any, entity: str) -> Any:
    """The columns that are read, and what the index has of them: a column of anything else may
    hold what Arrow cannot."""
    import pandas
    import pyarrow

    named = [name for name in frame.index.names if isinstance(name, str)]
    if any(name not in frame.columns for name in _native.read_columns(named, entity)):
        frame = frame.reset_index()
    names = [name for name in frame.columns if isinstance(name, str)]
    read = set(_native.read_columns(names, entity))
    for name in read:
        if names.count(name) > 1:
            raise TableError(f"two columns are called {name!r}", code="same_name")
        if isinstance(frame[name].dtype, pandas.PeriodDtype):
            raise ColumnTypeError(
                f"the column {name!r} is {frame[name].dtype}, and must be of plain values: of its "
                f"periods, frame[{name!r}].dt.end_time.dt.normalize() is the last day, and "
                f"frame[{name!r}].dt.start_time the first",
                code="extension",
            )
    columns = frame[[name for name in frame.columns if name in read]]
    try:
        return pyarrow.Table.from_pandas(columns, preserve_index=False)
    except (pyarrow.ArrowException, TypeError) as error:
        # A column of objects of several types, of which Arrow has one.
        text = " ".join(str(part) for part in error.args)
        raise ColumnTypeError(text, code="type") from error


def _without_nothing(frame: Any) -> Any:
    """Columns of which no row has anything become integers of which none is there: polars hands
    them out with a buffer that the C data interface does not allow."""
    import polars

    nothing = [name for name, of in frame.schema.items() if of == polars.Null]
    return frame.with_columns(polars.col(nothing).cast(polars.Int64)) if nothing else frame


def _back(kind: str, computed: Any, given: Any) -> Any:
    if kind in ("polars", "lazy"):
        import polars

        frame = polars.DataFrame(computed)
        return frame.lazy() if kind == "lazy" else frame
    if kind == "pandas":
        made = pyarrow_table(computed).to_pandas(types_mapper=_pandas_types())
        # pandas puts columns beside one another by their index, and not by their order.
        made.index = given.index
        return made
    if kind == "pyarrow":
        return pyarrow_table(computed)
    if kind == "duckdb":
        import duckdb

        return duckdb.from_arrow(pyarrow_table(computed))
    return Table(computed)


def _pandas_types() -> Any:
    import pandas

    return pandas.ArrowDtype


def pyarrow_table(stream: Any) -> Any:
    """A stream of Arrow as a ``pyarrow.Table``."""
    import pyarrow

    return pyarrow.table(stream)


class Table:
    """Columns of Arrow, for whatever reads ``__arrow_c_stream__``.

    ``polars.DataFrame(table)``, ``pyarrow.table(table)`` and DuckDB take it as it is.
    """

    def __init__(self, native: Any) -> None:
        self._native = native

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    def to_pyarrow(self) -> Any:
        """As a ``pyarrow.Table``."""
        return pyarrow_table(self)

    def to_polars(self) -> Any:
        """As a ``polars.DataFrame``."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> Any:
        """As a ``pandas.DataFrame`` whose decimals are exact."""
        return self.to_pyarrow().to_pandas(types_mapper=_pandas_types())

    def to_dicts(self) -> list[dict[str, Any]]:
        """As one dict for each row."""
        return list(self.to_pyarrow().to_pylist())

    def __len__(self) -> int:
        return int(self.to_pyarrow().num_rows)

    def __repr__(self) -> str:
        return repr(self.to_pyarrow())

    def __reduce__(self) -> tuple[Any, ...]:
        return Table, (self.to_pyarrow(),)

    def _repr_html_(self) -> str:
        from .pages import table

        rows = self.to_pyarrow()
        return table(rows.column_names, (row.values() for row in rows.to_pylist()))
