//! [`Tree`]: a formula taken apart, for all that read it as text.

use super::node::{BinaryOp, Node};
use crate::metric::COUNT;

/// A formula taken apart at its first step, into the operands of that step.
///
/// What a formula comes to is read by [`evaluate`](super::evaluate), which knows points in time and
/// what is stated; its unit, its text and what it rests on are read by this, while compiling too.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tree<'a> {
    /// A measure or a number.
    Leaf(Node),
    /// A function of one operand.
    One(Node, &'a [Node]),
    /// An operation of two operands.
    Two(BinaryOp, &'a [Node], &'a [Node]),
}

impl<'a> Tree<'a> {
    /// Takes a whole formula apart, or an operand of one.
    #[expect(clippy::indexing_slicing, reason = "programs are complete: each operand is there")]
    pub(crate) const fn of(nodes: &'a [Node]) -> Self {
        let node = nodes[0];
        let operands = nodes.split_at(1).1;
        match node {
            Node::Binary(operation) => {
                let (left, right) = operands.split_at(operand_length(operands));
                Self::Two(operation, left, right)
            }
            _ if node.arity() == 0 => Self::Leaf(node),
            _ => Self::One(node, operands),
        }
    }
}

/// Returns how many steps the first operand has.
#[expect(clippy::indexing_slicing, reason = "programs are complete: each operand is there")]
const fn operand_length(nodes: &[Node]) -> usize {
    let (mut missing, mut at) = (1, 0);
    while missing > 0 {
        missing = missing + nodes[at].arity() - 1;
        at += 1;
    }
    at
}

/// Returns whether a formula takes anything over twelve months, itself or by a metric in it.
#[expect(clippy::indexing_slicing, reason = "the index is below the length, and a place below")]
pub(super) const fn takes_twelve_months(nodes: &[Node], by_metric: &[bool; COUNT]) -> bool {
    let mut at = 0;
    while at < nodes.len() {
        let takes = match nodes[at] {
            Node::Ttm | Node::TtmPerShare => true,
            Node::Metric(metric) => by_metric[metric.place()],
            _ => false,
        };
        if takes {
            return true;
        }
        at += 1;
    }
    false
}
