"""Spark on one machine: the digits of `compute`, and what is wrong with rows by its name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from conftest import quarters

import financials as fin

pyspark = pytest.importorskip("pyspark")


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def frame(session: Any, **change: Any) -> Any:
    columns = {**quarters(), **change}
    names = [name for name, cells in columns.items() if cells is not None]
    return session.createDataFrame(list(zip(*(columns[name] for name in names), strict=True)), names)


def test_rows_are_those_of_one_machine(session: Any) -> None:
    import financials.spark

    asked = ["roe", "operating margin", fin.Metric("mine", "operating_income / revenue")]
    computed = fin.spark.compute(frame(session), asked, places=6, bounds=True)
    alone = fin.compute(pyarrow.table(quarters()), asked, places=6, bounds=True)
    assert computed.columns == alone.column_names

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        return row["entity"], row["period_end"]

    rows = [row.asDict() for row in computed.collect()]
    assert sorted(rows, key=key) == sorted(alone.to_pylist(), key=key)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"revenue": [0.5] * 17}, "binary floats hold no decimals exactly"),
        ({"revenue": ["5"] * 17}, "must be integers or decimals"),
        ({"revenue": [True] * 17}, "is Boolean, and must be integers or decimals"),
        ({"currency": ["Dollar"] * 17}, "has 'Dollar' in row .*, and must have a currency"),
        ({"entity": ["A"] * 17}, "A has the period"),
        ({"currency": ["USD", "EUR"] * 8 + ["USD"]}, "a company has one"),
        ({"period_start": None}, "there is no column 'period_start or period_kind'"),
        ({"period_end": None}, "there is no column 'period_end'"),
    ],
)
def test_what_is_wrong_is_said_by_the_task(session: Any, change: Any, said: str) -> None:
    import financials.spark
    from pyspark.errors import PySparkException

    with pytest.raises(PySparkException, match=said):
        fin.spark.compute(frame(session, **change), ["revenue"]).collect()


def test_a_file_that_broke_off_is_named_and_the_others_are_computed(session: Any, tmp_path: Any) -> None:
    import financials.spark
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    table = pyarrow.table(quarters())
    pyarrow.parquet.write_table(table, tmp_path / "good.parquet")
    content = (tmp_path / "good.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(content[: len(content) // 2])
    cut = session.read.schema(frame(session).schema).parquet(str(tmp_path / "cut.parquet"))
    # What Spark itself cannot read comes as Java says it.
    with pytest.raises((PySparkException, Py4JError), match="cut.parquet"):
        fin.spark.compute(cut, ["revenue"]).collect()
    good = session.read.parquet(str(tmp_path / "good.parquet"))
    assert fin.spark.compute(good, ["revenue"]).count() == 17


def test_what_is_wrong_with_the_call_is_said_at_once(session: Any) -> None:
    import financials.spark

    with pytest.raises(fin.errors.UsageError) as refused:
        fin.spark.compute(frame(session, entity=None), ["revenue"])
    assert refused.value.code == "no_column"
    with pytest.raises(fin.errors.UnknownName):
        fin.spark.compute(frame(session), ["revnue"])
    with pytest.raises(fin.errors.UsageError, match="metrics is 'roe', and must be a list"):
        fin.spark.compute(frame(session), "roe")


def test_large_numbers_are_exact(session: Any) -> None:
    import financials.spark

    large = frame(session, revenue=[Decimal(2**63 + 5)] * 17)
    rows = fin.spark.compute(large, ["revenue"], places=0).collect()
    assert [row["revenue"] for row in rows] == [Decimal(2**63 + 5)] * 17


def test_bad_rows_lose_no_good_ones(session: Any) -> None:
    import financials.spark

    currency = ["Dollar" if at == 3 else "USD" for at in range(17)]
    bad = frame(session, currency=currency)
    rows = fin.spark.compute(bad, ["revenue"], places=0, errors="row").collect()
    told = [row for row in rows if row["error"] is not None]
    assert len(rows) == 17 and [row["revenue_reason"] for row in told] == ["value"]
    assert "has 'Dollar' in row" in told[0]["error"]
    assert all(row["revenue"] is not None for row in rows if row["error"] is None)
    with pytest.raises(fin.errors.UsageError, match="must be raise or row"):
        fin.spark.compute(bad, ["revenue"], errors="coerce")
