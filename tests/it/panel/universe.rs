//! Random companies with everything that real ones have: gaps, 53rd weeks, changed year ends, lines
//! that come and go, losses, amounts at the limit, figures of their own.

use financials::{
    Accuracy, Basis, Currency, Decimal, Figure, History, Item, Period, Report,
    item::{Nature, Part},
    report::{AdjustedMeasure, Quote},
    undefined::Absence,
};
use jiff::{ToSpan, civil::Date};

/// Numbers that look random and are the same for the same seed (Steele and others, SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    pub fn is(&mut self, percent: u64) -> bool {
        self.roll(100) < percent
    }

    /// A number of any size, sign and scale, often a small or a round one.
    fn amount(&mut self, is_huge: bool, places: u32) -> Decimal {
        let digits = if is_huge { 28 } else { 1 + self.roll(12) as u32 };
        let mut mantissa = 0_i128;
        for _ in 0..digits {
            mantissa = mantissa * 10 + i128::from(self.roll(10));
        }
        if self.is(8) {
            mantissa = i128::from(self.roll(3));
        }
        if self.is(25) {
            mantissa = -mantissa;
        }
        let scale = if is_huge { 9 } else { self.roll(u64::from(places) + 1) as u32 };
        Decimal::from_i128_with_scale(mantissa, scale)
    }
}

pub struct Listed {
    pub history: History,
    pub quote: Option<Quote>,
}

pub fn universe(seed: u64) -> Vec<Listed> {
    sparse(seed, true)
}

/// Companies whose filings say nothing of what they leave out, as rows of a table do not.
pub fn unexplained(seed: u64) -> Vec<Listed> {
    sparse(seed, false)
}

fn sparse(seed: u64, explains: bool) -> Vec<Listed> {
    let mut dice = Dice(seed);
    let companies = 1 + dice.roll(4);
    let listed = |number, dice: &mut Dice| {
        let shape = Shape {
            is_huge: dice.is(15),
            has: [5, 40, 90, 100][dice.roll(4) as usize],
            skips: [0, 2, 30][dice.roll(3) as usize],
            states_own: dice.is(20),
            adjusts: dice.is(30),
            explains: explains && dice.is(40),
            is_regular: false,
        };
        company(number, shape, dice)
    };
    (0..companies).map(|number| listed(number, &mut dice)).collect()
}

/// Companies that state nearly everything, so many that they are read in several blocks, some of
/// them without a gap and of quarters alone.
pub fn dense(seed: u64) -> Vec<Listed> {
    let mut dice = Dice(seed);
    let companies = [2, 17][dice.roll(2) as usize] + dice.roll(2);
    let skips = [0, 0, 2][dice.roll(3) as usize];
    let is_regular = dice.is(50);
    // Some companies lack lines that others have, so that a block may have none of a line.
    let has = [100, 100, 60][dice.roll(3) as usize];
    let explains = dice.is(30);
    let stated = |number, dice: &mut Dice| {
        let shape = Shape {
            is_huge: false,
            has: if number % 16 == 0 { has } else { 100 },
            skips,
            states_own: false,
            adjusts: false,
            explains,
            is_regular,
        };
        company(number, shape, dice)
    };
    (0..companies).map(|number| stated(number, &mut dice)).collect()
}

const ABSENCES: [Absence; 6] = [
    Absence::NotAdditive,
    Absence::Unreadable,
    Absence::MixedVintage,
    Absence::MissingHalf,
    Absence::Contradicted,
    Absence::Gap,
];

/// What a company states.
struct Shape {
    is_huge: bool,
    /// How much of a statement it has at all, in percent.
    has: u64,
    /// How often one of its lines is left out, in percent.
    skips: u64,
    states_own: bool,
    adjusts: bool,
    /// Whether its filings say why some lines are absent.
    explains: bool,
    /// Whether it has quarters of months and no other period.
    is_regular: bool,
}

fn company(number: u64, shape: Shape, dice: &mut Dice) -> Listed {
    let Shape { is_huge, has, skips, states_own, adjusts, explains, is_regular } = shape;
    let currency = [Currency::USD, Currency::EUR, Currency::JPY][dice.roll(3) as usize];
    let basis = [None, Some(Basis::Gaap), Some(Basis::Ifrs)][dice.roll(3) as usize];
    let lines: Vec<Item> =
        Item::all().filter(|item| item.part() != Part::Market && dice.is(has)).collect();
    let mut reports = Vec::new();
    for period in if is_regular { quarters(dice) } else { periods(dice) } {
        let mut builder = Report::builder(format!("Company {number}").as_str(), period, currency);
        if let Some(basis) = basis {
            builder = builder.basis(basis);
        }
        let mut figures = Vec::new();
        for item in &lines {
            if !dice.is(skips) {
                figures.push((*item, figure(dice, is_huge, item.nature())));
            }
        }
        builder = builder.figures(figures);
        if explains {
            // A reason for a line that has a figure is not kept.
            let items = Item::all().filter(|_| dice.is(10)).collect::<Vec<_>>();
            builder = builder.absent(items.into_iter().zip(ABSENCES.into_iter().cycle()));
        }
        builder = builder.measure("stores", Nature::Count, figure(dice, false, Nature::Count));
        if states_own && dice.is(60) {
            let own = figure(dice, is_huge, Nature::Flow);
            builder = builder.measure("free_cash_flow", Nature::Flow, own);
        }
        if adjusts && dice.is(80) {
            for item in [Item::OperatingIncome, Item::NetIncome, Item::EpsDiluted] {
                let own = figure(dice, is_huge, item.nature());
                builder = builder.adjusted(AdjustedMeasure::new(item, own));
            }
        }
        reports.push(builder.build().unwrap());
    }
    let quote = dice.is(70).then(|| {
        let market = Item::all().filter(|item| item.part() == Part::Market);
        let figures: serde_json::Map<String, serde_json::Value> = market
            .filter(|_| dice.is(80))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|item| {
                let figure = figure(dice, is_huge, item.nature());
                (item.name().to_string(), serde_json::to_value(figure).unwrap())
            })
            .collect();
        let quote = serde_json::json!({ "currency": currency, "figures": figures });
        serde_json::from_value(quote).unwrap()
    });
    Listed { history: History::new(reports).unwrap(), quote }
}

fn figure(dice: &mut Dice, is_huge: bool, nature: Nature) -> Figure {
    let places = match nature {
        Nature::PerShareFlow | Nature::Price | Nature::Rate | Nature::Coefficient => 4,
        _ => 2,
    };
    Figure::new(dice.amount(is_huge, places), accuracy(dice)).unwrap()
}

/// How precisely a figure may be stated: most of a company's alike, and some as nothing is kept.
fn accuracy(dice: &mut Dice) -> Accuracy {
    match dice.roll(10) {
        0..5 => Accuracy::Unknown,
        5 => Accuracy::Exact,
        6 | 7 => Accuracy::Decimals(dice.roll(6) as i8),
        8 => Accuracy::Decimals(-(dice.roll(9) as i8)),
        _ => Accuracy::Decimals([-128, -30, 20, 127][dice.roll(4) as usize]),
    }
}

/// Quarters of months, one after the other.
fn quarters(dice: &mut Dice) -> Vec<Period> {
    let mut start: Date = "2019-01-01".parse().unwrap();
    start = start.checked_add((dice.roll(12) as i64).months()).unwrap();
    let mut next = || {
        let end = start.checked_add(3.months()).unwrap();
        let quarter = Period::quarter(start, end.yesterday().unwrap()).unwrap();
        start = end;
        quarter
    };
    (0..6 + dice.roll(3)).map(|_| next()).collect()
}

/// Quarters of 12 to 14 weeks or of months, some of them missing, with years, twelve months, halves
/// and balance sheets beside them; the year's end may move.
fn periods(dice: &mut Dice) -> Vec<Period> {
    let mut start: Date = "2019-01-01".parse().unwrap();
    start = start.checked_add((dice.roll(300) as i64).days()).unwrap();
    let by_weeks = dice.is(50);
    let mut quarters: Vec<Period> = Vec::new();
    let mut found = Vec::new();
    for _ in 0..6 + dice.roll(12) {
        let end = match by_weeks {
            true => start.checked_add((7 * (13 + i64::from(dice.is(8)))).days()).unwrap(),
            false => start.checked_add(3.months()).unwrap(),
        };
        let last = end.yesterday().unwrap();
        if dice.is(4) {
            // A transition period, after which everything is elsewhere in the year.
            let end = start.checked_add(40.days()).unwrap();
            found.extend(Period::other(start, end.yesterday().unwrap()));
            start = end;
            quarters.clear();
            continue;
        }
        if dice.is(8) {
            quarters.clear();
        } else {
            let quarter = Period::quarter(start, last).unwrap();
            found.push(quarter);
            quarters.push(quarter);
        }
        if let [.., first, _, _, _] = quarters[..] {
            if dice.is(25) {
                found.extend(Period::year(first.start(), last));
            } else if dice.is(25) {
                // Sometimes the year begins on another day than its quarters do.
                let days = if dice.is(20) { 3 } else { 0 };
                let from = first.start().checked_add(days.days()).unwrap();
                found.extend(Period::trailing(from, last));
            }
        }
        if let [.., first, _] = quarters[..]
            && dice.is(15)
        {
            found.extend(Period::half(first.start(), last));
        }
        if dice.is(10) {
            found.push(Period::instant(last));
        }
        start = end;
    }
    if found.is_empty() {
        found.push(Period::instant(start));
    }
    found.sort_unstable();
    found.dedup();
    found
}
