//! Insurers and health plans, whose cost of revenue holds what they pay to the insured.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::chains::split_name;
use crate::{
    Item,
    companyfacts::{
        deriving::{entry::Entry, series::Series},
        filed::finding::{Against, FindingKind, SeriesFinding},
        known::KnownFacts,
    },
    undefined::Absence,
};

/// What an insurer pays to the insured: claims, benefits, medical costs.
pub(crate) const POLICY_BENEFITS: &[&str] = &[
    "PolicyholderBenefitsAndClaimsIncurredNet",
    "PolicyholderBenefitsAndClaimsIncurredHealthCare",
    "PolicyholderBenefitsAndClaimsIncurredGross",
];

/// Returns whether a cost leaves out benefits of the same period: one of goods or services does,
/// and a total does that is less than they are.
pub(crate) fn leaves_out(
    name: &str,
    cost: Decimal,
    benefits: impl IntoIterator<Item = Decimal>,
) -> bool {
    let is_total = matches!(name, "CostOfRevenue" | "CostOfSales");
    let mut benefits = benefits.into_iter().filter(|benefits| !benefits.is_zero());
    benefits.any(|benefits| !is_total || cost < benefits)
}

impl KnownFacts<'_> {
    /// Takes out the cost of products of a company that is an insurer too, with a finding that says
    /// beside what it stood: UnitedHealth sold products for 46.7 billion in 2024, next to medical
    /// costs of 264.2 billion.
    pub(super) fn strike_cost_of_goods(&self, item: Item, series: &mut Series) {
        if item != Item::CostOfRevenue {
            return;
        }
        let benefits = POLICY_BENEFITS.iter().flat_map(|name| {
            let (taxonomy, name) = split_name(name);
            self.concept(taxonomy, name)
        });
        let benefits = benefits.filter(|benefits| benefits.unit == series.unit);
        let benefits: Vec<Entry> = benefits.flat_map(|benefits| benefits.entries).collect();
        for entry in &mut series.entries {
            let Ok(cost) = &entry.amount else { continue };
            let of_period = benefits
                .iter()
                .filter(|of| (of.kind, of.start, of.end) == (entry.kind, entry.start, entry.end));
            let beside = of_period.filter_map(|of| Some(of.amount.as_ref().ok()?.value));
            let beside: Vec<Decimal> = beside.collect();
            let name = cost.inputs.first().map_or("", |input| input.concept.name.as_str());
            if leaves_out(name, cost.value, beside.iter().copied()) {
                series.findings.push(SeriesFinding {
                    kind: FindingKind::NarrowerConcept,
                    start: entry.start,
                    end: entry.end,
                    reported: cost.value,
                    against: beside.iter().max().copied().map(Against),
                });
                entry.amount = Err(Absence::NotReported);
            }
        }
    }
}
