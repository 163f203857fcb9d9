"""Metrics, figures and verdicts in the SQL of DuckDB."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from . import claims, frames
from .errors import UsageError
from .metrics import Metric

if TYPE_CHECKING:
    import duckdb

PLACES = 12
"""The decimals of values in SQL, whose types are fixed."""

_PLACE = "[current_database(), current_schema()]"
"""Where the caller's names are looked up."""

_HIDDEN = (
    "(SELECT coalesce(list(name), []) FROM (SELECT table_name AS name FROM duckdb_tables()"
    " WHERE temporary UNION ALL SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal))"
)
"""What the caller alone sees: its temporary tables and views."""

_KEYS = "entity VARCHAR, period_start DATE, period_end DATE, metric VARCHAR"
_METRIC = f"STRUCT({_KEYS}, value DECIMAL(38,{PLACES}), reason VARCHAR, error VARCHAR)[]"
_BOUNDED = (
    f"STRUCT({_KEYS}, value DECIMAL(38,{PLACES}), reason VARCHAR,"
    f" low DECIMAL(38,{PLACES}), high DECIMAL(38,{PLACES}), error VARCHAR)[]"
)
_FIGURE = (
    'STRUCT("start" BIGINT, "end" BIGINT, "text" VARCHAR, kind VARCHAR,'
    f' "value" DECIMAL(38,{PLACES}), high DECIMAL(38,{PLACES}), bound VARCHAR, currency VARCHAR,'
    " error VARCHAR)[]"
)
_CLAIM = (
    "STRUCT(id VARCHAR, subject VARCHAR, metric VARCHAR, period VARCHAR, stated VARCHAR)[]"
)
_RULING = "STRUCT(id VARCHAR, verdict VARCHAR, because VARCHAR[], words VARCHAR, error VARCHAR)[]"


def register(connection: duckdb.DuckDBPyConnection, metrics: Sequence[Metric] = ()) -> None:
    """Make metrics, figures and verdicts known to a connection.

    ``FROM financials('quarters', ['roe', 'revenue_growth'])`` is a table of ``entity``,
    ``period_start``, ``period_end``, ``metric``, ``value`` and ``reason`` over a table, a view or a
    ``SELECT`` of the database, with the columns that ``compute`` reads; metrics of one's own are
    known there by their names. ``financials_bounds`` is the same with ``low`` and ``high``, between
    which each value lies. ``errors := 'row'`` behind the metrics computes what is good of a table, and
    ``error`` says what is wrong with the other rows. ``financials_scan(text)`` is the list of a text's figures.
    ``financials_tie_out(list({id: ..., subject: ..., metric: ..., period: ..., stated: ...}))`` is
    the list of what is said of each claim. A claim that cannot be read has an ``error`` and no
    verdict, a figure that no column of the database holds one and no value; the others are not lost.

    A table is read as another connection to the database sees it, in the schema that this one uses:
    a temporary one is refused, and what a transaction has changed counts when it is committed.
    """
    from duckdb import Error, sqltype

    own = {metric.name: metric for metric in metrics}

    def computing(bounds: bool) -> Any:
        def computed(sources: Any, asked: Any, errors: Any, places: Any, hidden: Any) -> Any:
            parts = []
            for source, names, taken, place, names_hidden in _rows(
                sources, asked, errors, places, hidden
            ):
                table = _table(connection.cursor(), source, place, names_hidden or [])
                parts.append(_computed(table, names, own, (bounds, taken)))
            return _lists(parts, _metric_type(bounds))

        return computed

    def scanned(texts: Any) -> Any:
        return _lists([_scanned(text) for (text,) in _rows(texts)], _figure_type())

    def tied(lists: Any) -> Any:
        return _lists([_tied(given) for (given,) in _rows(lists)], _ruling_type())

    taken = ["VARCHAR", "VARCHAR[]", "VARCHAR", "VARCHAR[]", "VARCHAR[]"]
    functions: list[tuple[str, Any, list[str], str]] = [
        ("financials_compute", computing(False), taken, _METRIC),
        ("financials_compute_bounds", computing(True), taken, _BOUNDED),
        ("financials_scan", scanned, ["VARCHAR"], _FIGURE),
        ("financials_tie_out", tied, [_CLAIM], _RULING),
    ]
    for name, function, parameters, returned in functions:
        # A second time the functions of the first one give way, with its metrics.
        with suppress(Error):
            connection.remove_function(name)
        # The same text may be another table a moment later.
        connection.create_function(
            name,
            function,
            [sqltype(parameter) for parameter in parameters],
            sqltype(returned),
            type="arrow",
            side_effects=name.startswith("financials_compute"),
        )
    for macro, name in (
        ("financials", "financials_compute"),
        ("financials_bounds", "financials_compute_bounds"),
    ):
        connection.execute(
            f"CREATE OR REPLACE TEMP MACRO {macro}(source, metrics, errors := 'raise') AS TABLE "
            f"SELECT unnest({name}(source, metrics, errors, {_PLACE}, {_HIDDEN}), recursive := true)"
        )


def _rows(*columns: Any) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in columns), strict=True))


def _lists(parts: list[Any], of: Any) -> Any:
    """One list of structs for each row."""
    import pyarrow

    arrays = [pyarrow.array([], of) if part is None else part for part in parts]
    offsets = [0]
    for array in arrays:
        offsets.append(offsets[-1] + len(array))
    flat = pyarrow.concat_arrays(arrays) if arrays else pyarrow.array([], of)
    return pyarrow.ListArray.from_arrays(pyarrow.array(offsets, pyarrow.int32()), flat)


_QUERY = re.compile(
    r"(?:\s|--[^\n]*\n|/\*.*?\*/)*(?:(?:SELECT|FROM|WITH|VALUES|TABLE|PIVOT|UNPIVOT)\b|\()",
    re.IGNORECASE | re.DOTALL,
)
"""How a query begins; anything else stands behind a ``FROM``, and is quoted as there."""


def _table(
    cursor: duckdb.DuckDBPyConnection, source: str, place: Sequence[str], hidden: Sequence[str]
) -> Any:
    """The rows of a source, as another connection sees them where the caller's names are looked up."""
    if source is None:
        raise UsageError("financials() takes a table and a list of metrics", code="metrics")
    query = source if _QUERY.match(source) else f"FROM {source}"
    cursor.execute("USE " + ".".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in place))
    statement = _statement(cursor, query)
    named = {name.lower() for name in cursor.get_table_names(query)}
    for name in hidden:
        if name.lower() in named:
            text = f"{name!r} is temporary, and seen by the connection alone that made it"
            raise UsageError(text, code="source")
    return cursor.sql(statement).to_arrow_table()


def _statement(cursor: duckdb.DuckDBPyConnection, query: str) -> duckdb.Statement:
    """The one query that a text is; it may come from a column, and nothing else is run."""
    from duckdb import Error, StatementType

    try:
        statements = cursor.extract_statements(query)
    except Error as error:
        raise UsageError(f"{query!r} is no table and no query: {error}", code="source") from error
    match statements:
        case [only] if only.type == StatementType.SELECT:
            return only
    raise UsageError(f"{query!r} must be a table or one SELECT", code="source")


def _computed(
    table: Any, names: list[str] | None, own: dict[str, Metric], how: tuple[bool, str]
) -> Any:
    import pyarrow

    if names is None:
        raise UsageError("financials() takes a table and a list of metrics", code="metrics")
    asked = [own.get(name, name) for name in names]
    bounds, errors = how
    found = frames.compute(table, asked, places=PLACES, bounds=bounds, errors=errors)
    rows, of = found.num_rows, _metric_type(bounds)

    def plain(name: str, kind: Any) -> Any:
        if name not in found.column_names:
            return pyarrow.nulls(rows, kind)
        return _cast(found.column(name).combine_chunks(), kind)

    keys = [plain(it.name, it.type) for it in list(of)[:3]]
    parts = []
    for name in names:
        values = [plain(name, of.field("value").type), plain(f"{name}_reason", pyarrow.string())]
        for end in ("low", "high") if bounds else ():
            values.append(plain(f"{name}_{end}", of.field(end).type))
        values.append(plain("error", pyarrow.string()))
        said = pyarrow.repeat(pyarrow.scalar(name, pyarrow.string()), rows)
        parts.append(pyarrow.StructArray.from_arrays([*keys, said, *values], fields=list(of)))
    return pyarrow.concat_arrays(parts) if parts else None


def _cast(column: Any, kind: Any) -> Any:
    """A column as another type; a date that is none, of a row whose error says so, is nothing."""
    import pyarrow
    import pyarrow.compute

    try:
        return pyarrow.compute.cast(column, kind)
    except pyarrow.ArrowInvalid:
        cells = []
        for at in range(len(column)):
            try:
                cells += pyarrow.compute.cast(column.slice(at, 1), kind).to_pylist()
            except pyarrow.ArrowInvalid:
                cells.append(None)
        return pyarrow.array(cells, kind)


def _scanned(text: str | None) -> Any:
    import pyarrow

    if text is None:
        return None
    of = _figure_type()
    rows = [_held(it.to_dict(), of.field("value").type) for it in claims.scan(text)]
    return pyarrow.array([{key.name: row[key.name] for key in of} for row in rows], of)


def _held(row: dict[str, Any], of: Any) -> dict[str, Any]:
    """A figure whose numbers a column holds, or else without them and with why."""
    import pyarrow

    row["error"] = None
    for end in ("value", "high"):
        try:
            pyarrow.scalar(row[end], of)
        except pyarrow.ArrowInvalid:
            row["error"] = f"{row[end]:f} does not fit DECIMAL(38, {PLACES})"
            row[end] = None
    return row


def _tied(given: list[dict[str, Any] | None] | None) -> Any:
    import pyarrow

    if given is None:
        return None
    whole = [{key: it for key, it in (row or {}).items() if it is not None} for row in given]
    told = claims.tie_out(json.dumps(whole))
    refused, rulings = iter(told.refused), iter(told)
    # A claim is refused by itself alone, whatever the others say.
    bad = [bool(told.refused and claims.tie_out(json.dumps([row])).refused) for row in whole]
    rows = []
    for row, is_bad in zip(whole, bad, strict=True):
        if is_bad:
            rows.append({"id": row.get("id"), "error": str(next(refused))})
        else:
            rows.append({**next(rulings).to_dict(), "error": None})
    of = _ruling_type()
    return pyarrow.array([{key.name: row.get(key.name) for key in of} for row in rows], of)


def _metric_type(bounds: bool) -> Any:
    import pyarrow

    decimal = pyarrow.decimal128(38, PLACES)
    date, text = pyarrow.date32(), pyarrow.string()
    parts: list[Any] = [("entity", text), ("period_start", date), ("period_end", date)]
    parts.append(("metric", text))
    parts += [("value", decimal), ("reason", text)]
    ends = [(end, decimal) for end in ("low", "high") if bounds]
    return pyarrow.struct([*parts, *ends, ("error", text)])


def _figure_type() -> Any:
    import pyarrow

    decimal, text = pyarrow.decimal128(38, PLACES), pyarrow.string()
    places: list[Any] = [("start", pyarrow.int64()), ("end", pyarrow.int64())]
    places += [("text", text), ("kind", text)]
    places += [("value", decimal), ("high", decimal), ("bound", text), ("currency", text)]
    return pyarrow.struct([*places, ("error", text)])


def _ruling_type() -> Any:
    import pyarrow

    text = pyarrow.string()
    parts: list[Any] = [("id", text), ("verdict", text), ("because", pyarrow.list_(text))]
    return pyarrow.struct([*parts, ("words", text), ("error", text)])
