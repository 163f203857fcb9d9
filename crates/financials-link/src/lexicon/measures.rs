//! What documents call the measures of the catalogue.

/// The names of measures that documents use besides those of the catalogue, with the catalogue's.
#[rustfmt::skip]
pub(crate) const MEASURES: &[(&str, &[&str])] = &[
    ("revenue", &[
        "revenue", "revenues", "net sales", "sales", "net operating revenues",
        "operating revenues", "total revenue", "total revenues", "net revenue", "net revenues",
        "turnover", "top line", "rev", "segment sales", "consolidated revenue",
        "total company revenue",
    ]),
    ("gross_profit", &["gross profit"]),
    ("gross_margin", &[
        "gross margin", "gross margins", "gross profit margin", "gross profit rate",
        "gross margin rate",
    ]),
    ("operating_income", &[
        "operating income", "operating profit", "income from operations", "operating loss",
        "loss from operations", "profit from operations",
    ]),
    ("operating_margin", &[
        "operating margin", "operating margins", "operating income margin",
        "operating profit margin",
    ]),
    ("net_income", &[
        "net income", "net earnings", "net profit", "net loss", "net income attributable to",
        "profit attributable", "income from continuing operations",
        "net income from continuing operations", "consolidated net income attributable to",
        "operating ( non gaap ) earnings", "bottom line",
    ]),
    ("net_income_consolidated", &["consolidated net income", "consolidated net earnings"]),
    ("net_margin", &[
        "net margin", "net income margin", "net profit margin",
        "net income from continuing operations margin",
    ]),
    ("income_before_tax", &[
        "profit before taxation", "pbt", "pre tax income", "pretax income", "income before taxes",
        "income before income taxes", "pretax profit", "profit before tax", "pre tax profit",
    ]),
    ("pretax_margin", &["pre tax margin", "pretax margin", "pre tax income margin"]),
    ("income_tax_expense", &[
        "provision for income taxes", "income tax expense", "benefit from income taxes",
        "provision for taxes",
    ]),
    ("effective_tax_rate", &[
        "effective tax rate", "effective income tax rate", "tax rate", "tax provision rate",
    ]),
    ("eps_diluted", &[
        "eps", "earnings per share", "diluted earnings per share", "diluted eps", "earnings",
        "profit", "diluted net income per share", "diluted net income per common share",
        "earnings per diluted share", "net income per share",
    ]),
    ("eps_basic", &["basic earnings per share", "basic eps", "earnings per basic share"]),
    ("dividends_per_share", &[
        "interim dividend", "final dividend", "full year dividend", "annual dividend",
        "quarterly dividend", "dividend", "dividend per share", "dividends per share",
        "quarterly installments",
    ]),
    ("dividends_paid", &[
        "dividends", "dividend payments", "cash dividends", "payments of dividends",
        "dividends paid",
    ]),
    ("share_repurchases", &[
        "share repurchases", "repurchases of common stock", "buybacks", "share buybacks",
        "stock repurchases", "repurchases",
    ]),
    ("shareholder_distributions", &[
        "returned", "distributed", "returns to shareholders", "capital returned",
        "shareholder returns",
    ]),
    ("operating_cash_flow", &[
        "operating cash flow", "operating cash flows", "cash from operations",
        "cash flow from operations", "cash provided by operating activities",
        "net cash provided by operating activities",
        "cash provided by ( used in ) operating activities", "cash from operating activities",
        "cash flow from operating activities", "cash flows from operations",
        "net cash used in operating activities", "cash generated from operations",
    ]),
    ("investing_cash_flow", &[
        "net cash provided by investing activities", "net cash used in investing activities",
        "cash provided by ( used in ) investing activities", "cash used in investing activities",
    ]),
    ("financing_cash_flow", &[
        "net cash provided by financing activities", "net cash used in financing activities",
        "cash provided by ( used in ) financing activities", "cash used in financing activities",
    ]),
    ("free_cash_flow", &["free cash flow", "free cash flows", "fcf"]),
    ("free_cash_flow_margin", &["free cash flow margin", "fcf margin"]),
    ("capital_expenditures", &[
        "capital expenditures", "capital expenditure", "capex", "capital spending",
        "cash capital expenditures", "purchases of property and equipment",
        "spending on infrastructure",
    ]),
    ("acquisitions", &["acquisitions", "acquisition and other investment activity"]),
    ("debt_issued", &[
        "proceeds from short term debt", "proceeds from debt", "proceeds from long term debt",
    ]),
    ("debt_repaid", &["repayments of debt", "payments of short term debt", "repayment of debt"]),
    ("depreciation_and_amortization", &["depreciation and amortization", "d&a"]),
    ("stock_based_compensation", &[
        "stock based compensation", "stock based compensation expense", "share based compensation",
    ]),
    ("selling_general_and_administrative", &[
        "selling , general and administrative expenses",
        "selling, general and administrative expense", "sg&a", "sg&a expenses",
        "selling and administrative expense", "selling and administrative expenses",
        "selling , general and administrative expense",
    ]),
    ("sga_to_revenue", &[
        "sg&a as a percentage of sales", "sg&a as a percentage of revenue",
        "selling and administrative expense as a percentage of revenue",
    ]),
    ("operating_expenses", &["operating expenses", "opex", "total operating expenses"]),
    ("other_income", &["oi&e", "other income and expense"]),
    ("research_and_development", &[
        "research and development", "research and development expense", "r&d", "r&d expenses",
        "r&d expense",
    ]),
    ("impairment_charges", &["impairment", "office impairment", "impairment charges"]),
    ("cash", &[
        "cash & equivalents", "cash & cash equivalents", "cash and cash equivalents",
        "cash and equivalents",
    ]),
    ("cash_and_investments", &[
        "cash and equivalents and short term investments",
        "cash , cash equivalents and marketable securities", "cash and short term investments",
        "cash , cash equivalents and short term investments", "cash and investments",
        "cash , cash equivalents , and marketable securities",
    ]),
    ("inventory", &["inventory", "inventories"]),
    ("total_debt", &["gross debt", "total debt"]),
    ("long_term_debt", &["long term debt"]),
    ("net_debt", &["net debt"]),
    ("working_capital", &["working capital", "working capital deficit"]),
    ("deferred_revenue", &["deferred revenue", "unearned revenue"]),
    ("remaining_performance_obligation", &[
        "remaining performance obligations", "remaining performance obligation", "rpo",
        "total rpo",
    ]),
    ("current_remaining_performance_obligation", &[
        "current rpo", "current remaining performance obligation",
        "current remaining performance obligations", "crpo",
    ]),
    ("net_revenue_retention", &[
        "net revenue retention rate", "net revenue retention", "net dollar retention",
        "net retention rate", "dollar based net retention rate",
    ]),
    ("return_on_invested_capital", &["return on invested capital", "roic"]),
    ("return_on_equity", &["return on equity", "roe"]),
    ("return_on_common_equity", &["return on common equity"]),
    ("return_on_tangible_common_equity", &["rotce", "return on tangible common equity"]),
    ("net_interest_income", &["net interest income", "nii"]),
    ("net_interest_margin", &["net interest margin", "nim"]),
    ("noninterest_income", &[
        "noninterest revenue", "noninterest income", "non interest income", "non interest revenue",
    ]),
    ("noninterest_expense", &["noninterest expense", "non interest expense", "expenses"]),
    ("provision_for_credit_losses", &[
        "credit costs", "provision for credit losses", "loan loss provisions",
    ]),
    ("net_charge_offs", &["net charge offs", "charge offs"]),
    ("reserve_build", &["reserve build"]),
    ("cet1_ratio", &["cet1 ratio", "common equity tier 1 ratio", "cet1"]),
    ("book_value_per_share", &["book value per share"]),
    ("tangible_book_value_per_share", &["tangible book value per share"]),
    ("loans", &["loans", "average loans", "total loans"]),
    ("deposits", &["deposits", "average deposits", "total deposits"]),
    ("share_price", &["share price", "closing price"]),
    ("price_target", &["price target", "price targets", "pt", "fair value"]),
    ("market_cap", &["market cap", "market capitalization", "market capitalisation"]),
    ("forward_pe_fy1", &[
        "forward earnings", "forward p/e", "forward pe", "times forward earnings",
    ]),
    ("rule_of_40_operating", &["rule of 40", "rule of 40 score"]),
    ("ebitda", &["ebitda"]),
    ("ebitda_margin", &["ebitda margin"]),
    ("backlog", &["backlog"]),
];
