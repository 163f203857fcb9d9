//! Amounts: sums and differences of line items that other metrics build on.

use super::definition::metrics;

metrics! { Amounts {
    /// Earnings before interest, taxes, depreciation and amortisation, counted up from operating
    /// income.
    ///
    /// The SEC reserves the bare name for a measure that starts at net income (Non-GAAP C&DI
    /// 103.01); this one leaves non-operating income out, as lenders and data vendors do.
    EBITDA ebitda: Flow = "operating_income + depreciation_and_amortization";
    /// Income before taxes with interest expense added back: earnings before interest and taxes,
    /// which have non-operating income in them, unlike operating income.
    EBIT ebit: Flow = "income_before_tax + interest_expense";
    /// Operating income before the amortisation of acquired intangible assets.
    EBITA ebita: Flow = "operating_income + amortization_of_intangibles";
    /// EBITDA before operating lease cost, which makes owners and renters of assets comparable.
    EBITDAR ebitdar: Flow = "ebitda + lease_expense";
    /// Operating income with stock-based compensation added back.
    OPERATING_INCOME_BEFORE_SBC operating_income_before_sbc: Flow =
        "operating_income + stock_based_compensation";
    /// Interest expense less interest income; negative for a company that earns more than it pays.
    NET_INTEREST_EXPENSE net_interest_expense: Flow = "interest_expense - or_zero(interest_income)";
    /// Cash from operations less capital expenditures; negative while cash is burned.
    ///
    /// A company's own adjusted free cash flow is a measure of its own.
    FREE_CASH_FLOW free_cash_flow (fcf): Flow = "operating_cash_flow - capital_expenditures";
    /// What is spent beyond what operations bring in: free cash flow with the other sign, negative
    /// for a company that burns none.
    CASH_BURN cash_burn: Flow = "-free_cash_flow";
    /// Free cash flow with stock-based compensation counted as if it had been paid in cash.
    FREE_CASH_FLOW_AFTER_SBC free_cash_flow_after_sbc
        (sbc_adjusted_free_cash_flow, stock_based_compensation_adjusted_free_cash_flow): Flow =
        "free_cash_flow - stock_based_compensation";
    /// New borrowings less repayments; negative when debt is paid down.
    NET_BORROWING net_borrowing: Flow = "debt_issued - debt_repaid";
    /// Free cash flow to equity: what is left for shareholders after investment and lenders.
    FREE_CASH_FLOW_TO_EQUITY free_cash_flow_to_equity (
        fcfe, levered_fcf, levered_free_cash_flow
    ): Flow =
        "free_cash_flow + net_borrowing";
    /// Change in cash from operations, investing and financing, before exchange-rate effects.
    NET_CASH_FLOW net_cash_flow: Flow =
        "operating_cash_flow + investing_cash_flow + financing_cash_flow";
    /// Payments to buy back shares, less proceeds from issuing them.
    NET_SHARE_REPURCHASES net_share_repurchases: Flow =
        "share_repurchases - or_zero(share_issuance)";
    /// Net income less preferred dividends, which basic earnings per share divide
    /// (ASC 260-10-45-11).
    NET_INCOME_TO_COMMON net_income_to_common: Flow = "net_income - or_zero(preferred_dividends)";
    /// Short-term and long-term borrowings; operating lease liabilities are not in it.
    TOTAL_DEBT total_debt (gross_debt): Money = "short_term_debt + long_term_debt";
    /// Borrowings and lease liabilities.
    LEASE_ADJUSTED_DEBT lease_adjusted_debt: Money = "total_debt + lease_liabilities";
    /// Cash, cash equivalents and short-term investments.
    CASH_AND_INVESTMENTS cash_and_investments: Money = "cash + or_zero(short_term_investments)";
    /// Debt less cash and short-term investments; negative for net cash.
    NET_DEBT net_debt: Money = "total_debt - cash_and_investments";
    /// Cash, short-term investments and receivables: what can be turned into cash at once.
    QUICK_ASSETS quick_assets: Money = "cash_and_investments + accounts_receivable";
    /// Current assets less current liabilities.
    WORKING_CAPITAL working_capital (net_working_capital, nwc): Money =
        "total_current_assets - total_current_liabilities";
    /// Current assets without cash and investments, less current liabilities without debt.
    OPERATING_WORKING_CAPITAL operating_working_capital (non_cash_working_capital): Money =
        "(total_current_assets - cash_and_investments) \
         - (total_current_liabilities - short_term_debt)";
    /// Receivables and inventory less payables: what trade itself ties up.
    TRADE_WORKING_CAPITAL trade_working_capital: Money =
        "accounts_receivable + or_zero(inventory) - accounts_payable";
    /// Assets that are financed for longer than a year.
    CAPITAL_EMPLOYED capital_employed: Money = "total_assets - total_current_liabilities";
    /// Debt and equity, noncontrolling interests with it, at book value.
    INVESTED_CAPITAL invested_capital (total_capital): Money = "total_debt + total_equity";
    /// Operating assets less operating liabilities: everything but cash, investments and debt. It
    /// is also invested capital without cash and investments, counted from the other side.
    NET_OPERATING_ASSETS net_operating_assets (operating_capital, noa): Money =
        "(total_assets - cash_and_investments) - (total_liabilities - total_debt)";
    /// The shareholders' equity that belongs to the common stock.
    COMMON_EQUITY common_equity: Money = "stockholders_equity - or_zero(preferred_equity)";
    /// Goodwill and other intangible assets, one of which must be reported.
    GOODWILL_AND_INTANGIBLES goodwill_and_intangibles: Money =
        "or_zero(goodwill) + or_zero(intangible_assets)";
    /// Common equity without goodwill and intangible assets.
    TANGIBLE_BOOK_VALUE tangible_book_value (tangible_common_equity): Money =
        "common_equity - goodwill_and_intangibles";
    /// Assets without goodwill and intangible assets.
    TANGIBLE_ASSETS tangible_assets: Money = "total_assets - goodwill_and_intangibles";
    /// Tangible assets less all liabilities: what belongs to every class of owner.
    TANGIBLE_ASSET_VALUE tangible_asset_value: Money = "tangible_assets - total_liabilities";
    /// Current assets less all liabilities (Graham and Dodd, Security Analysis, 1934).
    NET_CURRENT_ASSET_VALUE net_current_asset_value (ncav): Money =
        "total_current_assets - total_liabilities";
    /// Cash in full, receivables at three quarters and inventory at half, less all liabilities:
    /// Graham's rough value in liquidation.
    NET_NET_WORKING_CAPITAL net_net_working_capital: Money =
        "cash_and_investments + 0.75 * accounts_receivable + 0.5 * or_zero(inventory) \
         - total_liabilities";
    /// Depreciation charged so far on the property, plant and equipment still held.
    ACCUMULATED_DEPRECIATION accumulated_depreciation: Money =
        "property_plant_equipment_gross - property_plant_equipment";
    /// Deferred revenue, current and noncurrent.
    TOTAL_DEFERRED_REVENUE total_deferred_revenue: Money =
        "deferred_revenue + or_zero(deferred_revenue_noncurrent)";
} }
