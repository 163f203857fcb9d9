//! [`Group`]: what a metric is about.

use serde::{Deserialize, Serialize};

/// The groups of the catalogue, in the order in which formulas may build on one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
#[non_exhaustive]
pub enum Group {
    /// Sums and differences that others build on.
    Amounts,
    /// What is kept from revenue. Below zero, which a report lists as a finding, revenue turns the
    /// sign of its margins: a loss over it is no profit.
    Margins,
    /// Change from one period to another.
    Growth,
    /// What a year earns on what was invested.
    Returns,
    /// Whether what falls due soon can be paid.
    Liquidity,
    /// How much lenders own, and whether they can be paid.
    Leverage,
    /// How fast assets turn into revenue and cash.
    Efficiency,
    /// How much of earnings is cash, and where it goes.
    CashFlow,
    /// Amounts for one share.
    PerShare,
    /// What is given back to shareholders.
    CapitalReturns,
    /// What the market pays.
    Valuation,
    /// What a company is worth by a model, and what the price implies.
    Models,
    /// Ratios weighed into one number.
    Scores,
    /// Subscriptions, and growth against its cost.
    Software,
    /// Margins, cost and capital of banks.
    Banks,
    /// Underwriting and reserves of insurers.
    Insurers,
    /// Earnings of properties.
    RealEstate,
}
