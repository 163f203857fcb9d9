//! Shares on the cover page, the reasons of absences in metrics, and trailing price-earnings ratios.

use financials::{
    Currency, Date, Decimal, Item, Undefined,
    companyfacts::{CompanyFacts, Derivation, Form, Vintage},
    metrics,
    panel::Panel,
    period::PeriodKind,
    report::{MarketData, Quote},
    undefined::Absence,
};
use jiff::ToSpan;
use serde_json::json;

use crate::data;

const SNOWFLAKE: &str = "full/SNOW_CIK0001640147_asof2025-05-30.json";
const MARVELL: &str = "full/MRVL_CIK0001835632_asof2026-05-28.json";
const ALPHABET: &str = "full/GOOGL_CIK0001652044_asof2026-06-04.json";
const APPLE: &str = "full/AAPL_CIK0000320193_asof2026-01-30.json";

fn file(name: &str) -> CompanyFacts {
    let path = data::folder().join("data/companyfacts").join(name);
    CompanyFacts::parse(&std::fs::read(path).unwrap()).unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn quote(price: i64) -> Quote {
    Quote::new(Currency::USD, MarketData::in_units().share_price(price)).unwrap()
}

/// Makes the facts of a quarter's report whose cover counts two classes on a day after it.
fn two_classes() -> CompanyFacts {
    let accn = "0000000001-24-000001";
    let filing = |mut fact: serde_json::Value| {
        let about = json!({"accn": accn, "form": "10-Q", "filed": "2024-08-05"});
        fact.as_object_mut().unwrap().extend(about.as_object().unwrap().clone());
        fact
    };
    let income = |start: &str, val: i64| {
        filing(json!({"start": start, "end": "2024-06-30", "val": val, "fy": 2024, "fp": "Q2"}))
    };
    let count = |val: i64| filing(json!({"end": "2024-07-31", "val": val, "fy": 2024, "fp": "Q2"}));
    let file = json!({"entityName": "Two", "facts": {
        "us-gaap": {"NetIncomeLoss": {"units": {"USD": [
            income("2024-01-01", 70), income("2024-04-01", 40),
        ]}}},
        "dei": {"EntityCommonStockSharesOutstanding": {"units": {"shares": [
            count(5_800_000), count(860_000),
        ]}}},
    }});
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

#[test]
fn the_classes_on_a_cover_are_added_up_for_the_filings_period() {
    let facts = two_classes();
    let known = facts.known(Vintage::Latest);
    let series = known.item(Item::SharesOutstanding).series;
    let entry = series.entry(PeriodKind::Instant, None, date("2024-06-30")).unwrap();
    let amount = entry.amount.as_ref().unwrap();
    assert_eq!((amount.value, amount.origin), (6_660_000.into(), Derivation::CoverPage));
    let days: Vec<_> = amount.inputs.iter().map(|input| (input.end, input.value)).collect();
    let day = date("2024-07-31");
    assert_eq!(days, [(day, 5_800_000.into()), (day, 860_000.into())]);
    assert!(amount.source().to_string().contains("2024-07-31"), "{}", amount.source());
    // Before it was filed there is none.
    let before = facts.known(Vintage::AsOf(date("2024-08-04")));
    let series = before.item(Item::SharesOutstanding).series;
    assert!(series.entries.iter().all(|entry| entry.amount.is_err()));
}

#[test]
fn a_quote_may_count_the_shares_itself() {
    let history = two_classes().known(Vintage::Latest).history().unwrap();
    let view = history.latest_view().unwrap();
    let cap = |quote: &Quote| metrics::MARKET_CAP.value(view.with_quote(quote).unwrap()).unwrap();
    assert_eq!(cap(&quote(10)).number(), 66_600_000.into());
    let market = MarketData::in_units().share_price(10).quoted_shares(7_000_000);
    assert_eq!(cap(&Quote::new(Currency::USD, market).unwrap()).number(), 70_000_000.into());
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn snowflake_and_marvell_have_a_market_capitalisation() {
    for (name, ends) in [
        (SNOWFLAKE, ["2023-10-31", "2024-04-30", "2024-10-31", "2025-04-30"]),
        (MARVELL, ["2023-07-29", "2024-08-03", "2025-11-01", "2026-05-02"]),
    ] {
        let facts = file(name);
        let history = facts.known(Vintage::Latest).history().unwrap();
        let quote = quote(100);
        for end in ends.map(date) {
            let report = history.reports().iter().find(|report| {
                report.period().kind() == PeriodKind::Quarter && report.period().end() == end
            });
            let view = history.view(&report.unwrap().period()).unwrap().with_quote(&quote).unwrap();
            let cap = metrics::MARKET_CAP.value(view).unwrap().number();
            let billion = Decimal::from(1_000_000_000);
            assert!(cap > Decimal::from(25) * billion && cap < Decimal::from(100) * billion);
        }
    }
    // The cover of 15 November 2024 counts 330.1 million.
    let facts = file(SNOWFLAKE);
    let series = facts.known(Vintage::Latest).item(Item::SharesOutstanding).series;
    let entry = series.entry(PeriodKind::Instant, None, date("2024-10-31")).unwrap();
    assert_eq!(entry.amount.as_ref().unwrap().value, 330_100_000.into());
}

/// Returns the quarters of a company with a profit over twelve months since its second year of
/// filing: how many have a trailing price-earnings ratio, and the reasons of the others.
fn trailing(facts: &CompanyFacts) -> (usize, Vec<String>) {
    let filed = facts.concepts().iter().flat_map(|concept| &concept.units);
    let filed = filed.flat_map(|unit| &unit.facts).filter(|fact| fact.form != Form::Other);
    let since = filed.map(|fact| fact.filed).min().unwrap() + 1.year();
    let history = facts.known(Vintage::Latest).history().unwrap();
    let quote = quote(100);
    let quarters = history.reports().iter().map(|report| report.period());
    let quarters = quarters.filter(|it| it.kind() == PeriodKind::Quarter && it.end() > since);
    let (mut given, mut reasons) = (0, Vec::new());
    for period in quarters {
        let view = history.view(&period).unwrap().with_quote(&quote).unwrap();
        if Item::NetIncome
            .value(view.trailing())
            .is_ok_and(|income| income.number().is_sign_negative())
        {
            continue;
        }
        match metrics::PE_TTM_DILUTED.value(view) {
            Ok(_) => given += 1,
            Err(reason) => reasons.push(format!("{period}: {reason}")),
        }
    }
    (given, reasons)
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn nearly_every_quarter_has_a_trailing_price_earnings_ratio() {
    let mut lines = Vec::new();
    for name in [APPLE, ALPHABET, MARVELL, SNOWFLAKE] {
        let (given, reasons) = trailing(&file(name));
        // One in twenty may lack it.
        if reasons.len() * 20 > given + reasons.len() {
            lines.push(format!("{name}: {given}, and not {}", reasons.len()));
            lines.extend(reasons);
        }
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn the_reason_of_an_absence_reaches_the_metric_and_every_column() {
    let facts = file(MARVELL);
    let known = facts.known(Vintage::Latest);
    let history = known.history().unwrap();
    let panels = [
        Panel::of([&history]).unwrap(),
        Panel::builder().facts(&known, None).unwrap().build().unwrap(),
    ];
    let mut said = 0;
    for (row, (_, period)) in panels[0].rows().enumerate() {
        let view = history.view(&period).unwrap();
        for metric in [metrics::EPS_TTM, metrics::EPS_GROWTH, metrics::REVENUE_GROWTH_TTM] {
            let reason = metric.value(view).err();
            for panel in &panels {
                let cell = metric.column(panel.view()).get(row).unwrap();
                assert_eq!(cell.err(), reason, "{metric} of {period}");
            }
            assert_eq!(metric.explain(view).err(), reason);
            if let Some(Undefined::Absent { reason, measure, .. }) = reason {
                said += 1;
                assert_ne!(reason, Absence::NotReported, "{measure}");
            }
        }
        // What the series says of a quarter's own figure, the report says.
        if period.kind() == PeriodKind::Quarter {
            let series = known.item(Item::EpsDiluted).series;
            let entry = series.entry(period.kind(), Some(period.start()), period.end());
            let why = entry.and_then(|entry| entry.amount.as_ref().err()).copied();
            let why = why.filter(|why| !matches!(why, Absence::NotReported | Absence::NotTagged));
            let report = history.reports().iter().find(|report| report.period() == period);
            assert_eq!(report.unwrap().absence(Item::EpsDiluted), why, "{period}");
        }
    }
    assert!(said > 0);
}
