//! [`Reported`]: what a filing says of a figure.

use alloc::{string::String, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::finding::FilingFinding;
use crate::{
    figure::{Accession, Accuracy, Source},
    tieout::xbrl::{Duplicates, RoundedFact},
    xbrl::fact::Fact,
};

/// A filing's figure: the filing, the taxonomy and the name of the concept, and the period.
pub(super) type Key = (Accession, String, String, Option<Date>, Date);

/// What a filing says of a figure, which may be said in two currencies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reported {
    pub(super) unit: String,
    pub(super) value: Decimal,
    pub(super) accuracy: Accuracy,
    pub(super) source: Source,
    /// Whether the filing says two that have nothing in common.
    pub(super) is_contradicted: bool,
}

/// A filing says of a number that nothing is known of its precision, so that it admits any value.
/// That is less than what a companyfacts file says, whose numbers were rounded to some place.
const NOTHING_KNOWN: Accuracy = Accuracy::Decimals(i8::MIN);

impl Reported {
    /// Returns what numbers of one concept, period and unit say together with what is known of it:
    /// the finest, and a finding where two have nothing in common.
    pub(super) fn together(
        facts: &[Fact<'_>],
        unit: &str,
        known: Option<Self>,
    ) -> Option<(Self, Option<FilingFinding>)> {
        let finest = *facts.iter().rev().max_by_key(|fact| fact.fineness())?;
        let mut rounded: Vec<RoundedFact> =
            facts.iter().filter_map(|fact| fact.rounded()).collect();
        let mut best = Self::of(finest, unit)?;
        if let Some(known) = known {
            rounded.push(known.rounded());
            best.is_contradicted = known.is_contradicted;
            if known.fineness() >= best.fineness() {
                best = known;
            }
        }
        let mut finding = None;
        if Duplicates::of(&rounded).inconsistent && !best.is_contradicted {
            best.is_contradicted = true;
            let other = rounded.iter().map(|fact| fact.value).find(|value| *value != best.value);
            finding = FilingFinding::contradiction(&finest, best.value, other);
        }
        Some((best, finding))
    }

    fn of(fact: Fact<'_>, unit: &str) -> Option<Self> {
        let accuracy = match fact.accuracy()? {
            Accuracy::Unknown => NOTHING_KNOWN,
            accuracy => accuracy,
        };
        let (unit, value, source) = (unit.into(), fact.number()?, fact.source());
        Some(Self { unit, value, accuracy, source, is_contradicted: false })
    }

    fn rounded(&self) -> RoundedFact {
        let decimals = match self.accuracy {
            Accuracy::Exact => None,
            Accuracy::Decimals(places) => Some(places),
            Accuracy::Within { .. } | Accuracy::Assumed { .. } | Accuracy::Unknown => Some(i8::MIN),
        };
        RoundedFact { value: self.value, decimals }
    }

    /// Returns how fine it is, to sort by.
    pub(super) fn fineness(&self) -> (u8, i8) {
        match self.accuracy {
            Accuracy::Within { .. } | Accuracy::Assumed { .. } | Accuracy::Unknown => (0, 0),
            Accuracy::Decimals(places) => (1, places),
            Accuracy::Exact => (2, 0),
        }
    }
}
