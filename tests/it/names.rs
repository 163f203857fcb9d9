//! What professionals type finds a line item or a metric, in any capitals and spacing.

use financials::{Item, Measure, Metric, item::Part, metric::Family};

/// Each name with what it finds.
const NAMES: &[(&str, &str)] = &[
    ("EBITDA", "ebitda"),
    ("EBIT", "ebit"),
    ("FCF", "free_cash_flow"),
    ("free cash flow", "free_cash_flow"),
    ("UFCF", "free_cash_flow_to_firm"),
    ("unlevered FCF", "free_cash_flow_to_firm"),
    ("levered FCF", "free_cash_flow_to_equity"),
    ("OCF", "operating_cash_flow"),
    ("CFO", "operating_cash_flow"),
    ("capex", "capital_expenditures"),
    ("SBC", "stock_based_compensation"),
    ("COGS", "cost_of_revenue"),
    ("cost of sales", "cost_of_revenue"),
    ("sales", "revenue"),
    ("net sales", "net_sales"),
    ("turnover", "revenue"),
    ("top line", "revenue"),
    ("bottom line", "net_income"),
    ("gross profit", "gross_profit"),
    ("operating profit", "operating_income"),
    ("pretax income", "income_before_tax"),
    ("PBT", "income_before_tax"),
    ("net income", "net_income"),
    ("profit attributable", "net_income"),
    ("EPS", "eps_diluted"),
    ("basic EPS", "eps_basic"),
    ("diluted EPS", "eps_diluted"),
    ("DPS", "dividends_per_share"),
    ("BVPS", "book_value_per_share"),
    ("book value per share", "book_value_per_share"),
    ("TBV per share", "tangible_book_value_per_share"),
    ("tangible book per share", "tangible_book_value_per_share"),
    ("NAV per share", "book_value_per_share"),
    ("gross margin", "gross_margin"),
    ("operating margin", "operating_margin"),
    ("EBIT margin", "ebit_margin"),
    ("EBITDA margin", "ebitda_margin"),
    ("net margin", "net_margin"),
    ("profit margin", "net_margin"),
    ("FCF margin", "free_cash_flow_margin"),
    ("FCF conversion", "free_cash_flow_conversion"),
    ("cash conversion", "cash_conversion"),
    ("effective tax rate", "effective_tax_rate"),
    ("ETR", "effective_tax_rate"),
    ("incremental margin", "incremental_operating_margin"),
    ("P/E", "pe_ttm_diluted"),
    ("PE", "pe_ttm_diluted"),
    ("forward P/E", "forward_pe_ntm"),
    ("trailing P/E", "pe_ttm_diluted"),
    ("PEG", "peg_ttm"),
    ("P/S", "price_to_sales"),
    ("P/B", "price_to_book"),
    ("P/TBV", "price_to_tangible_book"),
    ("P/FCF", "price_to_free_cash_flow"),
    ("P/CF", "price_to_cash_flow"),
    ("EV/EBITDA", "ev_to_ebitda"),
    ("EV/EBIT", "ev_to_ebit"),
    ("EV/Sales", "ev_to_sales"),
    ("EV/Revenue", "ev_to_sales"),
    ("EV/FCF", "ev_to_free_cash_flow"),
    ("earnings yield", "earnings_yield"),
    ("FCF yield", "free_cash_flow_yield"),
    ("dividend yield", "dividend_yield"),
    ("buyback yield", "buyback_yield"),
    ("shareholder yield", "shareholder_yield"),
    ("payout ratio", "dividend_payout"),
    ("market cap", "market_cap"),
    ("EV", "enterprise_value"),
    ("enterprise value", "enterprise_value"),
    ("ROE", "return_on_equity"),
    ("ROA", "return_on_assets"),
    ("ROAE", "return_on_equity"),
    ("ROAA", "return_on_assets"),
    ("ROIC", "return_on_invested_capital"),
    ("ROCE", "return_on_capital_employed"),
    ("ROTCE", "return_on_tangible_common_equity"),
    ("ROTE", "return_on_tangible_common_equity"),
    ("RORWA", "return_on_risk_weighted_assets"),
    ("CROIC", "cash_return_on_invested_capital"),
    ("asset turnover", "asset_turnover"),
    ("DuPont", "return_on_equity"),
    ("current ratio", "current_ratio"),
    ("quick ratio", "quick_ratio"),
    ("acid test", "quick_ratio"),
    ("cash ratio", "cash_ratio"),
    ("working capital", "working_capital"),
    ("NWC", "working_capital"),
    ("DSO", "days_sales_outstanding"),
    ("DIO", "days_inventory_outstanding"),
    ("DPO", "days_payables_outstanding"),
    ("CCC", "cash_conversion_cycle"),
    ("debtor days", "days_sales_outstanding"),
    ("creditor days", "days_payables_outstanding"),
    ("inventory days", "days_inventory_outstanding"),
    ("inventory turns", "inventory_turnover"),
    ("net debt", "net_debt"),
    ("gross debt", "total_debt"),
    ("debt/equity", "debt_to_equity"),
    ("D/E", "debt_to_equity"),
    ("debt/EBITDA", "debt_to_ebitda"),
    ("net debt/EBITDA", "net_debt_to_ebitda"),
    ("net leverage", "net_debt_to_ebitda"),
    ("gearing", "debt_to_equity"),
    ("interest cover", "interest_coverage"),
    ("times interest earned", "interest_coverage"),
    ("fixed charge cover", "fixed_charge_coverage"),
    ("FCCR", "fixed_charge_coverage"),
    ("DSCR", "debt_service_coverage"),
    ("debt/capital", "debt_to_capital"),
    ("equity ratio", "equity_ratio"),
    ("ARR", "annual_recurring_revenue"),
    ("NRR", "net_revenue_retention"),
    ("GRR", "gross_revenue_retention"),
    ("rule of 40", "rule_of_40_free_cash_flow"),
    ("CAC", "customer_acquisition_cost"),
    ("CAC payback", "cac_payback"),
    ("LTV/CAC", "lifetime_value_to_cac"),
    ("magic number", "magic_number"),
    ("burn multiple", "burn_multiple"),
    ("runway", "cash_runway"),
    ("RPO", "remaining_performance_obligation"),
    ("deferred revenue", "deferred_revenue"),
    ("NIM", "net_interest_margin"),
    ("NII", "net_interest_income"),
    ("net interest income", "net_interest_income"),
    ("efficiency ratio", "efficiency_ratio"),
    ("cost to income", "efficiency_ratio"),
    ("cost/income", "efficiency_ratio"),
    ("CET1", "cet1_ratio"),
    ("Tier 1", "tier1_ratio"),
    ("CAR", "total_capital_ratio"),
    ("LDR", "loan_to_deposit"),
    ("loan to deposit", "loan_to_deposit"),
    ("NPL ratio", "nonperforming_loan_ratio"),
    ("coverage ratio", "nonperforming_coverage"),
    ("charge-off rate", "net_charge_off_rate"),
    ("cost of risk", "cost_of_risk"),
    ("Texas ratio", "texas_ratio"),
    ("combined ratio", "combined_ratio"),
    ("loss ratio", "loss_ratio"),
    ("expense ratio", "expense_ratio"),
    ("underwriting income", "underwriting_income"),
    ("float", "insurance_float"),
    ("FFO", "funds_from_operations"),
    ("AFFO", "adjusted_funds_from_operations"),
    ("NOI", "net_operating_income"),
    ("cap rate", "implied_cap_rate"),
    ("Altman Z", "altman_z"),
    ("Piotroski", "piotroski_f"),
    ("F-score", "piotroski_f"),
    ("Beneish", "beneish_m"),
    ("M-score", "beneish_m"),
    ("Tobin Q", "tobins_q"),
    ("Graham number", "graham_number"),
    ("EVA", "economic_value_added"),
    ("WACC", "wacc"),
    ("CAGR", "revenue_cagr_3y"),
    ("EV/EBITDAR", "ev_to_ebitdar"),
    ("dividend cover", "dividend_cover"),
    ("book-to-market", "book_to_market"),
    ("NPA ratio", "nonperforming_asset_ratio"),
    ("cash burn", "cash_burn"),
];

/// Returns the spellings that mean the same.
fn spellings(name: &str) -> Vec<String> {
    let bare = |with: &str| name.replace([' ', '/', '-', '_'], with);
    vec![
        name.to_owned(),
        name.to_uppercase(),
        name.to_lowercase(),
        bare("_").to_lowercase(),
        bare(""),
        bare("  "),
    ]
}

#[test]
fn what_professionals_type_is_found_in_any_spelling() {
    let mut wrong = Vec::new();
    for (name, expected) in NAMES {
        let found = Measure::find(name).map(|measure| measure.to_string());
        if found.as_deref() != Ok(*expected) {
            wrong.push(format!("{name}: {found:?}, not {expected}"));
        }
        for spelling in spellings(name) {
            assert_eq!(Measure::find(&spelling).ok(), Measure::find(name).ok(), "{spelling}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_item_and_metric_is_found_by_each_of_its_names_alone() {
    for item in Item::all() {
        for name in [item.name()].into_iter().chain(item.aliases()) {
            assert_eq!(Measure::find(name), Ok(item.into()), "{name}");
            assert!(name.parse::<Metric>().is_err(), "{name} is a metric too");
        }
    }
    for metric in Metric::all() {
        for name in [metric.name()].iter().chain(metric.aliases()) {
            assert_eq!(Measure::find(name), Ok(metric.into()), "{name}");
        }
    }
    for family in Family::all() {
        let found = Family::find(family.name()).map(|found| found.name());
        assert_eq!(found, Some(family.name()));
    }
}

#[test]
fn what_nothing_is_called_is_offered_what_is_like_it() {
    let near = |text: &str| -> Vec<String> {
        let error = Measure::find(text).unwrap_err();
        error.near.iter().map(ToString::to_string).collect()
    };
    assert_eq!(near("revnue").first().map(String::as_str), Some("revenue"));
    assert!(!near("Merton").contains(&"operating_margin".to_owned()), "{:?}", near("Merton"));
    assert!(near("qqq").is_empty());
    // What data spell is one name: an alias there is a mistake, and a measure of the user's own.
    assert!(serde_json::from_str::<Item>("\"sales\"").is_err());
    assert!(matches!("sales".parse::<Measure>(), Ok(Measure::Named(_))));
    assert_eq!(Item::SharePrice.part(), Part::Market);
}
