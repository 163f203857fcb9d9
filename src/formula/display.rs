//! Writes a formula as the text that reads back as the same formula.

use alloc::{
    format,
    string::{String, ToString},
};

use super::{
    node::{Guard, Literal, Node},
    parse::{FUNCTIONS, GUARDS, NATURES},
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
    Writer { nodes, names, at: 0 }.operand().0
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
        let (sign, own) = match node {
            Node::Add => ("+", Binding::Sum),
            Node::Sub => ("-", Binding::Sum),
            Node::Mul => ("*", Binding::Product),
            Node::Div => ("/", Binding::Product),
            Node::Negate => {
                return (format!("-{}", self.at_least(Binding::Factor)), Binding::Factor);
            }
            _ => return (self.factor(node), Binding::Factor),
        };
        let left = self.at_least(own);
        // The operations of one level are read from the left, so the right side must bind tighter.
        let tighter = if own == Binding::Sum { Binding::Product } else { Binding::Factor };
        let right = self.at_least(tighter);
        (format!("{left} {sign} {right}"), own)
    }

    fn at_least(&mut self, least: Binding) -> String {
        let (text, binding) = self.operand();
        if binding < least { format!("({text})") } else { text }
    }

    fn factor(&mut self, node: Node) -> String {
        match node {
            Node::Item(item) => item.name().to_string(),
            Node::Metric(metric) => metric.name().to_string(),
            Node::Named(name) => self.named(name),
            Node::Literal(literal) => number(literal),
            Node::PeriodDays => "period_days".to_string(),
            Node::OneDay => "day".to_string(),
            Node::Min | Node::Max => {
                let name = if node == Node::Min { "min" } else { "max" };
                let left = self.operand().0;
                let right = self.operand().0;
                format!("{name}({left}, {right})")
            }
            Node::YearsAgo(years) if years != 1 => {
                format!("years_ago({}, {years})", self.operand().0)
            }
            Node::QuartersAgo(quarters) if quarters != 1 => {
                format!("quarters_ago({}, {quarters})", self.operand().0)
            }
            Node::Cagr(years) => format!("cagr({}, {years})", self.operand().0),
            Node::Power(power) => format!("power({}, {power})", self.operand().0),
            Node::GeometricSum(terms) => format!("geometric_sum({}, {terms})", self.operand().0),
            Node::Positive(Guard::Base) => format!("positive({})", self.operand().0),
            Node::Positive(guard) => {
                let operand = self.operand().0;
                format!("positive({operand}, {})", word_of(GUARDS, guard))
            }
            Node::Average(_) => format!("average({})", self.operand().0),
            _ => {
                let name = word_of(FUNCTIONS, node);
                format!("{name}({})", self.operand().0)
            }
        }
    }

    fn named(&self, name: u8) -> String {
        match self.names.get(usize::from(name)) {
            Some(named) if named.name().item().is_some() => named.name().to_string(),
            Some(named) => {
                format!("named({}, {})", named.name(), word_of::<Nature>(NATURES, named.nature()))
            }
            None => String::new(),
        }
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
