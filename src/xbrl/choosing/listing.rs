//! [`Listing`]: what EDGAR says of a filing, and where a companyfacts file says it.

use core::fmt;

use alloc::{collections::BTreeMap, string::String};
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::primary::Primary;
use crate::{companyfacts::CompanyFacts, figure::Accession, xbrl::bounds::LISTED_PERCENT_MIN};

/// What EDGAR says of a filing, which the filing itself does not.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listing {
    /// The number of the filing; nothing where nobody says it.
    pub accession: Option<Accession>,
    /// The form: `10-K`, `10-Q/A`.
    pub form: String,
    /// The day on which it was filed, or the one that is taken for it.
    pub filed: Date,
    /// How that day is known.
    pub dated: Dated,
}

/// How the day is known on which a filing was filed. The filing itself does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Dated {
    /// A companyfacts file lists it.
    Listed,
    /// It is assumed: the last day that the filing's cover speaks of, most often the one on which
    /// the shares were counted, some days before it was filed.
    Cover,
    /// It is assumed: the last day of the period that the filing reports on, some weeks before it
    /// was filed.
    Period,
}

impl Dated {
    /// Returns whether nobody says the day.
    #[must_use]
    pub const fn is_assumed(self) -> bool {
        !matches!(self, Self::Listed)
    }
}

/// Says what the day is: `the last day that its cover speaks of`.
impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Listed => "the day on which it was filed",
            Self::Cover => "the last day that its cover speaks of",
            Self::Period => "the last day that it reports on",
        })
    }
}

/// The days of a number, with what it says.
type Said = (Option<Date>, Date, Decimal);

impl Primary<'_> {
    /// Returns under which accession a companyfacts file lists this filing, by what it states: of
    /// the filings with the form that its cover names and a number that ends with its period, the
    /// one of whose numbers it states the largest share, nine in ten at least. None where two share
    /// as much.
    ///
    /// A filing does not say its accession. The file of its company has nearly every number of the
    /// whole that the filing states, under the accession.
    #[must_use]
    pub fn listed_in(&self, file: &CompanyFacts) -> Option<Listing> {
        let mut stated: HashMap<(&str, &str), HashSet<Said>> = HashMap::new();
        for fact in self.facts() {
            let parts = (fact.concept().family(), fact.number(), fact.period().to_period());
            let (Some(taxonomy), Some(value), Some(period)) = parts else { continue };
            let start = (!period.is_instant()).then(|| period.start());
            let of = stated.entry((taxonomy, fact.concept().local())).or_default();
            of.insert((start, period.end(), value));
        }
        let cover = self.facts.cover();
        let (form, end) = (cover.form(), self.period().map(|period| period.end()));
        let end = end.or_else(|| cover.period_end());
        let mut ending: HashSet<Accession> = HashSet::new();
        // Of each filing: how many numbers the file has, and how many of them this one states.
        let mut counts: BTreeMap<Accession, (usize, usize, &str, Date)> = BTreeMap::new();
        for (concept, unit) in file.groups() {
            let of = stated.get(&(concept.taxonomy.as_str(), concept.name.as_str()));
            for fact in &unit.facts {
                let name = file.form_name(fact);
                if form.is_some_and(|form| form != name) {
                    continue;
                }
                let counted = counts.entry(fact.accession).or_insert((0, 0, name, fact.filed));
                let key = (fact.start, fact.end, fact.value);
                counted.0 += 1;
                counted.1 += usize::from(of.is_some_and(|of| of.contains(&key)));
                if end.is_none_or(|end| end == fact.end) {
                    ending.insert(fact.accession);
                }
            }
        }
        // An earlier filing of which the file has little may have all of it stated here once more.
        counts.retain(|accession, _| ending.contains(accession));
        let share = |(all, both, ..): &(usize, usize, &str, Date)| both * 100 / (*all).max(1);
        let best = counts.iter().max_by_key(|(_, counted)| (share(counted), counted.1))?;
        let rank = (share(best.1), best.1.1);
        let ranks = counts.values().map(|counted| (share(counted), counted.1));
        let is_alone = ranks.filter(|other| *other == rank).count() == 1;
        (is_alone && rank.0 >= LISTED_PERCENT_MIN).then(|| Listing {
            accession: Some(*best.0),
            form: best.1.2.into(),
            filed: best.1.3,
            dated: Dated::Listed,
        })
    }
}
