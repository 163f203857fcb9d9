"""Bad input from each side: a clear error of that side's own kind, which names what is wrong."""

from __future__ import annotations

import datetime
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from conftest import quarters

import financials as fin

ROWS = 17

MAKERS = {
    "pyarrow": pyarrow.table,
    "polars": polars.DataFrame,
    "pandas": pandas.DataFrame,
    "pandas of arrow": lambda columns: pyarrow.table(columns).to_pandas(types_mapper=pandas.ArrowDtype),
    "duckdb": lambda columns: duckdb.from_arrow(pyarrow.table(columns)),
}

# What is put in the place of a column, the exception, its code, and what its text names.
CASES: dict[str, tuple[dict[str, Any], type[Exception], str, str]] = {
    "a float": ({"revenue": [0.5] * ROWS}, fin.errors.ColumnTypeError, "float", "revenue"),
    "text": ({"revenue": ["5"] * ROWS}, fin.errors.ColumnTypeError, "type", "revenue"),
    "a flag": ({"revenue": [True] * ROWS}, fin.errors.ColumnTypeError, "type", "revenue"),
    "30 digits": ({"revenue": [Decimal(10) ** 30] * ROWS}, fin.errors.TableError, "too_wide", "revenue"),
    "20 digits": ({"revenue": [Decimal(10) ** 20] * ROWS}, fin.errors.TableError, "limits", "revenue"),
    "no company": ({"entity": [None] * ROWS}, fin.errors.TableError, "null", "entity"),
    "a row twice": ({"entity": ["A"] * ROWS}, fin.errors.TableError, "twice", "A has the period"),
    "two currencies": (
        {"currency": ["USD", "EUR"] + ["USD"] * 15}, fin.errors.TableError, "mixed", "EUR in row",
    ),
    "two bases": ({"basis": ["gaap", "ifrs"] + ["gaap"] * 15}, fin.errors.TableError, "mixed", "ifrs"),
    "no currency": ({"currency": ["$"] * ROWS}, fin.errors.TableError, "value", "currency"),
    "no day": ({"period_end": ["2025-06-31"] * ROWS}, fin.errors.TableError, "value", "period_end"),
    "an hour": (
        {"period_end": [datetime.datetime(2025, 6, 30, 1)] * ROWS}, fin.errors.TableError, "value",
        "period_end",
    ),
    "the end first": (
        {"period_end": [datetime.date(1999, 12, 31)] * ROWS}, fin.errors.TableError, "period", "row",
    ),
    "two names of one item": ({"sales": [5] * ROWS}, fin.errors.TableError, "two_columns", "sales"),
}


@pytest.mark.parametrize("to", MAKERS)
@pytest.mark.parametrize("case", CASES)
def test_bad_tables_are_refused_by_name(case: str, to: str) -> None:
    change, kind, code, named = CASES[case]
    with pytest.raises(kind) as refused:
        fin.compute(MAKERS[to]({**quarters(), **change}), ["revenue"])
    assert isinstance(refused.value, fin.FinancialsError)
    assert refused.value.code == code
    assert named in str(refused.value)


@pytest.mark.parametrize("to", MAKERS)
@pytest.mark.parametrize("column", ["entity", "period_end", "period_start"])
def test_a_column_that_is_missing_is_named(column: str, to: str) -> None:
    given = {name: cells for name, cells in quarters().items() if name != column}
    with pytest.raises(fin.errors.TableError) as refused:
        fin.compute(MAKERS[to](given), ["revenue"])
    assert refused.value.code == "no_column"
    assert column in str(refused.value)


@pytest.mark.parametrize("to", MAKERS)
def test_large_numbers_are_not_wrapped(to: str) -> None:
    """2^63 + 5 needs a 65th bit where there is a sign."""
    large = 2**63 + 5
    given = {**quarters(), "revenue": pyarrow.array([large] * ROWS, "uint64")}
    if to in ("polars", "pandas"):
        given["revenue"] = polars.Series([large] * ROWS, dtype=polars.UInt64)
        given["revenue"] = given["revenue"].to_numpy() if to == "pandas" else given["revenue"]
    computed = fin.compute(MAKERS[to](given), ["revenue", "revenue_growth"], places=0, backend=lambda it: it)
    assert computed.column("revenue").to_pylist() == [Decimal(large)] * ROWS


def test_large_numbers_are_written_out_where_they_are_refused() -> None:
    given = pyarrow.table({**quarters(), "revenue": [Decimal("-1234567890123456789012345678.905")] * ROWS})
    with pytest.raises(fin.errors.TableError, match="has -1234567890123456789012345678.905 in row 0"):
        fin.compute(given, ["revenue"])


def test_a_column_of_several_types_is_refused_by_name() -> None:
    """Arrow has one type for a column, and pandas any."""
    with pytest.raises(fin.errors.ColumnTypeError, match="Could not convert 'x'.*column revenue") as refused:
        fin.compute(pandas.DataFrame({**quarters(), "revenue": [1, "x"] + [2] * 15}), ["revenue"])
    assert refused.value.code == "type"


ARGUMENTS: dict[str, tuple[Any, str, str]] = {
    "places": (lambda table, _: fin.compute(table, ["roe"], places=29), "places", "29, and must be 0 to 28"),
    "places of text": (lambda table, _: fin.compute(table, ["roe"], places="x"), "places", "a whole number"),
    "places of a flag": (lambda table, _: fin.compute(table, ["roe"], places=True), "places", "True"),
    "entity": (lambda table, _: fin.compute(table, ["roe"], entity=5), "entity", "5, and must be text"),
    "currency": (lambda table, _: fin.compute(table, ["roe"], currency="Dollar"), "currency", "ISO 4217"),
    "errors": (lambda table, _: fin.compute(table, ["roe"], errors="coerce"), "errors", "raise or row"),
    "bounds": (lambda table, _: fin.compute(table, ["roe"], bounds="no"), "bounds", "True or False"),
    "one metric": (lambda table, _: fin.compute(table, "roe"), "metrics", "'roe', and must be a list"),
    "no list": (lambda table, _: fin.compute(table, 5), "metrics", "5, and must be a list"),
    "no metric": (lambda table, _: fin.compute(table, [5]), "metric", "a str or a financials.Metric"),
    "a metric's name": (lambda *_: fin.Metric(5, "revenue"), "name", "5, and must be text"),
    "one metric of a history": (lambda _, it: it.table("roe"), "metrics", "must be a list"),
    "last": (lambda _, it: it.table(["roe"], last=-1), "last", "-1, and must be 0 or more"),
    "periods": (lambda _, it: it.table(["roe"], periods="month"), "periods", "quarter, year or ttm"),
    "price": (lambda _, it: it["2025Q2"].value("roe", price="much"), "decimal", "'much'"),
    "a claim": (lambda *_: fin.tie_out([5]), "claims", "5, and must be a mapping"),
    "no JSON": (lambda *_: fin.tie_out([{"stated": Decimal(5)}]), "claims", "Decimal is not JSON"),
    "a filing": (lambda *_: fin.check("$5", filings=["PLTR.json"]), "filings", "'PLTR.json', and must be a"),
    "a filing by name": (lambda *_: fin.tie_out([], {"PLTR": 5}), "filings", "5, and must be a History"),
    "one text": (lambda *_: fin.scan_all("$5"), "texts", "must be a list"),
}


@pytest.mark.parametrize("case", ARGUMENTS)
def test_bad_arguments_are_refused_by_name(case: str, palantir: Any) -> None:
    call, code, said = ARGUMENTS[case]
    with pytest.raises(fin.errors.UsageError) as refused:
        call(pyarrow.table(quarters()), palantir)
    assert refused.value.code == code
    assert said in str(refused.value)


def test_a_line_item_is_no_metric_of_the_catalogue() -> None:
    with pytest.raises(fin.errors.UnknownName, match="revenue is a line item") as refused:
        fin.metrics.get("sales")
    assert refused.value.code == "line_item"


def bad_files(folder: Path) -> dict[str, tuple[bytes, str]]:
    """Files for the command line, each with what its error says."""
    head = "entity,period_start,period_end,revenue"
    row = "A,2025-04-01,2025-06-30"
    cells = pyarrow.table({**quarters(), "revenue": [0.5] * ROWS})
    pyarrow.parquet.write_table(cells, folder / "float.parquet")
    float_file = (folder / "float.parquet").read_bytes()
    pyarrow.parquet.write_table(pyarrow.table(quarters()), folder / "good.parquet")
    good = (folder / "good.parquet").read_bytes()
    return {
        "text.csv": (f"{head}\n{row},much\n".encode(), "the column 'revenue' has 'much' in row 0"),
        "short.csv": (f"{head}\n{row}\n".encode(), "found record with 3 fields"),
        "wide.csv": (f"{head}\n{row},1{'0' * 29}\n".encode(), "is wider than the 96 bits"),
        "array.json": (b'[{"entity": "A"}]', "is a JSON array, and must be one object a line"),
        "flag.jsonl": (b'{"entity": true}', "line 1, entity: must be text, a number or null"),
        "twice.csv": (f"{head}\n{row},5\n{row},6\n".encode(), "A has the period"),
        "column.csv": (b"entity,revenue\nA,5\n", "there is no column 'period_end'"),
        "mixed.csv": (
            f"{head},currency\n{row},5,USD\nA,2025-01-01,2025-03-31,5,EUR\n".encode(),
            "A has USD in row 0 and EUR in row 1",
        ),
        "latin.csv": (f"{head}\nÄ,2025-04-01,2025-06-30,5\n".encode("latin-1"), "not UTF-8 at byte 39"),
        "cut.jsonl": (b'{"entity": "A", "period_end": "2025-06', "line 1: EOF while parsing"),
        "list.jsonl": (b'{"entity": ["A"]}', "line 1, entity: must be text, a number or null"),
        "float.parquet": (float_file, "binary floats hold no decimals exactly"),
        "cut.parquet": (good[: len(good) // 2], "cut.parquet"),
        "damaged.parquet": (good[:40] + bytes(200) + good[240:], "damaged.parquet"),
    }


def test_bad_files_are_refused_on_the_command_line(tool: Path, tmp_path: Path) -> None:
    for name, (content, said) in bad_files(tmp_path).items():
        (tmp_path / name).write_bytes(content)
        command = [tool, "compute", "-m", "revenue", tmp_path / name]
        told = subprocess.run(command, capture_output=True, text=True)
        assert (told.returncode, told.stdout) == (1, ""), name
        assert said in told.stderr and name in told.stderr, told.stderr


def test_large_numbers_of_files_are_exact(tool: Path, tmp_path: Path) -> None:
    large = 2**63 + 5
    cells = {**quarters(), "revenue": pyarrow.array([large] * ROWS, "uint64")}
    pyarrow.parquet.write_table(pyarrow.table(cells), tmp_path / "large.parquet")
    head = "entity,period_kind,period_end,revenue"
    (tmp_path / "large.csv").write_text(f"{head}\nA,quarter,2025-06-30,{large}\n")
    json = f'{{"entity":"A","period_kind":"quarter","period_end":"2025-06-30","revenue":{large}}}'
    (tmp_path / "large.jsonl").write_text(json)
    for name in ("large.parquet", "large.csv", "large.jsonl"):
        command = [tool, "compute", "-m", "revenue", tmp_path / name]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        assert all(line.endswith(f",{large},") for line in told.stdout.splitlines()[1:]), told.stdout


SQL = {
    "FROM good SELECT * EXCLUDE (period_end)": "there is no column 'period_end'",
    "FROM good SELECT * REPLACE (revenue::DOUBLE AS revenue)": "binary floats hold no decimals",
    "FROM good SELECT * REPLACE (revenue::VARCHAR AS revenue)": "must be integers or decimals",
    "FROM good SELECT * REPLACE (revenue > 5 AS revenue)": "is Boolean, and must be integers or decimals",
    "FROM good SELECT * REPLACE (1000000000000000000000000000000::HUGEINT AS revenue)": "has 10{30} in row 0",
    "FROM good SELECT *, 'Dollar' AS currency": "has 'Dollar' in row 0, and must have a currency",
    "FROM read_parquet('{folder}/cut.parquet')": "cut.parquet",
    "FROM good SELECT * REPLACE ('A' AS entity)": "A has the period",
    "FROM good SELECT *, CASE WHEN revenue > 1200 THEN 'USD' ELSE 'EUR' END AS currency": "a company has",
    "FROM nowhere": "nowhere",
    "nowhere": "nowhere",
}


@pytest.mark.parametrize("query", SQL)
def test_bad_tables_raise_in_sql(query: str, tmp_path: Path) -> None:
    given = pyarrow.table(quarters())
    pyarrow.parquet.write_table(given, tmp_path / "good.parquet")
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "good.parquet").read_bytes()[:-100])
    connection = duckdb.connect()
    connection.execute("CREATE TABLE good AS FROM given")
    fin.register(connection)
    source = query.replace("{folder}", str(tmp_path))
    with pytest.raises(duckdb.Error, match=SQL[query]):
        connection.execute("FROM financials(?, ['revenue'])", [source]).fetchall()
    # What is good goes on.
    assert len(connection.sql("FROM financials('good', ['revenue'])").fetchall()) == ROWS


@pytest.mark.parametrize("kind", ["UBIGINT", "HUGEINT", "DECIMAL(38,0)", "DECIMAL(38,9)"])
def test_large_numbers_of_sql_are_exact(kind: str) -> None:
    given = pyarrow.table(quarters())
    connection = duckdb.connect()
    connection.execute("CREATE TABLE good AS FROM given")
    fin.register(connection)
    query = f"FROM good SELECT * REPLACE (9223372036854775813::{kind} AS revenue)"
    rows = connection.execute("FROM financials(?, ['revenue'])", [query]).fetchall()
    assert [row[4] for row in rows] == [Decimal(2**63 + 5)] * ROWS


@pytest.mark.parametrize("to", MAKERS)
def test_bad_rows_lose_no_good_ones(to: str) -> None:
    given = quarters()
    good = fin.compute(pyarrow.table(given), ["revenue", "net_margin"], places=6).to_pylist()
    columns: dict[str, Any] = dict(given)
    columns["revenue"] = [Decimal(10) ** 25 if at == 3 else Decimal(it) for at, it in enumerate(given["revenue"])]
    columns["entity"] = [None if at == 5 else it for at, it in enumerate(given["entity"])]
    frame = MAKERS[to](columns)
    with pytest.raises(fin.errors.TableError):
        fin.compute(frame, ["revenue"])
    computed = fin.compute(frame, ["revenue", "net_margin"], places=6, errors="row", backend=lambda it: it)
    rows = computed.to_pylist()
    for at, (row, expected) in enumerate(zip(rows, good, strict=True)):
        code, said = {3: ("out_of_range", "revenue"), 5: ("null", "entity")}.get(at, (None, None))
        if code is None:
            assert row["error"] is None
            assert (row["revenue"], row["net_margin"]) == (expected["revenue"], expected["net_margin"])
        else:
            assert row["revenue"] is row["net_margin"] is None
            assert row["revenue_reason"] == row["net_margin_reason"] == code
            assert f"'{said}'" in row["error"]
    assert type(fin.compute(frame, ["revenue"], errors="row")) is type(frame)
