//! [`Recorded`]: a formula's inputs, as far as anything on record bounds them.

use core::cell::RefCell;

use alloc::{collections::BTreeSet, vec::Vec};

use super::case::{Case, on_record};
use crate::{
    bounds::QUARTERS_PER_YEAR,
    figure::Basis,
    formula::{At, Formula, Over, Window, formula_of},
    interval::Interval,
    item::{Item, Nature},
    metric::Measure,
    period::{FiscalLabel, FiscalQuarter},
    tieout::statement::{Key, PeriodLabel, Version, What},
    undefined::Undefined,
    view::{Ranges, enclose},
};

/// The inputs of a formula for one figure, as far as anything on record bounds them.
pub(super) struct Recorded<'c> {
    case: &'c Case<'c>,
    key: &'c Key,
    /// The line of a filing that is taken for its revenue.
    revenue: Item,
    /// What was taken as zero, as a filing of the period leaves it out.
    assumed: RefCell<BTreeSet<Key>>,
}

/// What a formula comes to by what is on record.
#[derive(Clone, Debug)]
pub(super) struct Computed {
    pub interval: Interval,
    pub assumed: Vec<Key>,
}

/// Returns what a formula comes to for a figure, if all that it needs is on record.
pub(super) fn computed(case: &Case<'_>, key: &Key, formula: &Formula) -> Option<Computed> {
    computed_on(case, key, formula, Item::Revenue)
}

/// Returns what a formula comes to as [`computed`] does, with another line taken for the revenue.
pub(super) fn computed_on(
    case: &Case<'_>,
    key: &Key,
    formula: &Formula,
    revenue: Item,
) -> Option<Computed> {
    let inputs = Recorded { case, key, revenue, assumed: RefCell::default() };
    let found = enclose(formula.nodes(), formula.names(), &inputs, Window::AsDeclared).ok()?;
    let is_bounded = found.interval.width().is_some();
    let assumed = inputs.assumed.into_inner().into_iter().collect();
    is_bounded.then_some(Computed { interval: found.interval, assumed })
}

/// The lines that filings have beside the one that is taken for their revenue, each with its name.
const REVENUE_LINES: [(Item, &str); 2] =
    [(Item::NetSales, "net sales"), (Item::TotalRevenues, "total revenues")];

/// Returns the lines that could be taken for the revenue of a figure's period, as they differ from
/// the one that is.
pub(super) fn revenue_lines(case: &Case<'_>, key: &Key) -> Vec<(Item, &'static str)> {
    let at = |item: Item| {
        let what = What { measure: item.into(), ..key.what };
        on_record(case, &Key::new(what, key.period.clone(), key.version.part(what)))
    };
    let Some(own) = at(Item::Revenue) else { return Vec::new() };
    let lines = REVENUE_LINES.into_iter();
    lines.filter(|(item, _)| at(*item).is_some_and(|line| !line.intersects(own))).collect()
}

impl Recorded<'_> {
    /// Returns the measure that is read in the place of one; nothing where its own formula is, as
    /// another line is taken for the revenue in it.
    fn measure(&self, measure: Measure) -> Option<Measure> {
        let revenue = Measure::Item(Item::Revenue);
        match measure {
            _ if self.revenue == Item::Revenue => Some(measure),
            _ if measure == revenue => Some(self.revenue.into()),
            Measure::Metric(metric) if metric.inputs().contains(&revenue) => None,
            _ => Some(measure),
        }
    }

    fn at(&self, what: What, period: PeriodLabel) -> Option<Interval> {
        let own = self.key.version.part(what);
        // What is one figure on every basis may be made of figures that are not.
        let standard = self.case.versions.iter().copied().filter(|version| {
            own == Version::Neutral
                && !what.is_neutral()
                && *version != Version::On(Basis::Adjusted)
        });
        let mut versions = [own].into_iter().chain(standard);
        versions.find_map(|version| {
            on_record(self.case, &Key::new(what, period.clone(), version))
                .filter(|interval| interval.width().is_some())
        })
    }

    /// Returns the quarters of a flow over half a year or nine months.
    fn over_quarters(&self, what: What, period: &PeriodLabel) -> Vec<Option<Interval>> {
        let quarters = if what.is_additive() { period.quarters() } else { Vec::new() };
        quarters.into_iter().map(|quarter| self.at(what, quarter)).collect()
    }

    fn over_twelve_months(&self, what: What, at: At) -> Result<Option<Interval>, Undefined> {
        if matches!(at.over, Over::QuarterEnd(_)) {
            return Err(Undefined::NotAQuarter);
        }
        let PeriodLabel::Fiscal(label) = self.key.period.at(at.when)? else { return Ok(None) };
        let nature = Nature::of(&what.measure);
        let last = match label {
            FiscalLabel::Year(_) | FiscalLabel::Trailing(_) => {
                return Ok(self.at(what, PeriodLabel::Fiscal(label)));
            }
            FiscalLabel::Quarter(quarter) => quarter,
            _ => return Err(Undefined::NotTwelveMonths),
        };
        let whole = PeriodLabel::Fiscal(FiscalLabel::Trailing(last));
        if nature == Nature::Flow
            && let Some(found) = self.at(what, whole)
        {
            return Ok(Some(found));
        }
        let mut quarter = Some(last);
        let mut sum: Option<Interval> = None;
        for _ in 0..QUARTERS_PER_YEAR {
            let Some(this) = quarter else { return Ok(None) };
            let label = PeriodLabel::Fiscal(FiscalLabel::Quarter(this));
            let Some(found) = self.at(what, label) else { return Ok(None) };
            sum = Some(sum.map_or(found, |sum| sum + found));
            quarter = FiscalQuarter::previous(this);
        }
        let count = Interval::point(QUARTERS_PER_YEAR.into());
        Ok(match nature {
            Nature::WeightedShares => sum.and_then(|sum| sum.checked_div(count).ok()),
            _ => sum,
        })
    }
}

impl Ranges for Recorded<'_> {
    fn range(&self, measure: Measure, at: At) -> Result<Option<Interval>, Undefined> {
        let Some(measure) = self.measure(measure) else { return Ok(None) };
        let what = What::of(measure);
        let what = What { segment: what.segment.or(self.key.what.segment), ..what };
        if at.over != Over::Period && Nature::of(&measure).is_over_a_period() {
            return self.over_twelve_months(what, at);
        }
        let period = self.key.period.of_figure(at)?;
        let found = self.at(what, period.clone());
        if found.is_some() || formula_of(&measure).is_some() {
            return Ok(found);
        }
        let quarters = self.over_quarters(what, &period);
        if !quarters.is_empty() {
            let sum = quarters.iter().copied().reduce(|sum, part| Some(sum? + part?)).flatten();
            if sum.is_some() || quarters.iter().any(Option::is_some) {
                let missing = Undefined::Missing { measure, at: at.when };
                return sum.map(Some).ok_or(missing);
            }
        }
        let key = Key::new(what, period.clone(), self.key.version.part(what));
        // Of a period without a filing nothing says what is absent, nor of what no filing has.
        let is_left_out =
            matches!(measure, Measure::Item(_)) && self.case.graph.scope.covered.contains(&period);
        if !is_left_out {
            return Err(Undefined::Missing { measure, at: at.when });
        }
        self.assumed.borrow_mut().insert(key);
        Ok(None)
    }

    fn days(&self, at: At) -> Result<u32, Undefined> {
        let missing = Undefined::NoReport { at: at.when };
        let PeriodLabel::Fiscal(label) = self.key.period.at(at.when)? else { return Err(missing) };
        let calendar = self.case.graph.scope.calendar.as_ref().ok_or(missing)?;
        let label = match (label, at.over) {
            (label, Over::Period) => label,
            (FiscalLabel::Quarter(quarter), _) => FiscalLabel::Trailing(quarter),
            (label, _) => label,
        };
        calendar.period(label).map(|period| period.days()).map_err(|_| missing)
    }

    fn periods_per_year(&self, at: At) -> Result<u8, Undefined> {
        self.key.period.at(at.when)?.periods_per_year(at.over)
    }
}
