//! [`EnterpriseValue`]: the value and the components it had.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::{
    metric::metrics,
    quantity::Money,
    undefined::Undefined,
    view::{Explanation, View},
};

/// An enterprise value with the components it had.
///
/// Two providers' enterprise values of one company differ when one had no figure for leases,
/// preferred stock or minority interests. Here each component is on record, and so is each that was
/// not reported and counted as zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnterpriseValue {
    value: Money,
    components: Vec<Component>,
    absent: Vec<String>,
}

/// One component of an enterprise value, as it was reported; cash and investments are taken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// The line item, or the market capitalisation.
    pub name: String,
    /// The amount, before it is added or taken off.
    pub amount: Money,
}

impl EnterpriseValue {
    pub(super) fn of(view: View<'_>) -> Result<Self, Undefined> {
        let explanation = metrics::ENTERPRISE_VALUE.explain(view)?;
        let mut value =
            Self { value: money(&explanation)?, components: Vec::new(), absent: Vec::new() };
        value.collect(&explanation)?;
        Ok(value)
    }

    /// Walks down to the line items; the market capitalisation is a component as a whole.
    fn collect(&mut self, explanation: &Explanation) -> Result<(), Undefined> {
        for input in explanation.inputs() {
            if input.is_absent() {
                self.absent.push(input.name().into());
            } else if input.inputs().is_empty() || input.name() == metrics::MARKET_CAP.name() {
                self.components
                    .push(Component { name: input.name().into(), amount: money(input)? });
            } else {
                self.collect(input)?;
            }
        }
        Ok(())
    }

    /// Returns the enterprise value.
    #[must_use]
    pub const fn value(&self) -> Money {
        self.value
    }

    /// Returns the components it had, in the order of the formula.
    #[must_use]
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// Returns the names of the components that were not reported and counted as zero.
    #[must_use]
    pub fn absent(&self) -> &[String] {
        &self.absent
    }
}

fn money(explanation: &Explanation) -> Result<Money, Undefined> {
    explanation.value().money().map_err(|_| Undefined::OutOfRange)
}
