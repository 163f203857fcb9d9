//! Banks: the price of money, what the bank costs to run, and what it may lose.
//!
//! Rates on balances are a period's flow at a year's rate on the mean of both ends: a quarter's
//! times four, where banks count days.

use super::definition::metrics;

metrics! { Banks {
    /// Net interest and noninterest income: a bank's revenue.
    BANK_REVENUE bank_revenue: Flow = "net_interest_income + noninterest_income";
    /// Revenue less operating expense, before credit losses and taxes.
    PRE_PROVISION_NET_REVENUE pre_provision_net_revenue (ppnr, ppop): Flow =
        "bank_revenue - noninterest_expense";
    /// Loans with the allowance added back.
    GROSS_LOANS gross_loans: Money = "loans + allowance_for_credit_losses";
    /// Net interest income at a year's rate, on average earning assets.
    NET_INTEREST_MARGIN net_interest_margin (nim): Ratio =
        "annualised(net_interest_income) / average(positive(earning_assets))";
    /// Interest income at a year's rate, on average earning assets.
    EARNING_ASSET_YIELD earning_asset_yield: Ratio =
        "annualised(interest_income) / average(positive(earning_assets))";
    /// Interest expense at a year's rate, on average liabilities that bear interest.
    COST_OF_INTEREST_BEARING_LIABILITIES cost_of_interest_bearing_liabilities: Ratio =
        "annualised(interest_expense) / average(positive(interest_bearing_liabilities))";
    /// Yield on earning assets less the cost of liabilities that bear interest.
    INTEREST_RATE_SPREAD interest_rate_spread: Ratio =
        "earning_asset_yield - cost_of_interest_bearing_liabilities";
    /// Interest on deposits at a year's rate, on average deposits, free ones with them.
    COST_OF_DEPOSITS cost_of_deposits: Ratio =
        "annualised(deposit_interest_expense) / average(positive(deposits))";
    /// Operating expense for each unit of revenue: the lower, the better.
    EFFICIENCY_RATIO efficiency_ratio (
        cost_income_ratio, overhead_ratio, cost_to_income, cost_income
    ): Ratio =
        "noninterest_expense / positive(bank_revenue)";
    /// The part of revenue that is not interest.
    NONINTEREST_INCOME_SHARE noninterest_income_share: Ratio =
        "noninterest_income / positive(bank_revenue)";
    /// Operating expense less noninterest income at a year's rate, on average assets.
    NET_OVERHEAD net_overhead: Ratio =
        "annualised(noninterest_expense - noninterest_income) / average(positive(total_assets))";
    /// Pay and benefits for each unit of revenue.
    COMPENSATION_RATIO compensation_ratio: Ratio =
        "compensation_and_benefits / positive(bank_revenue)";
    /// Growth of revenue less growth of operating expense, in percentage points.
    BANK_OPERATING_LEVERAGE bank_operating_leverage: Ratio =
        "growth(bank_revenue) - growth(noninterest_expense)";
    /// Revenue less operating expense at a year's rate, on average assets.
    PPNR_TO_ASSETS ppnr_to_assets: Ratio =
        "annualised(pre_provision_net_revenue) / average(positive(total_assets))";
    /// Loans, net of the allowance, for each unit of deposits.
    LOAN_TO_DEPOSIT loan_to_deposit (
        loan_to_deposit_ratio, ldr
    ): Ratio =
        "loans / positive(deposits)";
    /// Loans, net of the allowance, of total assets.
    LOANS_TO_ASSETS loans_to_assets: Ratio = "loans / positive(total_assets)";
    /// Deposits of total assets.
    DEPOSITS_TO_ASSETS deposits_to_assets: Ratio = "deposits / positive(total_assets)";
    /// The part of deposits that bears no interest.
    NONINTEREST_BEARING_SHARE noninterest_bearing_share: Ratio =
        "noninterest_bearing_deposits / positive(deposits)";
    /// Provision for credit losses at a year's rate, on average loans before the allowance.
    COST_OF_RISK cost_of_risk: Ratio =
        "annualised(provision_for_credit_losses) / average(positive(gross_loans))";
    /// Loans lost, net of recoveries, at a year's rate, on average loans before the allowance.
    NET_CHARGE_OFF_RATE net_charge_off_rate (nco_ratio, nco_rate, charge_off_rate): Ratio =
        "annualised(net_charge_offs) / average(positive(gross_loans))";
    /// Provision for credit losses less loans lost: what the reserve was built by.
    RESERVE_BUILD reserve_build: Flow = "provision_for_credit_losses - net_charge_offs";
    /// Allowance of gross loans.
    ALLOWANCE_TO_LOANS allowance_to_loans: Ratio =
        "allowance_for_credit_losses / positive(gross_loans)";
    /// Nonperforming loans of gross loans.
    NONPERFORMING_LOAN_RATIO nonperforming_loan_ratio (npl_ratio, npl): Ratio =
        "nonperforming_loans / positive(gross_loans)";
    /// Nonperforming loans and foreclosed property, of all loans and foreclosed property (FDIC).
    NONPERFORMING_ASSET_RATIO nonperforming_asset_ratio (npa_ratio, npa): Ratio =
        "(nonperforming_loans + or_zero(foreclosed_property)) \
         / positive(gross_loans + or_zero(foreclosed_property))";
    /// Allowance for each unit of nonperforming loans.
    NONPERFORMING_COVERAGE nonperforming_coverage (
        provision_coverage, reserve_coverage, coverage_ratio, npl_coverage
    ): Multiple =
        "allowance_for_credit_losses / positive(nonperforming_loans)";
    /// Nonperforming loans on tangible common equity and the allowance: above one, losses could use
    /// up the capital.
    TEXAS_RATIO texas_ratio: Ratio =
        "nonperforming_loans / positive(tangible_book_value + allowance_for_credit_losses, equity)";
    /// Revenue less operating expense, for each unit of the period's provision for credit losses.
    PPNR_TO_PROVISION ppnr_to_provision: Multiple =
        "pre_provision_net_revenue / positive(provision_for_credit_losses)";
    /// Common equity tier 1 capital on risk-weighted assets (12 CFR 217.10).
    CET1_RATIO cet1_ratio (cet1): Ratio = "cet1_capital / positive(risk_weighted_assets)";
    /// Tier 1 capital on risk-weighted assets (12 CFR 217.10).
    TIER1_RATIO tier1_ratio (tier1): Ratio = "tier1_capital / positive(risk_weighted_assets)";
    /// Tier 1 and tier 2 capital on risk-weighted assets (12 CFR 217.10).
    TOTAL_CAPITAL_RATIO total_capital_ratio (capital_adequacy_ratio, car): Ratio =
        "regulatory_capital / positive(risk_weighted_assets)";
    /// Tier 1 capital on the total leverage exposure (12 CFR 217.10).
    SUPPLEMENTARY_LEVERAGE_RATIO supplementary_leverage_ratio (slr): Ratio =
        "tier1_capital / positive(leverage_exposure)";
    /// Risk-weighted assets of total assets.
    RISK_WEIGHT_DENSITY risk_weight_density: Ratio =
        "risk_weighted_assets / positive(total_assets)";
    /// Net income at a year's rate, on average risk-weighted assets.
    RETURN_ON_RISK_WEIGHTED_ASSETS return_on_risk_weighted_assets (rorwa): Ratio =
        "annualised(net_income) / average(positive(risk_weighted_assets))";
    /// High-quality liquid assets for each unit of stressed outflows (12 CFR 249.10).
    LIQUIDITY_COVERAGE liquidity_coverage (lcr): Ratio =
        "high_quality_liquid_assets / positive(stressed_outflows)";
    /// Deposits that bear interest and other such liabilities, for each unit of earning assets.
    INTEREST_BEARING_FUNDING interest_bearing_funding: Ratio =
        "interest_bearing_liabilities / positive(earning_assets)";
} }
