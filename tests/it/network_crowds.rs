//! Networks of many statements: who is accused, and what follows over long chains.

use financials::{
    Basis, Measure, Stated,
    tieout::{Claim, Network, Ruling, TieOut},
};

fn claim(id: impl Into<String>, measure: &str, period: &str, text: &str) -> Claim {
    let measure: Measure = measure.parse().unwrap();
    Claim::new(id, measure, Stated::parse(text).unwrap()).of("X").during(period)
}

fn tied_out(claims: impl IntoIterator<Item = Claim>) -> TieOut {
    let mut network = Network::new();
    claims.into_iter().for_each(|claim| network.add(claim));
    network.tie_out()
}

fn contradicted(tie_out: &TieOut) -> Vec<&str> {
    let found = tie_out.rulings().iter();
    found.filter(|found| found.verdict().is_accused()).map(Ruling::id).collect()
}

/// Ids `{name}0` to `{name}N`.
fn ids(name: &str, count: usize) -> Vec<String> {
    (0..count).map(|place| format!("{name}{place}")).collect()
}

/// `count` documents give one revenue, and others one each that no other gives.
fn quoted(count: usize, wrong: usize) -> TieOut {
    let right = ids("r", count).into_iter();
    let right = right.map(|id| claim(id, "revenue", "2025Q2", "$1.004 billion"));
    let wrong = ids("w", wrong).into_iter().enumerate();
    let wrong = wrong.map(|(place, id)| {
        claim(id, "revenue", "2025Q2", &format!("$1.{:03} billion", place + 100))
    });
    tied_out(right.chain(wrong))
}

#[test]
fn what_many_say_is_not_doubted_for_what_some_say() {
    for (right, wrong) in [(30, 12), (100, 10), (2, 9)] {
        let tie_out = quoted(right, wrong);
        assert_eq!(contradicted(&tie_out), ids("w", wrong), "{right} against {wrong}");
        assert!(!tie_out.is_capped(), "{right} against {wrong}");
        let found = tie_out.rulings().iter();
        for found in found.filter(|found| found.verdict().is_accused()) {
            assert!(!found.is_tied());
            assert_eq!(found.because().len(), 2);
            assert!(found.because().contains(&found.id().to_owned()));
        }
    }
}

#[test]
fn twins_are_accused_together_and_each_by_its_own_name() {
    let claims = [
        ("a", "$100 million"),
        ("b", "$100 million"),
        ("c", "$120 million"),
        ("d", "$120 million"),
    ];
    let tie_out = tied_out(claims.map(|(id, text)| claim(id, "revenue", "2025Q2", text)));
    assert_eq!(contradicted(&tie_out), ["a", "b", "c", "d"]);
    for found in tie_out.rulings() {
        assert!(found.is_tied());
        assert_eq!(found.because().len(), 2);
        assert!(found.because().contains(&found.id().to_owned()));
    }
}

#[test]
fn a_search_that_is_cut_short_says_so_and_leaves_what_can_hold() {
    // Of 150 that each say something else, more pairs disagree than are told apart.
    let tie_out = quoted(0, 150);
    assert!(tie_out.is_capped());
    assert_eq!(contradicted(&tie_out).len(), 149);
    assert!(tie_out.rulings().iter().all(|found| found.is_tied() || found.because().is_empty()));
}

#[test]
fn long_chains_of_growth_are_followed_from_either_end() {
    let (first, last) = (2000, 2200);
    for known in [first, last] {
        let growth = (first + 1..=last).map(|year| {
            claim(format!("g{year}"), "revenue_growth", &format!("FY{year}"), "up 3.0%")
        });
        let revenue = claim("known", "revenue", &format!("FY{known}"), "$400 million");
        let far = if known == first { last } else { first };
        let asked = claim("far", "revenue", &format!("FY{far}"), "more than $1");
        let tie_out = tied_out(growth.chain([revenue, asked]));
        assert!(!tie_out.is_capped(), "{known}");
        // 400 million by 1.03^200 = 369.4 and, over it, 1.083 million.
        let (growth, slack) = (369.355_815, 1.12);
        let expected = if known == first { 4e8 * growth } else { 4e8 / growth };
        let found = tie_out.ruling("far").unwrap().computed().unwrap();
        let at = |value: f64| financials::decimal::parse(&format!("{value:.0}")).unwrap();
        assert!(found.contains(at(expected)), "{known}: {found}");
        assert!(!found.contains(at(expected * slack)), "{known}: {found}");
        assert!(!found.contains(at(expected / slack)), "{known}: {found}");
    }
}

#[test]
fn a_basis_is_found_by_the_figure_that_is_known_best() {
    let income = |id, text| claim(id, "operating_income", "2025Q2", text);
    let tie_out = tied_out([
        income("gaap", "more than $200 million").on(Basis::Gaap),
        income("adjusted", "$464.2 million").on(Basis::Adjusted),
        income("prose", "$464 million"),
        income("note", "$269 million"),
    ]);
    assert_eq!(contradicted(&tie_out), Vec::<&str>::new());
    let basis = |id| tie_out.ruling(id).unwrap().basis();
    assert_eq!((basis("prose"), basis("note")), (Some(Basis::Adjusted), Some(Basis::Gaap)));
}
