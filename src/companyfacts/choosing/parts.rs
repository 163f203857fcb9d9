//! The parts that some items are the sum of.

use crate::Item;

/// How a part of a sum enters it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Without it there is no sum.
    Needed,
    /// A statement that leaves it out has none.
    Optional,
    /// As an optional one, and taken off.
    TakenOff,
}

use Role::{Needed, Optional, TakenOff};

/// The tags of a part: the first that is there counts.
type Tags = &'static [&'static str];

/// Returns the parts that an item is the sum of.
#[rustfmt::skip]
pub(super) fn parts(item: Item) -> &'static [(Role, Tags)] {
    match item {
        // Total revenue net of interest expense (Regulation S-X, rule 9-04).
        Item::Revenue => {
            &[(Needed, &["InterestIncomeExpenseNet"]), (Needed, &["NoninterestIncome"])]
        }
        // A line of depreciation and other amortisation stands beside that of intangible assets.
        Item::DepreciationAndAmortization => &[
            (Needed, &["OtherDepreciationAndAmortization", "Depreciation"]),
            (Optional, &["AmortizationOfIntangibleAssets"]),
        ],
        Item::LeaseLiabilities => {
            &[(Needed, &["OperatingLeaseLiability"]), (Optional, &["FinanceLeaseLiability"])]
        }
        // A REIT prints its own units apart from the other owners of single buildings.
        Item::NoncontrollingInterest => &[
            (Optional, &["MinorityInterestInOperatingPartnerships"]),
            (Optional, &["MinorityInterestInLimitedPartnerships"]),
            (Optional, &["MinorityInterestInJointVentures"]),
        ],
        Item::TotalEquity => &[
            (Needed, &["StockholdersEquity", "PartnersCapital"]),
            (Optional, &["MinorityInterest"]),
        ],
        Item::StockholdersEquity => &[
            (
                Needed,
                &[
                    "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
                    "PartnersCapitalIncludingPortionAttributableToNoncontrollingInterest",
                ],
            ),
            (TakenOff, &["MinorityInterest"]),
        ],
        Item::CapitalExpenditures => PAYMENTS,
        Item::LongTermDebt => DEBT,
        _ => &[],
    }
}

/// Returns the tags of all parts of an item.
pub(super) fn names(item: Item) -> impl Iterator<Item = &'static str> {
    parts(item).iter().flat_map(|(_, tags)| tags.iter().copied())
}

/// The lines of debt by its security, each once: notes are unsecured debt where a line of that is
/// there.
const DEBT: &[(Role, Tags)] = &[
    (Optional, &["DebtAndCapitalLeaseObligations"]),
    (Optional, &["SecuredDebt"]),
    (Optional, &["UnsecuredDebt", "NotesPayable", "SeniorNotes"]),
    (Optional, &["ConvertibleNotesPayable", "ConvertibleDebt"]),
    (Optional, &["LineOfCredit", "LongTermLineOfCredit", "LinesOfCreditCurrent"]),
    (Optional, &["LoansPayableToBank", "LoansPayable"]),
    (Optional, &["OtherLoansPayable"]),
];

/// The lines of what a company of real estate pays for property.
const PAYMENTS: &[(Role, Tags)] = &[
    (
        Optional,
        &[
            "PaymentsToAcquireRealEstate",
            "PaymentsToAcquireCommercialRealEstate",
            "PaymentsToAcquireRealEstateHeldForInvestment",
            "PaymentsToAcquireResidentialRealEstate",
        ],
    ),
    (Optional, &["PaymentsToAcquireAndDevelopRealEstate"]),
    (Optional, &["PaymentsToDevelopRealEstateAssets"]),
    (Optional, &["PaymentsForConstructionInProcess"]),
    (Optional, &["PaymentsForCapitalImprovements"]),
    (
        Optional,
        &["PaymentsToAcquirePropertyPlantAndEquipment", "PaymentsToAcquireProductiveAssets"],
    ),
    (Optional, &["PaymentsToAcquireOtherPropertyPlantAndEquipment"]),
];
