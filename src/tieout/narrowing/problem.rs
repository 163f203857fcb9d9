//! [`Problem`]: variables, what joins them, and the statements about them.

use alloc::{vec, vec::Vec};

use super::{constraint::Constraint, posted::Posted, set::Set};
use crate::{interval::Interval, tieout::statement::Reader};

/// Variables, what joins them, and the statements about them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem {
    /// What each variable is limited to from the start: a constant is one value.
    pub start: Vec<Interval>,
    pub constraints: Vec<Constraint>,
    pub statements: Vec<Posted>,
    /// The constraints of each variable.
    joined: Vec<Vec<usize>>,
    /// The statements about each variable.
    about: Vec<Vec<usize>>,
}

impl Problem {
    pub(crate) fn new(
        start: Vec<Interval>,
        constraints: Vec<Constraint>,
        statements: Vec<Posted>,
    ) -> Self {
        let mut joined = vec![Vec::new(); start.len()];
        let mut about = vec![Vec::new(); start.len()];
        let note = |lists: &mut Vec<Vec<usize>>, variable: usize, place: usize| {
            if let Some(list) = lists.get_mut(variable)
                && list.last() != Some(&place)
            {
                list.push(place);
            }
        };
        for (place, constraint) in constraints.iter().enumerate() {
            constraint.variables().for_each(|variable| note(&mut joined, variable, place));
        }
        for (place, statement) in statements.iter().enumerate() {
            let said = statement.said(Reader::Printed);
            said.for_each(|(variable, _)| note(&mut about, variable, place));
        }
        Self { start, constraints, statements, joined, about }
    }

    /// Returns all of its statements.
    pub(crate) fn all(&self) -> Set {
        (0..self.statements.len()).collect()
    }

    /// Returns the figures of filings among its statements that are doubted last.
    pub(crate) fn filed(&self) -> Set {
        self.all().iter().filter(|place| self.is_trusted(*place)).collect()
    }

    pub(crate) fn is_trusted(&self, statement: usize) -> bool {
        let is_trusted = |statement: &Posted| statement.is_filed && !statement.is_suspect;
        self.statements.get(statement).is_some_and(is_trusted)
    }

    pub(crate) fn joined(&self, variable: usize) -> &[usize] {
        self.joined.get(variable).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn about(&self, variable: usize) -> &[usize] {
        self.about.get(variable).map_or(&[], Vec::as_slice)
    }
}
