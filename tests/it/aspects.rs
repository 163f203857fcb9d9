//! What is guided, expected or a surprise, held against the figures that it follows from.

use financials::{
    Accuracy, Basis, Decimal, Figure, Item, Measure, Stated,
    tieout::{Claim, Evidence, Network, Reason, Ruling, TieOut, Verdict},
};
use proptest::prelude::*;

fn claim(id: &str, measure: &str, period: &str, figure: impl Into<Evidence>) -> Claim {
    Claim::new(id, measure.parse::<Measure>().unwrap(), figure).of("PLTR").during(period)
}

fn stated(text: &str) -> Stated {
    Stated::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn tied_out(claims: impl IntoIterator<Item = Claim>) -> TieOut {
    let mut network = Network::new();
    for claim in claims {
        network.add(claim);
    }
    network.tie_out()
}

/// Statements of one company that hold together: measure, period, figure.
const TRUE: &[(&str, &str, &str)] = &[
    ("guidance:revenue", "FY2025", "$4.142 billion to $4.150 billion"),
    ("revenue", "FY2024", "$2,866 million"),
    ("guidance:revenue:us_commercial", "FY2025", "in excess of $1.302 billion"),
    ("revenue:us_commercial", "FY2024", "$702 million"),
    ("revenue", "2025Q2", "$1.004 billion"),
    ("consensus:revenue", "2025Q2", "$939.3 million"),
    ("revenue:us_commercial", "2025Q2", "$306 million"),
    ("share_price", "2025-10-24", "$180.00"),
    ("eps_ttm", "2025-10-24", "$0.30"),
    ("market_cap", "2025-10-24", "$420 billion"),
    ("revenue", "TTM 2025-10-24", "$3.44 billion"),
    ("price_target:street", "2025-10-24", "$65 to $215"),
    ("price_target", "2025-10-24", "$216.00"),
];

/// A claim beside those, with a figure that can be right and one that cannot.
const CLAIMS: &[(&str, &str, &str, &str)] = &[
    // (4,142 + 4,150) / 2 is 4,146; (4,150 - 4,142) / 2 is 4, which is 0.0965% of it.
    ("guidance_midpoint:revenue", "FY2025", "$4.146 billion", "$4.143 billion"),
    ("revenue_guidance_midpoint", "FY2025", "$4.15 billion", "$4.14 billion"),
    ("guidance_half_width:revenue", "FY2025", "$4 million", "$8 million"),
    ("guidance_half_width:revenue", "FY2025", "0.1%", "0.2%"),
    ("guidance_low:revenue", "FY2025", "$4.142 billion", "$4.143 billion"),
    ("revenue_guidance_high", "FY2025", "$4.15 billion", "$4.16 billion"),
    ("guidance:revenue", "FY2025", "about $4.15 billion", "$4.3 billion"),
    // The same range, stated again to the same place, has the same ends.
    ("guidance:revenue", "FY2025", "$4.142-4.150 billion", "$4.142-4.151 billion"),
    // 4,142 / 2,866 and 4,150 / 2,866 are 1.4452 and 1.4480, and their mean 1.4466.
    ("guidance:revenue_growth", "FY2025", "45%", "46%"),
    ("guidance_low:revenue_growth", "FY2025", "44.5%", "44.8%"),
    ("guidance_midpoint:revenue_growth", "FY2025", "44.7%", "44.5%"),
    // 1,302 / 702 is 1.855: what is more than that is at least 85%, and cannot be 80%.
    ("guidance:revenue_growth:us_commercial", "FY2025", "at least 85%", "80%"),
    // 1,004 less 939.3 is 64.7, which is 6.89% of 939.3.
    ("surprise:revenue", "2025Q2", "6.9%", "9%"),
    ("revenue_surprise", "2025Q2", "$65 million", "$66 million"),
    ("surprise_amount:revenue", "2025Q2", "$65 million", "$75 million"),
    // 306 / 1,004 is 30.5%.
    ("revenue_share:us_commercial", "2025Q2", "30%", "35%"),
    // 180 / 0.30 is 600; 420 / 3.44 is 122.
    ("trailing_pe", "2025-10-24", "600x", "500x"),
    ("price_to_sales", "2025-10-24", "122x", "135x"),
    // 216 / 180 is 1.2, and 65 / 180 to 215 / 180 is 0.361 to 1.194.
    ("upside", "2025-10-24", "20%", "25%"),
    ("upside:street", "2025-10-24", "up to 19%", "30%"),
    ("upside:street", "2025-10-24", "-64%", "-70%"),
];

#[test]
fn a_claim_follows_from_what_was_guided_expected_and_reported() {
    for (measure, period, right, wrong) in CLAIMS {
        for (text, verdict) in [(right, Verdict::Consistent), (wrong, Verdict::Contradicted)] {
            let rows = TRUE.iter().enumerate();
            let claims = rows.map(|(at, row)| claim(&at.to_string(), row.0, row.1, stated(row.2)));
            // The others are on record, as they would be in a filing, by being said twice.
            let again = TRUE.iter().map(|row| claim("again", row.0, row.1, stated(row.2)));
            let tested = claim("claim", measure, period, stated(text));
            let tie_out = tied_out(claims.chain(again).chain([tested]));
            let found = tie_out.ruling("claim").unwrap();
            assert_eq!(found.verdict(), verdict, "{measure} {text}: {found}");
            let others = tie_out.rulings().iter().filter(|found| found.id() != "claim");
            for other in others {
                assert!(!other.verdict().is_accused(), "{measure} {text}: {other}");
            }
        }
    }
}

#[test]
fn a_conflict_names_the_rule_and_the_words_the_aspect() {
    let tie_out = tied_out([
        claim("range", "guidance:revenue", "FY2025", stated("$4.142-4.150 billion")),
        claim("same", "guidance:revenue", "FY2025", stated("$4.142-4.150 billion")),
        claim("middle", "guidance_midpoint:revenue", "FY2025", stated("$4.143 billion")),
    ]);
    assert_eq!(
        tie_out.ruling("middle").unwrap().to_string(),
        "contradicted: PLTR guidance_midpoint:revenue FY2025 \"$4.143 billion\" admits \
         [4142500000, 4143500000]; what is not contradicted admits [4145500000, 4146500000]; \
         it cannot hold together with range (guidance:revenue FY2025 \"$4.142 billion to \
         $4.150 billion\" in [4141500000, 4150500000]), where guidance_midpoint is \
         (guidance_low + guidance_high) / 2"
    );
    // Either may be at fault where there are but two.
    let tie_out = tied_out([
        claim("range", "guidance:revenue", "FY2025", stated("$4.142-4.150 billion")),
        claim("middle", "guidance_midpoint:revenue", "FY2025", stated("$4.143 billion")),
    ]);
    let is_tied = |found: &Ruling| found.verdict() == Verdict::InConflict && found.is_tied();
    assert!(tie_out.rulings().iter().all(is_tied));
}

#[test]
fn what_is_guided_is_not_what_came_out() {
    let tie_out = tied_out([
        claim("actual", "revenue", "FY2025", stated("$4.475 billion")),
        claim("guided", "guidance:revenue", "FY2025", stated("$4.142-4.150 billion")),
        claim("expected", "consensus:revenue", "FY2025", stated("$4.17 billion")),
        // Quarters that are guided do not add up to the year that was guided at another time.
        claim("q1", "guidance:revenue", "2025Q1", stated("$2 billion")),
        claim("q2", "guidance:revenue", "2025Q2", stated("$2 billion")),
        claim("q3", "guidance:revenue", "2025Q3", stated("$2 billion")),
        claim("q4", "guidance:revenue", "2025Q4", stated("$2 billion")),
    ]);
    for found in tie_out.rulings() {
        assert_eq!(found.reason(), Some(Reason::NothingElse), "{found}");
    }
    // A surprise is against the consensus of its own basis.
    let eps = |id: &str, measure: &str, text: &str| claim(id, measure, "2025Q2", stated(text));
    let tie_out = tied_out([
        eps("actual", "eps_diluted", "$0.13").on(Basis::Gaap),
        eps("adjusted", "eps_diluted", "$0.16").on(Basis::Adjusted),
        eps("expected", "consensus:eps_diluted", "$0.14").on(Basis::Adjusted),
        eps("right", "surprise:eps_diluted", "$0.02").on(Basis::Adjusted),
        eps("other", "surprise:eps_diluted", "-$0.01").on(Basis::Gaap),
    ]);
    assert_eq!(tie_out.ruling("right").unwrap().verdict(), Verdict::Consistent);
    assert_eq!(tie_out.ruling("other").unwrap().verdict(), Verdict::Undetermined);
    // A surprise over a consensus of nothing has no meaning, as a part of it.
    let tie_out = tied_out([
        eps("actual", "eps_diluted", "$0.13"),
        claim("expected", "consensus:eps_diluted", "2025Q2", Decimal::ZERO),
        eps("surprise", "surprise:eps_diluted", "13%"),
    ]);
    let found = tie_out.ruling("surprise").unwrap();
    assert_eq!(
        (found.verdict(), found.reason().unwrap().code()),
        (Verdict::NotMeaningful, "zero_denominator",)
    );
}

#[test]
fn a_surprise_implies_the_consensus() {
    let of = |actual: &str, surprise: &str| {
        let tie_out = tied_out([
            claim("actual", "eps_diluted", "2025Q2", stated(actual)),
            claim("surprise", "surprise:eps_diluted", "2025Q2", stated(surprise)),
        ]);
        let consensus: Measure = "consensus:eps_diluted".parse().unwrap();
        let bounds = tie_out.bounds("PLTR", consensus, "2025Q2", None).unwrap();
        format!("{bounds:.4}")
    };
    // 0.155 / 1.145 to 0.165 / 1.135.
    assert_eq!(of("$0.16", "14%"), "(0.1353, 0.1454)");
    // A loss of 0.16 that was 20% less than expected: 0.155 / 0.805 to 0.165 / 0.795.
    assert_eq!(of("-$0.16", "20%"), "(-0.2076, -0.1925)");
    // Where the result is as expected the two are alike.
    assert_eq!(of("$0.16", "0%"), "(0.1542, 0.1659)");
}

#[test]
fn a_figure_in_another_unit_is_not_compared() {
    for (measure, text, has_unit) in [
        ("revenue", "48%", false),
        ("revenue", "3x", false),
        ("revenue", "1.004 billion", true),
        ("net_margin", "$0.16", false),
        ("net_margin", "0.16", true),
        ("pe_ttm_diluted", "40x", true),
        ("pe_ttm_diluted", "$40", false),
        ("debt_to_equity", "45%", true),
        ("days_sales_outstanding", "45 days", true),
        ("days_sales_outstanding", "45x", false),
        ("revenue", "45 days", false),
        ("shares_outstanding", "$2 billion", false),
        ("eps_diluted", "$0.13", true),
        ("guidance:revenue", "45%", false),
        ("surprise:revenue", "45%", true),
        ("surprise:net_margin", "120 bps", true),
        ("guidance_half_width:revenue", "2%", true),
        ("revenue_share:us", "$3 million", false),
        ("contract_value:army", "45%", true),
    ] {
        let tie_out = tied_out(["a", "b"].map(|id| claim(id, measure, "FY2025", stated(text))));
        let expected = if has_unit { None } else { Some("units_differ") };
        for found in tie_out.rulings() {
            assert_eq!(found.reason().map(Reason::code), expected, "{measure} {text}: {found}");
        }
    }
    let tie_out = tied_out([claim("a", "revenue", "FY2025", stated("48%"))]);
    assert_eq!(
        tie_out.ruling("a").unwrap().to_string(),
        "undetermined: PLTR revenue FY2025 \"48%\" admits [0.475, 0.485]; revenue has another \
         unit than ratio"
    );
}

#[test]
fn a_basis_may_stand_before_the_name() {
    let of = |id: &str, measure: &str, text: &str| claim(id, measure, "2025Q2", stated(text));
    let tie_out = tied_out([
        of("revenue", "revenue", "$1.004 billion"),
        of("gaap", "gaap_operating_income", "$269 million"),
        of("adjusted", "adjusted_operating_income", "$464 million"),
        of("right", "adjusted_operating_margin", "46%"),
        of("same", "operating_margin", "46%").on(Basis::Adjusted),
        of("wrong", "non_gaap_operating_margin", "27%"),
        of("other", "gaap_operating_margin", "27%"),
        of("guided", "guidance:adjusted_operating_income", "$500 million to $510 million"),
        of("middle", "adjusted_operating_income_guidance_midpoint", "$505 million"),
        // Revenue has one figure for all bases, and what a company adjusts is its own measure.
        of("own", "adjusted_revenue", "$900 million"),
    ]);
    let found = tie_out.rulings().iter();
    let wrong = found.filter(|found| found.verdict().is_accused()).map(Ruling::id);
    assert_eq!(wrong.collect::<Vec<_>>(), ["wrong"]);
    for id in ["right", "same", "other", "guided", "middle"] {
        assert_eq!(tie_out.ruling(id).unwrap().verdict(), Verdict::Consistent, "{id}");
    }
    assert_eq!(tie_out.ruling("own").unwrap().verdict(), Verdict::Undetermined);
    let income = Item::OperatingIncome;
    let bounds = tie_out.bounds("PLTR", income, "2025Q2", Some(Basis::Adjusted)).unwrap();
    let named: Measure = "adjusted_operating_income".parse().unwrap();
    assert_eq!(tie_out.bounds("PLTR", named, "2025Q2", None), Some(bounds));
}

#[test]
fn a_name_of_one_s_own_may_be_of_an_amount_and_of_a_percentage() {
    let tie_out = tied_out([
        claim("amount", "share_price_change", "2025-10-24", stated("$0.75")),
        claim("part", "share_price_change", "2025-10-24", stated("10.7%")),
        claim("same", "share_price_change", "2025-10-24", stated("about 10%")),
    ]);
    let verdict = |id| tie_out.ruling(id).unwrap().verdict();
    assert_eq!(verdict("amount"), Verdict::Undetermined);
    assert_eq!(verdict("part"), Verdict::Consistent);
    let name: Measure = "share_price_change".parse().unwrap();
    assert!(tie_out.bounds("PLTR", name, "2025-10-24", None).is_some());
    let tie_out = tied_out([claim("part", "share_price_change", "2025-10-24", stated("10.7%"))]);
    let bounds = tie_out.bounds("PLTR", name, "2025-10-24", None).unwrap();
    assert_eq!(bounds.to_string(), "[0.1065, 0.1075]");
}

fn rounded(value: Decimal, decimals: i8) -> Figure {
    let place = Decimal::new(1, 9) * Decimal::from(10_i64.pow((9 - decimals) as u32));
    let value = ((value / place).round() * place).normalize();
    Figure::new(value, Accuracy::Decimals(decimals)).unwrap()
}

proptest! {
    /// Whatever is guided and comes out, statements of it that were rounded, and no more, hold
    /// together; a midpoint that is off by more than its rounding and that of the ends does not.
    #[test]
    fn rounding_alone_contradicts_nothing(
        low in 100_000_i64..900_000,
        width in 2_000_i64..90_000,
        prior in 50_000_i64..900_000,
        actual in 100_000_i64..900_000,
        expected in 100_000_i64..900_000,
        places in prop::collection::vec(-2_i8..=0, 12),
        off in 1_i64..40,
    ) {
        let number = Decimal::from;
        let (high, two) = (number(low + width), Decimal::TWO);
        let (low, prior) = (number(low), number(prior));
        let (actual, expected) = (number(actual), number(expected));
        let middle = (low + high) / two;
        let amount = actual - expected;
        let rows = [
            ("guidance_low:revenue", "FY2025", low),
            ("guidance_high:revenue", "FY2025", high),
            ("guidance_midpoint:revenue", "FY2025", middle),
            ("guidance_half_width:revenue", "FY2025", (high - low) / two),
            ("revenue", "FY2024", prior),
            ("revenue", "FY2025", actual),
            ("consensus:revenue", "FY2025", expected),
            ("surprise_amount:revenue", "FY2025", amount),
            ("guidance_low:revenue_growth", "FY2025", low / prior - Decimal::ONE),
            ("guidance_midpoint:revenue_growth", "FY2025", middle / prior - Decimal::ONE),
            ("surprise:revenue", "FY2025", amount / expected),
            ("guidance_plus_minus:revenue", "FY2025", (high - low) / (high + low)),
        ];
        let claims = rows.iter().zip(&places).map(|((measure, period, value), place)| {
            let is_ratio = measure.contains("growth") || value.abs() < Decimal::from(10);
            let place = if is_ratio { place + 5 } else { *place };
            claim(measure, measure, period, rounded(*value, place))
        });
        let tie_out = tied_out(claims);
        for found in tie_out.rulings() {
            prop_assert!(!found.verdict().is_accused(), "{}", found);
        }
        let bounds = tie_out.bounds("PLTR", Item::Revenue, "FY2024", None).unwrap();
        prop_assert!(bounds.contains(prior));

        let wrong = middle + number(off * 3);
        let exact = |value| Figure::new(value, Accuracy::Decimals(1)).unwrap();
        let tie_out = tied_out([
            claim("low", "guidance_low:revenue", "FY2025", exact(low)),
            claim("high", "guidance_high:revenue", "FY2025", exact(high)),
            claim("middle", "guidance_midpoint:revenue", "FY2025", exact(wrong)),
        ]);
        prop_assert!(tie_out.ruling("middle").unwrap().verdict().is_accused());
    }
}
