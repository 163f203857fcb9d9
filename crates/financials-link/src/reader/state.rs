//! What holds for the figures to come: of a heading, of a sentence, of a measure.

use std::ops::Range;

use crate::{
    link::{Abstention, Aspect, Role},
    moment::Period,
    notes::Count,
};

/// What a heading says of the lines under it.
#[derive(Clone, Debug, Default)]
pub(super) struct Heading {
    pub(super) period: Option<Period>,
    pub(super) is_guided: bool,
    /// The one measure that it names, of which the rows under it are segments.
    pub(super) metric: Option<&'static str>,
    /// The segment that it names: `North America Segment Results`.
    pub(super) segment: Option<String>,
    /// A list of figures of its measure follows: `Quarterly revenues:`.
    pub(super) is_list: bool,
    /// The basis that it names.
    pub(super) is_adjusted: Option<bool>,
}

/// What the words before a figure have said of its measure.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    pub(super) metric: Option<&'static str>,
    pub(super) segment: Option<String>,
    pub(super) is_adjusted: Option<bool>,
    /// The growth of the measure is named, and not the measure.
    pub(super) is_growth: bool,
    pub(super) is_negated: bool,
    /// The bytes that name it.
    pub(super) named_by: Option<Range<usize>>,
    /// Why figures of it are linked to nothing.
    pub(super) outside: Option<Abstention>,
}

/// What holds for a sentence as it is read on.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    pub(super) frame: Frame,
    pub(super) period: Option<Period>,
    pub(super) is_guided: bool,
    pub(super) is_expected: bool,
    /// What is said explains a change.
    pub(super) is_driven: bool,
    /// The sentence speaks of shares and trading.
    pub(super) is_market: bool,
    /// The sentence is at constant exchange rates.
    pub(super) is_constant: bool,
    /// The basis that the sentence opens with.
    pub(super) basis: Option<bool>,
    /// The region that the sentence opens with.
    pub(super) opener: Option<String>,
    pub(super) last: Option<Last>,
    /// Tokens before have been used up by an earlier figure.
    pub(super) used: usize,
}

/// The figure before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Last {
    pub(super) role: Role,
    pub(super) aspect: Option<Aspect>,
    pub(super) count: Count,
    pub(super) period: Option<Period>,
}
