#!/usr/bin/env python3
"""Checks the certificates of a tie-out by exact arithmetic, sharing no code with the crate.

usage: certificate.py [ROWS.jsonl]...      (standard input without a file)

Each row that has a `certificate` is checked: that every step leaves of its figure no less than its
statement or formula does, given the steps before, and that the last step leaves nothing. Prints how
many were checked, and exits with 1 where one does not hold.
"""
import json
import sys
from fractions import Fraction

# An end is (value, closed); None is unbounded. A range is (low, high).
EVERYTHING = (None, None)


class Wrong(Exception):
    """A certificate that does not prove what it says."""


def end(text):
    return None if text is None else (Fraction(text[0]), bool(text[1]))


def of(data):
    return end(data["low"]), end(data["high"])


def point(value):
    return (Fraction(value), True), (Fraction(value), True)


def is_empty(range_):
    low, high = range_
    if low is None or high is None:
        return False
    return low[0] > high[0] or low[0] == high[0] and not (low[1] and high[1])


def meet(a, b):
    def inner(x, y, sign):
        if x is None or y is None:
            return y if x is None else x
        if x[0] == y[0]:
            return x[0], x[1] and y[1]
        return x if (x[0] - y[0]) * sign > 0 else y
    return inner(a[0], b[0], 1), inner(a[1], b[1], -1)


def hull(a, b):
    if a is None or b is None:
        return b if a is None else a

    def outer(x, y, sign):
        if x is None or y is None:
            return None
        if x[0] == y[0]:
            return x[0], x[1] or y[1]
        return x if (x[0] - y[0]) * sign < 0 else y
    return outer(a[0], b[0], 1), outer(a[1], b[1], -1)


def encloses(outer, inner):
    low = outer[0] is None or inner[0] is not None and (
        inner[0][0] > outer[0][0] or inner[0][0] == outer[0][0] and (outer[0][1] or not inner[0][1]))
    high = outer[1] is None or inner[1] is not None and (
        inner[1][0] < outer[1][0] or inner[1][0] == outer[1][0] and (outer[1][1] or not inner[1][1]))
    return low and high


def plus(a, b):
    both = lambda x, y: None if x is None or y is None else (x[0] + y[0], x[1] and y[1])
    return both(a[0], b[0]), both(a[1], b[1])


def minus(a):
    turned = lambda x: None if x is None else (-x[0], x[1])
    return turned(a[1]), turned(a[0])


def ends_product(x, y, sign_x, sign_y):
    """The product of two ends, of which None stands for infinity with the sign of its side."""
    for one, other in ((x, y), (y, x)):
        if one is not None and one[0] == 0:
            # Zero times anything is zero; it is reached where zero is.
            return 0, Fraction(0), one[1] or other is not None and other[0] == 0 and other[1]
    if x is None or y is None:
        sign = (sign_x if x is None else (x[0] > 0) - (x[0] < 0)) * (
            sign_y if y is None else (y[0] > 0) - (y[0] < 0))
        return sign, None, False
    return 0, x[0] * y[0], x[1] and y[1]


def times(a, b):
    found = [ends_product(x, y, sx, sy) for x, sx in ((a[0], -1), (a[1], 1))
             for y, sy in ((b[0], -1), (b[1], 1))]
    low = high = None
    if all(infinite >= 0 for infinite, _, _ in found):
        finite = [(v, c) for infinite, v, c in found if infinite == 0]
        value = min(v for v, _ in finite)
        low = value, any(c for v, c in finite if v == value)
    if all(infinite <= 0 for infinite, _, _ in found):
        finite = [(v, c) for infinite, v, c in found if infinite == 0]
        value = max(v for v, _ in finite)
        high = value, any(c for v, c in finite if v == value)
    return low, high


def has(range_, value):
    return not is_empty(meet(range_, point(value)))


def inverse(b):
    """One over a range on one side of zero, which it does not hold."""
    low, high = b
    turned = lambda x: (Fraction(0), False) if x is None else None if x[0] == 0 else (1 / x[0], x[1])
    return turned(high), turned(low)


def quotient(z, y, within):
    """What x can be where x y = z and x lies within a range."""
    if has(y, 0) and has(z, 0):
        return within
    found = None
    for side in ((None, (Fraction(0), False)), ((Fraction(0), False), None)):
        part = meet(y, side)
        if not is_empty(part):
            piece = meet(times(z, inverse(part)), within)
            found = found if is_empty(piece) else hull(found, piece)
    return ((Fraction(0), False), (Fraction(0), False)) if found is None else found


def size(x):
    if x[0] is not None and x[0][0] >= 0:
        return x
    if x[1] is not None and x[1][0] <= 0:
        return minus(x)
    high = hull(x, minus(x))[1]
    return (Fraction(0), True), high


def power(x, degree):
    out = x
    for _ in range(degree - 1):
        out = times(out, x)
    return out


def least(x, y):
    low = hull(x, y)[0]
    return low, minus(meet((minus(x)[0], None), (minus(y)[0], None)))[1]


def implied(formula, figure, cells):
    """The ranges that a formula leaves of one of its figures, one for each place it has there."""
    rule, figures = formula["rule"], formula["figures"]
    z, x = figures[0], figures[1]
    y = figures[2] if len(figures) > 2 else None
    c = lambda place: cells[place]
    for at, place in enumerate(figures):
        if place != figure:
            continue
        if rule == "sum":
            yield [lambda: plus(c(x), c(y)), lambda: plus(c(z), minus(c(y))),
                   lambda: plus(c(z), minus(c(x)))][at]()
        elif rule == "product":
            yield [lambda: times(c(x), c(y)), lambda: quotient(c(z), c(y), c(x)),
                   lambda: quotient(c(z), c(x), c(y))][at]()
        elif rule == "equal":
            yield c(x) if at == 0 else c(z)
        elif rule == "no_more":
            yield (None, c(x)[1]) if at == 0 else (c(z)[0], None)
        elif rule == "magnitude":
            yield size(c(x)) if at == 0 else hull(c(z), minus(c(z)))
        elif rule == "smaller":
            yield least(c(x), c(y)) if at == 0 else (c(z)[0], None)
        elif rule == "larger":
            yield minus(least(minus(c(x)), minus(c(y)))) if at == 0 else (None, c(z)[1])
        elif rule == "sign" and at == 0:
            some = not is_empty(meet(c(x), ((Fraction(0), False), None)))
            every = encloses(((Fraction(0), False), None), c(x))
            yield point(1) if every else hull(point(0), point(1)) if some else point(0)
        elif rule == "power" and at == 0:
            yield power(c(x), formula["degree"])


def check_root(formula, cells, claimed):
    """Of x with x^degree = z: holds where no x outside what is claimed has its power within z."""
    z, x, degree = cells[formula["figures"][0]], cells[formula["figures"][1]], formula["degree"]
    for side in (0, 1):
        bound, old = claimed[side], x[side]
        if bound is None or bound == old:
            continue
        beyond = (None, (bound[0], not bound[1])) if side == 0 else ((bound[0], not bound[1]), None)
        outside = meet(meet(beyond, x), ((Fraction(0), True), None))
        if not is_empty(outside) and not is_empty(meet(power(outside, degree), z)):
            return False
    return True


def check(certificate):
    cells = {figure["place"]: of(figure["start"]) for figure in certificate["figures"]}
    statements = certificate["statements"]
    for number, step in enumerate(certificate["steps"]):
        figure, last = step["figure"], step["range"] is None
        claimed = None if last else of(step["range"])
        if last != (number == len(certificate["steps"]) - 1):
            raise Wrong(f"step {number} leaves nothing, and is not the last")
        if "statement" in step:
            said = statements[step["statement"]]
            if said["figure"] != figure:
                raise Wrong(f"step {number} is of another figure than its statement")
            left = meet(cells[figure], of(said["range"]))
            unequal = said["rounded"] and any(
                other["figure"] == figure and other["rounded"]
                and other["rounded"][1] == said["rounded"][1]
                and Fraction(other["rounded"][0]) != Fraction(said["rounded"][0]) for other in statements)
            if last and unequal:
                return
        else:
            formula = certificate["formulas"][step["formula"]]
            if formula["rule"] == "power" and figure == formula["figures"][1] and not last:
                if not check_root(formula, cells, claimed):
                    raise Wrong(f"step {number} narrows by more than the root")
                cells[figure] = claimed
                continue
            left = cells[figure]
            for range_ in implied(formula, figure, cells):
                left = meet(left, range_)
        if last and not is_empty(left):
            raise Wrong("the last step leaves something")
        if not last and not is_empty(left) and not encloses(claimed, left):
            raise Wrong(f"step {number} narrows by more than its reason")
        cells[figure] = claimed
    if not certificate["steps"] or certificate["steps"][-1]["range"] is not None:
        raise Wrong("no step leaves nothing")


def main():
    files = [open(name) for name in sys.argv[1:]] or [sys.stdin]
    checked, wrong = 0, 0
    for row in (json.loads(line) for file in files for line in file if line.strip()):
        if row.get("certificate"):
            checked += 1
            try:
                check(row["certificate"])
            except Wrong as reason:
                wrong += 1
                print(f"{row['id']}: {reason}")
    print(f"certificates: {checked} checked, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
