//! Returns: what a year earns on what was invested.
//!
//! Flows are those of twelve months and balances the mean of both ends, so that a quarter's report
//! does not show a quarter of the return.

use super::definition::metrics;

metrics! { Returns {
    /// The tax rate to take off operating income: taxes over pre-tax income, held between zero and
    /// one, and zero on a pre-tax loss; without a value where pre-tax income is exactly zero.
    OPERATING_TAX_RATE operating_tax_rate: Ratio =
        "min(max(income_tax_expense / income_before_tax, 0), 1) * is_positive(income_before_tax)";
    /// Net operating profit after taxes, as if there were no debt.
    NOPAT nopat (net_operating_profit_after_taxes): Flow =
        "operating_income * (1 - operating_tax_rate)";
    /// Net income on average total assets.
    RETURN_ON_ASSETS return_on_assets (roa, roaa, return_on_average_assets): Ratio =
        "ttm(net_income) / average(positive(total_assets))";
    /// Operating income on average total assets: earning power before taxes and financing.
    BASIC_EARNING_POWER basic_earning_power (operating_return_on_assets): Ratio =
        "ttm(operating_income) / average(positive(total_assets))";
    /// Net income with after-tax interest added back, on average total assets.
    RETURN_ON_ASSETS_BEFORE_INTEREST return_on_assets_before_interest: Ratio =
        "ttm(net_income + interest_expense * (1 - operating_tax_rate)) \
         / average(positive(total_assets))";
    /// Cash from operations on average total assets.
    CASH_RETURN_ON_ASSETS cash_return_on_assets: Ratio =
        "ttm(operating_cash_flow) / average(positive(total_assets))";
    /// Net income on average tangible assets.
    RETURN_ON_TANGIBLE_ASSETS return_on_tangible_assets: Ratio =
        "ttm(net_income) / average(positive(tangible_assets))";
    /// Gross profit on total assets (Novy-Marx, Journal of Financial Economics, 2013).
    GROSS_PROFITABILITY gross_profitability: Ratio = "ttm(gross_profit) / positive(total_assets)";
    /// Net income on the average equity of the parent's shareholders; of a deficit it has no
    /// meaning. The DuPont analysis gives its factors.
    RETURN_ON_EQUITY return_on_equity (
        roe, dupont_analysis, extended_dupont_analysis, roae, return_on_average_equity, dupont
    ): Ratio =
        "ttm(net_income) / average(positive(stockholders_equity, equity))";
    /// Net income after preferred dividends, on average common equity.
    RETURN_ON_COMMON_EQUITY return_on_common_equity: Ratio =
        "ttm(net_income_to_common) / average(positive(common_equity, equity))";
    /// Net income after preferred dividends, on average tangible common equity.
    RETURN_ON_TANGIBLE_COMMON_EQUITY return_on_tangible_common_equity (rotce, rote): Ratio =
        "ttm(net_income_to_common) / average(positive(tangible_book_value, equity))";
    /// Cash from operations on the average equity of the parent's shareholders.
    CASH_RETURN_ON_EQUITY cash_return_on_equity: Ratio =
        "ttm(operating_cash_flow) / average(positive(stockholders_equity, equity))";
    /// Revenue less cost, overhead and interest, on equity at the end of the year (Fama and French,
    /// Journal of Financial Economics, 2015).
    OPERATING_PROFITABILITY operating_profitability: Ratio =
        "ttm(gross_profit - selling_general_and_administrative - interest_expense) \
         / positive(total_equity, equity)";
    /// Net operating profit after taxes on average debt and equity.
    RETURN_ON_INVESTED_CAPITAL return_on_invested_capital (roic): Ratio =
        "ttm(nopat) / average(positive(invested_capital))";
    /// Net operating profit after taxes on average net operating assets.
    RETURN_ON_NET_OPERATING_ASSETS return_on_net_operating_assets
        (rnoa, return_on_operating_capital): Ratio =
        "ttm(nopat) / average(positive(net_operating_assets))";
    /// Additional operating profit after taxes over a year ago, on the capital invested the year
    /// before.
    RETURN_ON_INCREMENTAL_CAPITAL return_on_incremental_capital (roiic): Ratio =
        "(ttm(nopat) - year_ago(ttm(nopat))) \
         / positive(year_ago(invested_capital) - years_ago(invested_capital, 2))";
    /// Free cash flow on average debt and equity.
    CASH_RETURN_ON_INVESTED_CAPITAL cash_return_on_invested_capital (croic): Ratio =
        "ttm(free_cash_flow) / average(positive(invested_capital))";
    /// Operating income on the assets that are financed for longer than a year.
    RETURN_ON_CAPITAL_EMPLOYED return_on_capital_employed (roce): Ratio =
        "ttm(operating_income) / positive(capital_employed)";
    /// Operating income on working capital and net fixed assets (Greenblatt, The Little Book That
    /// Beats the Market, 2005).
    RETURN_ON_TANGIBLE_CAPITAL return_on_tangible_capital (magic_formula_return_on_capital): Ratio =
        "ttm(operating_income) \
         / positive(operating_working_capital + property_plant_equipment)";
    /// Net income on fixed assets and working capital.
    RETURN_ON_NET_ASSETS return_on_net_assets (rona): Ratio =
        "ttm(net_income) / average(positive(property_plant_equipment + working_capital))";
    /// Gross profit of the year for each unit of research and development of the year before.
    RETURN_ON_RESEARCH return_on_research: Multiple =
        "ttm(gross_profit) / positive(year_ago(ttm(research_and_development)))";
    /// Rise of yearly net income over five years, on the rise of retained earnings in them.
    RETURN_ON_RETAINED_EARNINGS return_on_retained_earnings: Ratio =
        "(ttm(net_income) - years_ago(ttm(net_income), 5)) \
         / positive(retained_earnings - years_ago(retained_earnings, 5))";
} }
