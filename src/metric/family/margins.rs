//! Families of margins.

use super::declare::families;

families! {
    closed gross_margin (gross_margin) also () {
        variant "gross profit over revenue"
            = "gross_profit / revenue",
            "AAPL, NVDA, INTC, MU";
        variant "revenue less its cost over revenue"
            = "(revenue - cost_of_revenue) / revenue",
            "in use";
        variant "over total revenues, with membership, leases, interest"
            = "(total_revenues - cost_of_revenue) / total_revenues",
            "WMT 24.85% against 24.1%";
        variant "product only, segment" ["product"]
            = "gross_profit:product / revenue:product",
            "AAPL Services 73.9%";
        lacking "non-GAAP": "the basis adjusted, which a statement names itself";
    }
    closed operating_margin (operating_margin)
        also (ebit_margin, ebita_margin, operating_margin_before_sbc) {
        variant "operating income over revenue"
            = "operating_income / revenue",
            "MA, NFLX, APH";
        variant "operating income over net sales"
            = "operating_income / net_sales",
            "WMT 4.4% (4.31% at monexa)";
        variant "operating income over total revenues"
            = "operating_income / total_revenues",
            "WMT 4.31% against 4.35%";
        variant "EBIT over revenue"
            = "ebit / revenue",
            "textbook";
        lacking "non-GAAP, core": "the basis adjusted, which a statement names itself";
    }
    closed net_margin (net_margin) also () {
        variant "parent over revenue"
            = "net_income / revenue",
            "PLTR 10%";
        variant "consolidated over revenue"
            = "net_income_consolidated / revenue",
            "mymarketwizard MS 21.9%; the file lacks ProfitLoss";
        variant "common over revenue"
            = "net_income_to_common / revenue",
            "in use";
        variant "common, as filed, over revenue"
            = "income_to_common / revenue",
            "banks after the preferred stock of 2008 to 2010";
        variant "continuing operations over revenue"
            = "income_continuing / revenue",
            "in use";
    }
    closed pretax_margin (pretax_margin) also () {
        variant "pretax over revenue"
            = "income_before_tax / revenue",
            "JNJ 27.3%";
    }
    closed effective_tax_rate (effective_tax_rate) also () {
        variant "tax over pretax"
            = "income_tax_expense / positive(income_before_tax, earnings)",
            "AAPL, WMT";
        variant "tax over pretax on a loss"
            = "income_tax_expense / income_before_tax",
            "ABBV (15.3)%, NVDA -4.5% is on a profit";
        variant "tax over pretax before equity income"
            = "income_tax_expense / pretax_before_equity_income",
            "KO";
        lacking "with share of affiliates' taxes": "item";
        variant "net of NCI: tax over (parent's net income + tax)"
            = "income_tax_expense / positive(net_income + income_tax_expense, earnings)",
            "in use";
        lacking "non-GAAP": "the basis adjusted, which a statement names itself";
    }
    closed cash_tax_rate (cash_tax_rate) also () {
        variant "paid over pretax"
            = "income_taxes_paid / positive(income_before_tax, earnings)",
            "in use";
    }
    open free_cash_flow_margin (free_cash_flow_margin) also (free_cash_flow_margin_after_sbc) {
        variant "FCF over revenue"
            = "free_cash_flow / revenue",
            "monexa";
        lacking "company's FCF over revenue": "item";
    }
    open free_cash_flow_conversion (free_cash_flow_conversion)
        also (free_cash_flow_to_ebitda, ebitda_cash_conversion, cash_conversion) {
        variant "FCF over parent's net income"
            = "free_cash_flow / positive(net_income, earnings)",
            "in use";
        variant "FCF over consolidated net income"
            = "free_cash_flow / positive(net_income_consolidated, earnings)",
            "in use";
        variant "trailing"
            = "ttm(free_cash_flow) / positive(ttm(net_income), earnings)",
            "in use";
        lacking "adjusted FCF over adjusted net earnings": "basis adjusted";
        variant "FCF over EBITDA"
            = "free_cash_flow / positive(ebitda, earnings)",
            "in use";
    }
}
