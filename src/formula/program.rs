//! [`Program`]: a formula being built.

use super::{
    node::{BinaryOp, Node, Span},
    refused::Refused,
    tree::takes_twelve_months,
};
use crate::{
    bounds::{FORMULA_NAMES_MAX, FORMULA_NODES_MAX},
    item::{Name, Nature},
    metric::{COUNT, Named},
};

/// A formula being built: nodes and names in place, so that it can be built while compiling.
#[derive(Clone, Copy, Debug)]
pub(super) struct Program {
    nodes: [Node; FORMULA_NODES_MAX],
    length: usize,
    names: [Named; FORMULA_NAMES_MAX],
    named: usize,
}

const NO_NAME: Named = Named::of(Name::EMPTY, Nature::Flow);

impl Program {
    pub(super) const fn new() -> Self {
        Self {
            nodes: [Node::PeriodDays; FORMULA_NODES_MAX],
            length: 0,
            names: [NO_NAME; FORMULA_NAMES_MAX],
            named: 0,
        }
    }

    pub(super) const fn nodes(&self) -> &[Node] {
        self.nodes.split_at(self.length).0
    }

    pub(super) const fn names(&self) -> &[Named] {
        self.names.split_at(self.named).0
    }

    pub(super) const fn len(&self) -> usize {
        self.length
    }

    pub(super) const fn push(&mut self, node: Node) -> Result<(), Refused> {
        self.insert(self.length, node)
    }

    /// Puts a node before those from `at` on.
    #[expect(clippy::indexing_slicing, reason = "the length is below the array's")]
    pub(super) const fn insert(&mut self, at: usize, node: Node) -> Result<(), Refused> {
        if self.length == FORMULA_NODES_MAX {
            return Err(Refused::TooLong);
        }
        let mut place = self.length;
        while place > at {
            self.nodes[place] = self.nodes[place - 1];
            place -= 1;
        }
        self.nodes[at] = node;
        self.length += 1;
        Ok(())
    }

    /// Adds a leaf of the user's own.
    #[expect(clippy::indexing_slicing, reason = "the number of names is below the array's length")]
    pub(super) const fn push_named(&mut self, named: Named) -> Result<(), Refused> {
        if self.named == FORMULA_NAMES_MAX {
            return Err(Refused::TooManyNames);
        }
        self.names[self.named] = named;
        self.named += 1;
        self.push(Node::Named(self.named as u8 - 1))
    }

    /// Adds the steps of another formula at the end.
    pub(super) fn append(&mut self, other: &Self) -> Result<(), Refused> {
        for node in other.nodes() {
            match node {
                Node::Named(name) => match other.names().get(usize::from(*name)) {
                    Some(named) => self.push_named(*named)?,
                    None => return Err(Refused::TooManyNames),
                },
                node => self.push(*node)?,
            }
        }
        Ok(())
    }

    /// Puts an operation before its two operands, which start at `left` and at `right`.
    ///
    /// Where one of them is over twelve months, or uses a metric that is, the averages of the other
    /// span twelve months too: the opening balance of a return on equity is that of a year ago.
    pub(super) const fn join(
        &mut self,
        left: usize,
        right: usize,
        operation: BinaryOp,
        over_twelve_months: &[bool; COUNT],
    ) -> Result<(), Refused> {
        if takes_twelve_months(self.between(left, right), over_twelve_months) {
            self.widen_averages(right, self.length);
        }
        if takes_twelve_months(self.between(right, self.length), over_twelve_months) {
            self.widen_averages(left, right);
        }
        self.insert(left, Node::Binary(operation))
    }

    const fn between(&self, from: usize, to: usize) -> &[Node] {
        self.nodes.split_at(to).0.split_at(from).1
    }

    #[expect(clippy::indexing_slicing, reason = "the range is within the length")]
    const fn widen_averages(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            if let Node::Average(_) = self.nodes[at] {
                self.nodes[at] = Node::Average(Span::TwelveMonths);
            }
            at += 1;
        }
    }
}
