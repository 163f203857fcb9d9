//! Periods as dates, and the fiscal calendars that name them.
//!
//! A figure belongs to a [`Period`]: a range of dates, both of them part of it, or an instant. What
//! a company calls that range (`2025Q2`, `FY2025`) is a [`FiscalLabel`], and its [`FiscalCalendar`]
//! turns one into the other:
//!
//! ```
//! use financials::{FiscalCalendar, Period, period::FiscalQuarter};
//! use financials::period::{Quarters, Weekday};
//!
//! // Apple: the last Saturday of September, and a 53rd week in the first quarter.
//! let apple = FiscalCalendar::last(Weekday::Saturday, 9)?
//!     .with_quarters(Quarters::weeks([13, 13, 13, 13])?.with_extra_week_in(1)?);
//! let q2 = apple.quarter(FiscalQuarter::new(2025, 2)?)?;
//! assert_eq!(q2.to_string(), "2024-12-29..2025-03-29");
//! assert_eq!(apple.label(&q2)?.to_string(), "2025Q2");
//! assert_eq!(q2.calendar_frame().unwrap().to_string(), "CY2025Q1");
//! # Ok::<(), financials::Error>(())
//! ```
//!
//! *Invariant:* nothing here knows what day it is today.

mod infer;
mod calendar_wire;
mod changes;
mod lookup;
mod calendar;
mod calendar_error;
mod year_dates;
mod era;
mod quarters;
mod year_end;
mod rule_error;
mod frame;
mod label_text;
mod label;
mod fiscal;
mod comparison;
mod range;
mod kind;
pub(crate) mod days;
mod text;

pub use calendar::FiscalCalendar;
pub use calendar_error::CalendarError;
pub(crate) use comparison::Days;
pub use comparison::{NotComparable, YearAgo};
pub use era::YearNamed;
pub use fiscal::{FiscalQuarter, FiscalYear, LabelError};
pub use frame::CalendarFrame;
pub use jiff::civil::Weekday;
pub use kind::PeriodKind;
pub use label::FiscalLabel;
pub use quarters::Quarters;
pub use range::{Period, PeriodError};
pub use rule_error::RuleError;
pub(crate) use year_end::MONTHS;
pub use year_end::YearEnd;
