//! Laws of networks, against planted truths and exhaustive search.

use financials::{
    Accuracy, Decimal, Figure, Interval, Item, Measure, metrics,
    tieout::{Claim, Evidence, Network, Ruling, TieOut, Verdict},
};
use proptest::prelude::*;

/// What a network of these laws speaks about: a measure and a period.
const FIGURES: &[(&str, &str)] = &[
    ("revenue", "2025Q2"),
    ("revenue", "2024Q2"),
    ("cost_of_revenue", "2025Q2"),
    ("operating_income", "2025Q2"),
    ("operating_income", "2024Q2"),
    ("gross_profit", "2025Q2"),
    ("gross_margin", "2025Q2"),
    ("operating_margin", "2025Q2"),
    ("operating_margin", "2024Q2"),
    ("revenue_growth", "2025Q2"),
    ("operating_income_growth", "2025Q2"),
    ("operating_margin_change", "2025Q2"),
    ("cost_of_revenue_ratio", "2025Q2"),
];

/// Amounts that were never rounded: revenue now and before, its cost, operating income now and
/// before.
type Truth = [i64; 5];

fn truth() -> impl Strategy<Value = Truth> {
    (1_000_i64..9_999, 1_000_i64..9_999, 1_i64..99, 1_i64..60, 1_i64..60).prop_map(
        |(now, before, cost, income, income_before)| {
            let part = |whole: i64, percent: i64| (whole * percent / 100).max(1);
            [now, before, part(now, cost), part(now, income), part(before, income_before)]
        },
    )
}

/// Returns the true value of a figure, to 20 digits where it is a quotient.
fn value(truth: Truth, figure: usize) -> Decimal {
    let [now, before, cost, income, income_before] = truth.map(Decimal::from);
    match figure {
        0 => now,
        1 => before,
        2 => cost,
        3 => income,
        4 => income_before,
        5 => now - cost,
        6 => (now - cost) / now,
        7 => income / now,
        8 => income_before / before,
        9 => now / before - Decimal::ONE,
        10 => income / income_before - Decimal::ONE,
        11 => income / now - income_before / before,
        _ => cost / now,
    }
}

/// A statement: which figure, rounded to how many places more than its coarsest, and off by how
/// many.
#[derive(Clone, Copy, Debug)]
struct Spec {
    figure: usize,
    fineness: u32,
    off: i64,
}

fn places(spec: Spec) -> i8 {
    let coarsest = if spec.figure < 6 { -2 } else { 2 };
    coarsest + spec.fineness as i8
}

fn figure(truth: Truth, spec: Spec) -> Figure {
    let place = Decimal::new(1, 4) * Decimal::from(10_i64.pow((4 - places(spec)) as u32));
    let value = value(truth, spec.figure);
    let rounded = (value / place).round() * place + Decimal::from(spec.off) * place;
    Figure::new(rounded.normalize(), Accuracy::Decimals(places(spec))).unwrap()
}

fn claims(truth: Truth, specs: &[Spec]) -> Vec<Claim> {
    let claims = specs
        .iter()
        .enumerate()
        .map(|(place, spec)| claim(place, spec.figure, figure(truth, *spec).into()));
    claims.collect()
}

fn claim(place: usize, figure: usize, evidence: Evidence) -> Claim {
    let (measure, period) = FIGURES[figure];
    let measure: Measure = measure.parse().unwrap();
    Claim::new(format!("{place}"), measure, evidence).of("X").during(period)
}

fn tied_out(claims: impl IntoIterator<Item = Claim>) -> TieOut {
    let mut network = Network::new();
    claims.into_iter().for_each(|claim| network.add(claim));
    network.tie_out()
}

/// Returns whether no statement is excused: one that is computed from rounded figures, or that makes
/// its table add up, does not bound the others.
fn all_hold_as_printed(tie_out: &TieOut) -> bool {
    tie_out.rulings().iter().all(|ruling| !ruling.is_from_rounded() && !ruling.is_footing())
}

fn contradicted(tie_out: &TieOut) -> Vec<String> {
    let found = tie_out.rulings().iter();
    let found = found.filter(|finding| finding.verdict().is_accused());
    found.map(|finding| finding.id().to_owned()).collect()
}

fn bounds(tie_out: &TieOut, figure: usize) -> Interval {
    let (measure, period) = FIGURES[figure];
    let measure: Measure = measure.parse().unwrap();
    tie_out.bounds("X", measure, period, None).unwrap_or(Interval::everything())
}

fn specs(
    off: impl Strategy<Value = i64>,
    count: core::ops::Range<usize>,
) -> impl Strategy<Value = Vec<Spec>> {
    let spec = (0..FIGURES.len(), 0_u32..3, off).prop_map(|(figure, fineness, off)| Spec {
        figure,
        fineness,
        off,
    });
    proptest::collection::vec(spec, count)
}

/// An error in one statement of four, of one to twenty places.
fn sometimes_off() -> impl Strategy<Value = i64> {
    prop_oneof![3 => Just(0), 1 => 1_i64..20]
}

proptest! {
    #[test]
    fn what_is_true_is_never_contradicted_and_lies_within_the_bounds(
        truth in truth(), specs in specs(Just(0), 1..10),
    ) {
        let tie_out = tied_out(claims(truth, &specs));
        prop_assert_eq!(contradicted(&tie_out), Vec::<String>::new());
        for (figure, named) in FIGURES.iter().enumerate() {
            let (bounds, value) = (bounds(&tie_out, figure), value(truth, figure));
            // A quotient is held to 20 digits here.
            let near = Interval::around(value, Decimal::new(1, 18)).unwrap();
            prop_assert!(bounds.intersects(near), "{:?}: {value} in {bounds}", named);
        }
    }

    #[test]
    fn the_order_of_statements_does_not_matter(
        truth in truth(), specs in specs(sometimes_off(), 1..9), seed in any::<u64>(),
    ) {
        let forward = claims(truth, &specs);
        let mut shuffled = forward.clone();
        let mut state = seed;
        for place in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005);
            state = state.wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(place, (state >> 33) as usize % (place + 1));
        }
        let (forward, shuffled) = (tied_out(forward), tied_out(shuffled));
        for finding in forward.rulings() {
            prop_assert_eq!(Some(finding), shuffled.ruling(finding.id()));
        }
    }

    #[test]
    fn another_statement_never_widens_a_bound(
        truth in truth(), specs in specs(sometimes_off(), 2..9),
    ) {
        let mut claims = claims(truth, &specs);
        let more = tied_out(claims.clone());
        prop_assume!(contradicted(&more).is_empty() && all_hold_as_printed(&more));
        claims.pop();
        let fewer = tied_out(claims);
        prop_assert!(contradicted(&fewer).is_empty());
        for (figure, named) in FIGURES.iter().enumerate() {
            let (more, fewer) = (bounds(&more, figure), bounds(&fewer, figure));
            prop_assert!(fewer.encloses(more), "{:?}: {more} in {fewer}", named);
        }
    }

    #[test]
    fn a_wider_statement_never_contradicts_more(
        truth in truth(),
        specs in specs(sometimes_off(), 2..9),
        which in any::<prop::sample::Index>(),
        down in 0_i64..50, up in 0_i64..50,
    ) {
        let narrow: Vec<(usize, Interval)> =
            specs.iter().map(|spec| (spec.figure, figure(truth, *spec).admitted())).collect();
        let of = |statements: &[(usize, Interval)]| {
            let claims = statements.iter().enumerate();
            tied_out(claims.map(|(place, (figure, at))| claim(place, *figure, (*at).into())))
        };
        let narrowest = of(&narrow);
        prop_assume!(contradicted(&narrowest).is_empty() && all_hold_as_printed(&narrowest));
        let mut wide = narrow.clone();
        let at = which.index(wide.len());
        let unit = if wide[at].0 < 6 { Decimal::ONE } else { Decimal::new(1, 2) };
        let (down, up) = (-unit * Decimal::from(down), unit * Decimal::from(up));
        let reach = Interval::closed(down, up).unwrap();
        wide[at].1 = wide[at].1 + reach;
        prop_assert_eq!(contradicted(&of(&wide)), Vec::<String>::new());
    }

    #[test]
    fn any_statements_come_to_an_end(
        specs in proptest::collection::vec(
            (0..FIGURES.len(), -1000_i64..1000, 0_u32..4, 0_i64..1000), 1..12,
        ),
    ) {
        let claims = specs.iter().enumerate().map(|(place, (figure, value, scale, width))| {
            let value = Decimal::new(*value, *scale);
            let around = Interval::around(value, Decimal::new(*width, 3)).unwrap();
            claim(place, *figure, around.into())
        });
        let tie_out = tied_out(claims);
        prop_assert_eq!(tie_out.rulings().len(), specs.len());
        let left = tie_out.rulings().iter().zip(&specs).enumerate();
        // Where the base of a growth was contradicted, the growth may have a meaning without it.
        let judged = |finding: &Ruling| {
            !finding.verdict().is_accused() && finding.verdict() != Verdict::NotMeaningful
        };
        let rest = left.filter(|(_, (finding, _))| judged(finding));
        let rest = rest.map(|(place, (_, (figure, value, scale, width)))| {
            let value = Decimal::new(*value, *scale);
            let around = Interval::around(value, Decimal::new(*width, 3)).unwrap();
            claim(place, *figure, around.into())
        });
        // What was wrong may be a sign that is taken for granted, where several claims speak against
        // it. That cannot be left out of the rest, in which one claim may be all that is left.
        let rest = tied_out(rest);
        let on_claims = |ruling: &&Ruling| {
            let assumed = ruling.conflict().map_or(&[][..], |conflict| conflict.assumed());
            ruling.verdict().is_accused() && assumed.is_empty()
        };
        prop_assert_eq!(rest.rulings().iter().find(on_claims), None);
    }
}

proptest! {
    // Each case tries every set of statements.
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases / 8 + 1,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_fewest_are_accused_and_the_rest_holds(
        truth in truth(), specs in specs(sometimes_off(), 2..8),
    ) {
        let claims = claims(truth, &specs);
        let tie_out = tied_out(claims.clone());
        let accused = contradicted(&tie_out);
        let holds = |left_out: u32| {
            let kept = claims.iter().enumerate().filter(|(place, _)| left_out >> place & 1 == 0);
            contradicted(&tied_out(kept.map(|(_, claim)| claim.clone()))).is_empty()
        };
        // Every set whose removal leaves the rest consistent, of the smallest size.
        let sets: Vec<u32> = (0..1_u32 << claims.len()).filter(|set| holds(*set)).collect();
        let fewest = sets.iter().map(|set| set.count_ones()).min().unwrap();
        let union = sets.iter().filter(|set| set.count_ones() == fewest).fold(0, |a, b| a | b);
        let expected: Vec<String> = (0..claims.len())
            .filter(|place| union >> place & 1 == 1)
            .map(|place| place.to_string())
            .collect();
        prop_assert_eq!(&accused, &expected);
        for finding in tie_out.rulings().iter().filter(|f| f.verdict().is_accused()) {
            let bits = |ids: &[String]| {
                ids.iter().fold(0, |set, id| set | 1_u32 << id.parse::<u32>().unwrap())
            };
            let all = (1 << claims.len()) - 1;
            let conflict = bits(finding.because());
            prop_assert!(finding.because().contains(&finding.id().to_owned()));
            prop_assert!(!holds(all & !conflict), "the reason is a conflict");
            for id in finding.because() {
                let one = bits(core::slice::from_ref(id));
                prop_assert!(holds(all & !conflict | one), "nothing can be left out of it");
            }
        }
    }
}

#[test]
fn ten_thousand_statements_over_a_thousand_companies_are_all_judged() {
    let mut network = Network::new();
    for company in 0..1_000_i64 {
        let revenue = 1_000 + company;
        let figures: [(Measure, i64, u32, &str); 10] = [
            (Item::Revenue.into(), revenue, 0, "2025Q2"),
            (Item::Revenue.into(), revenue + i64::from(company % 10 == 0), 0, "2025Q2"),
            (Item::CostOfRevenue.into(), revenue / 2, 0, "2025Q2"),
            (Item::OperatingIncome.into(), revenue / 4, 0, "2025Q2"),
            (metrics::OPERATING_MARGIN.into(), 25, 2, "2025Q2"),
            (metrics::GROSS_MARGIN.into(), 50, 2, "2025Q2"),
            (Item::Revenue.into(), revenue / 2, 0, "2024Q2"),
            (Item::NetIncome.into(), revenue / 5, 0, "2025Q2"),
            (metrics::NET_MARGIN.into(), 20, 2, "2025Q2"),
            (Item::TotalAssets.into(), revenue * 3, 0, "2025Q2"),
        ];
        for (place, (measure, value, scale, period)) in figures.into_iter().enumerate() {
            let accuracy = Accuracy::Decimals(scale as i8);
            let figure = Figure::new(Decimal::new(value, scale), accuracy).unwrap();
            let claim = Claim::new(format!("{company}:{place}"), measure, figure);
            network.add(claim.of(format!("company {company}")).during(period));
        }
    }
    let tie_out = network.tie_out();
    assert_eq!(tie_out.rulings().len(), 10_000);
    // In every tenth company two statements of revenue differ by one.
    assert!(contradicted(&tie_out).len() >= 100);
    assert!(!tie_out.is_capped());
}

/// A gross margin and a cost bound the revenue by themselves: whether anything states the cost
/// ratio as well, which is the rest of the margin, makes no difference to the conflict.
#[test]
fn a_conflict_through_a_margin_needs_no_statement_of_its_complement() {
    let specs = [(12, 0, 0), (6, 0, 0), (11, 0, 1), (10, 0, 0), (9, 0, 0), (2, 1, 0), (3, 2, 0)];
    let specs = specs.map(|(figure, fineness, off)| Spec { figure, fineness, off });
    let claims = claims([1000, 1000, 10, 10, 10], &specs);
    let all = contradicted(&tied_out(claims.clone()));
    assert_eq!(all, ["2", "3", "4", "5", "6"]);
    for complement in [0, 1] {
        let kept = claims.iter().enumerate().filter(|(place, _)| *place != complement);
        let left = contradicted(&tied_out(kept.map(|(_, claim)| claim.clone())));
        assert!(all.iter().all(|id| left.contains(id)), "{left:?}");
    }
}
