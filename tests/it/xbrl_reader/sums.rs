//! What a company says adds up, against the verdicts of two independent processors.

use std::{collections::BTreeMap, fs, path::Path};

use financials::{
    tieout::xbrl::{CalculationOutcome, Mode},
    xbrl::{Calculations, Facts, Labels},
};
use serde_json::Value;

use super::truth::{content, folder};

/// The linkbase of a kind in a filing's folder.
fn linkbase(folder: &Path, endings: &[&str]) -> Vec<u8> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_one = |path: &std::path::PathBuf| {
        let name = path.to_str().unwrap();
        endings.iter().any(|ending| name.contains(ending))
    };
    content(&entries.into_iter().find(is_one).unwrap())
}

/// The total, its role, period and axes, as a text that sorts.
fn key(role: &str, record: &Value) -> String {
    let dims: BTreeMap<String, Value> = serde_json::from_value(record["dims"].clone()).unwrap();
    let when = ["start", "end", "instant", "unit"].map(|key| record[key].to_string());
    format!("{role} {} {when:?} {dims:?}", record["total"].as_str().unwrap_or_default())
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn every_verdict_of_every_filing_is_that_of_two_processors() {
    let folder = folder();
    let (mut filings, mut sums) = (0, 0);
    for entry in fs::read_dir(folder.join("truth/calc")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().replacen("__", "/", 1);
        let truth: Value = serde_json::from_slice(&content(&path)).unwrap();
        let document = folder.join(&name);
        let facts = Facts::parse(&content(&document)).unwrap();
        let calculations = linkbase(document.parent().unwrap(), &["_cal.xml", "calculation.xml"]);
        let calculations = Calculations::parse("cal", &calculations).unwrap();
        let found = calculations.check(&facts);
        let count = |key: &str| truth["summary"][key].as_u64().unwrap_or(0) as usize;
        assert_eq!(found.len(), count("bindings"), "{name}");
        let (consistent, other): (Vec<_>, Vec<_>) = found
            .iter()
            .partition(|sum| sum.check(Mode::RoundToNearest) == CalculationOutcome::Consistent);
        assert_eq!(consistent.len(), count("consistent"), "{name}");
        let mut ours: Vec<(String, Vec<String>)> = other
            .iter()
            .filter(|sum| sum.is_inconsistent())
            .map(|sum| {
                let mut record = serde_json::to_value(sum.total()[0]).unwrap();
                record["total"] = sum.name().into();
                let unreported = sum.unreported().into_iter().map(|id| id.replacen('_', ":", 1));
                (key(sum.role(), &record), unreported.collect())
            })
            .collect();
        let problems = truth["problems"].as_array().unwrap().iter();
        let mut expected: Vec<(String, Vec<String>)> = problems
            .filter(|problem| problem["verdict"] == "inconsistent")
            .map(|problem| {
                let missing = serde_json::from_value(problem["missing"].clone()).unwrap();
                (key(problem["role"].as_str().unwrap(), problem), missing)
            })
            .collect();
        for (_, missing) in ours.iter_mut().chain(&mut expected) {
            missing.sort();
        }
        ours.sort();
        expected.sort();
        assert_eq!(ours, expected, "{name}");
        // An item is missing from every one of them, so that none is called an error.
        assert!(found.iter().all(|sum| !sum.is_error()), "{name}");
        filings += 1;
        sums += found.len();
    }
    assert!(filings == 11 && sums > 1_000, "{filings} filings, {sums} sums");
}

const LINKBASE: &str = r##"<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase"
    xmlns:xlink="http://www.w3.org/1999/xlink"><link:calculationLink xlink:role="r">
    <link:loc xlink:label="a" xlink:href="t.xsd#t_Total"/>
    <link:loc xlink:label="b" xlink:href="t.xsd#t_Part"/>
    <link:loc xlink:label="c" xlink:href="t.xsd#t_Cost"/>
    <link:calculationArc xlink:from="a" xlink:to="b" weight="1.0"
      xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item"/>
    <link:calculationArc xlink:from="a" xlink:to="c" weight="-1"
      xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item"/>
    </link:calculationLink><link:labelLink xlink:role="r">
    <link:loc xlink:label="l" xlink:href="t.xsd#t_Part"/>
    <link:label xlink:label="n" xlink:role="http://www.xbrl.org/2003/role/label"
      xml:lang="en-US">Part of it [Member]</link:label>
    <link:labelArc xlink:from="l" xlink:to="n" xlink:arcrole="concept-label"/></link:labelLink>
    </link:linkbase>"##;

#[test]
fn a_total_is_wrong_only_where_no_item_is_missing() {
    let sums = Calculations::parse("cal", LINKBASE.as_bytes()).unwrap();
    let fact = |name: &str, value: &str| {
        format!("<t:{name} contextRef='q' unitRef='usd' decimals='0'>{value}</t:{name}>")
    };
    let read =
        |facts: &[String]| Facts::parse(super::instance(&facts.concat()).as_bytes()).unwrap();
    let whole = read(&[fact("Total", "60"), fact("Part", "100"), fact("Cost", "40")]);
    assert!(sums.check(&whole).iter().all(|sum| !sum.is_inconsistent()));
    let wrong = read(&[fact("Total", "60"), fact("Part", "100"), fact("Cost", "42")]);
    let found = sums.check(&wrong);
    assert_eq!((found.len(), found[0].is_error(), found[0].role()), (1, true, "r"));
    let partial = read(&[fact("Total", "60"), fact("Part", "100")]);
    let found = sums.check(&partial);
    assert!(found[0].is_inconsistent() && !found[0].is_error());
    assert_eq!(found[0].unreported(), ["t_Cost"]);
    assert!(sums.check(&read(&[fact("Part", "100")])).is_empty());
    let labels = Labels::parse("lab", LINKBASE.as_bytes()).unwrap();
    let names: Vec<_> = whole.iter().map(|fact| labels.label(fact.concept())).collect();
    assert_eq!(names, ["Total", "Part of it", "Cost"]);
}
