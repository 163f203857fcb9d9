//! [`Bounds`]: between which values a metric lies, given how precisely its inputs were stated.

use core::{cell::Cell, fmt};

use serde::{Deserialize, Serialize};

use super::{
    View,
    enclosure::{Ranges, enclose},
    records::{Figures, Precise as _, Records},
};
use crate::{
    figure::admitted,
    formula::{At, Formula, Node, Window},
    interval::Interval,
    item::Item,
    metric::{Measure, Metric, Named},
    undefined::Undefined,
};

/// Between which values a metric lies, given how precisely its inputs were stated.
///
/// For all that the inputs admit, the true value is inside. The ends are the nearest ones where no
/// figure stands in the formula twice, and also where the formula is seen to only rise or only fall
/// with each one that does: a discounted cash flow has bounds that are sound and not the nearest.
/// Every step rounds them outward to 28 significant digits or 28 decimals, whichever is coarser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    interval: Interval,
    is_defined_throughout: bool,
    is_place_assumed: bool,
}

impl Bounds {
    pub(crate) const fn new(
        interval: Interval,
        is_defined_throughout: bool,
        is_place_assumed: bool,
    ) -> Self {
        Self { interval, is_defined_throughout, is_place_assumed }
    }

    /// Returns the values.
    #[must_use]
    pub const fn interval(self) -> Interval {
        self.interval
    }

    /// Returns whether there is a value for all that the inputs admit.
    ///
    /// Earnings per share of "$0.01", correct to two cents, may be a loss, and a multiple of a loss
    /// has no meaning: the bounds are then those of the values that there are.
    #[must_use]
    pub const fn is_defined_throughout(self) -> bool {
        self.is_defined_throughout
    }

    /// Returns whether the accuracy of an input is unknown, so that a place was assumed: the one
    /// that the company uses elsewhere, or that of its last digit that is not zero.
    #[must_use]
    pub const fn is_place_assumed(self) -> bool {
        self.is_place_assumed
    }
}

/// Writes the interval, with the formatter's precision as the number of significant digits.
impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.interval.fmt(f)
    }
}

/// The figures of records as intervals.
struct Admitted<'r, R> {
    records: &'r R,
    is_place_assumed: Cell<bool>,
}

impl<R: Records> Admitted<'_, R> {
    fn of(&self, figure: R::Figure) -> Interval {
        if figure.accuracy().is_place_assumed() {
            self.is_place_assumed.set(true);
        }
        admitted(figure.number(), figure.accuracy())
    }
}

impl<R: Records> Ranges for Admitted<'_, R> {
    fn range(&self, measure: Measure, at: At) -> Result<Option<Interval>, Undefined> {
        let sum = |figures: &[R::Figure]| {
            let parts = figures.iter().map(|figure| self.of(*figure));
            parts.reduce(|sum, part| sum + part).ok_or(Undefined::OutOfRange)
        };
        Ok(Some(match self.records.figures(&measure, at)? {
            Figures::Unstated => return Ok(None),
            Figures::One(figure) => self.of(figure),
            Figures::Sum(figures) => sum(&figures)?,
            Figures::Mean(figures) => {
                let count = Interval::point(figures.len().into());
                sum(&figures)?.checked_div(count).map_err(|_| Undefined::ZeroDenominator)?
            }
        }))
    }

    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        self.records.missing(measure, at)
    }

    fn withheld(&self, measure: &Measure, at: At) -> Option<Undefined> {
        self.records.withheld(measure, at)
    }

    fn days(&self, at: At) -> Result<u32, Undefined> {
        self.records.day_count(at)
    }

    fn periods_per_year(&self, at: At) -> Result<u8, Undefined> {
        self.records.count_per_year(at)
    }
}

/// Returns between which values a formula over records lies.
pub(crate) fn bounds<R: Records>(
    nodes: &[Node],
    names: &[Named],
    records: &R,
    window: Window,
) -> Result<Bounds, Undefined> {
    let admitted = Admitted { records, is_place_assumed: Cell::new(false) };
    let enclosed = enclose(nodes, names, &admitted, window)?;
    Ok(Bounds::new(enclosed.interval, enclosed.is_certain, admitted.is_place_assumed.get()))
}

impl Formula {
    /// Returns between which values the formula lies.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value for anything that the inputs admit.
    pub fn bounds<'a>(&self, view: impl Into<View<'a>>) -> Result<Bounds, Undefined> {
        let view = view.into();
        bounds(self.nodes(), self.names(), &view, view.window)
    }
}

impl Metric {
    /// Returns between which values the metric lies, as [`Measure::bounds`] does.
    ///
    /// ```
    /// use financials::{Currency, IncomeStatement, Period, Report, metrics};
    ///
    /// let income = IncomeStatement::in_millions().revenue(1_004).operating_income(464);
    /// let period: Period = "2025-04-01..2025-06-30".parse()?;
    /// let report = Report::builder("Palantir", period, Currency::USD).income(income).build()?;
    /// let margin = metrics::OPERATING_MARGIN.bounds(&report)?;
    /// assert_eq!(format!("{margin:.10}"), "(0.4614235938, 0.4628799203)");
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value for anything that the inputs admit.
    pub fn bounds<'a>(self, view: impl Into<View<'a>>) -> Result<Bounds, Undefined> {
        Measure::from(self).bounds(view)
    }
}

impl Item {
    /// Returns between which values a line item lies, as [`Measure::bounds`] does.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value for anything that the inputs admit.
    pub fn bounds<'a>(self, view: impl Into<View<'a>>) -> Result<Bounds, Undefined> {
        Measure::from(self).bounds(view)
    }
}

impl Measure {
    /// Returns between which values a measure lies: what is stated of it, else what its own formula
    /// comes to.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value for anything that the inputs admit.
    pub fn bounds<'a>(self, view: impl Into<View<'a>>) -> Result<Bounds, Undefined> {
        let (node, names) = self.as_formula();
        let view = view.into();
        bounds(&[node], names.as_slice(), &view, view.window)
    }
}
