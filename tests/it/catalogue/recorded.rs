//! Metrics against values that others recorded or published, to the precision they gave.
//!
//! `tests/cases/recorded.json` has under `agree` what a peer's tests recorded and what companies
//! printed, and under `differ` the recorded values of another definition, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use financials::{
    Currency, Decimal, Figure, History, Item, Measure, Metric, Period, Report, Undefined,
    item::Nature, report::Quote,
};
use serde::Deserialize;

use super::filings::cases;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    pub agree: Vec<Case>,
    pub differ: Vec<Case>,
}

type Figures = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub origin: String,
    pub metric: String,
    /// The days of the period, where it is no year and no quarter.
    days: Option<u32>,
    now: Figures,
    year_ago: Option<Figures>,
    quarter_ago: Option<Figures>,
    #[serde(default)]
    market: Figures,
    pub value: String,
    pub ours: Option<String>,
    pub why: Option<String>,
}

pub fn recorded() -> Recorded {
    let text = std::fs::read_to_string(cases().join("recorded.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn figure(text: &str) -> Figure {
    Figure::exact(financials::decimal::parse(text).unwrap()).unwrap()
}

fn report(period: &str, figures: &Figures) -> Report {
    let period: Period = period.parse().unwrap();
    let builder = Report::builder("a company", period, Currency::USD);
    let add =
        |builder: financials::report::ReportBuilder, (name, text): (&String, &String)| match name
            .parse::<Measure>()
            .unwrap()
        {
            Measure::Item(item) => builder.figures([(item, figure(text))]),
            Measure::Metric(_) => builder.measure(name, Nature::Flow, figure(text)),
            _ => panic!("{name} is no measure"),
        };
    figures.iter().fold(builder, add).build().unwrap()
}

impl Case {
    fn evaluate(&self) -> Result<Decimal, Undefined> {
        let (now, before) = match (self.days, &self.quarter_ago) {
            (Some(30), _) => ("2022-06-01..2022-06-30", "2022-05-02..2022-05-31"),
            (_, Some(_)) => ("2022-04-01..2022-06-30", "2022-01-01..2022-03-31"),
            _ => ("2022-01-01..2022-12-31", ""),
        };
        let past = [("2021-01-01..2021-12-31", &self.year_ago), (before, &self.quarter_ago)];
        let past = past
            .into_iter()
            .filter_map(|(period, figures)| Some(report(period, figures.as_ref()?)));
        let history = History::new(past.chain([report(now, &self.now)])).unwrap();
        let quoted: BTreeMap<Item, Figure> =
            self.market.iter().map(|(item, text)| (item.parse().unwrap(), figure(text))).collect();
        let quote = serde_json::json!({ "currency": Currency::USD, "figures": quoted });
        let quote: Quote = serde_json::from_value(quote).unwrap();
        let view = history.view(&now.parse().unwrap()).unwrap().with_quote(&quote).unwrap();
        let metric: Metric = self.metric.parse().unwrap();
        metric.value(view).map(|value| value.number())
    }
}

/// Whether a value is the recorded one, to the precision it was recorded at.
///
/// The peer's tests of two companies keep four decimals, and print 0.0050 as 0.005; its unit tests
/// record every digit of a binary fraction, of which twelve are sure; companies print what they
/// print, to half of the last place.
fn is_recorded(value: Decimal, case: &Case) -> bool {
    let recorded: Decimal = case.value.parse().unwrap();
    let tolerance = match case.origin.as_str() {
        "FinanceToolkit 2.0.7 on Apple and Microsoft" => Decimal::new(5, 5),
        "FinanceToolkit, unit tests" => recorded.abs() * Decimal::new(1, 12),
        _ => Decimal::new(5, recorded.scale() + 1),
    };
    (value - recorded).abs() <= tolerance
}

#[test]
fn recorded_and_published_values_are_reproduced() {
    let mut metrics = BTreeSet::new();
    for case in recorded().agree {
        let value = case.evaluate();
        let agrees = value.is_ok_and(|value| is_recorded(value, &case));
        assert!(agrees, "{} of {}: {}, {value:?}", case.metric, case.origin, case.value);
        metrics.insert(case.metric.parse::<Metric>().unwrap());
    }
    assert!(metrics.len() >= 130, "{}", metrics.len());
}

/// A recorded value that another definition gives is listed with that definition, and the value of
/// ours is the listed one, or the reason why there is none.
#[test]
fn what_differs_differs_as_listed() {
    for case in recorded().differ {
        let [Some(ours), Some(why)] = [&case.ours, &case.why] else { panic!("{}", case.metric) };
        assert!(!why.is_empty());
        // What the other definition takes may not be what ours takes.
        let value = match case.evaluate() {
            Ok(value) => value,
            Err(reason) => {
                assert_eq!(reason.code(), ours, "{}", case.metric);
                continue;
            }
        };
        assert!(!is_recorded(value, &case), "{}: {value}", case.metric);
        assert_eq!(value.round_sf(12), ours.parse().ok(), "{}", case.metric);
    }
}
