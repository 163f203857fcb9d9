//! [`Page`]: what stands on the page of a checked article.

use financials::{
    Interval,
    stated::Unit,
    tieout::{Assumption, Verdict},
};

use super::State;

/// An article with what was found of each of its figures.
///
/// `Display` writes the page. Any content makes a whole page: text is escaped, a figure whose place
/// is not in the text or overlaps an earlier one has a card and no mark.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What the article is called.
    pub title: String,
    /// The article, as it was; of an HTML page what it shows.
    pub text: String,
    /// The SHA-256 of the file in hexadecimal digits.
    pub fingerprint: String,
    /// Its figures.
    pub figures: Vec<Figure>,
    /// What cannot all hold.
    pub conflicts: Vec<Conflict>,
    /// The filings that it was held against.
    pub documents: Vec<Document>,
    /// Whether the search was cut short, so that bounds may be wider than they could be.
    pub is_capped: bool,
}

/// A file that an article was held against.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The ticker that its figures go by.
    pub ticker: String,
    /// The company.
    pub name: String,
    /// The SHA-256 of the file in hexadecimal digits, if known.
    pub fingerprint: Option<String>,
}

/// Bytes of the text, half-open.
pub type Range = std::ops::Range<usize>;

/// What was found of a figure of the text.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// Where it stands in the text.
    pub span: Range,
    /// Where it stands in the file.
    pub source: Range,
    /// The verdict; none where it claims nothing that can be checked.
    pub verdict: Option<Verdict>,
    /// What it is about, as names and values: `("measure", "revenue")`.
    pub about: Vec<(&'static str, String)>,
    /// The finding in the crate's words, or why there is none.
    pub words: String,
    /// What it admits, what the rest admits, and the unit of both.
    pub place: Option<Place>,
    /// What it holds only because of: an "about", zeros that were
    /// assumed or taken for digits.
    pub reservations: Vec<String>,
    /// What else a reader should know of the finding.
    pub notes: Vec<String>,
    /// The definition by which it was judged, where its name has several.
    pub definition: Option<String>,
    /// How the filed figure came about.
    pub derivations: Vec<Derivation>,
    /// The place of its conflict among those of the page.
    pub conflict: Option<usize>,
    /// The single changes under which it would hold.
    pub remedies: Vec<Remedy>,
    /// What known definitions come to, where none gives it.
    pub nearest: Vec<Near>,
    /// What would decide it.
    pub missing: Option<String>,
}

impl Figure {
    /// Returns how it is marked.
    #[must_use]
    pub const fn state(&self) -> State {
        State::of(self.verdict)
    }
}

/// What a figure admits, and what the rest does.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// What it admits.
    pub stated: Interval,
    /// What the rest admits, where anything bears on it.
    pub computed: Option<Interval>,
    /// The unit of both.
    pub unit: Unit,
}

/// A change under which a figure would hold.
#[derive(Clone, Debug)]
pub struct Remedy {
    /// The kind of change, such as `period`.
    pub change: String,
    /// To what, such as `FY2023`.
    pub to: String,
    /// What it comes to then.
    pub value: String,
}

/// What a definition comes to that does not give a figure.
#[derive(Clone, Debug)]
pub struct Near {
    /// The definition.
    pub definition: String,
    /// What it comes to.
    pub value: String,
}

/// Statements that cannot all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conflict {
    /// The statements, none of which can be left out.
    pub members: Vec<Member>,
    /// What was taken to hold on the way.
    pub assumed: Vec<Assumption>,
}

/// A statement of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// A figure of the text, by its place among them.
    Figure(usize),
    /// A figure of a filing.
    Filed {
        /// What it is of: `PLTR revenue 2025Q2`.
        name: String,
        /// Its amount, if it was found.
        value: Option<String>,
        /// Where it was filed, if that is known.
        source: Option<Citation>,
    },
}

/// Where a figure was filed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// What it is, as in `10-Q 0001321655-25-000105, us-gaap:Revenues`.
    pub words: String,
    /// The page of the filing.
    pub link: Option<String>,
    /// The day on which it was filed.
    pub date: Option<String>,
}

/// How a value came about.
#[derive(Clone, Debug, Default)]
pub struct Derivation {
    /// What it is a value of.
    pub name: String,
    /// The value.
    pub value: String,
    /// The period and how precisely it was stated.
    pub notes: Vec<String>,
    /// The formula, where it was computed.
    pub formula: Option<String>,
    /// Where it was filed.
    pub sources: Vec<Citation>,
    /// What it was computed from.
    pub inputs: Vec<Derivation>,
}
