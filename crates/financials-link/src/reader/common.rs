//! The names of the parts of a report, which are no segments.

/// Words in the names of parts of a report, which are no segments.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "consolidated", "gaap", "non", "summary", "statement", "statements", "results", "highlights",
    "selected", "financial", "data", "of", "operations", "and", "balance", "sheet", "sheets",
    "cash", "flow", "flows", "income", "key", "metrics", "other", "unaudited", "company", "per",
    "share", "assets", "liabilities", "equity", "operating", "investing", "financing",
    "activities", "the", "measures", "information", "items", "condensed", "outlook", "guidance",
    "targets", "forecast", "reconciliation", "business", "in", "for", "total", "earnings",
    "position", "structure", "liquidity", "capital", "allocation", "debt", "profitability",
    "cost", "costs", "margin", "margins", "growth", "update", "updates", "commentary", "current",
    "highlight", "overview", "insights", "review", "returns", "shareholder", "segment",
    "performance", "adjusted", "reported", "basis", "quarter", "year", "ended", "months", "three",
    "six", "nine", "twelve", "first", "second", "third", "fourth", "full",
];

/// Whether a name is that of a part of a report and of no segment.
pub(super) fn is_common(words: &str) -> bool {
    words.split(' ').all(|word| COMMON.contains(&word))
}
