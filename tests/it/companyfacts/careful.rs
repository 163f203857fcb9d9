//! Figures that a careful analyst would have, and ones that would mislead.

use super::{
    Row,
    expected::{as_of, facts, millions, value},
};
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, Derivation, FindingKind, SeriesFinding, Vintage},
    undefined::Absence,
};

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn quarters_under_the_dates_of_another_year_are_struck() {
    // Amazon's 10-K for 2012 gives the four quarters of 2012 under the dates of 2011, and those of
    // 2011 under the dates of 2012. The quarters of 2011 are those of its 10-Qs, and make 48,077.
    let amazon = facts("core/AMZN.json");
    for vintage in [Vintage::Latest, Vintage::First, as_of("2013-06-01")] {
        let series = amazon.known(vintage).item(Item::Revenue).series;
        let quarters: Vec<_> =
            (1..=4).map(|quarter| value(series.quarter(2011, quarter))).collect();
        assert_eq!(quarters, [9857, 9913, 10_876, 17_431].map(millions), "{vintage:?}");
    }
    let series = amazon.known(Vintage::Latest).item(Item::Revenue).series;
    assert_eq!(value(series.trailing(2012, 1)), millions(61_093 - 21_268 - 26_640 + 38_220));
    let slips = series.findings.iter().filter(|finding| finding.kind == FindingKind::Slip);
    let slips: Vec<_> = slips.map(ToString::to_string).collect();
    assert_eq!(
        slips.first().map(String::as_str),
        Some("2011-01-01..2011-03-31: 13185000000 is a slip of one filing, 9857000000")
    );
    assert_eq!(slips.len(), 7);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn quarters_of_a_part_are_not_those_of_the_whole() {
    // General Electric's 10-K for 2016 gives quarters of 2,885, 2,771, 2,600 and 2,649 beside a year
    // of 123,693; the 10-Qs gave 27,845, 33,494 and 29,266.
    let electric = facts("core/GE.json");
    let first = electric.known(Vintage::First).item(Item::Revenue).series;
    let quarters: Vec<_> = (1..=4).map(|quarter| value(first.quarter(2016, quarter))).collect();
    assert_eq!(quarters, [27_845, 33_494, 29_266, 123_693 - 90_604].map(millions));
    assert_eq!(value(first.quarter(2009, 4)), millions(156_783 - 115_345));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn trailing_years_of_a_recast_company_are_there() {
    // Johnson & Johnson recast its quarters without Kenvue, but not the first half of 2022: the
    // twelve months are the four quarters that stand on one basis.
    let johnson = facts("core/JNJ.json");
    let known = johnson.known(Vintage::Latest);
    let series = known.item(Item::Revenue).series;
    let sum = 19_996 + 19_939 + 20_894 + 21_519;
    assert_eq!(value(series.trailing(2023, 2)), millions(sum));
    assert_eq!(value(series.trailing(2024, 2)), millions(21_351 + 21_395 + 21_383 + 22_447));
    assert_eq!(value(series.trailing(2022, 2)), Err(Absence::MixedVintage));
    // The third quarter of 2023 ties to the restated half, 63,764 less 42,413.
    let kinds = |fiscal_year, quarter| {
        let entry = series.quarter(fiscal_year, quarter).unwrap();
        let same = |f: &&SeriesFinding| (f.start, f.end) == (entry.start, entry.end);
        series.findings.iter().filter(same).map(|finding| finding.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(2023, 3), [FindingKind::Differs]);
    // Growth from 22,321 with Kenvue to 19,840 without it is no growth.
    assert_eq!(kinds(2022, 1), [FindingKind::YearAgoOnOtherBasis]);
    assert_eq!(kinds(2023, 1), []);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn another_measure_does_not_continue_a_series() {
    // JPMorgan's cash and due from banks was 23,372 at the end of 2024; with restricted cash and
    // deposits with banks it was 469,317, and 624,151 a year before.
    let bank = facts("two_years_all_concepts/jpm_companyfacts.json");
    let cash = bank.known(Vintage::Latest).item(Item::Cash);
    assert_eq!(value(cash.series.instant(2024, 4)), millions(23_372));
    let values = cash.series.entries.iter().filter_map(|entry| entry.amount.as_ref().ok());
    let largest = values.map(|amount| amount.value).max();
    assert_eq!(largest, Some(Decimal::from(23_759_000_000_i64)));
    let other = cash.candidates.iter().find(|candidate| candidate.differs).unwrap();
    assert_eq!(other.entries, 0);

    // Equity with and without noncontrolling interests is near enough to fill a year, and marked.
    let lpa = facts("full/LPA_CIK0001997711_IFRS.json");
    let equity = lpa.known(Vintage::Latest).item(Item::StockholdersEquity).series;
    let marked = equity.findings.iter().filter(|f| f.kind == FindingKind::OtherConcept);
    let ends: Vec<_> = marked.map(|finding| finding.end.to_string()).collect();
    assert_eq!(ends, ["2020-12-31", "2021-12-31"]);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn liabilities_that_are_not_tagged_are_assets_less_equity() {
    let walmart = facts("two_years_all_concepts/wmt_companyfacts.json");
    let series = walmart.known(Vintage::Latest).item(Item::TotalLiabilities).series;
    // Assets of 260,823, less all equity of 97,421 and redeemable noncontrolling interests of 271.
    // No filing of the file gives the latter for the end of January 2024.
    let amount = series.instant(2025, 4).unwrap().amount.as_ref().unwrap();
    assert_eq!(amount.value, Decimal::from(163_131_000_000_i64));
    assert_eq!(amount.origin, Derivation::StatementLines);
    assert!(amount.source().to_string().starts_with("Assets 2025-01-31 - "), "{}", amount.source());

    assert_eq!(value(series.instant(2024, 4)), Err(Absence::NotTagged));

    // Where companies tag the line, the two agree on every day, but for rounding.
    let mut days = 0;
    for (name, bytes) in super::files() {
        let all = CompanyFacts::parse(&bytes).unwrap();
        let known = all.known(Vintage::Latest);
        let tagged = known.item(Item::TotalLiabilities).series;
        let tagged = tagged.entries.iter().filter_map(|entry| {
            let amount = entry.amount.as_ref().ok()?;
            amount.origin.is_reported().then_some((entry.end, amount.value))
        });
        let tagged: Vec<_> = tagged.collect();
        let without = without_concepts(&bytes, &["Liabilities"]);
        let series = without.known(Vintage::Latest).item(Item::TotalLiabilities).series;
        for entry in series.entries {
            let (Ok(amount), Some((_, expected))) =
                (&entry.amount, tagged.iter().find(|(end, _)| *end == entry.end))
            else {
                continue;
            };
            days += 1;
            // Marvell gives one day in thousands and, later, in hundreds of thousands.
            let gap = (amount.value - expected).abs();
            assert!(gap <= Decimal::from(150_000), "{name} {}: {gap}", entry.end);
        }
    }
    assert!(days > 200, "{days}");
}

/// Reads a file without some concepts.
pub(crate) fn without_concepts(bytes: &[u8], names: &[&str]) -> CompanyFacts {
    let mut file: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    for concepts in file["facts"].as_object_mut().unwrap().values_mut() {
        concepts.as_object_mut().unwrap().retain(|name, _| !names.contains(&name.as_str()));
    }
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn an_ifrs_filer_has_its_operating_cash_flow() {
    // With the other two flows and the effect of exchange rates it makes the change in cash.
    let lpa = facts("full/LPA_CIK0001997711_IFRS.json");
    let known = lpa.known(Vintage::Latest);
    let year = |name: &str| {
        let series = known.concept("ifrs-full", name).remove(0);
        value(series.year(2024)).unwrap()
    };
    let operating = value(known.item(Item::OperatingCashFlow).series.year(2024)).unwrap();
    assert_eq!(operating, Decimal::from(19_391_563));
    let others = [
        "CashFlowsFromUsedInInvestingActivities",
        "CashFlowsFromUsedInFinancingActivities",
        "EffectOfExchangeRateChangesOnCashAndCashEquivalents",
    ];
    let sum = operating + others.map(year).iter().sum::<Decimal>();
    assert_eq!(sum, year("IncreaseDecreaseInCashAndCashEquivalents"));
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn one_count_restated_to_the_last_digit_is_a_split() {
    // Shopify split ten for one in June 2022: 127,364,735 shares of 2021 became 1,273,647,350. No
    // later filing restates 2019 and 2020.
    let shopify = facts("core/SHOP.json");
    let shares = shopify.known(Vintage::Latest).item(Item::SharesDiluted);
    let splits: Vec<_> =
        shares.share_basis.unwrap().splits.iter().map(|s| (s.new, s.old)).collect();
    assert_eq!(splits, [(10, 1)]);
    let year = |year| value(shares.series.year(year));
    assert_eq!(year(2020), Ok(Decimal::from(1_234_632_740)));
    assert_eq!(year(2021), Ok(Decimal::from(1_273_647_350)));
    assert!(shares.series.year(2020).unwrap().amount.as_ref().unwrap().split_adjusted);
    // Before the split nobody knew of it.
    let then = shopify.known(as_of("2022-03-01")).item(Item::SharesDiluted);
    assert_eq!(value(then.series.year(2020)), Ok(Decimal::from(123_463_274)));
}

#[test]
fn a_slip_of_one_digit_is_no_split() {
    let row = |start: &str, end: &str, value: i64, accession: &str, filed: &str| {
        serde_json::json!({"start": start, "end": end, "val": value, "accn": accession,
            "fy": 2024, "form": "10-K", "filed": filed})
    };
    let (first, second) = ("0000000001-24-000001", "0000000001-25-000001");
    let facts = |beside: i64| {
        let rows = [
            row("2023-01-01", "2023-12-31", 127_364_735, first, "2024-02-01"),
            row("2023-01-01", "2023-12-31", 1_273_647_350, second, "2025-02-01"),
            row("2024-01-01", "2024-12-31", beside, second, "2025-02-01"),
        ];
        let name = "WeightedAverageNumberOfDilutedSharesOutstanding";
        let file = serde_json::json!({"facts": {"us-gaap": {name: {"units": {"shares": rows}}}}});
        CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
    };
    let splits = |facts: &CompanyFacts| {
        let shares = facts.known(Vintage::Latest).item(Item::SharesDiluted);
        shares.share_basis.unwrap().splits.len()
    };
    assert_eq!(splits(&facts(1_280_000_000)), 1);
    assert_eq!(splits(&facts(128_000_000)), 0);
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn counts_of_another_scale_are_marked() {
    // AT&T tagged 5,923 and 5,922 shares for the second and third quarters of 2009: millions.
    let telephone = facts("core/T.json");
    let shares = telephone.known(Vintage::Latest).item(Item::SharesDiluted).series;
    let marked = shares.findings.iter().filter(|f| f.kind == FindingKind::OtherScale);
    let mut marked: Vec<_> = marked.map(|f| (f.end.to_string(), f.reported.to_string())).collect();
    marked.sort();
    let quarters = [("2009-06-30", "5923"), ("2009-09-30", "5922")];
    for (end, count) in quarters {
        assert!(marked.contains(&(end.into(), count.into())), "{marked:?}");
    }
    assert!(marked.iter().all(|(end, _)| end.starts_with("2009-")), "{marked:?}");
}

const YEARS: [[(&str, &str); 4]; 2] = [
    [
        ("2023-01-01", "2023-03-31"),
        ("2023-04-01", "2023-06-30"),
        ("2023-07-01", "2023-09-30"),
        ("2023-10-01", "2023-12-31"),
    ],
    [
        ("2024-01-01", "2024-03-31"),
        ("2024-04-01", "2024-06-30"),
        ("2024-07-01", "2024-09-30"),
        ("2024-10-01", "2024-12-31"),
    ],
];

/// Makes two annual reports: that of 2023, and that of 2024 with 2023 beside it. The quarters of
/// the last list are those of 2023 as the second report gives them.
fn two_reports(first: [i64; 4], second: [i64; 4], again: [i64; 4]) -> CompanyFacts {
    let mut rows = Vec::new();
    let mut report = |filed: &'static str,
                      number,
                      dates: [(&'static str, &'static str); 4],
                      quarters: [i64; 4],
                      year: i64| {
        let whole = (dates[0].0, dates[3].1);
        let all = dates.into_iter().zip(quarters).chain([(whole, year)]);
        rows.extend(all.map(|((start, end), millions)| Row {
            start,
            end,
            value: format!("{millions}000000"),
            form: "10-K",
            fiscal_year: 2024,
            number,
            filed,
        }));
    };
    report("2024-02-01", 1, YEARS[0], first, first.iter().sum());
    report("2025-02-01", 2, YEARS[1], second, second.iter().sum());
    let year = if again == second { first.iter().sum() } else { again.iter().sum() };
    report("2025-02-01", 2, YEARS[0], again, year);
    super::made("Revenues", &rows)
}

#[test]
fn a_filing_that_contradicts_its_own_year_has_slipped() {
    let (first, second) = ([1010, 1020, 1030, 1040], [1210, 1220, 1230, 1240]);
    let quarters = |facts: &CompanyFacts| {
        let series = facts.known(Vintage::Latest).item(Item::Revenue).series;
        let values = [1, 2, 3, 4].map(|quarter| value(series.quarter(2023, quarter)));
        let kinds: Vec<_> = series.findings.iter().map(|finding| finding.kind).collect();
        (values, kinds)
    };
    // The second report repeats the quarters of 2024 under the dates of 2023: they are struck.
    let facts = two_reports(first, second, second);
    assert_eq!(quarters(&facts), (first.map(millions), vec![FindingKind::Slip; 4]));
    assert_eq!(facts.known(Vintage::Latest).accounting().superseded, 4);
    // It moves revenue between the quarters of 2023, or restates them with their year: they stand.
    for again in [[1000, 1030, 1020, 1050], [910, 920, 930, 940]] {
        let facts = two_reports(first, second, again);
        assert_eq!(quarters(&facts), (again.map(millions), vec![]));
    }
}

#[test]
fn growth_across_a_restatement_is_marked() {
    // A third report restates 2024 alone: growth on 2023 is on two bases then, and was not before.
    let facts =
        two_reports([1010, 1020, 1030, 1040], [1210, 1220, 1230, 1240], [1010, 1020, 1030, 1040]);
    let text = serde_json::to_string(&facts).unwrap();
    let marked = |facts: &CompanyFacts| {
        let series = facts.known(Vintage::Latest).item(Item::Revenue).series;
        let marks = series.findings.iter().filter(|f| f.kind == FindingKind::YearAgoOnOtherBasis);
        marks.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(marked(&facts), [""; 0]);
    let row = concat!(
        r#""facts":[{"start":"2024-01-01","end":"2024-12-31","value":"3900000000","#,
        r#""accession":"0000000001-26-000001","filed":"2026-02-01","form":"annual","#,
        r#""form_index":0,"fiscal_year":2025},"#
    );
    let later = serde_json::from_str(&text.replace(r#""facts":["#, row)).unwrap();
    assert_eq!(
        marked(&later),
        ["2024-01-01..2024-12-31: 3900000000 is on another basis than a year before, 4100000000"]
    );
}
