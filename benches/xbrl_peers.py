#!/usr/bin/env python3
"""What other readers make of the same filings: MB/s, the best of some runs.

    xbrl_peers.py RUNS FILE...

It takes what is installed of `lxml`, which makes a tree of any XML, and of `xbrl-facts`, which gives
numbers with the ids of their contexts and units and the bytes where they stand, of instances and
inline documents, and resolves no period, decimals or dimension. `cargo bench --bench xbrl` runs it in
the same run as the crate, where FINANCIALS_BENCH_PYTHON names a Python that has them.
"""
import importlib
import os
import sys
import time


def best(runs, work):
    """Returns the seconds of the fastest of some runs, since others share the machine."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def readers(content):
    """Yields what is installed, with how it reads a document."""
    try:
        etree = importlib.import_module("lxml.etree")
        parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
        yield "lxml, the tree alone", lambda: etree.fromstring(content.lstrip(), parser)
    except ImportError:
        print("left out: lxml is not installed")
    try:
        facts = importlib.import_module("xbrl_facts")
        yield "xbrl-facts, receipts", lambda: facts.receipts_for_bytes(content, "filing", "")
    except ImportError:
        print("left out: xbrl-facts is not installed")


def main():
    runs = int(sys.argv[1])
    for path in sys.argv[2:]:
        with open(path, "rb") as file:
            content = file.read()
        for name, work in readers(content):
            try:
                seconds = best(runs, work)
            except Exception as error:  # whatever a reader says of a document
                print(f"{os.path.basename(path):<50}{name:<24} fails: {str(error)[:60]}")
                continue
            speed = len(content) / seconds / 1e6
            print(f"{os.path.basename(path):<50}{name:<24}{speed:8.1f} MB/s")


if __name__ == "__main__":
    main()
