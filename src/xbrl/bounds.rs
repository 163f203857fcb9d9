//! The limits of this room: each number, and why it is that number.

/// The documents of a report have at most so many bytes together: the longest inline reports, of
/// large banks and insurers, have some 60 MB. It also keeps every place in them within 32 bits.
pub(super) const BYTES_MAX: usize = 256 << 20;

/// An inline report stands in at most so many documents: those of Japan's EDINET in some twenty.
pub(super) const DOCUMENTS_MAX: usize = 1_000;

/// Elements nest at most so deep. Reports nest some sixty deep, in tables that were converted; the
/// limit keeps a hostile document from holding a stack of its own length.
pub(super) const DEPTH_MAX: usize = 1_000;

/// At most so many namespaces are in scope: Arelle's and Workiva's documents declare about twenty
/// and no more than sixty. Every name is looked up among them.
pub(super) const NAMESPACES_MAX: usize = 500;

/// At most so many facts are read; the largest reports have fifty thousand. It bounds the memory
/// that a document of empty facts takes to some 250 MB. As many names, ids of contexts and units,
/// tuples and continuations are read together, which take no more.
pub(super) const FACTS_MAX: usize = 1 << 20;

/// A linkbase has at most so many parts: label linkbases of large companies have some ten thousand.
pub(super) const ARCS_MAX: usize = 1 << 20;

/// A context has at most so many axes, and a side of a unit so many measures: the most in real
/// filings is eight.
pub(super) const AXES_MAX: usize = 64;

/// Texts of facts are kept up to this length unless the caller says otherwise: what a cover page
/// says is shorter, and notes are longer.
pub(super) const TEXT_BYTES_MAX: usize = 1_024;

/// A number, and a text that a transformation reads, is at most this long: a date in any language
/// has less than 40 bytes, and 28 digits with white space in a table less than 200.
pub(super) const NUMBER_BYTES_MAX: usize = 1_024;

/// Ids of concepts in linkbases are looked up by their parts up to this length: the longest names
/// of the taxonomies have some 250 bytes.
pub(super) const ID_BYTES_MAX: usize = 1_024;

/// At most so many targets of inline documents are told: reports have two.
pub(super) const TARGETS_MAX: usize = 100;

/// Revenue is broken down in at most so many periods of a filing, the latest ones: a year with the
/// quarters of two years and what is accumulated over them are fifteen.
pub(super) const PERIODS_SPLIT_MAX: usize = 32;

/// So many parts of one report may have one label, told apart by a number of two digits behind it.
pub(super) const NAMESAKES_MAX: usize = 99;

/// A companyfacts file lists a filing where the filing states so many percent of the numbers that
/// the file has of it. Four filings of Apple, Amazon and UnitedHealth each state all of their own,
/// and at most 62 percent of those of the year before or after.
pub(super) const LISTED_PERCENT_MIN: usize = 90;

/// Members of at most so many that may make up a total are searched: two halves of twelve have
/// 4,096 sets each. The longest tables of segments and regions in filings have some twenty lines.
pub(super) const MEMBERS_MAX: usize = 24;

/// An axis is looked at alone and crossed with others in at most so many ways; filings have three.
pub(super) const CROSSINGS_MAX: usize = 16;

/// At most so many sets that add up are told apart; more mean that the numbers say nothing.
pub(super) const SETS_MAX: usize = 64;

/// Whether one set of members is another with its subtotals broken down is tried with at most so
/// many parts of it, which takes some milliseconds; Amazon's nine lines take 128, and Tesla's
/// thirteen fewer than 8,192.
pub(super) const REFINING_STEPS_MAX: u32 = 1 << 18;

/// A place of this power of ten is larger than every number that is kept, which have 28 digits.
pub(super) const PLACES_MAX: i64 = 30;

/// An error that names the periods of a filing names at most so many, the latest ones.
pub(super) const PERIODS_NAMED_MAX: usize = 8;

/// A finding of numbers that contradict each other names at most so many beside the first.
pub(super) const INCONSISTENT_SHOWN_MAX: usize = 4;

/// An XML declaration is at most so long: it has three attributes.
pub(super) const DECLARATION_BYTES_MAX: usize = 200;

/// What a parser says of malformed markup is cut after so many bytes: it may quote the markup.
pub(super) const REASON_BYTES_MAX: usize = 120;

const _: () = assert!(BYTES_MAX < u32::MAX as usize);
