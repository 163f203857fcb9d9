//! Figures that companies and vendors published, most of them true, and altered copies of them.

use std::collections::BTreeMap;

use financials::{
    Basis, Measure, Stated,
    tieout::{Claim, Network, Ruling, Verdict},
};
use serde::Deserialize;

use super::{check_certificates, filed};
use crate::data;

#[derive(Clone, Deserialize)]
struct Row {
    id: String,
    subject: String,
    file: String,
    metric: String,
    period: String,
    stated: String,
    basis: Option<Basis>,
    expect: String,
    open_family: bool,
    altered: Option<Altered>,
}

#[derive(Clone, Deserialize)]
struct Altered {
    class: String,
}

impl Row {
    fn claim(&self) -> Claim {
        let measure: Measure = self.metric.parse().unwrap();
        let stated = Stated::parse(&self.stated).unwrap();
        let claim = Claim::new(&self.id, measure, stated).of(&self.subject).during(&self.period);
        match self.basis {
            Some(basis) => claim.on(basis),
            None => claim,
        }
    }

    /// Returns the kind of change that would make an altered figure right, where so few digits can
    /// tell it: an item and swapped digits from three on, and a quarter for a year too.
    fn change(&self) -> Option<&'static str> {
        let digits = self.stated.chars().filter(char::is_ascii_digit).count();
        let change = match self.altered.as_ref()?.class.as_str() {
            "wrong year" => "period",
            "wrong quarter or span" if digits > 2 => "period",
            "points for percent" => "points",
            "scale" => "scale",
            "transposed digits" if digits > 2 => "digits",
            "other item" if digits > 2 => "item",
            _ => return None,
        };
        Some(change)
    }
}

fn rows() -> BTreeMap<(String, String), Vec<Row>> {
    let rows: Vec<Row> = data::json("data/published/published.json");
    let mut companies = BTreeMap::<_, Vec<Row>>::new();
    for row in rows {
        companies.entry((row.subject.clone(), row.file.clone())).or_default().push(row);
    }
    companies
}

fn ruled(network: &Network, rows: &[&Row]) -> Vec<Ruling> {
    let mut network = network.clone();
    rows.iter().for_each(|row| network.add(row.claim()));
    network.tie_out_with_proofs().rulings().to_vec()
}

fn judge_true(row: &Row, ruling: &Ruling, faults: &mut Vec<String>) {
    let is_right = match row.expect.as_str() {
        "consistent" => ruling.verdict().holds() && ruling.definition().is_some(),
        "contradicted" => ruling.verdict() == Verdict::Contradicted,
        _ => !ruling.verdict().is_accused() && ruling.verdict() != Verdict::NotMeaningful,
    };
    if !is_right {
        faults.push(format!("{} expects {}: {ruling}", row.id, row.expect));
    }
}

#[test]
#[ignore = "needs FINANCIALS_DATA"]
fn published_figures_are_judged_as_they_are() {
    let (mut faults, mut rulings, mut named, mut told) = (Vec::new(), Vec::new(), 0, 0);
    for ((subject, file), rows) in rows() {
        let network = filed(&subject, &format!("data/{file}")).network;
        let (altered, whole): (Vec<&Row>, Vec<&Row>) =
            rows.iter().partition(|row| row.altered.is_some());
        for row in &whole {
            judge_true(row, &ruled(&network, &[row])[0], &mut faults);
        }
        let together = ruled(&network, &whole);
        for (row, ruling) in whole.iter().zip(&together) {
            judge_true(row, ruling, &mut faults);
        }
        rulings.extend(together);
        for row in altered {
            let ruling = ruled(&network, &[row]).remove(0);
            let expected = match row.open_family {
                true => Verdict::Unexplained,
                false => Verdict::Contradicted,
            };
            if ruling.verdict() != expected {
                faults.push(format!("{}: {ruling}", row.id));
            }
            let first = ruling.diagnoses().first().map(|first| first.change.as_str());
            if row.change().is_some() {
                told += 1;
                named += usize::from(first == row.change());
            } else if first.is_some() {
                faults.push(format!("{} has no diagnosis that its digits bear: {ruling}", row.id));
            }
            rulings.push(ruling);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(named * 100 >= told * 85, "{named} of {told} diagnoses");
    assert!(check_certificates(rulings.iter()) > 15);
}
