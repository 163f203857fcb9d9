"""Five questions from every tool: the same digits and reasons, and the page that shows them.

``FINANCIALS_WRITE=1`` writes the page anew.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SNIPPETS = Path(__file__).parent / "every_tool"
DATA = ROOT / "examples/data/every_tool"
PAGE = ROOT / "docs/EVERY_TOOL.md"

TOOLS = {
    "Rust": ("rust", ROOT / "examples/every_tool.rs"),
    "The command line": ("sh", SNIPPETS / "command_line.sh"),
    "Python, with polars": ("python", SNIPPETS / "with_polars.py"),
    "Python, with pandas": ("python", SNIPPETS / "with_pandas.py"),
    "SQL, in DuckDB": ("python", SNIPPETS / "with_duckdb.py"),
    "Spark": ("python", SNIPPETS / "with_spark.py"),
}

QUESTIONS = [
    "What is Palantir's operating margin in the second quarter of 2025?",
    "By how much did its revenue grow in the first, of whose year-ago quarter there is no report?",
    "What did Example earn on its equity over twelve months?",
    "What is Lumen's price over expected earnings that are a loss?",
    'Can an article\'s "$1.03 billion" be right beside a release\'s "$1,003,697 thousand"?',
]


def answers(name: str, tool: Path) -> list[str]:
    language, file = TOOLS[name]
    environment = {**os.environ, "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": os.pathsep.join(sys.path)}
    if language == "rust":
        command = ["cargo", "run", "-q", "--all-features", "--example", file.stem]
    else:
        command = ["sh", str(file)] if language == "sh" else [sys.executable, str(file)]
    where = ROOT if language == "rust" else DATA
    told = subprocess.run(
        command, cwd=where, env=environment, check=True, capture_output=True, text=True
    )
    return told.stdout.split()


@pytest.mark.parametrize("name", TOOLS)
def test_every_tool_gives_the_same_digits_and_reasons(name: str, tool: Path) -> None:
    if name == "Spark" and importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not here")
    assert answers(name, tool) == [
        # 269,317 of 1,003,697; sixty over the mean of 200 and 240.
        "0.268325", "no_report", "0.272727", "non_positive_earnings", "in_conflict",
    ]


def test_the_page_shows_what_ran(tool: Path) -> None:
    found = answers("The command line", tool)
    page = written(found)
    if os.environ.get("FINANCIALS_WRITE"):
        PAGE.write_text(page)
    assert PAGE.read_text() == page


def written(found: list[str]) -> str:
    lines = [
        "# Five questions from every tool",
        "",
        "One core gives every tool the same digits and the same reasons. Each program below prints",
        "these five lines, from the same table and the same claims; a test runs all of them.",
        "",
        "| question | answer |",
        "|---|---|",
        *(f"| {question} | `{answer}` |" for question, answer in zip(QUESTIONS, found, strict=True)),
        "",
        "A reason is no number: there is no report of the first quarter of 2024, so that four rows",
        "before the first quarter of 2025 stands another quarter; and a price over a loss would look",
        "cheap. The article's figure is in conflict with the release's, and nothing here decides which",
        "of them is wrong; beside the filing it would be contradicted.",
        "",
        "`quarters.csv`:",
        "",
        "```text",
        (DATA / "quarters.csv").read_text().rstrip(),
        "```",
        "",
        "`claims.json`:",
        "",
        "```json",
        (DATA / "claims.json").read_text().rstrip(),
        "```",
    ]
    for name, (language, file) in TOOLS.items():
        lines += ["", f"## {name}", "", f"```{language}", file.read_text().rstrip(), "```"]
    return "\n".join(lines) + "\n"
