//! [`Consensus`]: what analysts expect of a measure.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::{Actual, Subject, SubjectError};
use crate::{
    arith::{self, Rounding},
    figure::Basis,
    quantity::{Checked, Operand, Operation, Quantity, Ratio, sum},
    undefined::Undefined,
};

/// What analysts expect of a measure, on average.
///
/// ```
/// use financials::{
///     Accuracy, Basis, Currency, Item, PerShare,
///     expected::{Actual, Consensus, Subject},
/// };
///
/// let usd = |text: &str| PerShare::parse(text, Currency::USD);
/// let earnings = Subject::of(Item::EpsDiluted).on(Basis::Adjusted);
/// let consensus = Consensus::new(usd("0.14")?).about(earnings)?.by("FactSet").from_analysts(19);
///
/// let adjusted = Actual::new(usd("0.16")?, Accuracy::Decimals(2)).on(Basis::Adjusted);
/// let surprise = consensus.surprise(&adjusted)?;
/// assert_eq!(format!("{:+.2}", surprise.absolute()), "+$0.02");
/// assert_eq!(format!("{:+.1}", surprise.relative()?), "+14.3%");
///
/// // Earnings by GAAP are no answer to an adjusted estimate.
/// let reported = Actual::new(usd("0.13")?, Accuracy::Decimals(2));
/// assert_eq!(consensus.surprise(&reported).unwrap_err().to_string(), "the bases differ");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    try_from = "Wire<Q>",
    into = "Wire<Q>",
    bound(serialize = "Q: Quantity + Serialize", deserialize = "Q: Quantity + Deserialize<'de>")
)]
pub struct Consensus<Q> {
    value: Q,
    analysts: Option<u32>,
    provider: Option<String>,
    subject: Option<Subject>,
}

impl<Q: Quantity> Consensus<Q> {
    /// Makes a consensus of its mean.
    #[must_use]
    pub fn new(value: Q) -> Self {
        Self { value, analysts: None, provider: None, subject: None }
    }

    /// Says what it is about; without it, it is of an unnamed measure.
    ///
    /// # Errors
    ///
    /// - a measure of another unit: an estimate in money of a margin.
    pub fn about(self, subject: Subject) -> Result<Self, SubjectError> {
        Ok(Self { subject: Some(subject.checked_for::<Q>()?), ..self })
    }

    /// Adds who collected it; providers differ.
    #[must_use]
    pub fn by(self, provider: impl Into<String>) -> Self {
        Self { provider: Some(provider.into()), ..self }
    }

    /// Adds how many analysts it is the mean of.
    #[must_use]
    pub fn from_analysts(self, count: u32) -> Self {
        Self { analysts: Some(count), ..self }
    }

    /// Returns the mean.
    #[must_use]
    pub fn value(&self) -> Q {
        self.value
    }

    /// Returns how many analysts it is the mean of.
    #[must_use]
    pub fn analysts(&self) -> Option<u32> {
        self.analysts
    }

    /// Returns who collected it.
    #[must_use]
    pub fn provider(&self) -> Option<&str> {
        self.provider.as_deref()
    }

    /// Returns what it is about.
    #[must_use]
    pub fn subject(&self) -> Option<&Subject> {
        self.subject.as_ref()
    }

    /// Returns the basis of the measure estimated, where it was said.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        self.subject.as_ref().and_then(Subject::basis)
    }

    /// Returns by how much the actual differs from the consensus.
    ///
    /// # Errors
    ///
    /// - an actual on another basis, in another currency, or of another measure or period.
    /// - a difference that is not exact in 28 significant digits.
    pub fn surprise(&self, actual: &Actual<Q>) -> Result<Surprise<Q>, Undefined> {
        actual.answers(self.subject())?;
        let absolute = sum(actual.value(), self.value, Operation::Subtract)?;
        Ok(Surprise { absolute, expected: self.value })
    }
}

/// By how much an actual differs from what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surprise<Q> {
    absolute: Q,
    expected: Q,
}

impl<Q: Quantity> Surprise<Q> {
    /// Returns the actual less the consensus: positive where it is higher.
    #[must_use]
    pub fn absolute(&self) -> Q {
        self.absolute
    }

    /// Returns the difference as a part of the consensus's magnitude, so that a smaller loss than
    /// expected is a positive surprise; rounded to 28 significant digits.
    ///
    /// # Errors
    ///
    /// - a consensus of zero.
    pub fn relative(&self) -> Result<Ratio, Undefined> {
        let expected = self.expected.number().abs();
        if expected.is_zero() {
            return Err(Undefined::ZeroDenominator);
        }
        let part = arith::div(self.absolute.number(), expected, Rounding::HalfEven);
        let part = part.ok_or(Undefined::OutOfRange)?;
        Ok(Ratio::from_result(Checked(arith::normal(part.value)), ()))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Consensus")]
struct Wire<Q> {
    value: Q,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    analysts: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    provider: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<Subject>,
}

impl<Q: Quantity> TryFrom<Wire<Q>> for Consensus<Q> {
    type Error = SubjectError;

    fn try_from(wire: Wire<Q>) -> Result<Self, SubjectError> {
        let Wire { value, analysts, provider, subject } = wire;
        let consensus = Self { value, analysts, provider, subject: None };
        match subject {
            Some(subject) => consensus.about(subject),
            None => Ok(consensus),
        }
    }
}

impl<Q> From<Consensus<Q>> for Wire<Q> {
    fn from(consensus: Consensus<Q>) -> Self {
        let Consensus { value, analysts, provider, subject } = consensus;
        Self { value, analysts, provider, subject }
    }
}
