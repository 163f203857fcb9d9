//! Lines that companies of some kinds print in parts, and concepts that are not quite the item.

use financials::{
    Decimal, Item,
    companyfacts::{CompanyFacts, Derivation, EntryAmount, FindingKind, KnownFacts, Vintage},
    period::PeriodKind,
    undefined::Absence,
};
use serde_json::{Value, json};

/// Makes a file of 10-K facts in millions: concept, fiscal year, value. A concept that begins with
/// a capital is one of us-gaap; balances are those whose value has no start.
fn made(flows: &[(&str, i16, i64)], balances: &[(&str, i16, i64)]) -> CompanyFacts {
    let mut file = json!({"facts": {}});
    let mut put = |name: &str, year: i16, value: i64, is_flow: bool| {
        let (taxonomy, name) = name.split_once(':').unwrap_or(("us-gaap", name));
        let mut fact = json!({
            "end": format!("{year}-12-31"), "val": value * 1_000_000, "form": "10-K",
            "fy": year, "fp": "FY", "filed": format!("{}-02-20", year + 1),
            "accn": format!("0000000001-{:02}-000001", (year + 1) % 100),
        });
        if is_flow {
            fact["start"] = json!(format!("{year}-01-01"));
        }
        match &mut file["facts"][taxonomy][name]["units"]["USD"] {
            Value::Array(facts) => facts.push(fact),
            none => *none = json!([fact]),
        }
    };
    flows.iter().for_each(|(name, year, value)| put(name, *year, *value, true));
    balances.iter().for_each(|(name, year, value)| put(name, *year, *value, false));
    CompanyFacts::parse(&serde_json::to_vec(&file).unwrap()).unwrap()
}

fn of(known: &KnownFacts<'_>, item: Item, year: i16) -> Result<EntryAmount, Absence> {
    let series = known.item(item).series;
    let kind =
        if item.nature().is_over_a_period() { PeriodKind::Year } else { PeriodKind::Instant };
    let entry = series.entries.iter().find(|entry| {
        (entry.kind, entry.fiscal_year) == (kind, Some(year)) && entry.end.month() == 12
    });
    entry.map_or(Err(Absence::NotReported), |entry| entry.amount.clone())
}

fn value(known: &KnownFacts<'_>, item: Item, year: i16) -> Result<Decimal, Absence> {
    of(known, item, year).map(|amount| amount.value / Decimal::from(1_000_000))
}

fn kinds(known: &KnownFacts<'_>, item: Item) -> Vec<FindingKind> {
    known.item(item).series.findings.iter().map(|finding| finding.kind).collect()
}

#[test]
fn a_banks_revenue_is_both_kinds_of_income() {
    let bank = made(
        &[
            ("InterestIncomeExpenseNet", 2009, 500),
            ("NoninterestIncome", 2009, 200),
            ("NetIncomeLoss", 2009, 90),
        ],
        &[],
    );
    let known = bank.known(Vintage::Latest);
    let revenue = of(&known, Item::Revenue, 2009).unwrap();
    assert_eq!(revenue.origin, Derivation::StatementLines);
    assert_eq!(value(&known, Item::Revenue, 2009), Ok(700.into()));
    let source = revenue.source().to_string();
    assert!(source.contains(" + NoninterestIncome"), "{source}");
}

#[test]
fn contracts_with_customers_are_not_a_banks_revenue() {
    let contracts = "RevenueFromContractWithCustomerExcludingAssessedTax";
    let flows = [
        (contracts, 2020, 150),
        ("InterestIncomeExpenseNet", 2020, 500),
        ("NoninterestIncome", 2020, 200),
        ("NetIncomeLoss", 2020, 90),
    ];
    let bank = made(&flows, &[]);
    assert_eq!(value(&bank.known(Vintage::Latest), Item::Revenue, 2020), Ok(700.into()));
    assert_eq!(value(&bank.known(Vintage::Latest), Item::NetSales, 2020), Ok(150.into()));
}

#[test]
fn a_sum_that_the_tagged_line_contradicts_is_not_taken() {
    // The tagged total of 2020 is not the sum, so that of 2021 would be a guess.
    let flows = [
        ("Revenues", 2020, 900),
        ("InterestIncomeExpenseNet", 2020, 500),
        ("NoninterestIncome", 2020, 200),
        ("InterestIncomeExpenseNet", 2021, 500),
        ("NoninterestIncome", 2021, 200),
        ("NetIncomeLoss", 2021, 90),
    ];
    let lender = made(&flows, &[]);
    let known = lender.known(Vintage::Latest);
    assert_eq!(value(&known, Item::Revenue, 2020), Ok(900.into()));
    assert_eq!(value(&known, Item::Revenue, 2021), Err(Absence::NotReported));
}

#[test]
fn depreciation_and_amortisation_are_added_up() {
    // The kind of Marvell: acquired intangible assets have a line of their own.
    let flows = [
        ("OtherDepreciationAndAmortization", 2024, 300),
        ("AmortizationOfIntangibleAssets", 2024, 1_000),
        ("Depreciation", 2024, 180),
        ("NetIncomeLoss", 2024, 90),
    ];
    let chips = made(&flows, &[]);
    let known = chips.known(Vintage::Latest);
    let item = Item::DepreciationAndAmortization;
    assert_eq!(value(&known, item, 2024), Ok(1_300.into()));
    assert_eq!(kinds(&known, item), []);
    // The kind of Alphabet: there is no line of amortisation, and the figure says so.
    let search = made(&[("Depreciation", 2024, 15_000), ("NetIncomeLoss", 2024, 90)], &[]);
    let known = search.known(Vintage::Latest);
    assert_eq!(value(&known, item, 2024), Ok(15_000.into()));
    assert_eq!(kinds(&known, item), [FindingKind::NarrowerConcept]);
    assert_eq!(of(&known, item, 2024).unwrap().origin, Derivation::StatementLines);
    // A year's amortisation that is not there is not nil where another quarter has it.
    let flows = [("Depreciation", 2023, 10), ("Depreciation", 2024, 12)];
    let amortised = [("AmortizationOfIntangibleAssets", 2023, 5), ("NetIncomeLoss", 2024, 90)];
    let maker = made(&[flows, amortised].concat(), &[]);
    assert_eq!(value(&maker.known(Vintage::Latest), item, 2023), Ok(15.into()));
}

#[test]
fn debt_and_payments_of_real_estate_are_those_of_all_kinds() {
    // Avalon's lines of 31 March 2010, rounded.
    let flows = [
        ("PaymentsToDevelopRealEstateAssets", 2009, 148),
        ("PaymentsToAcquireProductiveAssets", 2009, 1),
        ("PaymentsForCapitalImprovements", 2009, 2),
        ("NetIncomeLoss", 2009, 90),
    ];
    let balances = [
        ("Assets", 2009, 7_508),
        ("RealEstateInvestmentPropertyNet", 2009, 5_996),
        ("UnsecuredDebt", 2009, 1_660),
        ("SecuredDebt", 2009, 2_290),
        ("Liabilities", 2009, 4_366),
    ];
    let homes = made(&flows, &balances);
    let known = homes.known(Vintage::Latest);
    assert_eq!(value(&known, Item::LongTermDebt, 2009), Ok(3_950.into()));
    assert_eq!(kinds(&known, Item::LongTermDebt), [FindingKind::WiderConcept]);
    assert_eq!(value(&known, Item::CapitalExpenditures, 2009), Ok(151.into()));
    // Debt beyond all liabilities counts a part twice; a company without property has no such sum.
    let twice = [("SecuredDebt", 2009, 4_000)];
    let homes = made(&flows, &[balances.as_slice(), &twice].concat()[..]);
    let other: Vec<_> = balances.iter().filter(|b| b.0 != "SecuredDebt").copied().collect();
    let doubled = made(&flows, &[other.as_slice(), &twice].concat());
    assert!(value(&doubled.known(Vintage::Latest), Item::LongTermDebt, 2009).is_err());
    drop(homes);
    let other: Vec<_> = balances.iter().filter(|b| !b.0.starts_with("Real")).copied().collect();
    let maker = made(&flows, &other);
    assert!(value(&maker.known(Vintage::Latest), Item::LongTermDebt, 2009).is_err());
}

#[test]
fn equity_follows_from_the_line_that_is_there() {
    let total = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest";
    let flows = [("NetIncomeLoss", 2009, 90)];
    let whole = made(&flows, &[(total, 2009, 1_000), ("MinorityInterest", 2009, 40)]);
    let known = whole.known(Vintage::Latest);
    assert_eq!(value(&known, Item::StockholdersEquity, 2009), Ok(960.into()));
    let parent = made(&flows, &[("StockholdersEquity", 2009, 960)]);
    let known = parent.known(Vintage::Latest);
    assert_eq!(value(&known, Item::TotalEquity, 2009), Ok(960.into()));
    assert_eq!(of(&known, Item::TotalEquity, 2009).unwrap().origin, Derivation::StatementLines);
    let both = made(&flows, &[("StockholdersEquity", 2009, 960), ("MinorityInterest", 2009, 40)]);
    let known = both.known(Vintage::Latest);
    assert_eq!(value(&known, Item::TotalEquity, 2009), Ok(1_000.into()));
}

#[test]
fn leases_and_noncontrolling_interests_are_what_their_words_say() {
    let flows = [("NetIncomeLoss", 2023, 90)];
    let balances = [
        ("OperatingLeaseLiability", 2023, 100),
        ("FinanceLeaseLiability", 2023, 30),
        ("MinorityInterest", 2023, 7),
        ("RedeemableNoncontrollingInterestEquityCarryingAmount", 2023, 3),
    ];
    let facts = made(&flows, &balances);
    let known = facts.known(Vintage::Latest);
    assert_eq!(value(&known, Item::LeaseLiabilities, 2023), Ok(130.into()));
    assert_eq!(value(&known, Item::OperatingLeaseLiabilities, 2023), Ok(100.into()));
    assert_eq!(value(&known, Item::FinanceLeaseLiabilities, 2023), Ok(30.into()));
    // What may have to be bought back stands outside equity.
    assert_eq!(value(&known, Item::NoncontrollingInterest, 2023), Ok(7.into()));
    assert_eq!(value(&known, Item::RedeemableNoncontrollingInterest, 2023), Ok(3.into()));
}

#[test]
fn a_reit_prints_noncontrolling_interests_in_parts() {
    let flows = [("NetIncomeLoss", 2023, 90)];
    let balances = [
        ("MinorityInterestInOperatingPartnerships", 2023, 685),
        ("MinorityInterestInLimitedPartnerships", 2023, 1_735),
        ("StockholdersEquity", 2023, 5_858),
        ("RedeemableNoncontrollingInterestEquityCarryingAmount", 2023, 8),
    ];
    let facts = made(&flows, &balances);
    let known = facts.known(Vintage::Latest);
    assert_eq!(value(&known, Item::NoncontrollingInterest, 2023), Ok(2_420.into()));
}

#[test]
fn a_concept_that_is_not_the_item_says_so() {
    // Cash generated before interest and taxes, for cash from operations.
    let flows = [("ifrs-full:CashFlowsFromUsedInOperations", 2023, 50)];
    let lessor = made(&flows, &[]);
    let known = lessor.known(Vintage::Latest);
    assert_eq!(value(&known, Item::OperatingCashFlow, 2023), Ok(50.into()));
    assert_eq!(kinds(&known, Item::OperatingCashFlow), [FindingKind::WiderConcept]);

    // Without noncontrolling interests the consolidated profit is the parent's.
    let alone = made(&[("ProfitLoss", 2023, 50)], &[]);
    assert_eq!(kinds(&alone.known(Vintage::Latest), Item::NetIncome), []);
    let minority = ("NetIncomeLossAttributableToNoncontrollingInterest", 2023, 5);
    let group = made(&[("ProfitLoss", 2023, 50), minority], &[]);
    let known = group.known(Vintage::Latest);
    assert_eq!(kinds(&known, Item::NetIncome), [FindingKind::WiderConcept]);
    assert_eq!(kinds(&known, Item::NetIncomeConsolidated), []);
}

#[test]
fn both_definitions_of_a_line_stand_beside_each_other() {
    // Walmart's fiscal 2025.
    let flows = [
        ("Revenues", 2024, 680_985),
        ("RevenueFromContractWithCustomerExcludingAssessedTax", 2024, 674_538),
        ("PaymentsToAcquireProductiveAssets", 2024, 24),
        ("PaymentsToAcquirePropertyPlantAndEquipment", 2024, 20),
        ("NetIncomeLoss", 2024, 19_436),
        ("ProfitLoss", 2024, 20_157),
    ];
    let retailer = made(&flows, &[]);
    let known = retailer.known(Vintage::Latest);
    for (item, expected) in [
        (Item::TotalRevenues, 680_985),
        (Item::NetSales, 674_538),
        (Item::PropertyPayments, 20),
        (Item::ProductiveAssetPayments, 24),
        (Item::NetIncome, 19_436),
        (Item::NetIncomeConsolidated, 20_157),
    ] {
        assert_eq!(value(&known, item, 2024), Ok(expected.into()), "{item}");
    }
}
