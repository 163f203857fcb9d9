//! Which concepts give a line item, in order of preference.
//!
//! A chain lists concepts that stand for one line of a statement: the total before its slices, the
//! current tag before the ones it took the place of. The figures of two concepts join into one
//! series unless a filing that gives both shows that they differ. Each says whether it is the item
//! by the taxonomy's own words, or wider or narrower than it, and which lines make the difference.
//!
//! Names and meanings are those of the US GAAP Financial Reporting Taxonomy (FASB) and the IFRS
//! Accounting Taxonomy (IFRS Foundation); what took the place of what is from their release notes.
//! Three migrations break most histories:
//!
//! - ASC 606 (2018): `SalesRevenueNet`, `SalesRevenueGoodsNet` and `SalesRevenueServicesNet` were
//!   deprecated for `RevenueFromContractWithCustomer…AssessedTax`. `Revenues` stays the total,
//!   with leases, insurance and interest, of which contracts with customers may be a slice.
//! - ASU 2016-01 (2018): marketable securities split into debt and equity securities.
//! - ASC 842 (2019): capital leases became finance leases, in debt or beside it.

use alloc::vec::Vec;

use super::{
    balance_rows, cash_rows, income_rows, parts,
    row::{Relation, Row},
};
use crate::Item;

/// Returns the concepts that give an item, the preferred first.
pub(crate) fn chain(item: Item) -> impl Iterator<Item = &'static str> + Clone {
    rows(item).iter().map(|row| row.name)
}

/// Returns how a concept of an item's chain relates to the item.
pub(super) fn relation(item: Item, taxonomy: &str, name: &str) -> Option<Relation> {
    let row = rows(item).iter().find(|row| split_name(row.name) == (taxonomy, name));
    row.map(|row| row.relation)
}

/// Returns every item that has a chain.
pub(crate) fn items() -> impl Iterator<Item = Item> {
    all().map(|(item, _)| *item)
}

fn rows(item: Item) -> &'static [Row] {
    all().find(|(known, _)| *known == item).map_or(&[], |(_, chain)| *chain)
}

fn all() -> impl Iterator<Item = &'static (Item, &'static [Row])> {
    let tables = [income_rows::CHAINS, balance_rows::CHAINS, cash_rows::CHAINS];
    tables.into_iter().flatten()
}

/// A bank's total revenue less its interest expense: however much larger another total is, it is
/// the gross one.
pub(crate) const NET_REVENUE: &str = "RevenuesNetOfInterestExpense";

/// The total of revenues, and what the tags of contracts with customers begin with.
pub(super) const REVENUES: &str = "Revenues";
pub(super) const CONTRACTS: &str = "RevenueFromContractWithCustomer";

/// Parts of the revenue of banks and insurers, none of which exceeds the whole: a revenue that one
/// of them dwarfs is a slice, such as a bank's contracts with customers (ASC 606 leaves interest
/// out).
pub(crate) const REVENUE_PARTS: &[&str] = &[
    "InterestIncomeExpenseNet",
    "InterestAndDividendIncomeOperating",
    "NoninterestIncome",
    "PremiumsEarnedNet",
];

/// The part of long-term debt that falls due within a year: notes alone before notes with leases,
/// as in the chain of long-term debt.
pub(crate) const CURRENT_PORTION: &[&str] = &[
    "LongTermDebtCurrent",
    "LongTermDebtAndCapitalLeaseObligationsCurrent",
    "ifrs-full:CurrentPortionOfLongtermBorrowings",
];

/// Debt first taken up for less than a year: the total, then the kinds of it that companies print
/// as their only one.
pub(crate) const SHORT_TERM_BORROWINGS: &[&str] = &[
    "ShortTermBorrowings",
    "CommercialPaper",
    "OtherShortTermBorrowings",
    "ifrs-full:ShorttermBorrowings",
];

/// All debt, whenever it falls due.
pub(crate) const ALL_DEBT: &[&str] =
    &["DebtLongtermAndShorttermCombinedAmount", "ifrs-full:Borrowings"];

/// Long-term debt with the part due within a year; the tag of that part; and that of the rest.
pub(crate) const WITH_CURRENT_PORTION: &[(&str, &str, &str)] = &[
    ("LongTermDebt", "LongTermDebtCurrent", "LongTermDebtNoncurrent"),
    (
        "LongTermDebtAndCapitalLeaseObligationsIncludingCurrentMaturities",
        "LongTermDebtAndCapitalLeaseObligationsCurrent",
        "LongTermDebtAndCapitalLeaseObligations",
    ),
];

/// The shares of the cover page, of a day after the period's end.
pub(crate) const SHARES_ON_COVER: &str = "dei:EntityCommonStockSharesOutstanding";

/// Returns the lines that an item is put together from on the days that its chain says nothing of.
pub(crate) fn lines(item: Item) -> Vec<&'static str> {
    match item {
        Item::ShortTermDebt => [CURRENT_PORTION, SHORT_TERM_BORROWINGS].concat(),
        Item::LongTermDebt => {
            let wholes = WITH_CURRENT_PORTION.iter().map(|(whole, ..)| *whole);
            wholes.chain(parts::names(item)).collect()
        }
        Item::SharesOutstanding => alloc::vec![SHARES_ON_COVER],
        _ => parts::names(item).collect(),
    }
}

/// Splits the name of a concept from its taxonomy, which is `us-gaap` where the name has none.
pub(crate) fn split_name(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("us-gaap", name))
}
