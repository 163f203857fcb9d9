//! What companies and analysts expect, and what came of it: guidance, a consensus and the surprise
//! against it, actuals, and the subject that each of them is about.

mod guidance;
mod consensus;
mod actual;
mod subject;

pub use actual::{Actual, ActualError};
pub use consensus::{Consensus, Surprise};
pub use guidance::{
    Guidance, GuidanceError, GuidanceForm, GuidanceRange, Implied, Outcome, Revision,
};
pub use subject::{Subject, SubjectError};
