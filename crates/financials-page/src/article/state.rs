//! [`State`]: how a figure is marked.

use financials::tieout::Verdict;

/// How a figure is marked: a glyph and a line, so that nothing rests on a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// ✗ over a double line: it cannot be, or not together with others.
    Wrong,
    /// ? over a dotted line: no known definition gives it.
    Unexplained,
    /// ? over a dotted line: nothing else bears on it, or it has no meaning.
    Undetermined,
    /// ≈ over a dashed line: it agrees under one of several definitions.
    Compatible,
    /// ✓ over a solid line: it meets what the rest admits.
    Consistent,
    /// – over a thin line: nothing was claimed that could be checked.
    NotCheckable,
}

impl State {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 6] = [
        Self::Wrong,
        Self::Unexplained,
        Self::Undetermined,
        Self::Compatible,
        Self::Consistent,
        Self::NotCheckable,
    ];

    /// Returns how a figure with that verdict is marked; one without claims nothing.
    #[must_use]
    pub const fn of(verdict: Option<Verdict>) -> Self {
        match verdict {
            Some(Verdict::Consistent) => Self::Consistent,
            Some(Verdict::Compatible) => Self::Compatible,
            Some(Verdict::Contradicted | Verdict::InConflict) => Self::Wrong,
            Some(Verdict::Unexplained) => Self::Unexplained,
            Some(_) => Self::Undetermined,
            None => Self::NotCheckable,
        }
    }

    /// Returns the glyph before the figure.
    #[must_use]
    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Consistent => "✓",
            Self::Compatible => "≈",
            Self::Wrong => "✗",
            Self::Unexplained | Self::Undetermined => "?",
            Self::NotCheckable => "–",
        }
    }

    /// Returns the name in the page's code, such as `not-checkable`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::Compatible => "compatible",
            Self::Wrong => "wrong",
            Self::Unexplained => "unexplained",
            Self::Undetermined => "undetermined",
            Self::NotCheckable => "not-checkable",
        }
    }

    /// Returns what it is called on the page, as in "3 contradicted or in conflict".
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::Compatible => "compatible",
            Self::Wrong => "contradicted or in conflict",
            Self::Unexplained => "unexplained",
            Self::Undetermined => "undetermined",
            Self::NotCheckable => "not checkable",
        }
    }
}
