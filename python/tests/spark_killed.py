"""A cluster that loses a machine gives the rows that an undisturbed one gives.

Runs `financials.spark.compute` on a local cluster of two executors twice; in the second run one
executor is killed (`kill -9`) after some tasks are done. The rows of both must be the same by their
hash and number, and the same as on one machine without Spark. It fails if no process was killed.

    python python/tests/spark_killed.py

needs a Java runtime and an interpreter with `financials`, `pyspark`, `pyarrow` and `pandas`.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import signal
import sys
import threading
import time
from decimal import Decimal
from typing import Any

os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable

import financials as fin
import financials.spark

COMPANIES = int(os.environ.get("SPARK_COMPANIES", "1500"))
QUARTERS = 40
PARTITIONS = 24
TASKS_BEFORE_THE_KILL = 4
ASKED = ["operating_margin", "revenue_growth", "roe", "rule_of_40"]


def rows() -> list[tuple[Any, ...]]:
    """Companies with gaps, the same at every call."""
    made = []
    for company in range(COMPANIES):
        for at in range(QUARTERS):
            if (company * 31 + at * 17) % 23 == 0:
                continue
            year, month = 2015 + at // 4, at % 4 * 3 + 1
            start = datetime.date(year, month, 1)
            following = datetime.date(year + (month == 10), (month + 2) % 12 + 1, 1)
            end = following - datetime.timedelta(days=1)
            revenue = 1_000_000 + company * 977 + at * at * 131
            income = (company * 7 + at * 13) % 400_000 - 50_000
            free = (company * 3 + at * 29) % 300_000
            equity = 5_000_000 + company * 11 + at * 101
            made.append((company, start, end, revenue, income, income * 3 // 4, equity, free))
    return made


NAMES = ["cik", "period_start", "period_end", "revenue", "operating_income", "net_income",
         "stockholders_equity", "operating_cash_flow"]


def digest(found: list[tuple[Any, ...]]) -> tuple[int, str]:
    """The number of rows, and a hash of all of them in an order of their own."""
    lines = sorted("|".join(text(value) for value in row) for row in found)
    return len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()


def text(value: Any) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def run(session: Any) -> tuple[int, str]:
    """Builds the data frame anew, so that no shuffle file of another run is used."""
    frame = session.createDataFrame(rows(), NAMES)
    computed = fin.spark.compute(frame, ASKED, entity="cik", places=9, partitions=PARTITIONS)
    return digest([tuple(row) for row in computed.collect()])


def executors() -> list[int]:
    """The processes of executors that this one has started."""
    parents, found = {}, []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                parents[int(name)] = int(file.read().rpartition(")")[2].split()[1])
            with open(f"/proc/{name}/cmdline", "rb") as file:
                if b"CoarseGrainedExecutorBackend" in file.read():
                    found.append(int(name))
        except OSError:
            continue

    def is_own(process: int) -> bool:
        while process and process != os.getpid():
            process = parents.get(process, 0)
        return process == os.getpid()

    return [process for process in found if is_own(process)]


def kill_one(session: Any, killed: list[int], over: threading.Event) -> None:
    """Kills an executor once some tasks of the last stage are done and others are not."""
    tracker = session.sparkContext.statusTracker()
    while not over.wait(0.02):
        for stage in tracker.getActiveStageIds():
            info = tracker.getStageInfo(stage)
            if info is None or info.numTasks != PARTITIONS:
                continue
            if TASKS_BEFORE_THE_KILL <= info.numCompletedTasks < PARTITIONS:
                for process in executors()[:1]:
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)
                    print(f"killed {process} after {info.numCompletedTasks} of {PARTITIONS} tasks")
                    return


def main() -> int:
    from pyspark.sql import SparkSession

    started = time.monotonic()
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", str(PARTITIONS))
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(sys.path))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    base = run(session)
    print(f"undisturbed: {base[0]} rows, {base[1]}")
    killed: list[int] = []
    over = threading.Event()
    killer = threading.Thread(target=kill_one, args=(session, killed, over))
    killer.start()
    disturbed = run(session)
    over.set()
    killer.join()
    print(f"with a loss: {disturbed[0]} rows, {disturbed[1]}")
    session.stop()

    import pyarrow

    columns = dict(zip(NAMES, map(list, zip(*rows(), strict=True)), strict=True))
    alone = fin.compute(pyarrow.table(columns), ASKED, places=9, entity="cik")
    single = digest([tuple(row.values()) for row in alone.to_pylist()])
    print(f"one machine: {single[0]} rows, {single[1]}")
    print(f"{time.monotonic() - started:.0f} seconds")
    if not killed:
        print("no process was killed: nothing was shown")
        return 1
    return 0 if base == disturbed == single else 1


if __name__ == "__main__":
    sys.exit(main())
