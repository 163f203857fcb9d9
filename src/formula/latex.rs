//! Writes a formula as LaTeX, for a page of mathematics.

use alloc::{
    format,
    string::{String, ToString},
};

use super::{
    Formula,
    display::{Binding, number},
    node::Node,
};
use crate::metric::{Measure, Named};

impl Formula {
    /// Returns the formula in LaTeX's mathematics mode.
    ///
    /// Twelve months stand as `TTM`, a mean as a bar, a balance's change as a delta and earlier
    /// periods as subscripts. Guards are conditions and not part of the value, so they are left
    /// out.
    ///
    /// ```
    /// use financials::formula::Formula;
    ///
    /// let formula = Formula::parse("ttm(net_income) / average(positive(total_assets))")?;
    /// assert_eq!(
    ///     formula.latex(),
    ///     r"\frac{\operatorname{TTM}(\text{net income})}{\overline{\text{total assets}}}",
    /// );
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn latex(&self) -> String {
        Writer { nodes: self.nodes(), names: self.names(), at: 0 }.operand().0
    }
}

struct Writer<'a> {
    nodes: &'a [Node],
    names: &'a [Named],
    at: usize,
}

impl Writer<'_> {
    fn operand(&mut self) -> (String, Binding) {
        let Some(node) = self.nodes.get(self.at).copied() else {
            return (String::new(), Binding::Factor);
        };
        self.at += 1;
        match node {
            Node::Add => (self.pair(Binding::Sum, "+"), Binding::Sum),
            Node::Sub => (self.pair(Binding::Sum, "-"), Binding::Sum),
            Node::Mul => (self.pair(Binding::Product, r"\times"), Binding::Product),
            Node::Div => {
                let over = self.operand().0;
                let under = self.operand().0;
                (format!(r"\frac{{{over}}}{{{under}}}"), Binding::Factor)
            }
            Node::Min | Node::Max => {
                let name = if node == Node::Min { r"\min" } else { r"\max" };
                let left = self.operand().0;
                let right = self.operand().0;
                (format!("{name}({left}, {right})"), Binding::Factor)
            }
            Node::Negate => (format!("-{}", self.at_least(Binding::Product)), Binding::Product),
            Node::GrowthYoy => self.growth("t-1y", None),
            Node::GrowthQoq => self.growth("t-1q", None),
            Node::Cagr(years) => self.growth(&format!("t-{years}y"), Some(years)),
            // Neither changes the value: what is not reported is zero, what is not positive is
            // none.
            Node::Positive(_) | Node::OrZero => self.operand(),
            _ => (self.factor(node), Binding::Factor),
        }
    }

    fn pair(&mut self, own: Binding, sign: &str) -> String {
        let left = self.at_least(own);
        let tighter = if own == Binding::Sum { Binding::Product } else { Binding::Factor };
        let right = self.at_least(tighter);
        format!("{left} {sign} {right}")
    }

    fn at_least(&mut self, least: Binding) -> String {
        let (text, binding) = self.operand();
        if binding < least { format!(r"\left({text}\right)") } else { text }
    }

    fn growth(&mut self, subscript: &str, root: Option<u8>) -> (String, Binding) {
        let operand = self.at_least(Binding::Factor);
        let ratio = format!(r"\frac{{{operand}}}{{{{{operand}}}_{{{subscript}}}}}");
        match root {
            None => (format!("{ratio} - 1"), Binding::Sum),
            Some(years) => (format!(r"\left({ratio}\right)^{{1/{years}}} - 1"), Binding::Sum),
        }
    }

    fn factor(&mut self, node: Node) -> String {
        match node {
            Node::Item(item) => words(&item.to_string()),
            Node::Metric(metric) => words(metric.name()),
            Node::Named(name) => match self.names.get(usize::from(name)) {
                Some(named) => words(&Measure::Named(*named).to_string()),
                None => String::new(),
            },
            Node::Literal(literal) => number(literal),
            Node::PeriodDays => words("days"),
            Node::OneDay => words("day"),
            Node::Ttm | Node::TtmPerShare => self.call(r"\operatorname{TTM}"),
            Node::Annualised => self.call(r"\operatorname{annualised}"),
            Node::Average(_) => format!(r"\overline{{{}}}", self.operand().0),
            Node::Change => format!(r"\Delta {}", self.at_least(Binding::Factor)),
            Node::Abs => format!(r"\left|{}\right|", self.operand().0),
            Node::Sqrt => format!(r"\sqrt{{{}}}", self.operand().0),
            Node::IsPositive => format!(r"\mathbf{{1}}\left[{} > 0\right]", self.operand().0),
            Node::Power(power) => format!("{{{}}}^{{{power}}}", self.bracketed()),
            Node::GeometricSum(terms) => {
                format!(r"\sum_{{k=1}}^{{{terms}}} {{{}}}^{{k}}", self.bracketed())
            }
            Node::YearsAgo(years) => {
                format!("{{{}}}_{{t-{years}y}}", self.at_least(Binding::Factor))
            }
            Node::QuartersAgo(quarters) => {
                format!("{{{}}}_{{t-{quarters}q}}", self.at_least(Binding::Factor))
            }
            _ => self.operand().0,
        }
    }

    fn call(&mut self, name: &str) -> String {
        format!("{name}({})", self.operand().0)
    }

    fn bracketed(&mut self) -> String {
        format!(r"\left({}\right)", self.operand().0)
    }
}

/// Writes a name as upright words: `net_income` as `net income`.
fn words(name: &str) -> String {
    format!(r"\text{{{}}}", name.replace('_', " "))
}
