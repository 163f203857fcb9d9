//! The clause that a figure ends, read backward.

use crate::stated::{
    coin,
    text::{Lower, Text},
};

/// How far before a figure its clause is read.
const CLAUSE_BYTES_MAX: usize = 96;

/// Returns whether "from" at a position begins a range of one figure, and not a move between two.
pub fn is_ranging(text: Text<'_>, from: usize, floor: usize) -> bool {
    let mut expects = false;
    for word in words_before(text, from, floor) {
        match Lower::new(word).as_bytes() {
            b"range" | b"ranges" | b"ranging" | b"ranged" | b"anywhere" | b"vary" | b"varies"
            | b"varying" => return true,
            b"expect" | b"expects" | b"expected" | b"guidance" | b"forecast" | b"forecasts"
            | b"project" | b"projects" | b"projected" | b"sees" | b"outlook" | b"anticipates"
            | b"estimates" | b"guided" => expects = true,
            b"raised" | b"raises" | b"raising" | b"lifted" | b"lifts" | b"boosted" | b"cut"
            | b"cuts" | b"lowered" | b"lowers" | b"increased" | b"increase" | b"decreased"
            | b"decrease" | b"hiked" | b"bumped" | b"rose" | b"fell" | b"grew" | b"grow"
            | b"climbed" | b"narrowed" | b"improved" | b"up" | b"down" | b"went" | b"moved"
            | b"swung" | b"dropped" | b"trimmed" | b"upgraded" | b"revised" | b"jump" | b"rise"
            | b"fall" | b"decline" | b"declined" | b"double" | b"expand" | b"expanded" => {
                return false;
            }
            _ => {}
        }
    }
    expects
}

/// Returns whether "from" and a figure stand behind a position.
pub fn moves_from(text: Text<'_>, at: usize) -> bool {
    let from = text.skip_spaces(at);
    let next = text.skip_spaces(from + 4);
    text.word(from) == b"from"
        && (text.is_digit(next) || text.char_at(next).is_some_and(coin::is_sign))
}

/// Returns the words before a position, nearest first, as far as the clause goes.
pub fn words_before<'a>(
    text: Text<'a>,
    at: usize,
    floor: usize,
) -> impl Iterator<Item = &'a [u8]> + use<'a> {
    let from = floor.max(at.saturating_sub(CLAUSE_BYTES_MAX));
    let clause = text.bytes(from, at);
    let begin = clause
        .iter()
        .rposition(|b| matches!(b, b';' | b'!' | b'?' | b'\n'))
        .map_or(0, |before| before + 1);
    let clause = clause.get(begin..).unwrap_or_default();
    clause.rsplit(|b| !b.is_ascii_alphabetic()).filter(|word| !word.is_empty())
}
