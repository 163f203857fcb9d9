//! [`BoundsColumn`]: between which values a measure lies in every row of a panel.

use alloc::vec::Vec;
use core::ops::Bound;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{evaluate::PanelView, numbers::Numbers, reasons::Reasons};
use crate::{
    formula::{Formula, Node},
    interval::Interval,
    item::Item,
    metric::{Measure, Metric, Named},
    undefined::Undefined,
    view::{Bounds, bounds},
};

/// Between which values a measure lies in every row of a panel, given how precisely its inputs were
/// stated: two ends at so many decimals, or the reason why there is no value.
///
/// Each cell is what [`Metric::bounds`] gives of that company's history and period, its low end
/// rounded down and its high end up, and the same reason where there is none. An end that rounding
/// moves is open. To 28 decimals, no end moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundsColumn {
    /// Zero where there is no end.
    low: Numbers,
    high: Numbers,
    /// What more is known of each cell.
    marks: Vec<Marks>,
    reasons: Reasons,
}

/// What is known of the bounds of a cell beside their ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marks {
    low: End,
    high: End,
    is_defined_throughout: bool,
    is_place_assumed: bool,
}

/// Whether an end belongs to the interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Closed,
    Open,
    Unbounded,
}

impl End {
    /// Rounds an end to decimals.
    fn rounded(bound: Bound<Decimal>, places: u32, way: RoundingStrategy) -> (Decimal, Self) {
        let (number, end) = match bound {
            Bound::Included(number) => (number, Self::Closed),
            Bound::Excluded(number) => (number, Self::Open),
            Bound::Unbounded => return (Decimal::ZERO, Self::Unbounded),
        };
        let rounded = number.round_dp_with_strategy(places, way);
        (rounded, if rounded == number { end } else { Self::Open })
    }

    const fn bound(self, number: Decimal) -> Bound<Decimal> {
        match self {
            Self::Closed => Bound::Included(number),
            Self::Open => Bound::Excluded(number),
            Self::Unbounded => Bound::Unbounded,
        }
    }
}

impl Marks {
    /// Of a cell that has no bounds.
    const NONE: Self = Self {
        low: End::Unbounded,
        high: End::Unbounded,
        is_defined_throughout: false,
        is_place_assumed: false,
    };
}

impl BoundsColumn {
    fn with_capacity(places: u32, rows: usize) -> Self {
        let ends = || Numbers::with_capacity(places, rows);
        let (marks, reasons) = (Vec::with_capacity(rows), Reasons::with_capacity(rows));
        Self { low: ends(), high: ends(), marks, reasons }
    }

    fn push(&mut self, cell: Result<Bounds, Undefined>) {
        let places = self.places();
        let (code, low, high, marks) = match cell {
            Ok(bounds) => {
                let interval = bounds.interval();
                let down = RoundingStrategy::ToNegativeInfinity;
                let (low, low_end) = End::rounded(interval.low(), places, down);
                let up = RoundingStrategy::ToPositiveInfinity;
                let (high, high_end) = End::rounded(interval.high(), places, up);
                let marks = Marks {
                    low: low_end,
                    high: high_end,
                    is_defined_throughout: bounds.is_defined_throughout(),
                    is_place_assumed: bounds.is_place_assumed(),
                };
                (0, low, high, marks)
            }
            Err(reason) => (self.reasons.code(reason), Decimal::ZERO, Decimal::ZERO, Marks::NONE),
        };
        self.low.push(low);
        self.high.push(high);
        self.marks.push(marks);
        self.reasons.push(code);
    }

    /// Returns how many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Returns whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Returns to how many decimals its ends are rounded outward.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.low.places()
    }

    /// Returns the bounds of a row, or why there are none; nothing past the last row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<Result<Bounds, Undefined>> {
        if let Some(reason) = self.reasons.get(row)? {
            return Some(Err(reason));
        }
        let (low, high, marks) = (self.low.get(row)?, self.high.get(row)?, self.marks.get(row)?);
        let interval = Interval::new(marks.low.bound(low), marks.high.bound(high));
        debug_assert!(interval.is_ok(), "rounding outward leaves the values inside");
        let interval = interval.unwrap_or(Interval::everything());
        Some(Ok(Bounds::new(interval, marks.is_defined_throughout, marks.is_place_assumed)))
    }

    /// Returns the cells in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = Result<Bounds, Undefined>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// Returns for each row zero where there are bounds, else which of the
    /// [`reasons`](Self::reasons) there is, counted from one.
    #[must_use]
    pub fn codes(&self) -> &[u32] {
        self.reasons.codes()
    }

    /// Returns the reasons that rows have, each once, in the order of the rows.
    #[must_use]
    pub fn reasons(&self) -> &[Undefined] {
        self.reasons.known()
    }
}

impl PanelView<'_> {
    /// Reads the bounds of a formula in every row.
    fn bounds_column(self, nodes: &[Node], names: &[Named]) -> BoundsColumn {
        let mut column = BoundsColumn::with_capacity(self.places(), self.panel().len());
        for row in self.every_standpoint() {
            column.push(bounds(nodes, names, &row, self.window()));
        }
        column
    }
}

impl Metric {
    /// Returns between which values the metric lies in every row of a panel.
    ///
    /// ```
    /// use financials::{
    ///     Currency, History, IncomeStatement, QuarterlyReport, metrics, panel::Panel,
    /// };
    ///
    /// let period = "2025-04-01..2025-06-30".parse()?;
    /// let income = IncomeStatement::in_millions().revenue(1_004).operating_income(464);
    /// let report = QuarterlyReport::builder("Palantir", period, Currency::USD).income(income);
    /// let panel = Panel::of([&History::new([report.build()?])?])?;
    /// let margins = metrics::OPERATING_MARGIN.bounds_column(panel.view().to_places(4));
    /// assert_eq!(margins.get(0).unwrap()?.to_string(), "(0.4614, 0.4629)");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn bounds_column<'a>(self, panel: impl Into<PanelView<'a>>) -> BoundsColumn {
        Measure::Metric(self).bounds_column(panel)
    }
}

impl Measure {
    /// Returns between which values the measure lies in every row of a panel.
    #[must_use]
    pub fn bounds_column<'a>(self, panel: impl Into<PanelView<'a>>) -> BoundsColumn {
        let (node, names) = self.as_formula();
        panel.into().bounds_column(&[node], names.as_slice())
    }
}

impl Item {
    /// Returns between which values the line item lies in every row of a panel.
    #[must_use]
    pub fn bounds_column<'a>(self, panel: impl Into<PanelView<'a>>) -> BoundsColumn {
        Measure::Item(self).bounds_column(panel)
    }
}

impl Formula {
    /// Returns between which values the formula lies in every row of a panel.
    #[must_use]
    pub fn bounds_column<'a>(&self, panel: impl Into<PanelView<'a>>) -> BoundsColumn {
        panel.into().bounds_column(self.nodes(), self.names())
    }
}
