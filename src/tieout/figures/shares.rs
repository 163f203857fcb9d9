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

use super::graph::{Division, Graph, Relation};
use crate::tieout::narrowing::Constraint;

/// Joins the quotients of the terms of each sum, where the three are divided by the same figure.
///
/// Two of them give the third, whether or not anything states it: of a gross margin and a cost the
/// one part bounds the revenue only through the other, since in the formula of the margin the
/// revenue stands twice.
pub(crate) fn add_up_shares(graph: &mut Graph<'_>) {
    let sums: BTreeSet<[usize; 3]> = graph
        .constraints
        .iter()
        .filter_map(|constraint| match constraint {
            Constraint::Sum { z, x, y } => Some([*z, *x, *y].map(|term| meaning(graph, term))),
            _ => None,
        })
        .collect();
    let shares = completed(graph, &sums);
    let joined: Vec<[Share; 3]> = sums.iter().flat_map(|terms| shares.of_terms(terms)).collect();
    for terms in joined {
        let [z, x, y] = terms.map(|share| match share {
            Share::Whole => graph.constant(Decimal::ONE),
            Share::Part(quotient) => quotient,
        });
        graph.constraints.push(Constraint::Sum { z, x, y });
    }
}

/// Adds the quotients that follow from two others of a sum, until there are no more.
fn completed(graph: &mut Graph<'_>, sums: &BTreeSet<[usize; 3]>) -> Shares {
    loop {
        let shares = Shares::of(graph);
        let missing: BTreeSet<(usize, usize)> =
            sums.iter().flat_map(|terms| shares.missing(terms)).collect();
        if missing.is_empty() {
            return shares;
        }
        for (part, whole) in missing {
            graph.result(Relation::Div(part, whole));
        }
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
        let of = |whole: usize| {
            let [z, x, y] = terms.map(|term| self.share(term, whole));
            Some([z?, x?, y?])
        };
        self.wholes(terms).into_iter().filter_map(of).collect()
    }

    /// Returns the parts and wholes of the quotients that the two others of a sum give.
    fn missing(&self, terms: &[usize; 3]) -> Vec<(usize, usize)> {
        let of = |whole: usize| {
            let mut lacking = terms.iter().filter(|term| self.share(**term, whole).is_none());
            let one = lacking.next().filter(|_| lacking.next().is_none())?;
            Some((*one, whole))
        };
        self.wholes(terms).into_iter().filter_map(of).collect()
    }

    /// Returns the figures by which any term of a sum is divided.
    fn wholes(&self, terms: &[usize; 3]) -> BTreeSet<usize> {
        let of = terms.iter().filter_map(|term| self.0.get(term));
        of.flat_map(BTreeMap::keys).copied().collect()
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
    while let Some(Relation::Same(result)) = graph.operation(at) {
        at = result;
    }
    at
}
