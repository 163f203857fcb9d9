//! Figures that careful readers of the filings arrived at, and figures that careless ones did.

use super::Row;
use crate::data;
use financials::{
    Date, Decimal, Item,
    companyfacts::{
        CompanyFacts, Derivation, Entry, FindingKind, RestatementClass, Series, Vintage,
    },
    undefined::Absence,
};

/// Reads a file of real facts.
pub(super) fn facts(name: &str) -> CompanyFacts {
    CompanyFacts::parse(data::text(&format!("data/companyfacts/{name}")).as_bytes()).unwrap()
}

pub(super) fn value(entry: Option<&Entry>) -> Result<Decimal, Absence> {
    entry.unwrap().amount.as_ref().map(|amount| amount.value).map_err(|reason| *reason)
}

pub(super) fn millions(number: i64) -> Result<Decimal, Absence> {
    Ok(Decimal::from(number * 1_000_000))
}

fn concept(facts: &CompanyFacts, vintage: Vintage, name: &str) -> Series {
    facts.known(vintage).concept("us-gaap", name).into_iter().next().unwrap()
}

pub(super) fn as_of(date: &str) -> Vintage {
    Vintage::AsOf(date.parse().unwrap())
}

const LUMEN: &str = "LUMN_CIK0000018926_excerpt_2021vintage.json";
const APPLE: &str = "full/AAPL_CIK0000320193_asof2024-11-01.json";

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn lumen_does_not_mix_the_old_basis_with_the_new() {
    let lumen = facts(LUMEN);
    let latest = concept(&lumen, Vintage::Latest, "Revenues");
    let first = concept(&lumen, Vintage::First, "Revenues");
    assert_eq!(value(first.quarter(2018, 4)), millions(5778));
    assert_eq!(value(first.quarter(2019, 4)), millions(5570));
    assert_eq!(value(latest.quarter(2019, 4)), millions(5306));
    assert_eq!(value(latest.quarter(2020, 4)), millions(5125));
    assert_eq!(value(latest.trailing(2020, 1)), millions(21_259));

    // The fourth quarter of 2018 was tagged once, before the year was restated: it stands, marked.
    let end: Date = "2018-12-31".parse().unwrap();
    assert_eq!(value(latest.quarter(2018, 4)), millions(5778));
    let marks = latest.findings.iter().filter(|finding| finding.end == end);
    let marks: Vec<_> = marks.map(|finding| finding.kind).collect();
    let growth = FindingKind::YearAgoOnOtherBasis;
    assert_eq!(marks, [FindingKind::OlderBasis, FindingKind::QuartersDoNotSum, growth]);

    // No twelve months add quarters before the change to the quarter after it.
    for vintage in [as_of("2020-05-06"), as_of("2020-05-07"), Vintage::First, Vintage::Latest] {
        let series = concept(&lumen, vintage, "Revenues");
        for wrong in [4915, 21_982, 21_523] {
            let wrong = millions(wrong);
            assert!(series.entries.iter().all(|entry| value(Some(entry)) != wrong), "{vintage:?}");
        }
    }
    let then = concept(&lumen, as_of("2020-05-07"), "Revenues");
    assert_eq!(value(then.trailing(2020, 1)), Err(Absence::MixedVintage));
    assert_eq!(value(then.quarter(2019, 4)), millions(5570));
    let item = lumen.known(Vintage::Latest).item(Item::Revenue).series;
    assert_eq!(item.entries, latest.entries);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn lumen_changes_its_rounding_between_filings() {
    let lumen = facts(LUMEN);
    let series = concept(&lumen, Vintage::Latest, "Revenues");
    let class = |start: &str, end: &str| {
        let dates = (Some(start.parse().unwrap()), end.parse().unwrap());
        let mut found = series.restatements.iter().filter(|r| (r.start, r.end) == dates);
        found.next().map(|restatement| restatement.class)
    };
    // 7,041,534 thousand became 7,042 million; 1,747,101 thousand became 1,748 million, which is a
    // plug and no rounding.
    assert_eq!(class("2010-01-01", "2010-12-31"), Some(RestatementClass::Rerounded));
    assert_eq!(class("2010-07-01", "2010-09-30"), Some(RestatementClass::Changed));
    assert_eq!(class("2018-01-01", "2018-12-31"), Some(RestatementClass::Changed));
    assert_eq!(value(series.quarter(2010, 4)), millions(1722));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn most_differences_of_snowflake_are_rounding() {
    // Of all 4,781 figures of the file 55 differ between filings, one of which came back to its
    // first value; 31 differ by no more than half a unit of the coarser figure's last place.
    let snowflake = facts("full/SNOW_CIK0001640147_asof2025-05-30.json");
    let known = snowflake.known(Vintage::Latest);
    let concepts = snowflake.concepts().iter();
    let series = concepts.flat_map(|concept| known.concept(&concept.taxonomy, &concept.name));
    let restated: Vec<_> = series.flat_map(|series| series.restatements).collect();
    let rounded = restated.iter().filter(|r| r.class == RestatementClass::Rerounded).count();
    assert_eq!((restated.len(), rounded), (54, 31));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn differences_of_an_ifrs_filer_are_no_rounding() {
    let lpa = facts("full/LPA_CIK0001997711_IFRS.json");
    let known = lpa.known(Vintage::Latest);
    let shares = known.concept("ifrs-full", "AdjustedWeightedAverageShares").remove(0);
    let changed: Vec<_> = shares.restatements.iter().map(|r| r.class).collect();
    assert_eq!(changed, [RestatementClass::Changed; 2]);
    let basis = known.item(Item::SharesDiluted).share_basis.unwrap();
    assert!(basis.splits.is_empty(), "168,142,740 to 28,600,000 is no split");
    let all = lpa.concepts().iter();
    let series = all.flat_map(|concept| known.concept(&concept.taxonomy, &concept.name));
    let restated: Vec<_> = series.flat_map(|series| series.restatements).collect();
    let rounded = restated.iter().filter(|r| r.class == RestatementClass::Rerounded).count();
    assert_eq!((restated.len(), rounded), (23, 0));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn lumen_slips_a_sign() {
    let lumen = facts(LUMEN);
    let name = "PurchaseCommitmentRemainingMinimumAmountCommitted";
    let series = concept(&lumen, Vintage::Latest, name);
    let end = "2013-12-31".parse().unwrap();
    let lone = |kind| kind == FindingKind::LoneSign;
    assert!(series.findings.iter().any(|finding| finding.end == end && lone(finding.kind)));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn apple_has_a_fourth_quarter_of_2009_on_each_basis() {
    let apple = facts(APPLE);
    for item in [Some(Item::Revenue), None] {
        let series = |vintage| match item {
            Some(item) => apple.known(vintage).item(item).series,
            None => concept(&apple, vintage, "SalesRevenueNet"),
        };
        assert_eq!(value(series(Vintage::Latest).quarter(2009, 4)), millions(12_207));
        assert_eq!(value(series(Vintage::First).quarter(2009, 4)), millions(9_870));
        // The amended annual report restated the year, and no quarter was restated yet.
        let between = series(as_of("2010-03-01"));
        assert_eq!(value(between.quarter(2009, 4)), Err(Absence::MixedVintage));
        assert_eq!(value(between.year(2009)), millions(42_905));
    }
    let series = concept(&apple, Vintage::Latest, "SalesRevenueNet");
    let year =
        series.restatements.iter().find(|r| r.first.value == Decimal::from(36_537_000_000_i64));
    assert_eq!(year.unwrap().class, RestatementClass::Amended);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn apple_counts_its_shares_after_both_splits() {
    let apple = facts(APPLE);
    let eps = apple.known(Vintage::Latest).item(Item::EpsDiluted);
    let splits = eps.share_basis.unwrap().splits;
    let ratios: Vec<_> = splits.iter().map(|split| (split.new, split.old)).collect();
    assert_eq!(ratios, [(7, 1), (4, 1)]);
    // 9.21 before the split of 2020, and 44.15 in 2012 before both.
    let text = |year| value(eps.series.year(year)).unwrap().to_string();
    assert_eq!((text(2017).as_str(), text(2012).as_str()), ("2.3025", "1.5775"));
    let before = apple.known(as_of("2020-06-30")).item(Item::EpsDiluted);
    assert_eq!(before.share_basis.unwrap().splits.len(), 1);
    assert_eq!(value(before.series.year(2017)), Ok("9.21".parse().unwrap()));
    assert_eq!(
        concept(&apple, Vintage::Latest, "EarningsPerShareDiluted").year(2017).map(|e| e
            .amount
            .clone()
            .unwrap()
            .value
            .to_string()),
        Some("9.21".into())
    );
    let split = |r: &&financials::companyfacts::Restatement| r.class == RestatementClass::Split;
    assert!(eps.series.restatements.iter().filter(split).count() > 10);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn recast_companies_keep_each_basis_apart() {
    let cases = [
        ("core/T.json", "Revenues", 2021, 40_958, 31_095),
        (
            "core/JNJ.json",
            "RevenueFromContractWithCustomerExcludingAssessedTax",
            2022,
            23_706,
            19_939,
        ),
    ];
    for (file, name, year, first, recast) in cases {
        let facts = facts(file);
        assert_eq!(value(concept(&facts, Vintage::First, name).quarter(year, 4)), millions(first));
        assert_eq!(
            value(concept(&facts, Vintage::Latest, name).quarter(year, 4)),
            millions(recast)
        );
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_slip_of_amazon_is_a_finding() {
    let amazon = facts("core/AMZN.json");
    let series = concept(&amazon, Vintage::First, "SalesRevenueNet");
    let end = "2012-12-31".parse().unwrap();
    let mut found = series.findings.iter().filter(|finding| finding.end == end);
    assert!(found.any(|finding| finding.kind == FindingKind::Differs));
    assert_eq!(
        value(concept(&amazon, Vintage::Latest, "SalesRevenueNet").quarter(2012, 4)),
        millions(21_268)
    );
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn a_date_after_the_filing_is_no_balance() {
    let walmart = facts("core/WMT.json");
    let name = "CashAndCashEquivalentsAtCarryingValue";
    let end = "2012-12-31".parse().unwrap();
    let series = concept(&walmart, Vintage::Latest, name);
    assert!(series.entries.iter().all(|entry| entry.end != end));
    let kind = FindingKind::EndsAfterFiling;
    assert!(series.findings.iter().any(|finding| finding.end == end && finding.kind == kind));
    assert_eq!(walmart.known(Vintage::Latest).accounting().ends_after_filing, 1);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn proxy_statements_do_not_disturb_palantir() {
    let palantir = facts("core/PLTR.json");
    let series = concept(&palantir, Vintage::Latest, "NetIncomeLoss");
    for entry in &series.entries {
        if let Ok(amount) = &entry.amount {
            assert!(amount.inputs.iter().all(|input| input.form.starts_with("10-")));
        }
    }
    assert_eq!(palantir.known(Vintage::Latest).accounting().other_form, 5);
    let shares =
        concept(&palantir, Vintage::Latest, "WeightedAverageNumberOfDilutedSharesOutstanding");
    let rerounded = shares.restatements.iter().filter(|r| r.class == RestatementClass::Rerounded);
    assert!(rerounded.count() > 0);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn statements_of_three_companies_hold() {
    let thousandfold = |text: &str| Ok(text.parse::<Decimal>().unwrap());
    type Case = (&'static str, i16, &'static [(Item, &'static str)], &'static [Item]);
    let cases: [Case; 3] = [
        (
            "two_years_all_concepts/aapl_companyfacts.json",
            2025,
            &[
                (Item::Revenue, "416161000000"),
                (Item::NetIncome, "112010000000"),
                (Item::StockBasedCompensation, "12863000000"),
                (Item::OtherIncome, "-321000000"),
                (Item::DividendsPerShare, "1.02"),
            ],
            &[Item::InterestExpense],
        ),
        (
            "two_years_all_concepts/wmt_companyfacts.json",
            2026,
            &[
                (Item::Revenue, "706413000000"),
                (Item::NetIncome, "21893000000"),
                (Item::InterestExpense, "2318000000"),
                (Item::DividendsPerShare, "0.94"),
                (Item::StockBasedCompensation, "3603000000"),
                (Item::InterestIncome, "368000000"),
                (Item::NetIncomeNoncontrolling, "377000000"),
            ],
            &[Item::GrossProfit, Item::OperatingExpenses, Item::ResearchAndDevelopment],
        ),
        (
            "two_years_all_concepts/jpm_companyfacts.json",
            2025,
            &[
                (Item::NetIncome, "57048000000"),
                (Item::InterestExpense, "97898000000"),
                (Item::DividendsPerShare, "5.8"),
                (Item::StockBasedCompensation, "3614000000"),
                (Item::InterestIncome, "28032000000"),
                (Item::AmortizationOfIntangibles, "292000000"),
            ],
            &[Item::CostOfRevenue, Item::GrossProfit, Item::OperatingIncome],
        ),
    ];
    for (file, year, expected, absent) in cases {
        let facts = facts(file);
        let known = facts.known(Vintage::Latest);
        for (item, number) in expected {
            assert_eq!(
                value(known.item(*item).series.year(year)),
                thousandfold(number),
                "{file} {item:?}"
            );
        }
        for item in absent {
            let found = value(known.item(*item).series.year(year));
            assert_eq!(found, Err(Absence::NotTagged), "{file} {item:?}");
        }
    }
    let apple = facts("two_years_all_concepts/aapl_companyfacts.json");
    let known = apple.known(Vintage::Latest);
    assert_eq!(value(known.item(Item::Revenue).series.quarter(2026, 2)), millions(111_184));
    let compensation = known.item(Item::StockBasedCompensation).series;
    assert_eq!(value(compensation.quarter(2026, 2)), millions(3528));
}

#[test]
fn quarters_add_up_from_the_year_to_date() {
    // First quarter, half, nine months and year of 100, 300, 450 and 600.
    let periods = [("03-31", 100), ("06-30", 300), ("09-30", 450), ("12-31", 600)];
    let ends = periods.map(|(end, _)| format!("2024-{end}"));
    let rows = periods.iter().zip(&ends).map(|((_, value), end)| Row {
        start: "2024-01-01",
        end,
        value: format!("{value}000000"),
        form: "10-K",
        fiscal_year: 2024,
        number: 1,
        filed: "2025-02-01",
    });
    let facts = super::made("Revenues", &rows.collect::<Vec<_>>());
    let series = concept(&facts, Vintage::Latest, "Revenues");
    let quarters: Vec<_> = (1..=4).map(|quarter| value(series.quarter(2024, quarter))).collect();
    assert_eq!(quarters, [100, 200, 150, 150].map(millions));
    assert_eq!(value(series.trailing(2024, 4)), millions(600));
    let amount = series.quarter(2024, 4).unwrap().amount.as_ref().unwrap();
    assert_eq!(amount.origin, Derivation::LessYearToDate);
    let formula = "2024-01-01..2024-12-31 - 2024-01-01..2024-09-30";
    assert!(amount.source().to_string().starts_with(formula), "{}", amount.source());
}

#[test]
fn the_quarters_of_agnc_add_up_across_years() {
    // Net income by quarter, in millions, and the year-to-date figures filed with it.
    let quarters = [[-181, 255, -423, 381], [412, -80, 313, 86], [15, -178, 764, 908]];
    let dates = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")];
    let mut figures = Vec::new();
    for (year, quarters) in (2023..).zip(quarters) {
        let mut sum = 0;
        for (number, ((start, end), quarter)) in dates.into_iter().zip(quarters).enumerate() {
            sum += quarter;
            let (form, filed) = match number {
                3 => ("10-K", format!("{}-02-15", year + 1)),
                _ => ("10-Q", format!("{year}-{:02}-10", number * 3 + 5)),
            };
            let end = format!("{year}-{end}");
            if number < 3 {
                figures.push((
                    format!("{year}-{start}"),
                    end.clone(),
                    quarter,
                    form,
                    filed.clone(),
                ));
            }
            if number > 0 {
                figures.push((format!("{year}-01-01"), end, sum, form, filed));
            }
        }
    }
    let rows = figures.iter().enumerate().map(|(number, (start, end, value, form, filed))| Row {
        start,
        end,
        value: format!("{value}000000"),
        form,
        fiscal_year: end[..4].parse().unwrap(),
        number,
        filed,
    });
    let facts = super::made("NetIncomeLoss", &rows.collect::<Vec<_>>());
    let series = concept(&facts, Vintage::Latest, "NetIncomeLoss");
    assert_eq!(value(series.trailing(2024, 3)), millions(1026));
    assert_eq!(value(series.trailing(2025, 3)), millions(687));
    assert_eq!(value(series.trailing(2025, 4)), millions(1509));
    assert_eq!(value(series.quarter(2025, 4)), millions(908));
}

/// A period and its value in millions.
type Given = (&'static str, &'static str, i64);

/// Makes a file of some concepts, each with years and quarters.
fn concepts(all: &[(&str, &[Given])]) -> CompanyFacts {
    let mut tags = serde_json::Map::new();
    for (name, rows) in all {
        let facts = rows.iter().map(|(start, end, value)| {
            let year: Date = end.parse().unwrap();
            let quarterly = (year - start.parse::<Date>().unwrap()).get_days() < 200;
            let filed = year.checked_add(jiff::Span::new().days(40)).unwrap();
            serde_json::json!({
                "start": start, "end": end, "val": value * 1_000_000,
                "accn": format!("0000000001-{:02}-{:06}", filed.year() % 100, filed.day_of_year()),
                "fy": year.year(), "form": if quarterly { "10-Q" } else { "10-K" },
                "filed": filed.to_string(),
            })
        });
        let facts: Vec<_> = facts.collect();
        tags.insert((*name).into(), serde_json::json!({"units": {"USD": facts}}));
    }
    let file = serde_json::json!({"facts": {"us-gaap": tags}});
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

const CONTRACTS: &str = "RevenueFromContractWithCustomerExcludingAssessedTax";

fn revenue(facts: &CompanyFacts) -> financials::companyfacts::ItemSeries {
    facts.known(Vintage::Latest).item(Item::Revenue)
}

#[test]
fn a_total_comes_before_its_slice() {
    // MetLife's contracts with customers are a thirtieth of its revenues.
    let year = |value| [("2024-01-01", "2024-12-31", value)];
    let facts = concepts(&[(CONTRACTS, &year(2_436)), ("Revenues", &year(77_084))]);
    let found = revenue(&facts);
    assert_eq!(value(found.series.year(2024)), millions(77_084));
    let differs: Vec<_> = found.candidates.iter().map(|candidate| candidate.differs).collect();
    assert_eq!(differs, [true, false]);

    // A bank that tags its contracts alone: the figure stands, with a warning.
    let facts = concepts(&[(CONTRACTS, &year(620)), ("InterestIncomeExpenseNet", &year(2_100))]);
    let found = revenue(&facts).series;
    assert_eq!(value(found.year(2024)), millions(620));
    assert!(found.findings.iter().any(|finding| finding.kind == FindingKind::Dwarfed));
}

#[test]
fn a_tag_given_up_gives_way_to_the_one_in_use() {
    // Nvidia's fiscal years under one tag, then under another.
    let old = [("2020-01-27", "2021-01-31", 16_675), ("2021-02-01", "2022-01-30", 26_914)];
    let new = [("2022-01-31", "2023-01-29", 26_974), ("2023-01-30", "2024-01-28", 60_922)];
    let facts = concepts(&[(CONTRACTS, &old), ("Revenues", &new)]);
    let series = revenue(&facts).series;
    let years: Vec<_> = (2021..=2024).map(|year| value(series.year(year))).collect();
    assert_eq!(years, [16_675, 26_914, 26_974, 60_922].map(millions));
    assert!(series.findings.iter().all(|finding| finding.kind != FindingKind::StaleTag));

    // A concept of the annual notes alone does not leave the quarters empty.
    let notes = [("2023-01-01", "2023-12-31", 98), ("2024-01-01", "2024-12-31", 107)];
    let statement = [
        ("2023-01-01", "2023-12-31", 100),
        ("2024-01-01", "2024-03-31", 26),
        ("2024-01-01", "2024-06-30", 53),
        ("2024-01-01", "2024-09-30", 81),
        ("2024-01-01", "2024-12-31", 110),
    ];
    let facts = concepts(&[(CONTRACTS, &notes), ("Revenues", &statement)]);
    let series = revenue(&facts).series;
    let quarters: Vec<_> = (1..=4).map(|quarter| value(series.quarter(2024, quarter))).collect();
    assert_eq!(quarters, [26, 27, 28, 29].map(millions));
    assert_eq!(value(series.year(2023)), millions(100));
}
