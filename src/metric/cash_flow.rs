//! Cash flow: how much of earnings is cash, and where it goes.

use super::definition::metrics;

metrics! { CashFlow {
    /// Net operating profit after taxes with depreciation added back, less capital expenditures and
    /// the change in operating working capital: free cash flow to all who financed the company.
    FREE_CASH_FLOW_TO_FIRM free_cash_flow_to_firm (
        fcff, unlevered_free_cash_flow, ufcf, unlevered_fcf
    ): Flow =
        "nopat + depreciation_and_amortization - capital_expenditures \
         - change(operating_working_capital)";
    /// Net income with depreciation added back, less capital expenditures and the change in
    /// operating working capital (Buffett, Berkshire Hathaway letter of 1986), with all capital
    /// expenditures counted as needed.
    OWNER_EARNINGS owner_earnings: Flow =
        "net_income + depreciation_and_amortization - capital_expenditures \
         - change(operating_working_capital)";
    /// Cash from operations for each unit of net income; of a loss it has no meaning.
    INCOME_QUALITY income_quality (income_quality_ratio, quality_of_earnings): Multiple =
        "operating_cash_flow / positive(net_income, earnings)";
    /// Free cash flow for each unit of net income.
    FREE_CASH_FLOW_CONVERSION free_cash_flow_conversion (fcf_conversion): Ratio =
        "free_cash_flow / positive(net_income, earnings)";
    /// Cash from operations for each unit of EBITDA.
    CASH_CONVERSION cash_conversion (operating_cash_flow_to_ebitda): Ratio =
        "operating_cash_flow / positive(ebitda, earnings)";
    /// Free cash flow for each unit of EBITDA.
    FREE_CASH_FLOW_TO_EBITDA free_cash_flow_to_ebitda: Ratio =
        "free_cash_flow / positive(ebitda, earnings)";
    /// EBITDA less capital expenditures, for each unit of EBITDA.
    EBITDA_CASH_CONVERSION ebitda_cash_conversion: Ratio =
        "(ebitda - capital_expenditures) / positive(ebitda, earnings)";
    /// Cash from operations for each unit of operating income.
    OPERATING_CASH_FLOW_TO_OPERATING_INCOME operating_cash_flow_to_operating_income: Ratio =
        "operating_cash_flow / positive(operating_income, earnings)";
    /// Free cash flow of cash from operations.
    FREE_CASH_FLOW_TO_OPERATING_CASH_FLOW free_cash_flow_to_operating_cash_flow (
        free_cash_flow_operating_cash_flow_ratio, free_cash_flow_to_operating_cash_flow_ratio
    ): Ratio =
        "free_cash_flow / positive(operating_cash_flow)";
    /// Capital expenditures for each unit of depreciation and amortisation: above one where assets
    /// grow.
    CAPEX_TO_DEPRECIATION capex_to_depreciation: Multiple =
        "capital_expenditures / positive(depreciation_and_amortization)";
    /// Acquisitions of cash from operations.
    ACQUISITIONS_TO_OPERATING_CASH_FLOW acquisitions_to_operating_cash_flow: Ratio =
        "acquisitions / positive(operating_cash_flow)";
    /// Stock-based compensation of cash from operations.
    SBC_TO_OPERATING_CASH_FLOW sbc_to_operating_cash_flow: Ratio =
        "stock_based_compensation / positive(operating_cash_flow)";
    /// Dividends paid of cash from operations.
    DIVIDENDS_TO_OPERATING_CASH_FLOW dividends_to_operating_cash_flow: Ratio =
        "dividends_paid / positive(operating_cash_flow)";
    /// Cash from operations for each unit of capital expenditures, debt repaid and dividends.
    CASH_FLOW_ADEQUACY cash_flow_adequacy (cash_flow_adequacy_ratio): Multiple =
        "operating_cash_flow \
         / positive(capital_expenditures + or_zero(debt_repaid) + or_zero(dividends_paid))";
    /// A year's cash from operations less dividends, on gross fixed assets and working capital.
    CASH_REINVESTMENT cash_reinvestment (cash_reinvestment_ratio): Ratio =
        "ttm(operating_cash_flow - or_zero(dividends_paid)) \
         / positive(property_plant_equipment_gross + working_capital)";
    /// Capital expenditures and acquisitions less depreciation, and the change in operating working
    /// capital, for each unit of operating profit after taxes. What FinanceToolkit computes under
    /// this name is the retention ratio.
    REINVESTMENT_RATE reinvestment_rate: Ratio =
        "(capital_expenditures + or_zero(acquisitions) - depreciation_and_amortization \
          + change(operating_working_capital)) / positive(nopat, earnings)";
    /// Net income less cash from operations, on average total assets (after Sloan, The Accounting
    /// Review, 1996, from the cash flow statement). Low or negative means earnings backed by cash.
    ACCRUALS_TO_ASSETS accruals_to_assets (sloan_ratio): Ratio =
        "ttm(net_income - operating_cash_flow) / average(positive(total_assets))";
    /// Net income less cash from operations and investing, on average net operating assets: the
    /// cash-flow accruals ratio of the CFA curriculum.
    CASH_FLOW_ACCRUALS cash_flow_accruals (cash_flow_accruals_ratio): Ratio =
        "ttm(net_income - operating_cash_flow - investing_cash_flow) \
         / average(positive(net_operating_assets))";
    /// Change in net operating assets over a year, on their average: the balance-sheet accruals
    /// ratio of the CFA curriculum.
    BALANCE_SHEET_ACCRUALS balance_sheet_accruals (balance_sheet_accruals_ratio): Ratio =
        "ttm(change(net_operating_assets)) / average(positive(net_operating_assets))";
    /// Cash from operations for each unit of cash used in investing.
    SELF_FINANCING self_financing (internal_funding_ratio): Multiple =
        "operating_cash_flow / positive(-investing_cash_flow)";
    /// Net borrowing and net share issuance, of cash used in investing: what was not earned.
    EXTERNAL_FINANCING external_financing (external_financing_ratio): Ratio =
        "(net_borrowing - net_share_repurchases) / positive(-investing_cash_flow)";
} }
