//! Company figures you can check.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod error;

mod figure;

pub mod period;

mod currency;
pub mod decimal;

mod arith;
mod bounds;

pub use currency::{Currency, CurrencyError};
pub use error::Error;
pub use figure::Accuracy;
pub use jiff::civil::Date;
pub use period::{FiscalCalendar, FiscalLabel, FiscalQuarter, Period, PeriodKind};
pub use rust_decimal::Decimal;
