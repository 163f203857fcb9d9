//! What is guided, expected or a surprise, and a segment's share, joined to what they follow from.

use alloc::{vec, vec::Vec};

use rust_decimal::Decimal;

use super::graph::{Demand, Graph, Relation};
use crate::tieout::{
    narrowing::Constraint,
    statement::{Aspect, Key, PeriodLabel, What},
};

/// Joins what is guided, expected or a surprise to the figures that it follows from.
pub(super) fn derive(graph: &mut Graph<'_>, key: &Key, variable: usize) {
    if key.period == PeriodLabel::Unstated {
        return;
    }
    let mut at = |aspect| graph.variable(Key { what: What { aspect, ..key.what }, ..key.clone() });
    match key.what.aspect {
        Aspect::Actual | Aspect::Guidance | Aspect::Consensus => {}
        Aspect::GuidanceLow => {
            let guided = at(Aspect::Guidance);
            let high = at(Aspect::GuidanceHigh);
            graph.order(variable, guided);
            graph.order(guided, high);
        }
        Aspect::GuidanceHigh => {
            at(Aspect::GuidanceLow);
        }
        Aspect::GuidanceMidpoint => {
            let (low, high) = (at(Aspect::GuidanceLow), at(Aspect::GuidanceHigh));
            graph.order(low, variable);
            graph.order(variable, high);
            let sum = graph.result(Relation::Add(low, high));
            let two = graph.constant(Decimal::TWO);
            let half = graph.result(Relation::Div(sum, two));
            graph.define(variable, half, Vec::new(), vec![low, high]);
        }
        Aspect::GuidanceHalfWidth | Aspect::GuidancePlusMinus => {
            let (low, high) = (at(Aspect::GuidanceLow), at(Aspect::GuidanceHigh));
            let width = graph.result(Relation::Sub(high, low));
            let over = match key.what.aspect {
                Aspect::GuidanceHalfWidth => graph.constant(Decimal::TWO),
                _ => graph.result(Relation::Add(low, high)),
            };
            let half = graph.result(Relation::Div(width, over));
            graph.define(variable, half, vec![Demand::Divisor(over)], vec![low, high]);
        }
        Aspect::Surprise | Aspect::SurpriseAmount => {
            let (actual, expected) = (at(Aspect::Actual), at(Aspect::Consensus));
            let amount = graph.result(Relation::Sub(actual, expected));
            if key.what.aspect == Aspect::SurpriseAmount {
                return graph.define(variable, amount, Vec::new(), vec![actual, expected]);
            }
            let size = graph.result(Relation::Abs(expected));
            let part = graph.result(Relation::Div(amount, size));
            graph.define(variable, part, vec![Demand::Divisor(size)], vec![actual, expected]);
            tighten(graph, variable, (actual, expected));
        }
        change @ (Aspect::Growth
        | Aspect::GrowthQoq
        | Aspect::Change
        | Aspect::ChangeQoq
        | Aspect::Narrowing
        | Aspect::GrowthSince(_)
        | Aspect::ChangeSince(_)) => changed(graph, (key, variable), change),
        Aspect::SegmentShare => {
            let part = at(Aspect::Actual);
            let what = What { segment: None, aspect: Aspect::Actual, ..key.what };
            let whole = graph.variable(Key { what, ..key.clone() });
            let share = graph.result(Relation::Div(part, whole));
            graph.define(variable, share, vec![Demand::Divisor(whole)], vec![part, whole]);
        }
    }
}

/// Joins a change to the figures of both periods.
fn changed(graph: &mut Graph<'_>, (key, variable): (&Key, usize), change: Aspect) {
    let then = match change {
        Aspect::GrowthQoq | Aspect::ChangeQoq => key.period.before(),
        Aspect::GrowthSince(base) | Aspect::ChangeSince(base) => Some(PeriodLabel::Fiscal(base)),
        _ => key.period.year_ago(),
    };
    let Some(then) = then else { return };
    let what = What { aspect: Aspect::Actual, ..key.what };
    let [now, then] = [key.period.clone(), then]
        .map(|period| graph.variable(Key::new(what, period, key.version)));
    let parts = vec![now, then];
    let difference = graph.result(Relation::Sub(now, then));
    if matches!(change, Aspect::Change | Aspect::ChangeQoq | Aspect::ChangeSince(_)) {
        return graph.define(variable, difference, Vec::new(), parts);
    }
    let one = graph.constant(Decimal::ONE);
    let factor = graph.result(Relation::Div(now, then));
    let (result, guard) = match change {
        Aspect::Narrowing => (Relation::Sub(one, factor), Demand::Divisor(then)),
        _ => (Relation::Sub(factor, one), Demand::Growth { from: then, to: now, years: 1 }),
    };
    let result = graph.result(result);
    graph.define(variable, result, vec![guard], parts);
}

/// Joins a surprise to the quotient of the actual and the consensus, in which each stands once.
///
/// By size it is how far the quotient is from one, and it has the quotient's sign unless a loss was
/// expected; read backward that bounds the consensus, which stands in the definition twice.
fn tighten(graph: &mut Graph<'_>, surprise: usize, (actual, expected): (usize, usize)) {
    let (one, two) = (graph.constant(Decimal::ONE), graph.constant(Decimal::TWO));
    let quotient = graph.result(Relation::Div(actual, expected));
    let way = graph.result(Relation::Sub(quotient, one));
    let (z, x) = (graph.result(Relation::Abs(surprise)), graph.result(Relation::Abs(way)));
    graph.constraints.push(Constraint::Equal { z, x });
    let is_profit = graph.result(Relation::Sign(expected));
    let twice = graph.result(Relation::Mul(two, is_profit));
    let sign = graph.result(Relation::Sub(twice, one));
    graph.constraints.push(Constraint::Product { z: surprise, x: sign, y: way });
}
