"""Metrics of a data frame of Spark: the same code on one machine and on a cluster.

A partition holds whole companies and is computed by itself, from nothing but its rows: a machine that
is lost is made up for by computing its partitions again, to the same digits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from . import frames
from .errors import UsageError
from .frames import Asked
from .metrics import Metric

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

_KEYS = ("period_start", "period_end", "period_kind")


def compute(
    df: DataFrame,
    metrics: Iterable[Asked],
    *,
    entity: str = "entity",
    places: int = 12,
    currency: str = "USD",
    whole_floats: bool = False,
    bounds: bool = False,
    errors: str = "raise",
    partitions: int | None = None,
) -> DataFrame:
    """Compute metrics in every row, as ``financials.compute`` does.

    Companies are hashed into ``partitions``, by default as many as Spark shuffles into. The columns
    that come back are those that say whose row it is, and for each metric ``DecimalType(38, places)``
    and the code of the reason, and its bounds with ``bounds=True``. What is wrong with the rows is
    raised in the task that meets it, or stands in a column ``error`` with ``errors="row"``.
    """
    from pyspark.sql.types import DecimalType, StringType, StructField, StructType

    asked = frames.listed(metrics)
    names = [it.name if isinstance(it, Metric) else it for it in asked]
    for it in asked:
        if isinstance(it, str):
            _hold(it)
    known = {field.name: field for field in df.schema.fields}
    if entity not in known:
        raise UsageError(f"there is no column {entity!r} in {list(known)}", code="no_column")
    keys = [known[name] for name in (entity, *_KEYS) if name in known]
    fields = list(keys)
    for name in names:
        fields.append(StructField(name, DecimalType(38, places)))
        fields.append(StructField(f"{name}_reason", StringType()))
        for end in ("low", "high") if bounds else ():
            fields.append(StructField(f"{name}_{end}", DecimalType(38, places)))
    if errors not in ("raise", "row"):
        raise UsageError(f"errors is {errors!r}, and must be raise or row", code="errors")
    if errors == "row":
        fields.append(StructField("error", StringType()))
    options: dict[str, Any] = {"places": places, "currency": currency, "entity": entity}
    options |= {"whole_floats": whole_floats, "bounds": bounds, "errors": errors}
    count = [partitions] if partitions is not None else []
    hashed = df.repartition(*count, entity)
    return hashed.mapInArrow(_of_partition(asked, options), StructType(fields))


def _hold(name: str) -> None:
    from . import _native

    _native.find(name)


def _of_partition(
    asked: list[Asked], options: dict[str, Any]
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    def computed(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow as arrow
        import pyarrow.compute

        gathered = list(batches)
        if not gathered:
            return
        table = frames.compute(arrow.Table.from_batches(gathered), asked, **options)
        plain = [
            arrow.compute.cast(column, arrow.string())
            if arrow.types.is_dictionary(column.type)
            else column
            for column in table.columns
        ]
        yield from arrow.Table.from_arrays(plain, names=table.column_names).to_batches()

    return computed


__all__ = ["compute"]
