//! [`Token`]: a word, a number, a figure or a mark of a text, with its place.

use std::ops::Range;

use financials::stated::{Found, Stated, Unit, scan};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, or letters and digits: `Q2`, `U.S.`, `net`.
    Word,
    /// Digits that are no figure: a year, a day, a number of a list.
    Number,
    /// The figure of this place among those of the text.
    Figure(usize),
    /// One character that is neither.
    Mark(char),
}

/// A word, a number, a figure or a mark of a text, with its place in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) span: Range<usize>,
    pub(crate) kind: Kind,
    /// The text in lower case, without a possessive ending; that of a figure is empty.
    pub(crate) word: String,
    /// Whether the text has a capital letter.
    pub(crate) is_capital: bool,
    /// Whether the word ends in `'s` or `s'`.
    pub(crate) is_possessive: bool,
}

impl Token {
    pub(crate) fn is(&self, word: &str) -> bool {
        self.word == word && !matches!(self.kind, Kind::Figure(_))
    }

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(crate) fn figure(&self) -> Option<usize> {
        match self.kind {
            Kind::Figure(place) => Some(place),
            _ => None,
        }
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// A figure of the text: what is stated, and the bytes of the number with its currency and unit.
#[derive(Clone, Debug)]
pub(crate) struct Mention<'a> {
    pub(crate) found: Found<'a>,
    pub(crate) core: Range<usize>,
}

/// Words of a unit behind the last digit at most: `basis points`, `billion US dollars`.
const UNIT_WORDS_MAX: usize = 4;

/// Letters of a word whose last digit is that of a footnote at least.
const FOOTED_LETTERS_MIN: usize = 4;

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "adj", "approx", "co", "corp", "est", "fig", "inc", "jr", "ltd", "mr", "mrs", "ms", "no",
    "nos", "oct", "nov", "dec", "jan", "feb", "aug", "sept", "sep", "st", "vs", "ore", "mont",
    "dr", "rev",
];

/// Returns the figures of a text with the bytes of their numbers.
pub(crate) fn figures(text: &str) -> Vec<Mention<'_>> {
    scan(text)
        .map(|found| {
            let span = found.span();
            let words = text.get(span.clone()).unwrap_or_default();
            // Hedges and words of direction stand before the number.
            let start = number_start(words);
            let end = number_end(words, start, &found.stated());
            Mention { found, core: span.start + start..span.start + end }
        })
        .collect()
}

/// Returns where the number of a figure begins: its sign, bracket, currency or first digit.
fn number_start(words: &str) -> usize {
    let Some(digit) = words.find(|letter: char| letter.is_ascii_digit()) else { return 0 };
    let head = words.get(..digit).unwrap_or_default();
    // The currency and the sign are glued to the digit.
    head.char_indices()
        .rev()
        .take_while(|(_, letter)| !letter.is_whitespace())
        .last()
        .map_or(digit, |(at, _)| at)
}

/// Returns where the number of a figure ends: with its unit, before words of direction and what
/// stands among them: `48% revenue growth`.
fn number_end(words: &str, start: usize, stated: &Stated) -> usize {
    if !matches!(stated.unit(), Unit::Money(_) | Unit::Ratio) {
        return words.len();
    }
    let digit = words.rfind(|letter: char| letter.is_ascii_digit()).unwrap_or(start);
    let ends = words.char_indices().map(|(at, _)| at).filter(|at| {
        let is_end = words.get(*at..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        is_end && *at > digit
    });
    let is_whole = |end: &usize| {
        let own = words.get(start..*end).and_then(|own| Stated::parse(own).ok());
        own.is_some_and(|own| {
            own.unit() == stated.unit()
                && own.number().abs() == stated.number().abs()
                && own.high().map(|high| high.abs()) == stated.high().map(|high| high.abs())
        })
    };
    ends.take(UNIT_WORDS_MAX).find(is_whole).unwrap_or(words.len())
}

/// Reads a text once into its tokens.
pub(crate) fn tokens(text: &str, figures: &[Mention<'_>]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut figures = figures.iter().enumerate().peekable();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((place, figure)) = figures.peek()
            && figure.core.start <= at
        {
            let end = figure.core.end.max(at + 1);
            tokens.push(Token {
                span: at..end,
                kind: Kind::Figure(*place),
                word: String::new(),
                is_capital: false,
                is_possessive: false,
            });
            at = end;
            figures.next();
            continue;
        }
        let limit = figures.peek().map_or(text.len(), |(_, figure)| figure.core.start) - at;
        let rest = rest.get(..limit).unwrap_or(rest);
        let length = piece(rest);
        let (piece, span) = (rest.get(..length).unwrap_or(rest), at..at + length);
        at += length;
        if let Some(token) = token(piece, span)
            && !(token.is_mark('.') && tokens.last().is_some_and(abbreviates))
        {
            tokens.push(token);
        }
    }
    tokens
}

fn abbreviates(token: &Token) -> bool {
    token.is_word() && (ABBREVIATIONS.contains(&token.word.as_str()) || token.word.len() == 1)
}

/// Returns the length of what comes next: a word, a number, or one character.
fn piece(rest: &str) -> usize {
    let mut letters = rest.char_indices().peekable();
    let Some((_, first)) = letters.next() else { return 0 };
    if !first.is_alphanumeric() {
        return first.len_utf8();
    }
    // `U.S.`, `S.p.A.`: single letters with stops between.
    let dotted = dotted(rest);
    if dotted > 0 {
        return dotted;
    }
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, letter)| *letter);
        let joins = match letter {
            '\'' | '\u{2019}' => next.is_some_and(char::is_alphabetic) || is_plural_end(rest, at),
            '&' | '.' => next.is_some_and(char::is_alphanumeric),
            _ => letter.is_alphanumeric(),
        };
        if !joins {
            return at;
        }
    }
    rest.len()
}

/// Whether an apostrophe ends a plural: `partners' share`.
fn is_plural_end(rest: &str, at: usize) -> bool {
    rest.get(..at).is_some_and(|word| word.ends_with('s'))
}

/// A word without the digit of a footnote behind it: `Organic1`; short ones, such as `Q2` and
/// `CET1`, have theirs as a part of them.
fn without_footnote(word: &str) -> &str {
    let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_footnote = word.len() - letters.len() == 1
        && letters.len() >= FOOTED_LETTERS_MIN
        && letters.chars().all(char::is_alphabetic);
    if is_footnote { letters } else { word }
}

fn dotted(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let (Some(letter), Some(b'.')) = (bytes.get(at), bytes.get(at + 1)) {
        if !letter.is_ascii_alphabetic() {
            break;
        }
        at += 2;
    }
    let ends = !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if at >= 4 && ends { at } else { 0 }
}

fn token(piece: &str, span: Range<usize>) -> Option<Token> {
    let first = piece.chars().next()?;
    // A hyphen joins words as a space does.
    if (first.is_whitespace() && first != '\n') || first == '-' || first == '\u{2011}' {
        return None;
    }
    // "2024's" is a year too.
    let number = piece.trim_end_matches(['s', '\'', '\u{2019}']);
    let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    let kind = match first {
        _ if is_number(piece) => Kind::Number,
        _ if number.len() + 1 < piece.len() && !number.is_empty() && is_number(number) => {
            Kind::Number
        }
        first if first.is_alphanumeric() => Kind::Word,
        first => Kind::Mark(first),
    };
    let plain = piece
        .strip_suffix("'s")
        .or_else(|| piece.strip_suffix("\u{2019}s"))
        .or_else(|| piece.strip_suffix('\''))
        .or_else(|| piece.strip_suffix('\u{2019}'));
    let is_possessive = kind != Kind::Mark(first) && plain.is_some();
    let word = if is_possessive { plain.unwrap_or(piece) } else { piece };
    let word = if kind == Kind::Word { without_footnote(word) } else { word };
    Some(Token {
        span,
        kind,
        word: word.to_lowercase(),
        is_capital: piece.chars().any(char::is_uppercase),
        is_possessive,
    })
}
