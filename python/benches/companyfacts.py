"""What reading SEC companyfacts costs: the processor's time over every file of some folders.

    python python/benches/companyfacts.py FOLDER...

Each file is read from its bytes with its history, and then ten metrics of every quarter are computed
as a table. Prints the seconds of a processor for each gigabyte of JSON, as the best of three runs,
and what the 18 GB of the SEC's archive of all companies would take.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import financials as fin

ROUNDS = 3
ARCHIVE_GB = 18
ASKED = [
    "revenue", "revenue_growth", "gross_margin", "operating_margin", "net_margin",
    "free_cash_flow_margin", "return_on_equity", "current_ratio", "debt_to_equity", "eps_diluted",
]


def main() -> int:
    paths = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.json"))]
    contents = [path.read_bytes() for path in paths]
    best = {"reading": float("inf"), "metrics": float("inf")}
    for _ in range(ROUNDS):
        spent, length, histories = dict.fromkeys(best, 0.0), 0, 0
        for content in contents:
            started = time.process_time()
            try:
                history = fin.read_companyfacts(content)
            except fin.errors.ReadError:
                continue
            read = time.process_time()
            history.table(ASKED).to_pyarrow()
            spent["metrics"] += time.process_time() - read
            spent["reading"] += read - started
            length, histories = length + len(content), histories + 1
        best = {name: min(best[name], seconds) for name, seconds in spent.items()}
    print(f"{histories} of {len(paths)} files, {length / 1e6:.1f} MB, best of {ROUNDS}")
    for name, seconds in best.items():
        print(f"{name}: {seconds * 1e9 / length:.1f} seconds of a processor a gigabyte")
    minutes = sum(best.values()) * 1e9 / length * ARCHIVE_GB / 60
    print(f"{ARCHIVE_GB} GB: {minutes:.1f} minutes")
    return 0 if histories else 1


if __name__ == "__main__":
    sys.exit(main())
