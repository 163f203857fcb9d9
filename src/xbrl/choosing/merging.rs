//! A filing's numbers among those of a companyfacts file.

use alloc::{collections::BTreeMap, string::String, vec::Vec};
use std::collections::HashMap;

use jiff::civil::Date;

use crate::{
    companyfacts::{CompanyFacts, Concept, FiledFact, UnitFacts},
    figure::Accession,
    xbrl::{qname::QName, unit::FactUnit},
};

/// The numbers of a filing by taxonomy, concept and unit, and of each by its days: one, or those of
/// each class of shares.
pub(super) type Groups<'a> =
    BTreeMap<(&'a str, &'a str, String), BTreeMap<(Option<Date>, Date), Vec<FiledFact>>>;

/// Puts the numbers of a filing to those of a file, in the place of what the file has of them.
pub(super) fn merge(file: &mut CompanyFacts, accession: Accession, groups: Groups<'_>) {
    let names = file.concepts.iter().map(|one| (one.taxonomy.clone(), one.name.clone()));
    let mut places: HashMap<(String, String), usize> = names.zip(0..).collect();
    for ((taxonomy, name, unit), facts) in groups {
        let (taxonomy, name) = (String::from(taxonomy), String::from(name));
        let place = *places.entry((taxonomy.clone(), name.clone())).or_insert_with(|| {
            file.concepts.push(Concept { taxonomy, name, units: Vec::new() });
            file.concepts.len() - 1
        });
        let Some(concept) = file.concepts.get_mut(place) else { continue };
        if !concept.units.iter().any(|known| known.unit == unit) {
            concept.units.push(UnitFacts { unit: unit.clone(), facts: Vec::new() });
        }
        for known in concept.units.iter_mut().filter(|known| known.unit == unit) {
            let is_said = |fact: &FiledFact| {
                fact.accession == accession && facts.contains_key(&(fact.start, fact.end))
            };
            known.facts.retain(|fact| !is_said(fact));
            known.facts.extend(facts.values().flatten());
            known.facts.sort_by_key(|fact| (fact.end, fact.start, fact.filed));
        }
    }
    let facts = file.groups().map(|(_, unit)| unit.facts.len());
    file.read = facts.sum::<usize>() + file.skipped.len();
}

/// Accessions, each with the one that takes its place, and the day of filing where that is another.
pub(super) type Moved = BTreeMap<Accession, (Accession, Option<Date>)>;

/// Gives the numbers of filings other accessions and days.
pub(super) fn rename(file: &mut CompanyFacts, moved: &Moved) {
    for UnitFacts { facts, .. } in file.concepts.iter_mut().flat_map(|concept| &mut concept.units) {
        for fact in &mut *facts {
            if let Some((accession, filed)) = moved.get(&fact.accession) {
                fact.accession = *accession;
                fact.filed = filed.unwrap_or(fact.filed);
            }
        }
        facts.sort_by_key(|fact| (fact.end, fact.start, fact.filed));
    }
    for disputed in &mut file.disputed {
        if let Some((accession, filed)) = moved.get(&disputed.accession) {
            disputed.accession = *accession;
            disputed.filed = filed.unwrap_or(disputed.filed);
        }
    }
}

/// Returns a unit as the SEC's files name it: `USD`, `shares`, `USD/shares`. A measure that has the
/// local name of a currency, of shares or of a bare number, and is none of the standard's, is named
/// by its namespace too.
pub(super) fn unit_name(unit: FactUnit<'_>) -> String {
    let side = |names: Vec<String>| names.join("-");
    let numerator = side(unit.numerator().map(measure_name).collect());
    let denominator: Vec<String> = unit.denominator().map(measure_name).collect();
    match denominator.is_empty() {
        true => numerator,
        false => alloc::format!("{numerator}/{}", side(denominator)),
    }
}

fn measure_name(measure: QName<'_>) -> String {
    let (local, family) = (measure.local(), measure.family());
    let is_code = local.len() == 3 && local.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_standard = match family {
        Some("iso4217") => is_code,
        Some("xbrli") => matches!(local, "shares" | "pure"),
        _ => false,
    };
    if is_standard || !(is_code || matches!(local, "shares" | "share" | "pure")) {
        return local.into();
    }
    alloc::format!("{{{}}}{local}", measure.namespace())
}
