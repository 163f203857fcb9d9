//! Company figures you can check.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod error;

pub mod formula;

mod undefined;

mod measure;
mod metric;

mod item;

mod figure;

mod interval;

mod currency;
pub mod decimal;

mod arith;
mod bounds;

pub use currency::{Currency, CurrencyError};
pub use error::Error;
pub use figure::Accuracy;
pub use item::{Item, ItemError, Name, NameError, Nature, Part};
pub use measure::{Measure, Named};
pub use metric::{Dimension, Group, Kind, Metric, MetricError, growth, margins};
pub use interval::{Interval, IntervalError};
pub use rust_decimal::Decimal;
pub use undefined::{NotMeaningful, Undefined, When};
