//! Formulas as data: built once, checked when built, read by one walk.
//!
//! A formula is written as text, in the catalogue and by users alike, or put together from
//! [`Expression`]s. Either way it is refused when it is built if it makes no sense: if it adds
//! money to shares, sums a balance or an amount per share over quarters, or takes the mean of a
//! flow.
//!
//! ```
//! use financials::{Item, formula::{Expression, Formula}};
//!
//! let coverage = Formula::parse("operating_cash_flow / capital_expenditures")?;
//! let same = Expression::from(Item::OperatingCashFlow) / Item::CapitalExpenditures;
//! assert_eq!(coverage, same.build()?);
//!
//! let refused = Formula::parse("ttm(total_assets)").unwrap_err();
//! assert_eq!(
//!     refused.to_string(),
//!     "formula 'ttm(total_assets)': ttm() adds four quarters, and money is not a flow",
//! );
//! # Ok::<(), financials::Error>(())
//! ```
//!
//! # The language
//!
//! Line items by their names, metrics by theirs or an alias; `revenue:us_commercial` is a segment's
//! line item, and `named(customers, rate)` any measure of the user's own. Numbers, `+ - * /` and
//! parentheses.
//!
//! | function | value |
//! |---|---|
//! | `ttm(x)` | a flow over twelve months: four quarters, or a year; `ttm(average(x))` spans them too |
//! | `ttm_per_share(x)` | an amount per share of four quarters added up, by the market's convention |
//! | `average(x)` | the mean of a balance at the beginning and at the end of the period; beside `ttm()`, or a metric that takes it, of the twelve months |
//! | `change(x)` | a balance at the end of the period less that at its beginning, which is a flow |
//! | `annualised(x)` | a flow at a year's rate: a quarter's times four |
//! | `year_ago(x)`, `years_ago(x, n)` | the value of the same fiscal period, years earlier |
//! | `quarter_ago(x)`, `quarters_ago(x, n)` | the value of an earlier period |
//! | `growth(x)`, `growth_qoq(x)` | growth over a year ago, over a quarter ago |
//! | `cagr(x, n)` | compound yearly growth over `n` years |
//! | `positive(x, earnings)` | `x`, which must be above zero; else not meaningful, for `earnings`, `equity` or `base` |
//! | `or_zero(x)` | a measure, or zero where it is not reported, which the explanation says; of a sum of nothing else one part must be reported |
//! | `min(x, y)`, `max(x, y)`, `abs(x)`, `sqrt(x)` | as named |
//! | `power(x, n)`, `geometric_sum(x, n)` | a plain number raised to a whole power; the sum of its powers from the first to the `n`-th |
//! | `is_positive(x)` | 1 if `x` is above zero, else 0 |
//! | `period_days`, `day` | the days of the period, and one day |

/// `?` for functions that run while compiling.
macro_rules! tri {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(refused) => return Err(refused),
        }
    };
}

mod expression;
mod latex;
mod walk;

mod catalogue;

mod display;
mod domain;
mod error;
mod parse;

mod check;
mod program;
mod refused;
mod tree;

mod node;

use alloc::{
    borrow::Cow,
    string::{String, ToString},
};
use core::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub(crate) use catalogue::{formula_of, spelled};
pub use domain::{At, Domain, Over, Window};
pub use error::FormulaError;
pub use expression::Expression;
pub use node::{BinaryOp, Guard, Literal, Node, Span, UnaryOp};
use program::Program;
pub use refused::Refused;
pub(crate) use tree::Tree;
pub use walk::{evaluate, evaluate_measure};

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
    /// Reads a formula from text.
    ///
    /// # Errors
    ///
    /// - `revenue +` — the text does not follow the grammar; the error quotes the word
    ///   and names its byte.
    /// - `sales / revenue` — a name is no line item, metric or function; the error offers those
    ///   most like it.
    /// - `revenue + shares_diluted` — money and shares cannot be added.
    /// - `ttm(cash)`, `ttm(eps_diluted)`, `ttm(shares_diluted)` — four quarters do not add up.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        parse::parse(text, None, &catalogue::OVER_TWELVE_MONTHS)
            .and_then(|program| Self::build(&program))
            .map_err(|refused| FormulaError::new(text, refused))
    }

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

    pub(crate) fn build(program: &Program) -> Result<Self, Refused> {
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

impl FromStr for Formula {
    type Err = FormulaError;

    fn from_str(text: &str) -> Result<Self, FormulaError> {
        Self::parse(text)
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&display::text(&self.nodes, &self.names))
    }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Formula {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
