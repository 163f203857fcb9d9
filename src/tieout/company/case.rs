//! [`Case`]: one company's statements, placed and solved.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use super::solve::{Solution, Solved};
use crate::tieout::{
    figures::Graph,
    ruling::{Diagnosis, Near, Reason},
    statement::{Assumption, Entry, Key, Version},
    verdict::Verdict,
};
use crate::{figure::Basis, interval::Interval, undefined::Undefined};

/// Which figures a statement is about: several where its basis is open and it agrees with none, and
/// none where it cannot be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    Nowhere,
    At(Key),
    /// The basis is not stated and still to be found.
    Open,
    /// It disagrees with every basis on record.
    Everywhere(Vec<Key>),
}

impl Placed {
    pub(super) fn keys(&self) -> &[Key] {
        match self {
            Self::At(key) => core::slice::from_ref(key),
            Self::Everywhere(keys) => keys,
            Self::Nowhere | Self::Open => &[],
        }
    }
}

/// Everything that is known of one company's statements once they are solved.
pub(super) struct Case<'a> {
    pub entries: &'a [&'a Entry],
    pub placed: &'a [Placed],
    pub graph: &'a Graph<'a>,
    pub refused: &'a [Option<Undefined>],
    /// Where the basis is open and a figure has no meaning on any that is on record, the first.
    pub senseless: &'a [Option<Key>],
    pub solution: &'a Solution,
    /// The filed figures that are doubted like a claim, each with the power of ten that it misses.
    pub suspects: &'a BTreeMap<usize, i8>,
    /// The bases on which anything is stated.
    pub versions: &'a BTreeSet<Version>,
    /// The filings as they were first made, where that is known.
    pub first: Option<&'a Case<'a>>,
}

/// Why a figure that the others refute is not accused.
#[derive(Clone, Copy, Debug)]
pub(super) enum Excuse {
    /// It was computed from figures as the document prints them.
    Rounded(Interval),
    /// One unit of its last place makes its table add up.
    Footed,
    /// It is "nearly" what a number is that rounds down to it.
    Nearly(Interval),
    /// It is the change of a definition of its name, which comes to so much.
    Defined(&'static str, Interval),
    /// It is the change of what companies define themselves, by no definition that is known.
    Unexplained,
}

/// What the words are to tell.
pub(super) struct Told<'a> {
    pub verdict: Verdict,
    pub reason: Option<Reason>,
    pub solved: &'a Solved,
    pub basis: Option<Basis>,
    pub computed: Option<Interval>,
    pub definition: Option<&'a str>,
    pub nearest: &'a [Near],
    pub diagnoses: &'a [Diagnosis],
    pub assumed: &'a [Assumption],
    pub suggestions: &'a [String],
    pub excuse: Option<&'a Excuse>,
}

/// Returns what a figure can be, if any statement bears on it.
pub(super) fn on_record(case: &Case<'_>, key: &Key) -> Option<Interval> {
    let variable = case.graph.find(key)?;
    let (interval, is_known) = case.solution.variables.get(variable)?;
    is_known.then_some(*interval)
}
