//! What negates a number: a sign or parentheses.

/// A sign before the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

/// Parentheses around the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paren {
    /// They leave the number's currency, scale or unit outside: a negative number.
    Accounting,
    /// They hold the whole figure: a negative number, or a remark in passing.
    Around,
}
