"""Data frames of every kind in, the same kind and the same digits out."""

from __future__ import annotations

import datetime
import random
import sys
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from conftest import quarter, quarters

import financials as fin

ASKED = ["roe", "operating margin", "revenue_growth"]


def rows_of(frame: Any) -> list[dict[str, Any]]:
    """Any result as rows of plain values."""
    if isinstance(frame, polars.DataFrame):
        frame = frame.to_arrow()
    elif isinstance(frame, pandas.DataFrame):
        frame = pyarrow.Table.from_pandas(frame, preserve_index=False)
    elif isinstance(frame, duckdb.DuckDBPyRelation):
        frame = frame.to_arrow_table()
    rows = pyarrow.table(frame).to_pylist()
    for row in rows:
        for key, value in row.items():
            if isinstance(value, datetime.datetime):
                row[key] = value.date()
    return rows


def frames() -> dict[str, Any]:
    table = pyarrow.table(quarters())
    return {
        "pyarrow": table,
        "polars": polars.from_arrow(table),
        "pandas": table.to_pandas(types_mapper=pandas.ArrowDtype),
        "plain pandas": pandas.DataFrame(quarters()),
        "duckdb": duckdb.from_arrow(table),
        "chunks": pyarrow.concat_tables([table.slice(0, 5), table.slice(5)]),
        "reader": pyarrow.RecordBatchReader.from_batches(table.schema, table.to_batches()),
    }


@pytest.mark.parametrize("kind", frames())
def test_the_same_type_comes_back_with_the_same_digits(kind: str) -> None:
    given = frames()[kind]
    computed = fin.compute(given, ASKED, places=6)
    if kind == "reader":
        assert isinstance(computed, pyarrow.Table)
    else:
        assert type(computed) is type(given)
    expected = rows_of(fin.compute(frames()["pyarrow"], ASKED, places=6))
    assert rows_of(computed) == expected
    names = ["entity", "period_start", "period_end"]
    for name in ASKED:
        names += [name, f"{name}_reason"]
    assert list(expected[0]) == names
    given = quarters()
    assert [row["entity"] for row in expected] == given["entity"]
    assert [row["period_end"] for row in expected] == given["period_end"]


def test_values_are_those_of_exact_fractions() -> None:
    """Margins and growth by look-up of dates, in exact fractions, rounded half to even."""
    dice = random.Random(20250630)
    rows: dict[tuple[int, datetime.date], tuple[datetime.date, int | None, int | None]] = {}
    for entity in range(30):
        for at in range(24):
            if dice.random() < 0.1:
                continue
            start, end = quarter(2018 + at // 4, at % 4 + 1)
            revenue = dice.choice([None, 0, *[dice.randrange(1, 10**12) for _ in range(8)]])
            income = dice.choice([None, *[dice.randrange(-(10**11), 10**11) for _ in range(8)]])
            rows[entity, end] = (start, revenue, income)
    keys = list(rows)
    dice.shuffle(keys)
    given = polars.DataFrame(
        {
            "cik": [entity for entity, _ in keys],
            "period_start": [rows[key][0] for key in keys],
            "period_end": [end for _, end in keys],
            "revenue": [rows[key][1] for key in keys],
            "operating_income": [rows[key][2] for key in keys],
        },
        schema_overrides={"revenue": polars.Int64, "operating_income": polars.Int64},
    )
    computed = fin.compute(given, ["operating_margin", "revenue_growth"], places=9, entity="cik")
    numbers = 0
    for key, row in zip(keys, computed.to_dicts(), strict=True):
        entity, end = key
        _, revenue, income = rows[key]
        before = rows.get((entity, end.replace(year=end.year - 1)))
        if revenue is None or income is None:
            margin: Any = "missing"
        else:
            margin = Fraction(income, revenue) if revenue else "zero_denominator"
        if revenue is None:
            growth: Any = "missing"
        elif before is None:
            growth = "no_report"
        elif before[1] is None:
            growth = "missing"
        else:
            growth = Fraction(revenue - before[1], before[1]) if before[1] else "growth_from_zero"
        for name, expected in (("operating_margin", margin), ("revenue_growth", growth)):
            if isinstance(expected, str):
                assert (row[name], row[f"{name}_reason"]) == (None, expected)
            else:
                numbers += 1
                assert (row[name], row[f"{name}_reason"]) == (rounded(expected, 9), None)
    assert numbers > 500


def rounded(value: Fraction, places: int) -> Decimal:
    exact = Context(prec=60).divide(Decimal(value.numerator), Decimal(value.denominator))
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def test_a_metric_of_ones_own() -> None:
    own = fin.Metric("my_margin", "operating_income / revenue")
    computed = fin.compute(polars.DataFrame(quarters()), [own, "operating_margin"])
    assert computed["my_margin"].to_list() == computed["operating_margin"].to_list()
    with pytest.raises(fin.errors.FormulaError) as refused:
        fin.Metric("wrong", "ttm(total_assets)")
    assert refused.value.code == "formula"


def test_a_price_in_a_row_values_that_row() -> None:
    given = {**quarters(), "share_price": [100] * 17, "eps_ntm": [5, -1] + [4] * 15}
    computed = fin.compute(polars.DataFrame(given), ["forward_pe_ntm"], places=2)
    assert computed["forward_pe_ntm"].to_list()[:3] == [Decimal(20), None, Decimal(25)]
    assert computed["forward_pe_ntm_reason"].to_list()[:2] == [None, "non_positive_earnings"]


@pytest.mark.parametrize("version", [sys.version_info[:2], (3, 10), (3, 11)])
def test_pandas_with_none_says_what_to_do(version: tuple[int, int], monkeypatch: Any) -> None:
    monkeypatch.setattr("financials.frames.sys", SimpleNamespace(version_info=version))
    given = pandas.DataFrame({**quarters(), "revenue": [None] + [5] * 16})
    assert given["revenue"].dtype == "float64"
    with pytest.raises(fin.errors.ColumnTypeError) as refused:
        fin.compute(given, ["revenue"])
    assert refused.value.code == "float"
    said = [str(refused.value), *getattr(refused.value, "__notes__", [])]
    assert any('convert_dtypes(dtype_backend="pyarrow")' in text for text in said)
    assert isinstance(refused.value, (TypeError, ValueError))
    mended = given.convert_dtypes(dtype_backend="pyarrow")
    computed = rows_of(fin.compute(mended, ["revenue"], places=0))
    assert [row["revenue"] for row in computed] == [None, *[Decimal(5)] * 16]
    whole = rows_of(fin.compute(given, ["revenue"], places=0, whole_floats=True))
    assert whole == computed


def test_a_column_of_periods_of_pandas_says_what_to_do() -> None:
    """Months since 1970, as Arrow has them, would be read as days or as an amount."""
    given = pandas.DataFrame(quarters())
    days = pandas.to_datetime(given["period_end"])
    for name in ("period_end", "revenue", "entity"):
        with pytest.raises(fin.errors.ColumnTypeError) as refused:
            fin.compute(given.assign(**{name: days.dt.to_period("Q")}), ["revenue"])
        assert refused.value.code == "extension"
        assert f"{name!r} is period[Q-DEC]" in str(refused.value)
        assert f"frame[{name!r}].dt.end_time.dt.normalize()" in str(refused.value)
    periods = given.assign(period_end=days.dt.to_period("Q"))
    mended = periods.assign(period_end=periods["period_end"].dt.end_time.dt.normalize())
    expected = [(row["revenue"], row["revenue_reason"]) for row in rows_of(fin.compute(given, ["revenue"]))]
    found = rows_of(fin.compute(mended, ["revenue"]))
    assert [(row["revenue"], row["revenue_reason"]) for row in found] == expected


@pytest.mark.parametrize("name", ["period_end", "revenue", "entity"])
def test_numbers_of_an_extension_type_are_refused_by_its_name(name: str) -> None:
    numbers = pyarrow.ExtensionArray.from_storage(pyarrow.bool8(), pyarrow.array([1] * 17, "int8"))
    table = pyarrow.table({**quarters(), name: numbers})
    with pytest.raises(fin.errors.ColumnTypeError) as refused:
        fin.compute(table, ["revenue"])
    assert refused.value.code == "extension"
    assert f"the column {name!r} is of the extension type arrow.bool8 over Int8" in str(refused.value)


def test_what_is_no_table_is_refused() -> None:
    table = pyarrow.table(quarters())
    for bad, kind, code in [
        (table.drop_columns(["entity"]), fin.errors.TableError, "no_column"),
        (table.drop_columns(["period_start"]), fin.errors.TableError, "no_column"),
        ({"entity": []}, fin.errors.ColumnTypeError, "no_frame"),
        (polars.Series([1]), fin.errors.ColumnTypeError, "arrow"),
        (pandas.concat([pandas.DataFrame(quarters())] * 2, axis=1), fin.errors.TableError, "same_name"),
    ]:
        with pytest.raises(kind) as refused:
            fin.compute(bad, ["revenue"])
        assert refused.value.code == code
    with pytest.raises(fin.errors.UnknownName) as unknown:
        fin.compute(table, ["revnue"])
    assert "revenue" in unknown.value.near
    with pytest.raises(fin.errors.UsageError):
        fin.compute(table, "revenue")


def test_a_table_without_rows_has_its_columns() -> None:
    empty = pyarrow.table(quarters()).slice(0, 0)
    computed = fin.compute(empty, ["roe"])
    assert computed.num_rows == 0
    assert computed.column_names[-2:] == ["roe", "roe_reason"]


def test_bounds_are_what_half_a_place_leaves() -> None:
    """Revenue of 700 and income of 0, 10, 20: ends by hand, rounded outward to three decimals."""
    given = polars.DataFrame({
        "entity": [1, 2, 3],
        "period_kind": ["quarter"] * 3,
        "period_end": [datetime.date(2025, 6, 30)] * 3,
        "revenue": [700, 700, None],
        "operating_income": [21, -30, 5],
    })
    computed = fin.compute(given, ["operating_margin"], places=3, bounds=True, keys=False)
    assert computed.columns == [
        "operating_margin", "operating_margin_reason", "operating_margin_low", "operating_margin_high",
    ]
    # 20.5 of 750 and 21.5 of 650; -35 of 650 and -25 of 750.
    assert computed["operating_margin_low"].to_list() == [Decimal("0.027"), Decimal("-0.054"), None]
    assert computed["operating_margin_high"].to_list() == [Decimal("0.034"), Decimal("-0.033"), None]
    assert computed["operating_margin"].to_list() == [Decimal("0.030"), Decimal("-0.043"), None]


def test_columns_go_beside_those_of_the_frame() -> None:
    given = polars.DataFrame(quarters())
    whole = fin.compute(given, ["roe"])
    beside = given.hstack(fin.compute(given, ["roe"], keys=False))
    assert beside["roe"].to_list() == whole["roe"].to_list()
    assert beside.columns[-2:] == ["roe", "roe_reason"]


def test_a_result_for_pandas_has_the_index_of_the_frame() -> None:
    given = pandas.DataFrame(quarters()).sort_values(["entity", "period_end"])
    given = given[given["entity"] == "B"]
    assert list(given.index) != list(range(len(given)))
    computed = fin.compute(given, ["operating_margin"], places=6)
    assert computed.index.equals(given.index)
    given["margin"] = computed["operating_margin"]
    for row in given.to_dict("records"):
        margin = rounded(Fraction(row["operating_income"], row["revenue"]), 6)
        assert row["margin"] == margin


def test_what_is_in_other_columns_of_pandas_is_no_matter() -> None:
    given = pandas.DataFrame(quarters())
    given["note"] = [1, "a", {}, *[None] * 14]
    indexed = given.set_index(["entity", "period_end"])
    expected = rows_of(fin.compute(pyarrow.table(quarters()), ["roe"]))
    assert rows_of(fin.compute(given, ["roe"])) == expected
    computed = fin.compute(indexed, ["roe"])
    assert computed.index.equals(indexed.index)
    assert rows_of(computed.reset_index(drop=True)) == expected
