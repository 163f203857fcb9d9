//! Real estate: what properties earn before the depreciation that buildings do not show.

use super::definition::metrics;

metrics! { RealEstate {
    /// Net income to common without depreciation of real estate, gains on its sale and impairments
    /// of it (Nareit, Funds From Operations White Paper, 2018); impairments of goodwill and the
    /// like stay in.
    FUNDS_FROM_OPERATIONS funds_from_operations (ffo): Flow =
        "net_income_to_common + real_estate_depreciation - or_zero(gain_on_real_estate) \
         + or_zero(real_estate_impairment)";
    /// Funds from operations less capital expenditures, with all of them counted as recurring.
    ADJUSTED_FUNDS_FROM_OPERATIONS adjusted_funds_from_operations (affo): Flow =
        "funds_from_operations - capital_expenditures";
    /// Funds from operations for each diluted share.
    FFO_PER_SHARE ffo_per_share: PerShareFlow =
        "funds_from_operations / positive(shares_diluted)";
    /// Market capitalisation over twelve months of funds from operations.
    PRICE_TO_FFO price_to_ffo: Multiple =
        "market_cap / positive(ttm(funds_from_operations), earnings)";
    /// Market capitalisation over twelve months of adjusted funds from operations.
    PRICE_TO_AFFO price_to_affo: Multiple =
        "market_cap / positive(ttm(adjusted_funds_from_operations), earnings)";
    /// Dividends paid of funds from operations.
    FFO_PAYOUT ffo_payout: Ratio = "dividends_paid / positive(funds_from_operations, earnings)";
    /// Operating income of the properties for each unit of revenue.
    NOI_MARGIN noi_margin: Ratio = "net_operating_income / revenue";
    /// Twelve months of the properties' operating income, of enterprise value.
    IMPLIED_CAP_RATE implied_cap_rate (cap_rate): Ratio =
        "ttm(net_operating_income) / positive(enterprise_value)";
    /// Twelve months of the properties' operating income for each unit of debt.
    DEBT_YIELD debt_yield: Ratio = "ttm(net_operating_income) / positive(total_debt)";
    /// Funds from operations and interest expense, for each unit of interest expense.
    FFO_INTEREST_COVERAGE ffo_interest_coverage: Multiple =
        "(funds_from_operations + interest_expense) / positive(interest_expense)";
    /// Debt on total assets with accumulated depreciation added back.
    DEBT_TO_GROSS_ASSETS debt_to_gross_assets: Ratio =
        "total_debt / positive(total_assets + accumulated_depreciation)";
} }
