//! Every limit of the crate, once: its number, and why it is that number.
//!
//! *Invariant:* no other file writes a limit as a bare number.

/// Amounts that come in are smaller than this in magnitude: 10 quintillion, in the currency's major
/// unit or in shares.
///
/// Together with [`AMOUNT_PLACES_MAX`] it keeps an amount below 10^28 when written as an integer of
/// its last place, so that the sum or difference of any two fits the 96 bits of a
/// [`Decimal`](rust_decimal::Decimal) without rounding.
pub const AMOUNT_LIMIT: u128 = 10_u128.pow(19);

/// Amounts that come in have at most this many decimals.
pub const AMOUNT_PLACES_MAX: u32 = 9;

/// Results of multiplication and division keep this many significant digits.
///
/// 28 is the most that every [`Decimal`](rust_decimal::Decimal) can hold; some hold 29.
pub const DIGITS_MAX: u32 = 28;

/// Results of multiplication and division keep this many decimals.
pub const PLACES_MAX: u32 = 28;

const _: () = assert!(AMOUNT_LIMIT.ilog10() + AMOUNT_PLACES_MAX == DIGITS_MAX);
const _: () = assert!(2 * 10_u128.pow(DIGITS_MAX) < 1 << 96, "a sum of two amounts fits 96 bits");

/// The name of an open-ended measure is at most this long.
///
/// Long enough for `segment_revenue:` and a segment of 31 letters; short enough to be copied with
/// every reason for absence.
pub const NAME_BYTES_MAX: usize = 47;

/// A formula has at most this many steps.
///
/// Altman's Z, the longest of the common ones that is written out, has about 30; the metrics that
/// are longer build on others by name.
pub const FORMULA_NODES_MAX: usize = 64;

/// A formula nests at most this deep, which bounds the stack that reading and evaluating it takes.
pub const FORMULA_DEPTH_MAX: usize = 16;

/// A formula has at most this many measures of the user's own.
pub const FORMULA_NAMES_MAX: usize = 8;

/// A formula looks back at most this many years or quarters.
pub const LAG_MAX: u8 = 40;
