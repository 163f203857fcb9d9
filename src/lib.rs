//! Company figures you can check.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(clippy::std_instead_of_core, clippy::std_instead_of_alloc, clippy::alloc_instead_of_core)]

extern crate alloc;
#[cfg(feature = "companyfacts")]
extern crate std;

pub mod _documentation;

#[cfg(feature = "companyfacts")]
pub mod companyfacts;

mod error;

pub mod valuation;
mod view;

mod estimate;
mod finding;
mod guidance;
mod history;
mod report;

pub mod market;

mod subject;

mod change;

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

mod lookup;

mod arith;
mod bounds;

pub use currency::{Currency, CurrencyError};
pub use error::Error;
pub use estimate::{Consensus, PriceTargetError, PriceTargets, Surprise, Upside};
pub use figure::{
    Accession, AccessionError, Accuracy, Actual, Basis, Figure, FigureError, IntoFigure, Origin,
    Scale, Source, SourceInput,
};
pub use finding::{Finding, Sides};
pub use guidance::{
    Guidance, GuidanceError, GuidanceForm, GuidanceRange, Implied, Outcome, Revision,
};
pub use history::{Gap, History, HistoryError};
pub use interval::{Interval, IntervalError};
pub use item::{Item, ItemError, Name, NameError, Nature, Part};
pub use jiff::civil::Date;
pub use measure::{Measure, Named};
pub use metric::{Dimension, Group, Kind, Metric, MetricError, metrics};
pub use period::{FiscalCalendar, FiscalLabel, FiscalQuarter, Period, PeriodKind};
pub use quantity::{
    Amount, Days, Money, Multiple, Operation, PerShare, Quantity, QuantityError, Ratio, Shares,
};
pub use report::{
    AdjustedMeasure, AnnualReport, BalanceSheet, Breakdown, CashFlowStatement, Company,
    IncomeStatement, MarketData, PerShareData, QuarterlyReport, Quote, ReconcilingItem, Report,
    ReportBuilder, ReportError, Segment, ShareCounts,
};
pub use rust_decimal::Decimal;
pub use stated::Stated;
pub use subject::{Subject, SubjectError};
pub use undefined::{NotMeaningful, Undefined, When};
pub use valuation::{EarningsWindow, EnterpriseValue, ShareCount, ValuationMultiples};
pub use view::{Explanation, Given, Value, ValueError, View};
