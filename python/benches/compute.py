"""What ten ratios of a universe cost: `compute`, NumPy's floats, polars' floats, in one run.

    python python/benches/compute.py

10,000 companies of sixty quarters, one in a hundred of them missing. NumPy and polars compute in
binary floats without reasons: NumPy over a dense grid of companies and quarters, once laid out and
once with the laying out of the rows by their keys; polars by a join on company and date, which finds
a gap, and by `shift`, which does not.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl

import financials as fin

COMPANIES, QUARTERS = 10_000, 60
PLACES = 6
ROUNDS = 9
ASKED = {
    "gross_margin": "gross_profit / revenue",
    "operating_margin": "operating_income / revenue",
    "net_margin": "net_income / revenue",
    "current_ratio": "total_current_assets / total_current_liabilities",
    "equity_ratio": "stockholders_equity / total_assets",
    "r_and_d": "research_and_development / revenue",
    "revenue_growth": "growth(revenue)",
    "net_income_change": "net_income - year_ago(net_income)",
    "roa": "ttm(net_income) / average(total_assets)",
    "roe": "ttm(net_income) / average(stockholders_equity)",
}
ITEMS = [
    "revenue", "gross_profit", "operating_income", "net_income", "total_current_assets",
    "total_current_liabilities", "stockholders_equity", "total_assets", "research_and_development",
]


def universe() -> pl.DataFrame:
    dice = np.random.default_rng(7)
    starts, ends = [], []
    for at in range(QUARTERS):
        year, month = 2010 + at // 4, at % 4 * 3 + 1
        following = datetime.date(year + (month == 10), (month + 2) % 12 + 1, 1)
        starts.append(datetime.date(year, month, 1))
        ends.append(following - datetime.timedelta(days=1))
    frame = pl.DataFrame({
        "entity": np.repeat(np.arange(COMPANIES), QUARTERS),
        "period_start": pl.Series(starts * COMPANIES),
        "period_end": pl.Series(ends * COMPANIES),
        **{item: dice.integers(1_000_000, 900_000_000_000, COMPANIES * QUARTERS) for item in ITEMS},
    })
    return frame.filter(pl.Series(dice.random(len(frame)) > 0.01))


def numpy_grid(frame: pl.DataFrame) -> dict[str, Any]:
    """The rows laid out by company and quarter, with NaN where there is none."""
    ends = frame["period_end"].to_numpy()
    place = frame["entity"].to_numpy() * QUARTERS + np.searchsorted(np.unique(ends), ends)
    grid = {"place": place}
    for item in ITEMS:
        laid = np.full(COMPANIES * QUARTERS, np.nan)
        laid[place] = frame[item].to_numpy()
        grid[item] = laid.reshape(COMPANIES, QUARTERS)
    return grid


def numpy_ratios(grid: dict[str, Any]) -> list[Any]:
    def ago(laid: Any, quarters: int) -> Any:
        moved = np.full_like(laid, np.nan)
        moved[:, quarters:] = laid[:, :-quarters]
        return moved

    revenue, income = grid["revenue"], grid["net_income"]
    year = sum((ago(income, quarters) for quarters in (1, 2, 3)), income)
    ratios = [
        grid["gross_profit"] / revenue,
        grid["operating_income"] / revenue,
        income / revenue,
        grid["total_current_assets"] / grid["total_current_liabilities"],
        grid["stockholders_equity"] / grid["total_assets"],
        grid["research_and_development"] / revenue,
        revenue / ago(revenue, 4) - 1,
        income - ago(income, 4),
    ]
    for item in ("total_assets", "stockholders_equity"):
        ratios.append(year / ((grid[item] + ago(grid[item], 4)) / 2))
    return [ratio.reshape(-1)[grid["place"]] for ratio in ratios]


def polars_ratios(frame: pl.DataFrame, ago: Callable[[pl.DataFrame, int], pl.DataFrame]) -> Any:
    year_ago = ago(frame, 4)
    before = [ago(frame, quarters) for quarters in (1, 2, 3)]
    floats = frame.with_columns(pl.col(ITEMS).cast(pl.Float64))
    revenue, income = pl.col("revenue"), pl.col("net_income")
    year = income + sum((it["net_income"] for it in before), start=pl.lit(0.0))
    return floats.select(
        pl.col("gross_profit") / revenue,
        pl.col("operating_income") / revenue,
        net_margin=income / revenue,
        current=pl.col("total_current_assets") / pl.col("total_current_liabilities"),
        equity=pl.col("stockholders_equity") / pl.col("total_assets"),
        r_and_d=pl.col("research_and_development") / revenue,
        growth=revenue / year_ago["revenue"] - 1,
        change=income - year_ago["net_income"],
        roa=year / ((pl.col("total_assets") + year_ago["total_assets"]) / 2),
        roe=year / ((pl.col("stockholders_equity") + year_ago["stockholders_equity"]) / 2),
    )


def by_join(frame: pl.DataFrame, quarters: int) -> pl.DataFrame:
    """The rows of so many quarters before, by company and date."""
    keyed = frame.select("entity", pl.col("period_start").dt.offset_by(f"{-3 * quarters}mo"))
    return keyed.join(frame, on=["entity", "period_start"], how="left", maintain_order="left")


def by_shift(frame: pl.DataFrame, quarters: int) -> pl.DataFrame:
    """The rows of so many rows before, whatever they are."""
    return frame.select(pl.col(ITEMS).shift(quarters).over("entity"))


def main() -> None:
    frame = universe()
    asked = [fin.Metric(name, formula) for name, formula in ASKED.items()]
    grid = numpy_grid(frame)
    ways: dict[str, Callable[[], Any]] = {
        "compute": lambda: fin.compute(frame, asked, places=PLACES),
        "numpy, laid out": lambda: numpy_ratios(grid),
        "numpy, from rows": lambda: numpy_ratios(numpy_grid(frame)),
        "polars, by join": lambda: polars_ratios(frame, by_join),
        "polars, by shift": lambda: polars_ratios(frame, by_shift),
    }
    # Of a machine that others use too, the processor's time says more than the clock's.
    clocks = {"clock": time.perf_counter, "processor": time.process_time}
    best = {(name, clock): float("inf") for clock in clocks for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            started = {clock: now() for clock, now in clocks.items()}
            way()
            for clock, now in clocks.items():
                best[name, clock] = min(best[name, clock], now() - started[clock])
    cells = len(frame) * len(asked)
    print(f"{len(frame):,} rows x {len(asked)} ratios, best of {ROUNDS}, nanoseconds a cell")
    for (name, clock), seconds in best.items():
        times = best["compute", clock] / seconds
        print(f"{clock:<9} {name:<16} {seconds * 1e9 / cells:8.1f}   compute takes {times:.2f} times that")
    check(fin.compute(frame, asked, places=PLACES), numpy_ratios(grid))


def check(computed: pl.DataFrame, ratios: list[Any]) -> None:
    """Holds that NumPy's floats are near where both have a number, and where one has none."""
    for name, floats in zip(ASKED, ratios, strict=True):
        exact = computed[name].cast(pl.Float64).to_numpy()
        both = ~np.isnan(exact) & ~np.isnan(floats)
        assert both.sum() > len(exact) / 2, name
        np.testing.assert_allclose(exact[both], floats[both], rtol=1e-9, atol=1e-6)
        assert (np.isnan(exact) >= np.isnan(floats)).all(), name


if __name__ == "__main__":
    main()
