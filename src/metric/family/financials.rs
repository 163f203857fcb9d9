//! Families of financials.

use super::declare::families;

families! {
    open net_interest_margin (net_interest_margin) also () {
        variant "x4, two ends"
            = "annualised(net_interest_income) / average(positive(earning_assets))",
            "in use";
        variant "day count"
            = "net_interest_income / period_days * 365 * day / \
              average(positive(earning_assets))",
            "4.06%";
        variant "FTE" ["taxable equivalent", "fte", "managed"]
            = "(net_interest_income + fte_adjustment) / \
              average(positive(earning_assets))",
            "JPM net yield";
        variant "daily averages"
            = "annualised(net_interest_income) / average_earning_assets",
            "all large banks";
        variant "over average assets"
            = "annualised(net_interest_income) / average(positive(total_assets))",
            "some thrifts";
    }
    open efficiency_ratio (efficiency_ratio) also () {
        variant "NIE over (NII + nonII)"
            = "noninterest_expense / positive(net_interest_income + noninterest_income)",
            "JPM 53%, BAC 66%";
        variant "managed, FTE" ["managed"]
            = "noninterest_expense / positive(net_interest_income + noninterest_income + \
              fte_adjustment)",
            "JPM 52%, 51%";
        variant "less amortisation of intangibles (FDIC)"
            = "(noninterest_expense - or_zero(amortization_of_intangibles)) / \
              positive(net_interest_income + noninterest_income)",
            "FDIC glossary";
        lacking "adjusted": "basis adjusted";
    }
    closed cet1_ratio (cet1_ratio)
        also (tier1_ratio, total_capital_ratio, supplementary_leverage_ratio) {
        variant "standardised" ["standardised", "standardized", "std"]
            = "cet1_capital / positive(risk_weighted_assets)",
            "JPM 15.7%";
        beside "advanced" ["advanced", "adv."]
            = "cet1_capital / positive(risk_weighted_assets_advanced)",
            "JPM 15.8%";
    }
    open nonperforming_ratio (nonperforming_loan_ratio) also () {
        variant "NPL over loans"
            = "nonperforming_loans / positive(gross_loans)",
            "BAC NPL 5.975bn";
        variant "NPA over (loans + foreclosed)"
            = "(nonperforming_loans + foreclosed_property) / positive(gross_loans + \
              foreclosed_property)",
            "FDIC glossary";
    }
    closed net_charge_off_rate (net_charge_off_rate) also () {
        variant "x4"
            = "annualised(net_charge_offs) / average(positive(gross_loans))",
            "in use";
        variant "daily averages"
            = "annualised(net_charge_offs) / average_loans",
            "JPM card 3.30%";
    }
    closed allowance_to_loans (allowance_to_loans) also () {
        variant "/ gross loans"
            = "allowance_for_credit_losses / positive(gross_loans)",
            "BAC 1.21%";
        lacking "excluding fair-value loans": "item";
    }
    open combined_ratio (combined_ratio) also (trade_combined_ratio, underlying_combined_ratio) {
        variant "GAAP"
            = "(losses_incurred + underwriting_expenses) / positive(premiums_earned)",
            "in use";
        variant "net of fees and other revenues"
            = "(losses_incurred + underwriting_expenses - fees_and_other_revenues) / \
              positive(premiums_earned)",
            "PGR 2024 88.8%, 2023 94.9%: (49,060+14,845-1,064)/70,799";
        variant "trade (written)"
            = "loss_ratio + underwriting_expenses / positive(net_premiums_written)",
            "statutory";
        variant "after policyholder dividends"
            = "(losses_incurred + underwriting_expenses + \
              or_zero(policyholder_dividends)) / positive(premiums_earned)",
            "NAIC";
        variant "excluding catastrophes"
            = "combined_ratio - catastrophe_ratio",
            "insurers";
    }
    closed loss_ratio (loss_ratio) also () {
        variant "losses over earned"
            = "losses_incurred / positive(premiums_earned)",
            "PGR 69.3";
    }
    open expense_ratio (expense_ratio) also (trade_expense_ratio) {
        variant "/ earned"
            = "underwriting_expenses / positive(premiums_earned)",
            "in use";
        variant "/ written"
            = "underwriting_expenses / positive(net_premiums_written)",
            "statutory";
    }
    open funds_from_operations (funds_from_operations) also () {
        variant "Nareit, common"
            = "net_income_to_common + real_estate_depreciation - \
              or_zero(gain_on_real_estate) + or_zero(real_estate_impairment)",
            "SEC C&DI 102.01 takes Nareit's";
        lacking "with joint ventures and NCI": "items";
        lacking "normalised": "basis adjusted";
    }
    open adjusted_funds_from_operations (adjusted_funds_from_operations) also () {
        variant "FFO - all capex"
            = "funds_from_operations - capital_expenditures",
            "in use";
        lacking "recurring capex, straight-line rent": "items";
    }
}
