"""Data frames in, data frames of the same kind out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from . import _native
from .errors import ColumnTypeError, FinancialsError, UsageError
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

    ``backend`` makes the result from a ``pyarrow.Table`` in another way.
    """
    asked = list(metrics)
    if isinstance(metrics, (str, Metric)):
        raise UsageError("metrics is a list of metrics", code="metrics")
    kind, source = _arrow(frame)
    try:
        computed = _native.compute(source, asked, places, entity, whole_floats, currency)
    except ColumnTypeError as error:
        if error.code == "float" and kind == "pandas":
            error.add_note(
                "pandas makes floats of integers with a None among them: "
                'frame.convert_dtypes(dtype_backend="pyarrow") keeps them integers'
            ) if sys.version_info >= (3, 11) else None
        raise
    except TypeError as error:
        if isinstance(error, FinancialsError):
            raise
        raise ColumnTypeError(str(error), code="arrow") from error
    if backend is not None:
        return backend(pyarrow_table(computed))  # type: ignore[no-any-return]
    return _back(kind, computed)  # type: ignore[no-any-return]


def _arrow(frame: Any) -> tuple[str, Any]:
    """What kind of data frame it is, and it as a stream of Arrow."""
    module = type(frame).__module__.split(".")[0].lstrip("_")
    kind = {"polars": "polars", "pandas": "pandas", "pyarrow": "pyarrow", "duckdb": "duckdb"}.get(
        module, "arrow"
    )
    if kind == "polars" and type(frame).__name__ == "LazyFrame":
        kind, frame = "lazy", frame.collect()
    if kind in ("polars", "lazy"):
        frame = _without_nothing(frame)
    if kind == "duckdb":
        frame = frame.to_arrow_table()
    if kind == "pandas" and not hasattr(frame, "__arrow_c_stream__"):
        import pyarrow

        frame = pyarrow.Table.from_pandas(frame, preserve_index=False)
    if not hasattr(frame, "__arrow_c_stream__"):
        raise ColumnTypeError(
            f"{type(frame).__qualname__} is no data frame: it has no __arrow_c_stream__",
            code="no_frame",
        )
    return kind, frame


def _without_nothing(frame: Any) -> Any:
    """Columns of which no row has anything become integers of which none is there: polars hands
    them out with a buffer that the C data interface does not allow."""
    import polars

    nothing = [name for name, of in frame.schema.items() if of == polars.Null]
    return frame.with_columns(polars.col(nothing).cast(polars.Int64)) if nothing else frame


def _back(kind: str, computed: Any) -> Any:
    if kind in ("polars", "lazy"):
        import polars

        frame = polars.DataFrame(computed)
        return frame.lazy() if kind == "lazy" else frame
    if kind == "pandas":
        return pyarrow_table(computed).to_pandas(types_mapper=_pandas_types())
    if kind == "pyarrow":
        return pyarrow_table(computed)
    if kind == "duckdb":
        import duckdb

        return duckdb.from_arrow(pyarrow_table(computed))
    return Table(computed)


def _pandas_types() -> Callable[[Any], Any]:
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
