//! Per share: amounts for one common share, and how many there are.
//!
//! Flows are divided by the average share count of their own period, balances by the shares at its
//! end.

use super::definition::metrics;

metrics! { PerShare {
    /// Net income less preferred dividends for each basic share (ASC 260-10-45-10).
    EARNINGS_PER_SHARE earnings_per_share: PerShareFlow =
        "net_income_to_common / positive(shares_basic)";
    /// Revenue for each diluted share.
    REVENUE_PER_SHARE revenue_per_share: PerShareFlow = "revenue / positive(shares_diluted)";
    /// Operating income for each diluted share.
    OPERATING_INCOME_PER_SHARE operating_income_per_share: PerShareFlow =
        "operating_income / positive(shares_diluted)";
    /// EBITDA for each diluted share.
    EBITDA_PER_SHARE ebitda_per_share: PerShareFlow = "ebitda / positive(shares_diluted)";
    /// Cash from operations for each diluted share.
    OPERATING_CASH_FLOW_PER_SHARE operating_cash_flow_per_share: PerShareFlow =
        "operating_cash_flow / positive(shares_diluted)";
    /// Free cash flow for each diluted share.
    FREE_CASH_FLOW_PER_SHARE free_cash_flow_per_share (fcf_per_share): PerShareFlow =
        "free_cash_flow / positive(shares_diluted)";
    /// Capital expenditures for each diluted share.
    CAPEX_PER_SHARE capex_per_share: PerShareFlow =
        "capital_expenditures / positive(shares_diluted)";
    /// Dividends paid for each basic share.
    DIVIDENDS_PAID_PER_SHARE dividends_paid_per_share: PerShareFlow =
        "dividends_paid / positive(shares_basic)";
    /// Common equity for each share outstanding.
    BOOK_VALUE_PER_SHARE book_value_per_share (
        bvps, nav_per_share, net_asset_value_per_share
    ): PerShare =
        "common_equity / positive(shares_outstanding)";
    /// Tangible common equity for each share outstanding.
    TANGIBLE_BOOK_VALUE_PER_SHARE tangible_book_value_per_share (
        tbvps, tbv_per_share, tangible_book_per_share
    ): PerShare =
        "tangible_book_value / positive(shares_outstanding)";
    /// Cash and short-term investments for each share outstanding.
    CASH_PER_SHARE cash_per_share: PerShare =
        "cash_and_investments / positive(shares_outstanding)";
    /// Cash and short-term investments less debt, for each share outstanding.
    NET_CASH_PER_SHARE net_cash_per_share: PerShare =
        "-net_debt / positive(shares_outstanding)";
    /// Debt and a year's interest expense for each share outstanding.
    INTEREST_DEBT_PER_SHARE interest_debt_per_share: PerShare =
        "(ttm(interest_expense) + total_debt) / positive(shares_outstanding)";
    /// Net current asset value for each share outstanding.
    NCAV_PER_SHARE ncav_per_share: PerShare =
        "net_current_asset_value / positive(shares_outstanding)";
    /// Diluted earnings per share of four quarters added up, by the market's convention.
    EPS_TTM eps_ttm: PerShare = "ttm_per_share(eps_diluted)";
    /// Diluted shares beyond the basic ones, of the basic ones.
    DILUTION dilution (potential_dilution): Ratio = "shares_diluted / positive(shares_basic) - 1";
    /// Growth of the diluted share count over a year ago; negative where buybacks outrun issuance.
    SHARE_COUNT_GROWTH share_count_growth (net_dilution): Ratio = "growth(shares_diluted)";
} }
