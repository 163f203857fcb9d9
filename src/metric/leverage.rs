//! Leverage: how much of a company its lenders own, and whether it can pay them.

use super::definition::metrics;

metrics! { Leverage {
    /// Debt of total assets.
    DEBT_TO_ASSETS debt_to_assets (debt_to_assets_ratio): Ratio =
        "total_debt / positive(total_assets)";
    /// Debt for each unit of equity; of a deficit it has no meaning.
    DEBT_TO_EQUITY debt_to_equity (
        debt_to_equity_ratio, gearing, d_e, gearing_ratio, debt_equity
    ): Multiple =
        "total_debt / positive(total_equity, equity)";
    /// Debt of debt and equity.
    DEBT_TO_CAPITAL debt_to_capital (debt_to_capital_ratio, debt_capital): Ratio =
        "total_debt / positive(invested_capital)";
    /// Debt for each unit of a year's EBITDA.
    DEBT_TO_EBITDA debt_to_ebitda (
        gross_debt_to_ebitda, gross_debt_to_ebitda_ratio, debt_ebitda
    ): Multiple =
        "total_debt / positive(ttm(ebitda), earnings)";
    /// Net debt for each unit of a year's EBITDA; negative for net cash.
    NET_DEBT_TO_EBITDA net_debt_to_ebitda (
        net_debt_to_ebitda_ratio, net_debt_ebitda, net_leverage
    ): Multiple =
        "net_debt / positive(ttm(ebitda), earnings)";
    /// Debt and lease liabilities for each unit of a year's EBITDA before rent.
    LEASE_ADJUSTED_LEVERAGE lease_adjusted_leverage (debt_to_ebitdar): Multiple =
        "lease_adjusted_debt / positive(ttm(ebitdar), earnings)";
    /// Net debt for each unit of equity; negative for net cash.
    NET_DEBT_TO_EQUITY net_debt_to_equity (net_gearing): Multiple =
        "net_debt / positive(total_equity, equity)";
    /// Net debt of net debt and equity.
    NET_DEBT_TO_CAPITAL net_debt_to_capital: Ratio = "net_debt / positive(net_debt + total_equity)";
    /// Years of free cash flow that would pay the debt.
    DEBT_TO_FREE_CASH_FLOW debt_to_free_cash_flow: Multiple =
        "total_debt / positive(ttm(free_cash_flow))";
    /// Years of free cash flow that would pay the net debt.
    NET_DEBT_TO_FREE_CASH_FLOW net_debt_to_free_cash_flow: Multiple =
        "net_debt / positive(ttm(free_cash_flow))";
    /// Average assets for each unit of average equity, over twelve months as in the returns: the
    /// last factor of the DuPont analysis.
    EQUITY_MULTIPLIER equity_multiplier (financial_leverage): Multiple =
        "ttm(average(total_assets)) / average(positive(stockholders_equity, equity))";
    /// Equity of total assets; negative for a deficit.
    EQUITY_RATIO equity_ratio (equity_to_assets): Ratio = "total_equity / positive(total_assets)";
    /// Tangible common equity of tangible assets.
    TANGIBLE_EQUITY_RATIO tangible_equity_ratio (tangible_common_equity_ratio): Ratio =
        "tangible_book_value / positive(tangible_assets)";
    /// All liabilities of total assets.
    LIABILITIES_TO_ASSETS liabilities_to_assets (debt_ratio): Ratio =
        "total_liabilities / positive(total_assets)";
    /// All liabilities for each unit of equity.
    LIABILITIES_TO_EQUITY liabilities_to_equity: Multiple =
        "total_liabilities / positive(total_equity, equity)";
    /// All liabilities for each unit of tangible equity.
    LIABILITIES_TO_TANGIBLE_NET_WORTH liabilities_to_tangible_net_worth: Multiple =
        "total_liabilities / positive(tangible_asset_value, equity)";
    /// Long-term debt of long-term debt and equity.
    LONG_TERM_DEBT_TO_CAPITAL long_term_debt_to_capital (capitalization_ratio): Ratio =
        "long_term_debt / positive(long_term_debt + total_equity)";
    /// Long-term debt for each unit of equity.
    LONG_TERM_DEBT_TO_EQUITY long_term_debt_to_equity: Multiple =
        "long_term_debt / positive(total_equity, equity)";
    /// Long-term debt of total assets.
    LONG_TERM_DEBT_TO_ASSETS long_term_debt_to_assets: Ratio =
        "long_term_debt / positive(total_assets)";
    /// The part of debt that falls due within a year.
    SHORT_TERM_DEBT_SHARE short_term_debt_share: Ratio = "short_term_debt / positive(total_debt)";
    /// Tangible assets less current liabilities without debt, for each unit of debt.
    ASSET_COVERAGE asset_coverage (asset_coverage_ratio): Multiple =
        "(tangible_assets - (total_current_liabilities - short_term_debt)) / positive(total_debt)";
    /// Operating income for each unit of interest expense; negative for an operating loss.
    INTEREST_COVERAGE interest_coverage (
        interest_coverage_ratio, times_interest_earned, tie, interest_cover
    ): Multiple =
        "operating_income / positive(interest_expense)";
    /// EBITDA for each unit of interest expense.
    EBITDA_INTEREST_COVERAGE ebitda_interest_coverage: Multiple =
        "ebitda / positive(interest_expense)";
    /// EBITDA less capital expenditures, for each unit of interest expense.
    EBITDA_LESS_CAPEX_COVERAGE ebitda_less_capex_coverage: Multiple =
        "(ebitda - capital_expenditures) / positive(interest_expense)";
    /// Cash from operations before interest and taxes paid, for each unit of interest paid.
    CASH_INTEREST_COVERAGE cash_interest_coverage: Multiple =
        "(operating_cash_flow + interest_paid + income_taxes_paid) / positive(interest_paid)";
    /// Operating income before rent for each unit of rent and interest expense.
    FIXED_CHARGE_COVERAGE fixed_charge_coverage (fixed_charge_cover, fccr): Multiple =
        "(operating_income + lease_expense) / positive(interest_expense + lease_expense)";
    /// A year's EBITDA for each unit of its interest expense and of the debt due within a year.
    DEBT_SERVICE_COVERAGE debt_service_coverage (debt_service_coverage_ratio, dscr): Multiple =
        "ttm(ebitda) / positive(ttm(interest_expense) + short_term_debt)";
    /// A year's cash from operations for each unit of debt.
    OPERATING_CASH_FLOW_TO_DEBT operating_cash_flow_to_debt
        (cash_flow_coverage_ratio, cash_flow_to_debt): Ratio =
        "ttm(operating_cash_flow) / positive(total_debt)";
    /// A year's cash from operations for each unit of average liabilities.
    CASH_DEBT_COVERAGE cash_debt_coverage: Ratio =
        "ttm(operating_cash_flow) / average(positive(total_liabilities))";
    /// A year's free cash flow for each unit of debt.
    FREE_CASH_FLOW_TO_DEBT free_cash_flow_to_debt: Ratio =
        "ttm(free_cash_flow) / positive(total_debt)";
    /// EBITDA less interest and income taxes paid over a year, for each unit of net debt: the
    /// funds from operations of rating agencies. Of net cash it has no meaning.
    FUNDS_FROM_OPERATIONS_TO_NET_DEBT funds_from_operations_to_net_debt: Ratio =
        "ttm(ebitda - interest_paid - income_taxes_paid) / positive(net_debt)";
    /// A year's EBITDA less interest, taxes and dividends paid, for each unit of net debt.
    RETAINED_CASH_FLOW_TO_NET_DEBT retained_cash_flow_to_net_debt: Ratio =
        "ttm(ebitda - interest_paid - income_taxes_paid - dividends_paid) / positive(net_debt)";
    /// Net income with depreciation added back over a year, for each unit of liabilities.
    SOLVENCY_RATIO solvency_ratio: Ratio =
        "ttm(net_income + depreciation_and_amortization) / positive(total_liabilities)";
    /// Cash from operations for each unit of capital expenditures.
    CAPEX_COVERAGE capex_coverage (capex_coverage_ratio): Multiple =
        "operating_cash_flow / positive(capital_expenditures)";
    /// Cash from operations for each unit of capital expenditures and dividends.
    CAPEX_DIVIDEND_COVERAGE capex_dividend_coverage (
        capex_dividend_coverage_ratio, dividend_capex_coverage_ratio
    ): Multiple =
        "operating_cash_flow / positive(capital_expenditures + or_zero(dividends_paid))";
    /// Net income for each unit of preferred dividends.
    PREFERRED_DIVIDEND_COVERAGE preferred_dividend_coverage
        (preferred_dividend_coverage_ratio): Multiple =
        "net_income / positive(preferred_dividends)";
    /// Interest paid in cash for each unit of interest expense.
    INTEREST_PAID_TO_EXPENSE interest_paid_to_expense (interest_paid_to_expense_ratio): Multiple =
        "interest_paid / positive(interest_expense)";
    /// A year's interest expense on average debt.
    EFFECTIVE_INTEREST_RATE effective_interest_rate (implied_cost_of_debt): Ratio =
        "ttm(interest_expense) / average(positive(total_debt))";
    /// Net fixed assets for each unit of equity.
    FIXED_ASSETS_TO_EQUITY fixed_assets_to_equity: Multiple =
        "property_plant_equipment / positive(total_equity, equity)";
    /// Goodwill and intangible assets of total assets.
    INTANGIBLES_TO_ASSETS intangibles_to_assets: Ratio =
        "goodwill_and_intangibles / positive(total_assets)";
    /// Goodwill for each unit of equity.
    GOODWILL_TO_EQUITY goodwill_to_equity: Multiple =
        "goodwill / positive(total_equity, equity)";
    /// Retained earnings of total assets: Altman's second ratio.
    RETAINED_EARNINGS_TO_ASSETS retained_earnings_to_assets
        (retained_earnings_to_total_assets_ratio): Ratio =
        "retained_earnings / positive(total_assets)";
} }
