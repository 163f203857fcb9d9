//! What the catalogue says of a measure that a text names.

use financials::{
    Item, Metric,
    item::Nature,
    metric::{Dimension, Kind},
};

/// What a measure counts, as far as the figures beside it go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Money,
    PerShare,
    Ratio,
    Multiple,
    Other,
}

/// Returns what a measure counts. One that the catalogue does not have is an amount of money.
pub(crate) fn unit(measure: &str) -> Unit {
    let kind = match (measure.parse::<Item>(), measure.parse::<Metric>()) {
        (Ok(item), _) => Kind::of(item.nature()),
        (_, Ok(metric)) => metric.kind(),
        _ => return if measure == "price_target" { Unit::PerShare } else { Unit::Money },
    };
    match kind {
        Kind::Flow | Kind::Money => Unit::Money,
        Kind::PerShare | Kind::PerShareFlow => Unit::PerShare,
        Kind::Ratio => Unit::Ratio,
        Kind::Multiple => Unit::Multiple,
        _ => Unit::Other,
    }
}

/// Whether a measure is of a day: a balance, or a metric of balances alone.
pub(crate) fn is_of_a_day(measure: &str) -> bool {
    if let Ok(item) = measure.parse::<Item>() {
        return matches!(
            item.nature(),
            Nature::Balance | Nature::Shares | Nature::Count | Nature::Rate
        );
    }
    let Ok(metric) = measure.parse::<Metric>() else { return false };
    let names =
        metric.formula_text().split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let mut parts = names
        .filter(|name| name.parse::<Item>().is_ok() || name.parse::<Metric>().is_ok())
        .peekable();
    parts.peek().is_some() && parts.all(|part| part != measure && is_of_a_day(part))
}

/// Whether a measure is what the market pays or is expected to pay, which has a day or no period.
pub(crate) fn is_of_the_market(measure: &str) -> bool {
    matches!(measure, "share_price" | "price_target" | "market_cap" | "forward_pe_fy1")
}

/// Whether companies print a measure by segment: an amount or a margin of operations.
pub(crate) fn has_segments(measure: &str) -> bool {
    const PRINTED: &[&str] = &[
        "revenue",
        "operating_income",
        "gross_margin",
        "operating_margin",
        "gross_profit",
        "net_income",
        "ebitda",
        "income_before_tax",
        "pretax_margin",
        "ebitda_margin",
    ];
    PRINTED.contains(&measure)
}

/// The margin whose numerator a measure is: `$91.7 million, a margin of 9%`.
pub(crate) fn margin_of(measure: &str) -> Option<&'static str> {
    let own = Metric::all().find(|metric| metric.name() == measure);
    if let Some(metric) = own
        .filter(|metric| metric.dimension() == Dimension::PURE && metric.name().ends_with("margin"))
    {
        return Some(metric.name());
    }
    Metric::all()
        .filter(|metric| metric.name().ends_with("_margin"))
        .find(|metric| metric.formula_text() == format!("{measure} / revenue"))
        .map(Metric::name)
}

/// Whether a measure is what a share earns a part of.
pub(crate) fn is_earned(measure: &str) -> bool {
    measure.starts_with("net_income")
        || measure.starts_with("income_")
        || measure.starts_with("eps")
}

/// The amount for one share of a measure: of `free_cash_flow` it is `free_cash_flow_per_share`.
pub(crate) fn per_share_of(measure: &str) -> Option<&'static str> {
    let short = if measure == "funds_from_operations" { "ffo" } else { measure };
    let own = format!("{short}_per_share");
    Metric::all().find(|metric| metric.name() == own).map(Metric::name)
}

/// Measures that the accounting rules do not know, and that are adjusted only where it is said.
pub(crate) const UNDEFINED: &[&str] = &[
    "free_cash_flow",
    "free_cash_flow_margin",
    "ebitda",
    "ebitda_margin",
    "ebit",
    "funds_from_operations",
    "ffo_per_share",
    "net_debt",
];
