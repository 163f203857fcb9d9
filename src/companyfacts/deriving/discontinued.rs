//! [`Discontinued`]: the operations that filings present as discontinued.

use alloc::vec::Vec;

use jiff::civil::Date;

use crate::{
    bounds::YEAR_DAYS,
    companyfacts::{
        filed::{timeline::Sighting, tracks, vintage::Vintage},
        periods::days,
        reading::document::CompanyFacts,
    },
};

/// A statement that shows operations which are discontinued in lines of their own, and leaves them
/// out of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    Income,
    OperatingFlow,
    InvestingFlow,
}

/// The lines of operations that are discontinued, in the statement that leaves them out elsewhere.
///
/// A note on their results is no such line: it may tell of what is sold without being one.
const LINES: [(Leaving, &str, &[&str]); 6] = [
    (
        Leaving::Income,
        "us-gaap",
        &[
            "IncomeLossFromDiscontinuedOperationsNetOfTax",
            "IncomeLossFromDiscontinuedOperationsNetOfTaxAttributableToReportingEntity",
            "DiscontinuedOperationIncomeLossFromDiscontinuedOperationDuringPhaseOutPeriodNetOfTax",
            "DiscontinuedOperationGainLossOnDisposalOfDiscontinuedOperationNetOfTax",
        ],
    ),
    (
        Leaving::OperatingFlow,
        "us-gaap",
        &["CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations"],
    ),
    (
        Leaving::InvestingFlow,
        "us-gaap",
        &["CashProvidedByUsedInInvestingActivitiesDiscontinuedOperations"],
    ),
    (Leaving::Income, "ifrs-full", &["ProfitLossFromDiscontinuedOperations"]),
    (
        Leaving::OperatingFlow,
        "ifrs-full",
        &["CashFlowsFromUsedInOperatingActivitiesDiscontinuedOperations"],
    ),
    (
        Leaving::InvestingFlow,
        "ifrs-full",
        &["CashFlowsFromUsedInInvestingActivitiesDiscontinuedOperations"],
    ),
];

/// What a filing shows as discontinued.
#[derive(Clone, Copy, Debug)]
struct Shown {
    by: Leaving,
    end: Date,
    filed: Date,
}

/// The periods for which filings show operations as discontinued.
///
/// What a year's report shows so for the first time is in its nine months still, which stand on the
/// old basis (ASC 205-20-45-3: the statements of all periods presented leave it out).
#[derive(Clone, Debug, Default)]
pub(crate) struct Discontinued(Vec<Shown>);

impl Discontinued {
    pub(crate) fn of(facts: &CompanyFacts, vintage: Vintage) -> Self {
        let mut shown = Vec::new();
        for (by, taxonomy, names) in LINES {
            let concepts = names.iter().filter_map(|name| facts.concept(taxonomy, name));
            let facts = concepts.flat_map(|concept| &concept.units).flat_map(|unit| &unit.facts);
            let lines = facts.filter(|fact| {
                fact.start.is_some() && !fact.value.is_zero() && tracks::eligible(fact, vintage)
            });
            shown.extend(lines.map(|fact| Shown { by, end: fact.end, filed: fact.filed }));
        }
        Self(shown)
    }

    /// Returns the day of the filing that came after the part of a year and no later than the
    /// longer figure, and shows operations of the longer period as discontinued that no filing of
    /// the year had shown so before.
    ///
    /// It shows those of a year before or after too: what is sold has a past, and a gain that is
    /// left of an older sale comes in one year alone.
    pub(super) fn first_shown(
        &self,
        by: Leaving,
        begins: Date,
        [longer, part]: [&Sighting; 2],
    ) -> Option<Date> {
        let of = || self.0.iter().filter(|shown| shown.by == by);
        let known = |shown: &Shown| begins < shown.filed && shown.filed <= part.introduced;
        let end = longer.version.fact.end;
        let is_shown_twice = |day: Date| {
            let mut years = of().filter(|shown| shown.filed == day);
            years.any(|shown| YEAR_DAYS.contains(&days::apart(shown.end, end).unsigned_abs()))
        };
        let since = of().filter(|shown| {
            shown.end == end
                && part.introduced < shown.filed
                && shown.filed <= longer.introduced
                && is_shown_twice(shown.filed)
        });
        let first = since.map(|shown| shown.filed).min()?;
        (!of().any(known)).then_some(first)
    }
}
