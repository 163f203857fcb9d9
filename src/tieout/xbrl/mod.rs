//! XBRL's own consistency of rounded facts: Calculations 1.1 and duplicate facts.
//!
//! The rules are those of the XBRL specifications "Calculations 1.1" (both of its rounding modes)
//! and of duplicate facts in "Open Information Model", on the same intervals as everything else
//! here. One rule is stricter: two facts at one place must be equal, while 748,000 and 749,000,
//! both to the thousand, touch at 748,500 and would pass as closed intervals.

mod calculation;
mod duplicates;
mod fact;

pub use calculation::{Calculation, CalculationOutcome};
pub use duplicates::Duplicates;
pub use fact::{Mode, RoundedFact};
