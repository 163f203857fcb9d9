//! Efficiency: how fast assets turn into revenue and cash.
//!
//! Turnovers are those of twelve months. Days come from the period's own dates and flow: a
//! quarter's receivables over the quarter's revenue, times its days.

use super::definition::metrics;

metrics! { Efficiency {
    /// A year's revenue for each unit of average assets.
    ASSET_TURNOVER asset_turnover (asset_turnover_ratio, total_asset_turnover): Multiple =
        "ttm(revenue) / average(positive(total_assets))";
    /// A year's revenue for each unit of average net property, plant and equipment.
    FIXED_ASSET_TURNOVER fixed_asset_turnover: Multiple =
        "ttm(revenue) / average(positive(property_plant_equipment))";
    /// A year's revenue for each unit of average current assets.
    CURRENT_ASSET_TURNOVER current_asset_turnover: Multiple =
        "ttm(revenue) / average(positive(total_current_assets))";
    /// A year's revenue for each unit of average working capital; without any it has no meaning.
    WORKING_CAPITAL_TURNOVER working_capital_turnover (working_capital_turnover_ratio): Multiple =
        "ttm(revenue) / positive(average(working_capital))";
    /// A year's revenue for each unit of average debt and equity.
    INVESTED_CAPITAL_TURNOVER invested_capital_turnover (capital_turnover): Multiple =
        "ttm(revenue) / average(positive(invested_capital))";
    /// A year's revenue for each unit of average equity.
    EQUITY_TURNOVER equity_turnover: Multiple =
        "ttm(revenue) / average(positive(stockholders_equity, equity))";
    /// A year's revenue for each unit of average net operating assets.
    NET_OPERATING_ASSET_TURNOVER net_operating_asset_turnover: Multiple =
        "ttm(revenue) / average(positive(net_operating_assets))";
    /// A year's revenue for each unit of average cash and short-term investments.
    CASH_TURNOVER cash_turnover: Multiple =
        "ttm(revenue) / average(positive(cash_and_investments))";
    /// A year's revenue for each unit of average receivables.
    RECEIVABLES_TURNOVER receivables_turnover (accounts_receivable_turnover): Multiple =
        "ttm(revenue) / average(positive(accounts_receivable))";
    /// A year's cost of revenue for each unit of average inventory.
    INVENTORY_TURNOVER inventory_turnover (inventory_turnover_ratio, inventory_turns): Multiple =
        "ttm(cost_of_revenue) / average(positive(inventory))";
    /// A year's cost of revenue for each unit of average payables.
    PAYABLES_TURNOVER payables_turnover (
        accounts_payables_turnover_ratio, accounts_payable_turnover_ratio
    ): Multiple =
        "ttm(cost_of_revenue) / average(positive(accounts_payable))";
    /// Days of revenue in average receivables.
    DAYS_SALES_OUTSTANDING days_sales_outstanding (
        dso, days_of_sales_outstanding, average_collection_period, receivable_days, debtor_days
    ): Days =
        "average(accounts_receivable) / positive(revenue) * period_days";
    /// Days of cost of revenue in average inventory.
    DAYS_INVENTORY_OUTSTANDING days_inventory_outstanding (
        dio, days_of_inventory_outstanding, dsi, days_sales_in_inventory, inventory_days
    ): Days =
        "average(inventory) / positive(cost_of_revenue) * period_days";
    /// Days of cost of revenue in average payables.
    DAYS_PAYABLES_OUTSTANDING days_payables_outstanding (
        dpo, days_of_accounts_payable_outstanding, days_payable_outstanding, creditor_days
    ): Days =
        "average(accounts_payable) / positive(cost_of_revenue) * period_days";
    /// Days of purchases in average payables, purchases being cost of revenue and the change in
    /// inventory.
    DAYS_PURCHASES_OUTSTANDING days_purchases_outstanding: Days =
        "average(accounts_payable) / positive(cost_of_revenue + change(inventory)) * period_days";
    /// Days of revenue in average deferred revenue.
    DAYS_DEFERRED_REVENUE days_deferred_revenue: Days =
        "average(total_deferred_revenue) / positive(revenue) * period_days";
    /// Days from buying stock to being paid for it.
    OPERATING_CYCLE operating_cycle: Days =
        "days_inventory_outstanding + days_sales_outstanding";
    /// Days from paying for stock to being paid for it; negative where customers pay first.
    CASH_CONVERSION_CYCLE cash_conversion_cycle (ccc): Days =
        "operating_cycle - days_payables_outstanding";
    /// Days of revenue in average receivables and inventory less payables.
    DAYS_WORKING_CAPITAL days_working_capital: Days =
        "average(trade_working_capital) / positive(revenue) * period_days";
    /// Operating working capital against a year's revenue.
    WORKING_CAPITAL_TO_REVENUE working_capital_to_revenue: Ratio =
        "operating_working_capital / positive(ttm(revenue))";
    /// Depreciation charged so far, of the gross fixed assets: how worn they are.
    ASSET_WEAR asset_wear (accumulated_depreciation_ratio): Ratio =
        "accumulated_depreciation / positive(property_plant_equipment_gross)";
    /// Years of depreciation charged so far: the average age of the fixed assets.
    AVERAGE_ASSET_AGE average_asset_age: Multiple =
        "accumulated_depreciation / positive(ttm(depreciation))";
    /// Years of depreciation still to come: the average life left in the fixed assets.
    REMAINING_ASSET_LIFE remaining_asset_life: Multiple =
        "property_plant_equipment / positive(ttm(depreciation))";
    /// Gross fixed assets over a year's depreciation: their useful life in years.
    AVERAGE_USEFUL_LIFE average_useful_life: Multiple =
        "property_plant_equipment_gross / positive(ttm(depreciation))";
    /// A year's revenue for each employee.
    REVENUE_PER_EMPLOYEE revenue_per_employee: Money = "ttm(revenue) / positive(employees)";
    /// A year's operating income for each employee.
    OPERATING_INCOME_PER_EMPLOYEE operating_income_per_employee: Money =
        "ttm(operating_income) / positive(employees)";
} }
