//! Company figures you can check.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod error;

pub mod stated;

mod figure;

mod currency;
pub mod decimal;

mod arith;
mod bounds;

pub use currency::{Currency, CurrencyError};
pub use error::Error;
pub use figure::Accuracy;
pub use rust_decimal::Decimal;
pub use stated::Stated;
