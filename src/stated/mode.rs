//! [`Mode`]: how much the text around a figure decides.

use crate::stated::coin::Codes;

/// How much the text around a figure decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The text is one figure: parentheses around it negate, "from … to …" is a range, and no
    /// number is a year.
    Figure,
    /// The text is prose.
    Prose,
}

impl Mode {
    /// Returns which codes are currencies: in prose those that are no other word.
    pub fn codes(self) -> Codes {
        match self {
            Self::Figure => Codes::All,
            Self::Prose => Codes::Common,
        }
    }
}
