//! Company figures you can check.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

#[cfg(feature = "companyfacts")]
pub mod companyfacts;

mod error;

mod view;

mod history;
mod report;

mod catalogue;

pub mod formula;

mod undefined;

mod measure;
mod metric;

mod item;
pub mod stated;

mod figure;

pub mod period;
mod quantity;

mod interval;

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
pub use history::{Gap, History, HistoryError};
pub use interval::{Interval, IntervalError};
pub use item::{Item, ItemError, Name, NameError, Nature, Part};
pub use jiff::civil::Date;
pub use measure::{Measure, Named};
pub use metric::{Dimension, Group, Kind, Metric, MetricError, metrics};
pub use period::{FiscalCalendar, FiscalLabel, FiscalQuarter, Period, PeriodKind};
pub use quantity::{Days, Money, Multiple, Operation, PerShare, QuantityError, Ratio, Shares};
pub use report::{
    AdjustedMeasure, AnnualReport, BalanceSheet, Breakdown, CashFlowStatement, Company,
    IncomeStatement, MarketData, PerShareData, QuarterlyReport, Quote, ReconcilingItem, Report,
    ReportBuilder, ReportError, Segment, ShareCounts,
};
pub use rust_decimal::Decimal;
pub use stated::Stated;
pub use undefined::{NotMeaningful, Undefined, When};
pub use view::{Explanation, Value, ValueError, View};
