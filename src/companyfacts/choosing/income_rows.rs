//! The chains of income statements, of amounts per share and of counts of shares.

use super::row::{Row, narrower, same, wider};
use crate::Item;

/// What a consolidated profit has beyond the parent's.
const MINORITY: &[&str] = &[
    "NetIncomeLossAttributableToNoncontrollingInterest",
    "MinorityInterestInNetIncomeLossOfConsolidatedEntities",
    "MinorityInterest",
];

const EQUITY_METHOD: &[&str] = &["IncomeLossFromEquityMethodInvestments"];

const PREFERRED: &[&str] =
    &["PreferredStockDividendsIncomeStatementImpact", "DividendsPreferredStock"];

/// Income before taxes with income of the equity method.
const PRETAX: &str = concat!(
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
    "ExtraordinaryItemsNoncontrollingInterest"
);

/// Income before taxes, and before income of the equity method too.
const PRETAX_BEFORE_EQUITY_METHOD: &str = concat!(
    "IncomeLossFromContinuingOperationsBeforeIncomeTaxes",
    "MinorityInterestAndIncomeLossFromEquityMethodInvestments"
);

#[rustfmt::skip]
pub(super) const CHAINS: &[(Item, &[Row])] = &[
    // A bank's net revenue is the measure of Regulation S-X, article 9; `Revenues` may be gross.
    // Net sales come before a total that adds a little to them (Walmart's membership fees, 1%), and
    // after a total that adds more: `REVENUE_TOTAL_PERCENT` draws the line. Whether taxes collected
    // for governments are in revenue is the company's election (ASC 606-10-32-2A).
    (Item::Revenue, &[
        same("RevenuesNetOfInterestExpense"),
        same("RevenueFromContractWithCustomerExcludingAssessedTax"),
        same("RevenueFromContractWithCustomerIncludingAssessedTax"),
        same("SalesRevenueNet"),
        same("Revenues"),
        narrower("RealEstateRevenueNet", &[]),
        same("HealthCareOrganizationRevenue"),
        same("RegulatedAndUnregulatedOperatingRevenue"),
        same("UtilityRevenue"),
        narrower("ElectricUtilityRevenue", &[]),
        narrower("OilAndGasRevenue", &[]),
        narrower("SalesRevenueGoodsNet", &["SalesRevenueServicesNet"]),
        narrower("SalesRevenueServicesNet", &["SalesRevenueGoodsNet"]),
        same("ifrs-full:Revenue"),
        narrower("ifrs-full:RevenueFromContractsWithCustomers", &[]),
    ]),
    // Sales to customers by their own tags, without what a total adds to them.
    (Item::NetSales, &[
        same("RevenueFromContractWithCustomerExcludingAssessedTax"),
        same("RevenueFromContractWithCustomerIncludingAssessedTax"),
        same("SalesRevenueNet"),
        same("ifrs-full:RevenueFromContractsWithCustomers"),
    ]),
    (Item::TotalRevenues, &[
        same("RevenuesNetOfInterestExpense"),
        same("Revenues"),
        same("RegulatedAndUnregulatedOperatingRevenue"),
        same("UtilityRevenue"),
        same("HealthCareOrganizationRevenue"),
        same("ifrs-full:Revenue"),
    ]),
    (Item::CostOfRevenue, &[
        same("CostOfRevenue"),
        same("CostOfGoodsAndServicesSold"),
        narrower("CostOfGoodsSold", &["CostOfServices"]),
        narrower("CostOfServices", &["CostOfGoodsSold"]),
        narrower("CostOfGoodsAndServiceExcludingDepreciationDepletionAndAmortization", &[]),
        same("ifrs-full:CostOfSales"),
    ]),
    (Item::GrossProfit, &[same("GrossProfit"), same("ifrs-full:GrossProfit")]),
    (Item::ResearchAndDevelopment, &[
        same("ResearchAndDevelopmentExpense"),
        narrower("ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost",
            &["ResearchAndDevelopmentInProcess"]),
        same("ifrs-full:ResearchAndDevelopmentExpense"),
    ]),
    (Item::SalesAndMarketing, &[
        same("SellingAndMarketingExpense"),
        narrower("MarketingExpense", &["SellingExpense"]),
        same("ifrs-full:SellingExpense"),
    ]),
    (Item::GeneralAndAdministrative, &[
        same("GeneralAndAdministrativeExpense"),
        same("ifrs-full:GeneralAndAdministrativeExpense"),
        narrower("ifrs-full:AdministrativeExpense", &[]),
    ]),
    (Item::SellingGeneralAndAdministrative, &[
        same("SellingGeneralAndAdministrativeExpense"),
        same("ifrs-full:SellingGeneralAndAdministrativeExpense"),
    ]),
    // Under IFRS all of them, the cost of sales too.
    (Item::OperatingExpenses, &[
        same("OperatingExpenses"),
        wider("ifrs-full:OperatingExpense", &[]),
    ]),
    (Item::RestructuringCharges, &[
        same("RestructuringCharges"),
        wider("RestructuringCostsAndAssetImpairmentCharges", &[]),
    ]),
    (Item::AmortizationOfIntangibles, &[same("AmortizationOfIntangibleAssets")]),
    (Item::OperatingIncome, &[
        same("OperatingIncomeLoss"),
        same("ifrs-full:ProfitLossFromOperatingActivities"),
    ]),
    (Item::InterestIncome, &[
        same("InvestmentIncomeInterest"),
        narrower("InterestIncomeOther", &[]),
        wider("InterestAndDividendIncomeOperating", &["DividendIncomeOperating"]),
        same("InterestIncomeOperating"),
        same("ifrs-full:RevenueFromInterest"),
    ]),
    (Item::InterestExpense, &[
        same("InterestExpense"),
        narrower("InterestExpenseNonoperating", &["InterestExpenseOperating"]),
        narrower("InterestExpenseOperating", &["InterestExpenseNonoperating"]),
        narrower("InterestExpenseDebt", &["InterestExpenseOther", "InterestExpenseDeposits"]),
        same("ifrs-full:InterestExpense"),
        wider("ifrs-full:FinanceCosts", &[]),
    ]),
    (Item::OtherIncome, &[
        same("NonoperatingIncomeExpense"),
        narrower("OtherNonoperatingIncomeExpense", &[]),
    ]),
    (Item::IncomeBeforeTax, &[
        same(PRETAX),
        narrower(PRETAX_BEFORE_EQUITY_METHOD, EQUITY_METHOD),
        same("ifrs-full:ProfitLossBeforeTax"),
    ]),
    (Item::PretaxBeforeEquityIncome, &[
        same(PRETAX_BEFORE_EQUITY_METHOD),
        wider(PRETAX, EQUITY_METHOD),
    ]),
    (Item::IncomeTaxExpense, &[
        same("IncomeTaxExpenseBenefit"),
        same("ifrs-full:IncomeTaxExpenseContinuingOperations"),
    ]),
    (Item::IncomeContinuing, &[
        same("IncomeLossFromContinuingOperations"),
        wider(concat!(
            "IncomeLossFromContinuingOperationsIncludingPortion",
            "AttributableToNoncontrollingInterest"
        ), MINORITY),
        wider("ifrs-full:ProfitLossFromContinuingOperations",
            &["ifrs-full:ProfitLossAttributableToNoncontrollingInterests"]),
    ]),
    (Item::NetIncomeConsolidated, &[same("ProfitLoss"), same("ifrs-full:ProfitLoss")]),
    (Item::NetIncomeNoncontrolling, &[
        same("NetIncomeLossAttributableToNoncontrollingInterest"),
        same("MinorityInterestInNetIncomeLossOfConsolidatedEntities"),
        same("ifrs-full:ProfitLossAttributableToNoncontrollingInterests"),
    ]),
    // Without noncontrolling interests the consolidated profit is the parent's; with them the two
    // differ in one filing, and never join.
    (Item::NetIncome, &[
        same("NetIncomeLoss"),
        same("NetIncomeLossAttributableToParent"),
        wider("ProfitLoss", MINORITY),
        narrower("NetIncomeLossAvailableToCommonStockholdersBasic", PREFERRED),
        same("ifrs-full:ProfitLossAttributableToOwnersOfParent"),
        wider("ifrs-full:ProfitLoss",
            &["ifrs-full:ProfitLossAttributableToNoncontrollingInterests"]),
    ]),
    (Item::IncomeToCommon, &[same("NetIncomeLossAvailableToCommonStockholdersBasic")]),
    (Item::PreferredDividends, &[
        same("PreferredStockDividendsIncomeStatementImpact"),
        same("DividendsPreferredStock"),
    ]),
    (Item::NetInterestIncome, &[
        same("InterestIncomeExpenseNet"),
        same("ifrs-full:InterestRevenueExpense"),
    ]),
    (Item::NoninterestIncome, &[same("NoninterestIncome")]),
    (Item::NoninterestExpense, &[same("NoninterestExpense")]),
    (Item::ProvisionForCreditLosses, &[
        same("ProvisionForLoanLeaseAndOtherLosses"),
        narrower("ProvisionForLoanAndLeaseLosses", &[]),
        same("ProvisionForCreditLosses"),
        narrower("FinancingReceivableExcludingAccruedInterestCreditLossExpenseReversal", &[]),
    ]),
    (Item::PremiumsEarned, &[
        same("PremiumsEarnedNet"),
        narrower("PremiumsEarnedNetPropertyAndCasualty", &[]),
    ]),
    (Item::LossesIncurred, &[
        same("PolicyholderBenefitsAndClaimsIncurredNet"),
        narrower("IncurredClaimsPropertyCasualtyAndLiability", &[]),
        narrower("PolicyholderBenefitsAndClaimsIncurredHealthCare", &[]),
    ]),
    (Item::EpsBasic, &[
        same("EarningsPerShareBasic"),
        same("EarningsPerShareBasicAndDiluted"),
        same("ifrs-full:BasicEarningsLossPerShare"),
    ]),
    (Item::EpsDiluted, &[
        same("EarningsPerShareDiluted"),
        same("EarningsPerShareBasicAndDiluted"),
        same("ifrs-full:DilutedEarningsLossPerShare"),
    ]),
    (Item::EpsContinuing, &[
        same("IncomeLossFromContinuingOperationsPerDilutedShare"),
        same("IncomeLossFromContinuingOperationsPerBasicAndDilutedShare"),
        same("ifrs-full:DilutedEarningsLossPerShareFromContinuingOperations"),
    ]),
    // What is declared in a period may be paid in the next.
    (Item::DividendsPerShare, &[
        same("CommonStockDividendsPerShareDeclared"),
        narrower("CommonStockDividendsPerShareCashPaid", &[]),
    ]),
    (Item::SharesBasic, &[
        same("WeightedAverageNumberOfSharesOutstandingBasic"),
        same("WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
        same("ifrs-full:WeightedAverageShares"),
    ]),
    (Item::SharesDiluted, &[
        same("WeightedAverageNumberOfDilutedSharesOutstanding"),
        same("WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
        same("ifrs-full:AdjustedWeightedAverageShares"),
    ]),
    (Item::SharesOutstanding, &[
        same("CommonStockSharesOutstanding"),
        same("SharesOutstanding"),
        same("ifrs-full:NumberOfSharesOutstanding"),
    ]),
];
