//! [`check`]: from a text and filings to a verdict for each figure, or why there is none.

use std::collections::BTreeMap;

use financials::{
    Basis, History, Item, Measure, Metric,
    item::Name,
    tieout::{Claim, Network, TieOut},
};

use crate::{
    context::{Company, Context},
    link::{Link, Role},
    moment::{Numbering, Period},
    reader::links,
};

/// What a company has filed, under the ticker that a text's figures are linked to.
#[derive(Clone, Copy, Debug)]
pub struct Filing<'a> {
    /// The ticker.
    pub ticker: &'a str,
    /// The company's name, as in `Palantir Technologies Inc.`.
    pub name: &'a str,
    /// What it has filed.
    pub history: &'a History,
}

/// A figure of a text with what it is about; what was found of it is under its id in the tie-out.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What the figure is about.
    pub link: Link,
    /// The id of the claim that it makes; none where it makes none.
    pub claim: Option<String>,
}

/// A text whose figures were linked and held against one another and the filings.
#[derive(Debug)]
pub struct Checked {
    figures: Vec<Figure>,
    tie_out: TieOut,
}

impl Checked {
    /// Returns the figures of the text in reading order.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Returns the verdicts on the claims that the figures make.
    #[must_use]
    pub fn tie_out(&self) -> &TieOut {
        &self.tie_out
    }
}

/// Links the figures of a text and holds them against one another and the filings.
#[must_use]
pub fn check(text: &str, context: &Context, filings: &[Filing<'_>]) -> Checked {
    let context = with_filings(context, filings);
    let mut network = Network::new();
    let mut figures = Vec::new();
    for (place, link) in links(text, &context).into_iter().enumerate() {
        let id = format!("f{}", place + 1);
        let claim = claim(&id, &link);
        let made = claim.is_some();
        if let Some(claim) = claim {
            network.add(claim);
        }
        figures.push(Figure { link, claim: made.then_some(id) });
    }
    for filing in filings {
        network.add_history(filing.ticker, filing.history);
    }
    Checked { figures, tie_out: network.tie_out() }
}

/// Adds the companies that the filings are of, with their fiscal calendars.
fn with_filings(context: &Context, filings: &[Filing<'_>]) -> Context {
    let mut context = context.clone();
    let year = match context.period {
        Some(Period::Label(label)) => label.year().number(),
        Some(Period::Day(day)) => day.year(),
        None => 0,
    };
    for filing in filings {
        let numbering = filing.history.calendar().and_then(|calendar| {
            let year = if year > 0 {
                year
            } else {
                filing.history.latest_view().ok()?.report().period().end().year()
            };
            Numbering::of_calendar(calendar, year)
        });
        match context.companies.iter_mut().find(|company| company.ticker == filing.ticker) {
            Some(company) => {
                company.names.push(filing.name.to_owned());
                company.numbering = company.numbering.or(numbering);
            }
            None => context.companies.push(Company {
                ticker: filing.ticker.to_owned(),
                names: vec![filing.name.to_owned()],
                numbering,
            }),
        }
    }
    context
}

/// The claim that a figure makes, if it is one that can be held against others.
fn claim(id: &str, link: &Link) -> Option<Claim> {
    let metric = link.metric.as_deref().filter(|_| link.abstained.is_none())?;
    let period = link.period?;
    // At constant exchange rates nothing in a filing says what came out.
    if link.is_constant_currency || link.is_previous {
        return None;
    }
    let name = match link.role {
        Role::Actual | Role::Prior => metric.to_owned(),
        Role::Growth => format!("growth:{metric}"),
        Role::Change => format!("change:{metric}"),
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
        Some(false) => claim.on(Basis::Gaap),
        None => claim,
    };
    Some(claim.from_document("article"))
}

/// The catalogue's growth of a line item, which the tie-out joins with the item.
fn growth_of(metric: &str, aspect: Option<crate::link::Aspect>) -> Option<&'static str> {
    use crate::link::Aspect;
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

/// Returns the names of measures that the lexicon knows and the catalogue does not.
#[must_use]
pub fn unknown_measures() -> BTreeMap<&'static str, &'static str> {
    crate::lexicon::MEASURES
        .iter()
        .filter(|(name, _)| name.parse::<Item>().is_err() && name.parse::<Metric>().is_err())
        .map(|(name, phrases)| (*name, phrases.first().copied().unwrap_or_default()))
        .collect()
}
