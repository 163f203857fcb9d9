//! Which items leave out operations that are discontinued.

use crate::{
    Item,
    companyfacts::deriving::discontinued::Leaving,
    item::{Nature, Part},
};

/// Returns the statement by which an item leaves operations out that are discontinued, if it does:
/// net income and the cash flows as a whole hold them.
pub(super) fn leaves_out(item: Item) -> Option<Leaving> {
    match item {
        Item::NetIncomeConsolidated
        | Item::NetIncomeNoncontrolling
        | Item::NetIncome
        | Item::IncomeToCommon
        | Item::PreferredDividends => None,
        Item::OperatingCashFlowContinuing => Some(Leaving::OperatingFlow),
        Item::CapitalExpenditures
        | Item::PropertyPayments
        | Item::ProductiveAssetPayments
        | Item::CapitalisedSoftware
        | Item::IntangiblesBought
        | Item::ProceedsFromProperty
        | Item::Acquisitions => Some(Leaving::InvestingFlow),
        _ => (item.part() == Part::Income && item.nature() == Nature::Flow)
            .then_some(Leaving::Income),
    }
}
