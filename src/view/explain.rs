//! [`Explanation`]: how a value came about, down to the sources of its inputs.

use core::fmt;

use alloc::{
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Figures, Records, Value, View, exact};
use crate::{
    arith,
    bounds::PLACES_MAX,
    change,
    figure::{Basis, Figure, Source},
    formula::{
        At, BinaryOp, Domain, Formula, Guard, Literal, Over, UnaryOp, evaluate, evaluate_measure,
        formula_of,
    },
    metric::{Kind, Measure, Metric},
    period::Period,
    undefined::Undefined,
};

/// How a value came about: a tree from the value down to the stated figures it rests on.
///
/// `Display` writes it as an indented text, with the formula, the same formula with its numbers,
/// and the source of each stated figure; serde writes it as the tree.
///
/// ```
/// use financials::{Basis, Currency, IncomeStatement, Period, Report, Source, metrics};
///
/// let income = IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317);
/// let period: Period = "2025-04-01..2025-06-30".parse()?;
/// let report = Report::builder("Palantir", period, Currency::USD)
///     .basis(Basis::Gaap)
///     .source(Source::filing("10-Q", "0001321655-25-000105".parse()?))
///     .income(income)
///     .build()?;
/// assert_eq!(
///     metrics::OPERATING_MARGIN.explain(&report)?.to_string(),
///     "operating_margin = 26.8325002466%, 2025-04-01..2025-06-30, GAAP
///   = operating_income / revenue
///   = $269,317,000 / $1,003,697,000
///   operating_income = $269,317,000, 2025-04-01..2025-06-30, GAAP, to 10^3, \
///      10-Q 0001321655-25-000105
///   revenue = $1,003,697,000, 2025-04-01..2025-06-30, GAAP, to 10^3, 10-Q 0001321655-25-000105
/// ",
/// );
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    name: String,
    value: Value,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    figure: Option<Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    formula: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    numbers: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<Explanation>,
}

impl Explanation {
    /// Returns the name of the measure, or the text of a formula that has no name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the value.
    #[must_use]
    pub const fn value(&self) -> Value {
        self.value
    }

    /// Returns the period that the value is over or at the end of; none for a quote.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        self.period
    }

    /// Returns the stated figure, where the value is one.
    #[must_use]
    pub const fn figure(&self) -> Option<&Figure> {
        self.figure.as_ref()
    }

    /// Returns the rules that its figures follow, where anything said which.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns the source of the stated figure, where the value is one.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        self.figure.as_ref()?.source()
    }

    /// Returns the formula, where the value is computed.
    #[must_use]
    pub fn formula(&self) -> Option<&str> {
        self.formula.as_deref()
    }

    /// Returns the formula with its numbers, where the value is computed.
    #[must_use]
    pub fn numbers(&self) -> Option<&str> {
        self.numbers.as_deref()
    }

    /// Returns what the values of the formula came from.
    #[must_use]
    pub fn inputs(&self) -> &[Self] {
        &self.inputs
    }

    /// Returns whether the value is zero because the measure is not reported.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        self.figure.is_none() && self.formula.is_none() && self.numbers.is_none()
    }

    /// Returns the sources of all stated figures below, each once, in the order of the formula.
    #[must_use]
    pub fn sources(&self) -> Vec<&Source> {
        let mut sources = Vec::new();
        self.collect_sources(&mut sources);
        sources
    }

    fn collect_sources<'a>(&'a self, sources: &mut Vec<&'a Source>) {
        if let Some(source) = self.source()
            && !sources.contains(&source)
        {
            sources.push(source);
        }
        self.inputs.iter().for_each(|input| input.collect_sources(sources));
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        write!(f, "{:depth$}{} = {}", "", self.name, printed(self.value), depth = 2 * depth)?;
        if let Some(period) = self.period {
            write!(f, ", {period}")?;
            if let Some(basis) = self.basis {
                write!(f, ", {basis}")?;
            }
        }
        if let Some(figure) = &self.figure {
            write!(f, ", {}", figure.accuracy())?;
            if let Some(source) = figure.source() {
                write!(f, ", {source}")?;
            }
        }
        if let Some(note) = &self.note {
            write!(f, ", {note}")?;
        }
        writeln!(f)?;
        for line in [&self.formula, &self.numbers].into_iter().flatten() {
            writeln!(f, "{:depth$}= {line}", "", depth = 2 * depth + 2)?;
        }
        self.inputs.iter().try_for_each(|input| input.write(f, depth + 1))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

/// Prints a value in full, or to 12 significant digits where it has more than six decimals; of an
/// amount above a million, all the digits before the point and six after it.
fn printed(value: Value) -> String {
    const PLACES_SHOWN: u32 = 6;
    const DIGITS_SHOWN: u32 = 12;
    let number = arith::normal(value.number());
    if number.scale() <= PLACES_SHOWN {
        return format!("{value:#}");
    }
    // The place of the first digit that is not zero: 0 for units, -1 for tenths.
    let first = i64::from(arith::significant_digits(number)) - i64::from(number.scale()) - 1;
    let places = (i64::from(DIGITS_SHOWN) - 1 - first).max(PLACES_SHOWN.into());
    let places = u32::try_from(places).unwrap_or(PLACES_SHOWN).min(PLACES_MAX);
    format!("{:#}", value.rounded_to(places))
}

impl Metric {
    /// Explains the metric's value.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn explain<'a>(self, view: impl Into<View<'a>>) -> Result<Explanation, Undefined> {
        Measure::Metric(self).explain(view)
    }
}

impl Measure {
    /// Explains the measure's value.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn explain<'a>(self, view: impl Into<View<'a>>) -> Result<Explanation, Undefined> {
        let view = view.into();
        let explained = evaluate_measure(&self, &mut Explain(&view), view.window)?;
        Value::within_limits(explained.value, self.kind(), view.currency())?;
        explained.inputs.into_iter().next().ok_or(Undefined::OutOfRange)
    }
}

impl Formula {
    /// Explains the formula's value, which is taken for a plain number unless it is money or money
    /// per share.
    ///
    /// # Errors
    ///
    /// Returns the first reason why there is no value.
    pub fn explain<'a>(&self, view: impl Into<View<'a>>) -> Result<Explanation, Undefined> {
        let view = view.into();
        let explained = evaluate(self.nodes(), self.names(), &mut Explain(&view), view.window)?;
        let value = Value::new(explained.value, self.dimension().kind(), view.currency());
        Ok(self.explained(explained, value, &view))
    }

    /// Explains the formula's value as one of a kind, within the limits of the kind.
    pub(crate) fn explain_as(&self, kind: Kind, view: &View<'_>) -> Result<Explanation, Undefined> {
        let explained = evaluate(self.nodes(), self.names(), &mut Explain(view), view.window)?;
        let value = Value::within_limits(explained.value, kind, view.currency())?;
        Ok(self.explained(explained, value, view))
    }

    fn explained(&self, explained: Explained, value: Value, view: &View<'_>) -> Explanation {
        Explanation {
            name: self.to_string(),
            value,
            period: Some(view.now.period()),
            basis: view.basis(),
            figure: None,
            formula: None,
            numbers: Some(explained.text),
            note: None,
            inputs: explained.inputs,
        }
    }
}

/// Reads a formula as the text of its numbers and the tree of its inputs.
struct Explain<'v, 'a>(&'v View<'a>);

/// What a part of a formula comes to, in words.
struct Explained {
    value: Decimal,
    text: String,
    /// Whether the text is one term, and needs no parentheses beside another.
    is_term: bool,
    inputs: Vec<Explanation>,
}

impl Explained {
    fn term(&self) -> String {
        if self.is_term { self.text.clone() } else { format!("({})", self.text) }
    }

    fn call(self, name: &str, value: Decimal) -> Self {
        Self { value, text: format!("{name}({})", self.text), is_term: true, inputs: self.inputs }
    }
}

/// Joins what two parts rest on, each input once.
fn joined(mut left: Vec<Explanation>, right: Vec<Explanation>) -> Vec<Explanation> {
    for input in right {
        if !left.contains(&input) {
            left.push(input);
        }
    }
    left
}

impl Explain<'_, '_> {
    fn value(&self, measure: &Measure, number: Decimal) -> Value {
        Value::new(number, measure.kind(), self.0.currency())
    }

    fn of_figure(&self, measure: &Measure, at: At, figure: &Figure) -> Explanation {
        // A quote is of its own date and no period's.
        let is_quoted = matches!(measure, Measure::Item(item) if item.is_quoted());
        let period = self.0.dates_at(measure, at).ok().filter(|_| !is_quoted);
        Explanation {
            name: measure.to_string(),
            value: self.value(measure, figure.number()),
            period,
            basis: figure.basis(),
            figure: Some(figure.clone()),
            formula: None,
            numbers: None,
            note: None,
            inputs: Vec::new(),
        }
    }

    fn leaf(explanation: Explanation) -> Explained {
        let text = printed(explanation.value);
        Explained {
            value: explanation.value.number(),
            is_term: !text.starts_with('-'),
            text,
            inputs: vec![explanation],
        }
    }

    fn of_quarters(
        &self,
        measure: &Measure,
        at: At,
        figures: &[&Figure],
        total: Decimal,
        what: &str,
    ) -> Explained {
        let quarters = figures.iter().zip(0..).map(|(figure, ago)| {
            let when = at.when.quarters_before(ago);
            self.of_figure(measure, At { when, over: Over::Period }, figure)
        });
        Self::leaf(Explanation {
            name: measure.to_string(),
            value: self.value(measure, total),
            period: self.0.dates_at(measure, at).ok(),
            basis: self.0.basis(),
            figure: None,
            formula: Some(what.to_string()),
            numbers: None,
            note: None,
            inputs: quarters.collect(),
        })
    }
}

impl Domain for Explain<'_, '_> {
    type Value = Explained;

    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<Explained>, Undefined> {
        let figures = self.0.figures(measure, at)?;
        let Some(total) = exact::amount(figures)? else {
            return Ok(None);
        };
        Ok(Some(match figures {
            Figures::Unstated => return Ok(None),
            Figures::One(figure) => Self::leaf(self.of_figure(measure, at, figure)),
            Figures::Sum(figures) => {
                self.of_quarters(measure, at, &figures, total, "the sum of four quarters")
            }
            Figures::Mean(figures) => {
                self.of_quarters(measure, at, &figures, total, "the mean of four quarters")
            }
        }))
    }

    fn computed(
        &mut self,
        measure: &Measure,
        at: At,
        value: Explained,
    ) -> Result<Explained, Undefined> {
        let formula = formula_of(measure);
        debug_assert!(formula.is_some(), "what was computed has a formula");
        let formula = formula.unwrap_or_default();
        let months = (at.over != Over::Period).then(|| "over twelve months".to_string());
        Ok(Self::leaf(Explanation {
            name: measure.to_string(),
            value: self.value(measure, value.value),
            period: self.0.dates_at(measure, at).ok(),
            basis: self.0.basis(),
            figure: None,
            formula: Some(Formula::compiled(formula, measure.dimension()).to_string()),
            numbers: Some(value.text),
            note: months,
            inputs: value.inputs,
        }))
    }

    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        Records::missing(self.0, measure, at)
    }

    fn withheld(&self, measure: &Measure, at: At) -> Option<Undefined> {
        Records::withheld(self.0, measure, at)
    }

    fn literal(&mut self, literal: Literal) -> Explained {
        let value = literal.number();
        Explained { value, text: value.to_string(), is_term: true, inputs: Vec::new() }
    }

    fn days(&mut self, at: At) -> Result<Explained, Undefined> {
        let days = self.0.days_at(at)?;
        let text = format!("{days} days");
        Ok(Explained { value: days.into(), text, is_term: true, inputs: Vec::new() })
    }

    fn periods_per_year(&mut self, at: At) -> Result<u8, Undefined> {
        self.0.periods_per_year_at(at)
    }

    fn binary(
        &mut self,
        operation: BinaryOp,
        left: Explained,
        right: Explained,
    ) -> Result<Explained, Undefined> {
        let value = exact::binary(operation, left.value, right.value)?;
        let (text, is_term) = match operation {
            BinaryOp::Min => (format!("min({}, {})", left.text, right.text), true),
            BinaryOp::Max => (format!("max({}, {})", left.text, right.text), true),
            BinaryOp::Add => (format!("{} + {}", left.text, right.text), false),
            BinaryOp::Sub => (format!("{} - {}", left.text, right.term()), false),
            BinaryOp::Mul => (format!("{} * {}", left.term(), right.term()), false),
            BinaryOp::Div => (format!("{} / {}", left.term(), right.term()), false),
        };
        Ok(Explained { value, text, is_term, inputs: joined(left.inputs, right.inputs) })
    }

    fn unary(&mut self, operation: UnaryOp, operand: Explained) -> Result<Explained, Undefined> {
        let value = exact::unary(operation, operand.value)?;
        Ok(match operation {
            UnaryOp::Negate => {
                let text = format!("-{}", operand.term());
                Explained { value, text, is_term: false, inputs: operand.inputs }
            }
            UnaryOp::Abs => operand.call("abs", value),
            UnaryOp::Sqrt => operand.call("sqrt", value),
            UnaryOp::Power(power) => {
                // A power of a power is of the one in parentheses.
                let is_simple = operand.is_term && !operand.text.contains('^');
                let base = if is_simple { operand.text } else { format!("({})", operand.text) };
                let text = format!("{base}^{power}");
                Explained { value, text, is_term: true, inputs: operand.inputs }
            }
            UnaryOp::GeometricSum(terms) => {
                let text = format!("geometric_sum({}, {terms})", operand.text);
                Explained { value, text, is_term: true, inputs: operand.inputs }
            }
            UnaryOp::IsPositive => operand.call("is_positive", value),
        })
    }

    fn average(&mut self, opening: Explained, closing: Explained) -> Result<Explained, Undefined> {
        let sum = exact::binary(BinaryOp::Add, opening.value, closing.value)?;
        let value = exact::binary(BinaryOp::Div, sum, Decimal::TWO)?;
        let text = format!("average({}, {})", opening.text, closing.text);
        Ok(Explained { value, text, is_term: true, inputs: joined(opening.inputs, closing.inputs) })
    }

    fn growth(
        &mut self,
        from: Explained,
        to: Explained,
        years: u8,
    ) -> Result<Explained, Undefined> {
        let value = change::yearly(from.value, to.value, years)?;
        let ratio = format!("{} / {}", to.term(), from.term());
        let text =
            if years == 1 { format!("{ratio} - 1") } else { format!("({ratio})^(1/{years}) - 1") };
        let inputs = joined(to.inputs, from.inputs);
        Ok(Explained { value, text, is_term: false, inputs })
    }

    fn positive(&mut self, value: Explained, guard: Guard) -> Result<Explained, Undefined> {
        if value.value > Decimal::ZERO { Ok(value) } else { Err(guard.reason().into()) }
    }

    fn absent(&mut self, measure: &Measure, at: At) -> Explained {
        Self::leaf(Explanation {
            name: measure.to_string(),
            value: self.value(measure, Decimal::ZERO),
            period: self.0.dates_at(measure, at).ok(),
            basis: self.0.basis(),
            figure: None,
            formula: None,
            numbers: None,
            note: Some("not reported, taken as zero".to_string()),
            inputs: Vec::new(),
        })
    }
}
