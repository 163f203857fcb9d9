//! Company figures you can check.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod error;

mod figure;

mod quantity;

mod currency;
pub mod decimal;

mod arith;
mod bounds;

pub use currency::{Currency, CurrencyError};
pub use error::Error;
pub use figure::{
    Accession, AccessionError, Accuracy, Basis, Figure, FigureError, IntoFigure, Origin, Scale,
    Source, SourceInput,
};
pub use quantity::{Days, Money, Multiple, Operation, PerShare, QuantityError, Ratio, Shares};
pub use rust_decimal::Decimal;
