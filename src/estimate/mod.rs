//! What analysts expect: a consensus and the surprise against it, price targets and their upside.

mod consensus;
mod targets;

pub use consensus::{Consensus, Surprise};
pub use targets::{PriceTargetError, PriceTargets, Upside};
