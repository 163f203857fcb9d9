//! Writes a formula as LaTeX, for a page of mathematics.

use alloc::{
    format,
    string::{String, ToString},
};

use super::{
    definition::Formula,
    display::{Binding, number},
    node::{BinaryOp, Node, UnaryOp},
    tree::Tree,
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
        text(self.nodes(), self.names())
    }
}

fn operand(nodes: &[Node], names: &[Named]) -> (String, Binding) {
    match Tree::of(nodes) {
        Tree::Leaf(node) => (leaf(node, names), Binding::Factor),
        Tree::Two(operation, left, right) => binary(operation, left, right, names),
        Tree::One(node, operand) => function(node, operand, names),
    }
}

fn text(nodes: &[Node], names: &[Named]) -> String {
    operand(nodes, names).0
}

fn at_least(least: Binding, nodes: &[Node], names: &[Named]) -> String {
    let (text, binding) = operand(nodes, names);
    if binding < least { format!(r"\left({text}\right)") } else { text }
}

fn binary(
    operation: BinaryOp,
    left: &[Node],
    right: &[Node],
    names: &[Named],
) -> (String, Binding) {
    let (own, tighter, sign) = match operation {
        BinaryOp::Add => (Binding::Sum, Binding::Product, "+"),
        BinaryOp::Sub => (Binding::Sum, Binding::Product, "-"),
        BinaryOp::Mul => (Binding::Product, Binding::Factor, r"\times"),
        BinaryOp::Div => {
            let [over, under] = [left, right].map(|side| text(side, names));
            return (format!(r"\frac{{{over}}}{{{under}}}"), Binding::Factor);
        }
        BinaryOp::Min | BinaryOp::Max => {
            let name = if operation == BinaryOp::Min { r"\min" } else { r"\max" };
            let [left, right] = [left, right].map(|side| text(side, names));
            return (format!("{name}({left}, {right})"), Binding::Factor);
        }
    };
    let left = at_least(own, left, names);
    let right = at_least(tighter, right, names);
    (format!("{left} {sign} {right}"), own)
}

fn function(node: Node, operand: &[Node], names: &[Named]) -> (String, Binding) {
    let call = |name: &str| format!("{name}({})", text(operand, names));
    let bracketed = || format!(r"\left({}\right)", text(operand, names));
    let at_least = |least| at_least(least, operand, names);
    let factor = match node {
        Node::Unary(UnaryOp::Negate) => {
            return (format!("-{}", at_least(Binding::Product)), Binding::Product);
        }
        Node::GrowthYoy => return growth(&at_least(Binding::Factor), "t-1y", None),
        Node::GrowthQoq => return growth(&at_least(Binding::Factor), "t-1q", None),
        Node::Cagr(years) => {
            return growth(&at_least(Binding::Factor), &format!("t-{years}y"), Some(years));
        }
        // Neither changes the value: what is not reported is zero, what is not positive is none.
        Node::Positive(_) | Node::OrZero => return self::operand(operand, names),
        Node::Ttm | Node::TtmPerShare => call(r"\operatorname{TTM}"),
        Node::Annualised => call(r"\operatorname{annualised}"),
        Node::Average(_) => format!(r"\overline{{{}}}", text(operand, names)),
        Node::QuarterAverage => format!(r"\overline{{{}}}_{{5q}}", text(operand, names)),
        Node::Change => format!(r"\Delta {}", at_least(Binding::Factor)),
        Node::Unary(UnaryOp::Abs) => format!(r"\left|{}\right|", text(operand, names)),
        Node::Unary(UnaryOp::Sqrt) => format!(r"\sqrt{{{}}}", text(operand, names)),
        Node::Unary(UnaryOp::IsPositive) => {
            format!(r"\mathbf{{1}}\left[{} > 0\right]", text(operand, names))
        }
        Node::Unary(UnaryOp::Power(power)) => format!("{{{}}}^{{{power}}}", bracketed()),
        Node::Unary(UnaryOp::GeometricSum(terms)) => {
            format!(r"\sum_{{k=1}}^{{{terms}}} {{{}}}^{{k}}", bracketed())
        }
        Node::YearsAgo(years) => format!("{{{}}}_{{t-{years}y}}", at_least(Binding::Factor)),
        Node::QuartersAgo(quarters) => {
            format!("{{{}}}_{{t-{quarters}q}}", at_least(Binding::Factor))
        }
        _ => text(operand, names),
    };
    (factor, Binding::Factor)
}

fn growth(operand: &str, subscript: &str, root: Option<u8>) -> (String, Binding) {
    let ratio = format!(r"\frac{{{operand}}}{{{{{operand}}}_{{{subscript}}}}}");
    match root {
        None => (format!("{ratio} - 1"), Binding::Sum),
        Some(years) => (format!(r"\left({ratio}\right)^{{1/{years}}} - 1"), Binding::Sum),
    }
}

fn leaf(node: Node, names: &[Named]) -> String {
    match node {
        Node::Item(item) => words(&item.to_string()),
        Node::Metric(metric) => words(metric.name()),
        Node::Named(name) => match names.get(usize::from(name)) {
            Some(named) => words(&Measure::Named(*named).to_string()),
            None => String::new(),
        },
        Node::Literal(literal) => number(literal),
        Node::PeriodDays => words("days"),
        _ => words("day"),
    }
}

/// Writes a name as upright words: `net_income` as `net income`.
fn words(name: &str) -> String {
    format!(r"\text{{{}}}", name.replace('_', " "))
}
