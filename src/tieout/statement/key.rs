//! [`Key`]: which figure a statement is about.

use core::fmt;

use super::{label::PeriodLabel, what::What};
use crate::{figure::Basis, period::FiscalLabel};

/// Which figure of a company a statement is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub what: What,
    pub period: PeriodLabel,
    pub version: Version,
}

/// The basis of a figure, among those that a measure has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Version {
    /// One figure serves every basis.
    Neutral,
    On(Basis),
    /// The statement does not say.
    Unstated,
}

impl Version {
    /// Returns the version of a measure's figure on a basis.
    pub(crate) fn of(what: What, basis: Option<Basis>) -> Self {
        match basis {
            _ if what.is_neutral() => Self::Neutral,
            Some(basis) => Self::On(basis),
            None => Self::Unstated,
        }
    }

    /// Returns the version of a part of a measure of this version.
    pub(crate) fn part(self, what: What) -> Self {
        if what.is_neutral() { Self::Neutral } else { self }
    }
}

impl Key {
    /// Returns the key under which all statements of one figure meet: a balance at the end of a
    /// year is that at the end of its last quarter.
    pub(crate) fn new(what: What, period: PeriodLabel, version: Version) -> Self {
        let period = match period {
            PeriodLabel::Fiscal(label) => PeriodLabel::Fiscal(canonical(label, what.is_instant())),
            PeriodLabel::Months(_, end) if what.is_instant() => PeriodLabel::Date(end),
            period => period,
        };
        Self { what, period, version }
    }
}

fn canonical(label: FiscalLabel, is_instant: bool) -> FiscalLabel {
    let end = match label {
        FiscalLabel::Year(year) if is_instant => year.quarter(4),
        FiscalLabel::SecondHalf(year) if is_instant => year.quarter(4),
        FiscalLabel::FirstHalf(year) if is_instant => year.quarter(2),
        FiscalLabel::NineMonths(year) if is_instant => year.quarter(3),
        FiscalLabel::Trailing(quarter) if is_instant => Ok(quarter),
        FiscalLabel::Trailing(quarter) if quarter.quarter() == 4 => {
            return FiscalLabel::Year(quarter.year());
        }
        label => return label,
    };
    end.map_or(label, FiscalLabel::Quarter)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Version::On(basis) = self.version {
            write!(f, "{basis} ")?;
        }
        write!(f, "{} {}", self.what, self.period)
    }
}
