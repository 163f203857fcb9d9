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
//! | `quarter_average(x)` | the mean of a balance at the last five ends of quarters: of a year, its end, those of its first three quarters and that of the year before |
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
mod text;
mod walk;

mod catalogue;

mod definition;

mod display;
mod domain;
mod error;
mod parse;

mod check;
mod program;
mod refused;
mod tree;

mod node;

pub(crate) use catalogue::{formula_of, spelled};
pub use definition::Formula;
pub use domain::{At, Domain, Over, Window};
pub use error::FormulaError;
pub use expression::Expression;
pub use node::{BinaryOp, Guard, Literal, Node, Span, UnaryOp};
pub use refused::Refused;
pub(crate) use tree::Tree;
pub use walk::{evaluate, evaluate_measure};
