//! A program for a machine without an operating system, as far as a compiler for another one can
//! say.
//!
//! It has a panic handler of its own, which the standard library has too: where anything below
//! links that library, the two are found to be one too many and nothing is built.
#![no_std]

use core::panic::PanicInfo;

use financials::{
    Currency, IncomeStatement, Item, Period, Ratio, Report, Stated, metrics,
    tieout::{Check, Verdict},
};

#[panic_handler]
fn panicked(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// Returns an operating margin.
pub fn margin(dates: &str) -> Result<Ratio, financials::Error> {
    let period: Period = dates.parse()?;
    let income = IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317);
    let report = Report::builder("Palantir", period, Currency::USD).income(income).build()?;
    Ok(report.operating_margin()?)
}

/// Returns whether a stated margin can be that of stated amounts.
pub fn verdict(income: &str, revenue: &str, margin: &str) -> Result<Verdict, financials::Error> {
    let check = Check::of(&metrics::OPERATING_MARGIN.formula())
        .with(Item::OperatingIncome, Stated::parse(income)?)
        .with(Item::Revenue, Stated::parse(revenue)?)
        .against(Stated::parse(margin)?);
    Ok(check.verdict())
}
