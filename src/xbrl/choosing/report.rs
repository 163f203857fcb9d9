//! From facts to a [`Report`].

use alloc::{string::String, vec::Vec};

use super::{
    breakdown::{Axis, Breakdown},
    error::ChoiceError,
    primary::Primary,
};
use crate::{
    bounds::{NAME_BYTES_MAX, REVENUE_TOTAL_PERCENT},
    companyfacts::{chain, chain_items, split_name},
    currency::Currency,
    figure::{Accuracy, Basis, Figure},
    item::{Item, Nature},
    period::Period,
    report::{Company, IncomeStatement, Report, ReportBuilder},
    xbrl::{fact::Fact, facts::Facts, linkbase::Labels, name::Name},
};

impl Facts {
    /// Makes a report of the period that the filing reports on: line items, and revenue by
    /// segments, products and regions, each figure with the accuracy that it was stated with and
    /// where it stands. The names of segments are the company's where there are labels.
    ///
    /// # Errors
    ///
    /// - no number is of a period, or none is an amount of money;
    /// - every number is of a member of one axis, of which there are several: see
    ///   [`Primary::within`].
    pub fn report(&self, labels: &Labels) -> Result<Report, ChoiceError> {
        let primary = Primary::of(self)?;
        let period = primary.period().ok_or(ChoiceError::Nothing)?;
        primary.report(period, labels)
    }
}

impl<'a> Primary<'a> {
    /// Makes a report of a period, as [`Facts::report`] does.
    ///
    /// # Errors
    ///
    /// Fails where no number is of the period, or none is an amount of money.
    pub fn report(&self, period: Period, labels: &Labels) -> Result<Report, ChoiceError> {
        let known = self.periods();
        if !known.iter().any(|(of, _)| *of == period) {
            let known = known.iter().map(|(period, _)| *period).take(8).collect();
            return Err(ChoiceError::Period { period, known });
        }
        let currency = self.currency().ok_or(ChoiceError::Currency { period })?;
        let cover = self.facts.cover();
        let name = cover.company().map_or_else(|| self.identifier(), String::from);
        let mut company = Company::new(name);
        if let Some(cik) = cover.cik() {
            company = company.cik(cik);
        }
        let basis = self.basis();
        let figures: Vec<(Item, Figure)> = chain_items()
            .filter_map(|item| {
                let fact = self.item(item, period, currency)?;
                Some((item, figure(fact, basis)?))
            })
            .collect();
        let mut report = Report::builder(company, period, currency).figures(figures);
        if let Some(basis) = basis {
            report = report.basis(basis);
        }
        Ok(self.with_segments(report, period, currency, basis, labels).build()?)
    }

    /// Returns the rules that most numbers follow by their taxonomy; of another one than those of
    /// the FASB and the IFRS Foundation nothing is said.
    fn basis(&self) -> Option<Basis> {
        let of = |family: &str| {
            self.facts().filter(|fact| fact.concept().family() == Some(family)).count()
        };
        let (gaap, ifrs, all) = (of("us-gaap"), of("ifrs-full"), self.facts().count());
        match () {
            () if gaap * 2 >= all => Some(Basis::Gaap),
            () if ifrs * 2 >= all => Some(Basis::Ifrs),
            () => None,
        }
    }

    fn identifier(&self) -> String {
        let entity = self.facts().next().map(|fact| fact.entity().identifier);
        entity.filter(|identifier| !identifier.is_empty()).unwrap_or("unknown").into()
    }

    /// Returns the fact that gives a line item: that of the first of the item's concepts that the
    /// filing has in its unit. Facts that contradict each other give none; they are findings.
    #[must_use]
    pub fn item(&self, item: Item, period: Period, currency: Currency) -> Option<Fact<'a>> {
        let nature = item.nature();
        let period = if nature.is_over_a_period() { period } else { Period::instant(period.end()) };
        let fits = |fact: &Fact<'a>| {
            let Some(unit) = fact.unit() else { return false };
            match nature {
                Nature::PerShareFlow | Nature::Price => unit.currency_per_share() == Some(currency),
                Nature::WeightedShares | Nature::Shares => unit.is_shares(),
                Nature::Flow | Nature::Balance => unit.currency() == Some(currency),
                _ => unit.is_pure(),
            }
        };
        let mut found = chain(item).iter().filter_map(|name| {
            let (family, local) = split_name(name);
            self.number(family, local, period).ok().flatten().filter(fits)
        });
        let first = found.next()?;
        if item != Item::Revenue {
            return Some(first);
        }
        Some(found.find(|total| exceeds(*total, first)).unwrap_or(first))
    }

    /// Adds revenue by segments, products and regions, as far as each adds up in one way.
    fn with_segments(
        &self,
        mut report: ReportBuilder,
        period: Period,
        currency: Currency,
        basis: Option<Basis>,
        labels: &Labels,
    ) -> ReportBuilder {
        let mut names: Vec<String> = Vec::new();
        for axis in [Axis::Segments, Axis::Products, Axis::Regions] {
            let Some(breakdown) = self.revenue_by(axis, period, currency) else { continue };
            let mut whole = Vec::new();
            let parts = breakdown.parts().iter().chain(breakdown.reconciling());
            for fact in parts {
                let (Some(member), Some(figure)) = (member(*fact), figure(*fact, basis)) else {
                    continue;
                };
                let label = labels.label(member);
                let name = unused(&label, &names);
                let income = IncomeStatement::in_units().revenue(figure);
                report = report.labelled_segment(name.clone(), label, income);
                whole.push(name.clone());
                names.push(name);
            }
            if let Some(figure) = rest(&breakdown, basis) {
                let name = unused("unallocated", &names);
                let income = IncomeStatement::in_units().revenue(figure);
                report = report.labelled_segment(name.clone(), "Unallocated", income);
                whole.push(name.clone());
                names.push(name);
            }
            report = report.segments_make_up(Item::Revenue, whole);
        }
        report
    }

    /// Breaks revenue down: that of the item where it adds up, or else of another of its concepts,
    /// such as a company's revenue from contracts by product.
    fn revenue_by(&self, axis: Axis, period: Period, currency: Currency) -> Option<Breakdown<'a>> {
        let revenue = self.item(Item::Revenue, period, currency)?;
        self.breakdown(revenue, axis).ok()
    }
}

/// Returns a figure of a fact, if it is within the limits of figures.
fn figure(fact: Fact<'_>, basis: Option<Basis>) -> Option<Figure> {
    let figure = Figure::new(fact.number()?, fact.accuracy()?).ok()?;
    Some(on(figure, basis).from_source(fact.source()))
}

/// Returns what the parts leave of the total, as precise as the coarsest place of theirs and one
/// more, since the rounding of each is in it.
fn rest(breakdown: &Breakdown<'_>, basis: Option<Basis>) -> Option<Figure> {
    if breakdown.unallocated().is_zero() {
        return None;
    }
    let facts = breakdown.parts().iter().chain(breakdown.reconciling());
    let facts = facts.copied().chain([breakdown.total()]);
    let places = facts.map(|fact| match fact.accuracy() {
        Some(Accuracy::Decimals(places)) => places,
        Some(Accuracy::Exact) => i8::MAX,
        _ => i8::MIN,
    });
    let coarsest = places.min().unwrap_or(i8::MIN);
    let accuracy = match coarsest {
        i8::MAX => Accuracy::Exact,
        i8::MIN => Accuracy::Unknown,
        places => Accuracy::Decimals(places.saturating_sub(2)),
    };
    let figure = Figure::new(breakdown.unallocated(), accuracy).ok()?;
    Some(on(figure, basis).from_source(breakdown.total().source()))
}

fn on(figure: Figure, basis: Option<Basis>) -> Figure {
    match basis {
        Some(basis) => figure.on(basis),
        None => figure,
    }
}

/// Returns the member that names a part: of a segment that is crossed with what it is, the segment.
fn member(fact: Fact<'_>) -> Option<Name<'_>> {
    let mut members = fact.dimensions().filter_map(|dimension| {
        let consolidation = dimension.axis.local().ends_with("ConsolidationItemsAxis");
        Some((consolidation, dimension.member.name()?))
    });
    let first = members.next()?;
    let second = members.next();
    match second {
        Some(second) if first.0 && !second.0 => Some(second.1),
        _ => Some(first.1),
    }
}

/// Returns whether a total exceeds another by more than what totals add to net sales.
fn exceeds(total: Fact<'_>, other: Fact<'_>) -> bool {
    let (Some(total), Some(other)) = (total.number(), other.number()) else { return false };
    let percent = rust_decimal::Decimal::from(100 + REVENUE_TOTAL_PERCENT);
    let hundred = rust_decimal::Decimal::ONE_HUNDRED;
    match (total.checked_mul(hundred), other.checked_mul(percent)) {
        (Some(total), Some(other)) => total > other,
        _ => false,
    }
}

/// Returns a name in formulas for a label that no other segment has.
fn unused(label: &str, names: &[String]) -> String {
    // A segment's measure has the item before its name.
    let room = NAME_BYTES_MAX - "revenue:".len() - "_99".len();
    let mut name = String::new();
    for char in label.chars().flat_map(char::to_lowercase) {
        match char {
            'a'..='z' | '0'..='9' if name.len() < room => name.push(char),
            _ if !name.is_empty() && !name.ends_with('_') && name.len() < room => name.push('_'),
            _ => {}
        }
    }
    let name = name.trim_end_matches('_');
    let name = match name.starts_with(|first: char| first.is_ascii_lowercase()) {
        true => String::from(name),
        false => alloc::format!("part_{name}").trim_end_matches('_').into(),
    };
    if !names.contains(&name) {
        return name;
    }
    let numbered = (2..=99).map(|number| alloc::format!("{name}_{number}"));
    numbered.into_iter().find(|name| !names.contains(name)).unwrap_or(name)
}
