//! Digits read eight at a time: files of facts are made of dates, numbers and accession numbers.

/// Eight zeros as text.
const ZEROS: u64 = u64::from_le_bytes(*b"00000000");

/// Returns a word whose byte is zero where the text has a digit.
const fn other_than_digits(text: u64) -> u64 {
    // The upper half of a digit's byte is that of zero's, and adding six leaves it so.
    let upper = 0xF0F0_F0F0_F0F0_F0F0;
    let past = text.wrapping_add(0x0606_0606_0606_0606);
    ((text ^ ZEROS) | (past ^ ZEROS)) & upper
}

/// Returns the number that eight digits are.
const fn number(text: u64) -> u64 {
    // Pairs of digits, then of pairs, then of four, each in one multiplication.
    let digits = text & 0x0F0F_0F0F_0F0F_0F0F;
    let pairs = (digits.wrapping_mul(10 << 8 | 1) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs.wrapping_mul(100 << 16 | 1) >> 16) & 0x0000_FFFF_0000_FFFF;
    fours.wrapping_mul(10_000 << 32 | 1) >> 32
}

/// Reads eight digits.
#[inline]
pub(crate) const fn eight(text: [u8; 8]) -> Option<u64> {
    let text = u64::from_le_bytes(text);
    if other_than_digits(text) == 0 { Some(number(text)) } else { None }
}

/// Reads the digits at the start of a text, at most sixteen: the number and how many there are;
/// nothing where there are more, or where the text ends soon after.
#[cfg(feature = "companyfacts")]
#[inline]
pub(crate) fn leading(text: &[u8]) -> Option<(u64, usize)> {
    let (first, rest) = text.split_first_chunk()?;
    let (high, length) = up_to_eight(u64::from_le_bytes(*first));
    if length < 8 {
        return Some((high, length));
    }
    let (next, rest) = rest.split_first_chunk()?;
    let (low, length) = up_to_eight(u64::from_le_bytes(*next));
    if length == 8 && rest.first().is_none_or(u8::is_ascii_digit) {
        return None;
    }
    Some((high * POWERS.get(length)? + low, 8 + length))
}

#[cfg(feature = "companyfacts")]
const POWERS: [u64; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// Reads the digits at the start of eight bytes.
#[cfg(feature = "companyfacts")]
#[inline]
const fn up_to_eight(text: u64) -> (u64, usize) {
    let other = other_than_digits(text);
    // A byte after one that is no digit may count wrongly, as the addition carries; none before.
    let length = other.trailing_zeros() / 8;
    if length == 0 {
        return (0, 0);
    }
    // The digits go to the end, behind zeros.
    let missing = 64 - 8 * length;
    let zeros = if missing == 0 { 0 } else { ZEROS >> (64 - missing) };
    (number(text << missing | zeros), length as usize)
}
