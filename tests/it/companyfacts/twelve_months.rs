//! Twelve months of earnings per share with a quarter whose own amount is in no filing.

use super::weighted::quarters;
use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, Derivation, FindingKind, Vintage},
    metrics,
    period::PeriodKind,
};

/// A year of losses that ends with a profit, and a year of profits: income and diluted shares of
/// each quarter, in millions; those of the profit that ends the first year are in no filing.
const INCOME: [[i64; 4]; 2] = [[-210, -190, -670, 200], [180, 190, 1900, 400]];
const DILUTED: [[i64; 4]; 2] = [[865, 866, 866, 866], [876, 870, 864, 869]];

fn file() -> CompanyFacts {
    quarters(&INCOME, &DILUTED)
}

#[test]
fn twelve_months_with_a_quarter_of_a_year_of_losses_are_income_over_weighted_shares() {
    let facts = file();
    let known = facts.known(Vintage::Latest);
    let series = known.item(Item::EpsDiluted).series;
    assert!(series.quarter(2023, 4).unwrap().amount.is_err());
    let entry = series.trailing(2024, 3).unwrap();
    let amount = entry.amount.as_ref().unwrap();
    assert_eq!(amount.origin, Derivation::WeightedShares);
    // 2,470 over (92 × 866 + 91 × 876 + 91 × 870 + 92 × 864) ÷ 366.
    assert_eq!(amount.value.round_dp(6), "2.842419".parse::<Decimal>().unwrap());
    let marks = series.findings.iter().filter(|f| f.kind == FindingKind::PerShareConvention);
    let marks: Vec<_> = marks.map(|finding| (finding.start, finding.end)).collect();
    assert!(marks.contains(&(entry.start, entry.end)), "{marks:?}");
    let source = amount.source().to_string();
    assert!(source.starts_with("(NetIncomeLoss 2023-01-01..2023-12-31 + "), "{source}");
    assert!(source.contains(") / weighted by days (WeightedAverage"), "{source}");
    // Of a loss there is none, and twelve months of four amounts that are there are their sum.
    let trailing = series.entries.iter().filter(|it| it.kind == PeriodKind::TrailingTwelveMonths);
    assert_eq!(trailing.count(), 1);
}

#[test]
fn the_metric_takes_them() {
    let history = file().known(Vintage::Latest).history().unwrap();
    let quarter = |end: &str| {
        let mut reports = history.reports().iter().map(|report| report.period());
        let period =
            reports.find(|it| it.kind() == PeriodKind::Quarter && it.end() == end.parse().unwrap());
        metrics::EPS_TTM.value(history.view(&period.unwrap()).unwrap())
    };
    let of = |end| quarter(end).unwrap().number().round_dp(2).to_string();
    assert_eq!(of("2024-09-30"), "2.84");
    // Twelve months that are a loss have none.
    assert!(quarter("2024-03-31").is_err());
}
