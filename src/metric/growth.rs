//! Growth: change from one period to another.
//!
//! Growth from zero or from a loss is no number: the reason says whether a loss narrowed, widened
//! or turned into a profit.

use super::definition::metrics;

metrics! { Growth {
    /// Growth of revenue over the same fiscal period a year ago.
    REVENUE_GROWTH revenue_growth (revenue_growth_yoy): Ratio = "growth(revenue)";
    /// Growth of revenue over the quarter before, seasons and all.
    REVENUE_GROWTH_QOQ revenue_growth_qoq (sequential_revenue_growth): Ratio =
        "growth_qoq(revenue)";
    /// Growth of twelve months' revenue over the twelve months before.
    REVENUE_GROWTH_TTM revenue_growth_ttm: Ratio = "growth(ttm(revenue))";
    /// Compound yearly growth of revenue over three years.
    REVENUE_CAGR_3Y revenue_cagr_3y (revenue_cagr, cagr): Ratio = "cagr(revenue, 3)";
    /// Compound yearly growth of revenue over five years.
    REVENUE_CAGR_5Y revenue_cagr_5y: Ratio = "cagr(revenue, 5)";
    /// Revenue growth less that of a quarter ago: above zero while growth speeds up.
    REVENUE_GROWTH_ACCELERATION revenue_growth_acceleration: Ratio =
        "revenue_growth - quarter_ago(revenue_growth)";
    /// Revenue at a year's rate: a quarter's times four.
    REVENUE_RUN_RATE revenue_run_rate: Money = "annualised(revenue)";
    /// Growth of gross profit over a year ago.
    GROSS_PROFIT_GROWTH gross_profit_growth: Ratio = "growth(gross_profit)";
    /// Growth of operating income over a year ago.
    OPERATING_INCOME_GROWTH operating_income_growth: Ratio =
        "growth(operating_income)";
    /// Growth of EBITDA over a year ago.
    EBITDA_GROWTH ebitda_growth: Ratio = "growth(ebitda)";
    /// Growth of net income over a year ago.
    NET_INCOME_GROWTH net_income_growth: Ratio = "growth(net_income)";
    /// Growth of diluted earnings per share over a year ago.
    EPS_GROWTH eps_growth: Ratio = "growth(eps_diluted)";
    /// Compound yearly growth of diluted earnings per share over three years.
    EPS_CAGR_3Y eps_cagr_3y: Ratio = "cagr(eps_diluted, 3)";
    /// Compound yearly growth of diluted earnings per share over five years.
    EPS_CAGR_5Y eps_cagr_5y: Ratio = "cagr(eps_diluted, 5)";
    /// Growth of cash from operations over a year ago.
    OPERATING_CASH_FLOW_GROWTH operating_cash_flow_growth: Ratio = "growth(operating_cash_flow)";
    /// Growth of free cash flow over a year ago.
    FREE_CASH_FLOW_GROWTH free_cash_flow_growth: Ratio = "growth(free_cash_flow)";
    /// Growth of dividends declared per share over a year ago.
    DIVIDEND_GROWTH dividend_growth: Ratio = "growth(dividends_per_share)";
    /// Growth of total assets over a year ago (Cooper, Gulen and Schill, Journal of Finance, 2008).
    ASSET_GROWTH asset_growth: Ratio = "growth(total_assets)";
    /// Growth of inventory less growth of revenue: above zero where stock outruns sales.
    INVENTORY_GROWTH_GAP inventory_growth_gap: Ratio = "growth(inventory) - revenue_growth";
    /// Growth of receivables less growth of revenue: above zero where customers pay later.
    RECEIVABLES_GROWTH_GAP receivables_growth_gap: Ratio =
        "growth(accounts_receivable) - revenue_growth";
    /// Growth of revenue less growth of operating expenses: the jaws, open above zero.
    OPERATING_JAWS operating_jaws: Ratio = "revenue_growth - growth(operating_expenses)";
    /// Growth of operating income for each unit of revenue growth.
    DEGREE_OF_OPERATING_LEVERAGE degree_of_operating_leverage (dol): Multiple =
        "operating_income_growth / revenue_growth";
    /// Growth of net income for each unit of growth of operating income.
    DEGREE_OF_FINANCIAL_LEVERAGE degree_of_financial_leverage (dfl): Multiple =
        "net_income_growth / operating_income_growth";
    /// Growth of net income for each unit of revenue growth.
    DEGREE_OF_TOTAL_LEVERAGE degree_of_total_leverage (degree_of_combined_leverage, dtl): Multiple =
        "net_income_growth / revenue_growth";
    /// Revenue growth and operating margin together: 40% is the field's mark for software.
    RULE_OF_40_OPERATING rule_of_40_operating: Ratio = "revenue_growth + operating_margin";
    /// Revenue growth and EBITDA margin together.
    RULE_OF_40_EBITDA rule_of_40_ebitda: Ratio = "revenue_growth + ebitda_margin";
    /// Revenue growth and free cash flow margin together.
    RULE_OF_40_FREE_CASH_FLOW rule_of_40_free_cash_flow (rule_of_40): Ratio =
        "revenue_growth + free_cash_flow_margin";
} }
