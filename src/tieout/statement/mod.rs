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

pub use aspect::Aspect;
pub use claim::Claim;
pub use entry::Entry;
pub use evidence::{Evidence, Reader, Reading, are_alike, fits, unit};
pub use key::{Key, Version};
pub use label::{PeriodLabel, before};
pub use qualifier::Qualifier;
pub use what::What;
