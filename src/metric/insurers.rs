//! Insurers: what premiums pay for, and what stands behind the promises.

use super::definition::metrics;

metrics! { Insurers {
    /// Losses incurred for each unit of premiums earned; the medical loss ratio of health insurers.
    LOSS_RATIO loss_ratio (medical_loss_ratio): Ratio =
        "losses_incurred / positive(premiums_earned)";
    /// Underwriting expenses for each unit of premiums earned.
    EXPENSE_RATIO expense_ratio: Ratio = "underwriting_expenses / positive(premiums_earned)";
    /// Loss and expense ratio: above one, underwriting loses money.
    COMBINED_RATIO combined_ratio: Ratio = "loss_ratio + expense_ratio";
    /// Underwriting expenses for each unit of premiums written: the expense ratio of statutory
    /// accounts.
    TRADE_EXPENSE_RATIO trade_expense_ratio: Ratio =
        "underwriting_expenses / positive(net_premiums_written)";
    /// Loss ratio on premiums earned and expense ratio on premiums written.
    TRADE_COMBINED_RATIO trade_combined_ratio: Ratio = "loss_ratio + trade_expense_ratio";
    /// Dividends to policyholders for each unit of premiums earned.
    POLICYHOLDER_DIVIDEND_RATIO policyholder_dividend_ratio: Ratio =
        "policyholder_dividends / positive(premiums_earned)";
    /// Losses from catastrophes for each unit of premiums earned.
    CATASTROPHE_RATIO catastrophe_ratio: Ratio = "catastrophe_losses / positive(premiums_earned)";
    /// Change of earlier years' estimates for each unit of premiums earned; negative when they were
    /// too high.
    PRIOR_YEAR_DEVELOPMENT_RATIO prior_year_development_ratio: Ratio =
        "prior_year_development / positive(premiums_earned)";
    /// Combined ratio without catastrophes and earlier years' development.
    UNDERLYING_COMBINED_RATIO underlying_combined_ratio: Ratio =
        "combined_ratio - catastrophe_ratio - prior_year_development_ratio";
    /// Combined ratio less investment income for each unit of premiums earned.
    INSURANCE_OPERATING_RATIO insurance_operating_ratio: Ratio =
        "combined_ratio - net_investment_income / positive(premiums_earned)";
    /// Premiums earned less losses, underwriting expenses and policyholder dividends.
    UNDERWRITING_INCOME underwriting_income: Flow =
        "premiums_earned - losses_incurred - underwriting_expenses \
         - or_zero(policyholder_dividends)";
    /// Premiums kept after reinsurance.
    RETENTION_OF_PREMIUMS retention_of_premiums: Ratio =
        "net_premiums_written / positive(gross_premiums_written)";
    /// Growth of net premiums written over a year ago.
    PREMIUM_GROWTH premium_growth: Ratio = "growth(net_premiums_written)";
    /// Twelve months of net premiums written for each unit of surplus: the insurer's leverage.
    PREMIUM_LEVERAGE premium_leverage (premium_to_surplus): Multiple =
        "ttm(net_premiums_written) / positive(policyholders_surplus, equity)";
    /// Loss reserves for each unit of surplus.
    RESERVE_LEVERAGE reserve_leverage (reserve_to_surplus): Multiple =
        "loss_reserves / positive(policyholders_surplus, equity)";
    /// Years of premiums earned in loss reserves.
    RESERVE_DURATION reserve_duration: Multiple =
        "loss_reserves / positive(ttm(premiums_earned))";
    /// Losses incurred less the change in loss reserves: what was paid.
    LOSSES_PAID losses_paid: Flow = "losses_incurred - change(loss_reserves)";
    /// Losses paid for each unit of losses incurred.
    PAID_TO_INCURRED paid_to_incurred: Ratio = "losses_paid / positive(losses_incurred)";
    /// Investment income at a year's rate, on average invested assets.
    INVESTMENT_YIELD investment_yield: Ratio =
        "annualised(net_investment_income) / average(positive(invested_assets))";
    /// Loss reserves and unearned premiums: money held for policyholders.
    INSURANCE_FLOAT insurance_float (float): Money = "loss_reserves + unearned_premiums";
    /// Underwriting loss at a year's rate, on average float; negative where underwriting earns
    /// money (Buffett, Berkshire Hathaway letters).
    COST_OF_FLOAT cost_of_float: Ratio =
        "-annualised(underwriting_income) / average(positive(insurance_float))";
    /// Invested assets for each unit of the parent's equity.
    INVESTMENT_LEVERAGE investment_leverage: Multiple =
        "invested_assets / positive(stockholders_equity, equity)";
} }
