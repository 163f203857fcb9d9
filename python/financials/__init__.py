"""Company figures you can check.

>>> import financials as fin
>>> [str(figure.value) for figure in fin.scan("Revenue was $1.004 billion, up 48%.")]
['1004000000', '0.48']

``read_companyfacts`` gives histories from SEC files, ``compute`` metrics of data frames, ``scan``
the figures of texts, ``tie_out`` and ``check`` whether they can be right, ``metrics`` the catalogue,
and ``register`` all of it to SQL in DuckDB. What has no value has a reason, with a stable code.
"""

from . import errors, metrics
from .claims import Checked, Figure, Finding, Ruling, TieOut, check, scan, scan_all, tie_out
from .errors import FinancialsError, Undefined
from .filings import Companies, History, View, read_companyfacts
from .frames import Table, compute
from .metrics import Metric
from .sql import register
from .values import Explanation, Value

__version__ = "0.1.0"

__all__ = [
    "Checked",
    "Companies",
    "Explanation",
    "Figure",
    "FinancialsError",
    "Finding",
    "History",
    "Metric",
    "Ruling",
    "Table",
    "TieOut",
    "Undefined",
    "Value",
    "View",
    "check",
    "compute",
    "errors",
    "metrics",
    "read_companyfacts",
    "register",
    "scan",
    "scan_all",
    "tie_out",
]
