//! Capital returns: what a company gives back to its shareholders.

use super::definition::metrics;

metrics! { CapitalReturns {
    /// Dividends paid to common shareholders and payments for shares bought back.
    SHAREHOLDER_DISTRIBUTIONS shareholder_distributions: Flow =
        "or_zero(dividends_paid) + share_repurchases";
    /// Dividends paid of net income to common; of a loss it has no meaning.
    DIVIDEND_PAYOUT dividend_payout (dividend_payout_ratio, payout_ratio): Ratio =
        "dividends_paid / positive(net_income_to_common, earnings)";
    /// Net income to common for each unit of dividends paid.
    DIVIDEND_COVER dividend_cover (dividend_coverage): Multiple =
        "net_income_to_common / positive(dividends_paid)";
    /// The part of net income to common that is not paid as dividends.
    RETENTION_RATIO retention_ratio (reinvestment_ratio, plowback_ratio): Ratio =
        "1 - dividend_payout";
    /// Dividends and net buybacks of net income to common.
    TOTAL_PAYOUT total_payout (total_payout_ratio): Ratio =
        "(or_zero(dividends_paid) + net_share_repurchases) \
         / positive(net_income_to_common, earnings)";
    /// Dividends and buybacks of free cash flow.
    DISTRIBUTIONS_TO_FREE_CASH_FLOW distributions_to_free_cash_flow: Ratio =
        "shareholder_distributions / positive(free_cash_flow)";
    /// Free cash flow for each unit of dividends paid.
    FREE_CASH_FLOW_DIVIDEND_COVERAGE free_cash_flow_dividend_coverage: Multiple =
        "free_cash_flow / positive(dividends_paid)";
    /// Buybacks for each unit of stock-based compensation: below one they do not make up for it.
    BUYBACKS_TO_SBC buybacks_to_sbc: Multiple =
        "share_repurchases / positive(stock_based_compensation)";
    /// Free cash flow less dividends and buybacks: negative when they are paid from the balance
    /// sheet.
    FREE_CASH_FLOW_AFTER_DISTRIBUTIONS free_cash_flow_after_distributions: Flow =
        "free_cash_flow - shareholder_distributions";
} }
