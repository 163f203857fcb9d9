//! Errors planted into figures of filings, of every kind that a single change makes right.
//!
//! What is true is worked out here, from the figures as filed by plain division, and printed to so
//! many digits that the change which was made can be told from chance.

use std::collections::BTreeMap;

use financials::{
    Decimal, History, Item, Measure, Stated,
    period::FiscalLabel,
    tieout::{Claim, Verdict},
};

use super::{check_certificates, filed};

const COMPANIES: [&str; 14] = [
    "AMZN", "CRM", "GE", "INTC", "JNJ", "KO", "META", "MSFT", "NKE", "PLTR", "SBUX", "T", "TMUS",
    "WMT",
];

/// Amounts, each one line of a filing.
const AMOUNTS: [Item; 6] = [
    Item::Revenue,
    Item::NetIncome,
    Item::OperatingIncome,
    Item::OperatingCashFlow,
    Item::TotalAssets,
    Item::StockholdersEquity,
];

/// Ratios of two lines, with the name of each.
const RATIOS: [(&str, Item, Item); 4] = [
    ("operating_margin", Item::OperatingIncome, Item::Revenue),
    ("net_margin", Item::NetIncome, Item::Revenue),
    ("operating_cash_flow_margin", Item::OperatingCashFlow, Item::Revenue),
    ("effective_tax_rate", Item::IncomeTaxExpense, Item::IncomeBeforeTax),
];

fn figure(history: &History, label: FiscalLabel, item: Item) -> Option<Decimal> {
    let report = history.labelled(label).ok()?;
    // What is computed in the place of a line is no figure of a filing.
    report.figure(item).map(|figure| figure.number())
}

fn ratio(history: &History, label: FiscalLabel, [top, bottom]: [Item; 2]) -> Option<Decimal> {
    let (top, bottom) = (figure(history, label, top)?, figure(history, label, bottom)?);
    (bottom > Decimal::ZERO).then(|| top / bottom)
}

/// One figure with an error in it.
struct Plant {
    change: &'static str,
    measure: Measure,
    label: FiscalLabel,
    text: String,
}

/// Prints an amount in millions with a place that leaves five digits or more.
fn amount(value: Decimal) -> Option<String> {
    let millions = value / Decimal::from(1_000_000);
    let size = millions.abs();
    let places = match () {
        () if size >= Decimal::from(10_000) => 0,
        () if size >= Decimal::from(1_000) => 1,
        () if size >= Decimal::from(100) => 2,
        () => return None,
    };
    let sign = if millions.is_sign_negative() { "-" } else { "" };
    Some(format!("{sign}${:.places$} million", size.round_dp(u32::try_from(places).ok()?)))
}

fn percent(value: Decimal) -> String {
    format!("{:.2}%", (value * Decimal::ONE_HUNDRED).round_dp(2))
}

fn swapped(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let place = (1..letters.len()).find(|at| {
        let (left, right) = (letters[at - 1], letters[*at]);
        left != right && left.is_ascii_digit() && right.is_ascii_digit() && right != '0'
    })?;
    let mut letters = letters;
    letters.swap(place - 1, place);
    Some(letters.into_iter().collect())
}

/// Returns what can be planted of one company, with the figure that is true.
fn plants(history: &History) -> Vec<(Plant, String)> {
    let mut found = Vec::new();
    let labels = (2019..=2024).flat_map(|year| {
        let label = |text: String| text.parse::<FiscalLabel>().unwrap();
        [label(format!("FY{year}")), label(format!("{year}Q2"))]
    });
    for label in labels {
        let year_ago = label.year_ago().unwrap();
        for item in AMOUNTS {
            let Some(value) = figure(history, label, item) else { continue };
            let Some(right) = amount(value) else { continue };
            let mut plant = |change, text: Option<String>| {
                let measure = Measure::Item(item);
                if let Some(text) = text.filter(|text| *text != right) {
                    found.push((Plant { change, measure, label, text }, right.clone()));
                }
            };
            plant("period", figure(history, year_ago, item).and_then(amount));
            plant("scale", Some(right.replace("million", "billion")));
            plant("digits", swapped(&right));
            if item != Item::TotalAssets {
                let turned = match right.strip_prefix('-') {
                    Some(plain) => plain.to_owned(),
                    None => format!("-{right}"),
                };
                plant("sign", Some(turned));
            }
            let other = AMOUNTS.into_iter().find(|other| *other != item);
            plant("item", other.and_then(|other| figure(history, label, other)).and_then(amount));
        }
        for (name, top, bottom) in RATIOS {
            let Some(value) = ratio(history, label, [top, bottom]) else { continue };
            let right = percent(value);
            let mut plant = |change, text: Option<String>| {
                let measure = name.parse().unwrap();
                if let Some(text) = text.filter(|text| *text != right) {
                    found.push((Plant { change, measure, label, text }, right.clone()));
                }
            };
            let then = ratio(history, year_ago, [top, bottom]);
            plant("period", then.map(percent));
            plant("scale", Some(percent(value * Decimal::ONE_HUNDRED)));
            plant("sign", Some(percent(-value)));
            plant("points", then.map(|then| percent(value - then)));
            plant("digits", swapped(&right));
        }
    }
    found
}

#[derive(Default, Debug)]
struct Count {
    planted: usize,
    found: usize,
    right: usize,
    wrong: usize,
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn what_is_planted_against_a_filing_is_found_and_named() {
    let mut counts = BTreeMap::<&str, Count>::new();
    let (mut rulings, mut faults, mut whole) = (Vec::new(), Vec::new(), Count::default());
    let mut accused = Vec::new();
    for ticker in COMPANIES {
        let filed = filed(ticker, &format!("data/companyfacts/core/{ticker}.json"));
        let plants = plants(&filed.history);
        // Some of each company, of every kind.
        for (plant, right) in plants.iter().step_by(41) {
            let claim = |text: &str| {
                let stated = Stated::parse(text).unwrap();
                let claim = Claim::new("c", plant.measure, stated).of(ticker);
                claim.during(plant.label.to_string())
            };
            let judge = |claim| {
                let mut network = filed.network.clone();
                network.add(claim);
                network.tie_out_with_proofs().rulings()[0].clone()
            };
            let true_one = judge(claim(right));
            if !true_one.verdict().holds() {
                accused.push(format!("{ticker} {}: {true_one}", plant.label));
            }
            let ruling = judge(claim(&plant.text));
            let count = counts.entry(plant.change).or_default();
            let first = ruling.diagnoses().first().map(|first| first.change.as_str());
            let is_found = matches!(ruling.verdict(), Verdict::Contradicted | Verdict::Unexplained);
            let is_right = first == Some(plant.change);
            for count in [count, &mut whole] {
                count.planted += 1;
                count.found += usize::from(is_found);
                count.right += usize::from(is_right);
                count.wrong += usize::from(!is_right && first.is_some());
            }
            if !is_found || !is_right {
                let Plant { change, measure, label, text } = plant;
                faults.push(format!(
                    "{change}: {ticker} {measure} {label} {text} for {right}, {first:?}: {ruling}"
                ));
            }
            rulings.push(ruling);
        }
    }

    assert!(accused.is_empty(), "{}", accused.join("\n"));
    let faults = faults.join("\n");
    assert!(whole.planted > 120, "{counts:?}");
    assert!(whole.found * 100 >= whole.planted * 99, "{counts:?}\n{faults}");
    assert!(whole.right * 100 >= whole.planted * 90, "{counts:?}\n{faults}");
    assert!(whole.wrong * 100 < whole.planted * 2, "{counts:?}\n{faults}");
    assert!(check_certificates(rulings.iter()) > 80);
}
