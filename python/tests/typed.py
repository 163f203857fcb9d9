"""What the types promise: read by mypy, and by nobody else."""

from __future__ import annotations

from decimal import Decimal

import polars

import financials as fin


def typed(frame: polars.DataFrame, history: fin.History) -> None:
    computed: polars.DataFrame = fin.compute(frame, ["roe", fin.Metric("m", "revenue / 2")])
    value: Decimal = history["2025Q2"].value("roe", price=Decimal(180))
    code: str | None = history["2025Q2"].reason("roe")
    figures: list[fin.Figure] = fin.scan("$5")
    tied: fin.TieOut = fin.tie_out([{"id": "A", "metric": "revenue", "stated": "$5"}], [history])
    named: fin.TieOut = fin.tie_out([], {"PLTR": history}, proofs=True)
    table: fin.Table = history.table(["revenue"], price="180.5", last=8)
    found: list[fin.metrics.Definition] = fin.metrics.search("cash")
    print(computed, value, code, figures, tied, named, table, found)
