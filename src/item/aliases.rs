//! Other names of line items, as people type them, and the look-up by them.

use core::str::FromStr;

use super::{Item, ItemError};
use crate::{
    decimal::excerpt,
    names::{self, letters},
};

/// Each is compared by its letters and digits alone, in any case; none is a name of a metric.
const ALIASES: &[(&str, Item)] = &[
    ("sales", Item::Revenue),
    ("revenues", Item::Revenue),
    ("turnover", Item::Revenue),
    ("top line", Item::Revenue),
    ("total revenue", Item::TotalRevenues),
    ("cogs", Item::CostOfRevenue),
    ("cost of sales", Item::CostOfRevenue),
    ("cost of goods sold", Item::CostOfRevenue),
    ("R&D", Item::ResearchAndDevelopment),
    ("research and development expense", Item::ResearchAndDevelopment),
    ("G&A", Item::GeneralAndAdministrative),
    ("SG&A", Item::SellingGeneralAndAdministrative),
    ("opex", Item::OperatingExpenses),
    ("operating profit", Item::OperatingIncome),
    ("income from operations", Item::OperatingIncome),
    ("pretax income", Item::IncomeBeforeTax),
    ("profit before tax", Item::IncomeBeforeTax),
    ("PBT", Item::IncomeBeforeTax),
    ("EBT", Item::IncomeBeforeTax),
    ("income tax", Item::IncomeTaxExpense),
    ("bottom line", Item::NetIncome),
    ("net profit", Item::NetIncome),
    ("net earnings", Item::NetIncome),
    ("profit attributable", Item::NetIncome),
    ("minority interest", Item::NoncontrollingInterest),
    ("NII", Item::NetInterestIncome),
    ("NOI", Item::NetOperatingIncome),
    ("cash and cash equivalents", Item::Cash),
    ("receivables", Item::AccountsReceivable),
    ("payables", Item::AccountsPayable),
    ("inventories", Item::Inventory),
    ("PP&E", Item::PropertyPlantEquipment),
    ("assets", Item::TotalAssets),
    ("current assets", Item::TotalCurrentAssets),
    ("liabilities", Item::TotalLiabilities),
    ("current liabilities", Item::TotalCurrentLiabilities),
    ("equity", Item::StockholdersEquity),
    ("shareholders' equity", Item::StockholdersEquity),
    ("RPO", Item::RemainingPerformanceObligation),
    ("cRPO", Item::CurrentRemainingPerformanceObligation),
    ("ARR", Item::AnnualRecurringRevenue),
    ("RWA", Item::RiskWeightedAssets),
    ("D&A", Item::DepreciationAndAmortization),
    ("SBC", Item::StockBasedCompensation),
    ("stock compensation", Item::StockBasedCompensation),
    ("OCF", Item::OperatingCashFlow),
    ("CFO", Item::OperatingCashFlow),
    ("cash from operations", Item::OperatingCashFlow),
    ("capex", Item::CapitalExpenditures),
    ("buybacks", Item::ShareRepurchases),
    ("dividends", Item::DividendsPaid),
    ("EPS", Item::EpsDiluted),
    ("diluted EPS", Item::EpsDiluted),
    ("basic EPS", Item::EpsBasic),
    ("DPS", Item::DividendsPerShare),
    ("diluted shares", Item::SharesDiluted),
    ("basic shares", Item::SharesBasic),
    ("price", Item::SharePrice),
];

impl Item {
    /// Returns the other names that it is found by, such as `EPS` and `diluted EPS`.
    pub fn aliases(self) -> impl Iterator<Item = &'static str> {
        ALIASES.iter().filter(move |(_, item)| *item == self).map(|(alias, _)| *alias)
    }

    /// Returns the name and the aliases.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        core::iter::once(self.name()).chain(self.aliases())
    }

    /// Returns the line item of a name or an alias: of exactly that name, or else of one with the
    /// same letters and digits, in any case.
    pub(crate) fn find(text: &str) -> Option<Self> {
        Self::from_bytes(text.as_bytes()).or_else(|| {
            let is_same = |name: &str| letters(name).eq(letters(text));
            Self::all().find(|item| item.names().any(is_same))
        })
    }

    /// Returns the error for a text that no line item is called.
    pub(super) fn unknown(name: &str) -> ItemError {
        let name = excerpt(name);
        let near = names::nearest(&name, Self::all(), Self::names);
        ItemError { name, near }
    }
}

impl FromStr for Item {
    type Err = ItemError;

    /// Looks a name or an alias up: exactly, or else by its letters and digits alone, in any case.
    ///
    /// ```
    /// use financials::Item;
    ///
    /// for name in ["net_income", "Net Income", "bottom line", "NET-INCOME"] {
    ///     assert_eq!(name.parse::<Item>()?, Item::NetIncome);
    /// }
    /// let error = "revnue".parse::<Item>().unwrap_err();
    /// assert_eq!(error.near.first(), Some(&Item::Revenue));
    /// # Ok::<(), financials::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - `margin` — no line item has that name; the error offers those with the names most like it.
    fn from_str(name: &str) -> Result<Self, ItemError> {
        Self::find(name).ok_or_else(|| Self::unknown(name))
    }
}
