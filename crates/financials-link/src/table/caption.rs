//! What the caption of a table says of all its numbers: their scale and their currency.

use financials::{Currency, figure::Scale};

/// What a table says once for all of its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Caption {
    scale: Option<Scale>,
    currency: Option<Currency>,
}

/// Bytes of a line that says the scale at most.
const LINE_BYTES_MAX: usize = 400;

/// Each with the scale that it says.
const SCALES: &[(&str, Scale)] = &[
    ("in millions", Scale::Millions),
    ("$ millions", Scale::Millions),
    ("$m", Scale::Millions),
    ("us$m", Scale::Millions),
    ("\u{20ac}m", Scale::Millions),
    ("\u{a3}m", Scale::Millions),
    ("$ million", Scale::Millions),
    ("\u{20ac} million", Scale::Millions),
    ("(millions", Scale::Millions),
    ("millions of", Scale::Millions),
    ("usd millions", Scale::Millions),
    ("usd million", Scale::Millions),
    ("eur million", Scale::Millions),
    ("in \u{20ac} millions", Scale::Millions),
    ("(in $ millions", Scale::Millions),
    ("(dollars in tables in millions", Scale::Millions),
    ("000,000s", Scale::Millions),
    ("in thousands", Scale::Thousands),
    ("$ thousands", Scale::Thousands),
    ("(thousands", Scale::Thousands),
    ("thousands of", Scale::Thousands),
    ("(000s", Scale::Thousands),
    ("$000", Scale::Thousands),
    ("000's", Scale::Thousands),
    ("(000", Scale::Thousands),
    ("crore", Scale::Crores),
    ("lakh", Scale::Lakhs),
    ("\u{a5} million", Scale::Millions),
    ("in billions", Scale::Billions),
    ("$ billions", Scale::Billions),
    ("$bn", Scale::Billions),
    ("(billions", Scale::Billions),
    ("billions of", Scale::Billions),
];

/// Each with the currency that it says.
const CURRENCIES: &[(&str, Currency)] = &[
    ("\u{20ac}", Currency::EUR),
    ("euro", Currency::EUR),
    ("\u{a3}", Currency::GBP),
    ("pounds sterling", Currency::GBP),
    ("\u{20b9}", Currency::INR),
    ("crore", Currency::INR),
    ("lakh", Currency::INR),
    ("\u{a5}", Currency::JPY),
    ("yen", Currency::JPY),
    ("swiss franc", Currency::CHF),
    ("c$", Currency::CAD),
    ("canadian dollar", Currency::CAD),
    ("us$", Currency::USD),
    ("usd", Currency::USD),
    ("$", Currency::USD),
    ("dollar", Currency::USD),
];

impl Caption {
    /// Reads a line of the caption or the head; what an earlier one says stays.
    pub(super) fn read(&mut self, line: &str) {
        let (code, own) = by_code(line).map_or((None, None), |(code, own)| (Some(code), Some(own)));
        let line = line.to_lowercase();
        self.scale = self.scale.or(own).or_else(|| scale(&line));
        self.currency = self.currency.or(code).or_else(|| currency(&line));
    }

    /// The scale that a line of the text says of tables.
    pub(super) fn scale_of_all(line: &str) -> Option<Scale> {
        const SAYS: &[&str] =
            &["in tables", "tables in", "in millions", "in thousands", "in billions"];
        if line.len() > LINE_BYTES_MAX {
            return None;
        }
        let line = line.to_lowercase();
        // A sentence may speak of one figure: "in millions of homes".
        let is_said = line.contains('(') || !line.contains(". ");
        let says = is_said && SAYS.iter().any(|word| line.contains(word));
        says.then(|| scale(&line)).flatten()
    }

    /// Takes the scale that the text said of all its tables, where the table has none of its own.
    pub(super) fn take_scale(&mut self, scale: Option<Scale>) {
        self.scale = self.scale.or(scale);
    }

    /// Reads the currency of the first number that has one.
    pub(super) fn read_currency(&mut self, table: &str) {
        self.currency = self.currency.or_else(|| currency(&table.to_lowercase()));
    }

    pub(crate) const fn scale(&self) -> Option<Scale> {
        self.scale
    }

    pub(crate) fn currency(&self) -> Currency {
        self.currency.unwrap_or(Currency::USD)
    }
}

/// Reads a currency's code with the scale behind it or before: `PLN million`, `thousands of SEK`.
fn by_code(line: &str) -> Option<(Currency, Scale)> {
    let words: Vec<&str> = line
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let code = |word: &str| word.parse::<Currency>().ok().filter(|_| word.len() == 3);
    words.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        match (code(first), code(second)) {
            (Some(code), _) => Some((code, of_word(second)?)),
            (_, Some(code)) => Some((code, of_word(first)?)),
            _ => None,
        }
    })
}

fn of_word(word: &str) -> Option<Scale> {
    Some(match word.to_lowercase().as_str() {
        "thousand" | "thousands" | "k" => Scale::Thousands,
        "million" | "millions" | "mn" | "m" | "mio" | "mln" => Scale::Millions,
        "billion" | "billions" | "bn" | "b" => Scale::Billions,
        "lakh" | "lakhs" => Scale::Lakhs,
        "crore" | "crores" | "cr" => Scale::Crores,
        _ => return None,
    })
}

fn scale(line: &str) -> Option<Scale> {
    let said = SCALES.iter().filter_map(|(words, scale)| Some((line.find(words)?, *scale)));
    said.min_by_key(|(at, _)| *at).map(|(_, scale)| scale)
}

fn currency(line: &str) -> Option<Currency> {
    let said = CURRENCIES.iter().filter_map(|(words, own)| Some((line.find(words)?, *own)));
    said.min_by_key(|(at, _)| *at).map(|(_, currency)| currency)
}
