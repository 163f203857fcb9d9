//! Families of models, scores and yields whose authors and users differ.

use super::declare::families;

families! {
    open sustainable_growth (sustainable_growth) also (retained_return_on_assets) {
        variant "return on average equity times what is retained"
            = "return_on_equity * (1 - ttm(dividends_paid) / \
              positive(ttm(net_income_to_common), earnings))",
            "in use";
        variant "on opening equity"
            = "ttm(net_income) / positive(year_ago(stockholders_equity), equity) * (1 - \
              ttm(dividends_paid) / positive(ttm(net_income_to_common), earnings))",
            "Higgins, Analysis for Financial Management";
    }
    open economic_value_added (economic_value_added) also (economic_spread) {
        variant "on closing capital"
            = "ttm(nopat) - wacc * invested_capital",
            "in use";
        variant "on opening capital"
            = "ttm(nopat) - wacc * year_ago(invested_capital)",
            "Stewart, The Quest for Value; residual income by Ohlson";
    }
    open customer_acquisition_cost (customer_acquisition_cost) also () {
        variant "for each customer gained, net of those lost"
            = "sales_and_marketing / positive(change(customers))",
            "in use";
        lacking "for each new customer": "customers gained before those lost";
    }
    closed gross_revenue_retention (gross_revenue_retention) also (revenue_churn) {
        variant "what is retained"
            = "retained_recurring_revenue / positive(year_ago(annual_recurring_revenue))",
            "in use";
        variant "never above one"
            = "min(retained_recurring_revenue, year_ago(annual_recurring_revenue)) / \
              positive(year_ago(annual_recurring_revenue))",
            "companies that print it";
    }
    open shareholder_yield (shareholder_yield) also (total_yield) {
        variant "dividends and net buybacks"
            = "ttm(or_zero(dividends_paid) + net_share_repurchases) / positive(market_cap)",
            "in use";
        variant "dividends or buybacks, whichever is reported"
            = "ttm(or_zero(dividends_paid) + or_zero(share_repurchases) - \
              or_zero(share_issuance)) / positive(market_cap)",
            "vendors";
        variant "gross of what is issued"
            = "ttm(or_zero(dividends_paid) + or_zero(share_repurchases)) / \
              positive(market_cap)",
            "index makers";
    }
    open piotroski_issuance (piotroski_issuance) also () {
        variant "nothing issued in the cash flow"
            = "1 - is_positive(ttm(or_zero(share_issuance)))",
            "Piotroski 2000";
        variant "no more shares than a year ago"
            = "1 - is_positive(shares_outstanding - year_ago(shares_outstanding))",
            "vendors";
    }
    open altman_z (altman_z) also () {
        variant "operating income"
            = "1.2 * working_capital_to_assets + 1.4 * retained_earnings_to_assets + 3.3 * \
              operating_income_to_assets + 0.6 * market_cap_to_liabilities + revenue_to_assets",
            "vendors";
        variant "EBIT"
            = "1.2 * working_capital_to_assets + 1.4 * retained_earnings_to_assets + 3.3 * \
              (ttm(ebit) / total_assets) + 0.6 * market_cap_to_liabilities + revenue_to_assets",
            "Altman 1968";
    }
    open springate (springate) also () {
        variant "operating income"
            = "1.03 * working_capital_to_assets + 3.07 * operating_income_to_assets + 0.66 * \
              pretax_income_to_current_liabilities + 0.4 * revenue_to_assets",
            "vendors";
        variant "EBIT"
            = "1.03 * working_capital_to_assets + 3.07 * (ttm(ebit) / total_assets) + 0.66 * \
              pretax_income_to_current_liabilities + 0.4 * revenue_to_assets",
            "Springate 1978";
    }
    open lis (lis) also () {
        variant "operating income"
            = "0.063 * working_capital_to_assets + 0.092 * operating_income_to_assets + 0.057 * \
              retained_earnings_to_assets + 0.001 * equity_to_liabilities",
            "vendors";
        variant "EBIT"
            = "0.063 * working_capital_to_assets + 0.092 * (ttm(ebit) / total_assets) + 0.057 * \
              retained_earnings_to_assets + 0.001 * equity_to_liabilities",
            "Lis 1972";
    }
    open operating_profitability (operating_profitability) also () {
        variant "overhead as reported, on total equity"
            = "ttm(gross_profit - selling_general_and_administrative - interest_expense) / \
              positive(total_equity, equity)",
            "in use";
        variant "overhead with research, on the parent's equity"
            = "ttm(gross_profit - selling_general_and_administrative - \
              research_and_development - interest_expense) / \
              positive(stockholders_equity, equity)",
            "Fama and French 2015, on data that has research in overhead";
    }
    open beneish_overhead (beneish_overhead) also () {
        variant "overhead as reported"
            = "ttm(selling_general_and_administrative) / ttm(revenue) / \
              positive(year_ago(ttm(selling_general_and_administrative) / ttm(revenue)))",
            "in use";
        variant "overhead with research"
            = "ttm(selling_general_and_administrative + research_and_development) / \
              ttm(revenue) / positive(year_ago(ttm(selling_general_and_administrative + \
              research_and_development) / ttm(revenue)))",
            "Beneish 1999, on data that has research in overhead";
    }
    open underwriting_income (underwriting_income) also () {
        variant "after policyholder dividends"
            = "premiums_earned - losses_incurred - underwriting_expenses - \
              or_zero(policyholder_dividends)",
            "in use";
        variant "before policyholder dividends"
            = "premiums_earned - losses_incurred - underwriting_expenses",
            "as the combined ratio has it";
    }
    open insurance_float (insurance_float) also () {
        variant "reserves and unearned premiums"
            = "loss_reserves + unearned_premiums",
            "in use";
        lacking "less what agents and reinsurers owe": "receivables, prepaid acquisition, taxes";
    }
    open ev_to_ebitda (ev_to_ebitda) also (ev_to_ebitda_less_capex) {
        variant "enterprise value over EBITDA"
            = "enterprise_value / positive(ttm(ebitda), earnings)",
            "in use";
        variant "with leases"
            = "(enterprise_value + lease_liabilities) / positive(ttm(ebitda), earnings)",
            "after IFRS 16, whose EBITDA is before rent";
        variant "with leases, over EBITDAR"
            = "(enterprise_value + lease_liabilities) / \
              positive(ttm(ebitda + lease_expense), earnings)",
            "US GAAP, whose EBITDA is after rent";
    }
    open cac_payback (cac_payback) also () {
        variant "days"
            = "quarter_ago(sales_and_marketing) / positive(net_new_arr * gross_margin) * 365 * day",
            "in use";
        lacking "months": "a unit of months";
    }
}
