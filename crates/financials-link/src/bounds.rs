//! How far the linker looks for the words that say what a figure is of, each distance once.
//!
//! Distances are in tokens: words, marks and figures. They choose between readings of a sentence,
//! and no verdict rests on one: where a word is not found, the figure is left out. Each has the
//! longest phrase that it was made for; `docs/DESIGN.md` says what half and twice of it cost.
//!
//! *Invariant:* a limit that stands elsewhere is a constant with its reason at the head of the one
//! file that applies it.

use core::ops::RangeInclusive;

/// Of a measure's name, for the look back from its last token.
pub(crate) const MEASURE_TOKENS_MAX: usize = 10;

/// Of a period, for the look back from its last token: `three months ended September 30, 2024`.
pub(crate) const MOMENT_TOKENS_MAX: usize = 8;

/// Of a phrase of the lexicon, for the look back from its last token.
pub(crate) const PHRASE_TOKENS_MAX: usize = 6;

/// Before the ticker in brackets, to the first word of the company's name.
pub(crate) const TIED_NAME_REACH: usize = 6;

/// Letters of a ticker at most, of the exchanges in the United States.
pub(crate) const TICKER_LETTERS_MAX: usize = 5;

/// Before a closing bracket, to the words of a basis in it: `(non-GAAP)`.
pub(crate) const BASIS_BRACKET_TOKENS_MAX: usize = 4;

/// Words of a line that may be a heading: a release's title has up to about as many.
pub(crate) const HEADING_WORDS_MAX: usize = 20;

/// Behind a figure with a word before it, to the period that makes it one of a comparison.
pub(crate) const COMPARING_REACH: usize = 4;

/// The years that a number of four digits may be: of reports that are read as text.
pub(crate) const YEARS: RangeInclusive<i16> = 1990..=2100;

/// Two tokens are beside each other when at most one stands between: an article or an adverb.
pub(crate) const ADJACENT: usize = 2;

/// A word leads in to another across two at most: "over the last", "decline of approximately".
pub(crate) const LEAD_IN: usize = 3;

/// Of a sentence that is looked back over, at most this much: half a paragraph.
pub(crate) const SENTENCE_TOKENS_MAX: usize = 60;

/// Between the words of constant exchange rates and the figure behind them.
pub(crate) const CONSTANT_REACH: usize = 24;

/// Within which a sentence says at its start that it is at constant exchange rates.
pub(crate) const OPENER_TOKENS_MAX: usize = 5;

/// Behind a figure, to the words of its basis: `on an operating (non-GAAP) basis`.
pub(crate) const BASIS_REACH: usize = 8;

/// From the first word of a basis to "basis" itself: `non-GAAP, constant-currency basis`.
pub(crate) const BASIS_TOKENS_MAX: usize = 6;

/// From a figure to the measure behind it: `in total quarterly net revenue`.
pub(crate) const AHEAD_REACH: usize = 7;

/// Of a name in small letters: `data center`, `personal computing products`.
pub(crate) const SMALL_NAME_TOKENS_MAX: usize = 3;

/// From "from" to its figure: `from the year-ago quarter's figure of` has seven tokens.
pub(crate) const FROM_REACH: usize = 8;

/// From "from the prior year" to the figure of what there was: `recorded number of`.
pub(crate) const LEVEL_REACH: usize = 4;

/// From what is counted to the measure that it has: `606 customers with trailing 12-month product
/// revenue` has six tokens between.
pub(crate) const COUNTED_REACH: usize = 6;

/// Of a text, within which its subject tells its results: a place, a date and an exchange stand
/// before it in releases, 40 tokens at most in those that were read.
pub(crate) const OPENING_TOKENS_MAX: usize = 60;

/// Words of a heading that is a name alone: `Energy and Sustainability Solutions` has four.
pub(crate) const NAME_WORDS_MAX: usize = 4;

/// Of a name before "segment" that a sentence opens with: `gaming and AI PC segment` has five.
pub(crate) const NAMED_SEGMENT_TOKENS_MAX: usize = 7;

/// From a comparison to the measure that it repeats: `compared to adjusted net income of`.
pub(crate) const REPEATED_REACH: usize = 5;

/// From "of" to the whole that a figure is a part of: `(5.2% of total net sales)`.
pub(crate) const WHOLE_TOKENS_MAX: usize = 6;

/// From a word that makes a figure a part of something to the figure, or the other way round:
/// `represented an estimated 42%`.
pub(crate) const PART_REACH: usize = 4;

/// From "excluding" to what is left out, a list of them.
pub(crate) const LEFT_OUT_REACH: usize = 12;

/// Between "reflecting" and the figure of an increase: `reflecting a 2% underlying increase`.
pub(crate) const CHANGE_TOKENS_MAX: usize = 4;

/// Behind a percentage, to the words that make it growth: `year-over-year growth`.
pub(crate) const GROWTH_REACH: usize = 6;

/// Before a measure, to a verb by which something else moved it: "reduced our selling expenses".
pub(crate) const VERB_REACH: usize = 8;

/// From the last figure of a list to "respectively".
pub(crate) const RESPECTIVELY_REACH: usize = 5;

/// Of a bracket between a name and its measure: `(5.2% of total sales)`.
pub(crate) const BRACKET_TOKENS_MAX: usize = 10;

/// Of a subject in small letters: `data center and networking`.
pub(crate) const SMALL_SUBJECT_TOKENS_MAX: usize = 4;

/// Between a subject's verb and its measure that say nothing of whose it is: "saw a modest".
pub(crate) const SUBJECT_GAP_MAX: usize = 2;

/// Of an apposition behind a name: `Northland, one of its two regions, reported`.
pub(crate) const APPOSITION_TOKENS_MAX: usize = 10;

/// Earnings below this are one share's, and above the company's: no share earns a thousand dollars
/// but Berkshire's first class, and no company that reports earns less.
pub(crate) const SHARE_EARNINGS_LIMIT: i64 = 1000;

/// One figure may have replaced another within this factor: guidance that is raised or cut by more
/// has not been seen.
pub(crate) const REPLACED_FACTOR: i64 = 3;

/// Of the figures before, this many may be the one that was replaced: both ends of two ranges.
pub(crate) const REPLACED_FIGURES_MAX: usize = 4;

/// From a word of beating to the figure by which: `beat the Zacks Consensus Estimate of $1.23 by`.
pub(crate) const BEAT_REACH: usize = 9;

/// From "surprise" to its figure: `an earnings surprise of`.
pub(crate) const SURPRISE_REACH: usize = 4;

/// Behind a figure, to the words of a consensus: `better than the consensus estimate`.
pub(crate) const EXPECTED_REACH: usize = 6;

/// Between two figures of a list of growths: `and 12% on a constant currency basis`.
pub(crate) const LISTED_GAP_MAX: usize = 8;

/// From a comparison to the period that it is of: `compared to the year-ago`.
pub(crate) const COMPARED_REACH: usize = 3;

/// From a change to the level that it leads to: `up 12% year over year to`.
pub(crate) const LEAD_TOKENS_MAX: usize = 5;

/// Before a figure, to a word of the quarter before: "sequentially".
pub(crate) const SEQUENTIAL_REACH: usize = 6;

/// Bars between figures from which a row of them is a table's.
pub(crate) const ROW_BARS_MIN: usize = 3;

/// Around a dividend, to the words of a year: `an $8.84 annual rate`.
pub(crate) const ANNUAL_REACH: usize = 4;

/// Of what stands before the colon of a line: `Adjusted EBITDA, Infrastructure Solutions:`.
pub(crate) const ROW_TOKENS_MAX: usize = 9;

/// Between the colon of a line and its figure.
pub(crate) const ROW_GAP_MAX: usize = 5;

/// Behind a figure, to words that say whose it is.
pub(crate) const WHOSE_REACH: usize = 8;
