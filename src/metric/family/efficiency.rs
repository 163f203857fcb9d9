//! Families of efficiency.

use super::declare::families;

families! {
    closed days_sales_outstanding (days_sales_outstanding) also () {
        variant "average, days by dates"
            = "average(accounts_receivable) / positive(revenue) * period_days",
            "in use";
        variant "closing, days by dates"
            = "accounts_receivable / positive(revenue) * period_days",
            "stock-data NVDA 59.91 (2024: 365 and dates agree within print)";
        variant "closing, 365"
            = "accounts_receivable / positive(ttm(revenue)) * 365 * day",
            "stock-data NVDA 51.79";
        variant "closing, quarter x 90"
            = "accounts_receivable / positive(revenue) * 90 * day",
            "CFO commentaries";
        variant "closing, 360"
            = "accounts_receivable / positive(ttm(revenue)) * 360 * day",
            "textbooks";
    }
    closed days_inventory_outstanding (days_inventory_outstanding) also () {
        variant "average"
            = "average(inventory) / positive(cost_of_revenue) * period_days",
            "gurufocus";
        variant "closing, 365"
            = "inventory / positive(ttm(cost_of_revenue)) * 365 * day",
            "stock-data SMCI 122.34";
        variant "cost as revenue - gross profit"
            = "inventory / positive(ttm(revenue - gross_profit)) * 365 * day",
            "SMCI, LRCX files have no cost tag";
        lacking "days of supply (vehicles)": "units";
    }
    closed days_payables_outstanding (days_payables_outstanding) also (days_purchases_outstanding) {
        variant "average over cost"
            = "average(accounts_payable) / positive(cost_of_revenue) * period_days",
            "in use";
        variant "closing, 365"
            = "accounts_payable / positive(ttm(cost_of_revenue)) * 365 * day",
            "stock-data";
        variant "over purchases"
            = "average(accounts_payable) / positive(cost_of_revenue + change(inventory)) \
              * period_days",
            "textbook";
    }
    closed cash_conversion_cycle (cash_conversion_cycle) also () {
        variant "average"
            = "days_inventory_outstanding + days_sales_outstanding - \
              days_payables_outstanding",
            "in use";
        variant "closing, 365"
            = "(accounts_receivable / positive(ttm(revenue)) + (inventory - \
              accounts_payable) / positive(ttm(cost_of_revenue))) * 365 * day",
            "stock-data SMCI, LRCX";
    }
    closed inventory_turnover (inventory_turnover) also () {
        variant "cost over average of two"
            = "ttm(cost_of_revenue) / average(positive(inventory))",
            "in use";
        variant "cost as revenue - gross profit"
            = "ttm(revenue - gross_profit) / average(positive(inventory))",
            "HD has no cost tag";
        variant "cost over average of five quarter ends"
            = "ttm(cost_of_revenue) / positive(quarter_average(inventory))",
            "companies";
        variant "cost as revenue - gross profit over average of five quarter ends"
            = "ttm(revenue - gross_profit) / positive(quarter_average(inventory))",
            "HD 4.7x, 4.3x (two ends give neither)";
        variant "closing"
            = "ttm(cost_of_revenue) / positive(inventory)",
            "vendors";
        variant "sales over inventory"
            = "ttm(revenue) / average(positive(inventory))",
            "old textbooks";
    }
    closed receivables_turnover (receivables_turnover) also () {
        variant "average"
            = "ttm(revenue) / average(positive(accounts_receivable))",
            "in use";
        variant "closing"
            = "ttm(revenue) / positive(accounts_receivable)",
            "stock-data NVDA 6.09";
    }
    closed asset_turnover (asset_turnover) also () {
        variant "average"
            = "ttm(revenue) / average(positive(total_assets))",
            "in use";
        variant "closing"
            = "ttm(revenue) / positive(total_assets)",
            "vendors";
    }
}
