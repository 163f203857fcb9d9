//! Finds the unit of a formula, and refuses what makes no sense.

use crate::{
    bounds::FORMULA_READINGS_MAX,
    item::Nature,
    metric::{Dimension, Kind, Named},
};

use super::{node::Node, refused::Refused};

/// Returns the unit of a whole formula.
pub(crate) const fn dimension(nodes: &[Node], names: &[Named]) -> Result<Dimension, Refused> {
    let mut checker = Checker { nodes, names, at: 0, readings: 0 };
    checker.operand()
}

/// Returns the unit of a formula declared as of a kind, if that is the kind it has.
pub(crate) const fn kind(
    nodes: &[Node],
    names: &[Named],
    declared: Kind,
) -> Result<Dimension, Refused> {
    match dimension(nodes, names) {
        Ok(found) if found.is_same_unit(declared.dimension()) => Ok(found),
        Ok(found) => Err(Refused::Kind { declared, found }),
        Err(refused) => Err(refused),
    }
}

struct Checker<'a> {
    nodes: &'a [Node],
    names: &'a [Named],
    at: usize,
    /// How many functions that read their operand twice are around the step.
    readings: usize,
}

impl Checker<'_> {
    #[expect(clippy::indexing_slicing, reason = "programs are complete: each operand is there")]
    const fn operand(&mut self) -> Result<Dimension, Refused> {
        let node = self.nodes[self.at];
        self.at += 1;
        match node.arity() {
            0 => Ok(self.leaf(node)),
            2 => {
                let left = tri!(self.operand());
                let right = tri!(self.operand());
                binary(node, left, right)
            }
            _ => {
                let inner = self.nodes[self.at];
                self.readings += node.is_read_twice() as usize;
                if self.readings > FORMULA_READINGS_MAX {
                    return Err(Refused::TooManyReadings);
                }
                let operand = tri!(self.operand());
                self.readings -= node.is_read_twice() as usize;
                unary(node, operand, inner)
            }
        }
    }

    #[expect(clippy::indexing_slicing, reason = "the program made the names' numbers")]
    const fn leaf(&self, node: Node) -> Dimension {
        match node {
            Node::Item(item) => Dimension::of(item.nature()),
            Node::Metric(metric) => metric.dimension(),
            Node::Named(name) => Dimension::of(self.names[name as usize].nature()),
            Node::PeriodDays => Dimension { days: 1, period: 1, ..Dimension::PURE },
            Node::OneDay => Dimension { days: 1, ..Dimension::PURE },
            _ => Dimension::PURE,
        }
    }
}

const fn binary(node: Node, left: Dimension, right: Dimension) -> Result<Dimension, Refused> {
    match node {
        Node::Mul => Ok(left.combine(right, 1)),
        Node::Div => Ok(left.combine(right, -1)),
        _ if left.is_same_unit(right) => Ok(left),
        _ => Err(Refused::Unlike { left, right }),
    }
}

const fn unary(node: Node, operand: Dimension, inner: Node) -> Result<Dimension, Refused> {
    let over_a_year = Dimension { period: 0, ..operand };
    match node {
        Node::OrZero if !inner.is_measure() => Err(Refused::NotAMeasure),
        // A mean of balances does not add up either: it is taken over the twelve months.
        Node::Ttm if matches!(inner, Node::Average(_)) => Ok(operand),
        Node::Ttm if operand.is_same_unit(Dimension::of(Nature::Flow)) => Ok(over_a_year),
        Node::Ttm => Err(Refused::NotAdditive { operand }),
        Node::TtmPerShare if operand.is_same_unit(Dimension::of(Nature::PerShareFlow)) => {
            Ok(over_a_year)
        }
        Node::TtmPerShare => Err(Refused::NotPerShare),
        Node::Annualised if operand.period == 1 => Ok(over_a_year),
        Node::Annualised => Err(Refused::NotOverAPeriod),
        Node::Average(_) if operand.period == 0 => Ok(operand),
        Node::Average(_) => Err(Refused::AverageOfFlow),
        Node::Change if operand.period == 0 => Ok(Dimension { period: 1, ..operand }),
        Node::Change => Err(Refused::ChangeOfFlow),
        Node::Sqrt if has_root(operand) => Ok(Dimension {
            money: operand.money / 2,
            shares: operand.shares / 2,
            days: operand.days / 2,
            period: operand.period / 2,
        }),
        Node::Sqrt => Err(Refused::NoRoot),
        Node::Power(_) | Node::GeometricSum(_) if operand.is_same_unit(Dimension::PURE) => {
            Ok(operand)
        }
        Node::Power(_) | Node::GeometricSum(_) => Err(Refused::PowerOfUnit),
        Node::IsPositive | Node::GrowthYoy | Node::GrowthQoq | Node::Cagr(_) => Ok(Dimension::PURE),
        _ => Ok(operand),
    }
}

const fn has_root(unit: Dimension) -> bool {
    unit.money % 2 == 0 && unit.shares % 2 == 0 && unit.days % 2 == 0 && unit.period % 2 == 0
}
