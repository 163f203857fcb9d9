//! What every public type can do, and how large the common ones are.

use core::{fmt::Debug, mem::size_of};

use financials::{
    AnnualReport, BalanceSheet, Basis, Currency, Days, Decimal, Error, Figure, FiscalCalendar,
    History, IncomeStatement, Interval, Item, Measure, Metric, Money, Multiple, PerShare, Period,
    QuarterlyReport, Ratio, Report, Shares, Source, Stated, Undefined, View,
    error::{
        CurrencyError, HistoryError, ItemError, MetricError, NameError, ReportError, ValueError,
    },
    expected::{Consensus, Guidance, Outcome, Revision, Subject, Surprise},
    formula::{Expression, Formula, FormulaError, Literal, Node, Refused},
    history::Gap,
    item::{Name, Nature, Part},
    market::{PriceTargets, Upside},
    metric::{Kind, Named},
    period::{FiscalLabel, FiscalQuarter, PeriodKind},
    report::{AdjustedMeasure, Breakdown, Company, Quote, ReconcilingItem, ReportBuilder, Segment},
    undefined::{NotMeaningful, When},
    valuation::{EnterpriseValue, ShareCount, ValuationMultiples},
    view::{Explanation, Given, Value},
};

fn is_plain<T: Send + Sync + Debug + Clone + Unpin + 'static>() {}

macro_rules! all_plain {
    ($($type:ty),+ $(,)?) => { $(is_plain::<$type>();)+ };
}

#[test]
fn every_public_type_is_send_sync_debug_and_clone() {
    all_plain!(
        AdjustedMeasure,
        AnnualReport,
        BalanceSheet,
        Basis,
        Breakdown,
        Company,
        Consensus<Money>,
        Currency,
        CurrencyError,
        Days,
        EnterpriseValue,
        Error,
        Explanation,
        Expression,
        Figure,
        financials::report::Finding,
        financials::report::Sides,
        FiscalCalendar,
        FiscalLabel,
        FiscalQuarter,
        Formula,
        FormulaError,
        Gap,
        Given<'static>,
        Guidance<Money>,
        History,
        HistoryError,
        IncomeStatement,
        Interval,
        Item,
        ItemError,
        Kind,
        Literal,
        Measure,
        Metric,
        MetricError,
        Money,
        Multiple,
        Name,
        NameError,
        Named,
        Nature,
        Node,
        NotMeaningful,
        Outcome,
        Part,
        PerShare,
        Period,
        PeriodKind,
        PriceTargets,
        QuarterlyReport,
        Quote,
        Ratio,
        ReconcilingItem,
        Refused,
        Report,
        ReportBuilder,
        ReportError,
        Revision,
        Segment,
        ShareCount,
        Shares,
        Source,
        Stated,
        Subject,
        Surprise<Money>,
        Undefined,
        Upside,
        ValuationMultiples<'static>,
        Value,
        ValueError,
        View<'static>,
        When,
    );
}

#[test]
fn errors_are_errors() {
    fn is_error<T: core::error::Error + Send + Sync + 'static>() {}
    is_error::<Error>();
    is_error::<Undefined>();
    is_error::<NotMeaningful>();
    is_error::<FormulaError>();
    is_error::<ReportError>();
    is_error::<HistoryError>();
    is_error::<ValueError>();
}

#[test]
fn what_is_copied_often_is_small() {
    // A name of 47 bytes and its nature make the reason for absence what it is.
    assert_eq!(size_of::<Name>(), 47);
    assert!(size_of::<Measure>() <= 50, "{}", size_of::<Measure>());
    assert!(size_of::<Undefined>() <= 56, "{}", size_of::<Undefined>());
    assert!(size_of::<Result<Decimal, Undefined>>() <= 60);
    assert!(size_of::<Value>() <= 24, "{}", size_of::<Value>());
    assert!(size_of::<Node>() <= 12, "{}", size_of::<Node>());
    assert!(size_of::<Metric>() <= 4);
    assert!(size_of::<View<'_>>() <= 48, "{}", size_of::<View<'_>>());
}
