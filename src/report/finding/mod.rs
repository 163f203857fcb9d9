//! [`Finding`]: what does not tie out within a report.

mod sides;

use core::fmt;

use alloc::{string::ToString, vec::Vec};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use sides::Sides;
use sides::{Printed, Sum};

use crate::{
    currency::Currency,
    formula::{BinaryOp, Node, Tree, formula_of},
    item::Item,
    metric::{Kind, Measure},
    report::{AdjustedMeasure, Breakdown, Report},
};

/// Something in a report that does not tie out, or is not as expected.
///
/// Figures are held against one another within the accuracy that each is stated with, and by no
/// other tolerance: two sides differ where no values that they admit are equal. A finding never
/// refuses a report, since a filer's own table may not tie out.
///
/// ```
/// use financials::{Currency, IncomeStatement, Period, Report, report::Finding};
///
/// let millions = |revenue: i64| IncomeStatement::in_millions().revenue(revenue);
/// let report = |revenue: i64| {
///     let quarter: Period = "2025-04-01..2025-06-30".parse()?;
///     Report::builder("Palantir, United States", quarter, Currency::USD)
///         .income(millions(revenue))
///         .segment("commercial", millions(306))
///         .segment("government", millions(426))
///         .segments_make_up(financials::Item::Revenue, ["commercial", "government"])
///         .build()
///         .map_err(financials::Error::from)
/// };
/// // 306 and 426 make 732; each was rounded to a million, and 733 is within that.
/// assert!(report(733)?.findings().is_empty());
/// assert!(matches!(report(740)?.findings()[..], [Finding::Breakdown(_)]));
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Finding {
    /// Parts do not make up the whole that they are said to, such as segments and eliminations
    /// against revenue (ASC 280-10-50-30).
    Breakdown(Sides),
    /// A reported figure and its reconciling items do not make the adjusted figure (Regulation G,
    /// 17 CFR 244.100).
    Reconciliation(Sides),
    /// A line item is not what an identity of the statement makes it, such as assets less equity
    /// for liabilities.
    Identity(Sides),
    /// An item that is normally positive is negative; statements print costs and payments as
    /// positive amounts.
    Sign {
        /// The item.
        item: Item,
        /// Its amount.
        #[serde(with = "crate::decimal::wire")]
        amount: Decimal,
        /// The currency of the report.
        currency: Currency,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Breakdown(sides) => write!(f, "parts and whole differ: {sides}"),
            Self::Reconciliation(sides) => write!(f, "the reconciliation differs: {sides}"),
            Self::Identity(sides) => write!(f, "an identity of the statement fails: {sides}"),
            Self::Sign { item, amount, currency } => {
                let kind = Kind::of(item.nature());
                let amount = Printed { number: *amount, kind, currency: Some(*currency) };
                write!(f, "{item} is normally positive and is {amount}")
            }
        }
    }
}

impl Report {
    /// Returns what does not tie out within the report: parts against wholes, reported against
    /// adjusted figures, the identities of the statements, signs.
    ///
    /// What one side lacks a figure for is not held against anything.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let breakdowns = self.breakdowns().iter().filter_map(|it| self.broken_down(it));
        let adjusted = self.adjusted_measures().filter_map(|it| self.reconciled(it));
        let identities = Item::all().filter_map(|item| self.identity(item));
        let signs = Item::all().filter_map(|item| {
            let amount = self.figure(item)?.number();
            let is_odd = item.is_normally_positive() && amount < Decimal::ZERO;
            is_odd.then_some(Finding::Sign { item, amount, currency: self.currency() })
        });
        breakdowns
            .map(Finding::Breakdown)
            .chain(adjusted.map(Finding::Reconciliation))
            .chain(identities.map(Finding::Identity))
            .chain(signs)
            .collect()
    }

    fn unit(&self, measure: Measure) -> (Kind, Currency) {
        (measure.kind(), self.currency())
    }

    fn broken_down(&self, breakdown: &Breakdown) -> Option<Sides> {
        let mut parts = Sum::new();
        for part in breakdown.parts() {
            parts.add(&part.to_string(), self.figure(*part)?, false)?;
        }
        let whole = breakdown.whole();
        parts.against(&whole.to_string(), self.figure(whole)?, self.unit(whole))
    }

    fn reconciled(&self, adjusted: &AdjustedMeasure) -> Option<Sides> {
        if adjusted.items().is_empty() {
            return None;
        }
        let (from, mut sum) = (adjusted.starting_from(), Sum::new());
        sum.add(&from.to_string(), self.figure(from)?, false)?;
        for item in adjusted.items() {
            sum.add(&item.label, &item.figure, false)?;
        }
        let measure = adjusted.measure();
        sum.against(&alloc::format!("adjusted {measure}"), adjusted.figure(), self.unit(measure))
    }

    fn identity(&self, item: Item) -> Option<Sides> {
        let stated = self.figure(item)?;
        let mut sum = Sum::new();
        self.add_terms(formula_of(&item.into())?, false, &mut sum)?;
        sum.against(item.name(), stated, self.unit(item.into()))
    }

    /// Adds the stated items of an identity up, which is a sum or a difference of items.
    fn add_terms(&self, nodes: &[Node], is_negative: bool, sum: &mut Sum) -> Option<()> {
        match Tree::of(nodes) {
            Tree::Leaf(Node::Item(item)) => sum.add(item.name(), self.figure(item)?, is_negative),
            Tree::One(Node::OrZero, operand) => self.add_terms(operand, is_negative, sum),
            Tree::Two(operation @ (BinaryOp::Add | BinaryOp::Sub), left, right) => {
                self.add_terms(left, is_negative, sum)?;
                self.add_terms(right, is_negative != (operation == BinaryOp::Sub), sum)
            }
            _ => None,
        }
    }
}
