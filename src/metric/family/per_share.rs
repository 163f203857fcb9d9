//! Families of per share.

use super::declare::families;

families! {
    closed eps (earnings_per_share) also (eps_basic, eps_diluted) {
        variant "diluted, as filed"
            = "eps_diluted",
            "in use";
        variant "basic, as filed"
            = "eps_basic",
            "in use";
        variant "net income over diluted shares"
            = "net_income_to_common / positive(shares_diluted)",
            "in use";
        variant "common over basic shares"
            = "net_income_to_common / positive(shares_basic)",
            "in use";
        variant "common, as filed, over basic shares"
            = "income_to_common / positive(shares_basic)",
            "ASC 260-10-45-10";
        variant "continuing operations"
            = "eps_continuing",
            "JNJ, COST";
        lacking "adjusted, core": "the basis adjusted, which a statement names itself";
        lacking "before a later split": "as first filed";
        lacking "fourth quarter as year less nine months":
            "derived per-share amounts are refused, companies print it";
    }
    closed book_value_per_share (book_value_per_share) also () {
        variant "common equity over period-end shares"
            = "common_equity / positive(shares_outstanding)",
            "JPM 116.07";
        variant "parent's equity over period-end shares"
            = "stockholders_equity / positive(shares_outstanding)",
            "vendors where preferred is missed";
        lacking "with RSUs": "RSUs in the share count";
    }
    closed tangible_book_value_per_share (tangible_book_value_per_share) also () {
        variant "plain"
            = "tangible_book_value / positive(shares_outstanding)",
            "in use";
        variant "+ DTL"
            = "(tangible_book_value + deferred_tax_on_intangibles) / \
              positive(shares_outstanding)",
            "JPM, BAC";
    }
    closed dividend_payout (dividend_payout) also () {
        variant "paid over common"
            = "dividends_paid / positive(net_income_to_common, earnings)",
            "in use";
        variant "paid over common, as filed"
            = "dividends_paid / positive(income_to_common, earnings)",
            "10-K of banks";
        variant "paid over net income"
            = "dividends_paid / positive(net_income, earnings)",
            "vendors";
        variant "DPS over diluted EPS"
            = "ttm_per_share(dividends_per_share) / positive(ttm_per_share(eps_diluted), \
              earnings)",
            "most boards";
        variant "paid over free cash flow"
            = "dividends_paid / positive(free_cash_flow)",
            "in use";
        lacking "/ adjusted EPS": "basis adjusted on one input";
        variant "/ FFO, AFFO"
            = "dividends_paid / positive(funds_from_operations, earnings)",
            "REITs";
    }
    open total_payout (total_payout) also (shareholder_distributions) {
        variant "dividends + buybacks over net income"
            = "(or_zero(dividends_paid) + share_repurchases) / \
              positive(net_income_to_common, earnings)",
            "vendors";
        variant "net of issuance"
            = "(or_zero(dividends_paid) + share_repurchases - or_zero(share_issuance)) / \
              positive(net_income_to_common, earnings)",
            "in use";
        lacking "common dividends, net of employee issuance, last twelve months":
            "employee issuances";
    }
    closed dividends_per_share (dividends_per_share) also (dividends_paid_per_share) {
        variant "declared"
            = "dividends_per_share",
            "MA 2.74, WMT 0.83";
        base "annualised"
            = "annualised(dividends_per_share)",
            "in use";
        variant "paid over shares"
            = "dividends_paid / positive(shares_basic)",
            "in use";
    }
    closed ffo_per_share (ffo_per_share) also () {
        variant "diluted"
            = "funds_from_operations / positive(shares_diluted)",
            "Realty Income 4.01";
        lacking "with OP units": "units";
    }
    open enterprise_value (enterprise_value) also () {
        variant "plain"
            = "market_cap + net_debt + or_zero(preferred_equity) + \
              or_zero(noncontrolling_interest) + \
              or_zero(redeemable_noncontrolling_interest)",
            "in use";
        variant "with leases"
            = "market_cap + net_debt + or_zero(lease_liabilities) + \
              or_zero(preferred_equity) + or_zero(noncontrolling_interest) + \
              or_zero(redeemable_noncontrolling_interest)",
            "Koyfin thread";
        variant "diluted shares"
            = "diluted_market_cap + net_debt + or_zero(preferred_equity) + \
              or_zero(noncontrolling_interest) + \
              or_zero(redeemable_noncontrolling_interest)",
            "banks' practice";
        lacking "less equity-method stakes": "item";
    }
    closed pe_ratio (pe_ttm_diluted)
        also (pe_ttm_basic, pe_ttm_period_end, forward_pe_fy1, forward_pe_fy2, forward_pe_ntm) {
        variant "TTM diluted"
            = "share_price / positive(ttm_per_share(eps_diluted), earnings)",
            "in use";
        variant "cap over net income"
            = "market_cap / positive(ttm(net_income_to_common), earnings)",
            "vendors";
        variant "last fiscal year"
            = "share_price / positive(eps_diluted, earnings)",
            "newspapers";
        lacking "adjusted": "basis adjusted on one input";
    }
    open free_cash_flow_yield (free_cash_flow_yield) also (unlevered_free_cash_flow_yield) {
        variant "/ market cap"
            = "ttm(free_cash_flow) / positive(market_cap)",
            "in use";
        variant "/ EV"
            = "ttm(free_cash_flow) / positive(enterprise_value)",
            "vendors";
    }
}
