"""Ten ratios in NumPy's binary floats, for `cargo bench --bench panel`, which runs this.

    python3 panel.py FOLDER COMPANIES

FOLDER has a grid of companies and quarters for each line item, as little-endian doubles, NaN where
nothing is. Prints the nanoseconds a cell of each ratio, as the median of nine runs, on the
processor.
"""

import pathlib
import statistics
import sys
import time

import numpy as np

folder, companies = pathlib.Path(sys.argv[1]), int(sys.argv[2])
grid = {path.stem: np.fromfile(path, "<f8").reshape(companies, -1) for path in folder.glob("*.f64")}
g = type("Grids", (), grid)
nan = np.nan
rows, quarters = g.revenue.shape


def shifted(values, by):
    before = np.full_like(values, nan)
    before[:, by:] = values[:, :-by]
    return before


def ttm(values):
    total = np.full_like(values, nan)
    total[:, 3:] = values[:, 3:] + values[:, 2:-1] + values[:, 1:-2] + values[:, :-3]
    return total


def positive(values):
    return np.where(values > 0, values, nan)


def growth(values):
    base = shifted(values, 4)
    return values / positive(base) - 1


def average(values):
    kept = positive(values)
    return (kept + shifted(kept, 4)) / 2


ratios = {
    "gross_margin": lambda: g.gross_profit / g.revenue,
    "operating_margin": lambda: g.operating_income / g.revenue,
    "net_margin": lambda: g.net_income / g.revenue,
    "cash_margin": lambda: g.operating_cash_flow / g.revenue,
    "current_ratio": lambda: g.total_current_assets / positive(g.total_current_liabilities),
    "debt_to_equity": lambda: g.long_term_debt / positive(g.stockholders_equity),
    "revenue_growth": lambda: growth(g.revenue),
    "return_on_equity": lambda: ttm(g.net_income) / average(g.stockholders_equity),
    "asset_turnover": lambda: ttm(g.revenue) / average(g.total_assets),
    "pe_ttm": lambda: g.share_price / positive(ttm(g.eps_diluted)),
}

with np.errstate(all="ignore"):
    for name, ratio in ratios.items():
        times = []
        for _ in range(9):
            start = time.thread_time_ns()
            ratio()
            times.append(time.thread_time_ns() - start)
        print(name, statistics.median(times) / (rows * quarters))
