//! [`Sense`]: what a phrase says of the figures beside it.

/// What a phrase says of the figures beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sense {
    /// A change upward or downward.
    Change,
    /// A change that stands before its amount: `an increase of`.
    ChangeNoun,
    /// What follows is the comparative.
    Compared,
    /// What follows is where a change began.
    From,
    /// What follows is where a change led.
    To,
    /// Expected by analysts.
    Consensus,
    /// Came out above or below what was expected.
    Beat,
    /// Expected by the company.
    Guidance,
    /// Guidance that was replaced.
    Previous,
    /// What follows explains a change and is none of the company's totals.
    Driver,
    /// A part of a whole, and no measure of its own.
    Part,
    /// The share price and trading.
    Market,
    /// A measure that no filing has.
    Outside,
    /// At constant exchange rates.
    ConstantCurrency,
    /// As reported.
    Reported,
    /// Not by the accounting rules: adjusted, core, organic.
    Adjusted,
    /// By the accounting rules, said so.
    Gaap,
    /// Against the quarter before.
    Sequential,
    /// Against the year before.
    YearAgo,
    /// For one share.
    PerShare,
    /// For one share, diluted.
    PerDilutedShare,
    /// The margin of what was named last.
    Margin,
    /// Figures stand in the order of what they are of.
    Respectively,
    /// Not a word of a segment's name.
    Plain,
}

/// A sense and the phrases that have it.
pub(super) type Row = (Sense, &'static [&'static str]);
