//! [`Given`]: a formula over amounts that are simply given.

use rust_decimal::Decimal;

use super::exact::{Amounts, Exact};
use crate::{
    formula::{At, Formula, Window, evaluate},
    metric::{Measure, Metric},
    undefined::{Undefined, When},
};

/// Amounts that are simply given, without a report: a price and an estimate, say.
///
/// ```
/// use financials::{Decimal, Item, metrics, view::Given};
///
/// let given = Given(&[(Item::SharePrice.into(), 180.into()), (Item::EpsNtm.into(), 2.into())]);
/// assert_eq!(given.value_of(metrics::FORWARD_PE_NTM)?, Decimal::from(90));
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Given<'a>(pub &'a [(Measure, Decimal)]);

impl Given<'_> {
    /// Evaluates a metric.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn value_of(&self, metric: Metric) -> Result<Decimal, Undefined> {
        self.evaluate(&metric.formula())
    }

    /// Evaluates a formula.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value; there is no earlier period.
    pub fn evaluate(&self, formula: &Formula) -> Result<Decimal, Undefined> {
        evaluate(formula.nodes(), formula.names(), &mut Exact(self), Window::AsDeclared)
    }
}

impl Amounts for Given<'_> {
    fn amount(&self, measure: &Measure, at: At) -> Result<Option<Decimal>, Undefined> {
        if at.when != When::NOW {
            return Err(Undefined::NoReport { at: at.when });
        }
        Ok(self.0.iter().find(|(given, _)| given == measure).map(|(_, amount)| *amount))
    }

    fn days(&self, at: At) -> Result<u32, Undefined> {
        Err(Undefined::NoReport { at: at.when })
    }

    fn periods_per_year(&self, at: At) -> Result<u8, Undefined> {
        Err(Undefined::NoReport { at: at.when })
    }
}
