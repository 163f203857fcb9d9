"""Figures, claims and articles: the verdicts of the command-line tool, with spans in code points."""

from __future__ import annotations

import gzip
import json
import pickle
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import PALANTIR

import financials as fin

TEXT = "Für 2025 – «Palantir» – revenue was $1.004 billion, up 48%. 🙂 About €3.2bn to $65–215 million."
CLAIMS = [
    {"id": "A1", "subject": "PLTR", "metric": "revenue", "period": "2025Q2", "stated": "$1.004 billion"},
    {"id": "A2", "subject": "PLTR", "metric": "revenue", "period": "2025Q2", "stated": "$1.03 billion"},
    {"id": "A3", "subject": "PLTR", "metric": "net_margin", "period": "2025Q2", "stated": "33%"},
]
ARTICLE = (
    "Palantir's revenue rose to $1.03 billion in the second quarter of 2025 – “a record” 🙂. "
    "Revenue was $1.004 billion in the second quarter of 2025."
)


def test_spans_are_code_points() -> None:
    figures = fin.scan(TEXT, why=True)
    assert len(figures) >= 4
    for figure in figures:
        assert TEXT[figure.start : figure.end] == figure.text
        for reason in figure.why:
            assert TEXT[reason["start"] : reason["end"]] == reason["text"]
    revenue = next(it for it in figures if it.text == "$1.004 billion")
    assert (revenue.value, revenue.kind, revenue.currency) == (Decimal(1_004_000_000), "money", "USD")
    assert pickle.loads(pickle.dumps(figures)) == figures


def test_figures_are_the_command_lines(tool: Path, tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, "utf-8")
    told = subprocess.run([tool, "scan", "--json", file], check=True, capture_output=True)
    expected = [json.loads(line) for line in told.stdout.decode().splitlines()]
    bytes_of = TEXT.encode()
    for figure, line in zip(fin.scan(TEXT), expected, strict=True):
        assert bytes_of[line["start"] : line["end"]].decode() == figure.text
        assert (str(figure.value), figure.decimals, figure.bound) == (
            line["value"], line["decimals"], line["bound"],
        )
    columns = fin.scan_all([TEXT, ""]).to_dicts()
    assert [(row["start"], row["end"]) for row in columns] == [
        (line["start"], line["end"]) for line in expected
    ]


def test_verdicts_are_the_command_lines(palantir: Any, tool: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.json"
    file.write_text(json.dumps(CLAIMS))
    filing = f"PLTR={PALANTIR}"
    told = subprocess.run(
        [tool, "tie-out", "--json", "--filing", filing, file], check=True, capture_output=True
    )
    expected = [json.loads(line, parse_float=Decimal) for line in told.stdout.decode().splitlines()]
    tied = fin.tie_out(CLAIMS, filings=[palantir])
    assert [it["verdict"] for it in expected] == ["consistent", "contradicted", "consistent"]
    for ruling, line in zip(tied, expected, strict=True):
        for key, value in ruling.to_dict().items():
            if key in ("stated", "computed"):
                value = [None if end is None else f"{end:f}" for end in value]
            assert value == line[key], key
    assert tied["A2"].verdict == "contradicted"
    assert "filing:PLTR:revenue:2025Q2:GAAP" in tied["A2"].because
    assert pickle.loads(pickle.dumps(tied)) == tied


def test_a_bad_claim_does_not_lose_the_others() -> None:
    bad = [{"id": "B1", "metric": "revenue", "stated": "much"}, {"metric": "revenue"}]
    tied = fin.tie_out([*CLAIMS, *bad])
    assert len(tied) == 3
    assert [error.code for error in tied.refused] == ["stated", "json"]
    assert tied["A1"].verdict == "in_conflict"
    with pytest.raises(KeyError):
        tied["B1"]
    for text in ("5", "much", "[{"):
        with pytest.raises(fin.errors.UsageError) as refused:
            fin.tie_out(text)
        assert refused.value.code == "claims"


def test_claims_are_text_in_an_array_or_one_a_line(palantir: Any) -> None:
    array = json.dumps(CLAIMS, indent=1)
    lines = "\n".join(json.dumps(claim) for claim in CLAIMS)
    expected = fin.tie_out(CLAIMS, filings=[palantir])
    assert fin.tie_out(array, filings=[palantir]) == expected
    assert fin.tie_out(lines, filings=[palantir]) == expected
    cut = fin.tie_out(lines + '\n{"id": ', filings=[palantir])
    assert cut == expected
    assert [error.code for error in cut.refused] == ["json"]
    assert str(cut.refused[0]).startswith("claim number 4: EOF while parsing")


def test_an_article_is_checked_as_on_the_command_line(
    palantir: Any, tool: Path, tmp_path: Path
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, "utf-8")
    told = subprocess.run(
        [tool, "check", "--json", "--subject", "PLTR", "--filing", f"PLTR={PALANTIR}", file],
        check=True, capture_output=True,
    )
    expected = [json.loads(line) for line in told.stdout.decode().splitlines()]
    checked = fin.check(ARTICLE, filings=[palantir], subject="PLTR")
    assert len(checked) == len(expected)
    for finding, line in zip(checked, expected, strict=True):
        assert ARTICLE[finding.start : finding.end] == finding.text == line["text"]
        assert (finding.metric, finding.period, finding.verdict, finding.words) == (
            line["metric"], line["period"], line["verdict"], line["words"],
        )
    assert [it.text for it in checked.contradicted()] == ["$1.03 billion"]
    assert "<iframe" in checked._repr_html_() and checked.html.startswith("<!")
    assert pickle.loads(pickle.dumps(checked)) == checked


@pytest.mark.parametrize("name", ["PLTR.json", "pltr_2025.json", "pltr-2025Q2.json", "PLTR.json.gz"])
def test_a_file_is_called_after_its_company(name: str, tmp_path: Path) -> None:
    content = PALANTIR.read_bytes()
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    history = fin.read_companyfacts(tmp_path / name)
    article = "PLTR's revenue was $1.03 billion in the second quarter of 2025."
    checked = fin.check(article, filings=[history])
    assert [it.verdict for it in checked if it.metric == "revenue"] == ["contradicted"]
    other = {"id": "B1", "subject": "AAPL", "metric": "revenue", "period": "2025Q2", "stated": "$9 billion"}
    tied = fin.tie_out([*CLAIMS, other], filings=[history])
    assert tied["A2"].verdict == "contradicted"


def _company(folder: Path, name: str, entity: str) -> Any:
    facts = json.loads(PALANTIR.read_bytes())
    facts["entityName"] = entity
    (folder / name).write_text(json.dumps(facts), "utf-8")
    return fin.read_companyfacts(folder / name)


def _claims(*subjects: str) -> list[dict[str, str]]:
    return [{**CLAIMS[1], "id": subject, "subject": subject} for subject in subjects]


def test_a_letter_of_a_name_is_no_subject(tmp_path: Path) -> None:
    mobile = _company(tmp_path, "TMUS.json", "T-Mobile US, Inc.")
    tied = fin.tie_out(_claims("T", "TMUS"), filings=[mobile])
    assert tied["TMUS"].verdict == "contradicted"
    assert tied["T"].verdict != "contradicted"
    unnamed = _company(tmp_path, "first.json", "T-Mobile US, Inc.")
    with pytest.raises(fin.errors.UsageError, match="which of T, TMUS T-Mobile US, Inc. is must be"):
        fin.tie_out(_claims("T", "TMUS"), filings=[unnamed])


def test_most_whole_words_of_a_name_are_the_subject(tmp_path: Path) -> None:
    general = _company(tmp_path, "first.json", "General Motors, Company")
    tied = fin.tie_out(_claims("General", "General Motors"), filings=[general])
    assert tied["General Motors"].verdict == "contradicted"
    assert tied["General"].verdict != "contradicted"
    with pytest.raises(fin.errors.UsageError, match="which of Gen, Motors General Motors"):
        fin.tie_out(_claims("Gen", "Motors"), filings=[general])


def test_two_companies_are_not_one_subject(tmp_path: Path) -> None:
    first = _company(tmp_path, "first.json", "Palantir Technologies Inc.")
    second = _company(tmp_path, "second.json", "COCA COLA CO")
    with pytest.raises(fin.errors.UsageError, match="COCA COLA CO is PLTR must be said: {'PLTR'"):
        fin.check(ARTICLE, filings=[first, second], subject="PLTR")
    with pytest.raises(fin.errors.UsageError, match="which of PLTR Palantir .* is must be said"):
        fin.tie_out(CLAIMS, filings=[first, second])
    ticker = _company(tmp_path, "PLTR.json", "Palantir Technologies Inc.")
    alone = fin.check(ARTICLE, filings=[ticker], subject="PLTR")
    assert fin.check(ARTICLE, filings=[second, ticker], subject="PLTR") == alone
    with pytest.raises(fin.errors.UsageError, match="are both taken for 'PLTR'"):
        fin.check(ARTICLE, filings=[ticker, _company(tmp_path, "pltr_2.json", "Other")])


def test_the_catalogue_is_searched() -> None:
    found = fin.metrics.search("cash conversion")
    assert found and all("cash" in f"{it.name} {it.doc} {it.formula}".lower() for it in found)
    assert fin.metrics.find("roe") == "return_on_equity"
    assert fin.metrics.get("EV/EBITDA").name == "ev_to_ebitda"
    assert len(fin.metrics.all()) > 400
    with pytest.raises(fin.errors.UnknownName):
        fin.metrics.find("nothing of the kind")
