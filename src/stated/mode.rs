//! [`Mode`]: how much the text around a figure decides.

/// How much the text around a figure decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The text is one figure: parentheses around it negate, "from … to …" is a range, no number is
    /// a year, and every code of ISO 4217 is a currency.
    Figure,
    /// The text is prose.
    Prose,
}
