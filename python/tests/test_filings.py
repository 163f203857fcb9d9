"""Histories of companyfacts: the digits of the command-line tool, and pickles of all of it."""

from __future__ import annotations

import csv
import datetime
import io
import json
import pickle
import subprocess
import threading
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import PALANTIR

import financials as fin

ASKED = ["revenue", "net_margin", "return_on_equity", "revenue_growth", "price_to_sales"]


def test_a_quarter_says_its_values_and_how_they_came_about(palantir: Any) -> None:
    view = palantir["2025Q2"]
    margin = view.value("net_margin")
    assert isinstance(margin, Decimal)
    assert round(margin, 6) == Decimal("0.325524")
    assert margin.text == "32.55%"
    assert view.value("revenue").currency == "USD"
    explained = view.explain("net margin")
    assert explained.text.splitlines()[1] == "  = net_income / revenue"
    assert explained.accessions
    assert [it.tree["name"] for it in explained.inputs] == ["net_income", "revenue"]
    own = fin.Metric("my_margin", "net_income / revenue")
    assert view.value(own) == margin


def test_what_has_no_value_has_a_code(palantir: Any) -> None:
    view = palantir["2025Q2"]
    with pytest.raises(fin.Undefined) as undefined:
        view.value("price to sales")
    assert undefined.value.code == view.reason("price to sales") == "missing"
    assert view.reason("net_margin") is None
    with pytest.raises(fin.errors.UnknownPeriod):
        palantir["1999Q1"]
    with pytest.raises(fin.errors.UnknownName) as unknown:
        view.value("revnue")
    assert "revenue" in unknown.value.near
    with pytest.raises(fin.errors.FloatError):
        view.value("share_price", price=180.5)  # type: ignore[arg-type]
    assert view.value("share_price", price="180.5") == Decimal("180.50")


@pytest.mark.parametrize("periods", ["quarter", "year", "ttm"])
def test_every_digit_is_the_command_lines(palantir: Any, tool: Path, periods: str) -> None:
    command = [tool, "panel", "-m", ",".join(ASKED), "--periods", periods, "--price"]
    told = subprocess.run(
        [*command, "companyfacts=180", PALANTIR], check=True, capture_output=True, text=True
    )
    expected = list(csv.DictReader(io.StringIO(told.stdout)))
    rows = palantir.table(ASKED, price=180, periods=periods).to_dicts()
    assert len(rows) == len(expected) > 1
    for row, line in zip(rows, expected, strict=True):
        reasons = dict(it.split("=") for it in line["reasons"].split())
        for key in ("company", "currency", "basis", "kind", "label"):
            assert (row[key] or "") == line[key]
        assert (str(row["start"]), str(row["end"])) == (line["start"], line["end"])
        for name in ASKED:
            value = row[name]
            assert ("" if value is None else f"{value.normalize():f}") == line[name]
            assert row[f"{name}_reason"] == reasons.get(name)


def test_names_stay_as_they_were_asked(palantir: Any) -> None:
    table = palantir.table(["revenue", "fcf margin", "share price"], price=180, last=2)
    names = table.to_pyarrow().column_names
    assert names[-6:] == [
        "revenue", "revenue_reason", "fcf margin", "fcf margin_reason", "share price", "share price_reason",
    ]
    assert [row["share price_reason"] for row in table.to_dicts()] == ["missing", None]


def test_periods_of_items_are_the_command_lines(palantir: Any, tool: Path) -> None:
    told = subprocess.run(
        [tool, "history", "--json", PALANTIR], check=True, capture_output=True, text=True
    )
    expected = {}
    for line in map(json.loads, told.stdout.splitlines()):
        if line["value"] is not None:
            expected[line["item"], line["start"], line["end"], line["kind"]] = line
    found = 0
    for row in palantir.facts().to_dicts():
        start = row["period_start"] and str(row["period_start"])
        line = expected.get((row["item"], start, str(row["period_end"]), row["period_kind"]))
        if row["value"] is None or line is None:
            continue
        found += 1
        assert row["value"] == round(Decimal(line["value"]), 12)
        assert (row["accessions"], row["origin"]) == (line["accessions"], line["origin"])
        assert str(row["filed"]) == line["filed"]
    assert found == len(expected) > 100


def test_folders_and_archives_lose_nothing_that_is_good(tmp_path: Path) -> None:
    good = PALANTIR.read_bytes()
    (tmp_path / "a.json").write_bytes(good)
    (tmp_path / "b.json").write_bytes(good[: len(good) // 2])
    (tmp_path / "c.json").write_text("{}")
    with zipfile.ZipFile(tmp_path / "d.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("CIK1.json", good)
        archive.writestr("CIK2.json", good)
    damaged = bytearray((tmp_path / "d.zip").read_bytes())
    damaged[200:260] = bytes(60)
    (tmp_path / "d.zip").write_bytes(damaged)
    told: list[tuple[int, int, int]] = []
    companies = fin.read_companyfacts(tmp_path, progress=lambda *at: told.append(at))
    read = [history.entity for history in companies]
    assert read == ["Palantir Technologies Inc."] * 2
    assert [Path(error.name).name for error in companies.errors] == ["b.json", "c.json", "CIK1.json"]
    assert all(error.code for error in companies.errors)
    assert [files for *_, files in told] == [1, 2, 3, 4, 5]
    # The list of an archive's members stands behind the last of them.
    assert told == sorted(told) and 0 < told[-1][0] <= told[-1][1]
    with pytest.raises(fin.errors.ReadError):
        fin.read_companyfacts(tmp_path / "b.json")
    with pytest.raises(fin.errors.ReadError):
        fin.read_companyfacts(tmp_path / "none.json")


def test_vintages() -> None:
    first = fin.read_companyfacts(PALANTIR, vintage="first")
    then = fin.read_companyfacts(str(PALANTIR), vintage="2025-06-01")
    assert first.vintage == "first"
    assert "2025Q2" in first and "2025Q2" not in then
    with pytest.raises(fin.errors.UsageError) as refused:
        fin.read_companyfacts(PALANTIR, vintage="newest")
    assert refused.value.code == "vintage"


@pytest.mark.parametrize("vintage", ["latest", "first", "2025-06-01"])
def test_a_vintage_is_pickled_as_it_is_read(vintage: str) -> None:
    history = pickle.loads(pickle.dumps(fin.read_companyfacts(PALANTIR, vintage=vintage)))
    assert history.vintage == vintage
    day = datetime.date(2025, 6, 1)
    assert fin.read_companyfacts(PALANTIR, vintage=day).vintage == "2025-06-01"


def test_a_window_that_is_none_is_refused(palantir: Any) -> None:
    for see in (lambda view: view.value("revenue"), lambda view: view.explain("revenue")):
        with pytest.raises(fin.errors.UsageError) as refused:
            see(fin.View(palantir, "2025Q2", "trailing"))
        assert refused.value.code == "window"
        assert str(refused.value) == "window is 'trailing', and must be declared, ttm or period"
    quarter = palantir["2025Q2"]
    assert quarter.over_the_period.value("revenue") == quarter.value("revenue")
    assert quarter.ttm.value("revenue") > quarter.value("revenue")


def test_pickles_come_back_the_same(palantir: Any) -> None:
    def again(it: Any) -> Any:
        return pickle.loads(pickle.dumps(it))

    view = palantir["2025Q2"]
    assert again(palantir)["2025Q2"].value("revenue_growth") == view.value("revenue_growth")
    assert again(view).value("revenue_growth") == view.value("revenue_growth")
    for value in (view.value("revenue"), view.explain("revenue_growth"), fin.Metric("m", "revenue / 2")):
        assert again(value) == value
    value = again(view.value("revenue"))
    assert (value.text, value.currency) == ("$1,003,697,000", "USD")
    assert again(palantir.table(["roe"])).to_dicts() == palantir.table(["roe"]).to_dicts()
    with pytest.raises(fin.Undefined) as undefined:
        view.value("roe")
    error = again(undefined.value)
    assert (type(error), str(error), error.code) == (
        fin.Undefined, str(undefined.value), undefined.value.code,
    )


def test_other_threads_go_on_while_a_company_is_read() -> None:
    """One call reads five hundred times the facts: a lock held throughout leaves one turn."""
    facts = json.loads(PALANTIR.read_bytes())
    concepts = facts["facts"]["us-gaap"]
    copies = ((f"{name}{at}", filed) for at in range(500) for name, filed in concepts.items())
    facts["facts"]["us-gaap"] = {**concepts, **dict(copies)}
    content = json.dumps(facts).encode()
    ticks, done = 0, threading.Event()

    def read() -> None:
        try:
            fin.read_companyfacts(content)
        finally:
            done.set()

    thread = threading.Thread(target=read)
    thread.start()
    while not done.wait(0.0005):
        ticks += 1
    thread.join()
    assert ticks > 3, ticks


def test_notebooks_show_text_and_not_markup(palantir: Any) -> None:
    view = palantir["2025Q2"]
    assert "$1,003,697,000" in view.value("revenue")._repr_html_()
    assert view.explain("revenue_growth")._repr_html_().startswith("<pre>revenue_growth = ")
    assert "<th>revenue</th>" in palantir._repr_html_()
    tied = fin.tie_out([{"id": "<b>", "metric": "revenue", "stated": "$5"}])
    assert "&lt;b&gt;" in tied._repr_html_() and "<b>" not in tied._repr_html_()
