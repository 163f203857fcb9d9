//! Families: every variant reads, has the unit of its name, and stands once.

use std::collections::BTreeSet;

use financials::{
    Measure,
    formula::Formula,
    metric::{Dimension, Family, Openness},
};

#[test]
fn every_variant_reads_and_has_the_unit_of_its_name() {
    let mut variants = 0;
    for family in Family::all() {
        for name in family.names().iter().chain(family.also()) {
            assert!(name.parse::<Measure>().is_ok(), "{}: {name}", family.name());
        }
        let first: Measure = family.names()[0].parse().unwrap();
        let mut seen = BTreeSet::new();
        for variant in family.variants() {
            assert!(!variant.source().is_empty(), "{}: {variant}", family.name());
            let Some(text) = variant.formula() else { continue };
            variants += 1;
            let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert!(seen.insert(formula.to_string()), "{}: {text} stands twice", family.name());
            // What differs between variants is over which time a flow is taken, and nothing else.
            let unit = |it: Dimension| (it.money, it.shares, it.days);
            let (own, name) = (formula.dimension(), first.dimension());
            assert_eq!(unit(own), unit(name), "{}: {text}", family.name());
        }
    }
    assert!(variants > 150, "{variants}");
}

#[test]
fn a_name_has_one_family_and_a_family_begins_with_a_formula() {
    let mut names = BTreeSet::new();
    for family in Family::all() {
        for name in family.names() {
            assert!(names.insert(name), "{name} has two families");
            assert_eq!(Family::of(name).map(|found| found.name()), Some(family.name()));
        }
        assert!(family.variants()[0].formula().is_some(), "{}", family.name());
    }
    let closed = Family::all().filter(|family| family.openness() == Openness::Closed).count();
    assert!(closed > 30 && Family::all().count() == 79, "{closed}");
}
