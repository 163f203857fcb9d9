//! Margins: what is kept or spent of each unit of revenue.

use super::definition::metrics;

metrics! { Margins {
    /// Gross profit kept from each unit of revenue.
    GROSS_MARGIN gross_margin (gross_profit_margin): Ratio = "gross_profit / revenue";
    /// Operating income kept from each unit of revenue; negative for an operating loss.
    OPERATING_MARGIN operating_margin (return_on_sales, ros, operating_profit_margin): Ratio =
        "operating_income / revenue";
    /// Earnings before interest and taxes, non-operating income with them, of each unit of revenue.
    EBIT_MARGIN ebit_margin (ebit_to_revenue): Ratio = "ebit / revenue";
    /// Operating income before amortisation of intangible assets, of each unit of revenue.
    EBITA_MARGIN ebita_margin: Ratio = "ebita / revenue";
    /// EBITDA of each unit of revenue.
    EBITDA_MARGIN ebitda_margin: Ratio = "ebitda / revenue";
    /// EBITDA before rent, of each unit of revenue.
    EBITDAR_MARGIN ebitdar_margin: Ratio = "ebitdar / revenue";
    /// Operating income before stock-based compensation, of each unit of revenue.
    OPERATING_MARGIN_BEFORE_SBC operating_margin_before_sbc: Ratio =
        "operating_income_before_sbc / revenue";
    /// Income before taxes of each unit of revenue.
    PRETAX_MARGIN pretax_margin (ebt_margin, income_before_tax_profit_margin): Ratio =
        "income_before_tax / revenue";
    /// Net income of the parent's shareholders of each unit of revenue; negative for a loss.
    NET_MARGIN net_margin (net_profit_margin, profit_margin): Ratio = "net_income / revenue";
    /// Cash from operations of each unit of revenue.
    OPERATING_CASH_FLOW_MARGIN operating_cash_flow_margin (
        operating_cash_flow_sales_ratio, cash_conversion_efficiency,
        operating_cash_flow_to_sales_ratio
    ): Ratio =
        "operating_cash_flow / revenue";
    /// Free cash flow of each unit of revenue; negative while cash is burned.
    FREE_CASH_FLOW_MARGIN free_cash_flow_margin (fcf_margin): Ratio = "free_cash_flow / revenue";
    /// Free cash flow after stock-based compensation, of each unit of revenue.
    FREE_CASH_FLOW_MARGIN_AFTER_SBC free_cash_flow_margin_after_sbc: Ratio =
        "free_cash_flow_after_sbc / revenue";
    /// Gross profit less sales and marketing, of each unit of revenue.
    CONTRIBUTION_MARGIN contribution_margin: Ratio =
        "(gross_profit - sales_and_marketing) / revenue";
    /// Cost of revenue and operating expenses for each unit of revenue; above one for a loss.
    OPERATING_RATIO operating_ratio: Ratio = "(cost_of_revenue + operating_expenses) / revenue";
    /// Cost of revenue for each unit of revenue.
    COST_OF_REVENUE_RATIO cost_of_revenue_ratio: Ratio = "cost_of_revenue / revenue";
    /// Research and development for each unit of revenue.
    RESEARCH_TO_REVENUE research_and_development_to_revenue (
        rd_to_revenue, research_and_development_ratio, rd_intensity_ratio
    ): Ratio =
        "research_and_development / revenue";
    /// Sales and marketing for each unit of revenue.
    SALES_AND_MARKETING_TO_REVENUE sales_and_marketing_to_revenue (
        selling_and_marketing_ratio, sm_to_revenue_ratio
    ): Ratio =
        "sales_and_marketing / revenue";
    /// General and administrative expense for each unit of revenue.
    GENERAL_AND_ADMINISTRATIVE_TO_REVENUE general_and_administrative_to_revenue (
        general_and_administrative_ratio, ga_to_revenue_ratio
    ): Ratio =
        "general_and_administrative / revenue";
    /// Selling, general and administrative expense for each unit of revenue.
    SGA_TO_REVENUE sga_to_revenue (sga_to_revenue_ratio): Ratio =
        "selling_general_and_administrative / revenue";
    /// Stock-based compensation for each unit of revenue.
    SBC_TO_REVENUE sbc_to_revenue (
        stock_based_compensation_to_revenue, stock_based_compensation_ratio, sbc_to_revenue_ratio
    ): Ratio =
        "stock_based_compensation / revenue";
    /// Capital expenditures for each unit of revenue.
    CAPEX_TO_REVENUE capex_to_revenue (capex_to_sales): Ratio = "capital_expenditures / revenue";
    /// Depreciation and amortisation for each unit of revenue.
    DEPRECIATION_TO_REVENUE depreciation_to_revenue: Ratio =
        "depreciation_and_amortization / revenue";
    /// Deferred revenue, current and noncurrent, against twelve months of revenue.
    DEFERRED_REVENUE_TO_REVENUE deferred_revenue_to_revenue (deferred_revenue_ratio): Ratio =
        "total_deferred_revenue / ttm(revenue)";
    /// The part of pre-tax income that goes to income taxes; of a loss it has no meaning.
    EFFECTIVE_TAX_RATE effective_tax_rate (etr): Ratio =
        "income_tax_expense / positive(income_before_tax, earnings)";
    /// The part of pre-tax income that was paid as income taxes in the period.
    CASH_TAX_RATE cash_tax_rate (cash_effective_tax_rate): Ratio =
        "income_taxes_paid / positive(income_before_tax, earnings)";
    /// The cash tax rate less the effective one; negative while taxes are deferred.
    TAX_RATE_DIVERGENCE tax_rate_divergence (tax_divergence): Ratio =
        "cash_tax_rate - effective_tax_rate";
    /// The part of pre-tax income that is left as net income: the first factor of the five-step
    /// DuPont analysis.
    TAX_BURDEN tax_burden (tax_burden_ratio, net_income_to_ebt): Ratio =
        "net_income / positive(income_before_tax, earnings)";
    /// The part of operating income that is left before taxes: the second factor of the five-step
    /// DuPont analysis. Above one where other income exceeds interest.
    INTEREST_BURDEN interest_burden (interest_burden_ratio): Ratio =
        "income_before_tax / positive(operating_income, earnings)";
    /// The part of earnings before interest and taxes that is left after interest.
    EBT_TO_EBIT ebt_to_ebit (ebt_to_ebit_ratio): Ratio =
        "income_before_tax / positive(ebit, earnings)";
    /// Net income of net income and income taxes together.
    NET_INCOME_PER_EBT net_income_per_ebt: Ratio =
        "net_income / positive(net_income + income_tax_expense, earnings)";
    /// The part of each additional unit of revenue, over a year ago, that became gross profit.
    INCREMENTAL_GROSS_MARGIN incremental_gross_margin: Ratio =
        "(gross_profit - year_ago(gross_profit)) / positive(revenue - year_ago(revenue))";
    /// The part of each additional unit of revenue, over a year ago, that became operating income.
    INCREMENTAL_OPERATING_MARGIN incremental_operating_margin (incremental_margin): Ratio =
        "(operating_income - year_ago(operating_income)) / positive(revenue - year_ago(revenue))";
    /// The part of each additional unit of revenue, over a year ago, that became EBITDA.
    INCREMENTAL_EBITDA_MARGIN incremental_ebitda_margin: Ratio =
        "(ebitda - year_ago(ebitda)) / positive(revenue - year_ago(revenue))";
    /// Gross margin less that of the same period a year ago: 0.01 is a percentage point gained.
    GROSS_MARGIN_CHANGE gross_margin_change: Ratio = "gross_margin - year_ago(gross_margin)";
    /// Operating margin less that of the same period a year ago.
    OPERATING_MARGIN_CHANGE operating_margin_change (operating_margin_expansion): Ratio =
        "operating_margin - year_ago(operating_margin)";
    /// Net margin less that of the same period a year ago.
    NET_MARGIN_CHANGE net_margin_change: Ratio = "net_margin - year_ago(net_margin)";
} }
