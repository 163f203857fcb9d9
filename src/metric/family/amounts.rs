//! Families of amounts.

use super::declare::families;

families! {
    closed revenue (revenue) also () {
        variant "as tagged"
            = "revenue",
            "10-K";
        variant "total revenues, with membership, leases, interest"
            = "total_revenues",
            "WMT 681.0bn";
        variant "net sales (contracts with customers)"
            = "net_sales",
            "WMT 10-K FY2025 674.5bn, COST release 2023-05-25 52.60bn";
        variant "net of interest expense (banks)" for Bank
            = "net_interest_income + noninterest_income",
            "JPM 4Q24 supplement 177,556";
        variant "managed over fully taxable equivalent (banks)" ["managed"]
            = "net_interest_income + noninterest_income + fte_adjustment",
            "JPM 180,593";
    }
    closed net_income (net_income) also () {
        variant "of the parent"
            = "net_income",
            "in use";
        variant "consolidated" ["consolidated"]
            = "net_income_consolidated",
            "WMT 10-K FY2025 20.157bn";
        variant "continuing operations" ["continuing"]
            = "income_continuing",
            "IBM 2Q25 2.2bn";
        variant "to common shareholders"
            = "net_income_to_common",
            "10-K of banks";
        variant "to common shareholders, as filed" ["common"]
            = "income_to_common",
            "10-K of banks";
    }
    open ebitda (ebitda) also () {
        variant "operating income + D&A"
            = "operating_income + depreciation_and_amortization",
            "CAT; a public set of questions; monexa";
        variant "net income + tax + interest + D&A"
            = "net_income_consolidated + income_tax_expense + interest_expense + \
              depreciation_and_amortization",
            "VZ 10-K 2022 p.27 48,983; SEC C&DI 103.01";
        variant "parent's net income + tax + interest + D&A"
            = "net_income + income_tax_expense + interest_expense + \
              depreciation_and_amortization",
            "in use";
        variant "the same with net interest"
            = "net_income_consolidated + income_tax_expense + net_interest_expense + \
              depreciation_and_amortization",
            "in use";
        variant "pretax + interest + D&A"
            = "income_before_tax + interest_expense + depreciation_and_amortization",
            "quarter-results 36.501bn (with Depreciation, exact)";
        variant "pretax + interest + depreciation"
            = "income_before_tax + interest_expense + depreciation",
            "in use";
        variant "adjusted, + stock compensation"
            = "operating_income + depreciation_and_amortization + \
              stock_based_compensation",
            "in use";
        lacking "EBITDAre (REIT)":
            "gain on property, impairment are there; share of joint ventures missing";
    }
    closed operating_cash_flow (operating_cash_flow) also () {
        variant "total"
            = "operating_cash_flow",
            "in use";
        variant "continuing operations"
            = "operating_cash_flow_continuing",
            "in use";
        lacking "with distributions from affiliates, asset sales": "items";
    }
    open capital_expenditures (capital_expenditures) also () {
        variant "purchases of property"
            = "capital_expenditures",
            "WMT";
        variant "net of proceeds and incentives"
            = "capital_expenditures - proceeds_from_property",
            "APH; INTC partner contributions";
        variant "with capitalised software"
            = "capital_expenditures + capitalised_software",
            "in use";
        variant "with intangible assets"
            = "capital_expenditures + intangibles_bought",
            "in use";
        variant "with principal of finance leases"
            = "capital_expenditures + finance_lease_principal",
            "in use";
        lacking "with vendor financing": "item";
    }
    open free_cash_flow (free_cash_flow)
        also (free_cash_flow_after_sbc, free_cash_flow_to_equity, free_cash_flow_to_firm,
         owner_earnings) {
        variant "OCF - capex"
            = "operating_cash_flow - capital_expenditures",
            "WMT, (TTM), PLTR, TSLA, VZ, CRM";
        variant "+ proceeds from property"
            = "operating_cash_flow - capital_expenditures + proceeds_from_property",
            "APH 2.2bn (2,149.3 without)";
        variant "- capitalised software"
            = "operating_cash_flow - capital_expenditures - capitalised_software",
            "in use";
        variant "- intangible assets"
            = "operating_cash_flow - capital_expenditures - intangibles_bought",
            "in use";
        variant "- principal of finance leases"
            = "operating_cash_flow - capital_expenditures - \
              finance_lease_principal",
            "in use";
        lacking "+ tax-act payments (adjusted)": "item";
        lacking "excluding financing receivables": "item";
        lacking "+ distributions - vendor financing": "items";
        base "trailing twelve months"
            = "ttm(operating_cash_flow) - ttm(capital_expenditures)",
            "in use";
        variant "after dividends"
            = "operating_cash_flow - capital_expenditures - dividends_paid",
            "in use";
        variant "unlevered"
            = "free_cash_flow_to_firm",
            "in use";
    }
    open billings (billings) also () {
        variant "all deferred"
            = "revenue + change(total_deferred_revenue)",
            "in use";
        variant "current deferred alone"
            = "revenue + change(deferred_revenue)",
            "in use";
    }
    closed remaining_performance_obligation (remaining_performance_obligation) also () {
        variant "total"
            = "remaining_performance_obligation",
            "CRM 63.4bn";
        variant "current"
            = "current_remaining_performance_obligation",
            "CRM 24.1bn";
    }
    closed working_capital (working_capital)
        also (operating_working_capital, trade_working_capital) {
        variant "CA - CL"
            = "total_current_assets - total_current_liabilities",
            "ADBE 711, (8,973)";
        variant "operating (without cash and debt)"
            = "operating_working_capital",
            "in use";
        variant "trade"
            = "accounts_receivable + or_zero(inventory) - accounts_payable",
            "in use";
    }
}
