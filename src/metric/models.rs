//! Models: what a company is worth by its earnings, dividends or cash flow, and what the price
//! implies.
//!
//! Rates of return and growth are inputs from the market's side; nothing is estimated.

use super::definition::metrics;

metrics! { Models {
    /// The return that the capital asset pricing model asks of a share: the risk-free rate and beta
    /// times the equity risk premium (Sharpe, Journal of Finance, 1964).
    CAPM_COST_OF_EQUITY capm_cost_of_equity (capm): Ratio =
        "risk_free_rate + beta * equity_risk_premium";
    /// The interest rate on debt, less the tax it saves.
    AFTER_TAX_COST_OF_DEBT after_tax_cost_of_debt: Ratio = "cost_of_debt * (1 - tax_rate)";
    /// Costs of equity and of debt after taxes, weighted by market capitalisation and debt.
    WACC wacc (weighted_average_cost_of_capital): Ratio =
        "(market_cap * cost_of_equity + total_debt * after_tax_cost_of_debt) \
         / positive(market_cap + total_debt)";
    /// Operating profit after taxes over twelve months, less the cost of debt and equity at the
    /// period's end (after Stewart, The Quest for Value, 1991).
    ECONOMIC_VALUE_ADDED economic_value_added (eva): Money =
        "ttm(nopat) - wacc * invested_capital";
    /// Return on invested capital less its cost.
    ECONOMIC_SPREAD economic_spread: Ratio = "return_on_invested_capital - wacc";
    /// Return on equity less its cost.
    EQUITY_SPREAD equity_spread: Ratio = "return_on_equity - cost_of_equity";
    /// Market capitalisation less the book value of the same shares: common equity, without
    /// preferred stock.
    MARKET_VALUE_ADDED market_value_added (mva): Money = "market_cap - common_equity";
    /// Net income to common over twelve months, less the cost of common equity at their beginning
    /// (Ohlson, Contemporary Accounting Research, 1995).
    RESIDUAL_INCOME residual_income: Money =
        "ttm(net_income_to_common) - cost_of_equity * year_ago(common_equity)";
    /// Market capitalisation, preferred stock and the book value of liabilities, on total assets:
    /// the usual approximation of Tobin's Q (after Chung and Pruitt, Financial Management, 1994).
    TOBINS_Q tobins_q (tobins_q_ratio, tobin_q): Multiple =
        "(market_cap + or_zero(preferred_equity) + total_liabilities) / positive(total_assets)";
    /// Book value per share and the residual income on it, growing for ever.
    RESIDUAL_INCOME_VALUE residual_income_value: PerShare =
        "book_value_per_share + (return_on_common_equity - cost_of_equity) * book_value_per_share \
         / positive(cost_of_equity - terminal_growth)";
    /// The price to book that return on equity, its cost and growth for ever justify.
    JUSTIFIED_PRICE_TO_BOOK justified_price_to_book: Multiple =
        "(return_on_common_equity - terminal_growth) / positive(cost_of_equity - terminal_growth)";
    /// The trailing P/E that the payout, the cost of equity and growth for ever justify.
    JUSTIFIED_PE justified_pe (justified_trailing_pe): Multiple =
        "ttm(dividends_paid) / positive(ttm(net_income_to_common), earnings) \
         * (1 + expected_dividend_growth) / positive(cost_of_equity - expected_dividend_growth)";
    /// Value of a share whose dividend grows for ever (Gordon, Review of Economics and Statistics,
    /// 1959); without meaning unless the cost of equity is above the growth.
    GORDON_VALUE gordon_value (
        gordon_growth_model, gorden_growth_model, dividend_discount_model
    ): PerShare =
        "ttm_per_share(dividends_per_share) * (1 + expected_dividend_growth) \
         / positive(cost_of_equity - expected_dividend_growth)";
    /// The return that the price, the dividend and its growth for ever imply.
    GORDON_IMPLIED_RETURN gordon_implied_return: Ratio =
        "ttm_per_share(dividends_per_share) * (1 + expected_dividend_growth) / share_price \
         + expected_dividend_growth";
    /// The growth of dividends for ever that the price and the cost of equity imply.
    IMPLIED_DIVIDEND_GROWTH implied_dividend_growth: Ratio =
        "(share_price * cost_of_equity - ttm_per_share(dividends_per_share)) \
         / (share_price + ttm_per_share(dividends_per_share))";
    /// Value of a share whose dividend grows at one rate for five years and at another for ever
    /// after.
    TWO_STAGE_DIVIDEND_VALUE two_stage_dividend_value
        (two_stage_dividend_discount_model): PerShare =
        "ttm_per_share(dividends_per_share) \
         * (geometric_sum((1 + initial_growth) / (1 + cost_of_equity), 5) \
            + power((1 + initial_growth) / (1 + cost_of_equity), 5) * (1 + terminal_growth) \
              / positive(cost_of_equity - terminal_growth))";
    /// Value of a share whose dividend growth falls in a line over five years (Fuller and Hsia,
    /// Financial Analysts Journal, 1984).
    H_MODEL_VALUE h_model_value: PerShare =
        "ttm_per_share(dividends_per_share) \
         * (1 + terminal_growth + 2.5 * (initial_growth - terminal_growth)) \
         / positive(cost_of_equity - terminal_growth)";
    /// Price less the value of today's earnings for ever: what is paid for growth.
    GROWTH_OPPORTUNITIES growth_opportunities
        (pvgo, present_value_of_growth_opportunities): PerShare =
        "share_price - ttm_per_share(eps_diluted) / positive(cost_of_equity)";
    /// The part of the price that is paid for growth.
    GROWTH_OPPORTUNITIES_SHARE growth_opportunities_share: Ratio =
        "growth_opportunities / share_price";
    /// Growth of equity that retained earnings pay for: return on equity times what is retained
    /// (Higgins, Financial Management, 1977).
    SUSTAINABLE_GROWTH sustainable_growth (sustainable_growth_rate, sgr): Ratio =
        "return_on_equity \
         * (1 - ttm(dividends_paid) / positive(ttm(net_income_to_common), earnings))";
    /// Return on assets times what is retained.
    RETAINED_RETURN_ON_ASSETS retained_return_on_assets: Ratio =
        "return_on_assets \
         * (1 - ttm(dividends_paid) / positive(ttm(net_income_to_common), earnings))";
    /// Growth of assets that retained earnings pay for without any new debt or shares.
    INTERNAL_GROWTH internal_growth (internal_growth_rate, igr): Ratio =
        "retained_return_on_assets / positive(1 - retained_return_on_assets)";
    /// The root of 22.5 times earnings and book value per share: 15 times earnings and 1.5 times
    /// book (Graham, The Intelligent Investor, 1973). Both must be positive.
    GRAHAM_NUMBER graham_number: PerShare =
        "sqrt(22.5 * positive(ttm_per_share(eps_diluted), earnings) \
              * positive(book_value_per_share, equity))";
    /// The part of Graham's number that the price leaves as a margin; negative above it.
    MARGIN_OF_SAFETY margin_of_safety: Ratio = "1 - share_price / graham_number";
    /// Earnings per share times 8.5 and twice the expected growth in percent, scaled from a yield
    /// of 4.4% to that of AAA bonds (Graham, 1974).
    GRAHAM_VALUE graham_value: PerShare =
        "positive(ttm_per_share(eps_diluted), earnings) * (8.5 + 200 * expected_eps_growth) \
         * 0.044 / positive(aaa_bond_yield)";
    /// Earnings per share times expected growth in percent: the price at a PEG of one.
    LYNCH_VALUE lynch_value: PerShare =
        "positive(ttm_per_share(eps_diluted), earnings) * 100 * positive(expected_eps_growth)";
    /// The cost of equity at which the price equals the growth from this year's consensus to the
    /// next (Easton, The Accounting Review, 2004).
    PEG_IMPLIED_COST_OF_EQUITY peg_implied_cost_of_equity: Ratio =
        "sqrt(positive(eps_fy2 - eps_fy1, earnings) / share_price)";
    /// Operating profit after taxes for ever without growth (Greenwald, Value Investing, 2001).
    EARNINGS_POWER_VALUE earnings_power_value (epv): Money =
        "ttm(nopat) / positive(wacc)";
    /// Earnings power value less net debt, for each share outstanding.
    EARNINGS_POWER_VALUE_PER_SHARE earnings_power_value_per_share: PerShare =
        "(earnings_power_value - net_debt) / positive(shares_outstanding)";
    /// Present value of the cash flow after the fifth year.
    DCF_TERMINAL_VALUE dcf_terminal_value: Money =
        "ttm(free_cash_flow_to_firm) * power((1 + initial_growth) / (1 + wacc), 5) \
         * (1 + terminal_growth) / positive(wacc - terminal_growth)";
    /// Present value of free cash flow to the firm that grows at one rate for five years and at
    /// another for ever after; without meaning unless the cost of capital is above the latter.
    DCF_ENTERPRISE_VALUE dcf_enterprise_value (discounted_cash_flow, dcf): Money =
        "ttm(free_cash_flow_to_firm) \
         * geometric_sum((1 + initial_growth) / (1 + wacc), 5) + dcf_terminal_value";
    /// The part of the discounted value that comes after the fifth year.
    DCF_TERMINAL_SHARE dcf_terminal_share: Ratio =
        "dcf_terminal_value / positive(dcf_enterprise_value)";
    /// Discounted value less net debt, preferred stock and noncontrolling interests.
    DCF_EQUITY_VALUE dcf_equity_value: Money =
        "dcf_enterprise_value - net_debt - or_zero(preferred_equity) \
         - or_zero(noncontrolling_interest) - or_zero(redeemable_noncontrolling_interest)";
    /// Discounted value of equity for each share outstanding.
    DCF_VALUE_PER_SHARE dcf_value_per_share (intrinsic_value, intrinsic_valuation): PerShare =
        "dcf_equity_value / positive(shares_outstanding)";
    /// The growth of free cash flow to the firm for ever that enterprise value and the cost of
    /// capital imply: a reverse discounted cash flow in one stage.
    IMPLIED_PERPETUAL_GROWTH implied_perpetual_growth: Ratio =
        "(enterprise_value * wacc - ttm(free_cash_flow_to_firm)) \
         / positive(enterprise_value + ttm(free_cash_flow_to_firm))";
    /// Free cash flow to equity per share that grows for ever, at its present value.
    FCFE_VALUE_PER_SHARE fcfe_value_per_share: PerShare =
        "ttm(free_cash_flow_to_equity) * (1 + terminal_growth) \
         / positive(cost_of_equity - terminal_growth) / positive(shares_outstanding)";
} }
