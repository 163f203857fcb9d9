//! Ten ratios of 10,000 companies over 60 quarters, beside NumPy's binary floats over the same
//! figures, in one run: `cargo bench --bench panel`, with `python3` and NumPy on the path.
//!
//! The figures are made up, of 11 line items and a price, from the same numbers each time: first
//! with every quarter there, then with 1% of the quarters and 2% of the cells missing. NumPy reads
//! them as grids of companies and quarters, NaN where nothing is, and `benches/panel.py` says what
//! it computes. Each time is the median of several runs over
//! all cells, on the processor and not on the wall.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark fails by panicking"
)]

use std::{collections::BTreeMap, env, fs, hint::black_box, path::PathBuf, process::Command};

use cpu_time::ThreadTime;
use financials::{
    Accuracy, Currency, Decimal, Figure, History, Item, Metric, Period, Report,
    formula::Formula,
    metrics,
    panel::{Column, Panel, PanelView},
    report::{MarketData, Quote},
};

const ITEMS: [Item; 11] = [
    Item::Revenue,
    Item::GrossProfit,
    Item::OperatingIncome,
    Item::NetIncome,
    Item::OperatingCashFlow,
    Item::EpsDiluted,
    Item::TotalCurrentAssets,
    Item::TotalCurrentLiabilities,
    Item::LongTermDebt,
    Item::StockholdersEquity,
    Item::TotalAssets,
];

const QUARTERS: usize = 60;
const RUNS: usize = 9;

/// Numbers that look random and are the same for the same seed (Steele and others, SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}

/// The amounts of a quarter in thousands of dollars, and earnings per share in cents.
fn quarter(dice: &mut Dice, size: i64, age: i64) -> [i64; 11] {
    let mut part = |of: i64, low: u64, high: u64| of * (low + dice.roll(high - low)) as i64 / 1_000;
    let revenue = part(size + size * age / 40, 900, 1_100);
    let gross = part(revenue, 200, 700);
    let operating = gross - part(revenue, 100, 500);
    let net = part(operating, 600, 900);
    let cash = operating + part(revenue, 20, 90);
    let eps = net * 100 / (size / 4).max(1);
    let assets = part(revenue, 3_000, 5_000);
    let current = part(assets, 200, 500);
    let owed = part(current, 400, 1_500);
    let debt = part(assets, 100, 400);
    let equity = part(assets, 50, 600) - part(assets, 0, 120);
    [revenue, gross, operating, net, cash, eps, current, owed, debt, equity, assets]
}

fn figure(item: Item, amount: i64) -> Figure {
    let number = match item {
        Item::EpsDiluted => Decimal::new(amount, 2),
        _ => Decimal::from(amount * 1_000),
    };
    Figure::new(number, Accuracy::Unknown).unwrap()
}

/// The quarters of fifteen years.
fn periods() -> Vec<Period> {
    let quarters = ["01-01..{}-03-31", "04-01..{}-06-30", "07-01..{}-09-30", "10-01..{}-12-31"];
    let years = 2010..2010 + QUARTERS / 4;
    let texts = years.flat_map(|year| {
        quarters.map(|text| format!("{year}-{}", text.replace("{}", &year.to_string())))
    });
    texts.map(|text| text.parse().unwrap()).collect()
}

/// Companies as histories, and as grids of floats for NumPy.
struct Universe {
    companies: Vec<(History, Quote)>,
    grids: BTreeMap<&'static str, Vec<f64>>,
}

fn universe(companies: usize, has_gaps: bool) -> Universe {
    let mut dice = Dice(7);
    let periods = periods();
    let mut grids: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut made = Vec::new();
    for company in 0..companies {
        let size = 10_i64.pow(3 + dice.roll(4) as u32) * (1 + dice.roll(90) as i64);
        let mut reports = Vec::new();
        for (age, period) in periods.iter().enumerate() {
            let amounts = quarter(&mut dice, size, age as i64);
            let is_there = !has_gaps || dice.roll(100) > 0;
            let mut figures = Vec::new();
            for (item, amount) in ITEMS.into_iter().zip(amounts) {
                let is_stated = is_there && (!has_gaps || dice.roll(100) > 1);
                let unit = if item == Item::EpsDiluted { 0.01 } else { 1_000.0 };
                let float = if is_stated { amount as f64 * unit } else { f64::NAN };
                grids.entry(item.name()).or_default().push(float);
                figures.extend(is_stated.then(|| (item, figure(item, amount))));
            }
            if is_there {
                let name = format!("Company {company}");
                let report = Report::builder(name.as_str(), *period, Currency::USD);
                reports.push(report.figures(figures).build().unwrap());
            }
        }
        let price = Decimal::new(100 + dice.roll(90_000) as i64, 2);
        let quote = Quote::new(Currency::USD, MarketData::in_units().share_price(price)).unwrap();
        let float = price.to_string().parse().unwrap();
        grids.entry("share_price").or_default().push(float);
        made.push((History::new(reports).unwrap(), quote));
    }
    Universe { companies: made, grids }
}

/// What is evaluated, by the names that `panel.py` has for it.
enum Ratio {
    Metric(Metric),
    Own(Formula),
}

fn ratios() -> Vec<(&'static str, Ratio)> {
    let own = |text: &str| Ratio::Own(Formula::parse(text).unwrap());
    vec![
        ("gross_margin", Ratio::Metric(metrics::GROSS_MARGIN)),
        ("operating_margin", Ratio::Metric(metrics::OPERATING_MARGIN)),
        ("net_margin", Ratio::Metric(metrics::NET_MARGIN)),
        ("cash_margin", own("operating_cash_flow / revenue")),
        ("current_ratio", Ratio::Metric(metrics::CURRENT_RATIO)),
        ("debt_to_equity", own("long_term_debt / positive(stockholders_equity, equity)")),
        ("revenue_growth", Ratio::Metric(metrics::REVENUE_GROWTH)),
        ("return_on_equity", Ratio::Metric(metrics::RETURN_ON_EQUITY)),
        ("asset_turnover", Ratio::Metric(metrics::ASSET_TURNOVER)),
        ("pe_ttm", Ratio::Metric(metrics::PE_TTM_DILUTED)),
    ]
}

impl Ratio {
    fn column(&self, view: PanelView<'_>) -> Column {
        match self {
            Self::Metric(metric) => metric.column(view),
            Self::Own(formula) => formula.column(view),
        }
    }
}

/// The nanoseconds a cell, as the median of several runs.
fn median(cells: usize, mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            // With other programs beside it, the time on the wall is theirs as well.
            let start = ThreadTime::now();
            run();
            start.elapsed().as_secs_f64() * 1e9 / cells as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// NumPy's nanoseconds a cell for each ratio.
fn numpy(grids: &BTreeMap<&str, Vec<f64>>, companies: usize) -> Option<BTreeMap<String, f64>> {
    let folder = env::temp_dir().join(format!("financials-panel-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for (name, grid) in grids {
        let bytes: Vec<u8> = grid.iter().flat_map(|it| it.to_le_bytes()).collect();
        fs::write(folder.join(format!("{name}.f64")), bytes).unwrap();
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("panel.py");
    let run = Command::new("python3").arg(script).arg(&folder).arg(companies.to_string()).output();
    fs::remove_dir_all(folder).unwrap();
    let run = run.ok().filter(|run| run.status.success())?;
    let text = String::from_utf8(run.stdout).unwrap();
    let lines = text.lines().filter_map(|line| line.split_once(' '));
    Some(lines.map(|(name, time)| (name.to_owned(), time.parse().unwrap())).collect())
}

/// Holds some of the cells to the values of the histories.
fn hold(universe: &Universe, panel: &Panel, places: u32) -> (usize, usize) {
    let (mut numbers, mut reasons) = (0, 0);
    for (name, ratio) in ratios() {
        let column = ratio.column(panel.view().to_places(places));
        let mut row = 0;
        for (history, quote) in universe.companies.iter().take(200) {
            for report in history.reports() {
                let view = history.view(&report.period()).unwrap().with_quote(quote).unwrap();
                let value = match &ratio {
                    Ratio::Metric(metric) => metric.value(view).map(|value| value.number()),
                    Ratio::Own(formula) => formula.value(view),
                };
                let value = value.map(|number| number.round_dp(places));
                assert_eq!(column.get(row).unwrap(), value, "{name} in row {row}");
                (numbers, reasons) = match value {
                    Ok(_) => (numbers + 1, reasons),
                    Err(_) => (numbers, reasons + 1),
                };
                row += 1;
            }
        }
    }
    (numbers, reasons)
}

fn main() {
    let companies = env::var("COMPANIES").map_or(10_000, |text| text.parse().unwrap());
    for has_gaps in [false, true] {
        let universe = universe(companies, has_gaps);
        let of = |panel: financials::panel::PanelBuilder, (history, quote): &(History, Quote)| {
            panel.quoted(history, quote)
        };
        let panel = universe.companies.iter().fold(Panel::builder(), of).build().unwrap();
        let cells = panel.len();
        let (numbers, reasons) = hold(&universe, &panel, 12);
        println!(
            "\n{companies} companies x {QUARTERS} quarters, {}: {cells} rows; of 200 companies, \
             {numbers} numbers and {reasons} reasons are those of the histories",
            if has_gaps { "1% of quarters and 2% of cells missing" } else { "no gaps" },
        );
        let floats = numpy(&universe.grids, companies);
        println!(
            "{:<18}{:>10}{:>10}{:>10}{:>8}{:>8}",
            "ns a cell", "6 places", "12", "NumPy", "", ""
        );
        let mut sums = [0.0; 3];
        for (name, ratio) in ratios() {
            let time = |places| {
                median(cells, || drop(black_box(ratio.column(panel.view().to_places(places)))))
            };
            let (six, twelve) = (time(6), time(12));
            let float = floats.as_ref().map_or(f64::NAN, |floats| floats[name]);
            let column = ratio.column(panel.view());
            let undefined = column.codes().iter().filter(|code| **code > 0).count();
            let share = 100.0 * undefined as f64 / cells as f64;
            println!(
                "{name:<18}{six:>10.2}{twelve:>10.2}{float:>10.2}{:>7.2}x{share:>7.1}% undefined",
                six / float,
            );
            for (sum, time) in sums.iter_mut().zip([six, twelve, float]) {
                *sum += time / ratios().len() as f64;
            }
        }
        let [six, twelve, float] = sums;
        println!("{:<18}{six:>10.2}{twelve:>10.2}{float:>10.2}{:>7.2}x", "mean", six / float);
    }
    one_company();
}

/// Every metric of one company, as a column and by its history.
fn one_company() {
    let universe = universe(1, false);
    let (history, quote) = &universe.companies[0];
    let panel = Panel::builder().quoted(history, quote).build().unwrap();
    let all: Vec<Metric> = Metric::all().collect();
    let columns = median(1, || {
        all.iter().for_each(|metric| drop(black_box(metric.column(&panel))));
    });
    let values = median(1, || {
        for report in history.reports() {
            let view = history.view(&report.period()).unwrap().with_quote(quote).unwrap();
            all.iter().for_each(|metric| {
                let _ = black_box(metric.value(view));
            });
        }
    });
    println!(
        "\n{} metrics, one company, {QUARTERS} quarters: {:.2} ms as columns, {:.2} ms by its views",
        all.len(),
        columns / 1e6,
        values / 1e6,
    );
}
