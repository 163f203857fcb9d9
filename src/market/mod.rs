//! Returns, price changes, option income, and what the market makes of an announcement.

mod announcement;
mod option;
mod reaction;
mod returns;

pub use announcement::{Announcement, AnnouncementError, AnnouncementKind};
pub use option::{CashSecuredPut, CoveredCall, OptionError};
pub use reaction::{Reaction, ReactionError};
pub use returns::{annualised, earlier_return, implied_earlier_price, simple_return, total_return};
