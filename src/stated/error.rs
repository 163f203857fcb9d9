//! [`StatedError`]: why a text is no figure.

use alloc::string::String;

use crate::bounds::{AMOUNT_LIMIT, AMOUNT_PLACES_MAX, DIGITS_MAX};

/// Why a text is no figure, and where.
///
/// Positions are bytes from the beginning of the text as given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatedError {
    /// There is no digit in it.
    #[error("figure '{text}' has no number in it, such as '$1.004 billion'")]
    NoNumber {
        /// The text, cut after 40 bytes.
        text: String,
    },
    /// Something stands beside the figure that is no part of it.
    #[error("figure '{text}' has something else in it at byte {at}: '{found}'")]
    Unexpected {
        /// The text, cut after 40 bytes.
        text: String,
        /// What is no part of the figure, cut after 40 bytes.
        found: String,
        /// Where that begins.
        at: usize,
    },
    /// The digits are not grouped as a document groups them.
    #[error(
        "figure '{text}' has digits at byte {at} that are not grouped by thousands, \
         or by lakhs and crores"
    )]
    Grouping {
        /// The text, cut after 40 bytes.
        text: String,
        /// Where the digits begin.
        at: usize,
    },
    /// The number is longer, larger or finer than is kept.
    #[error(
        "figure '{text}' has a number at byte {at} of more than {DIGITS_MAX} digits or \
         {AMOUNT_PLACES_MAX} decimals, or not below 10^{}", AMOUNT_LIMIT.ilog10()
    )]
    TooLarge {
        /// The text, cut after 40 bytes.
        text: String,
        /// Where the number begins.
        at: usize,
    },
    /// The figure's parts do not go together: a range that runs downwards, a place too coarse.
    #[error("figure of {unit} with value {value}, high {high} and decimals {decimals} {why}")]
    Inconsistent {
        /// The kind of the figure.
        unit: String,
        /// Its value.
        value: String,
        /// The upper end of its range, or `null`.
        high: String,
        /// Its place.
        decimals: i8,
        /// What is wrong with them.
        why: &'static str,
    },
}
