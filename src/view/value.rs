//! [`Value`]: what a metric comes to.

use core::fmt;

use alloc::{format, string::String};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    View,
    exact::{Amounts, Exact},
};
use crate::{
    currency::Currency,
    formula::{Formula, Node, Window, evaluate, evaluate_measure, spelled},
    item::Item,
    metric::{Kind, Measure, Metric},
    quantity::{
        self, Checked, Days, Money, Multiple, Operand as _, PerShare, QuantityError, Ratio, Shares,
        read_back,
    },
    undefined::Undefined,
};

/// What a metric comes to: a number, what kind of number, and the currency of amounts.
///
/// It prints as the kind does, with the formatter's precision as the number of places: `46.2%`,
/// `$1.004 billion`, `277.0x`. Without one, amounts are printed exactly and ratios and multiples to
/// two decimals; `{:#}` prints every digit.
///
/// In serde it is `{"number": "0.462", "kind": "ratio"}`; amounts have their currency beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Value {
    number: Decimal,
    kind: Kind,
    /// Of amounts alone, so that equal ratios are equal whatever their reports are in.
    currency: Option<Currency>,
}

/// The form of a value in serde, before it is held to the limits of its kind.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Value")]
struct Wire {
    #[serde(with = "crate::decimal::wire")]
    number: Decimal,
    kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    currency: Option<Currency>,
}

impl TryFrom<Wire> for Value {
    type Error = ValueError;

    fn try_from(Wire { number, kind, currency }: Wire) -> Result<Self, ValueError> {
        if kind.is_in_a_currency() != currency.is_some() {
            return Err(ValueError::Currency { kind, currency });
        }
        Ok(Self { number: held(number, kind)?, kind, currency })
    }
}

impl From<Value> for Wire {
    fn from(Value { number, kind, currency }: Value) -> Self {
        Self { number, kind, currency }
    }
}

/// Holds a number to the limits of its kind.
#[inline]
fn held(number: Decimal, kind: Kind) -> Result<Decimal, QuantityError> {
    match kind {
        Kind::Flow | Kind::Money => read_back::<Money>(number),
        Kind::PerShareFlow | Kind::PerShare => read_back::<PerShare>(number),
        Kind::Shares => read_back::<Shares>(number),
        Kind::Ratio | Kind::Multiple | Kind::Days | Kind::Score | Kind::Count => Ok(number),
    }
}

/// A value that is no quantity of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueError {
    /// The value is of another kind.
    #[error("the value is of kind {found:?}, and {wanted} was asked for")]
    Kind {
        /// The kind of the value.
        found: Kind,
        /// What was asked for.
        wanted: &'static str,
    },
    /// An amount is read without a currency, or a number that has none with one.
    #[error("a value of kind {kind:?} {}", needed(*currency))]
    Currency {
        /// The kind of the value.
        kind: Kind,
        /// The currency given with it.
        currency: Option<Currency>,
    },
    /// The value is past the limits of the quantity.
    #[error(transparent)]
    Limits(#[from] QuantityError),
}

/// Says what is wrong with a currency that is, or is not, there.
fn needed(currency: Option<Currency>) -> String {
    match currency {
        Some(currency) => format!("has no currency, and {currency} is given"),
        None => "needs a currency".into(),
    }
}

impl Value {
    pub(crate) const fn new(number: Decimal, kind: Kind, currency: Currency) -> Self {
        let currency = if kind.is_in_a_currency() { Some(currency) } else { None };
        Self { number, kind, currency }
    }

    /// Returns the number: a fraction for a ratio, whole units for amounts.
    #[must_use]
    pub const fn number(self) -> Decimal {
        self.number
    }

    /// Returns what kind of number it is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// Returns the currency, of amounts.
    #[must_use]
    pub const fn currency(self) -> Option<Currency> {
        self.currency
    }

    /// Returns the amount of money.
    ///
    /// # Errors
    ///
    /// Returns the kind where it is not money, or the amount where it is not below 10^19.
    pub fn money(self) -> Result<Money, ValueError> {
        match (self.kind, self.currency) {
            (Kind::Flow | Kind::Money, Some(currency)) => self.quantity(currency),
            (found, _) => Err(ValueError::Kind { found, wanted: "money" }),
        }
    }

    /// Returns the amount per share.
    ///
    /// # Errors
    ///
    /// Returns the kind where it is not an amount per share, or the amount where it is not below
    /// 10^19.
    pub fn per_share(self) -> Result<PerShare, ValueError> {
        match (self.kind, self.currency) {
            (Kind::PerShareFlow | Kind::PerShare, Some(currency)) => self.quantity(currency),
            (found, _) => Err(ValueError::Kind { found, wanted: "an amount per share" }),
        }
    }

    /// Returns the number of shares.
    ///
    /// # Errors
    ///
    /// Returns the kind where it is not a number of shares, or the number where it is not below
    /// 10^19.
    pub fn shares(self) -> Result<Shares, ValueError> {
        match self.kind {
            Kind::Shares => self.quantity(()),
            found => Err(ValueError::Kind { found, wanted: "a number of shares" }),
        }
    }

    /// Returns the ratio.
    ///
    /// # Errors
    ///
    /// Returns the kind where it is not a ratio.
    pub fn ratio(self) -> Result<Ratio, ValueError> {
        match self.kind {
            Kind::Ratio => self.quantity(()),
            found => Err(ValueError::Kind { found, wanted: "a ratio" }),
        }
    }

    /// Returns the multiple.
    ///
    /// # Errors
    ///
    /// Returns the kind where it is not a multiple.
    pub fn multiple(self) -> Result<Multiple, ValueError> {
        match self.kind {
            Kind::Multiple => self.quantity(()),
            found => Err(ValueError::Kind { found, wanted: "a multiple" }),
        }
    }

    /// Returns the number of days.
    ///
    /// # Errors
    ///
    /// Returns the kind where it is not a number of days.
    pub fn days(self) -> Result<Days, ValueError> {
        match self.kind {
            Kind::Days => self.quantity(()),
            found => Err(ValueError::Kind { found, wanted: "a number of days" }),
        }
    }

    /// Returns the value of a measure, or that it is past the limits of its kind, which hold for
    /// what is read back as well.
    #[inline]
    pub(crate) fn within_limits(
        number: Decimal,
        kind: Kind,
        currency: Currency,
    ) -> Result<Self, Undefined> {
        match held(number, kind) {
            Ok(number) => Ok(Self::new(number, kind, currency)),
            Err(_) => Err(Undefined::OutOfRange),
        }
    }

    /// Returns the value rounded to a number of decimals, a tie away from zero.
    pub(super) fn rounded_to(self, places: u32) -> Self {
        Self { number: quantity::rounded_to(self.number, places), ..self }
    }

    /// Returns the quantity, within the limits that its own arithmetic and its wire form hold to.
    fn quantity<Q: quantity::Operand>(self, unit: Q::Unit) -> Result<Q, ValueError> {
        let number = read_back::<Q>(self.number)?;
        Ok(Q::from_result(Checked(number), unit))
    }
}

/// Turns a value into the quantity that its kind is; for callers that know the kind.
pub(crate) fn typed<Q: FromValue>(value: Value) -> Result<Q, Undefined> {
    // Past the limits of its kind. A kind that does not fit would be a row of the facade that names
    // the wrong type; the tests call each one.
    Q::from_value(value).map_err(|_| Undefined::OutOfRange)
}

/// A quantity that a value may be.
pub(crate) trait FromValue: Sized {
    fn from_value(value: Value) -> Result<Self, ValueError>;
}

impl FromValue for Decimal {
    fn from_value(value: Value) -> Result<Self, ValueError> {
        Ok(value.number)
    }
}

macro_rules! from_value {
    ($($quantity:ident $method:ident;)+) => {$(
        impl FromValue for $quantity {
            fn from_value(value: Value) -> Result<Self, ValueError> {
                value.$method()
            }
        }
    )+};
}

from_value! {
    Money money; PerShare per_share; Shares shares; Ratio ratio; Multiple multiple; Days days;
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.print(self.number, self.currency, f)
    }
}

/// Evaluates a metric over amounts, within the limits of its kind.
#[inline]
pub(crate) fn metric_number<A: Amounts>(
    metric: Metric,
    amounts: &A,
    states_metrics: bool,
    window: Window,
) -> Result<Decimal, Undefined> {
    if states_metrics {
        return measure_number(metric.into(), amounts, window);
    }
    // Nothing is looked up for the metrics on the way, which took a quarter of the time.
    let number = evaluate(spelled(metric), &[], &mut Exact(amounts), window)?;
    held(number, metric.kind()).map_err(|_| Undefined::OutOfRange)
}

/// Evaluates a measure over amounts, within the limits of its kind.
pub(crate) fn measure_number<A: Amounts>(
    measure: Measure,
    amounts: &A,
    window: Window,
) -> Result<Decimal, Undefined> {
    let number = evaluate_measure(&measure, &mut Exact(amounts), window)?;
    held(number, measure.kind()).map_err(|_| Undefined::OutOfRange)
}

impl Formula {
    /// Evaluates the formula as a number.
    ///
    /// Sums and differences of amounts are exact or [`Undefined::OutOfRange`]. Every other step is
    /// rounded to 28 significant digits or 28 decimals, whichever is coarser, half to even. Nothing
    /// is allocated.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn value<'a>(&self, view: impl Into<View<'a>>) -> Result<Decimal, Undefined> {
        let view = view.into();
        evaluate(self.nodes(), self.names(), &mut Exact(&view), view.window)
    }
}

impl Metric {
    /// Evaluates the metric.
    ///
    /// ```
    /// use financials::{Currency, IncomeStatement, Period, Report, Undefined, metrics};
    ///
    /// let income = IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317);
    /// let period: Period = "2025-04-01..2025-06-30".parse()?;
    /// let report = Report::builder("Palantir", period, Currency::USD).income(income).build()?;
    /// assert_eq!(format!("{:.1}", metrics::OPERATING_MARGIN.value(&report)?), "26.8%");
    ///
    /// let absent = metrics::NET_MARGIN.value(&report).unwrap_err();
    /// assert_eq!(absent.to_string(), "net_income is not reported in the period");
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn value<'a>(self, view: impl Into<View<'a>>) -> Result<Value, Undefined> {
        let view = view.into();
        let number = metric_number(self, &view, view.states_metrics(), view.window)?;
        Ok(Value::new(number, self.kind(), view.currency()))
    }
}

impl Item {
    /// Returns the amount of a line item: as reported, or computed by an identity of the statement.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is none.
    pub fn value<'a>(self, view: impl Into<View<'a>>) -> Result<Value, Undefined> {
        let view = view.into();
        Measure::Item(self).value(view)
    }
}

impl Measure {
    /// Returns the amount of a measure, as [`Item::value`] and [`Metric::value`] do.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is none.
    pub fn value<'a>(self, view: impl Into<View<'a>>) -> Result<Value, Undefined> {
        let view = view.into();
        let number = measure_number(self, &view, view.window)?;
        Ok(Value::new(number, self.kind(), view.currency()))
    }
}

/// Growth of any measure.
impl Measure {
    /// Returns the growth of the measure over the same fiscal period a year ago.
    ///
    /// # Errors
    ///
    /// Returns the reason why there is none: no report of a year ago, or a base that gives growth
    /// no meaning.
    pub fn growth<'a>(self, view: impl Into<View<'a>>) -> Result<Ratio, Undefined> {
        let view = view.into();
        let (node, names) = self.as_formula();
        let nodes = [Node::GrowthYoy, node];
        let growth = evaluate(&nodes, names.as_slice(), &mut Exact(&view), view.window)?;
        Ok(Ratio::from_result(Checked(growth), ()))
    }
}

impl Item {
    /// Returns the growth of the line item over the same fiscal period a year ago.
    ///
    /// # Errors
    ///
    /// As [`Measure::growth`].
    pub fn growth<'a>(self, view: impl Into<View<'a>>) -> Result<Ratio, Undefined> {
        Measure::Item(self).growth(view)
    }
}

impl Metric {
    /// Returns the growth of the metric over the same fiscal period a year ago.
    ///
    /// # Errors
    ///
    /// As [`Measure::growth`].
    pub fn growth<'a>(self, view: impl Into<View<'a>>) -> Result<Ratio, Undefined> {
        Measure::Metric(self).growth(view)
    }
}
