//! Numbers with groups of digits.

use alloc::string::String;

/// Which characters group digits, and which one stands before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grouping {
    separators: &'static str,
    point: char,
    rule: Rule,
}

/// How separators may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// Before groups of three digits, as the registries 1 to 3 have it.
    Thousands,
    /// Anywhere, as the registries 4 and 5 have it.
    Anywhere,
    /// Before the last three digits and before twos: lakhs and crores.
    Indian,
}

impl Grouping {
    pub(super) const fn of(separators: &'static str, point: char) -> Self {
        Self { separators, point, rule: Rule::Thousands }
    }

    pub(super) const fn loose(separators: &'static str, point: char) -> Self {
        Self { separators, point, rule: Rule::Anywhere }
    }

    pub(super) const fn indian() -> Self {
        Self { separators: ", \u{a0}", point: '.', rule: Rule::Indian }
    }

    /// Reads a number that is not negative, without an exponent.
    pub(super) fn read(self, text: &str) -> Option<String> {
        let (whole, decimals) = match text.split_once(self.point) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (text, None),
        };
        let mut number = self.whole(whole)?;
        let is_loose = self.rule == Rule::Anywhere;
        if number.is_empty() {
            // Only the later registries write .5 for a half.
            if !is_loose || decimals.is_none() {
                return None;
            }
            number.push('0');
        }
        if let Some(decimals) = decimals {
            let before = number.len();
            number.push('.');
            for char in decimals.chars() {
                match char {
                    '0'..='9' => number.push(char),
                    ' ' | '\u{a0}' if is_loose => {}
                    _ => return None,
                }
            }
            if number.len() == before + 1 {
                return None;
            }
        }
        Some(number)
    }

    /// Reads `1,234 dollars 56 cents`, in the digits of any width.
    pub(super) fn read_parts(self, text: &str) -> Option<String> {
        let text: String = text.chars().map(plain).collect();
        let is_number = |char: char| char.is_ascii_digit() || self.separators.contains(char);
        let whole_end = text.find(|char| !is_number(char))?;
        let (whole, rest) = text.split_at_checked(whole_end)?;
        let decimals_start = rest.find(|char: char| char.is_ascii_digit())?;
        let rest = rest.get(decimals_start..)?;
        let decimals_end = rest.find(|char: char| !char.is_ascii_digit()).unwrap_or(rest.len());
        let (decimals, unit) = rest.split_at_checked(decimals_end)?;
        let whole = self.whole(whole.trim_end_matches([' ', '\u{a0}']))?;
        let is_one = matches!(decimals.len(), 1 | 2);
        let is_one = is_one && !unit.contains(|char: char| char.is_ascii_digit());
        if whole.is_empty() || !is_one {
            return None;
        }
        Some(alloc::format!("{whole}.{decimals:0>2}"))
    }

    /// Returns the digits of a whole number without what groups them.
    fn whole(self, text: &str) -> Option<String> {
        let mut digits = String::with_capacity(text.len());
        // Digits since the last separator, and whether there was one.
        let (mut group, mut grouped) = (0_usize, false);
        for char in text.chars() {
            if char.is_ascii_digit() {
                digits.push(char);
                group += 1;
            } else if self.separators.contains(char) {
                let fits = match self.rule {
                    Rule::Anywhere => true,
                    Rule::Thousands => group > 0 && (!grouped || group.is_multiple_of(3)),
                    Rule::Indian => matches!(group, 1 | 2) && (!grouped || group == 2),
                };
                if !fits {
                    return None;
                }
                (group, grouped) = (0, true);
            } else {
                return None;
            }
        }
        let fits = match self.rule {
            Rule::Anywhere => true,
            Rule::Thousands => group > 0 && (!grouped || group.is_multiple_of(3)),
            Rule::Indian => group > 0 && (!grouped || group == 3),
        };
        fits.then_some(digits)
    }
}

/// Returns an ASCII digit for one of full width or of Devanagari.
pub(super) fn plain(char: char) -> char {
    let from = |zero: u32| char::from_digit(u32::from(char).wrapping_sub(zero), 10);
    match char {
        '０'..='９' => from(0xFF10).unwrap_or(char),
        '०'..='९' => from(0x0966).unwrap_or(char),
        _ => char,
    }
}

/// Returns whether a text is one dash of those that documents print for nothing.
pub(super) fn is_dash(text: &str) -> bool {
    let dashes = "-\u{58a}\u{5be}‐‑‒–—―\u{2212}\u{fe58}\u{fe63}\u{ff0d}";
    let mut chars = text.chars();
    chars.next().is_some_and(|char| dashes.contains(char)) && chars.next().is_none()
}
