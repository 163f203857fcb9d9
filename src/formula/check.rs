//! Finds the unit of a formula, and refuses what makes no sense.

use crate::{
    bounds::FORMULA_READINGS_MAX,
    item::Nature,
    metric::{Dimension, Kind, Named},
};

use super::{
    node::{BinaryOp, Node, UnaryOp},
    refused::Refused,
    tree::Tree,
};

/// Returns the unit of a whole formula.
pub(super) const fn dimension(nodes: &[Node], names: &[Named]) -> Result<Dimension, Refused> {
    operand(nodes, names, 0)
}

/// Returns the unit of a formula declared as of a kind, if that is the kind it has.
pub(super) const fn kind(
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

/// Returns the unit of an operand, with so many functions around it that read theirs twice.
#[expect(clippy::indexing_slicing, reason = "programs are complete: each operand is there")]
const fn operand(
    nodes: &[Node],
    names: &[Named],
    mut readings: usize,
) -> Result<Dimension, Refused> {
    match Tree::of(nodes) {
        Tree::Leaf(node) => Ok(leaf(node, names)),
        Tree::Two(operation, left, right) => {
            let left = tri!(operand(left, names, readings));
            binary(operation, left, tri!(operand(right, names, readings)))
        }
        Tree::One(node, inner) => {
            readings += node.doublings();
            if readings > FORMULA_READINGS_MAX {
                return Err(Refused::TooManyReadings);
            }
            unary(node, tri!(operand(inner, names, readings)), inner[0])
        }
    }
}

#[expect(clippy::indexing_slicing, reason = "the program made the names' numbers")]
const fn leaf(node: Node, names: &[Named]) -> Dimension {
    match node {
        Node::Item(item) => Dimension::of(item.nature()),
        Node::Metric(metric) => metric.dimension(),
        Node::Named(name) => Dimension::of(names[name as usize].nature()),
        Node::PeriodDays => Dimension { days: 1, period: 1, ..Dimension::PURE },
        Node::OneDay => Dimension { days: 1, ..Dimension::PURE },
        _ => Dimension::PURE,
    }
}

const fn binary(
    operation: BinaryOp,
    left: Dimension,
    right: Dimension,
) -> Result<Dimension, Refused> {
    match operation {
        BinaryOp::Mul => Ok(left.combine(right, 1)),
        BinaryOp::Div => Ok(left.combine(right, -1)),
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Min | BinaryOp::Max => {
            if left.is_same_unit(right) { Ok(left) } else { Err(Refused::Unlike { left, right }) }
        }
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
        Node::QuarterAverage if is_counted_at_an_end(operand) => Ok(operand),
        Node::QuarterAverage => Err(Refused::QuarterAverageOfFlow),
        Node::Change if operand.period == 0 => Ok(Dimension { period: 1, ..operand }),
        Node::Change => Err(Refused::ChangeOfFlow),
        Node::Unary(UnaryOp::Sqrt) if has_root(operand) => Ok(Dimension {
            money: operand.money / 2,
            shares: operand.shares / 2,
            days: operand.days / 2,
            period: operand.period / 2,
        }),
        Node::Unary(UnaryOp::Sqrt) => Err(Refused::NoRoot),
        Node::Unary(UnaryOp::Power(_) | UnaryOp::GeometricSum(_)) => {
            match operand.is_same_unit(Dimension::PURE) {
                true => Ok(operand),
                false => Err(Refused::PowerOfUnit),
            }
        }
        Node::Unary(UnaryOp::IsPositive) | Node::GrowthYoy | Node::GrowthQoq | Node::Cagr(_) => {
            Ok(Dimension::PURE)
        }
        _ => Ok(operand),
    }
}

/// Returns whether a unit is that of a balance or of a number of shares.
const fn is_counted_at_an_end(unit: Dimension) -> bool {
    unit.is_same_unit(Dimension::of(Nature::Balance))
        || unit.is_same_unit(Dimension::of(Nature::Shares))
}

const fn has_root(unit: Dimension) -> bool {
    unit.money % 2 == 0 && unit.shares % 2 == 0 && unit.days % 2 == 0 && unit.period % 2 == 0
}
