from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

class History:
    name: str
    names: list[str]
    entity: str
    cik: int | None
    vintage: str
    periods: list[str]
    @classmethod
    def of_bytes(cls, name: str, bytes: bytes, vintage: str) -> History: ...
    def find(self, text: str) -> str | None: ...
    def value(
        self, period: str, window: str, metric: object, price: object | None
    ) -> tuple[Decimal, str, str | None]: ...
    def explain(
        self, period: str, window: str, metric: object, price: object | None
    ) -> tuple[str, str]: ...
    def table(
        self,
        metrics: list[Any],
        price: object | None,
        periods: str,
        last: int | None,
        places: int,
    ) -> Any: ...
    def facts(self) -> Any: ...

class Companies(Iterator[History]):
    errors: list[tuple[str, str, str]]
    def __init__(
        self, paths: Sequence[str], vintage: str, progress: Callable[[int, int, int], object] | None
    ) -> None: ...
    def __next__(self) -> History: ...

def all_metrics() -> list[str]: ...
def find(name: str) -> str: ...
def hold_formula(formula: str) -> str: ...
def compute(
    table: Any,
    metrics: list[Any],
    places: int,
    entity: str,
    whole_floats: bool,
    currency: str,
    bounds: bool,
    keys: bool,
    on_errors: str,
) -> Any: ...
def read_columns(names: list[str], entity: str) -> list[str]: ...
def figures(texts: list[str]) -> Any: ...
def scan(text: str, why: bool = ...) -> list[str]: ...
def tie_out(
    json: str, filings: list[tuple[str, History]], proofs: bool
) -> tuple[list[str], bool, list[tuple[str, str]]]: ...
def check(
    text: str,
    filings: list[tuple[str, History]],
    subject: str | None,
    period: str | None,
    title: str,
) -> tuple[list[str], str]: ...
