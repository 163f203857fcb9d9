//! [`Certificate`]: a proof that some statements cannot all hold, which anyone can check.

use core::ops::Bound;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::interval::Interval;

/// A proof that some statements cannot all hold: what they say, the formulas between their figures,
/// and the steps that leave one of the figures without a value.
///
/// Every number is an exact fraction, so that a checker needs no more than whole numbers. A step
/// narrows one figure to a range that holds all that its statement or formula leaves of it; the
/// last step leaves nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The figures, by the place that the rest names them with.
    pub figures: Vec<CertifiedFigure>,
    /// What is said of the figures.
    pub statements: Vec<CertifiedStatement>,
    /// What joins the figures.
    pub formulas: Vec<CertifiedFormula>,
    /// The steps, in order.
    pub steps: Vec<CertifiedStep>,
}

/// A figure of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertifiedFigure {
    /// Its place.
    pub place: usize,
    /// Its name; of an intermediate result, how it is computed is its formula's to say.
    pub name: String,
    /// What it is from the start: a constant, or a size that is not negative.
    pub start: CertifiedRange,
}

/// A statement of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertifiedStatement {
    /// Its id; of a figure that is taken as zero, `assumed:` and its name.
    pub id: String,
    /// The figure.
    pub figure: usize,
    /// What it admits.
    pub range: CertifiedRange,
    /// The value and the power of ten of its last place, where it is one rounded value: two of one
    /// figure at one place must be equal.
    pub rounded: Option<(String, i8)>,
}

/// A formula of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertifiedFormula {
    /// `sum` (z = x + y), `product` (z = x y), `power` (z = x^degree), `magnitude`, `smaller`,
    /// `larger`, `sign`, `equal` or `no_more` (z <= x).
    pub rule: String,
    /// The figures z, x and, where there is one, y.
    pub figures: Vec<usize>,
    /// The degree of a power.
    pub degree: Option<u8>,
}

/// A step of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertifiedStep {
    /// The statement by which the figure is narrowed, by its place in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<usize>,
    /// The formula by which it is narrowed, by its place in the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<usize>,
    /// The figure.
    pub figure: usize,
    /// What is left of it; nothing at the last step.
    pub range: Option<CertifiedRange>,
}

/// A range with fractions as its ends; an end that is not there is unbounded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertifiedRange {
    /// The lower end and whether it is among the values.
    pub low: Option<(String, bool)>,
    /// The upper end and whether it is among the values.
    pub high: Option<(String, bool)>,
}

impl From<Interval> for CertifiedRange {
    fn from(interval: Interval) -> Self {
        let end = |end: Bound<Decimal>| match end {
            Bound::Included(value) => Some((fraction(value), true)),
            Bound::Excluded(value) => Some((fraction(value), false)),
            Bound::Unbounded => None,
        };
        Self { low: end(interval.low()), high: end(interval.high()) }
    }
}

/// Writes a decimal as a fraction.
pub(super) fn fraction(value: Decimal) -> String {
    let value = value.normalize();
    match value.scale() {
        0 => value.to_string(),
        scale => format!("{}/1{}", value.mantissa(), "0".repeat(scale as usize)),
    }
}
