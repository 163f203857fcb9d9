//! [`Page`]: what stands on the page of a company.

use financials::{Basis, Date, Decimal, Interval, stated::Unit};

/// A company's quarters, as they are shown.
///
/// `Display` writes the page as HTML. It has no script: the switch between figures as first filed
/// and as restated is two radio buttons.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page {
    /// The company's name, as it files.
    pub name: String,
    /// Its central index key, by which the SEC's archives know it.
    pub cik: Option<u64>,
    /// The quarters that are shown, the oldest first.
    pub quarters: Vec<Quarter>,
    /// Their figures as first filed, and as last restated.
    pub sheets: [Sheet; 2],
    /// The margins of the quarters as last restated.
    pub margins: Vec<Line>,
    /// What later filings restated, the newest period first.
    pub moved: Vec<Moved>,
    /// What the company guided, with what came out where it is filed or claimed.
    pub guided: Vec<Guided>,
    /// Figures by the accounting rules beside the company's adjusted ones, the newest first.
    pub bridges: Vec<Bridge>,
    /// The SHA-256 of the file that was read, where the caller gives it.
    pub fingerprint: Option<String>,
}

/// A fiscal quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// What the company calls it, such as `2025Q2`.
    pub label: String,
    /// Its last day.
    pub end: Date,
}

/// The figures of the quarters by one rule for which filing counts.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The rule in words, such as `as first filed`.
    pub vintage: &'static str,
    /// The line items.
    pub rows: Vec<Row>,
}

/// One line item over the quarters.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name in the catalogue.
    pub name: &'static str,
    /// Its unit as the filings give it, such as `USD` or `USD/shares`.
    pub unit: String,
    /// One cell for each quarter.
    pub cells: Vec<Cell>,
}

/// A figure, or why there is none.
#[derive(Clone, Debug)]
pub enum Cell {
    /// A figure that was filed, or that follows from filed ones.
    Given(Amount),
    /// Why there is no figure.
    Absent(String),
}

/// A figure with where it comes from.
#[derive(Clone, Debug)]
pub struct Amount {
    /// The figure, in the unit of its row.
    pub value: Decimal,
    /// How it was derived, where no filing gives it.
    pub derived: Option<&'static str>,
    /// Whether it was counted in the shares after a later split.
    pub is_split_adjusted: bool,
    /// The form and accession number of the filing that it rests on last, with a link to it.
    pub source: Option<(String, Option<String>)>,
    /// What the filings show when they are held against each other.
    pub findings: Vec<String>,
}

/// A margin over the quarters.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name in the catalogue.
    pub name: &'static str,
    /// One point for each quarter; the reason where there is none.
    pub points: Vec<Result<Margin, String>>,
}

/// A margin with what the precision of its inputs admits.
#[derive(Clone, Copy, Debug)]
pub struct Margin {
    /// The margin; 0.25 is 25%.
    pub value: Decimal,
    /// What it can be, given how precisely its inputs were stated.
    pub bounds: Interval,
}

/// What a company guided of a measure over a period.
#[derive(Clone, Debug)]
pub struct Guided {
    /// The measure, by its name in the catalogue.
    pub name: &'static str,
    /// Whether it is of adjusted figures.
    pub is_adjusted: bool,
    /// The quarter or the year.
    pub period: String,
    /// What the guidance admits.
    pub range: Interval,
    /// What came out, as precisely as it is stated; nothing where it is not known.
    pub actual: Option<Interval>,
    /// What they are in: a part of one, or the currency of the filings.
    pub unit: Unit,
}

/// A figure by the accounting rules, and the company's adjusted one.
#[derive(Clone, Debug)]
pub struct Bridge {
    /// The line item, by its name in the catalogue.
    pub name: &'static str,
    /// The quarter.
    pub period: String,
    /// The rules that the filed figure follows.
    pub basis: Basis,
    /// The filed figure.
    pub filed: Interval,
    /// What lies between the two.
    pub between: Interval,
    /// The adjusted figure.
    pub adjusted: Interval,
}

/// A figure that a later filing restated.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The line item, by its name in the catalogue.
    pub name: &'static str,
    /// The period: `2024-01-01..2024-12-31`, or a day.
    pub period: String,
    /// The unit.
    pub unit: String,
    /// The first figure, and the day that it was filed.
    pub first: (Decimal, Date),
    /// The last figure, and the day that it was filed.
    pub latest: (Decimal, Date),
    /// What kind of change it is.
    pub class: &'static str,
}
