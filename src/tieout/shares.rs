//! Shares: what adds up also adds up over one denominator.
//!
//! Gross profit and the cost of revenue make up revenue, so that a gross margin and a cost ratio
//! make up one. Where nobody states the revenue nothing else joins the two: either bounds a
//! quotient of two unknowns, and narrowing reads one formula at a time. The rule is read off the
//! formulas, so that it holds of every sum and of every three quotients of its terms.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use rust_decimal::Decimal;

use super::{
    constraint::Constraint,
    graph::{Division, Graph, Operation},
};

/// Joins the quotients of the terms of each sum, where all three are divided by the same figure.
pub fn add_up_shares(graph: &mut Graph<'_>) {
    let shares = Shares::of(graph);
    let sums: BTreeSet<[usize; 3]> = graph
        .constraints
        .iter()
        .filter_map(|constraint| match constraint {
            Constraint::Sum { z, x, y } => Some([*z, *x, *y].map(|term| meaning(graph, term))),
            _ => None,
        })
        .collect();
    let joined: Vec<[Share; 3]> = sums.iter().flat_map(|terms| shares.of_terms(terms)).collect();
    for terms in joined {
        let [z, x, y] = terms.map(|share| match share {
            Share::Whole => graph.constant(Decimal::ONE),
            Share::Part(quotient) => quotient,
        });
        graph.constraints.push(Constraint::Sum { z, x, y });
    }
}

/// What one figure is of another.
#[derive(Clone, Copy)]
enum Share {
    /// The two are one, so that it is one.
    Whole,
    /// The variable of the quotient.
    Part(usize),
}

/// The quotients of a graph by what is divided, and then by what divides it.
struct Shares(BTreeMap<usize, BTreeMap<usize, usize>>);

impl Shares {
    fn of(graph: &Graph<'_>) -> Self {
        let mut shares = BTreeMap::<_, BTreeMap<_, _>>::new();
        for Division { quotient, dividend, divisor } in graph.divisions() {
            let of = shares.entry(meaning(graph, dividend)).or_default();
            of.insert(meaning(graph, divisor), quotient);
        }
        Self(shares)
    }

    /// Returns the shares that the terms of a sum are of each figure of which all have one.
    fn of_terms(&self, terms: &[usize; 3]) -> Vec<[Share; 3]> {
        let wholes: BTreeSet<usize> = terms
            .iter()
            .filter_map(|term| self.0.get(term))
            .flat_map(BTreeMap::keys)
            .copied()
            .collect();
        let of = |whole: &usize| {
            let [z, x, y] = terms.map(|term| self.share(term, *whole));
            Some([z?, x?, y?])
        };
        wholes.iter().filter_map(of).collect()
    }

    fn share(&self, part: usize, whole: usize) -> Option<Share> {
        if part == whole {
            return Some(Share::Whole);
        }
        self.0.get(&part)?.get(&whole).copied().map(Share::Part)
    }
}

/// Returns the result that a figure is defined as, so that gross profit is the difference by which
/// it is computed; no formula of the catalogue comes back to itself.
fn meaning(graph: &Graph<'_>, variable: usize) -> usize {
    let mut at = variable;
    while let Some(Operation::Same(result)) = graph.operation(at) {
        at = result;
    }
    at
}
