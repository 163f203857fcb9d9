//! Which concepts give a line item, in order of preference.
//!
//! A chain lists concepts that stand for one line of a statement: the total before its slices, the
//! current tag before the ones it took the place of. The figures of two concepts join into one
//! series unless a filing that gives both shows that they differ.
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

use crate::Item;

/// Returns the concepts that give an item, the preferred first.
pub(crate) fn chain(item: Item) -> &'static [&'static str] {
    CHAINS.iter().find(|(known, _)| *known == item).map_or(&[], |(_, chain)| *chain)
}

/// Returns every item that has a chain.
pub(crate) fn items() -> impl Iterator<Item = Item> {
    CHAINS.iter().map(|(item, _)| *item)
}

/// A bank's total revenue less its interest expense: however much larger another total is, it is
/// the gross one.
pub(crate) const NET_REVENUE: &str = "RevenuesNetOfInterestExpense";

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

/// Returns the lines that an item is put together from on the days that its chain says nothing of.
pub(crate) fn lines(item: Item) -> Vec<&'static str> {
    match item {
        Item::ShortTermDebt => [CURRENT_PORTION, SHORT_TERM_BORROWINGS].concat(),
        Item::LongTermDebt => WITH_CURRENT_PORTION.iter().map(|(whole, ..)| *whole).collect(),
        _ => Vec::new(),
    }
}

/// Splits the name of a concept from its taxonomy, which is `us-gaap` where the name has none.
pub(crate) fn split_name(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("us-gaap", name))
}

/// A concept without a taxonomy is one of `us-gaap`.
#[rustfmt::skip]
const CHAINS: &[(Item, &[&str])] = &[
    // A bank's net revenue is the measure of Regulation S-X, article 9; `Revenues` may be gross.
    // Net sales come before a total that adds a little to them (Walmart's membership fees, 1%), and
    // after a total that adds more: `REVENUE_TOTAL_PERCENT` draws the line.
    (Item::Revenue, &[
        NET_REVENUE,
        "RevenueFromContractWithCustomerExcludingAssessedTax",
        "RevenueFromContractWithCustomerIncludingAssessedTax",
        "SalesRevenueNet",
        "Revenues",
        "RealEstateRevenueNet",
        "HealthCareOrganizationRevenue",
        "RegulatedAndUnregulatedOperatingRevenue",
        "OilAndGasRevenue",
        "SalesRevenueGoodsNet",
        "SalesRevenueServicesNet",
        "ifrs-full:Revenue",
        "ifrs-full:RevenueFromContractsWithCustomers",
    ]),
    (Item::CostOfRevenue, &[
        "CostOfRevenue",
        "CostOfGoodsAndServicesSold",
        "CostOfGoodsSold",
        "CostOfServices",
        "CostOfGoodsAndServiceExcludingDepreciationDepletionAndAmortization",
        "ifrs-full:CostOfSales",
    ]),
    (Item::GrossProfit, &["GrossProfit", "ifrs-full:GrossProfit"]),
    (Item::ResearchAndDevelopment, &[
        "ResearchAndDevelopmentExpense",
        "ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost",
        "ifrs-full:ResearchAndDevelopmentExpense",
    ]),
    (Item::SalesAndMarketing, &[
        "SellingAndMarketingExpense",
        "MarketingExpense",
        "ifrs-full:SellingExpense",
    ]),
    (Item::GeneralAndAdministrative, &[
        "GeneralAndAdministrativeExpense",
        "ifrs-full:GeneralAndAdministrativeExpense",
        "ifrs-full:AdministrativeExpense",
    ]),
    (Item::SellingGeneralAndAdministrative, &[
        "SellingGeneralAndAdministrativeExpense",
        "ifrs-full:SellingGeneralAndAdministrativeExpense",
    ]),
    (Item::OperatingExpenses, &["OperatingExpenses", "ifrs-full:OperatingExpense"]),
    (Item::RestructuringCharges, &[
        "RestructuringCharges",
        "RestructuringCostsAndAssetImpairmentCharges",
    ]),
    (Item::AmortizationOfIntangibles, &["AmortizationOfIntangibleAssets"]),
    (Item::OperatingIncome, &[
        "OperatingIncomeLoss",
        "ifrs-full:ProfitLossFromOperatingActivities",
    ]),
    (Item::InterestIncome, &[
        "InvestmentIncomeInterest",
        "InterestIncomeOther",
        "InterestAndDividendIncomeOperating",
        "InterestIncomeOperating",
        "ifrs-full:RevenueFromInterest",
    ]),
    (Item::InterestExpense, &[
        "InterestExpense",
        "InterestExpenseNonoperating",
        "InterestExpenseOperating",
        "InterestExpenseDebt",
        "ifrs-full:InterestExpense",
        "ifrs-full:FinanceCosts",
    ]),
    (Item::OtherIncome, &["NonoperatingIncomeExpense", "OtherNonoperatingIncomeExpense"]),
    (Item::IncomeBeforeTax, &[
        concat!(
            "IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
            "ExtraordinaryItemsNoncontrollingInterest"
        ),
        concat!(
            "IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
            "MinorityInterestAndIncomeLossFromEquityMethodInvestments"
        ),
        "ifrs-full:ProfitLossBeforeTax",
    ]),
    (Item::IncomeTaxExpense, &[
        "IncomeTaxExpenseBenefit",
        "ifrs-full:IncomeTaxExpenseContinuingOperations",
    ]),
    (Item::NetIncomeConsolidated, &["ProfitLoss", "ifrs-full:ProfitLoss"]),
    (Item::NetIncomeNoncontrolling, &[
        "NetIncomeLossAttributableToNoncontrollingInterest",
        "MinorityInterestInNetIncomeLossOfConsolidatedEntities",
        "ifrs-full:ProfitLossAttributableToNoncontrollingInterests",
    ]),
    // Without noncontrolling interests the consolidated profit is the parent's; with them the two
    // differ in one filing, and never join.
    (Item::NetIncome, &[
        "NetIncomeLoss",
        "NetIncomeLossAttributableToParent",
        "ProfitLoss",
        "NetIncomeLossAvailableToCommonStockholdersBasic",
        "ifrs-full:ProfitLossAttributableToOwnersOfParent",
        "ifrs-full:ProfitLoss",
    ]),
    (Item::PreferredDividends, &[
        "PreferredStockDividendsIncomeStatementImpact",
        "DividendsPreferredStock",
    ]),
    (Item::NetInterestIncome, &["InterestIncomeExpenseNet", "ifrs-full:InterestRevenueExpense"]),
    (Item::NoninterestIncome, &["NoninterestIncome"]),
    (Item::NoninterestExpense, &["NoninterestExpense"]),
    (Item::ProvisionForCreditLosses, &[
        "ProvisionForLoanLeaseAndOtherLosses",
        "ProvisionForLoanAndLeaseLosses",
        "ProvisionForCreditLosses",
    ]),
    (Item::PremiumsEarned, &["PremiumsEarnedNet", "PremiumsEarnedNetPropertyAndCasualty"]),
    (Item::LossesIncurred, &[
        "PolicyholderBenefitsAndClaimsIncurredNet",
        "IncurredClaimsPropertyCasualtyAndLiability",
    ]),
    (Item::Cash, &[
        "CashAndCashEquivalentsAtCarryingValue",
        "CashAndDueFromBanks",
        "Cash",
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents",
        "ifrs-full:CashAndCashEquivalents",
        "ifrs-full:Cash",
    ]),
    (Item::ShortTermInvestments, &[
        "MarketableSecuritiesCurrent",
        "AvailableForSaleSecuritiesDebtSecuritiesCurrent",
        "AvailableForSaleSecuritiesCurrent",
        "ShortTermInvestments",
    ]),
    (Item::AccountsReceivable, &[
        "AccountsReceivableNetCurrent",
        "ReceivablesNetCurrent",
        "ifrs-full:TradeAndOtherCurrentReceivables",
    ]),
    (Item::Inventory, &["InventoryNet", "ifrs-full:Inventories"]),
    (Item::TotalCurrentAssets, &["AssetsCurrent", "ifrs-full:CurrentAssets"]),
    (Item::PropertyPlantEquipmentGross, &["PropertyPlantAndEquipmentGross"]),
    (Item::PropertyPlantEquipment, &[
        "PropertyPlantAndEquipmentNet",
        concat!(
            "PropertyPlantAndEquipmentAndFinanceLeaseRightOfUseAsset",
            "AfterAccumulatedDepreciationAndAmortization"
        ),
        "ifrs-full:PropertyPlantAndEquipment",
    ]),
    (Item::Goodwill, &["Goodwill", "ifrs-full:Goodwill"]),
    (Item::IntangibleAssets, &[
        "IntangibleAssetsNetExcludingGoodwill",
        "FiniteLivedIntangibleAssetsNet",
        "ifrs-full:IntangibleAssetsOtherThanGoodwill",
    ]),
    (Item::LongTermInvestments, &[
        "MarketableSecuritiesNoncurrent",
        "AvailableForSaleSecuritiesDebtSecuritiesNoncurrent",
        "AvailableForSaleSecuritiesNoncurrent",
        "LongTermInvestments",
    ]),
    (Item::TotalAssets, &["Assets", "ifrs-full:Assets"]),
    (Item::AccountsPayable, &[
        "AccountsPayableCurrent",
        "AccountsPayableTradeCurrent",
        "ifrs-full:TradeAndOtherCurrentPayables",
    ]),
    (Item::DeferredRevenue, &["ContractWithCustomerLiabilityCurrent", "DeferredRevenueCurrent"]),
    (Item::DeferredRevenueNoncurrent, &[
        "ContractWithCustomerLiabilityNoncurrent",
        "DeferredRevenueNoncurrent",
    ]),
    // All debt due within a year; where it is not tagged, `lines` add up to it.
    (Item::ShortTermDebt, &[
        "DebtCurrent",
        "ifrs-full:CurrentBorrowingsAndCurrentPortionOfNoncurrentBorrowings",
    ]),
    // Debt due later; where it is not tagged, `lines` hold it with the part due within a year.
    (Item::LongTermDebt, &[
        "LongTermDebtNoncurrent",
        "LongTermDebtAndCapitalLeaseObligations",
        "ifrs-full:NoncurrentPortionOfNoncurrentBorrowings",
        "ifrs-full:LongtermBorrowings",
    ]),
    (Item::TaxesPayable, &[
        "TaxesPayableCurrent",
        "AccruedIncomeTaxesCurrent",
        "ifrs-full:CurrentTaxLiabilitiesCurrent",
    ]),
    (Item::LeaseLiabilities, &["OperatingLeaseLiability", "ifrs-full:LeaseLiabilities"]),
    (Item::TotalCurrentLiabilities, &["LiabilitiesCurrent", "ifrs-full:CurrentLiabilities"]),
    (Item::TotalLiabilities, &["Liabilities", "ifrs-full:Liabilities"]),
    // With what was paid in above par, where a company prints that in the one line (JPMorgan).
    (Item::PreferredEquity, &[
        "PreferredStockValue",
        "PreferredStockValueOutstanding",
        "PreferredStockIncludingAdditionalPaidInCapitalNetOfDiscount",
        "PreferredStockIncludingAdditionalPaidInCapital",
    ]),
    (Item::RetainedEarnings, &["RetainedEarningsAccumulatedDeficit", "ifrs-full:RetainedEarnings"]),
    (Item::NoncontrollingInterest, &["MinorityInterest", "ifrs-full:NoncontrollingInterests"]),
    (Item::StockholdersEquity, &[
        "StockholdersEquity",
        "ifrs-full:EquityAttributableToOwnersOfParent",
        "ifrs-full:Equity",
    ]),
    (Item::TotalEquity, &[
        "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
        "ifrs-full:Equity",
    ]),
    (Item::RemainingPerformanceObligation, &["RevenueRemainingPerformanceObligation"]),
    (Item::Loans, &[
        "FinancingReceivableExcludingAccruedInterestAfterAllowanceForCreditLoss",
        "LoansAndLeasesReceivableNetReportedAmount",
    ]),
    (Item::Deposits, &["Deposits"]),
    (Item::DepreciationAndAmortization, &[
        "DepreciationDepletionAndAmortization",
        "DepreciationAmortizationAndAccretionNet",
        "DepreciationAndAmortization",
        "ifrs-full:AdjustmentsForDepreciationAndAmortisationExpense",
    ]),
    (Item::Depreciation, &["Depreciation", "ifrs-full:DepreciationExpense"]),
    (Item::StockBasedCompensation, &[
        "ShareBasedCompensation",
        "AllocatedShareBasedCompensationExpense",
        "ifrs-full:AdjustmentsForSharebasedPayments",
    ]),
    (Item::OperatingCashFlow, &[
        "NetCashProvidedByUsedInOperatingActivities",
        "NetCashProvidedByUsedInOperatingActivitiesContinuingOperations",
        "ifrs-full:CashFlowsFromUsedInOperatingActivities",
        // Cash generated before interest and taxes. A filer that tags this alone means the total:
        // Logistic Properties' makes the change in cash, with investing, financing and exchange.
        "ifrs-full:CashFlowsFromUsedInOperations",
    ]),
    // Productive assets are property, plant and equipment with software and other intangibles.
    (Item::CapitalExpenditures, &[
        "PaymentsToAcquirePropertyPlantAndEquipment",
        "PaymentsToAcquireProductiveAssets",
        "PaymentsForCapitalImprovements",
        "PaymentsToAcquireOtherPropertyPlantAndEquipment",
        "ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities",
    ]),
    (Item::Acquisitions, &[
        "PaymentsToAcquireBusinessesNetOfCashAcquired",
        "PaymentsToAcquireBusinessesAndInterestInAffiliates",
    ]),
    (Item::InvestingCashFlow, &[
        "NetCashProvidedByUsedInInvestingActivities",
        "ifrs-full:CashFlowsFromUsedInInvestingActivities",
    ]),
    (Item::DividendsPaid, &[
        "PaymentsOfDividendsCommonStock",
        "PaymentsOfDividends",
        "ifrs-full:DividendsPaidClassifiedAsFinancingActivities",
    ]),
    (Item::ShareRepurchases, &[
        "PaymentsForRepurchaseOfCommonStock",
        "ifrs-full:PaymentsToAcquireOrRedeemEntitysShares",
    ]),
    (Item::ShareIssuance, &[
        "ProceedsFromIssuanceOfCommonStock",
        "ifrs-full:ProceedsFromIssuingShares",
    ]),
    (Item::DebtIssued, &[
        "ProceedsFromIssuanceOfLongTermDebt",
        "ProceedsFromIssuanceOfDebt",
        "ProceedsFromDebtNetOfIssuanceCosts",
        "ifrs-full:ProceedsFromBorrowingsClassifiedAsFinancingActivities",
    ]),
    (Item::DebtRepaid, &[
        "RepaymentsOfLongTermDebt",
        "RepaymentsOfDebt",
        "RepaymentsOfDebtAndCapitalLeaseObligations",
        "ifrs-full:RepaymentsOfBorrowingsClassifiedAsFinancingActivities",
    ]),
    (Item::FinancingCashFlow, &[
        "NetCashProvidedByUsedInFinancingActivities",
        "ifrs-full:CashFlowsFromUsedInFinancingActivities",
    ]),
    (Item::InterestPaid, &["InterestPaidNet", "InterestPaid"]),
    (Item::IncomeTaxesPaid, &["IncomeTaxesPaidNet", "IncomeTaxesPaid"]),
    (Item::EpsBasic, &[
        "EarningsPerShareBasic",
        "EarningsPerShareBasicAndDiluted",
        "ifrs-full:BasicEarningsLossPerShare",
    ]),
    (Item::EpsDiluted, &[
        "EarningsPerShareDiluted",
        "EarningsPerShareBasicAndDiluted",
        "ifrs-full:DilutedEarningsLossPerShare",
    ]),
    (Item::DividendsPerShare, &[
        "CommonStockDividendsPerShareDeclared",
        "CommonStockDividendsPerShareCashPaid",
    ]),
    (Item::SharesBasic, &[
        "WeightedAverageNumberOfSharesOutstandingBasic",
        "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
        "ifrs-full:WeightedAverageShares",
    ]),
    (Item::SharesDiluted, &[
        "WeightedAverageNumberOfDilutedSharesOutstanding",
        "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
        "ifrs-full:AdjustedWeightedAverageShares",
    ]),
    (Item::SharesOutstanding, &[
        "CommonStockSharesOutstanding",
        "dei:EntityCommonStockSharesOutstanding",
        "ifrs-full:NumberOfSharesOutstanding",
    ]),
];
