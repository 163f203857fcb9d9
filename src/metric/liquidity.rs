//! Liquidity: whether what falls due within a year can be paid.

use super::definition::metrics;

metrics! { Liquidity {
    /// Current assets for each unit of current liabilities.
    CURRENT_RATIO current_ratio (working_capital_ratio): Multiple =
        "total_current_assets / positive(total_current_liabilities)";
    /// Cash, short-term investments and receivables for each unit of current liabilities.
    QUICK_RATIO quick_ratio (acid_test_ratio, acid_test): Multiple =
        "quick_assets / positive(total_current_liabilities)";
    /// Cash and short-term investments for each unit of current liabilities.
    CASH_RATIO cash_ratio: Multiple =
        "cash_and_investments / positive(total_current_liabilities)";
    /// A year's cash from operations for each unit of current liabilities.
    OPERATING_CASH_FLOW_RATIO operating_cash_flow_ratio: Multiple =
        "ttm(operating_cash_flow) / positive(total_current_liabilities)";
    /// A year's cash from operations for each unit of average current liabilities.
    CURRENT_CASH_DEBT_COVERAGE current_cash_debt_coverage: Multiple =
        "ttm(operating_cash_flow) / average(positive(total_current_liabilities))";
    /// A year's cash from operations for each unit of short-term debt.
    SHORT_TERM_COVERAGE short_term_coverage (short_term_coverage_ratio): Multiple =
        "ttm(operating_cash_flow) / positive(short_term_debt)";
    /// Days that quick assets would pay the cash costs of the period.
    DEFENSIVE_INTERVAL defensive_interval (defensive_interval_ratio): Days =
        "quick_assets \
         / positive(cost_of_revenue + operating_expenses - depreciation_and_amortization) \
         * period_days";
    /// Days that cash and short-term investments would pay the cash costs of the period.
    DAYS_CASH_ON_HAND days_cash_on_hand: Days =
        "cash_and_investments \
         / positive(cost_of_revenue + operating_expenses - depreciation_and_amortization) \
         * period_days";
    /// Days until cash is gone at the rate at which free cash flow used it up in the period; of a
    /// company that burns none it has no meaning.
    CASH_RUNWAY cash_runway (runway): Days =
        "cash_and_investments / positive(-free_cash_flow) * period_days";
    /// Working capital against total assets: Altman's first ratio.
    WORKING_CAPITAL_TO_ASSETS working_capital_to_assets
        (working_capital_to_total_assets_ratio): Ratio =
        "working_capital / positive(total_assets)";
    /// Cash and short-term investments of total assets.
    CASH_TO_ASSETS cash_to_assets: Ratio = "cash_and_investments / positive(total_assets)";
    /// Cash and short-term investments for each unit of debt.
    CASH_TO_DEBT cash_to_debt: Multiple = "cash_and_investments / positive(total_debt)";
    /// Cash and short-term investments less short-term debt, against total assets (Shulman and Cox,
    /// 1985).
    NET_LIQUID_BALANCE net_liquid_balance: Ratio =
        "(cash_and_investments - short_term_debt) / positive(total_assets)";
    /// Inventory for each unit of working capital: how much of it has yet to be sold.
    INVENTORY_TO_WORKING_CAPITAL inventory_to_working_capital: Multiple =
        "inventory / positive(working_capital)";
    /// Current liabilities of all liabilities.
    CURRENT_LIABILITIES_SHARE current_liabilities_share: Ratio =
        "total_current_liabilities / positive(total_liabilities)";
    /// Current assets of total assets.
    CURRENT_ASSETS_SHARE current_assets_share: Ratio =
        "total_current_assets / positive(total_assets)";
} }
