//! [`Twins`]: statements that say the same of the same figure.

use alloc::{collections::BTreeMap, vec, vec::Vec};

use rust_decimal::Decimal;

use super::{posted::Posted, problem::Problem, set::Set};
use crate::tieout::statement::Reader;

/// Which statements say the same of the same figure.
///
/// One can take the other's place in every conflict, so that a smallest set whose removal leaves
/// the rest consistent holds all of them or none. The first speaks for all: eighty documents that
/// quote one figure make no more conflicts than one.
#[derive(Clone, Debug, Default)]
pub(super) struct Twins {
    /// All that say the same, by the place of the first.
    groups: BTreeMap<usize, Set>,
    /// Who speaks for each statement.
    speakers: Vec<usize>,
}

/// What tells most statements apart: the figure, whether it is filed, and the ends.
type Mark<'a> = (&'a [usize], bool, [Option<Decimal>; 2]);

impl Twins {
    /// Finds the twins among some of a problem's statements, in one way of reading them.
    pub(super) fn among(problem: &Problem, active: &Set, reader: Reader) -> Self {
        let mut marked: BTreeMap<Mark<'_>, Vec<(&Posted, usize)>> = BTreeMap::new();
        let mut found =
            Self { groups: BTreeMap::new(), speakers: vec![0; problem.statements.len()] };
        for place in active.iter() {
            let Some(statement) = problem.statements.get(place) else { continue };
            let ends = statement.reading(reader).interval.ends();
            let alike = marked.entry((&statement.variables, statement.is_filed, ends)).or_default();
            let same =
                alike.iter().find(|(other, _)| other.said(reader).eq(statement.said(reader)));
            let speaker = same.map_or(place, |(_, speaker)| *speaker);
            if speaker == place {
                alike.push((statement, place));
            }
            found.groups.entry(speaker).or_default().insert(place);
            if let Some(slot) = found.speakers.get_mut(place) {
                *slot = speaker;
            }
        }
        found
    }

    /// Returns those who speak for all.
    pub(super) fn speakers(&self) -> Set {
        self.groups.keys().copied().collect()
    }

    /// Returns who speaks for a statement.
    pub(super) fn speaker_of(&self, statement: usize) -> usize {
        self.speakers.get(statement).copied().unwrap_or(statement)
    }

    /// Returns how many a statement speaks for, itself among them.
    pub(super) fn count(&self, speaker: usize) -> usize {
        self.groups.get(&speaker).map_or(1, Set::len)
    }

    /// Returns all that some statements speak for.
    pub(super) fn all_of(&self, speakers: &Set) -> Set {
        let groups = speakers.iter().filter_map(|speaker| self.groups.get(&speaker));
        groups.fold(Set::default(), Set::union)
    }
}
