//! [`Key`]: which figure a statement is about.

use core::fmt;

use alloc::string::{String, ToString};

use jiff::civil::Date;

use crate::{
    catalogue,
    figure::Basis,
    formula::Node,
    item::{Item, Name, Nature},
    measure::Measure,
    metric::Metric,
    period::{FiscalCalendar, FiscalLabel, Period},
};

/// Which figure of a company a statement is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub what: What,
    pub period: PeriodLabel,
    pub version: Version,
}

/// A measure, of the company or of one of its segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct What {
    pub measure: Measure,
    pub segment: Option<Name>,
}

/// The basis of a figure, among those that a measure has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// One figure serves every basis.
    Neutral,
    On(Basis),
    /// The statement does not say.
    Unstated,
}

/// The period of a statement, as far as it can be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodLabel {
    Fiscal(FiscalLabel),
    Date(Date),
    /// Any other label, which is compared as it stands.
    Other(String),
    /// None is given; two such statements need not be about one figure.
    Unstated,
}

impl PeriodLabel {
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Unstated;
        }
        if let Ok(label) = text.parse() {
            return Self::Fiscal(label);
        }
        match text.parse() {
            Ok(date) => Self::Date(date),
            Err(_) => Self::Other(text.to_string()),
        }
    }

    /// Returns the label under which a calendar has a report's period.
    pub fn of(period: &Period, calendar: &FiscalCalendar) -> Self {
        match calendar.label(period) {
            Ok(label) => Self::Fiscal(label),
            Err(_) => Self::Other(period.to_string()),
        }
    }
}

impl fmt::Display for PeriodLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fiscal(label) => label.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Other(text) => f.write_str(text),
            Self::Unstated => f.write_str("at no stated time"),
        }
    }
}

impl What {
    /// Reads a measure: `revenue:us_commercial`, `segment_revenue:us_commercial` and
    /// `revenue_growth:us_commercial` are a segment's item and metric.
    pub fn of(measure: Measure) -> Self {
        let whole = Self { measure, segment: None };
        let Measure::Named(named) = measure else { return whole };
        let name = named.name();
        let Some((head, segment)) = name.as_str().split_once(':') else {
            return match read(name.as_str()) {
                Some(measure) => Self { measure, ..whole },
                None => whole,
            };
        };
        match (read(head.strip_prefix("segment_").unwrap_or(head)), segment.parse()) {
            (Some(measure), Ok(segment)) => Self { measure, segment: Some(segment) },
            _ => whole,
        }
    }

    /// Returns whether one figure serves every basis: of a metric, whether that is so of all items
    /// in its formula.
    pub fn is_neutral(self) -> bool {
        match self.measure {
            Measure::Metric(metric) => catalogue::formula_of(&metric.into()).is_some_and(|nodes| {
                nodes.iter().all(|node| match node {
                    Node::Item(item) => item.is_neutral(),
                    Node::Metric(metric) => Self::from(*metric).is_neutral(),
                    _ => true,
                })
            }),
            measure => measure.is_neutral(),
        }
    }

    /// Returns whether it is on a date, so that a year's figure is that of its last quarter.
    pub fn is_instant(self) -> bool {
        match self.measure {
            Measure::Item(Item::SharePrice) => false,
            Measure::Item(item) => matches!(item.nature(), Nature::Balance | Nature::Shares),
            Measure::Metric(_) | Measure::Named(_) => false,
        }
    }

    /// Returns whether the amounts of four quarters add up to the year's.
    pub fn is_additive(self) -> bool {
        match self.measure {
            // A named measure is a flow unless its maker says otherwise, which is too little.
            Measure::Named(_) => false,
            measure => Nature::of(&measure) == Nature::Flow,
        }
    }
}

fn read(name: &str) -> Option<Measure> {
    name.parse().map(Measure::Item).or_else(|_| name.parse().map(Measure::Metric)).ok()
}

impl From<Metric> for What {
    fn from(metric: Metric) -> Self {
        Self { measure: metric.into(), segment: None }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.measure.fmt(f)?;
        match self.segment {
            Some(segment) => write!(f, ":{segment}"),
            None => Ok(()),
        }
    }
}

impl Version {
    /// Returns the version of a measure's figure on a basis.
    pub fn of(what: What, basis: Option<Basis>) -> Self {
        match basis {
            _ if what.is_neutral() => Self::Neutral,
            Some(basis) => Self::On(basis),
            None => Self::Unstated,
        }
    }

    /// Returns the version of a part of a measure of this version.
    pub fn part(self, what: What) -> Self {
        if what.is_neutral() { Self::Neutral } else { self }
    }
}

impl Key {
    /// Returns the key under which all statements of one figure meet: a balance at the end of a
    /// year is that at the end of its last quarter.
    pub fn new(what: What, period: PeriodLabel, version: Version) -> Self {
        let period = match period {
            PeriodLabel::Fiscal(label) => PeriodLabel::Fiscal(canonical(label, what.is_instant())),
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
