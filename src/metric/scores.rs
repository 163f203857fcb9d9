//! Scores: several ratios weighed into one number that warns of failure or of shaped accounts.
//!
//! A score is worth what its sample was worth: the year and source of each are named, and none is
//! meant for banks or insurers.

use super::definition::metrics;

metrics! { Scores {
    /// Operating income over twelve months on total assets: Altman's third ratio.
    OPERATING_INCOME_TO_ASSETS operating_income_to_assets
        (earnings_before_interest_and_taxes_to_total_assets_ratio): Ratio =
        "ttm(operating_income) / positive(total_assets)";
    /// Market capitalisation for each unit of liabilities: Altman's fourth ratio.
    MARKET_CAP_TO_LIABILITIES market_cap_to_liabilities
        (market_value_of_equity_to_book_value_of_total_liabilities_ratio): Multiple =
        "market_cap / positive(total_liabilities)";
    /// Twelve months of revenue on total assets at their end: Altman's fifth ratio.
    REVENUE_TO_ASSETS revenue_to_assets (sales_to_total_assets_ratio): Multiple =
        "ttm(revenue) / positive(total_assets)";
    /// Equity for each unit of liabilities; negative for a deficit.
    EQUITY_TO_LIABILITIES equity_to_liabilities: Multiple =
        "total_equity / positive(total_liabilities)";
    /// Altman's Z for listed manufacturers (Journal of Finance, 1968): below 1.81 distress, above
    /// 2.99 safe.
    ALTMAN_Z altman_z (altman_z_score, z_score): Score =
        "1.2 * working_capital_to_assets + 1.4 * retained_earnings_to_assets \
         + 3.3 * operating_income_to_assets + 0.6 * market_cap_to_liabilities \
         + revenue_to_assets";
    /// Altman's Z' for private manufacturers (1983), with equity at book value: below 1.23
    /// distress, above 2.9 safe.
    ALTMAN_Z_PRIVATE altman_z_private (altman_z_prime): Score =
        "0.717 * working_capital_to_assets + 0.847 * retained_earnings_to_assets \
         + 3.107 * operating_income_to_assets + 0.42 * equity_to_liabilities \
         + 0.998 * revenue_to_assets";
    /// Altman's Z'' for companies other than manufacturers (1995), without turnover: below 1.1
    /// distress, above 2.6 safe.
    ALTMAN_Z_GENERAL altman_z_general (altman_z_double_prime): Score =
        "6.56 * working_capital_to_assets + 3.26 * retained_earnings_to_assets \
         + 6.72 * operating_income_to_assets + 1.05 * equity_to_liabilities";
    /// Altman's Z'' for emerging markets (Altman, Hartzell and Peck, 1995), which adds 3.25 so that
    /// zero stands for a defaulted bond.
    ALTMAN_Z_EMERGING altman_z_emerging: Score = "3.25 + altman_z_general";
    /// Net income over twelve months on total assets at their beginning.
    RETURN_ON_OPENING_ASSETS return_on_opening_assets: Ratio =
        "ttm(net_income) / positive(year_ago(total_assets))";
    /// A point for a positive return on assets at the year's beginning (Piotroski, Journal of
    /// Accounting Research, 2000, as the eight that follow).
    PIOTROSKI_RETURN piotroski_return: Score = "is_positive(return_on_opening_assets)";
    /// A point for positive cash from operations.
    PIOTROSKI_CASH_FLOW piotroski_cash_flow: Score =
        "is_positive(ttm(operating_cash_flow) / positive(year_ago(total_assets)))";
    /// A point for a higher return on opening assets than a year ago.
    PIOTROSKI_RETURN_CHANGE piotroski_return_change: Score =
        "is_positive(return_on_opening_assets - year_ago(return_on_opening_assets))";
    /// A point for cash from operations above net income.
    PIOTROSKI_ACCRUALS piotroski_accruals: Score =
        "is_positive(ttm(operating_cash_flow) - ttm(net_income))";
    /// A point for less long-term debt on average assets than a year ago; an unchanged ratio earns
    /// none.
    PIOTROSKI_LEVERAGE piotroski_leverage: Score =
        "is_positive(year_ago(long_term_debt / (total_assets + year_ago(total_assets))) \
                     - long_term_debt / (total_assets + year_ago(total_assets)))";
    /// A point for a higher current ratio than a year ago.
    PIOTROSKI_LIQUIDITY piotroski_liquidity: Score =
        "is_positive(current_ratio - year_ago(current_ratio))";
    /// A point for no proceeds from issuing common stock over the year.
    PIOTROSKI_ISSUANCE piotroski_issuance: Score =
        "1 - is_positive(ttm(or_zero(share_issuance)))";
    /// A point for a higher gross margin than a year ago.
    PIOTROSKI_MARGIN piotroski_margin: Score =
        "is_positive(ttm(gross_profit) / ttm(revenue) \
                     - year_ago(ttm(gross_profit) / ttm(revenue)))";
    /// A point for more revenue on opening assets than a year ago.
    PIOTROSKI_TURNOVER piotroski_turnover: Score =
        "is_positive(ttm(revenue) / year_ago(total_assets) \
                     - year_ago(ttm(revenue) / year_ago(total_assets)))";
    /// The sum of Piotroski's nine points: 8 or 9 strong, 0 or 1 weak.
    PIOTROSKI_F piotroski_f (piotroski_score, piotroski_f_score, f_score, piotroski): Score =
        "piotroski_return + piotroski_cash_flow + piotroski_return_change + piotroski_accruals \
         + piotroski_leverage + piotroski_liquidity + piotroski_issuance + piotroski_margin \
         + piotroski_turnover";
    /// Days of sales in receivables against those of a year ago (Beneish, Financial Analysts
    /// Journal, 1999, as the seven indices that follow).
    BENEISH_RECEIVABLES beneish_receivables (dsri): Multiple =
        "accounts_receivable / ttm(revenue) \
         / positive(year_ago(accounts_receivable / ttm(revenue)))";
    /// Gross margin of a year ago against today's: above one where it fell.
    BENEISH_MARGIN beneish_margin (gmi): Multiple =
        "year_ago(ttm(gross_profit) / ttm(revenue)) / positive(ttm(gross_profit) / ttm(revenue))";
    /// The part of total assets that is neither current nor property, plant and equipment.
    SOFT_LONG_TERM_ASSETS soft_long_term_assets: Ratio =
        "1 - (total_current_assets + property_plant_equipment) / positive(total_assets)";
    /// The part of total assets that is neither current nor fixed, against a year ago.
    BENEISH_ASSET_QUALITY beneish_asset_quality (aqi): Multiple =
        "soft_long_term_assets / positive(year_ago(soft_long_term_assets))";
    /// Revenue against a year ago.
    BENEISH_SALES_GROWTH beneish_sales_growth (sgi): Multiple =
        "ttm(revenue) / positive(year_ago(ttm(revenue)))";
    /// The part of fixed assets that is depreciated in a year.
    DEPRECIATION_RATE depreciation_rate: Ratio =
        "ttm(depreciation) / positive(ttm(depreciation) + property_plant_equipment)";
    /// Depreciation rate of a year ago against today's: above one where it slowed.
    BENEISH_DEPRECIATION beneish_depreciation (depi): Multiple =
        "year_ago(depreciation_rate) / positive(depreciation_rate)";
    /// Selling, general and administrative expense for each unit of revenue, against a year ago.
    BENEISH_OVERHEAD beneish_overhead (sgai): Multiple =
        "ttm(selling_general_and_administrative) / ttm(revenue) \
         / positive(year_ago(ttm(selling_general_and_administrative) / ttm(revenue)))";
    /// Current liabilities and long-term debt on total assets, against a year ago.
    BENEISH_LEVERAGE beneish_leverage (lvgi): Multiple =
        "(total_current_liabilities + long_term_debt) / total_assets \
         / positive(year_ago((total_current_liabilities + long_term_debt) / total_assets))";
    /// Net income less cash from operations, on total assets (Beneish, Lee and Nichols, Financial
    /// Analysts Journal, 2013).
    BENEISH_ACCRUALS beneish_accruals (tata): Ratio =
        "ttm(net_income - operating_cash_flow) / positive(total_assets)";
    /// Beneish's M of eight variables: above -1.78 a likely manipulator of earnings.
    BENEISH_M beneish_m (beneish_m_score, m_score, beneish): Score =
        "0.92 * beneish_receivables + 0.528 * beneish_margin + 0.404 * beneish_asset_quality \
         + 0.892 * beneish_sales_growth + 0.115 * beneish_depreciation \
         - 0.172 * beneish_overhead + 4.679 * beneish_accruals - 0.327 * beneish_leverage - 4.84";
    /// Beneish's M of the five variables that stood out.
    BENEISH_M_FIVE beneish_m_five: Score =
        "0.823 * beneish_receivables + 0.906 * beneish_margin + 0.593 * beneish_asset_quality \
         + 0.717 * beneish_sales_growth + 0.107 * beneish_depreciation - 6.065";
    /// Zmijewski's score (Journal of Accounting Research, 1984): above zero, failure is the more
    /// likely outcome.
    ///
    /// Both signs of the last term, 0.004 times the current ratio, are in circulation; the paper
    /// itself could not be consulted. The negative one is used, by which liquidity helps, as the
    /// paper expected. The difference is 0.008 of a current ratio and decides next to nothing.
    ZMIJEWSKI zmijewski (zmijewski_score): Score =
        "5.679 * liabilities_to_assets - 4.513 * (ttm(net_income) / total_assets) \
         - 0.004 * current_ratio - 4.336";
    /// Income before taxes over twelve months for each unit of current liabilities.
    PRETAX_INCOME_TO_CURRENT_LIABILITIES pretax_income_to_current_liabilities: Multiple =
        "ttm(income_before_tax) / positive(total_current_liabilities)";
    /// Springate's score (Simon Fraser University, 1978): below 0.862 failure is likely.
    SPRINGATE springate (springate_score): Score =
        "1.03 * working_capital_to_assets + 3.07 * operating_income_to_assets \
         + 0.66 * pretax_income_to_current_liabilities + 0.4 * revenue_to_assets";
    /// Grover's score (2001): at most -0.02 failure is likely, at least 0.01 not.
    GROVER grover (grover_score): Score =
        "1.65 * working_capital_to_assets + 3.404 * operating_income_to_assets \
         - 0.016 * (ttm(net_income) / total_assets) + 0.057";
    /// Taffler's score for listed British companies (1983, published in 2007): below zero at risk.
    TAFFLER taffler (taffler_score): Score =
        "3.2 + 12.18 * pretax_income_to_current_liabilities \
         + 2.5 * (total_current_assets / positive(total_liabilities)) \
         - 10.68 * (total_current_liabilities / positive(total_assets)) \
         + 0.029 * ((quick_assets - total_current_liabilities) * 365 \
                    / positive(ttm(revenue - income_before_tax - depreciation)))";
    /// Lis's score (1972), the first British one: below 0.037 at risk.
    LIS lis (lis_score): Score =
        "0.063 * working_capital_to_assets + 0.092 * operating_income_to_assets \
         + 0.057 * retained_earnings_to_assets + 0.001 * equity_to_liabilities";
    /// Legault's score for small manufacturers of Quebec (1987), from the two years before: below
    /// -0.3 at risk.
    CA_SCORE ca_score: Score =
        "4.5913 * year_ago(equity_ratio) \
         + 4.508 * year_ago(ttm(income_before_tax + interest_expense) / total_assets) \
         + 0.3936 * years_ago(revenue_to_assets, 2) - 2.7616";
    /// A point where net income moved further ahead of cash from operations (Montier, Société
    /// Générale, 2008, as the five that follow).
    MONTIER_ACCRUALS montier_accruals: Score =
        "is_positive(ttm(net_income - operating_cash_flow) \
                     - year_ago(ttm(net_income - operating_cash_flow)))";
    /// A point where receivables grew against revenue.
    MONTIER_RECEIVABLES montier_receivables: Score =
        "is_positive(accounts_receivable / ttm(revenue) \
                     - year_ago(accounts_receivable / ttm(revenue)))";
    /// A point where inventory grew against cost of revenue.
    MONTIER_INVENTORY montier_inventory: Score =
        "is_positive(inventory / ttm(cost_of_revenue) \
                     - year_ago(inventory / ttm(cost_of_revenue)))";
    /// Current assets other than cash, investments, receivables and inventory.
    OTHER_CURRENT_ASSETS other_current_assets: Money =
        "total_current_assets - quick_assets - or_zero(inventory)";
    /// A point where other current assets grew against revenue.
    MONTIER_OTHER_ASSETS montier_other_assets: Score =
        "is_positive(other_current_assets / ttm(revenue) \
                     - year_ago(other_current_assets / ttm(revenue)))";
    /// A point where depreciation fell against gross fixed assets.
    MONTIER_DEPRECIATION montier_depreciation: Score =
        "is_positive(year_ago(ttm(depreciation) / property_plant_equipment_gross) \
                     - ttm(depreciation) / property_plant_equipment_gross)";
    /// A point where total assets grew by more than a tenth.
    MONTIER_ASSET_GROWTH montier_asset_growth: Score =
        "is_positive(total_assets / positive(year_ago(total_assets)) - 1.1)";
    /// The sum of Montier's six points: the more, the more reason to doubt the accounts.
    MONTIER_C montier_c (montier_c_score, c_score): Score =
        "montier_accruals + montier_receivables + montier_inventory + montier_other_assets \
         + montier_depreciation + montier_asset_growth";
    /// The part of total assets that is neither cash nor property, plant and equipment (Dechow, Ge,
    /// Larson and Sloan, Contemporary Accounting Research, 2011).
    SOFT_ASSETS soft_assets: Ratio =
        "(total_assets - property_plant_equipment - cash) / positive(total_assets)";
    /// Change of receivables over a year on average assets.
    RECEIVABLES_CHANGE_TO_ASSETS receivables_change_to_assets: Ratio =
        "ttm(change(accounts_receivable)) / average(positive(total_assets))";
    /// Change of inventory over a year on average assets.
    INVENTORY_CHANGE_TO_ASSETS inventory_change_to_assets: Ratio =
        "ttm(change(inventory)) / average(positive(total_assets))";
    /// Growth of revenue less the change of receivables: of the revenue that was paid for.
    CASH_SALES_GROWTH cash_sales_growth: Ratio =
        "growth(ttm(revenue - change(accounts_receivable)))";
    /// Return on average assets less that of a year ago.
    RETURN_ON_ASSETS_CHANGE return_on_assets_change: Ratio =
        "return_on_assets - year_ago(return_on_assets)";
} }
