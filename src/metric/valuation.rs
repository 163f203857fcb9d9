//! Valuation: what the market pays for a company and its earnings.
//!
//! Every price-earnings ratio names the twelve months of its earnings and its share count; of
//! earnings that are zero or negative it has no meaning. Yields do: they turn negative with the
//! earnings.

use super::definition::metrics;

metrics! { Valuation {
    /// Share price times the shares outstanding: those of the quote, or else those at the period's
    /// end.
    MARKET_CAP market_cap (market_capitalization): Money = "share_price * quoted_shares";
    /// Share price times the diluted average share count.
    DILUTED_MARKET_CAP diluted_market_cap: Money = "share_price * shares_diluted";
    /// Market capitalisation and debt, preferred stock and noncontrolling interests, less cash and
    /// short-term investments. What is not reported counts as zero, and the explanation says so;
    /// debt and cash must be there.
    ENTERPRISE_VALUE enterprise_value (ev, enterprise_value_breakdown): Money =
        "market_cap + net_debt + or_zero(preferred_equity) + or_zero(noncontrolling_interest) \
         + or_zero(redeemable_noncontrolling_interest)";
    /// What the share price has to rise to reach the price target; negative where the target is
    /// below the price.
    UPSIDE upside (implied_upside, price_target_upside): Ratio = "price_target / share_price - 1";
    /// Price over four quarters of diluted earnings per share.
    PE_TTM_DILUTED pe_ttm_diluted (
        price_earnings, price_to_earnings_ratio, trailing_pe, price_earnings_ratio,
        price_to_earnings, pe, pe_ratio
    ): Multiple =
        "share_price / positive(ttm_per_share(eps_diluted), earnings)";
    /// Price over four quarters of basic earnings per share.
    PE_TTM_BASIC pe_ttm_basic: Multiple =
        "share_price / positive(ttm_per_share(eps_basic), earnings)";
    /// Market capitalisation over twelve months of net income to common: the P/E on the shares
    /// outstanding at the period's end.
    PE_TTM_PERIOD_END pe_ttm_period_end: Multiple =
        "market_cap / positive(ttm(net_income_to_common), earnings)";
    /// Price over the consensus of earnings per share for the current fiscal year.
    FORWARD_PE_FY1 forward_pe_fy1: Multiple = "share_price / positive(eps_fy1, earnings)";
    /// Price over the consensus of earnings per share for the next fiscal year.
    FORWARD_PE_FY2 forward_pe_fy2: Multiple = "share_price / positive(eps_fy2, earnings)";
    /// Price over the consensus of earnings per share for the next twelve months.
    FORWARD_PE_NTM forward_pe_ntm (forward_pe, forward_price_earnings_ratio): Multiple =
        "share_price / positive(eps_ntm, earnings)";
    /// Market capitalisation less net cash, over twelve months of net income to common.
    CASH_ADJUSTED_PE cash_adjusted_pe: Multiple =
        "(market_cap + net_debt) / positive(ttm(net_income_to_common), earnings)";
    /// Trailing P/E over the growth of diluted earnings per share of twelve months, in percent.
    PEG_TTM peg_ttm (price_to_earnings_growth_ratio, peg, price_to_earnings_growth): Multiple =
        "pe_ttm_diluted / positive(100 * growth(ttm_per_share(eps_diluted)))";
    /// Forward P/E for the next twelve months over the expected growth of earnings per share, in
    /// percent.
    FORWARD_PEG forward_peg: Multiple = "forward_pe_ntm / positive(100 * expected_eps_growth)";
    /// Growth from four quarters of diluted earnings per share to the consensus for the next twelve
    /// months; of a loss it has no meaning.
    FORWARD_EPS_GROWTH forward_eps_growth: Ratio =
        "eps_ntm / positive(ttm_per_share(eps_diluted), earnings) - 1";
    /// Forward P/E for the next twelve months over the growth that its earnings are, in percent.
    IMPLIED_PEG implied_peg (
        forward_price_to_earnings_growth_ratio, forward_price_earnings_growth_ratio
    ): Multiple =
        "forward_pe_ntm / positive(100 * forward_eps_growth)";
    /// Price over common equity per share; of a deficit it has no meaning.
    PRICE_TO_BOOK price_to_book (price_to_book_ratio, pb, pb_ratio): Multiple =
        "share_price / positive(book_value_per_share, equity)";
    /// Common equity per share, of the price; negative for a deficit.
    BOOK_TO_MARKET book_to_market (book_to_price): Ratio = "book_value_per_share / share_price";
    /// Price over tangible common equity per share.
    PRICE_TO_TANGIBLE_BOOK price_to_tangible_book (ptbv): Multiple =
        "share_price / positive(tangible_book_value_per_share, equity)";
    /// Market capitalisation over twelve months of revenue.
    PRICE_TO_SALES price_to_sales (price_to_sales_ratio, ps, ps_ratio, price_to_revenue): Multiple =
        "market_cap / positive(ttm(revenue))";
    /// Market capitalisation over twelve months of cash from operations.
    PRICE_TO_CASH_FLOW price_to_cash_flow (price_to_cash_flow_ratio, pcf): Multiple =
        "market_cap / positive(ttm(operating_cash_flow))";
    /// Market capitalisation over twelve months of free cash flow.
    PRICE_TO_FREE_CASH_FLOW price_to_free_cash_flow (
        price_to_free_cash_flow_ratio, pfcf
    ): Multiple =
        "market_cap / positive(ttm(free_cash_flow))";
    /// Market capitalisation over net current asset value: below two thirds, Graham's bargain.
    PRICE_TO_NCAV price_to_ncav: Multiple = "market_cap / positive(net_current_asset_value)";
    /// Enterprise value over twelve months of revenue.
    EV_TO_SALES ev_to_sales (ev_to_sales_ratio, ev_to_revenue, ev_sales, ev_revenue): Multiple =
        "enterprise_value / positive(ttm(revenue))";
    /// Enterprise value over the consensus of revenue for the next twelve months.
    EV_TO_NTM_SALES ev_to_ntm_sales: Multiple = "enterprise_value / positive(revenue_ntm)";
    /// Enterprise value over twelve months of gross profit.
    EV_TO_GROSS_PROFIT ev_to_gross_profit: Multiple =
        "enterprise_value / positive(ttm(gross_profit), earnings)";
    /// Enterprise value over twelve months of EBITDA.
    EV_TO_EBITDA ev_to_ebitda (ev_to_ebitda_ratio, ev_ebitda): Multiple =
        "enterprise_value / positive(ttm(ebitda), earnings)";
    /// Enterprise value over twelve months of EBITDA before operating lease cost; lease liabilities
    /// are not in it.
    EV_TO_EBITDAR ev_to_ebitdar (ev_ebitdar): Multiple =
        "enterprise_value / positive(ttm(ebitdar), earnings)";
    /// Enterprise value over twelve months of EBITDA less capital expenditures.
    EV_TO_EBITDA_LESS_CAPEX ev_to_ebitda_less_capex: Multiple =
        "enterprise_value / positive(ttm(ebitda - capital_expenditures), earnings)";
    /// Enterprise value over twelve months of earnings before interest and taxes.
    EV_TO_EBIT ev_to_ebit (ev_ebit): Multiple = "enterprise_value / positive(ttm(ebit), earnings)";
    /// Enterprise value over twelve months of operating income (Carlisle, Deep Value, 2014).
    EV_TO_OPERATING_INCOME ev_to_operating_income (acquirers_multiple): Multiple =
        "enterprise_value / positive(ttm(operating_income), earnings)";
    /// Enterprise value over twelve months of operating profit after taxes.
    EV_TO_NOPAT ev_to_nopat: Multiple = "enterprise_value / positive(ttm(nopat), earnings)";
    /// Enterprise value over twelve months of cash from operations.
    EV_TO_OPERATING_CASH_FLOW ev_to_operating_cash_flow
        (ev_to_operating_cashflow_ratio): Multiple =
        "enterprise_value / positive(ttm(operating_cash_flow))";
    /// Enterprise value over twelve months of free cash flow.
    EV_TO_FREE_CASH_FLOW ev_to_free_cash_flow (ev_to_free_cash_flow_ratio, ev_fcf): Multiple =
        "enterprise_value / positive(ttm(free_cash_flow))";
    /// Enterprise value over debt and equity at book value.
    EV_TO_INVESTED_CAPITAL ev_to_invested_capital: Multiple =
        "enterprise_value / positive(invested_capital)";
    /// Four quarters of diluted earnings per share, of the price; negative for a loss.
    EARNINGS_YIELD earnings_yield (earnings_yield_ratio): Ratio =
        "ttm_per_share(eps_diluted) / share_price";
    /// Consensus of earnings per share for the next twelve months, of the price.
    FORWARD_EARNINGS_YIELD forward_earnings_yield: Ratio = "eps_ntm / share_price";
    /// Twelve months of operating income, of enterprise value (Greenblatt, The Little Book That
    /// Beats the Market, 2005).
    OPERATING_EARNINGS_YIELD operating_earnings_yield (magic_formula_earnings_yield): Ratio =
        "ttm(operating_income) / positive(enterprise_value)";
    /// Twelve months of free cash flow, of market capitalisation.
    FREE_CASH_FLOW_YIELD free_cash_flow_yield (fcf_yield): Ratio =
        "ttm(free_cash_flow) / positive(market_cap)";
    /// Twelve months of free cash flow to the firm, of enterprise value.
    UNLEVERED_FREE_CASH_FLOW_YIELD unlevered_free_cash_flow_yield: Ratio =
        "ttm(free_cash_flow_to_firm) / positive(enterprise_value)";
    /// Four quarters of dividends declared per share, of the price.
    DIVIDEND_YIELD dividend_yield (trailing_dividend_yield): Ratio =
        "ttm_per_share(dividends_per_share) / share_price";
    /// The last dividend declared per share at a year's rate, of the price.
    INDICATED_DIVIDEND_YIELD indicated_dividend_yield: Ratio =
        "annualised(dividends_per_share) / share_price";
    /// Twelve months of dividends paid, of market capitalisation.
    CASH_DIVIDEND_YIELD cash_dividend_yield: Ratio =
        "ttm(dividends_paid) / positive(market_cap)";
    /// Twelve months of dividends paid for each share of the diluted average, of the price.
    WEIGHTED_DIVIDEND_YIELD weighted_dividend_yield: Ratio =
        "ttm(dividends_paid) / positive(diluted_market_cap)";
    /// Twelve months of buybacks less issuance of shares, of market capitalisation.
    BUYBACK_YIELD buyback_yield (net_buyback_yield): Ratio =
        "ttm(net_share_repurchases) / positive(market_cap)";
    /// Twelve months of dividends and net buybacks, of market capitalisation.
    SHAREHOLDER_YIELD shareholder_yield: Ratio =
        "ttm(or_zero(dividends_paid) + net_share_repurchases) / positive(market_cap)";
    /// Dividends, net buybacks and net repayment of debt over twelve months, of market
    /// capitalisation.
    TOTAL_YIELD total_yield: Ratio =
        "ttm(or_zero(dividends_paid) + net_share_repurchases - net_borrowing) \
         / positive(market_cap)";
    /// Cash and short-term investments less debt, of market capitalisation.
    NET_CASH_TO_MARKET_CAP net_cash_to_market_cap: Ratio = "-net_debt / positive(market_cap)";
    /// Debt of debt and market capitalisation.
    MARKET_LEVERAGE market_leverage (market_debt_to_capital): Ratio =
        "total_debt / positive(total_debt + market_cap)";
    /// Trailing P/E over growth of earnings and dividend yield together, in percent (Lynch, One Up
    /// on Wall Street, 1989, turned over).
    PEGY pegy: Multiple =
        "pe_ttm_diluted / positive(100 * (growth(ttm_per_share(eps_diluted)) + dividend_yield))";
    /// Enterprise value to sales over the growth of twelve months' revenue, in percent.
    EV_TO_SALES_TO_GROWTH ev_to_sales_to_growth: Multiple =
        "ev_to_sales / positive(100 * revenue_growth_ttm)";
} }
