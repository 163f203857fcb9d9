"""Small tables for notebooks: text in cells, and nothing else."""

from __future__ import annotations

import html
from collections.abc import Iterable


def table(heads: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """A table whose cells are text."""

    def cells(kind: str, values: Iterable[object]) -> str:
        return "".join(f"<{kind}>{html.escape(_text(value))}</{kind}>" for value in values)

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f"<table><thead><tr>{cells('th', heads)}</tr></thead><tbody>{body}</tbody></table>"


def framed(page: str) -> str:
    """A whole page inside a notebook, apart from its styles."""
    source = html.escape(page, quote=True)
    return f'<iframe sandbox srcdoc="{source}" style="width:100%;height:36em;border:0"></iframe>'


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(it) for it in value)
    return str(value)
