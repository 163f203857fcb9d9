"""Figures of texts, claims and articles, and whether they can be right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from . import _native, pages
from .errors import FinancialsError, UsageError
from .filings import History
from .frames import Table


class Row:
    """What is said of a figure or a claim: each part of it is an attribute."""

    def __init__(self, parts: Mapping[str, Any]) -> None:
        self._parts = dict(parts)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._parts[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Any:
        return self._parts[name]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._parts == getattr(other, "_parts", None)

    def __hash__(self) -> int:
        return hash(repr(self._parts))

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._parts]

    def __repr__(self) -> str:
        parts = ", ".join(f"{key}={value!r}" for key, value in self._parts.items() if value)
        return f"{type(self).__name__}({parts})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._parts,)

    def to_dict(self) -> dict[str, Any]:
        """As a dict."""
        return dict(self._parts)


class Figure(Row):
    """A figure of a text: ``text[start:end]`` is what states it."""


class Ruling(Row):
    """What is said of a claim: ``verdict``, ``because``, ``computed``, ``words``."""

    def __str__(self) -> str:
        return str(self._parts.get("words", ""))


class Finding(Row):
    """What is said of a figure of an article: what it is about, and whether it can be right."""

    def __str__(self) -> str:
        return str(self._parts.get("words") or "")


def scan(text: str, *, why: bool = False) -> list[Figure]:
    """The figures of a text, with spans in code points, values as decimals, and their bounds."""
    return [Figure(_figure(json.loads(row))) for row in _native.scan(text, why)]


def scan_all(texts: Iterable[str]) -> Table:
    """The figures of many texts as a table; here spans are bytes of UTF-8."""
    if isinstance(texts, str):
        raise UsageError("texts is one text, and must be a list of them: scan reads one", code="texts")
    return Table(_native.figures(list(texts)))


def _figure(row: dict[str, Any]) -> dict[str, Any]:
    for key in ("value", "high"):
        row[key] = None if row[key] is None else Decimal(row[key])
    return row


def _ends(row: dict[str, Any]) -> dict[str, Any]:
    for key in ("stated", "computed"):
        ends = row.get(key)
        if ends is not None:
            row[key] = tuple(None if end is None else Decimal(end) for end in ends)
    return row


class TieOut(Sequence[Ruling]):
    """What is said of each claim, in their order; ``refused`` has those that could not be read."""

    def __init__(
        self, rulings: Iterable[Ruling], refused: Iterable[FinancialsError], is_capped: bool
    ) -> None:
        self.rulings = list(rulings)
        self.refused = list(refused)
        self.is_capped = is_capped

    def __getitem__(self, which: Any) -> Any:
        if isinstance(which, str):
            for ruling in self.rulings:
                if ruling["id"] == which:
                    return ruling
            raise KeyError(which)
        return self.rulings[which]

    def __len__(self) -> int:
        return len(self.rulings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TieOut) and self.rulings == other.rulings

    def __hash__(self) -> int:
        return hash(tuple(self.rulings))

    def __repr__(self) -> str:
        return "\n".join(f"{ruling['id']} {ruling}" for ruling in self.rulings)

    def _repr_html_(self) -> str:
        rows = ([it["id"], it["verdict"], it["because"], it["words"]] for it in self.rulings)
        return pages.table(["claim", "verdict", "because", "in words"], rows)


Filings = Mapping[str, History] | Iterable[History]


def tie_out(
    claims: Iterable[Mapping[str, Any]] | str, filings: Filings = (), *, proofs: bool = False
) -> TieOut:
    """Whether claims can all be right, with one another and with what was filed.

    ``claims`` are mappings, or JSON as text: an array, or one object a line. A claim has ``id``,
    ``metric`` and ``stated``, and may have ``subject``, ``period``, ``basis``, ``document``,
    ``printed_name``, ``qualifier`` and ``rounding``. ``filings`` are histories by subject; without
    names, one is of the claims' only subject; else each is of the subject that is its file's or
    company's name, or the first whole words of the company's. What fits none or two is refused.
    """
    given = claims if isinstance(claims, str) else _written(claims)
    rows, is_capped, refused = _native.tie_out(given, _named(filings, _subjects(given)), proofs)
    rulings = (Ruling(_ends(json.loads(row, parse_float=Decimal))) for row in rows)
    return TieOut(rulings, (UsageError(text, code=code) for code, text in refused), is_capped)


def _written(claims: Iterable[Mapping[str, Any]]) -> str:
    listed = list(claims)
    for claim in listed:
        if not isinstance(claim, Mapping):
            text = f"a claim is {claim!r}, and must be a mapping with id, metric and stated"
            raise UsageError(text, code="claims")
    try:
        return json.dumps([dict(it) for it in listed])
    except TypeError as error:
        raise UsageError(f"a claim has what is no JSON: {error}", code="claims") from error


def _subjects(given: str) -> list[str]:
    """The subjects of claims; what is no claim is refused where it is read."""
    claims: list[Any] = []
    rest = given.strip()
    while rest:
        try:
            claim, end = json.JSONDecoder().raw_decode(rest)
        except ValueError:
            break
        claims += claim if isinstance(claim, list) else [claim]
        rest = rest[end:].lstrip()
    return sorted({str(it.get("subject", "")) for it in claims if isinstance(it, dict)})


def _named(filings: Filings, subjects: Sequence[str]) -> list[tuple[str, _native.History]]:
    if isinstance(filings, Mapping):
        return [(name, _held(history)._native) for name, history in filings.items()]
    given = [_held(it) for it in filings]
    if len(given) == 1 and len(subjects) <= 1:
        return [(subjects[0] if subjects else "", given[0]._native)]
    if not subjects:
        return _apart([(_stem(it), it) for it in given])
    return _apart([(_subject(it, subjects), it) for it in given])


def _apart(named: list[tuple[str, History]]) -> list[tuple[str, _native.History]]:
    """Histories by subject, of which each has one: two companies must not become one."""
    seen: dict[str, History] = {}
    for name, history in named:
        other = seen.setdefault(name.lower(), history)
        if other is not history:
            text = (
                f"{other.entity} and {history.entity} are both taken for {name!r}:"
                f" which history is whose must be said: {{subject: history}}"
            )
            raise UsageError(text, code="subject")
    return [(name, history._native) for name, history in named]


def _held(history: Any) -> History:
    if isinstance(history, History):
        return history
    text = f"a filing is {history!r}, and must be a History, as read_companyfacts gives it"
    raise UsageError(text, code="filings")


def _stem(history: History) -> str:
    return history._native.names[-1].upper()


def _words(name: str) -> list[str]:
    return [word.strip(",.()") for word in name.split()]


def _likeness(history: History, subject: str) -> int:
    """How well a subject names a company: 0 is not at all; its ticker or whole name best of all."""
    said, entity = subject.lower(), history.entity.lower()
    if said and said in {entity, *(name.lower() for name in history._native.names)}:
        return len(entity) + 1
    words = _words(said)
    is_begun = bool(words) and _words(entity)[: len(words)] == words
    return len(words) if is_begun and sum(map(str.isalpha, words[0])) >= 3 else 0


def _subject(history: History, subjects: Sequence[str]) -> str:
    likeness = {subject: _likeness(history, subject) for subject in subjects}
    best = max(likeness.values())
    found = [subject for subject, it in likeness.items() if it == best]
    if best and len(found) == 1:
        return found[0]
    among = ", ".join(subject or "no subject" for subject in subjects)
    text = f"which of {among} {history.entity} is must be said: {{subject: history}}"
    raise UsageError(text, code="subject")


def _about(filings: Filings, subject: str | None) -> list[tuple[str, _native.History]]:
    """The histories of an article: one is its subject's, several are so by name alone."""
    if isinstance(filings, Mapping):
        return [(name, _held(history)._native) for name, history in filings.items()]
    given = [_held(it) for it in filings]
    if subject is None or len(given) <= 1:
        return _apart([(subject or _stem(it), it) for it in given])
    named = [(subject if _likeness(it, subject) else _stem(it), it) for it in given]
    if all(name != subject for name, _ in named):
        among = ", ".join(it.entity for it in given)
        text = f"which of {among} is {subject} must be said: {{{subject!r}: history}}"
        raise UsageError(text, code="subject")
    return _apart(named)


class Checked(Sequence[Finding]):
    """An article that was checked: its figures in reading order, and it as a page."""

    def __init__(self, text: str, findings: Iterable[Finding], html: str) -> None:
        self.text = text
        self.findings = list(findings)
        self.html = html
        """The article as one page that works from disk: each figure with its finding."""

    def __getitem__(self, which: Any) -> Any:
        return self.findings[which]

    def __len__(self) -> int:
        return len(self.findings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Checked) and self.findings == other.findings

    def __hash__(self) -> int:
        return hash(tuple(self.findings))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def contradicted(self) -> list[Finding]:
        """The figures that cannot be right."""
        return [it for it in self.findings if it["verdict"] == "contradicted"]

    def __repr__(self) -> str:
        return "\n".join(str(it) for it in self.findings if it["words"])

    def _repr_html_(self) -> str:
        return pages.framed(self.html)


def check(
    article: str,
    filings: Filings = (),
    *,
    subject: str | None = None,
    period: str | None = None,
    title: str = "Article",
) -> Checked:
    """Each figure of an article: what it is about, and whether it can be right.

    ``subject`` is the ticker of the company that it is about where it names no other, ``period``
    the period (``2025Q2``). ``filings`` are histories by ticker; one without a name is of the
    subject, else of the first word of its file's name: ``PLTR`` of ``PLTR_2025.json``. Of several,
    only that whose file or company is called so is the subject's, and one must be.
    """
    named = _about(filings, subject)
    rows, page = _native.check(article, named, subject, period, title)
    findings = (Finding(_ends(json.loads(row, parse_float=Decimal))) for row in rows)
    return Checked(article, findings, page)
