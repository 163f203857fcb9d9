//! Figures as companies of every kind would print them, worked out here from the facts as filed.
//!
//! Of 249 filers of 2009, by plain division of what their annual reports tag: each figure under one
//! definition of its name, and a copy of it that is right under none.

use std::{collections::BTreeMap, fs, process::Command};

use financials::{
    Decimal, Measure, Stated,
    companyfacts::{CompanyFacts, Vintage},
    tieout::{Claim, Network, Verdict},
};
use serde_json::Value;

use crate::data;

/// What one annual report has of a fiscal year and of the day before it.
struct Year {
    dates: (String, String),
    eve: String,
    amounts: BTreeMap<(String, Option<String>, String), Decimal>,
}

const EQUITY: &str = "StockholdersEquity";
const INCOME: &str = "NetIncomeLoss";
const COMMON: &str = "NetIncomeLossAvailableToCommonStockholdersBasic";

impl Year {
    /// Returns the last fiscal year of which a report tags the parent's income.
    fn of(file: &Value) -> Option<Self> {
        let (mut amounts, mut years) = (BTreeMap::new(), Vec::new());
        for (concept, of) in file["facts"]["us-gaap"].as_object()? {
            let facts = of["units"]["USD"].as_array().into_iter().flatten();
            let annual = facts.filter(|fact| fact["form"] == "10-K");
            for fact in annual {
                let text = |name: &str| fact[name].as_str().map(str::to_owned);
                let (start, end) = (text("start"), text("end")?);
                let value: Decimal = fact["val"].to_string().parse().ok()?;
                if concept == INCOME && start.as_ref().is_some_and(|it| is_a_year(it, &end)) {
                    years.push((end.clone(), start.clone()?));
                }
                amounts.insert((concept.clone(), start, end), value);
            }
        }
        let (end, start) = years.into_iter().max()?;
        let first: jiff::civil::Date = start.parse().ok()?;
        let eve = first.yesterday().ok()?.to_string();
        Some(Self { dates: (start, end), eve, amounts })
    }

    fn flow(&self, concept: &str) -> Option<Decimal> {
        let (start, end) = self.dates.clone();
        self.amounts.get(&(concept.to_owned(), Some(start), end)).copied()
    }

    fn end(&self, concept: &str) -> Option<Decimal> {
        self.amounts.get(&(concept.to_owned(), None, self.dates.1.clone())).copied()
    }

    fn mean(&self, concept: &str) -> Option<Decimal> {
        let before = self.amounts.get(&(concept.to_owned(), None, self.eve.clone()))?;
        Some((self.end(concept)? + before) / Decimal::TWO)
    }

    /// Returns ratios by the name of each, every one under a definition in use.
    fn ratios(&self) -> Vec<(&'static str, Option<Decimal>)> {
        let over = |top: Option<Decimal>, bottom: Option<Decimal>| {
            let bottom = bottom.filter(|bottom| *bottom > Decimal::ZERO)?;
            top?.checked_div(bottom)
        };
        let flow = |concept| self.flow(concept);
        let end = |concept| self.end(concept);
        let lines = ["SalesRevenueNet", "Revenues"];
        let cash = flow("NetCashProvidedByUsedInOperatingActivities");
        let margins = lines.into_iter().flat_map(|line| {
            let of = |name, concept| (name, over(flow(concept), flow(line)));
            [
                of("net_margin", INCOME),
                of("net_margin", COMMON),
                of("net_margin", "ProfitLoss"),
                of("operating_margin", "OperatingIncomeLoss"),
                of("gross_margin", "GrossProfit"),
                ("operating_cash_flow_margin", over(cash, flow(line))),
                ("asset_turnover", over(flow(line), self.mean("Assets"))),
                ("asset_turnover", over(flow(line), end("Assets"))),
            ]
        });
        let parts = [flow("InterestIncomeExpenseNet"), flow("NoninterestIncome")];
        let income = parts[0].zip(parts[1]).map(|(net, other)| net + other);
        let dividends = flow("PaymentsOfDividends");
        let others = [
            ("return_on_assets", over(flow(INCOME), self.mean("Assets"))),
            ("return_on_assets", over(flow(INCOME), end("Assets"))),
            ("return_on_assets", over(flow("ProfitLoss"), self.mean("Assets"))),
            ("return_on_equity", over(flow(INCOME), end(EQUITY))),
            ("current_ratio", over(end("AssetsCurrent"), end("LiabilitiesCurrent"))),
            ("efficiency_ratio", over(flow("NoninterestExpense"), income)),
            ("dividend_payout", over(dividends, flow(INCOME))),
            ("dividend_payout", over(dividends, flow(COMMON))),
        ];
        margins.chain(others).collect()
    }
}

fn is_a_year(start: &str, end: &str) -> bool {
    let days = |text: &str| text.parse::<jiff::civil::Date>().unwrap();
    (360..375).contains(&(days(end) - days(start)).get_days())
}

/// Prints a ratio, and a copy of it that is larger by 37 percent.
fn printed(name: &str, ratio: Decimal) -> [String; 2] {
    let wrong = ratio * Decimal::new(137, 2);
    [ratio, wrong].map(|ratio| match name {
        "asset_turnover" | "current_ratio" => format!("{:.2}x", ratio.round_dp(2)),
        _ => format!("{:.1}%", (ratio * Decimal::ONE_HUNDRED).round_dp(1)),
    })
}

#[derive(Default)]
struct Count {
    right: usize,
    held: usize,
    wrong: usize,
    refused: usize,
}

impl Count {
    /// Holds the figures of one filer against its filings, and names those that are accused.
    fn add(&mut self, name: &str, path: &str, accused: &mut Vec<String>) -> Option<()> {
        let text = fs::read(path).unwrap();
        let year = Year::of(&serde_json::from_slice(&text).unwrap())?;
        let facts = CompanyFacts::parse(&text).unwrap();
        let mut network = Network::new();
        network.add_history(name, &facts.known(Vintage::Latest).history().ok()?);
        network.add_first_filed(name, &facts.known(Vintage::First).history().ok()?);
        for (metric, ratio) in year.ratios() {
            let Some(ratio) = ratio.filter(|ratio| ratio.abs() > Decimal::new(1, 2)) else {
                continue;
            };
            let measure: Measure = metric.parse().unwrap();
            let period = format!("{}..{}", year.dates.0, year.dates.1);
            let [right, wrong] = printed(metric, ratio).map(|text| {
                let claim = Claim::new("c", measure, Stated::parse(&text).unwrap());
                let mut network = network.clone();
                network.add(claim.of(name).during(&period));
                network.tie_out().rulings()[0].clone()
            });
            self.right += 1;
            self.held += usize::from(right.verdict().holds());
            if right.verdict().is_accused() || right.verdict() == Verdict::NotMeaningful {
                accused.push(right.to_string());
            }
            self.wrong += 1;
            self.refused += usize::from(!wrong.verdict().holds());
        }
        Some(())
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn what_companies_of_every_kind_would_print_is_not_accused() {
    let archive = data::folder().join("data/companyfacts/fy2009/filers.tar.gz");
    let folder = format!("{}/fy2009-printed", env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).unwrap();
    let mut tar = Command::new("tar");
    assert!(tar.arg("-xzf").arg(archive).args(["-C", &folder]).status().unwrap().success());
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let (mut count, mut accused) = (Count::default(), Vec::new());
    // Every other filer, for the time that all of them take.
    for name in names.iter().step_by(2) {
        count.add(name.trim_end_matches(".json"), &format!("{folder}/{name}"), &mut accused);
    }
    let Count { right, held, wrong, refused } = count;
    assert!(accused.is_empty(), "{}", accused.join("\n"));
    assert!(right > 600, "{right}");
    assert!(held * 100 >= right * 97, "{held} of {right} hold");
    assert!(refused * 100 >= wrong * 97, "{refused} of {wrong} are refused");
}
