//! Claims held against the facts of filings.

use financials::{
    Measure, Stated,
    companyfacts::Vintage,
    tieout::{Claim, Network, TieOut, Verdict},
    xbrl::{Facts, Filings},
};

use super::written::Written;

/// Holds claims against filings: each a measure, a period and a text.
fn tie_out(filings: &[&Facts], claims: &[(&str, &str, &str)]) -> TieOut {
    let mut all = Filings::new();
    for facts in filings {
        all.add_unlisted(facts).unwrap();
    }
    let mut network = Network::new();
    network.add_history("ACME", &all.history(Vintage::Latest).unwrap());
    for (at, (measure, period, text)) in claims.iter().enumerate() {
        let measure: Measure = measure.parse().unwrap();
        let claim = Claim::new(at.to_string(), measure, Stated::parse(text).unwrap());
        network.add(claim.of("ACME").during(*period));
    }
    network.tie_out()
}

fn verdicts(filings: &[&Facts], claims: &[(&str, &str, &str)]) -> Vec<Verdict> {
    tie_out(filings, claims).rulings().iter().map(|ruling| ruling.verdict()).collect()
}

/// The first quarter of 2025 with the balances at its end and at that of the year before.
fn quarter() -> Written {
    let (q1, ago) = ("2025-01-01..2025-03-31", "2024-01-01..2024-03-31");
    Written::report("c:0000000001", "10-Q", ("2025", "Q1"), q1)
        .text("d:CurrentFiscalYearEndDate", q1, "--12-31")
        .money("g:Revenues", q1, 120_000_000, -6)
        .money("g:Revenues", ago, 100_000_000, -6)
        .money("g:Assets", "2025-03-31", 930_000_000, -6)
        .money("g:Assets", "2024-12-31", 900_000_000, -6)
}

#[test]
fn balances_at_the_end_of_last_year_are_those_of_a_quarterly_report_too() {
    let quarter = quarter().read();
    let claims = |text| {
        ["2024-12-31", "December 31, 2024", "2024Q4", "FY2024"]
            .map(|period| ("total_assets", period, text))
    };
    assert_eq!(verdicts(&[&quarter], &claims("$900 million")), [Verdict::Consistent; 4]);
    // Each by itself, since they would be four against one.
    for claim in claims("$950 million") {
        assert_eq!(verdicts(&[&quarter], &[claim]), [Verdict::Contradicted], "{claim:?}");
    }
}

const Q1: &str = "2025-01-01..2025-03-31";

#[test]
fn of_numbers_that_contradict_each_other_neither_accuses() {
    let twice = quarter().money("g:Revenues", Q1, 140_000_000, -6).read();
    for text in ["$120 million", "$140 million", "$150 million"] {
        let claim = [("revenue", "2025Q1", text)];
        assert_eq!(verdicts(&[&twice], &claim), [Verdict::Undetermined], "{text}");
    }
    // One that is finer, and agrees, is no contradiction.
    let finer = quarter().money("g:Revenues", Q1, 120_400_000, -5).read();
    let claim = [("revenue", "2025Q1", "$120.4 million")];
    assert_eq!(verdicts(&[&finer], &claim), [Verdict::Consistent]);
}

#[test]
fn money_is_in_a_unit_of_its_standard_and_not_of_its_name() {
    let points = ("500000000", "t:USD");
    let points = quarter().number("g:Revenues", Q1, points, Some(-3)).read();
    let claim = [("revenue", "2025Q1", "$120 million")];
    assert_eq!(verdicts(&[&points], &claim), [Verdict::Consistent]);
    let only = Written::report("c:0000000001", "10-Q", ("2025", "Q1"), Q1)
        .money("g:Assets", "2025-03-31", 930_000_000, -6)
        .money("g:NetIncomeLoss", Q1, 9_000_000, -6)
        .number("g:Revenues", Q1, ("500000000", "t:USD"), Some(-3))
        .read();
    let claim = [("revenue", "2025Q1", "$120 million")];
    assert_eq!(verdicts(&[&only], &claim), [Verdict::Undetermined]);
}

#[test]
fn facts_of_another_entity_are_not_those_of_the_filing() {
    // A parent's numbers in the filing of its subsidiary, and more of them than of its own.
    let parent = quarter()
        .about("c:0000000002")
        .money("g:Revenues", Q1, 999_000_000, -6)
        .money("g:Assets", "2025-03-31", 9_000_000_000, -6)
        .money("g:Liabilities", "2025-03-31", 8_000_000_000, -6)
        .money("g:NetIncomeLoss", Q1, 99_000_000, -6)
        .money("g:OperatingIncomeLoss", Q1, 199_000_000, -6)
        .text("d:EntityRegistrantName", Q1, "Parent")
        .read();
    let claims = [
        ("revenue", "2025Q1", "$120 million"),
        ("total_assets", "2025Q1", "$930 million"),
        ("net_income", "2025Q1", "$7 million"),
    ];
    let expected = [Verdict::Consistent, Verdict::Consistent, Verdict::Undetermined];
    assert_eq!(verdicts(&[&parent], &claims), expected);
    assert_eq!(parent.cover().company(), Some("Acme"));
}

#[test]
fn a_number_of_which_nothing_is_known_accuses_nobody() {
    for accuracy in ["precision='0'", "decimals='-128'", "decimals='-20'", "decimals='-900'"] {
        let facts = super::read(&super::instance(&format!(
            "<g:Revenues xmlns:g='http://fasb.org/us-gaap/2009-01-31' contextRef='q' unitRef='usd' \
             {accuracy}>1234567</g:Revenues>"
        )));
        for text in ["$1,234,567", "$1.3 million", "$12 million", "$0"] {
            let found = verdicts(&[&facts], &[("revenue", "2025-04-01..2025-06-30", text)]);
            assert_ne!(found, [Verdict::Contradicted], "{accuracy} {text}");
        }
    }
    let zero = super::read(&super::instance(
        "<g:Revenues xmlns:g='http://fasb.org/us-gaap/2009-01-31' contextRef='q' unitRef='usd' \
         precision='3'>0</g:Revenues>",
    ));
    let claim = [("revenue", "2025-04-01..2025-06-30", "$0.3 million")];
    assert_ne!(verdicts(&[&zero], &claim), [Verdict::Contradicted]);
}

#[test]
fn a_derived_quarter_is_as_precise_as_what_it_is_derived_from() {
    let (year, nine) = ("2024-01-01..2024-12-31", "2024-01-01..2024-09-30");
    let annual = Written::report("c:0000000001", "10-K", ("2024", "FY"), year)
        .money("g:Revenues", year, 1_000_000_000, -6)
        .read();
    let third = Written::report("c:0000000001", "10-Q", ("2024", "Q3"), nine)
        .money("g:Revenues", nine, 700_000_000, -6)
        .money("g:Revenues", "2024-07-01..2024-09-30", 240_000_000, -6)
        .read();
    for (text, expected) in [
        ("$300 million", Verdict::Consistent),
        ("$301 million", Verdict::Consistent),
        ("$299 million", Verdict::Consistent),
        ("$302 million", Verdict::Contradicted),
        ("$303 million", Verdict::Contradicted),
        ("$298 million", Verdict::Contradicted),
    ] {
        let found = verdicts(&[&annual, &third], &[("revenue", "2024Q4", text)]);
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn an_insurers_cost_of_revenue_is_not_the_cost_of_its_products_alone() {
    let year = "2024-01-01..2024-12-31";
    // A health plan with pharmacies: medical costs stand beside the cost of products sold.
    let plan = Written::report("c:0000000001", "10-K", ("2024", "FY"), year)
        .money("g:Revenues", year, 400_278_000_000, -6)
        .money("g:PolicyholderBenefitsAndClaimsIncurredHealthCare", year, 264_185_000_000, -6)
        .money("g:CostOfGoodsAndServicesSold", year, 46_694_000_000, -6)
        .money("g:OperatingIncomeLoss", year, 32_287_000_000, -6)
        .read();
    // Whatever it calls its gross margin, 88.3% is not on record, and no claim is held to it.
    for text in ["88.3%", "22%"] {
        let found = verdicts(&[&plan], &[("gross_margin", "FY2024", text)]);
        assert_eq!(found, [Verdict::Undetermined], "{text}");
    }
    let report = plan.report(&Default::default()).unwrap();
    assert_eq!(report.figure(financials::Item::CostOfRevenue), None);
}
