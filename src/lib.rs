//! Company figures you can check.
//!
//! Amounts are exact decimals with a currency, a period, a basis and a source. Sums are exact or
//! refused, products and quotients say how they round, units that differ do not mix, and what would
//! mislead is no number but a reason.
//!
//! An article says that Palantir's revenue was "$1.004 billion", and that adjusted operating income
//! of "$464 million" was a margin of "46%". Another one says "$1.03B". Which of them cannot be
//! right?
//!
//! ```
//! use financials::{Item, Stated, metrics, tieout::{Check, Verdict}};
//!
//! let revenue = Stated::parse("$1.004 billion")?; // admits 1,003.5 to 1,004.5 million
//! let income = Stated::parse("$464 million")?; // admits 463.5 to 464.5 million
//! let margin = Check::of(&metrics::OPERATING_MARGIN.formula())
//!     .with(Item::OperatingIncome, income)
//!     .with(Item::Revenue, revenue)
//!     .against(Stated::parse("46%")?); // 46.142% to 46.288%, against 45.5% to 46.5%
//! assert_eq!(margin.verdict(), Verdict::Consistent);
//!
//! let other = Check::of_figure(revenue).against(Stated::parse("$1.03B")?);
//! assert_eq!(other.verdict(), Verdict::Contradicted);
//! # Ok::<(), financials::Error>(())
//! ```
//!
//! The filing has the same quarter in thousands. From a report come typed values, how they came
//! about, and reasons where there is none:
//!
//! ```
//! use financials::{Currency, IncomeStatement, Period, QuarterlyReport, valuation, PerShare};
//!
//! let period: Period = "2025-04-01..2025-06-30".parse()?;
//! let report = QuarterlyReport::builder("Palantir", period, Currency::USD)
//!     .income(IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317))
//!     .build()?;
//! assert_eq!(format!("{:.1}", report.operating_margin()?), "26.8%");
//! assert_eq!(report.net_margin().unwrap_err().code(), "missing");
//!
//! let usd = |text: &str| PerShare::parse(text, Currency::USD);
//! let loss = valuation::forward_pe(usd("7.79")?, usd("-0.20")?).unwrap_err();
//! assert_eq!(loss.code(), "non_positive_earnings"); // and not -39x
//! # Ok::<(), financials::Error>(())
//! ```
//!
//! # Where to start
//!
//! ```toml
//! [dependencies]
//! financials = "0.1"
//! # With readers of filings: `companyfacts`, or `xbrl`, which brings both.
//! # financials = { version = "0.1", features = ["xbrl"] }
//! ```
//!
//! | you have | you want | start at |
//! |---|---|---|
//! | a report | margins, growth, returns | [`QuarterlyReport`], [`History`], [`metrics`] |
//! | many companies | a metric of all of them, as a table | [`panel::Panel`] |
//! | guidance, estimates | midpoints, revisions, surprises | [`expected`] |
//! | prices | multiples, enterprise value, upside, returns | [`valuation`], [`market`] |
//! | a document | its figures, as precisely as it states them | [`Stated`], [`stated::scan()`] |
//! | claims | which cannot be right, and what contradicts them | [`tieout`] |
//! | an SEC companyfacts file | quarters, years, twelve months | feature `companyfacts` |
//! | XBRL, inline XBRL, xBRL-JSON | facts as stated, breakdowns, sums | feature `xbrl` |
//! | a metric of your own | its value, bounds, explanation | [`formula::Formula`] |
//!
//! From a companyfacts file to a table, with a reason in every cell that has no number:
//!
#![cfg_attr(feature = "companyfacts", doc = "```")]
#![cfg_attr(not(feature = "companyfacts"), doc = "```ignore")]
//! use financials::{Item, Measure, companyfacts::{CompanyFacts, Vintage}, metrics};
//! use financials::panel::Panel;
//!
//! let file = "tests/cases/palantir_companyfacts/companyfacts.json"; // of data.sec.gov
//! let facts = CompanyFacts::parse(&std::fs::read(file)?)?;
//! let history = facts.known(Vintage::Latest).history()?;
//! let panel = Panel::of([&history])?;
//! let measures: [Measure; 2] = [Item::Revenue.into(), metrics::REVENUE_GROWTH.into()];
//! let table = panel.view().to_places(4).table(measures).quarters().last(4).csv().to_string();
//! assert_eq!(table.lines().count(), 5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The types
//!
//! - [`Money`], [`PerShare`], [`Shares`], [`Ratio`], [`Multiple`], [`Days`]: units that cannot be
//!   confused. 46% is the [`Ratio`] 0.46; nothing is "percent or fraction".
//! - [`Figure`]: a value with its [`Accuracy`], its [`Basis`] and its [`Source`]. [`Stated`]: a
//!   figure as a document prints it. [`Interval`]: the values that either admits.
//! - [`Period`], [`FiscalCalendar`]: dates, and the fiscal labels that a company gives them.
//! - [`QuarterlyReport`], [`AnnualReport`], [`History`]: figures by period, with segments and
//!   adjusted measures. [`View`]: the point from which they are looked at.
//! - [`Item`], [`Metric`], [`Measure`], [`metrics`]: line items, the catalogue, and what either
//!   names. [`Undefined`]: why a calculation has no result.
//!
//! # The modules
//!
//! The root has the names above, and every other one stands in the module it belongs to. From the
//! top of the building down, each uses only those that follow it:
//!
//! - [`error`]: every error, and [`Error`], which each of them turns into.
#![cfg_attr(
    feature = "xbrl",
    doc = "- [`xbrl`]: facts with their stated precision from filings themselves."
)]
#![cfg_attr(
    feature = "companyfacts",
    doc = "- [`companyfacts`]: quarterly histories from the SEC's files."
)]
//! - [`analysis`]: scores, factors, screens, and metrics of your own, built on the catalogue.
//! - [`panel`]: a metric of many companies and periods at once, with a reason in every empty cell.
//! - [`tieout`]: whether figures tie out, with each other and with a filing.
//! - [`valuation`]: what the market pays for what a company earns and owns.
//! - [`view`]: what a formula comes to, within which bounds, and from what.
//! - [`history`], [`report`]: figures by period, their parts, and [quotes](report::Quote).
//! - [`market`]: price changes and targets, option income, announcements and reactions to them.
//! - [`expected`]: guidance, consensus, and the actual figures that they are held against.
//! - [`formula`]: the language of formulas, and the traits by which each is read.
//! - [`undefined`]: the reasons, with their codes, and the points in time that they name.
//! - [`metric`], [`item`]: kinds, dimensions and groups; names, natures and parts of statements.
//! - [`stated`]: figures in prose, one by one or by [`scan`](stated::scan()).
//! - [`figure`], [`period`], [`quantity`], [`interval`], [`currency`], [`decimal`]: what the others
//!   are made of.
//!
//! A method stands where all that it needs is known, which may be above its type: [`Metric::value`]
//! and its like are in [`view`], since a metric is evaluated at one, and so are [`Report::view`]
//! and the metrics that reports have for methods.
//!
//! # What this crate does not do
//!
//! It does not download, read a clock, predict, convert currencies, or put one line item in the
//! place of another without saying so. It has no NaN, no tolerance and no `f64`.
//!
//! # Accuracy
//!
//! Amounts that come in are below 10^19 in magnitude with at most nine decimals; their sums and
//! differences are exact or refused, in formulas too, and a typed amount is below 10^19 as well.
//! Results of multiplication and division keep 28 significant digits or 28 decimals, whichever is
//! coarser, rounded half to even, and so does what is added to them; the ends of an [`Interval`]
//! are rounded outward. [`_documentation::design`] says why.
//!
//! # Errors and panics
//!
//! Each fallible call returns the narrowest error there is, and every one of them turns into
//! [`Error`] by `?`. A calculation without a result returns [`Undefined`]. Nothing panics on any
//! input.
//!
//! # Features
//!
//! - `std`, on by default: `std::error::Error` in the dependencies. Without it the crate needs
//!   `alloc`.
//! - `companyfacts`: reads the SEC's companyfacts JSON; adds `serde_json`.
//! - `xbrl`: reads XBRL instances, inline XBRL and xBRL-JSON; adds `encoding_rs`, `quick-xml` and
//!   `serde_json`.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(clippy::std_instead_of_core, clippy::std_instead_of_alloc, clippy::alloc_instead_of_core)]
#![warn(unreachable_pub)]

extern crate alloc;
#[cfg(any(feature = "companyfacts", feature = "xbrl"))]
extern crate std;

pub mod _documentation;

pub mod error;

#[cfg(feature = "xbrl")]
pub mod xbrl;

#[cfg(feature = "companyfacts")]
pub mod companyfacts;

pub mod analysis;
pub mod panel;
pub mod tieout;
pub mod valuation;

pub mod view;

pub mod history;
pub mod report;

pub mod market;

pub mod expected;

mod change;

pub mod formula;

pub mod undefined;

pub mod metric;

pub mod item;
pub mod stated;

pub mod figure;

pub mod period;
pub mod quantity;

pub mod interval;

pub mod currency;
pub mod decimal;

mod names;

#[expect(unreachable_pub, reason = "the benchmarks compile it as a crate of its own")]
mod arith;
mod bounds;

pub use currency::Currency;
pub use error::Error;
pub use figure::{Accuracy, Basis, Figure, Source};
pub use history::History;
pub use interval::Interval;
pub use item::Item;
pub use jiff::civil::Date;
pub use metric::{Measure, Metric, metrics};
pub use period::{FiscalCalendar, Period};
pub use quantity::{Days, Money, Multiple, PerShare, Ratio, Shares};
pub use report::{
    AnnualReport, BalanceSheet, CashFlowStatement, IncomeStatement, QuarterlyReport, Report,
};
pub use rust_decimal::Decimal;
pub use stated::Stated;
pub use undefined::Undefined;
pub use view::View;
