//! Filed figures that a factor of a thousand or a million speaks against: they are doubted like a
//! claim, and the diagnosis names the filing.

use financials::{
    Accuracy, Currency, Figure, FiscalCalendar, IncomeStatement, Item, Period, Report, Stated,
    report::{PerShareData, ShareCounts},
    tieout::{Claim, Network, Ruling, Verdict},
};
use rust_decimal::Decimal;

/// A year of which a filing counts its diluted shares and earns so much, and so much for each.
fn year(year: u16, shares: i64, earnings: Option<(i64, &str)>) -> Report {
    let period: Period = format!("{year}-01-01..{year}-12-31").parse().unwrap();
    let filed = |value: Decimal| Figure::new(value, Accuracy::Unknown).unwrap();
    let counts = ShareCounts::in_units().shares_diluted(filed(shares.into()));
    let mut report = Report::builder("X", period, Currency::USD).share_counts(counts);
    if let Some((net_income, each)) = earnings {
        let income = IncomeStatement::in_units().net_income(filed(net_income.into()));
        let each = PerShareData::in_units().eps_diluted(filed(each.parse().unwrap()));
        report = report.income(income).per_share(each);
    }
    report.build().unwrap()
}

fn ruled(reports: &[Report], claims: &[(Item, &str, &str)]) -> Vec<Ruling> {
    let mut network = Network::new();
    for report in reports {
        network.add_report("X", report, &FiscalCalendar::CALENDAR_YEAR);
    }
    for (at, (item, period, text)) in claims.iter().enumerate() {
        let claim = Claim::new(format!("c{at}"), *item, Stated::parse(text).unwrap());
        network.add(claim.of("X").during(*period));
    }
    network.tie_out().rulings().to_vec()
}

const SHARES: Item = Item::SharesDiluted;

#[test]
fn a_filed_count_in_millions_among_counts_in_units_does_not_convict() {
    let reports =
        [year(2021, 751_800_000, None), year(2022, 741_300_000, None), year(2023, 732, None)];
    let found = &ruled(&reports, &[(SHARES, "FY2023", "732.3 million shares")])[0];
    assert_eq!(found.verdict(), Verdict::InConflict, "{found}");
    let [diagnosis] = found.diagnoses() else { panic!("{found}") };
    assert_eq!((diagnosis.change.as_str(), diagnosis.value), ("scale", Decimal::from(732_300_000)));
    assert_eq!(diagnosis.to, "the filed figure times 1000000");
    assert!(
        found.to_string().contains("would be right as 732300000 (the filed figure times 1000000)"),
        "{found}"
    );
}

#[test]
fn earnings_per_share_say_at_which_scale_shares_are_counted() {
    let earnings = Some((8_468_800_000, "11.56"));
    let claim = (SHARES, "FY2023", "732.3 million shares");
    // All years in millions: the earnings of the same filing speak against its count.
    let found = &ruled(&[year(2022, 741, None), year(2023, 732, earnings)], &[claim])[0];
    assert_eq!(found.verdict(), Verdict::InConflict, "{found}");
    // And for it, whatever other years are counted in.
    let others = [year(2021, 752, None), year(2022, 741, None), year(2023, 732_300_000, earnings)];
    let found = &ruled(&others, &[(SHARES, "FY2023", "732 shares")])[0];
    assert_eq!(found.verdict(), Verdict::Contradicted, "{found}");
}

#[test]
fn a_claim_at_another_scale_than_all_that_is_filed_is_contradicted() {
    let reports = [
        year(2021, 751_800_000, None),
        year(2022, 741_300_000, None),
        year(2023, 732_300_000, None),
    ];
    for text in ["732.3 billion shares", "732,300 shares", "732 shares"] {
        let found = &ruled(&reports, &[(SHARES, "FY2023", text)])[0];
        assert_eq!(found.verdict(), Verdict::Contradicted, "{found}");
        assert!(found.diagnoses().iter().all(|it| !it.to.contains("filed")), "{found}");
    }
}

#[test]
fn a_wrong_claim_beside_a_count_in_millions_is_no_matter_of_scale() {
    let reports =
        [year(2021, 751_800_000, None), year(2022, 741_300_000, None), year(2023, 732, None)];
    let found = &ruled(&reports, &[(SHARES, "FY2023", "739.3 million shares")])[0];
    assert_eq!(found.verdict(), Verdict::Contradicted, "{found}");
}

#[test]
fn without_other_periods_nothing_speaks_against_the_filing() {
    let found = &ruled(&[year(2023, 732, None)], &[(SHARES, "FY2023", "732.3 million shares")])[0];
    assert_eq!(found.verdict(), Verdict::Contradicted, "{found}");
}
