"""Writes the table of currencies, `src/currency/table.rs`, from ISO 4217's own list.

    python3 tests/currencies.py list-one.xml > src/currency/table.rs

The list is "List one: current currency and funds code list" of the maintenance agency of ISO 4217
(SIX), an XML file whose `Pblshd` says of when it is. Codes, names and minor units are facts, and are
taken as they stand; a currency that several countries have is listed once.
"""

import sys
import xml.etree.ElementTree as ElementTree

# Codes of list three that reports of the last years still carry, with the name and minor unit that
# they had.
WITHDRAWN = {
    "BGN": ("Bulgarian Lev", 2),
    "CUC": ("Peso Convertible", 2),
    "HRK": ("Kuna", 2),
    "SLL": ("Leone", 2),
    "ZWL": ("Zimbabwe Dollar", 2),
}


def main():
    root = ElementTree.parse(sys.argv[1]).getroot()
    rows = dict(WITHDRAWN)
    for entry in root.iter("CcyNtry"):
        code, name = entry.findtext("Ccy"), entry.findtext("CcyNm")
        if code is None:  # A territory without a currency, such as Antarctica.
            continue
        places = entry.findtext("CcyMnrUnts")
        rows[code] = (name, None if places == "N.A." else int(places))
    print("//! The currencies of ISO 4217, sorted by code: written by `tests/currencies.py`, not by hand.")
    print("//!")
    print(f"//! From list one of the standard's maintenance agency, published {root.get('Pblshd')}, and five")
    print("//! codes of list three (withdrawn) that reports of the last years still carry.")
    print()
    print("/// A code, its English name, and how many decimals its minor unit has, if it has one.")
    print("pub(super) type Row = (&'static str, &'static str, Option<u8>);")
    print()
    print("/// The rows, sorted by code.")
    print(f"pub(super) const ROWS: [Row; {len(rows)}] = [")
    for code, (name, places) in sorted(rows.items()):
        places = "None" if places is None else f"Some({places})"
        row = f'    ("{code}", "{name}", {places}),'
        if len(row) > 100:
            row = f'    (\n        "{code}",\n        "{name}",\n        {places},\n    ),'
        print(row)
    print("];")


main()
