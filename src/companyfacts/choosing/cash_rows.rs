//! The chains of cash flow statements.

use super::row::{Row, narrower, same, wider};
use crate::Item;

const SHORT_TERM_ISSUED: &[&str] =
    &["ProceedsFromShortTermDebt", "ProceedsFromRepaymentsOfShortTermDebt"];

const SHORT_TERM_REPAID: &[&str] =
    &["RepaymentsOfShortTermDebt", "ProceedsFromRepaymentsOfShortTermDebt"];

#[rustfmt::skip]
pub(super) const CHAINS: &[(Item, &[Row])] = &[
    (Item::DepreciationAndAmortization, &[
        same("DepreciationDepletionAndAmortization"),
        wider("DepreciationAmortizationAndAccretionNet",
            &["AccretionExpense", "AssetRetirementObligationAccretionExpense"]),
        narrower("DepreciationAndAmortization", &["Depletion"]),
        same("ifrs-full:AdjustmentsForDepreciationAndAmortisationExpense"),
    ]),
    (Item::Depreciation, &[same("Depreciation"), same("ifrs-full:DepreciationExpense")]),
    (Item::StockBasedCompensation, &[
        same("ShareBasedCompensation"),
        narrower("AllocatedShareBasedCompensationExpense", &[]),
        same("ifrs-full:AdjustmentsForSharebasedPayments"),
    ]),
    (Item::OperatingCashFlow, &[
        same("NetCashProvidedByUsedInOperatingActivities"),
        narrower("NetCashProvidedByUsedInOperatingActivitiesContinuingOperations",
            &["CashProvidedByUsedInOperatingActivitiesDiscontinuedOperations"]),
        same("ifrs-full:CashFlowsFromUsedInOperatingActivities"),
        // Cash generated before interest and taxes.
        wider("ifrs-full:CashFlowsFromUsedInOperations", &[]),
    ]),
    (Item::OperatingCashFlowContinuing, &[
        same("NetCashProvidedByUsedInOperatingActivitiesContinuingOperations"),
        same("ifrs-full:CashFlowsFromUsedInOperatingActivitiesContinuingOperations"),
    ]),
    // Productive assets are property, plant and equipment with software and other intangibles.
    (Item::CapitalExpenditures, &[
        same("PaymentsToAcquirePropertyPlantAndEquipment"),
        wider("PaymentsToAcquireProductiveAssets", &[]),
        narrower("PaymentsForCapitalImprovements", &[]),
        narrower("PaymentsToAcquireOtherPropertyPlantAndEquipment", &[]),
        same("PaymentsToAcquireOilAndGasPropertyAndEquipment"),
        narrower("PaymentsToAcquireOilAndGasProperty", &[]),
        narrower("PaymentsToExploreAndDevelopOilAndGasProperties", &[]),
        same("ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities"),
    ]),
    (Item::PropertyPayments, &[
        same("PaymentsToAcquirePropertyPlantAndEquipment"),
        same("ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities"),
    ]),
    (Item::ProductiveAssetPayments, &[same("PaymentsToAcquireProductiveAssets")]),
    (Item::CapitalisedSoftware, &[
        same("PaymentsToDevelopSoftware"),
        same("PaymentsForSoftware"),
        narrower("PaymentsToAcquireSoftware", &[]),
    ]),
    (Item::IntangiblesBought, &[
        same("PaymentsToAcquireIntangibleAssets"),
        same("ifrs-full:PurchaseOfIntangibleAssetsClassifiedAsInvestingActivities"),
    ]),
    (Item::ProceedsFromProperty, &[
        same("ProceedsFromSaleOfPropertyPlantAndEquipment"),
        wider("ProceedsFromSaleOfProductiveAssets", &[]),
        same(concat!(
            "ifrs-full:ProceedsFromSalesOfPropertyPlantAndEquipment",
            "ClassifiedAsInvestingActivities"
        )),
    ]),
    (Item::Acquisitions, &[
        same("PaymentsToAcquireBusinessesNetOfCashAcquired"),
        wider("PaymentsToAcquireBusinessesAndInterestInAffiliates", &[]),
    ]),
    (Item::InvestingCashFlow, &[
        same("NetCashProvidedByUsedInInvestingActivities"),
        narrower("NetCashProvidedByUsedInInvestingActivitiesContinuingOperations",
            &["CashProvidedByUsedInInvestingActivitiesDiscontinuedOperations"]),
        same("ifrs-full:CashFlowsFromUsedInInvestingActivities"),
    ]),
    (Item::DividendsPaid, &[
        same("PaymentsOfDividendsCommonStock"),
        wider("PaymentsOfDividends", &[
            "PaymentsOfDividendsPreferredStockAndPreferenceStock",
            "PaymentsOfDividendsMinorityInterest",
        ]),
        same("ifrs-full:DividendsPaidToEquityHoldersOfParentClassifiedAsFinancingActivities"),
        wider("ifrs-full:DividendsPaidClassifiedAsFinancingActivities", &[
            "ifrs-full:DividendsPaidToNoncontrollingInterestsClassifiedAsFinancingActivities",
        ]),
    ]),
    (Item::ShareRepurchases, &[
        same("PaymentsForRepurchaseOfCommonStock"),
        same("ifrs-full:PaymentsToAcquireOrRedeemEntitysShares"),
    ]),
    (Item::ShareIssuance, &[
        same("ProceedsFromIssuanceOfCommonStock"),
        same("ifrs-full:ProceedsFromIssuingShares"),
    ]),
    (Item::DebtIssued, &[
        narrower("ProceedsFromIssuanceOfLongTermDebt", SHORT_TERM_ISSUED),
        same("ProceedsFromIssuanceOfDebt"),
        same("ProceedsFromDebtNetOfIssuanceCosts"),
        same("ifrs-full:ProceedsFromBorrowingsClassifiedAsFinancingActivities"),
    ]),
    (Item::DebtRepaid, &[
        narrower("RepaymentsOfLongTermDebt", SHORT_TERM_REPAID),
        same("RepaymentsOfDebt"),
        wider("RepaymentsOfDebtAndCapitalLeaseObligations", &[]),
        same("ifrs-full:RepaymentsOfBorrowingsClassifiedAsFinancingActivities"),
    ]),
    (Item::FinanceLeasePrincipal, &[
        same("FinanceLeasePrincipalPayments"),
        same("RepaymentsOfLongTermCapitalLeaseObligations"),
        wider("ifrs-full:PaymentsOfLeaseLiabilitiesClassifiedAsFinancingActivities", &[]),
    ]),
    (Item::FinancingCashFlow, &[
        same("NetCashProvidedByUsedInFinancingActivities"),
        narrower("NetCashProvidedByUsedInFinancingActivitiesContinuingOperations",
            &["CashProvidedByUsedInFinancingActivitiesDiscontinuedOperations"]),
        same("ifrs-full:CashFlowsFromUsedInFinancingActivities"),
    ]),
    (Item::InterestPaid, &[
        same("InterestPaidNet"),
        wider("InterestPaid", &["InterestPaidCapitalized", "InterestCostsCapitalized"]),
    ]),
    (Item::IncomeTaxesPaid, &[
        same("IncomeTaxesPaidNet"),
        wider("IncomeTaxesPaid", &["ProceedsFromIncomeTaxRefunds"]),
    ]),
];
