//! [`claim`]: from a link to a claim that can be held against others.

use financials::{
    Basis, Item, Measure,
    item::Name,
    tieout::{Claim, Qualifier},
};

use super::figure::Filing;
use crate::link::{Aspect, Link, Role};

/// The rules by which a company reports: those of its latest filing, and GAAP where it has none
/// here or none is said.
pub(super) fn reported_by(subject: Option<&str>, filings: &[Filing<'_>]) -> Basis {
    let mut own = filings.iter().filter(|filing| Some(filing.ticker) == subject);
    let latest = own.find_map(|filing| filing.history.latest_view().ok()?.report().basis());
    latest.unwrap_or(Basis::Gaap)
}

/// The claim that a figure makes, if it is one that can be held against others; `reported` are the
/// rules by which its company reports.
pub(super) fn claim(id: &str, link: &Link, text: &str, reported: Basis) -> Option<Claim> {
    let metric = link.metric.as_deref().filter(|_| link.abstained.is_none())?;
    let period = link.period?;
    // Organic or managed revenue is a measure of the company's own: what has one figure for all
    // bases is not adjusted.
    let is_own = link.is_adjusted == Some(true) && is_neutral(metric) && !link.is_constant_currency;
    if link.is_previous || is_own {
        return None;
    }
    let name = match link.role {
        Role::Actual | Role::Prior => metric.to_owned(),
        Role::Growth => format!("{}:{metric}", based("growth", link.aspect)?),
        Role::Change => format!("{}:{metric}", based("change", link.aspect)?),
        Role::Guidance if link.aspect.is_none() => format!("guidance:{metric}"),
        Role::Consensus if link.aspect.is_none() => format!("consensus:{metric}"),
        _ => return None,
    };
    let name = match (link.role, growth_of(metric, link.aspect)) {
        (Role::Growth, Some(growth)) => growth.to_owned(),
        _ => name,
    };
    let measure = match &link.segment {
        Some(segment) => format!("{name}:{}", slug(segment))
            .parse::<Name>()
            .ok()
            .map(|_| format!("{name}:{}", slug(segment)))?,
        None => name,
    };
    let measure: Measure = measure.parse().ok()?;
    let stated = if link.is_negated { -link.stated } else { link.stated };
    let mut claim = Claim::new(id, measure, stated).during(period.to_string());
    if let Some(subject) = &link.subject {
        claim = claim.of(subject.clone());
    }
    claim = match link.is_adjusted {
        Some(true) => claim.on(Basis::Adjusted),
        Some(false) => claim.on(reported),
        None => claim,
    };
    if link.is_constant_currency {
        claim = claim.qualified(Qualifier::ConstantCurrency);
    }
    if let Some(name) = link.named_by.clone().and_then(|span| text.get(span)) {
        claim = claim.printed_as(name);
    }
    Some(claim.from_document("article"))
}

/// Whether a measure has one figure for all bases, as revenue does.
pub(super) fn is_neutral(metric: &str) -> bool {
    metric.parse::<Item>().is_ok_and(Item::is_neutral)
}

/// The name of a growth or change by what it is measured from; none where that is not known.
fn based(name: &'static str, aspect: Option<Aspect>) -> Option<String> {
    Some(match aspect? {
        Aspect::YearAgo => name.to_owned(),
        Aspect::QuarterAgo => format!("{name}_qoq"),
    })
}

/// The catalogue's growth of a line item, which the tie-out joins with the item.
fn growth_of(metric: &str, aspect: Option<Aspect>) -> Option<&'static str> {
    Some(match (metric, aspect?) {
        ("revenue", Aspect::YearAgo) => "revenue_growth",
        ("revenue", Aspect::QuarterAgo) => "revenue_growth_qoq",
        ("gross_profit", Aspect::YearAgo) => "gross_profit_growth",
        ("operating_income", Aspect::YearAgo) => "operating_income_growth",
        ("ebitda", Aspect::YearAgo) => "ebitda_growth",
        ("net_income", Aspect::YearAgo) => "net_income_growth",
        ("eps_diluted", Aspect::YearAgo) => "eps_growth",
        ("operating_cash_flow", Aspect::YearAgo) => "operating_cash_flow_growth",
        ("free_cash_flow", Aspect::YearAgo) => "free_cash_flow_growth",
        _ => return None,
    })
}

/// A segment's name as a measure is spelt: `u.s. commercial` is `u_s_commercial`.
fn slug(segment: &str) -> String {
    let mut slug = String::new();
    for letter in segment.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') && letter != '.' {
            slug.push('_');
        }
    }
    slug.trim_end_matches('_').to_owned()
}
