//! Parentheses: whether those around a number negate it.

use crate::stated::{
    clause::words_before,
    mode::Mode,
    part::Part,
    text::{Lower, Text},
};

/// Returns whether the sign of a number or the parentheses around it make it negative.
pub fn is_negative(text: Text<'_>, part: &Part, floor: usize, mode: Mode) -> bool {
    let negates = part.is_negative(mode == Mode::Figure)
        || part.is_negative(true) && is_loss(text, part, floor);
    let explains = || restates_word(text, part.start, floor) || is_aside(text, part, floor);
    negates && !(part.paren.is_some() && explains())
}

/// Returns whether the parentheses around a whole figure negate it.
fn is_loss(text: Text<'_>, part: &Part, floor: usize) -> bool {
    let open = part.start;
    let end = text.skip_blanks_before(open, floor);
    let next = text.byte(text.skip_blanks(part.end));
    // Another number behind it makes it a cell of a table.
    let cell = matches!(next, b'|' | b'(' | b'$' | b'0'..=b'9');
    if end == floor && floor > 0 {
        // Behind a figure they convert or explain it, unless that is a cell of a table too.
        return text.byte_before(end) == b')' || cell && part.is_bare();
    }
    if cell {
        return true;
    }
    match text.char_before(end, floor) {
        None | Some('\n') => return end == open && matches!(next, 0 | b'\n'),
        Some('|' | '\t' | ':' | '$' | ';') => return true,
        Some(_) if end + 2 <= open => return true,
        Some(_) => {}
    }
    let mut words = words_before(text, end, floor);
    if let Some(word) = words.next()
        && matches!(
            Lower::new(word).as_bytes(),
            b"of"
                | b"was"
                | b"were"
                | b"at"
                | b"to"
                | b"from"
                | b"be"
                | b"between"
                | b"and"
                | b"versus"
                | b"vs"
                | b"with"
                | b"is"
                | b"or"
                | b"loss"
                | b"losses"
                | b"deficit"
        )
    {
        return true;
    }
    words.take(5).any(|word| {
        matches!(Lower::new(word).as_bytes(), b"loss" | b"losses" | b"deficit" | b"outflow")
    })
}

/// Returns whether a number in parentheses is that of the year before: `16.1 (14.1) billion`.
fn is_aside(text: Text<'_>, part: &Part, floor: usize) -> bool {
    let end = text.skip_blanks_before(part.start, floor);
    floor > 0
        && end == floor
        && end + 1 == part.start
        && part.scale.is_some()
        && part.is_aside()
        && text.is_digit(end - 1)
}

/// Returns whether a number in parentheses says again what a word said: "five (5) days".
fn restates_word(text: Text<'_>, at: usize, floor: usize) -> bool {
    is_number_word(text.word_before(text.skip_blanks_before(at, floor), floor))
}

/// Returns whether a word is a number.
pub fn is_number_word(word: &[u8]) -> bool {
    matches!(
        Lower::new(word).as_bytes(),
        b"one"
            | b"two"
            | b"three"
            | b"four"
            | b"five"
            | b"six"
            | b"seven"
            | b"eight"
            | b"nine"
            | b"ten"
            | b"eleven"
            | b"twelve"
            | b"fifteen"
            | b"twenty"
            | b"thirty"
            | b"forty"
            | b"fifty"
            | b"sixty"
            | b"seventy"
            | b"eighty"
            | b"ninety"
            | b"hundred"
    )
}
