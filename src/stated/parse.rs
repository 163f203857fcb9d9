//! Reads a text that is one figure.

use crate::{
    decimal::excerpt,
    stated::{
        amount::amount,
        bound::Bound,
        error::StatedError,
        hedge,
        lexicon::{self, Class, Worth},
        mode::Mode,
        options::Options,
        part::part,
        reading::{Before, Reading, read},
        token::{self, Buffer, Extent, Fault, Malformed, Spacing, Tokens},
        unit::Unit,
        value::Stated,
    },
};

impl Stated {
    /// Reads one figure, with a bare `$` as the US dollar.
    ///
    /// # Errors
    ///
    /// - `n/a` — there is no number in it.
    /// - `up 5% to $290` — there is more than one figure in it.
    /// - `1,23,4` — its digits are not grouped as any document groups them.
    /// - a number of more than 28 digits, of more than 9 decimals, or of 10^19 and more.
    pub fn parse(text: &str) -> Result<Self, StatedError> {
        Self::parse_with(text, &Options::new())
    }

    /// Reads one figure with the default currency and the table scale of its document.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn parse_with(text: &str, options: &Options) -> Result<Self, StatedError> {
        match plain(text, options) {
            Some(stated) => Ok(stated),
            None => parse(text, options),
        }
    }
}

impl core::str::FromStr for Stated {
    type Err = StatedError;

    fn from_str(text: &str) -> Result<Self, StatedError> {
        Self::parse(text)
    }
}

/// Reads what most figures are, without reading tokens: a dollar sign or none, a number, and a
/// scale or a percent sign. What it reads is what the tokens say, which a space before it is read
/// by.
#[inline]
fn plain(text: &str, options: &Options) -> Option<Stated> {
    let after_coin = text.strip_prefix('$');
    let money = after_coin.is_some();
    let digits = after_coin.unwrap_or(text);
    let spacing = if money { Spacing::Scale } else { Spacing::Unit };
    let (numeral, end) = token::number(digits, spacing)?;
    let rest = digits.get(end..)?;
    let (unit, exponent) = match rest {
        "%" if !money => (Unit::Ratio, -2),
        "" => (of_money(money, options), options.exponent()),
        _ => {
            let spaced = rest.strip_prefix(' ');
            let word = spaced.unwrap_or(rest);
            let entry = lexicon::entry(lexicon::find(word)?);
            let letter = money && spaced.is_none() && entry.class.is(Class::LETTER);
            match entry.worth {
                Worth::Power(power) if letter || is_plain_scale(entry.class) => {
                    (of_money(money, options), i32::from(power))
                }
                _ => return None,
            }
        }
    };
    let exponent = exponent + i32::from(numeral.power);
    let amount = amount(numeral.mantissa, i32::from(numeral.places) - exponent, false, unit)?;
    Some(Stated::build(amount, None, Bound::Stated))
}

/// Returns whether a scale says nothing of how its number is grouped.
fn is_plain_scale(class: Class) -> bool {
    class.is(Class::SCALE) && !class.is(Class::GROUPED_BY_POINT)
}

fn of_money(money: bool, options: &Options) -> Unit {
    if money { Unit::Money(options.currency()) } else { Unit::Count }
}

fn parse(given: &str, options: &Options) -> Result<Stated, StatedError> {
    let mut buffer = Buffer::new(given);
    token::lex(&mut buffer, 0, Extent::All);
    let t = &buffer.tokens();
    let Some(number) = t.number_from(0) else {
        return Err(StatedError::NoNumber { text: excerpt(given) });
    };
    let first = part(t, number, 0, Mode::Figure).map_err(|malformed| refused(given, &malformed))?;
    let reading = read(t, first, 0, Mode::Figure, options, Before::default());
    if reading.start > 0 || reading.end < t.len() {
        nothing_else(t, &reading)?;
    }
    let at = t.get(first.at).start;
    reading.stated.ok_or_else(|| StatedError::TooLarge { text: excerpt(given), at })
}

fn refused(given: &str, malformed: &Malformed) -> StatedError {
    let (text, at) = (excerpt(given), malformed.start);
    match malformed.why {
        Fault::Grouping => StatedError::Grouping { text, at },
        Fault::Digits => StatedError::TooLarge { text, at },
    }
}

/// Refuses a text that holds more than a figure; spaces and an article may stand around it.
fn nothing_else(t: &Tokens<'_>, reading: &Reading) -> Result<(), StatedError> {
    let given = t.text();
    let unexpected = |at: usize| StatedError::Unexpected {
        text: excerpt(given),
        found: excerpt(given.get(at..).unwrap_or_default()),
        at,
    };
    if hedge::skip_article(t, reading.start, 0) > 0 {
        return Err(unexpected(t.get(0).start));
    }
    if reading.end < t.len() {
        return Err(unexpected(t.get(reading.end).start));
    }
    Ok(())
}
