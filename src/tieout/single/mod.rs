//! One claim, judged on its own inputs.

mod check;

mod judgement;

pub use check::Check;
pub use judgement::Judgement;
