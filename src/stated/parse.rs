//! Reads a text that is one figure.

use crate::{
    decimal::excerpt,
    stated::{
        bound::Bound,
        error::StatedError,
        hedge,
        mode::Mode,
        numeral::{Fault, Malformed},
        options::Options,
        part::part,
        reading::{Reading, read},
        text::Text,
        value::Stated,
    },
};

/// Reads a text that is one figure.
pub fn parse(given: &str, options: &Options) -> Result<Stated, StatedError> {
    let text = Text::new(given);
    let Some(digit) = text.digit_from(0) else {
        return Err(StatedError::NoNumber { text: excerpt(given) });
    };
    // By reference: to move a part costs as much as to read one.
    let read_part = part(text, digit, 0, Mode::Figure);
    let first = match &read_part {
        Ok(first) => first,
        Err(malformed) => return Err(refused(given, malformed)),
    };
    let stated = if first.start == 0 && first.end == text.len() {
        // Nothing stands around the number.
        let bound = if first.plus { Bound::AtLeast } else { Bound::Stated };
        let amount = first.amount(first.is_negative(true), options);
        amount.map(|amount| Stated::build(amount, None, bound))
    } else {
        let reading = read(text, *first, 0, Mode::Figure, options);
        if reading.start > 0 || reading.end < text.len() {
            nothing_else(text, &reading)?;
        }
        reading.stated
    };
    let at = first.numeral.start;
    stated.ok_or_else(|| StatedError::TooLarge { text: excerpt(given), at })
}

fn refused(given: &str, malformed: &Malformed) -> StatedError {
    let (text, at) = (excerpt(given), malformed.start);
    match malformed.why {
        Fault::Grouping => StatedError::Grouping { text, at },
        Fault::Digits => StatedError::TooLarge { text, at },
    }
}

/// Refuses a text that holds more than a figure; spaces and an article may stand around it.
fn nothing_else(text: Text<'_>, reading: &Reading) -> Result<(), StatedError> {
    let whole = text.slice(0, text.len());
    let unexpected = |at: usize| StatedError::Unexpected {
        text: excerpt(whole),
        found: excerpt(text.slice(at, text.len())),
        at,
    };
    let (start, _) = hedge::skip_article(text, reading.start, 0);
    let before = text.slice(0, start);
    if !before.trim().is_empty() {
        return Err(unexpected(before.len() - before.trim_start().len()));
    }
    let after = text.slice(reading.end, text.len());
    if !after.trim().is_empty() {
        return Err(unexpected(text.len() - after.trim_start().len()));
    }
    Ok(())
}
