//! Writes a formula as the text that reads back as the same formula.

use alloc::{
    format,
    string::{String, ToString},
};

use super::{
    node::{BinaryOp, Guard, Literal, Node, UnaryOp},
    parse::{FUNCTIONS, GUARDS, NATURES},
    tree::Tree,
};
use crate::{item::Nature, metric::Named};

/// How tightly the text of an operand holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binding {
    Sum,
    Product,
    Factor,
}

/// Returns the text of a formula.
pub(super) fn text(nodes: &[Node], names: &[Named]) -> String {
    operand(nodes, names).0
}

fn operand(nodes: &[Node], names: &[Named]) -> (String, Binding) {
    match Tree::of(nodes) {
        Tree::Leaf(node) => (leaf(node, names), Binding::Factor),
        Tree::One(Node::Unary(UnaryOp::Negate), operand) => {
            (format!("-{}", at_least(Binding::Factor, operand, names)), Binding::Factor)
        }
        Tree::One(node, operand) => (function(node, text(operand, names)), Binding::Factor),
        Tree::Two(operation, left, right) => {
            let (sign, own, tighter) = match operation {
                // The operations of one level are read from the left, so the right side must bind
                // tighter.
                BinaryOp::Add => ("+", Binding::Sum, Binding::Product),
                BinaryOp::Sub => ("-", Binding::Sum, Binding::Product),
                BinaryOp::Mul => ("*", Binding::Product, Binding::Factor),
                BinaryOp::Div => ("/", Binding::Product, Binding::Factor),
                BinaryOp::Min | BinaryOp::Max => {
                    let name = if operation == BinaryOp::Min { "min" } else { "max" };
                    let [left, right] = [left, right].map(|side| text(side, names));
                    return (format!("{name}({left}, {right})"), Binding::Factor);
                }
            };
            let left = at_least(own, left, names);
            let right = at_least(tighter, right, names);
            (format!("{left} {sign} {right}"), own)
        }
    }
}

fn at_least(least: Binding, nodes: &[Node], names: &[Named]) -> String {
    let (text, binding) = operand(nodes, names);
    if binding < least { format!("({text})") } else { text }
}

fn function(node: Node, operand: String) -> String {
    match node {
        Node::YearsAgo(years) if years != 1 => format!("years_ago({operand}, {years})"),
        Node::QuartersAgo(quarters) if quarters != 1 => {
            format!("quarters_ago({operand}, {quarters})")
        }
        Node::Cagr(years) => format!("cagr({operand}, {years})"),
        Node::Unary(UnaryOp::Power(power)) => format!("power({operand}, {power})"),
        Node::Unary(UnaryOp::GeometricSum(terms)) => format!("geometric_sum({operand}, {terms})"),
        Node::Positive(Guard::Base) => format!("positive({operand})"),
        Node::Positive(guard) => format!("positive({operand}, {})", word_of(GUARDS, guard)),
        Node::Average(_) => format!("average({operand})"),
        _ => format!("{}({operand})", word_of(FUNCTIONS, node)),
    }
}

fn leaf(node: Node, names: &[Named]) -> String {
    match node {
        Node::Item(item) => item.name().to_string(),
        Node::Metric(metric) => metric.name().to_string(),
        Node::Named(name) => named(names.get(usize::from(name))),
        Node::Literal(literal) => number(literal),
        Node::PeriodDays => "period_days".to_string(),
        _ => "day".to_string(),
    }
}

fn named(named: Option<&Named>) -> String {
    match named {
        Some(named) if named.name().item().is_some() => named.name().to_string(),
        Some(named) => {
            format!("named({}, {})", named.name(), word_of::<Nature>(NATURES, named.nature()))
        }
        None => String::new(),
    }
}

fn word_of<T: PartialEq + Copy>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, other)| *other == value).map_or("", |(word, _)| word)
}

/// Writes a number of a formula in full.
pub(super) fn number(literal: Literal) -> String {
    let places = usize::from(literal.places);
    let digits = format!("{:0>width$}", literal.mantissa, width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    if places == 0 { whole.to_string() } else { format!("{whole}.{fraction}") }
}
