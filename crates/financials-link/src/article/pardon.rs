//! [`Case`]: whether an accused figure may have been read wrong.
//!
//! A figure is accused only where the text leaves no likelier reading of it that would be right.

use std::{collections::BTreeMap, ops::Bound};

use financials::{
    Basis, Decimal, Item, Measure,
    period::{FiscalLabel, FiscalQuarter, FiscalYear},
    stated::Unit,
    tieout::{Disagreement, FiledId, Network, Ruling, TieOut},
};

use super::{
    claim::{claim, is_neutral, reported_by},
    figure::{Figure, Filing},
};
use crate::{
    catalogue::has_segments,
    link::{Aspect, Link, Role},
    moment::{Period, quarter_ago},
};

/// Words that say that a figure is of the whole company.
const WHOLE: &[&str] = &["total", "consolidated", "company", "group", "overall"];

/// Measures of which texts use one name for several: whole and attributable income, cash with and
/// without investments.
const LIKE: &[(&str, &[&str])] = &[
    ("net_income", &["net_income_consolidated"]),
    ("net_income_consolidated", &["net_income"]),
    ("eps_diluted", &["eps_basic"]),
    ("cash", &["cash_and_investments", "cash_with_restricted"]),
    ("cash_and_investments", &["cash", "cash_with_restricted"]),
    ("total_debt", &["long_term_debt"]),
    ("long_term_debt", &["total_debt"]),
];

/// Why a figure is not accused that another reading of its words would make right.
const LIKELIER: &str = "the text leaves its measure, period or base open, and another reading \
                        agrees with what was filed";

/// Why a figure is not accused that was right when it was printed.
const RESTATED: &str = "it agrees with what was first filed, which was restated since";

/// A text with what was found of its figures.
pub(super) struct Case<'a> {
    pub(super) text: &'a str,
    pub(super) figures: &'a [Figure],
    pub(super) tie_out: &'a TieOut,
}

impl Case<'_> {
    /// Returns why accused figures are not accused, by the ids of their claims.
    pub(super) fn pardons(
        &self,
        filed: Network,
        filings: &[Filing<'_>],
    ) -> BTreeMap<String, String> {
        let mut pardons = BTreeMap::new();
        let mut accused = Vec::new();
        for figure in self.figures {
            let Some(id) = figure.claim.as_deref() else { continue };
            let Some(ruling) = self.tie_out.ruling(id).filter(|own| own.verdict().is_accused())
            else {
                continue;
            };
            match self.by_words(figure, ruling) {
                Some(reason) => drop(pardons.insert(id.to_owned(), reason)),
                None => accused.push((id, &figure.link)),
            }
        }
        let first = first_filed(filings);
        for (network, reason) in [(Some(filed), LIKELIER), (first, RESTATED)] {
            let Some(network) = network.filter(|_| !accused.is_empty()) else { continue };
            let holding = self.holding(network, &accused, filings);
            accused.retain(|(id, _)| !holding.contains(id));
            pardons.extend(holding.into_iter().map(|id| (id.to_owned(), reason.to_owned())));
        }
        pardons
    }

    /// The ids of those figures of which one reading holds beside what is filed.
    fn holding<'b>(
        &self,
        mut network: Network,
        accused: &[(&'b str, &Link)],
        filings: &[Filing<'_>],
    ) -> Vec<&'b str> {
        let filed = network.clone().tie_out();
        let mut readings = Vec::new();
        for (id, link) in accused {
            for (place, reading) in readings_of(link).iter().enumerate() {
                let own = format!("{id}/{place}");
                let reported = reported_by(reading.subject.as_deref(), filings);
                let made = claim(&own, reading, self.text, reported);
                if let Some(claim) = made.filter(|_| is_met(&filed, reading, reported)) {
                    network.add(claim);
                    readings.push((*id, own));
                }
            }
        }
        let found = network.tie_out();
        let holds = |own: &str| found.ruling(own).is_some_and(|ruling| ruling.verdict().holds());
        readings.into_iter().filter(|(_, own)| holds(own)).map(|(id, _)| id).collect()
    }

    /// Why a figure may be right by the words of the text alone.
    fn by_words(&self, figure: &Figure, ruling: &Ruling) -> Option<String> {
        if self.is_ambiguous(ruling) {
            return Some(format!(
                "the text gives different figures for what was read as one thing ({})",
                ruling.because().join(", ")
            ));
        }
        let assumed = ruling.conflict().map(Disagreement::assumed).unwrap_or_default();
        if let Some(zero) = assumed.iter().find(|assumed| assumed.is_zero()) {
            return Some(format!("it fails only where {zero}, which nothing on record says"));
        }
        if self.is_of_segment(figure) {
            return Some("the text speaks of a segment right before it".to_owned());
        }
        if is_remainder(&figure.link, ruling) {
            return Some("what was filed of it is left of a year that was restated".to_owned());
        }
        if is_of_one_digit(&figure.link, ruling) {
            return Some("its one digit may be all of it that is meant".to_owned());
        }
        if is_of_rounded(&figure.link, ruling) {
            return Some("it is as near as margins to a tenth of a point say".to_owned());
        }
        if is_whole_income(&figure.link, ruling, self.text)
            && !self.has_whole(&figure.link)
            && !self.prints_attributable(&figure.link)
            && self.are_several(&figure.link)
        {
            return Some("income of minority owners may be in it, which nobody filed".to_owned());
        }
        if let Some(words) = self.doubt(&figure.link, ruling) {
            return Some(format!("\"{words}\" beside it may say that it is of a part"));
        }
        if self.is_adjusted_elsewhere(&figure.link) {
            return Some("the text gives the same figure as an adjusted one".to_owned());
        }
        if self.is_among_adjusted(&figure.link) {
            return Some("the text gives the measure as an adjusted one elsewhere".to_owned());
        }
        self.is_held_against_consensus(&figure.link).then(|| {
            "the text holds it against a consensus, and analysts expect adjusted figures; it does \
             not say of which basis it is"
                .to_owned()
        })
    }

    /// The words that nobody knows beside a figure that may be of a part: a share of the whole is
    /// below it, and growth and margins of a part may be anything.
    fn doubt(&self, link: &Link, ruling: &Ruling) -> Option<&str> {
        let words = self.text.get(link.doubt.clone()?)?;
        let may_be = link.segment.is_none() && link.metric.as_deref().is_some_and(has_segments);
        let is_level = matches!(link.role, Role::Actual | Role::Prior)
            && matches!(link.stated.unit(), Unit::Money(_));
        let is_part = || {
            let high = magnitude(ruling.stated().high());
            let low = ruling.computed().and_then(|computed| magnitude(computed.low()));
            high.zip(low).is_none_or(|(high, low)| high < low)
        };
        (may_be && (!is_level || is_part())).then_some(words)
    }

    /// Whether the text prints the income of two periods or more so: one may be a slip.
    fn are_several(&self, link: &Link) -> bool {
        let is_so = |figure: &&Figure| {
            let ruling = figure.claim.as_deref().and_then(|claim| self.tie_out.ruling(claim));
            figure.link.subject == link.subject
                && ruling.is_some_and(|ruling| is_whole_income(&figure.link, ruling, self.text))
        };
        let mut periods = self.figures.iter().filter(is_so).map(|figure| figure.link.period);
        periods.any(|period| period != link.period)
    }

    /// Whether the text prints what shareholders have under the same name elsewhere.
    fn prints_attributable(&self, link: &Link) -> bool {
        let is_level = |link: &Link| matches!(link.role, Role::Actual | Role::Prior);
        self.figures.iter().any(|Figure { link: other, claim, .. }| {
            let ruling = claim.as_deref().and_then(|claim| self.tie_out.ruling(claim));
            is_level(other)
                && is_plain(other, self.text)
                && other.metric == link.metric
                && other.subject == link.subject
                && ruling.is_some_and(|ruling| ruling.verdict().holds())
        })
    }

    /// Whether the income of all owners is known, and so is no other than it.
    fn has_whole(&self, link: &Link) -> bool {
        let subject = link.subject.as_deref().unwrap_or_default();
        let whole = Measure::from(Item::NetIncomeConsolidated);
        let period = link.period.map(|period| period.to_string()).unwrap_or_default();
        [None, Some(Basis::Gaap)]
            .into_iter()
            .any(|basis| self.tie_out.bounds(subject, whole, &period, basis).is_some())
    }

    /// Whether the text has the same figure, of the same thing, as an adjusted one.
    fn is_adjusted_elsewhere(&self, link: &Link) -> bool {
        let about =
            |link: &Link| (link.metric.clone(), link.period, link.aspect, link.subject.clone());
        link.is_adjusted.is_none()
            && self.figures.iter().any(|Figure { link: other, .. }| {
                other.is_adjusted == Some(true)
                    && about(other) == about(link)
                    && other.stated.number() == link.stated.number()
            })
    }

    /// Whether the text prints the measure as an adjusted one, and for this period nowhere one by
    /// the accounting rules.
    fn is_among_adjusted(&self, link: &Link) -> bool {
        let is_open = link.is_adjusted.is_none()
            && matches!(link.role, Role::Actual | Role::Prior)
            && !link.metric.as_deref().is_some_and(is_neutral);
        let own = |other: &&Figure| {
            other.link.metric == link.metric
                && other.link.segment == link.segment
                && other.link.subject == link.subject
        };
        let holds = |figure: &Figure| {
            let ruling = figure.claim.as_deref().and_then(|claim| self.tie_out.ruling(claim));
            figure.link.is_adjusted != Some(true)
                && figure.link.period == link.period
                && matches!(figure.link.role, Role::Actual | Role::Prior)
                && ruling.is_some_and(|ruling| ruling.verdict().holds())
        };
        let is_adjusted = |figure: &Figure| figure.link.is_adjusted == Some(true);
        is_open
            && self.figures.iter().filter(own).any(is_adjusted)
            && !self.figures.iter().filter(own).any(holds)
    }

    /// Whether nothing but figures of the text that were linked to one thing speak against it.
    fn is_ambiguous(&self, ruling: &Ruling) -> bool {
        let of = |id: &str| {
            let figure = self.figures.iter().find(|figure| figure.claim.as_deref() == Some(id))?;
            let Link { role, metric, aspect, segment, subject, period, .. } = &figure.link;
            let is_level = matches!(role, Role::Actual | Role::Prior);
            let role = if is_level { Role::Actual } else { *role };
            Some((role, metric, aspect, segment, subject, period))
        };
        let mut all = ruling.because().iter().map(|id| of(id));
        let Some(Some(first)) = all.next() else { return false };
        ruling.because().len() > 1 && all.all(|other| other.as_ref() == Some(&first))
    }

    /// Whether a figure of no segment stands in a paragraph that has spoken of one last, and its
    /// own words do not say that it is of the whole.
    fn is_of_segment(&self, figure: &Figure) -> bool {
        let link = &figure.link;
        let may_be = link.segment.is_none() && link.metric.as_deref().is_some_and(has_segments);
        let Some(place) = self.figures.iter().position(|other| other.shown == figure.shown) else {
            return false;
        };
        let before = self.figures.get(..place).unwrap_or_default().iter().rev();
        let mut before = before.filter(|other| other.link.abstained.is_none());
        let Some(last) = before.next().filter(|_| may_be) else { return false };
        let between = self.text.get(last.shown.end..figure.shown.start).unwrap_or_default();
        let between = between.to_lowercase();
        last.link.segment.is_some()
            && last.link.metric != link.metric
            && !between.contains('\n')
            && !WHOLE.iter().any(|word| between.contains(word))
    }

    /// Whether the text compares a figure, whose basis it does not say, with what analysts expect.
    fn is_held_against_consensus(&self, link: &Link) -> bool {
        let is_open = link.role == Role::Actual
            && link.is_adjusted.is_none()
            && !link.metric.as_deref().is_some_and(is_neutral);
        let about = |link: &Link| (link.metric.clone(), link.segment.clone(), link.period);
        is_open
            && self.figures.iter().any(|Figure { link: other, .. }| {
                other.role == Role::Consensus
                    && other.subject == link.subject
                    && about(other) == about(link)
            })
    }
}

/// Whether filed quarters and a filed year of one measure together say what a figure is held
/// against: of several filings, and the later may have restated the year.
fn is_remainder(link: &Link, ruling: &Ruling) -> bool {
    let subject = link.subject.as_deref().unwrap_or_default();
    let filed = ruling.because().iter().filter_map(|id| {
        let id = FiledId::parse(id, subject)?;
        let label: FiscalLabel = id.period.parse().ok()?;
        Some((id.measure, label.year(), matches!(label, FiscalLabel::Year(_))))
    });
    let filed: Vec<(&str, FiscalYear, bool)> = filed.collect();
    filed
        .iter()
        .any(|(measure, year, is_year)| *is_year && filed.contains(&(measure, *year, false)))
}

/// In thousandths, how far the difference of two margins that are printed to a tenth of a point may
/// be from the true one: half a tenth for each of the two. Of ten changes of margins in the
/// labelled documents that a filing decides the farthest is 7 hundredths of a point away, and is
/// right as it prints.
const ROUNDED_MARGINS_THOUSANDTHS: i64 = 1;

/// Whether a change of a margin is as far from what was filed as the difference of two margins may
/// be that are printed to a tenth of a point.
fn is_of_rounded(link: &Link, ruling: &Ruling) -> bool {
    let tenth = Decimal::new(ROUNDED_MARGINS_THOUSANDTHS, 3);
    let is_ratio = link.role == Role::Change && link.stated.unit() == Unit::Ratio;
    let Some(computed) = ruling.computed().filter(|_| is_ratio) else { return false };
    let ends = [computed.low(), computed.high()].map(number);
    let stated = link.stated.number();
    let is_near = |end: Decimal| (end.abs() - stated.abs()).abs() <= tenth;
    stated.checked_rem(tenth) == Some(Decimal::ZERO) && ends.into_iter().flatten().any(is_near)
}

/// Whether an amount of change is a rounded one in another scale: `$500 million` for $0.5 billion.
///
/// One digit is not all of an amount: of 11,976 changes by a year in filings of 47 companies, of a
/// hundred million dollars and more each, 73 have one digit and zeros when told in millions.
fn is_of_one_digit(link: &Link, ruling: &Ruling) -> bool {
    let stated = link.stated.number().abs().normalize();
    let digits = stated.to_string();
    let digit = digits.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or_default();
    let is_bare = digits.len() > 2 && digits.chars().skip(1).all(|digit| digit == '0');
    let place =
        stated.checked_div(Decimal::from(digit).checked_mul(Decimal::TWO).unwrap_or_default());
    let Some(half) = place.filter(|_| is_bare && link.role == Role::Change) else { return false };
    let Some(computed) = ruling.computed() else { return false };
    let ends = [computed.low(), computed.high()].map(number);
    ends.into_iter().flatten().any(|end| (end.abs() - stated).abs() <= half)
}

/// Income of all owners is at most so much of what shareholders have, in hundredths, as a text may
/// mean it. Of the 539 periods in 249 filers' files of 2009 in which it is more, it is within this
/// in 95 of a hundred, and within 110 in 87; the rest are partnerships and their likes.
const WHOLE_FACTOR_PERCENT: i64 = 125;

/// Whether a text calls net income what may be that of all owners: more than what shareholders
/// have, where nobody filed the whole.
fn is_whole_income(link: &Link, ruling: &Ruling, text: &str) -> bool {
    let is_level = matches!(link.role, Role::Actual | Role::Prior);
    if link.metric.as_deref() != Some("net_income") || !is_plain(link, text) || !is_level {
        return false;
    }
    let Some(own) = ruling.computed().and_then(|computed| number(computed.low())) else {
        return false;
    };
    let most = own.checked_mul(Decimal::new(WHOLE_FACTOR_PERCENT, 2));
    let stated = link.stated.number();
    own.is_sign_positive() && stated > own && most.is_some_and(|most| stated <= most)
}

/// Whether the name of an income says nothing of whose it is.
fn is_plain(link: &Link, text: &str) -> bool {
    const OWNERS: &[&str] = &["attributable", "common", "shareholder", "stockholder"];
    let name = link.named_by.clone().and_then(|span| text.get(span)).unwrap_or_default();
    !OWNERS.iter().any(|word| name.to_lowercase().contains(word))
}

/// An end of an interval, where it is bounded.
fn number(end: Bound<Decimal>) -> Option<Decimal> {
    match end {
        Bound::Included(end) | Bound::Excluded(end) => Some(end),
        Bound::Unbounded => None,
    }
}

/// How far an end of an interval is from zero.
fn magnitude(end: Bound<Decimal>) -> Option<Decimal> {
    number(end).map(|end| end.abs())
}

/// Whether what was filed of an amount meets it, and is known at both ends: all income is no less
/// than that of shareholders, and that says nothing. Changes are left to the ruling.
fn is_met(filed: &TieOut, link: &Link, reported: Basis) -> bool {
    if !matches!(link.role, Role::Actual | Role::Prior) {
        return true;
    }
    let measure = link.metric.as_deref().and_then(|metric| metric.parse::<Measure>().ok());
    let (Some(measure), Some(period)) = (measure, link.period) else { return false };
    let subject = link.subject.as_deref().unwrap_or_default();
    let stated = if link.is_negated { -link.stated } else { link.stated };
    [None, Some(reported)].into_iter().any(|basis| {
        let known = filed.bounds(subject, measure, &period.to_string(), basis);
        known.is_some_and(|known| {
            let is_closed = number(known.low()).is_some() && number(known.high()).is_some();
            is_closed && known.intersects(stated.admitted())
        })
    })
}

/// What was filed first; nothing where nobody gives it.
fn first_filed(filings: &[Filing<'_>]) -> Option<Network> {
    let mut network = Network::new();
    let mut is_known = false;
    for filing in filings {
        if let Some(history) = filing.first {
            network.add_history(filing.ticker, history);
            is_known = true;
        }
    }
    is_known.then_some(network)
}

/// The ways in which a figure may be read, the one by which it was linked first.
fn readings_of(link: &Link) -> Vec<Link> {
    let mut readings = vec![link.clone()];
    let metric = link.metric.as_deref().unwrap_or_default();
    let like = LIKE.iter().find(|(name, _)| *name == metric).map(|(_, like)| *like);
    for name in like.unwrap_or_default() {
        readings.push(Link { metric: Some((*name).to_owned()), ..link.clone() });
    }
    // "$94 million, or $2.87 per share, up 11%": of either.
    let other = match metric {
        "net_income" => Some("eps_diluted"),
        "eps_diluted" => Some("net_income"),
        _ => None,
    };
    if let Some(other) = other.filter(|_| link.role == Role::Growth) {
        readings.push(Link { metric: Some(other.to_owned()), ..link.clone() });
    }
    if !link.has_own_period {
        for period in link.period.into_iter().flat_map(of_one_end) {
            readings.push(Link { period: Some(period), ..link.clone() });
        }
        // "up from $1.3 billion": the text does not say when that was.
        let before = link.after.and_then(quarter_ago).filter(|_| link.role == Role::Prior);
        if before.is_some() {
            readings.push(Link { period: before, ..link.clone() });
        }
    }
    if link.aspect == Some(Aspect::YearAgo) && !link.has_own_base {
        readings.push(Link { aspect: Some(Aspect::QuarterAgo), ..link.clone() });
    }
    readings
}

/// The periods that end with a period: of a third quarter, also the nine months.
fn of_one_end(period: Period) -> Vec<Period> {
    let Period::Label(label) = period else { return Vec::new() };
    let quarter =
        |number| FiscalQuarter::new(label.year().number(), number).map(FiscalLabel::Quarter);
    let year = label.year();
    let labels = match label {
        FiscalLabel::Quarter(own) => match own.quarter() {
            2 => vec![FiscalLabel::FirstHalf(year), FiscalLabel::Trailing(own)],
            3 => vec![FiscalLabel::NineMonths(year), FiscalLabel::Trailing(own)],
            4 => vec![FiscalLabel::Year(year)],
            _ => vec![FiscalLabel::Trailing(own)],
        },
        FiscalLabel::FirstHalf(_) => quarter(2).into_iter().collect(),
        FiscalLabel::NineMonths(_) => quarter(3).into_iter().collect(),
        FiscalLabel::Year(_) => quarter(4).into_iter().collect(),
        _ => Vec::new(),
    };
    labels.into_iter().map(Period::Label).collect()
}
