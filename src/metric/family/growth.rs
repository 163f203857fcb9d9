//! Families of growth.

use super::declare::families;

families! {
    closed revenue_growth (revenue_growth) also (revenue_growth_qoq, revenue_growth_ttm) {
        variant "reported"
            = "growth(revenue)",
            "in use";
        variant "total revenues"
            = "growth(total_revenues)",
            "WMT 5.1% against 5.0%";
        variant "net sales"
            = "growth(net_sales)",
            "WMT 5.0% against 5.1%, COST 1.9%";
        lacking "organic" ["organic"]: "effects of currency, acquisitions";
        base "quarter on quarter"
            = "growth_qoq(revenue)",
            "NVDA 12%";
        base "trailing"
            = "growth(ttm(revenue))",
            "vendors";
        lacking "against the year as first filed":
            "vintage: current as filed over prior as filed then";
    }
    closed net_income_growth (net_income_growth) also () {
        variant "parent"
            = "growth(net_income)",
            "in use";
        variant "consolidated" ["consolidated"]
            = "growth(net_income_consolidated)",
            "in use";
        variant "continuing operations" ["continuing"]
            = "growth(income_continuing)",
            "IBM 2Q25 19.8%";
    }
    closed eps_growth (eps_growth) also () {
        variant "diluted"
            = "growth(eps_diluted)",
            "in use";
        base "basic"
            = "growth(eps_basic)",
            "in use";
        variant "computed"
            = "growth(net_income_to_common / shares_diluted)",
            "in use";
    }
    open rule_of_40 (rule_of_40_free_cash_flow, rule_of_40_operating, rule_of_40_ebitda) also () {
        variant "+ FCF margin"
            = "revenue_growth + free_cash_flow_margin",
            "in use";
        variant "+ operating margin"
            = "revenue_growth + operating_margin",
            "PLTR 81% on the adjusted margin";
        variant "+ EBITDA margin"
            = "revenue_growth + ebitda_margin",
            "in use";
    }
    open net_revenue_retention (net_revenue_retention) also () {
        variant "as stated"
            = "net_revenue_retention",
            "in use";
    }
}
