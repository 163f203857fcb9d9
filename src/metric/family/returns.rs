//! Families of returns.

use super::declare::families;

families! {
    open return_on_equity (return_on_equity) also (return_on_common_equity) {
        variant "net income over average of two ends"
            = "ttm(net_income) / average(positive(stockholders_equity, equity))",
            "in use";
        variant "net income over average of five quarter ends"
            = "ttm(net_income) / positive(quarter_average(stockholders_equity), equity)",
            "companies beside banks";
        variant "net income over closing"
            = "ttm(net_income) / positive(stockholders_equity, equity)",
            "vendors";
        variant "net income over closing total equity"
            = "ttm(net_income) / positive(total_equity, equity)",
            "mymarketwizard WMT 19.95% (19.9505% from the file)";
        variant "net income over opening"
            = "ttm(net_income) / positive(year_ago(stockholders_equity), equity)",
            "Higgins, EVA practice";
        variant "common over average common" for Bank
            = "ttm(net_income_to_common) / average(positive(common_equity, equity))",
            "JPM FY2025 17%";
        variant "common, as filed, over average common" for Bank
            = "ttm(income_to_common) / average(positive(common_equity, equity))",
            "10-K of banks";
        variant "common, quarter x4 over average common" for Bank
            = "annualised(net_income_to_common) / average(positive(common_equity, \
              equity))",
            "JPM 4Q25 15%";
        variant "common, daily averages"
            = "annualised(net_income_to_common) / average_common_equity",
            "JPM, MS, BAC supplements";
        variant "FDIC: net income over average total equity"
            = "annualised(net_income) / average(positive(stockholders_equity, equity))",
            "FDIC QBP glossary";
    }
    open return_on_tangible_common_equity (return_on_tangible_common_equity)
        also (return_on_tangible_assets) {
        variant "two ends"
            = "ttm(net_income_to_common) / average(positive(tangible_book_value, equity))",
            "JPM FY2025 20%";
        variant "quarter x4" for Bank
            = "annualised(net_income_to_common) / average(positive(tangible_book_value, \
              equity))",
            "JPM 4Q25 18%";
        variant "+ related deferred tax liabilities"
            = "annualised(net_income_to_common) / average(positive(tangible_book_value + \
              deferred_tax_on_intangibles, equity))",
            "JPM, MS, BAC reconciliations";
        variant "daily averages"
            = "annualised(net_income_to_common) / average_tangible_common_equity",
            "JPM, BAC supplements";
        lacking "before amortisation of intangibles": "after-tax amortisation";
    }
    open return_on_assets (return_on_assets) also (return_on_assets_before_interest) {
        variant "parent over average"
            = "ttm(net_income) / average(positive(total_assets))",
            "in use";
        variant "consolidated over average"
            = "ttm(net_income_consolidated) / average(positive(total_assets))",
            "WMT 7.9%";
        variant "parent over closing"
            = "ttm(net_income) / positive(total_assets)",
            "mymarketwizard MS 1.11%";
        variant "quarter x4 over average" for Bank
            = "annualised(net_income) / average(positive(total_assets))",
            "banks";
        variant "average of five quarter ends"
            = "ttm(net_income) / positive(quarter_average(total_assets))",
            "BAC 0.83% (two ends give 0.84%)";
        variant "daily average"
            = "annualised(net_income) / average_assets",
            "BAC, JPM";
    }
    open return_on_invested_capital (return_on_invested_capital)
        also (return_on_net_operating_assets, cash_return_on_invested_capital,
         return_on_capital_employed, return_on_tangible_capital) {
        variant "NOPAT over average (debt + total equity)"
            = "ttm(nopat) / average(positive(total_debt + total_equity))",
            "HD 31.3%; New Constructs' GAAP ROIC";
        variant "closing"
            = "ttm(nopat) / positive(invested_capital)",
            "vendors";
        variant "net of cash, five quarter ends, operating leases"
            = "ttm(net_income + net_interest_expense + income_tax_expense) \
              * (1 - effective_tax_rate) / positive(quarter_average(total_debt + \
              or_zero(lease_liabilities) + stockholders_equity - cash - \
              or_zero(short_term_investments)))",
            "NKE 20.2%, 31.5%";
        variant "net income over (debt + equity)"
            = "ttm(net_income) / positive(invested_capital)",
            "Morningstar; S&P moat index";
        lacking "+ rent and depreciation (ROI)" ["return on investment"]:
            "rent, accrued liabilities";
        variant "NOPAT over net operating assets"
            = "ttm(nopat) / average(positive(net_operating_assets))",
            "Penman RNOA";
    }
    open return_on_capital_employed (return_on_capital_employed) also () {
        variant "EBIT over closing capital employed"
            = "ttm(ebit) / positive(capital_employed)",
            "textbook";
        variant "operating income over closing"
            = "ttm(operating_income) / positive(capital_employed)",
            "in use";
        variant "operating income over average"
            = "ttm(operating_income) / average(positive(capital_employed))",
            "in use";
        lacking "(held)": "financing costs after tax";
    }
}
