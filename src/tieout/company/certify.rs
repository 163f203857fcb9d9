//! Certificates of the conflicts that were found.

use alloc::{
    borrow::ToOwned,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::tieout::{
    certificate::{
        Certificate, CertifiedFigure, CertifiedFormula, CertifiedStatement, CertifiedStep, fraction,
    },
    figures::Graph,
    narrowing::{By, Constraint, Problem, Set, prove},
    statement::Reader,
};

/// Returns the certificate of a conflict within a part of a graph; the statements are named by
/// their places among all, and `variables` and `statements` give the places of those of the part.
pub(super) fn certify(
    graph: &Graph<'_>,
    problem: &Problem,
    (variables, statements): (&[usize], &[usize]),
    conflict: &Set,
) -> Option<Certificate> {
    let proof = prove(problem, conflict)?;
    let mut found = Certificate::default();
    let mut said: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in proof.statements.iter() {
        let Some(statement) = problem.statements.get(place) else { continue };
        for (variable, reading) in statement.said(Reader::Printed) {
            said.entry(place).or_default().push(found.statements.len());
            let id = statements.get(place);
            debug_assert!(id.is_some(), "every statement has an id");
            found.statements.push(CertifiedStatement {
                id: id.map(ToString::to_string).unwrap_or_default(),
                figure: variable,
                range: reading.interval.into(),
                rounded: reading.rounded.map(|(value, place)| (fraction(value), place)),
            });
        }
    }
    let formulas = proof.formulas(problem);
    let place_of: BTreeMap<usize, usize> =
        formulas.iter().enumerate().map(|(place, (at, _))| (*at, place)).collect();
    found.formulas = formulas.iter().map(|(_, constraint)| formula(*constraint)).collect();
    for step in &proof.steps {
        let (statement, formula) = match step.by {
            By::Formula(at) => (None, place_of.get(&at).copied()),
            By::Statement(at) => {
                let about = said.get(&at).into_iter().flatten().copied();
                let of = |place: &usize| {
                    found.statements.get(*place).is_some_and(|it| it.figure == step.variable)
                };
                (about.into_iter().find(of), None)
            }
        };
        let (figure, range) = (step.variable, step.interval.map(Into::into));
        found.steps.push(CertifiedStep { statement, formula, figure, range });
    }
    found.figures = figures(graph, problem, variables, &found);
    Some(found)
}

fn figures(
    graph: &Graph<'_>,
    problem: &Problem,
    variables: &[usize],
    found: &Certificate,
) -> Vec<CertifiedFigure> {
    let stated = found.statements.iter().map(|statement| statement.figure);
    let joined = found.formulas.iter().flat_map(|formula| formula.figures.iter().copied());
    let mut used: Vec<usize> = stated.chain(joined).collect();
    used.sort_unstable();
    used.dedup();
    let of = |place: usize| {
        let variable = graph.variables.get(*variables.get(place)?)?;
        let name = variable.key.as_ref().map(ToString::to_string);
        let start = (*problem.start.get(place)?).into();
        let name = name.unwrap_or_else(|| "an intermediate result".to_owned());
        Some(CertifiedFigure { place, name, start })
    };
    used.into_iter().filter_map(of).collect()
}

fn formula(constraint: Constraint) -> CertifiedFormula {
    let (rule, degree) = match constraint {
        Constraint::Sum { .. } => ("sum", None),
        Constraint::Product { .. } => ("product", None),
        Constraint::Power { degree, .. } => ("power", Some(degree)),
        Constraint::Magnitude { .. } => ("magnitude", None),
        Constraint::Smaller { .. } => ("smaller", None),
        Constraint::Larger { .. } => ("larger", None),
        Constraint::Sign { .. } => ("sign", None),
        Constraint::Equal { .. } => ("equal", None),
        Constraint::NoMore { .. } => ("no_more", None),
    };
    CertifiedFormula { rule: rule.to_owned(), figures: constraint.variables().collect(), degree }
}

/// Names the statements of a certificate, which go by their places among all.
pub(super) fn named(
    mut certificate: Certificate,
    name: impl Fn(usize) -> Option<String>,
) -> Certificate {
    for statement in &mut certificate.statements {
        let place = statement.id.parse::<usize>().ok();
        statement.id = place.and_then(&name).unwrap_or_else(|| format!("#{}", statement.id));
    }
    certificate
}
