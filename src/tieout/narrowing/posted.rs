//! [`Posted`]: what a statement says of the variables of a graph.

use alloc::{vec, vec::Vec};

use rust_decimal::Decimal;

use crate::{
    interval::Interval,
    tieout::statement::{Reader, Reading},
};

/// A statement: on which variables it bears (one, unless its basis is open), and its readings.
#[derive(Clone, Debug)]
pub(crate) struct Posted {
    pub variables: Vec<usize>,
    pub readings: [Reading; 3],
    /// The ends of a range that is guided, which are figures of their own.
    pub ends: Vec<(usize, [Reading; 3])>,
    /// What must be above zero for it to have a meaning: whoever states a return on equity says
    /// that there is equity.
    pub presumed: Vec<usize>,
    /// Whether it is a filing's figure, which is doubted last.
    pub is_filed: bool,
    /// Whether it is a filing's figure and doubted like a claim all the same.
    pub is_suspect: bool,
    /// A number for the document that states it, where it has a name.
    pub document: Option<usize>,
}

impl Posted {
    /// Returns that a variable is zero, as a filing leaves it out.
    pub(crate) fn assumed(variable: usize) -> Self {
        let interval = Interval::point(Decimal::ZERO);
        let readings = [Reading { interval, rounded: None }; 3];
        Self {
            variables: vec![variable],
            readings,
            ends: Vec::new(),
            presumed: Vec::new(),
            is_filed: false,
            is_suspect: false,
            document: None,
        }
    }

    /// Returns that a variable is not below zero.
    pub(crate) fn positive(variable: usize) -> Self {
        let readings = [Reading { interval: Interval::at_least(Decimal::ZERO), rounded: None }; 3];
        Self { readings, ..Self::assumed(variable) }
    }

    /// Returns the variables on which it bears, with what it says of each.
    pub(crate) fn said(&self, reader: Reader) -> impl Iterator<Item = (usize, Reading)> {
        let whole = self.reading(reader);
        let whole = self.variables.iter().map(move |variable| (*variable, whole));
        let ends = self.ends.iter();
        let ends = ends.map(move |(variable, readings)| (*variable, reader.of(*readings)));
        let above = Reading { interval: Interval::more_than(Decimal::ZERO), rounded: None };
        let presumed = self.presumed.iter().map(move |variable| (*variable, above));
        whole.chain(ends).chain(presumed)
    }

    pub(crate) fn reading(&self, reader: Reader) -> Reading {
        reader.of(self.readings)
    }

    /// Returns whether it reads otherwise in that way than as it is printed.
    pub(crate) fn differs(&self, reader: Reader) -> bool {
        self.reading(reader) != self.reading(Reader::Printed)
    }

    /// Returns it over other places of the same variables.
    pub(crate) fn renamed(self, name: impl Fn(usize) -> usize) -> Self {
        let variables = self.variables.into_iter().map(&name).collect();
        let ends = self.ends.into_iter().map(|(end, readings)| (name(end), readings)).collect();
        let presumed = self.presumed.into_iter().map(&name).collect();
        Self { variables, ends, presumed, ..self }
    }

    /// Returns whether both round one figure in one way, so that at one place they must be equal:
    /// not where two documents may round a half up and to even.
    pub(crate) fn rounds_alike(&self, other: &Self) -> bool {
        let are_documents = !self.is_filed && !other.is_filed;
        let are_two =
            matches!((self.document, other.document), (Some(one), Some(two)) if one != two);
        !(are_documents && are_two)
    }

    /// Takes back all that it says.
    pub(crate) fn withdraw(&mut self) {
        self.variables.clear();
        self.ends.clear();
        self.presumed.clear();
    }
}
