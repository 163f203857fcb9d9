"""What tests share: a company's file, the command-line tool, a table of quarters."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PALANTIR = ROOT / "tests/cases/palantir_companyfacts/companyfacts.json"


@pytest.fixture(scope="session")
def tool() -> Path:
    """The command-line tool with Parquet, built where it is not there."""
    named = os.environ.get("FINANCIALS_TOOL")
    if named:
        return Path(named)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    command = ["cargo", "build", "-q", "-p", "financials-cli", "--features", "parquet"]
    subprocess.run(command, cwd=ROOT, check=True)
    return target / "debug/financials"


@pytest.fixture(scope="session")
def palantir() -> Any:
    import financials as fin

    return fin.read_companyfacts(PALANTIR)


def quarter(year: int, number: int) -> tuple[datetime.date, datetime.date]:
    """First and last day of a calendar quarter."""
    following = datetime.date(year + number // 4, number % 4 * 3 + 1, 1)
    return datetime.date(year, number * 3 - 2, 1), following - datetime.timedelta(days=1)


def quarters() -> dict[str, list[Any]]:
    """Two companies of which one lacks a quarter, rows in no order."""
    rows = []
    for entity, base in (("A", 100), ("B", 7)):
        for at in range(9):
            if (entity, at) == ("B", 4):
                continue
            year, number = 2023 + at // 4, at % 4 + 1
            start, end = quarter(year, number)
            income = base * at - 300
            equity = 1000 + base * at
            rows.append((entity, start, end, base * (10 + at), income, income // 2, equity))
    rows.sort(key=lambda row: (row[3] * 7919) % 101)
    names = ["entity", "period_start", "period_end", "revenue", "operating_income", "net_income"]
    names.append("stockholders_equity")
    return {name: [row[at] for row in rows] for at, name in enumerate(names)}
