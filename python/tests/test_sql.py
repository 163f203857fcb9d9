"""SQL in DuckDB: the digits and the reasons of `compute`, and what `lag` makes of gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import duckdb
import pyarrow
import pytest
from conftest import quarter, quarters

import financials as fin


@pytest.fixture
def connection() -> Any:
    connection = duckdb.connect()
    given = pyarrow.table(quarters())
    connection.execute("CREATE TABLE quarters AS FROM given")
    fin.register(connection, [fin.Metric("mine", "operating_income / revenue")])
    return connection


def test_a_table_function_gives_what_compute_gives(connection: Any) -> None:
    rows = connection.sql(
        "FROM financials('quarters', ['roe', 'operating margin', 'mine']) "
    ).fetchall()
    computed = fin.compute(pyarrow.table(quarters()), ["roe", "operating margin"]).to_pylist()
    expected = {}
    for row in computed:
        key = (row["entity"], row["period_start"], row["period_end"])
        for name in ("roe", "operating margin"):
            expected[*key, name] = (row[name], row[f"{name}_reason"])
        expected[*key, "mine"] = expected[*key, "operating margin"]
    assert {tuple(row[:4]): tuple(row[4:6]) for row in rows} == expected
    assert all(row[6] is None for row in rows)
    assert len(rows) == 3 * 17


def test_a_query_and_a_join(connection: Any) -> None:
    rows = connection.sql(
        "SELECT q.entity, q.revenue, f.value FROM quarters q JOIN "
        "financials('SELECT * FROM quarters WHERE entity = ''A''', ['net_margin']) f "
        "USING (entity, period_end) ORDER BY period_end"
    ).fetchall()
    assert len(rows) == 9
    assert rows[0] == ("A", 1000, Decimal("-0.15"))


def test_names_that_nothing_has_raise(connection: Any) -> None:
    with pytest.raises(duckdb.Error, match="revnue"):
        connection.sql("FROM financials('quarters', ['revnue'])").fetchall()


def test_a_connection_is_registered_again_with_other_metrics(connection: Any) -> None:
    fin.register(connection, [fin.Metric("other", "net_income / revenue")])
    rows = connection.sql("FROM financials('quarters', ['other', 'net margin'])").fetchall()
    assert [row[4:] for row in rows[:17]] == [row[4:] for row in rows[17:]]
    with pytest.raises(duckdb.Error, match="mine"):
        connection.sql("FROM financials('quarters', ['mine'])").fetchall()


def test_bounds_are_those_of_compute(connection: Any) -> None:
    rows = connection.sql(
        "SELECT entity, period_end, value, reason, low, high"
        " FROM financials_bounds('quarters', ['operating margin'])"
    ).fetchall()
    computed = fin.compute(pyarrow.table(quarters()), ["operating margin"], bounds=True).to_pylist()
    names = ["", "_reason", "_low", "_high"]
    assert rows == [
        (it["entity"], it["period_end"], *(it[f"operating margin{name}"] for name in names))
        for it in computed
    ]
    assert all(low < value < high for _, _, value, _, low, high in rows if value is not None)


def test_a_source_is_named_as_in_sql(connection: Any, tmp_path: Any) -> None:
    connection.execute('CREATE SCHEMA other; CREATE TABLE other."my table" AS FROM quarters')
    connection.execute(f"COPY quarters TO '{tmp_path}/quarters.parquet'")
    sources = [
        "quarters", "main.quarters", 'other."my table"', f"read_parquet('{tmp_path}/quarters.parquet')",
        f"'{tmp_path}/quarters.parquet'", "from\nquarters", "(FROM quarters)",
        "WITH q AS (FROM quarters) SELECT * FROM q",
    ]
    for source in sources:
        rows = connection.execute("FROM financials(?, ['revenue'])", [source]).fetchall()
        assert len(rows) == 17, source


def test_a_source_runs_one_query_and_nothing_else(connection: Any, tmp_path: Any) -> None:
    connection.execute("CREATE TABLE precious (n INTEGER)")
    target = tmp_path / "x.csv"
    for source in (
        "quarters; DROP TABLE precious",
        f"FROM quarters; COPY quarters TO '{target}'",
        "(FROM quarters); DROP TABLE precious",
        "",
    ):
        with pytest.raises(duckdb.Error, match="no table and no query|a table or one SELECT"):
            connection.execute("FROM financials(?, ['revenue'])", [source]).fetchall()
    assert connection.sql("FROM precious").fetchall() == []
    assert not target.exists()
    for source in ("-- the quarters\nFROM quarters", "/* all\nof them */ SELECT * FROM quarters"):
        found = connection.execute("FROM financials(?, ['revenue'])", [source]).fetchall()
        assert len(found) == 17


def test_a_source_is_looked_up_where_its_caller_does(connection: Any) -> None:
    doubled = "SELECT * REPLACE (revenue * 2 AS revenue) FROM main.quarters"
    connection.execute('CREATE SCHEMA "Other ""one"""')
    connection.execute(f'CREATE TABLE "Other ""one""".quarters AS {doubled}')
    revenue = "SELECT max(value) FROM financials('quarters', ['revenue'])"
    [(before,)] = connection.sql(revenue).fetchall()
    connection.execute('USE "Other ""one"""')
    assert connection.sql(revenue).fetchall() == [(2 * before,)]
    connection.execute("USE main")
    # Another connection does not see what is temporary, and would read the table behind it.
    connection.execute(f"CREATE TEMP TABLE quarters AS {doubled}")
    for source in ("quarters", "SELECT * FROM Quarters"):
        with pytest.raises(duckdb.Error, match="is temporary, and seen by the connection alone"):
            connection.execute("FROM financials(?, ['revenue'])", [source]).fetchall()


def test_four_rows_back_is_no_year_ago() -> None:
    """`lag(revenue, 4)` beside the same quarter of last year, where quarters are missing."""
    rows = []
    for entity in range(40):
        for at in range(24):
            if (entity * 31 + at * 17) % 11 == 0:
                continue
            start, end = quarter(2019 + at // 4, at % 4 + 1)
            rows.append((entity, start, end, 1000 + entity * 10 + at * at))
    names = ["entity", "period_start", "period_end", "revenue"]
    given = pyarrow.table({name: [row[at] for row in rows] for at, name in enumerate(names)})
    connection = duckdb.connect()
    connection.execute("CREATE TABLE universe AS FROM given")
    fin.register(connection)
    wrong, right, refused = connection.sql(
        """
        WITH lagged AS (
            SELECT entity::VARCHAR AS entity, period_end, revenue,
                   lag(revenue, 4) OVER (PARTITION BY entity ORDER BY period_end) AS ago
            FROM universe
        )
        SELECT count(*) FILTER (value IS NULL OR abs(revenue / ago - 1 - value::DOUBLE) > 1e-9),
               count(*) FILTER (abs(revenue / ago - 1 - value::DOUBLE) <= 1e-9),
               count(*) FILTER (value IS NULL)
        FROM lagged JOIN financials('universe', ['revenue_growth']) USING (entity, period_end)
        WHERE ago IS NOT NULL
        """
    ).fetchall()[0]
    known = {(entity, start): revenue for entity, start, _, revenue in rows}
    by_dates = sum((entity, start.replace(year=start.year - 1)) in known for entity, start, *_ in rows)
    assert right + wrong == sum(max(0, count - 4) for count in counts(rows))
    assert wrong > 100 and refused > 50
    assert right <= by_dates


def counts(rows: list[Any]) -> list[int]:
    of: dict[int, int] = {}
    for entity, *_ in rows:
        of[entity] = of.get(entity, 0) + 1
    return list(of.values())


def test_texts_and_claims_of_columns(connection: Any) -> None:
    found = connection.sql(
        "SELECT unnest(financials_scan('Revenue was $1.004 billion, up 48%.'), recursive := true)"
    ).fetchall()
    assert [(row[2], row[4]) for row in found] == [
        ("$1.004 billion", Decimal(1_004_000_000)), ("up 48%", Decimal("0.48")),
    ] or [row[4] for row in found] == [Decimal(1_004_000_000), Decimal("0.48")]
    connection.execute(
        """
        CREATE TABLE claims AS FROM (VALUES
            ('one', 'A1', 'PLTR', 'revenue', '2025Q2', '$1.004 billion'),
            ('one', 'A2', 'PLTR', 'revenue', '2025Q2', '$1.03 billion'),
            ('two', 'B1', 'PLTR', 'revenue', '2025Q2', '$1.004 billion')
        ) claims(article, id, subject, metric, period, stated)
        """
    )
    ruled = connection.sql(
        """
        WITH ruled AS (
            SELECT article, unnest(financials_tie_out(list({
                id: id, subject: subject, metric: metric, period: period, stated: stated
            })), recursive := true) FROM claims GROUP BY article
        )
        SELECT article, id, verdict FROM ruled ORDER BY ALL
        """
    ).fetchall()
    assert [(row[0], row[1], row[2]) for row in ruled] == [
        ("one", "A1", "in_conflict"), ("one", "A2", "in_conflict"), ("two", "B1", "undetermined"),
    ]


def test_a_bad_claim_does_not_end_a_query(connection: Any) -> None:
    connection.execute(
        """
        CREATE TABLE claims AS FROM (VALUES
            ('one', 'A1', 'revenue', '$1.004 billion'), ('one', 'A2', 'revenue', 'much'),
            ('one', NULL, 'revenue', '$5'), ('one', 'A4', 'revenue', '$1.03 billion'),
            ('one', 'A5', 'revenue', NULL), ('two', 'B1', 'revenue', 'more'),
            ('two', 'B2', 'revenue', '$7')
        ) claims(article, id, metric, stated)
        """
    )
    rows = connection.sql(
        """
        WITH ruled AS (
            SELECT article, unnest(financials_tie_out(list({
                id: id, subject: 'PLTR', metric: metric, period: '2025Q2', stated: stated
            } ORDER BY rowid)), recursive := true) FROM claims GROUP BY article
        )
        SELECT article, id, verdict, error FROM ruled
        """
    ).fetchall()
    told = {(article, id): (verdict, error) for article, id, verdict, error in rows}
    assert len(rows) == 7
    assert told["one", "A1"] == told["one", "A4"] == ("in_conflict", None)
    assert told["two", "B2"] == ("undetermined", None)
    for key, said in {
        ("one", "A2"): "claim A2: ", ("one", None): "claim number 3: missing field `id`",
        ("one", "A5"): "claim number 5: missing field `stated`", ("two", "B1"): "claim B1: ",
    }.items():
        verdict, error = told[key]
        assert verdict is None and error.startswith(said), error
    nothing = connection.sql(
        "SELECT financials_tie_out([NULL]), financials_tie_out(NULL), financials_tie_out([])"
    ).fetchall()[0]
    assert nothing[0][0]["error"].startswith("claim number 1: missing field")
    assert nothing[1:] in ((None, []), ([], []))


def test_a_figure_that_no_column_holds_does_not_end_a_query(connection: Any) -> None:
    found = connection.sql(
        "SELECT unnest(financials_scan(text), recursive := true) FROM (VALUES"
        " ('It fell 0.00000000001% to $5.'), (NULL), ('It is 48%.')) texts(text)"
    ).fetchall()
    assert [(row[4], row[8]) for row in found] == [
        (None, "-0.0000000000001 does not fit DECIMAL(38, 12)"), (Decimal(5), None),
        (Decimal("0.48"), None),
    ]


def test_bad_rows_of_a_table_lose_no_good_ones(connection: Any) -> None:
    bad = (
        "SELECT entity, CASE WHEN entity = 'A' AND period_end = '2024-03-31' THEN '2024-03-32'"
        " ELSE period_end::VARCHAR END AS period_end, period_start, revenue, net_income,"
        " CASE WHEN entity = 'B' AND period_end = '2023-06-30' THEN 'Dollar' ELSE 'USD' END AS currency"
        " FROM quarters"
    )
    with pytest.raises(duckdb.Error, match="2024-03-32"):
        connection.execute("FROM financials(?, ['net_margin'])", [bad]).fetchall()
    for name in ("financials", "financials_bounds"):
        query = f"SELECT entity, period_end, value, reason, error FROM {name}"
        rows = connection.execute(f"{query}(?, ['net_margin'], errors := 'row')", [bad]).fetchall()
        good = connection.execute(f"{query}('quarters', ['net_margin'])").fetchall()
        assert len(rows) == len(good) == 17
        told = [row for row in rows if row[4] is not None]
        assert sorted((row[0], row[3]) for row in told) == [("A", "value"), ("B", "value")]
        assert all(row[2] is None for row in told)
        # A date that is none is nothing, and a row that has one keeps it.
        assert sum(row[1] is None for row in rows) == 1
        assert all(row in good for row in rows if row[4] is None)
