//! [`Beside`]: what stands in the filings of a series beside it.

use alloc::{collections::BTreeMap, vec::Vec};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    breaks::Break,
    discontinued::{Discontinued, Leaving},
};
use crate::{
    bounds::ANOTHER_COMPANY_ONE_IN,
    companyfacts::{
        filed::{
            rounding::{exact_difference, exact_product},
            tracks,
            vintage::Vintage,
        },
        reading::document::CompanyFacts,
    },
    figure::Accession,
};

const TOTALS: [(&str, &str); 2] = [("us-gaap", "Assets"), ("ifrs-full", "Assets")];

/// What stands in the filings of a series beside it, and tells their bases apart.
#[derive(Clone, Copy)]
pub(crate) struct Beside<'a> {
    /// Where filings gave an item otherwise that is joined to the series by an identity.
    pub joined: &'a [Break],
    pub assets: &'a TotalAssets,
    pub discontinued: &'a Discontinued,
    /// By which statement the series leaves out operations that are discontinued.
    pub leaving: Option<Leaving>,
}

/// The total assets that each filing gives, by the day.
///
/// After a reverse merger the files of two companies stand under one number: the annual report for
/// 2009 of what was Schering-Plough is Merck's, and its nine months are not. Their balances of one
/// day show it, which no restatement changes so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct TotalAssets(BTreeMap<Accession, Vec<(Date, Decimal)>>);

impl TotalAssets {
    pub(crate) fn of(facts: &CompanyFacts, vintage: Vintage) -> Self {
        let mut filings: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let concepts = TOTALS.iter().filter_map(|(taxonomy, name)| facts.concept(taxonomy, name));
        for fact in concepts.flat_map(|concept| &concept.units).flat_map(|unit| &unit.facts) {
            if fact.start.is_none() && tracks::eligible(fact, vintage) {
                filings.entry(fact.accession).or_default().push((fact.end, fact.value));
            }
        }
        Self(filings)
    }

    /// Returns whether two filings give total assets of one day that are not those of one company.
    pub(crate) fn are_of_two(&self, one: Accession, other: Accession) -> bool {
        let of = |filing| self.0.get(&filing).map(Vec::as_slice).unwrap_or_default();
        let mut pairs = of(one).iter().flat_map(|(day, value)| {
            let same = of(other).iter().filter(move |(other, _)| other == day);
            same.map(move |(_, other)| (*value, *other))
        });
        pairs.any(|(a, b)| {
            let gap = exact_difference(a, b)
                .and_then(|gap| exact_product(gap.abs(), ANOTHER_COMPANY_ONE_IN));
            gap.is_some_and(|gap| gap > a.abs().max(b.abs()))
        })
    }
}
