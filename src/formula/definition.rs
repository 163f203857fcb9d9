//! [`Formula`]: steps that were checked, with their unit.

use alloc::{borrow::Cow, string::ToString};

use super::{check, error::FormulaError, node::Node, program::Program, refused::Refused};
use crate::metric::{Dimension, Kind, Named};

/// A formula over line items and metrics, checked when it was built.
///
/// Its text reads back as the same formula, and serde writes it as that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    nodes: Cow<'static, [Node]>,
    names: Cow<'static, [Named]>,
    dimension: Dimension,
}

impl Formula {
    /// Checks that the formula's value is of a kind, as a declared metric's is.
    ///
    /// ```
    /// use financials::{formula::Formula, metric::Kind};
    ///
    /// let quarterly = Formula::parse("net_income / average(stockholders_equity)")?;
    /// let refused = quarterly.of_kind(Kind::Ratio).unwrap_err();
    /// assert_eq!(
    ///     refused.refused.to_string(),
    ///     "declared as Ratio, which is a plain number, but is a plain number over the period",
    /// );
    /// let yearly = Formula::parse("ttm(net_income) / average(stockholders_equity)")?;
    /// assert!(yearly.of_kind(Kind::Ratio).is_ok());
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the unit that the formula has where it is another one: a quarter's flow over a
    /// balance is no ratio, since it depends on the quarter's length.
    pub fn of_kind(self, kind: Kind) -> Result<Self, FormulaError> {
        match check::kind(&self.nodes, &self.names, kind) {
            Ok(_) => Ok(self),
            Err(refused) => Err(FormulaError::new(&self.to_string(), refused)),
        }
    }

    pub(super) fn build(program: &Program) -> Result<Self, Refused> {
        let dimension = check::dimension(program.nodes(), program.names())?;
        Ok(Self {
            nodes: Cow::Owned(program.nodes().into()),
            names: Cow::Owned(program.names().into()),
            dimension,
        })
    }

    /// Wraps a formula that was checked while compiling.
    pub(crate) const fn compiled(nodes: &'static [Node], dimension: Dimension) -> Self {
        Self { nodes: Cow::Borrowed(nodes), names: Cow::Borrowed(&[]), dimension }
    }

    /// Returns the steps of the formula, in Polish notation.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Returns the measures of the user's own, in the order of [`Node::Named`].
    #[must_use]
    pub fn names(&self) -> &[Named] {
        &self.names
    }

    /// Returns the unit of its value.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        self.dimension
    }
}
