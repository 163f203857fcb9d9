//! The chains of balance sheets.

use super::row::{Row, narrower, same, wider};
use crate::Item;

const RESTRICTED: &[&str] = &[
    "RestrictedCash",
    "RestrictedCashCurrent",
    "RestrictedCashNoncurrent",
    "RestrictedCashAndCashEquivalents",
    "RestrictedCashAndCashEquivalentsAtCarryingValue",
];

const BANK_DEPOSITS: &[&str] = &[
    "InterestBearingDepositsInBanks",
    "InterestBearingDepositsInBanksAndOtherFinancialInstitutions",
];

/// The kinds of securities that the tag of one kind leaves out.
const OTHER_SECURITIES: &[&str] =
    &["ShortTermInvestments", "OtherShortTermInvestments", "HeldToMaturitySecuritiesCurrent"];

const OTHER_LONG_SECURITIES: &[&str] =
    &["LongTermInvestments", "OtherLongTermInvestments", "HeldToMaturitySecuritiesNoncurrent"];

#[rustfmt::skip]
pub(super) const CHAINS: &[(Item, &[Row])] = &[
    (Item::Cash, &[
        same("CashAndCashEquivalentsAtCarryingValue"),
        narrower("CashAndDueFromBanks", BANK_DEPOSITS),
        narrower("Cash", &[]),
        wider("CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents", RESTRICTED),
        same("ifrs-full:CashAndCashEquivalents"),
        narrower("ifrs-full:Cash", &[]),
    ]),
    (Item::CashWithRestricted, &[
        same("CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"),
        wider(concat!(
            "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
            "IncludingDisposalGroupAndDiscontinuedOperations"
        ), &[]),
    ]),
    (Item::ShortTermInvestments, &[
        narrower("MarketableSecuritiesCurrent", OTHER_SECURITIES),
        narrower("AvailableForSaleSecuritiesDebtSecuritiesCurrent", OTHER_SECURITIES),
        narrower("AvailableForSaleSecuritiesCurrent", OTHER_SECURITIES),
        same("ShortTermInvestments"),
    ]),
    (Item::AccountsReceivable, &[
        same("AccountsReceivableNetCurrent"),
        same("ifrs-full:CurrentTradeReceivables"),
        wider("ReceivablesNetCurrent", &[]),
        same("AccountsReceivableNet"),
        wider("ifrs-full:TradeAndOtherCurrentReceivables", &[]),
    ]),
    (Item::Inventory, &[same("InventoryNet"), same("ifrs-full:Inventories")]),
    (Item::TotalCurrentAssets, &[same("AssetsCurrent"), same("ifrs-full:CurrentAssets")]),
    (Item::PropertyPlantEquipmentGross, &[same("PropertyPlantAndEquipmentGross")]),
    (Item::PropertyPlantEquipment, &[
        same("PropertyPlantAndEquipmentNet"),
        wider(concat!(
            "PropertyPlantAndEquipmentAndFinanceLeaseRightOfUseAsset",
            "AfterAccumulatedDepreciationAndAmortization"
        ), &["FinanceLeaseRightOfUseAsset"]),
        same("PublicUtilitiesPropertyPlantAndEquipmentNet"),
        same("ifrs-full:PropertyPlantAndEquipment"),
    ]),
    (Item::Goodwill, &[same("Goodwill"), same("ifrs-full:Goodwill")]),
    (Item::IntangibleAssets, &[
        same("IntangibleAssetsNetExcludingGoodwill"),
        narrower("FiniteLivedIntangibleAssetsNet",
            &["IndefiniteLivedIntangibleAssetsExcludingGoodwill"]),
        same("ifrs-full:IntangibleAssetsOtherThanGoodwill"),
    ]),
    (Item::LongTermInvestments, &[
        narrower("MarketableSecuritiesNoncurrent", OTHER_LONG_SECURITIES),
        narrower("AvailableForSaleSecuritiesDebtSecuritiesNoncurrent", OTHER_LONG_SECURITIES),
        narrower("AvailableForSaleSecuritiesNoncurrent", OTHER_LONG_SECURITIES),
        same("LongTermInvestments"),
    ]),
    (Item::TotalAssets, &[same("Assets"), same("ifrs-full:Assets")]),
    (Item::AccountsPayable, &[
        same("AccountsPayableCurrent"),
        narrower("AccountsPayableTradeCurrent", &["AccountsPayableOtherCurrent"]),
        wider("ifrs-full:TradeAndOtherCurrentPayables", &[]),
    ]),
    (Item::DeferredRevenue, &[
        same("ContractWithCustomerLiabilityCurrent"),
        same("DeferredRevenueCurrent"),
    ]),
    (Item::DeferredRevenueNoncurrent, &[
        same("ContractWithCustomerLiabilityNoncurrent"),
        same("DeferredRevenueNoncurrent"),
    ]),
    // All debt due within a year; where it is not tagged, `lines` add up to it.
    (Item::ShortTermDebt, &[
        same("DebtCurrent"),
        same("ifrs-full:CurrentBorrowingsAndCurrentPortionOfNoncurrentBorrowings"),
    ]),
    // Debt due later; where it is not tagged, `lines` hold it with the part due within a year.
    (Item::LongTermDebt, &[
        same("LongTermDebtNoncurrent"),
        wider("LongTermDebtAndCapitalLeaseObligations", &[
            "CapitalLeaseObligations",
            "CapitalLeaseObligationsNoncurrent",
            "FinanceLeaseLiability",
            "FinanceLeaseLiabilityNoncurrent",
        ]),
        same("ifrs-full:NoncurrentPortionOfNoncurrentBorrowings"),
        same("ifrs-full:LongtermBorrowings"),
    ]),
    // The second holds taxes of every kind.
    (Item::TaxesPayable, &[
        same("AccruedIncomeTaxesCurrent"),
        wider("TaxesPayableCurrent", &[]),
        same("ifrs-full:CurrentTaxLiabilitiesCurrent"),
    ]),
    (Item::LeaseLiabilities, &[
        same("ifrs-full:LeaseLiabilities"),
        narrower("OperatingLeaseLiability", &["FinanceLeaseLiability"]),
    ]),
    (Item::OperatingLeaseLiabilities, &[same("OperatingLeaseLiability")]),
    (Item::FinanceLeaseLiabilities, &[
        same("FinanceLeaseLiability"),
        same("CapitalLeaseObligations"),
    ]),
    (Item::DeferredTaxOnIntangibles, &[
        same("DeferredTaxLiabilitiesGoodwillAndIntangibleAssets"),
        narrower("DeferredTaxLiabilitiesGoodwillAndIntangibleAssetsIntangibleAssets",
            &["DeferredTaxLiabilitiesGoodwillAndIntangibleAssetsGoodwill"]),
        narrower("DeferredTaxLiabilitiesIntangibleAssets", &["DeferredTaxLiabilitiesGoodwill"]),
    ]),
    (Item::TotalCurrentLiabilities, &[
        same("LiabilitiesCurrent"),
        same("ifrs-full:CurrentLiabilities"),
    ]),
    (Item::TotalLiabilities, &[same("Liabilities"), same("ifrs-full:Liabilities")]),
    // With what was paid in above par, where a company prints that in the one line (JPMorgan).
    (Item::PreferredEquity, &[
        same("PreferredStockValue"),
        same("PreferredStockValueOutstanding"),
        same("PreferredStockIncludingAdditionalPaidInCapitalNetOfDiscount"),
        same("PreferredStockIncludingAdditionalPaidInCapital"),
    ]),
    (Item::RetainedEarnings, &[
        same("RetainedEarningsAccumulatedDeficit"),
        same("ifrs-full:RetainedEarnings"),
    ]),
    (Item::NoncontrollingInterest, &[
        same("MinorityInterest"),
        same("ifrs-full:NoncontrollingInterests"),
    ]),
    (Item::RedeemableNoncontrollingInterest, &[
        same("RedeemableNoncontrollingInterestEquityCarryingAmount"),
        same("RedeemableNoncontrollingInterestEquityFairValue"),
        same("RedeemableNoncontrollingInterestEquityRedemptionValue"),
    ]),
    (Item::StockholdersEquity, &[
        same("StockholdersEquity"),
        same("PartnersCapital"),
        same("ifrs-full:EquityAttributableToOwnersOfParent"),
        wider("ifrs-full:Equity", &["ifrs-full:NoncontrollingInterests"]),
    ]),
    (Item::TotalEquity, &[
        same("StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"),
        same("PartnersCapitalIncludingPortionAttributableToNoncontrollingInterest"),
        same("ifrs-full:Equity"),
    ]),
    (Item::RemainingPerformanceObligation, &[same("RevenueRemainingPerformanceObligation")]),
    (Item::Loans, &[
        same("FinancingReceivableExcludingAccruedInterestAfterAllowanceForCreditLoss"),
        same("LoansAndLeasesReceivableNetReportedAmount"),
    ]),
    (Item::ForeclosedProperty, &[
        same("OtherRealEstateAndForeclosedAssets"),
        same("ForeclosedAssets"),
        narrower("RealEstateAcquiredThroughForeclosure", &[]),
        narrower("OtherRealEstate", &[]),
    ]),
    (Item::Deposits, &[same("Deposits")]),
];
