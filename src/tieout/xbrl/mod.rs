//! XBRL's own consistency of rounded facts: Calculations 1.1 and duplicate facts.
//!
//! The rules are those of the XBRL specifications "Calculations 1.1" (both of its rounding modes)
//! and of duplicate facts in "Open Information Model", on the same intervals as everything else
//! here. One rule is stricter: two facts that were rounded to one place must be equal, while
//! 748,000 and 749,000, both to the thousand, touch at 748,500 and would pass as closed intervals.
//! A fact with digits past its place was not rounded to it, and admits what its interval does:
//! 1,234,567 and 1,234,568, both said to be correct to the million, agree.

mod calculation;
mod duplicates;
mod fact;

pub use calculation::{Calculation, CalculationOutcome};
pub use duplicates::Duplicates;
pub use fact::{Mode, RoundedFact};
