//! What a statement says, and of what: whose measure, when, in which regard and on which basis.

mod entry;

mod key;

mod label;

mod span;

mod what;

mod aspect;

mod claim;

mod qualifier;

mod evidence;

mod assumption;

mod filed_id;

pub(crate) use aspect::Aspect;
pub use assumption::Assumption;
pub use claim::Claim;
pub(crate) use entry::Entry;
pub use evidence::Evidence;
pub(crate) use evidence::{Reader, Reading, are_alike, fits, unit};
pub use filed_id::FiledId;
pub(crate) use filed_id::filed_id;
pub(crate) use key::{Key, Version};
pub(crate) use label::{PeriodLabel, before};
pub use qualifier::Qualifier;
pub(crate) use what::What;
