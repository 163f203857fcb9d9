//! Operations that are shown as discontinued for the first time in the report of a longer period.

use super::{
    companies::{Fact, made},
    expected::value,
};
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, Vintage},
    undefined::Absence,
};
use proptest::prelude::*;

const INCOME: &str = "IncomeLossFromDiscontinuedOperationsNetOfTax";
const INVESTING: &str = "CashProvidedByUsedInInvestingActivitiesDiscontinuedOperations";
const PAYMENTS: &str = "PaymentsToAcquirePropertyPlantAndEquipment";

const NINE: (&str, &str, &str) = ("2009-01-01", "2009-09-30", "2009-11-02");
const YEAR: (&str, &str, &str) = ("2009-01-01", "2009-12-31", "2010-02-26");
const BEFORE: (&str, &str) = ("2008-01-01", "2008-12-31");
const VINTAGES: [Vintage; 2] = [Vintage::First, Vintage::Latest];

/// A year and its nine months, as a company that was listed within the year gives them: nothing of
/// the year before stands in two filings.
const FLOWS: [Fact<'_>; 8] = [
    ("Revenues", NINE.0, NINE.1, 3001, "10-Q", NINE.2),
    ("Revenues", YEAR.0, YEAR.1, 3807, "10-K", YEAR.2),
    ("OperatingIncomeLoss", NINE.0, NINE.1, 401, "10-Q", NINE.2),
    ("OperatingIncomeLoss", YEAR.0, YEAR.1, 503, "10-K", YEAR.2),
    ("NetIncomeLoss", NINE.0, NINE.1, 301, "10-Q", NINE.2),
    ("NetIncomeLoss", YEAR.0, YEAR.1, 407, "10-K", YEAR.2),
    (PAYMENTS, NINE.0, NINE.1, 201, "10-Q", NINE.2),
    (PAYMENTS, YEAR.0, YEAR.1, 273, "10-K", YEAR.2),
];

/// The lines of what is discontinued, of the year and the one before, in the annual report.
fn shown(tag: &'static str) -> [Fact<'static>; 2] {
    [(tag, YEAR.0, YEAR.1, 57, "10-K", YEAR.2), (tag, BEFORE.0, BEFORE.1, 61, "10-K", YEAR.2)]
}

fn with(more: &[Fact<'_>]) -> CompanyFacts {
    made(&[&FLOWS, more].concat())
}

fn fourth(facts: &CompanyFacts, item: Item) -> Result<i64, Absence> {
    let found = VINTAGES.map(|vintage| {
        let series = facts.known(vintage).item(item).series;
        value(series.quarter(2009, 4)).map(|v| i64::try_from(v).unwrap() / 1_000_000)
    });
    assert_eq!(found[0], found[1], "{item}");
    found[0]
}

const MIXED: Result<i64, Absence> = Err(Absence::MixedVintage);

#[test]
fn what_a_year_leaves_out_for_the_first_time_is_in_its_nine_months() {
    let facts = with(&[]);
    let items = [Item::Revenue, Item::OperatingIncome, Item::NetIncome, Item::CapitalExpenditures];
    assert_eq!(items.map(|item| fourth(&facts, item)), [Ok(806), Ok(102), Ok(106), Ok(72)]);
    // Net income holds what is discontinued; payments leave out what their own statement shows so.
    let facts = with(&shown(INCOME));
    assert_eq!(items.map(|item| fourth(&facts, item)), [MIXED, MIXED, Ok(106), Ok(72)]);
    let facts = with(&shown(INVESTING));
    assert_eq!(items.map(|item| fourth(&facts, item)), [Ok(806), Ok(102), Ok(106), MIXED]);
}

#[test]
fn what_had_been_left_out_before_is_on_one_basis() {
    let also =
        |fact: Fact<'_>| fourth(&with(&[&shown(INCOME)[..], &[fact]].concat()), Item::Revenue);
    // The report of the nine months shows it too, or last year's, which came out in this one.
    assert_eq!(also((INCOME, NINE.0, NINE.1, 41, "10-Q", NINE.2)), Ok(806));
    assert_eq!(also((INCOME, BEFORE.0, BEFORE.1, 61, "10-K", "2009-02-27")), Ok(806));
    // Nil is nothing, and what was sold two years ago is not what is sold now.
    assert_eq!(also((INCOME, NINE.0, NINE.1, 0, "10-Q", NINE.2)), MIXED);
    assert_eq!(also((INCOME, "2007-01-01", "2007-12-31", 41, "10-K", "2008-02-27")), MIXED);
    // The nine months are filed again as they were when what is discontinued is known.
    assert_eq!(also(("Revenues", NINE.0, NINE.1, 3001, "10-Q", "2010-11-02")), Ok(806));
}

#[test]
fn an_item_that_stands_as_it_was_is_not_of_what_is_sold() {
    // The year before, as last year's report gave it and this one does.
    let facts = |again: i64| {
        with(
            &[
                &shown(INCOME)[..],
                &[
                    ("Revenues", BEFORE.0, BEFORE.1, 3703, "10-K", "2009-02-27"),
                    ("Revenues", BEFORE.0, BEFORE.1, again, "10-K", YEAR.2),
                ],
            ]
            .concat(),
        )
    };
    assert_eq!(fourth(&facts(3703), Item::Revenue), Ok(806));
    assert_eq!(fourth(&facts(3307), Item::Revenue), MIXED);
    assert_eq!(fourth(&facts(3703), Item::OperatingIncome), MIXED);
}

#[test]
fn a_gain_that_is_left_of_an_older_sale_leaves_nothing_out() {
    let facts = with(&shown(INCOME)[..1]);
    assert_eq!(fourth(&facts, Item::Revenue), Ok(806));
}

proptest! {
    #[test]
    fn quarters_are_of_one_basis_whatever_report_first_leaves_a_part_out(
        quarters in prop::array::uniform4(300..1000_i64),
        part in 3..50_i64,
        sold_in in 0..5_usize,
    ) {
        let periods = [
            ("2009-03-31", "2009-05-01"),
            ("2009-06-30", "2009-08-01"),
            ("2009-09-30", "2009-11-01"),
            ("2009-12-31", "2010-02-15"),
        ];
        let before = ["2008-03-31", "2008-06-30", "2008-09-30", "2008-12-31"];
        let with = [0, 1, 2, 3].map(|at| quarters[..=at].iter().sum::<i64>() * 100);
        let without = with.map(|value| value - value * part / 100);
        let mut facts = Vec::new();
        for (at, (end, filed)) in periods.into_iter().enumerate() {
            let form = if at == 3 { "10-K" } else { "10-Q" };
            let is_sold = at >= sold_in;
            let revenue = if is_sold { without[at] } else { with[at] };
            facts.push(("Revenues", "2009-01-01", end, revenue, form, filed));
            if is_sold {
                let left = with[at] - without[at];
                facts.push((INCOME, "2009-01-01", end, left, form, filed));
                facts.push((INCOME, "2008-01-01", before[at], left, form, filed));
            }
        }
        let series = made(&facts).known(Vintage::First).item(Item::Revenue).series;
        for quarter in 2..=4_usize {
            let found = value(series.quarter(2009, quarter as u8));
            let of = |year: [i64; 4]| {
                Ok(Decimal::from((year[quarter - 1] - year[quarter - 2]) * 1_000_000))
            };
            match quarter {
                _ if quarter - 1 == sold_in => prop_assert_eq!(found, Err(Absence::MixedVintage)),
                _ if quarter <= sold_in => prop_assert_eq!(found, of(with)),
                _ => prop_assert_eq!(found, of(without)),
            }
        }
    }
}
