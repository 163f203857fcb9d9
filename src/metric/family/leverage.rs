//! Families of leverage.

use super::declare::families;

families! {
    closed cash_and_investments (cash_and_investments) also () {
        variant "cash"
            = "cash",
            "in use";
        variant "+ short-term investments"
            = "cash + or_zero(short_term_investments)",
            "NVDA 43.21bn";
        variant "+ long-term securities"
            = "cash + or_zero(short_term_investments) + or_zero(long_term_investments)",
            "AAPL's \"cash and marketable securities\"";
        variant "+ restricted"
            = "cash_with_restricted",
            "GAAP cash flow statement's end";
    }
    closed total_debt (total_debt) also (lease_adjusted_debt) {
        variant "carrying, short + long"
            = "short_term_debt + long_term_debt",
            "in use";
        variant "with operating leases"
            = "short_term_debt + long_term_debt + operating_lease_liabilities",
            "quarter-results NVDA 10.27bn";
        variant "with finance leases"
            = "short_term_debt + long_term_debt + finance_lease_liabilities",
            "VZ, WMT";
        variant "with all leases"
            = "short_term_debt + long_term_debt + lease_liabilities",
            "in use";
        variant "principal"
            = "debt_principal",
            "NFLX 15.7bn";
    }
    open net_debt (net_debt) also () {
        variant "less cash and short-term investments"
            = "total_debt - cash - or_zero(short_term_investments)",
            "JNJ 12.1bn; a public set of questions";
        variant "less cash"
            = "total_debt - cash",
            "quarter-results; not exact";
        variant "with leases, less cash"
            = "total_debt + lease_liabilities - cash",
            "vendors";
        variant "with preferred"
            = "total_debt + or_zero(preferred_equity) - cash",
            "Realty Income net debt and preferred";
    }
    closed debt_to_equity (debt_to_equity)
        also (long_term_debt_to_equity, liabilities_to_equity, net_debt_to_equity) {
        variant "total debt over total equity"
            = "total_debt / positive(total_equity, equity)",
            "in use";
        variant "total debt over parent's equity"
            = "total_debt / positive(stockholders_equity, equity)",
            "vendors";
        variant "long-term debt over equity"
            = "long_term_debt / positive(stockholders_equity, equity)",
            "in use";
        variant "liabilities over equity"
            = "total_liabilities / positive(stockholders_equity, equity)",
            "textbook";
        variant "net debt over equity (gearing, UK)"
            = "net_debt / positive(total_equity, equity)",
            "in use";
    }
    closed debt_to_capital (debt_to_capital) also (net_debt_to_capital, long_term_debt_to_capital) {
        variant "total debt over (debt + total equity)"
            = "total_debt / positive(total_debt + total_equity)",
            "PGR 21.2% by reportify";
        variant "net debt over (net debt + total equity)"
            = "net_debt / positive(net_debt + total_equity)",
            "in use";
        variant "debt over (debt + parent's equity)"
            = "total_debt / positive(total_debt + stockholders_equity)",
            "in use";
    }
    open net_debt_to_ebitda (net_debt_to_ebitda) also (debt_to_ebitda, lease_adjusted_leverage) {
        variant "net debt over TTM EBITDA"
            = "net_debt / positive(ttm(ebitda), earnings)",
            "monexa";
        lacking "net debt over adjusted EBITDA": "basis adjusted on one input only";
        variant "net debt over annualised quarter"
            = "net_debt / positive(annualised(ebitda), earnings)",
            "Realty Income 5.4x annualized";
        variant "gross debt over TTM EBITDA"
            = "total_debt / positive(ttm(ebitda), earnings)",
            "in use";
    }
    closed interest_coverage (interest_coverage)
        also (ebitda_interest_coverage, cash_interest_coverage, fixed_charge_coverage) {
        variant "operating income over interest"
            = "operating_income / positive(interest_expense)",
            "in use";
        variant "EBIT (pretax + interest) over interest"
            = "ebit / positive(interest_expense)",
            "textbook times interest earned";
        variant "EBITDA over interest"
            = "ebitda / positive(interest_expense)",
            "covenants";
        variant "trailing"
            = "ttm(operating_income) / positive(ttm(interest_expense))",
            "vendors";
        variant "net interest"
            = "operating_income / positive(net_interest_expense)",
            "UK";
        lacking "with capitalised interest": "interest capitalised ((held";
    }
    closed current_ratio (current_ratio) also () {
        variant "CA over CL"
            = "total_current_assets / positive(total_current_liabilities)",
            "in use";
    }
    closed quick_ratio (quick_ratio) also () {
        variant "cash + investments + receivables"
            = "(cash + or_zero(short_term_investments) + accounts_receivable) / \
              positive(total_current_liabilities)",
            "in use";
        variant "CA - inventory"
            = "(total_current_assets - or_zero(inventory)) / \
              positive(total_current_liabilities)",
            "textbook, many vendors";
    }
}
