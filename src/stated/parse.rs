//! Reads a text that is one figure.

use crate::{
    decimal::excerpt,
    stated::{
        error::StatedError,
        hedge,
        numeral::Fault,
        options::Options,
        reading::{Mode, Reading, read},
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
    let reading = read(text, digit, 0, Mode::Figure, options).map_err(|malformed| {
        let (text, at) = (excerpt(given), malformed.start);
        match malformed.why {
            Fault::Grouping => StatedError::Grouping { text, at },
            Fault::Digits => StatedError::TooLarge { text, at },
        }
    })?;
    if reading.start > 0 || reading.end < text.len() {
        nothing_else(text, &reading)?;
    }
    reading.stated.ok_or_else(|| StatedError::TooLarge {
        text: excerpt(given),
        at: reading.first.numeral.start,
    })
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
