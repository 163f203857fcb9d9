//! Currency codes that hold a scale.

use super::{class::Class, group::Worth, table};
use crate::currency::Currency;

/// Reads a currency's code with a scale glued to it: `MNOK 24.6`, `TEUR 310`, `SEKm 48`, `mkr`.
#[inline]
pub(crate) fn scaled_code(word: &str) -> Option<(Currency, i32)> {
    // Of its letters three are capitals, but for the Nordic ones that end so.
    match word.as_bytes() {
        [_, second, third, ..] if word.len() <= 5 => {
            let capitals = second.is_ascii_uppercase() && third.is_ascii_uppercase();
            if capitals || word.ends_with("kr") { read(word) } else { None }
        }
        _ => None,
    }
}

fn read(word: &str) -> Option<(Currency, i32)> {
    let (code, power) = match word.len() {
        3 | 4 if word.ends_with("kr") => {
            let power = match word {
                "tkr" => 3,
                "mkr" => 6,
                "mdkr" => 9,
                _ => return None,
            };
            return Some((Currency::SEK, power));
        }
        4 => match word.split_at_checked(1)? {
            ("M", code) => (code, 6),
            ("T" | "K" | "k", code) => (code, 3),
            _ => match word.split_at_checked(3)? {
                (code, "m") => (code, 6),
                (code, "k") => (code, 3),
                _ => return None,
            },
        },
        5 => match word.split_at_checked(3)? {
            (code, "mn") => (code, 6),
            (code, "bn") => (code, 9),
            _ => return None,
        },
        _ => return None,
    };
    let entry = table::entry(table::find(code)?);
    match entry.worth {
        Worth::Currency(currency) if entry.class.is(Class::JOINING_CODE) => Some((currency, power)),
        _ => None,
    }
}
