//! Histories from SEC companyfacts JSON: the file of all facts that a company has tagged.
//!
//! The file comes from `https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json`; nothing
//! here downloads it.
//!
//! ```
//! use financials::{Item, companyfacts::{CompanyFacts, Vintage}, undefined::Absence};
//!
//! let json = std::fs::read("tests/cases/palantir_companyfacts/companyfacts.json")?;
//! let facts = CompanyFacts::parse(&json)?;
//! let known = facts.known(Vintage::Latest);
//!
//! // The 10-K gives the year alone; the fourth quarter is the year less nine months.
//! let revenue = known.item(Item::Revenue).series;
//! let fourth = revenue.quarter(2024, 4).ok_or("no such quarter")?;
//! let amount = fourth.amount.as_ref().map_err(|absence| absence.code())?;
//! assert_eq!(amount.value.to_string(), "827519000");
//! assert!(!amount.origin.is_reported());
//! assert_eq!(amount.inputs[0].accession.to_string(), "0001321655-25-000022");
//!
//! // Earnings per share do not add up over time: a fourth quarter's are its income over its own
//! // weighted shares, and marked. A concept by itself gives none.
//! let eps = known.item(Item::EpsDiluted).series;
//! let fourth = eps.quarter(2024, 4).ok_or("no such quarter")?;
//! let amount = fourth.amount.as_ref().map_err(|absence| absence.code())?;
//! assert_eq!(amount.value.round_dp(2).to_string(), "0.03");
//! let eps = &known.concept("us-gaap", "EarningsPerShareDiluted")[0];
//! let fourth = eps.quarter(2024, 4).ok_or("no such quarter")?;
//! assert_eq!(fourth.amount, Err(Absence::NotAdditive));
//!
//! // The crate's history of reports, every figure with its source.
//! assert_eq!(known.history()?.reports().len(), 10);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Which filing's word counts
//!
//! A figure stands in many filings. [`Vintage`] says which counts: the first, the latest, or the
//! latest up to a day. Figures are put together only if they are of one vintage: both as first
//! filed, or both restated beyond rounding, at overlapping times. Otherwise the quarter is absent
//! as [`MixedVintage`](crate::undefined::Absence::MixedVintage), and not wrong.
//!
//! A quarter reported by itself comes before a derived one, unless it stands on another basis than
//! the vintage asks for: as restated, one not filed again since its year and nine months were; as
//! first reported, one that came out only after they had been. Of a company that reports by halves,
//! the second half is the year less the first.
//!
//! Two figures as first filed may still stand on two bases: after a spin-off the year is filed for
//! the first time without the part sold, and nine months stand only with it. Filings show it in
//! what they give beside, and the quarter is then absent too, unless one of them gives the other
//! quarters on the new basis, so that it is the rest:
//!
//! - the two filings give any period of the item otherwise, or total assets of two companies;
//! - the later filing restates the year before, its comparative, or that of revenue, its cost or
//!   the gross profit, which are joined, beyond a unit of the place that it is rounded to, and that
//!   of the nine months did not;
//! - it gives the first quarters anew, and they do not make the nine months;
//! - its comparatives, a year to date and the quarter that ends it, leave another shorter one than
//!   the other filing's;
//! - the shorter figure is given otherwise later, and the longer one then as it was;
//! - the longer figure's filing is the first of the year to show operations as discontinued, and
//!   nothing of the item that it gives again shows that they were no part of it;
//! - the quarter does not add up with the lines beside it, such as revenue with its cost and the
//!   gross profit, which rest on other filings than it does.
//!
//! A quarter that is left on an older basis than others of its year is the restated year less
//! those, or absent. Quarters that a report dates a year off are struck as a
//! [slip](FindingKind::Slip).
//!
//! # Which periods are there
//!
//! Periods are dates; `fy` and `fp` describe the filing. The company's fiscal years are those that
//! most facts of its annual reports have, so weeks, January ends and changed year ends need no
//! rule; before the first annual report, those of its registration. They are named as the company
//! names them in its annual reports, or in quarterly ones until then. A year-long period that is no
//! fiscal year is trailing. Forms other than periodic and
//! current reports and registrations, such as proxy statements, never enter a history.
//!
//! # Which concept gives an item
//!
//! Each [`Item`](crate::Item) has a chain of concepts, the preferred first. They join into one
//! series where no filing that gives two of them shows that they differ; one that differs fills
//! only fiscal years for which the preferred has nothing, each figure with a finding. A total of
//! revenues that exceeds its slice by more than a twentieth comes first.
//! [`ItemSeries::candidates`] records the choice, and [`Series::findings`] what speaks against it.
//! A concept that holds more or less than the item by the taxonomy's own words gives its figures
//! with a finding, unless the company tags none of the lines that make the difference.
//!
//! Many companies print no line of total liabilities, or of all debt due within a year. There the
//! first is assets less all equity, the second the current portion of long-term debt with the
//! short-term borrowings; and long-term debt that is tagged with its current portion is taken less
//! that. A bank's revenue is its net interest income and its noninterest income; depreciation and
//! amortisation, the debt and payments of a company of real estate, and equity with or without
//! noncontrolling interests are added up from their parts in the same way. Each is of one period
//! and marked [`StatementLines`](Derivation::StatementLines), and nothing is added up that the
//! company's own line contradicts in another period. Other items that are not tagged stay absent;
//! what follows from their neighbours, such as a gross profit from revenue and its cost, the
//! metrics compute over [`history`](KnownFacts::history).

mod history;

mod choosing;

mod known;

mod deriving;

mod filed;

mod periods;

mod reading;

#[cfg(feature = "xbrl")]
pub(crate) use choosing::chains::{SHARES_ON_COVER, chain, items as chain_items, split_name};
#[cfg(feature = "xbrl")]
pub(crate) use choosing::disputes::is_before;
#[cfg(feature = "xbrl")]
pub(crate) use choosing::insurers::{POLICY_BENEFITS, leaves_out};
pub use choosing::items::{Candidate, ItemSeries};
pub use deriving::entry::{Derivation, Entry, EntryAmount, Input};
pub use deriving::series::Series;
pub use deriving::shares::{ShareBasis, Split};
pub use filed::finding::{Against, FindingKind, SeriesFinding};
pub use filed::restatement::{FiledValue, Restatement, RestatementClass};
pub use filed::vintage::Vintage;
pub use history::account::Accounting;
pub use history::error::BuildError;
#[cfg(feature = "xbrl")]
pub(crate) use history::report::Stating;
pub use known::KnownFacts;
pub use periods::years::{FiscalYearDates, FiscalYears};
pub use reading::concept::{Concept, ConceptName, UnitFacts};
#[cfg(feature = "xbrl")]
pub(crate) use reading::disputed::Disputed;
pub use reading::document::CompanyFacts;
pub use reading::error::CompanyFactsError;
pub use reading::fact::{FiledFact, Form};
pub use reading::stream::{Stream, StreamError, StreamFile};
