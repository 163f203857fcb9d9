//! Software and subscriptions: growth against its cost, and revenue that is contracted.
//!
//! Recurring revenue, retention and customers follow each company's own definition.

use super::definition::metrics;

metrics! { Software {
    /// Revenue growth counted 2.3 times, and free cash flow margin (Bessemer Venture Partners,
    /// 2023, for listed companies).
    RULE_OF_X rule_of_x: Ratio = "2.3 * revenue_growth + free_cash_flow_margin";
    /// Recurring revenue gained in the period, less what was lost.
    NET_NEW_ARR net_new_arr: Flow = "change(annual_recurring_revenue)";
    /// Growth of annual recurring revenue over a year ago.
    ARR_GROWTH arr_growth: Ratio = "growth(annual_recurring_revenue)";
    /// Today's recurring revenue from the customers of a year ago, for each unit of theirs then.
    NET_REVENUE_RETENTION net_revenue_retention (nrr, net_dollar_retention, ndr): Ratio =
        "expanded_recurring_revenue / positive(year_ago(annual_recurring_revenue))";
    /// What is left of the recurring revenue of a year ago, without what its customers added: never
    /// above one.
    GROSS_REVENUE_RETENTION gross_revenue_retention (grr): Ratio =
        "retained_recurring_revenue / positive(year_ago(annual_recurring_revenue))";
    /// Recurring revenue lost over a year from the customers of its beginning.
    REVENUE_CHURN revenue_churn: Ratio = "1 - gross_revenue_retention";
    /// What customers of a year ago added, for each unit of recurring revenue then.
    EXPANSION_RATE expansion_rate: Ratio = "net_revenue_retention - gross_revenue_retention";
    /// Cash burned for each unit of recurring revenue gained (Sacks, 2020); of a company that burns
    /// none it has no meaning.
    BURN_MULTIPLE burn_multiple: Multiple =
        "positive(-free_cash_flow) / positive(net_new_arr)";
    /// Revenue gained over the quarter before, times four, for each unit of that quarter's sales
    /// and marketing (Scale Venture Partners, 2008). Over trailing twelve months it is the mean of
    /// four quarters, weighed by what each spent.
    MAGIC_NUMBER magic_number: Multiple =
        "4 * (revenue - quarter_ago(revenue)) / positive(quarter_ago(sales_and_marketing))";
    /// Recurring revenue gained for each unit of sales and marketing of the quarter before.
    SALES_EFFICIENCY sales_efficiency (net_sales_efficiency): Multiple =
        "net_new_arr / positive(quarter_ago(sales_and_marketing))";
    /// Days of gross profit on recurring revenue gained that pay for the sales and marketing of the
    /// quarter before.
    CAC_PAYBACK cac_payback: Days =
        "quarter_ago(sales_and_marketing) / positive(net_new_arr * gross_margin) * 365 * day";
    /// Sales and marketing for each customer gained, net of those lost.
    CUSTOMER_ACQUISITION_COST customer_acquisition_cost (cac): Money =
        "sales_and_marketing / positive(change(customers))";
    /// Recurring revenue for each customer.
    ARR_PER_CUSTOMER arr_per_customer: Money =
        "annual_recurring_revenue / positive(customers)";
    /// Growth of the number of customers over a year ago.
    CUSTOMER_GROWTH customer_growth: Ratio = "growth(customers)";
    /// Twelve months of revenue for each customer.
    REVENUE_PER_CUSTOMER revenue_per_customer (arpu): Money = "ttm(revenue) / positive(customers)";
    /// Gross profit on a customer's recurring revenue until it is lost at a year's churn.
    CUSTOMER_LIFETIME_VALUE customer_lifetime_value (ltv): Money =
        "arr_per_customer * gross_margin / positive(revenue_churn)";
    /// Lifetime value for each unit of acquisition cost.
    LIFETIME_VALUE_TO_CAC lifetime_value_to_cac (ltv_to_cac, ltv_cac): Multiple =
        "customer_lifetime_value / positive(customer_acquisition_cost)";
    /// Revenue and the change in deferred revenue: what was invoiced.
    BILLINGS billings (calculated_billings): Flow = "revenue + change(total_deferred_revenue)";
    /// Billings of twelve months over the twelve months before.
    BILLINGS_GROWTH billings_growth: Ratio = "growth(ttm(billings))";
    /// Revenue and the change in remaining performance obligations: what was signed.
    BOOKINGS bookings: Flow = "revenue + change(remaining_performance_obligation)";
    /// What was signed for each unit of revenue.
    BOOK_TO_BILL book_to_bill: Multiple = "bookings / revenue";
    /// Contracted revenue not yet recognised, for each unit of twelve months' revenue.
    RPO_COVERAGE rpo_coverage (remaining_performance_obligation_coverage): Multiple =
        "remaining_performance_obligation / positive(ttm(revenue))";
    /// Contracted revenue of the next twelve months, for each unit of the last twelve.
    CURRENT_RPO_COVERAGE current_rpo_coverage: Multiple =
        "current_remaining_performance_obligation / positive(ttm(revenue))";
    /// The part of contracted revenue that is due within twelve months.
    CURRENT_RPO_SHARE current_rpo_share: Ratio =
        "current_remaining_performance_obligation / positive(remaining_performance_obligation)";
    /// Growth of remaining performance obligations over a year ago.
    RPO_GROWTH rpo_growth: Ratio = "growth(remaining_performance_obligation)";
    /// The part of contracted revenue that has been invoiced.
    DEFERRED_SHARE_OF_RPO deferred_share_of_rpo: Ratio =
        "total_deferred_revenue / positive(remaining_performance_obligation)";
    /// Enterprise value for each unit of annual recurring revenue.
    EV_TO_ARR ev_to_arr: Multiple = "enterprise_value / positive(annual_recurring_revenue)";
} }
