//! Filings as tables of figures, one file each in `tests/cases/filings`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use financials::{
    Currency, Figure, History, Item, Period, Report, View,
    figure::{IntoFigure, Scale},
    item::Nature,
    report::Quote,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    company: String,
    source: String,
    note: Option<String>,
    #[serde(default = "usd")]
    currency: Currency,
    #[serde(default)]
    assumed: BTreeSet<Item>,
    scale: Scale,
    periods: BTreeMap<String, BTreeMap<Item, String>>,
    market: BTreeMap<Item, String>,
}

const fn usd() -> Currency {
    Currency::USD
}

pub struct Filing {
    pub company: String,
    pub source: String,
    pub note: Option<String>,
    /// What no source was found for, or what is an estimate: inputs of the example.
    pub assumed: BTreeSet<Item>,
    pub history: History,
    pub quote: Quote,
    /// The last period, which the worked cases are of.
    pub period: Period,
}

pub fn cases() -> PathBuf {
    // The benchmarks, a package in a folder of this one, read the same cases.
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.map(|folder| folder.join("tests/cases")).find(|folder| folder.is_dir()).unwrap()
}

impl Wire {
    fn read(name: &str) -> Self {
        let text = fs::read_to_string(cases().join(format!("filings/{name}.json"))).unwrap();
        serde_json::from_str(&text).unwrap()
    }
}

impl Filing {
    pub fn load(name: &str) -> Self {
        let wire = Wire::read(name);
        let currency = wire.currency;
        Self::new(wire, currency, figure)
    }

    /// Loads a filing with figures that are made of its texts in another way.
    pub fn load_with(
        name: &str,
        currency: Currency,
        figure: impl Fn(Item, &str, Scale) -> Figure,
    ) -> Self {
        Self::new(Wire::read(name), currency, figure)
    }

    fn new(wire: Wire, currency: Currency, figure: impl Fn(Item, &str, Scale) -> Figure) -> Self {
        let reports = wire.periods.iter().map(|(period, lines)| {
            let figures = lines.iter().map(|(item, text)| (*item, figure(*item, text, wire.scale)));
            let period: Period = period.parse().unwrap();
            Report::builder(wire.company.as_str(), period, currency)
                .figures(figures)
                .build()
                .unwrap()
        });
        let history = History::new(reports).unwrap();
        let quoted: BTreeMap<Item, Figure> = wire
            .market
            .iter()
            .map(|(item, text)| (*item, figure(*item, text, wire.scale)))
            .collect();
        let quote = serde_json::json!({ "currency": currency, "figures": quoted });
        let period = history.reports().last().unwrap().period();
        Self {
            company: wire.company,
            source: wire.source,
            note: wire.note,
            assumed: wire.assumed,
            history,
            quote: serde_json::from_value(quote).unwrap(),
            period,
        }
    }

    pub fn view(&self) -> View<'_> {
        self.history.view(&self.period).unwrap().with_quote(&self.quote).unwrap()
    }
}

/// Makes a figure of a text in a table whose scale is for money and shares only.
pub fn figure(item: Item, text: &str, scale: Scale) -> Figure {
    let scale = match item.nature() {
        Nature::PerShareFlow
        | Nature::Price
        | Nature::Rate
        | Nature::Count
        | Nature::Coefficient => Scale::Units,
        _ => scale,
    };
    text.into_figure(scale).unwrap()
}

/// A metric's value at the last period of a filing.
pub struct Worked {
    pub metric: String,
    pub filing: String,
    pub value: String,
}

/// Returns the worked cases, in the order of the catalogue.
pub fn worked() -> Vec<Worked> {
    let text = fs::read_to_string(cases().join("worked.csv")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let [metric, filing, value] = fields[..] else { panic!("{line}") };
            Worked { metric: metric.into(), filing: filing.into(), value: value.into() }
        })
        .collect()
}
