//! [`DuPont`]: return on equity as a product of factors.

use core::fmt;

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::{
    metric::{Metric, metrics},
    undefined::Undefined,
    view::{Value, View},
};

/// Return on equity as a product of factors, all over twelve months.
///
/// ```
/// use financials::{BalanceSheet, Currency, IncomeStatement, Period, Report, analysis::DuPont};
///
/// let report = |period: &str, equity: i64| {
///     let income = IncomeStatement::in_millions().revenue(200).net_income(20);
///     let balance = BalanceSheet::in_millions().total_assets(400).stockholders_equity(equity);
///     Report::builder("a company", period.parse::<Period>()?, Currency::USD)
///         .income(income)
///         .balance(balance)
///         .build()
///         .map_err(financials::Error::from)
/// };
/// let year_ago = report("2023-01-01..2023-12-31", 100)?;
/// let now = report("2024-01-01..2024-12-31", 100)?;
/// let dupont = DuPont::three_step(now.view().with_year_ago(&year_ago)?)?;
/// assert_eq!(
///     dupont.to_string(),
///     "net_margin 10% × asset_turnover 0.5x × equity_multiplier 4x = return_on_equity 20%",
/// );
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire")]
pub struct DuPont {
    factors: Vec<Factor>,
    return_on_equity: Value,
}

/// Factors that are not those of an analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the factors are neither the three nor the five of a return on equity, each of its kind")]
pub struct DuPontError;

/// One factor of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// What it is.
    pub metric: Metric,
    /// Its value over twelve months.
    pub value: Value,
}

const THREE: [Metric; 3] =
    [metrics::NET_MARGIN, metrics::ASSET_TURNOVER, metrics::EQUITY_MULTIPLIER];

const FIVE: [Metric; 5] = [
    metrics::TAX_BURDEN,
    metrics::INTEREST_BURDEN,
    metrics::OPERATING_MARGIN,
    metrics::ASSET_TURNOVER,
    metrics::EQUITY_MULTIPLIER,
];

impl DuPont {
    /// Returns net margin, asset turnover and equity multiplier.
    ///
    /// # Errors
    ///
    /// Returns the first reason why a factor has no value: a missing line item or year ago, or
    /// equity that is not positive.
    pub fn three_step<'a>(view: impl Into<View<'a>>) -> Result<Self, Undefined> {
        Self::of(view.into(), &THREE)
    }

    /// Returns tax burden, interest burden, operating margin, asset turnover and equity multiplier.
    ///
    /// # Errors
    ///
    /// Returns the first reason why a factor has no value: as for [`three_step`](Self::three_step),
    /// and income before taxes or operating income that is not positive.
    pub fn five_step<'a>(view: impl Into<View<'a>>) -> Result<Self, Undefined> {
        Self::of(view.into(), &FIVE)
    }

    fn of(view: View<'_>, factors: &[Metric]) -> Result<Self, Undefined> {
        let view = view.trailing();
        let factor = |metric: &Metric| Ok(Factor { metric: *metric, value: metric.value(view)? });
        Ok(Self {
            factors: factors.iter().map(factor).collect::<Result<_, Undefined>>()?,
            return_on_equity: metrics::RETURN_ON_EQUITY.value(view)?,
        })
    }

    /// Returns the factors, in the order of the analysis.
    #[must_use]
    pub fn factors(&self) -> &[Factor] {
        &self.factors
    }

    /// Returns the return on equity that they make up, computed from its own formula.
    #[must_use]
    pub const fn return_on_equity(&self) -> Value {
        self.return_on_equity
    }
}

/// Writes the product, with the formatter's precision as the number of places.
impl fmt::Display for DuPont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Factor { metric, value }) in self.factors.iter().enumerate() {
            let times = if place == 0 { "" } else { " × " };
            write!(f, "{times}{metric} ")?;
            value.fmt(f)?;
        }
        write!(f, " = {} ", metrics::RETURN_ON_EQUITY)?;
        self.return_on_equity.fmt(f)
    }
}

/// The form of an analysis in serde, before its factors are held to be those of one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct DuPont")]
struct Wire {
    factors: Vec<Factor>,
    return_on_equity: Value,
}

impl TryFrom<Wire> for DuPont {
    type Error = DuPontError;

    fn try_from(Wire { factors, return_on_equity }: Wire) -> Result<Self, DuPontError> {
        let is_of = |all: &[Metric]| factors.iter().map(|it| it.metric).eq(all.iter().copied());
        let is_product = is_of(&THREE) || is_of(&FIVE);
        let are_of_their_kinds = factors.iter().all(|it| it.value.kind() == it.metric.kind())
            && return_on_equity.kind() == metrics::RETURN_ON_EQUITY.kind();
        match is_product && are_of_their_kinds {
            true => Ok(Self { factors, return_on_equity }),
            false => Err(DuPontError),
        }
    }
}
