//! Hedges: the words and signs around a figure that bound it.

use crate::stated::{
    bound::Bound,
    text::{Lower, Text},
};

/// A hedge before a figure.
#[derive(Clone, Copy, Debug)]
pub struct Hedge {
    pub bound: Bound,
    pub start: usize,
    /// Words such as "below" or "higher than", which also compare one figure with another.
    pub compares: bool,
}

impl Hedge {
    /// Returns whether the hedge is "up to", which also leads to a level.
    pub fn is_up_to(&self, text: Text<'_>) -> bool {
        self.bound == Bound::AtMost && text.word(self.start).eq_ignore_ascii_case(b"up")
    }
}

/// The words before a position, nearest first.
struct Before<'a> {
    text: Text<'a>,
    at: usize,
    floor: usize,
}

impl<'a> Before<'a> {
    /// Passes over one word and returns it with its start.
    fn next(&mut self) -> (&'a [u8], usize) {
        let (word, start) = self.text.previous_word(self.at, self.floor);
        self.at = start;
        (word, start)
    }

    fn next_is(&mut self, words: &[&[u8]]) -> Option<usize> {
        let (word, start) = self.next();
        words.iter().any(|known| word.eq_ignore_ascii_case(known)).then_some(start)
    }
}

/// Reads the hedge that ends before the figure at `at`; an article may stand between.
pub fn before(text: Text<'_>, at: usize, floor: usize) -> Option<Hedge> {
    if at <= floor {
        return None;
    }
    if let Some(hedge) = sign_before(text, at, floor) {
        return Some(hedge);
    }
    let (end, article) = skip_article(text, at, floor);
    let mut hedge = words_before(text, end, floor)?;
    // "Over a 5% stake" and "under a $500 million facility" hedge nothing.
    if article && hedge.compares {
        return None;
    }
    hedge.start = skip_qualifier(text, hedge.start, floor);
    Some(hedge)
}

/// Passes over "a" or "an", and says whether there was one.
pub fn skip_article(text: Text<'_>, at: usize, floor: usize) -> (usize, bool) {
    let end = text.skip_spaces_before(at, floor);
    let word = text.word_before(end, floor);
    if end < at && (word.eq_ignore_ascii_case(b"a") || word.eq_ignore_ascii_case(b"an")) {
        (end - word.len(), true)
    } else {
        (at, false)
    }
}

fn sign_before(text: Text<'_>, at: usize, floor: usize) -> Option<Hedge> {
    let end = text.skip_spaces_before(at, floor);
    let c = text.char_before(end, floor)?;
    let start = end - c.len_utf8();
    let previous = text.char_before(start, floor);
    let (bound, start) = match c {
        '~' | '≈' | '∼' | '≃' | '≅' | '～' => (Bound::About, start),
        '>' | '＞' if !matches!(previous, Some('-' | '=' | '–' | '<')) => {
            // At the beginning of a line it marks a quotation.
            let quotes = start < at - 1 && matches!(previous, Some('\n'));
            if quotes || end < at && previous.is_none() && start == 0 && text.len() > at + 64 {
                return None;
            }
            (Bound::MoreThan, start)
        }
        '<' | '＜' => (Bound::LessThan, start),
        '≥' | '⩾' => (Bound::AtLeast, start),
        '≤' | '⩽' => (Bound::AtMost, start),
        '=' if previous == Some('>') => (Bound::AtLeast, start - 1),
        '=' if previous == Some('<') => (Bound::AtMost, start - 1),
        '-' | '\u{2010}' | '\u{2011}' if end == at => {
            let word = text.word_before(start, floor);
            (prefix(word)?, start - word.len())
        }
        _ => return None,
    };
    Some(Hedge { bound, start, compares: false })
}

/// Returns the bound of a hedge that a hyphen joins to its number: `mid-70%`.
fn prefix(word: &[u8]) -> Option<Bound> {
    match Lower::new(word).as_bytes() {
        b"mid" | b"low" | b"high" | b"upper" | b"near" => Some(Bound::About),
        b"sub" => Some(Bound::LessThan),
        _ => None,
    }
}

/// Returns whether a word hedges the number that a hyphen joins to it.
pub fn is_prefix(word: &[u8]) -> bool {
    prefix(word).is_some()
}

fn words_before(text: Text<'_>, at: usize, floor: usize) -> Option<Hedge> {
    let end = text.skip_spaces_before(at, floor);
    let dotted = text.byte_before(end) == b'.' && end > floor;
    let end = end - usize::from(dotted);
    let word = text.word_before(end, floor);
    let start = end - word.len();
    if word.is_empty() || text.char_before(start, floor).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let lower = Lower::new(word);
    let lower = lower.as_bytes();
    if dotted {
        return matches!(lower, b"c" | b"ca" | b"approx").then_some(Hedge {
            bound: Bound::About,
            start,
            compares: false,
        });
    }
    let simple = |bound| Some(Hedge { bound, start, compares: false });
    let rest = Before { text, at: start, floor };
    match lower {
        b"over" | b"about" if topic(&rest) => None,
        b"about" | b"around" | b"roughly" | b"approximately" | b"approx" | b"some" | b"circa"
        | b"mid" | b"near" | b"ca" => simple(Bound::About),
        b"c" if at == end || word == b"c" => simple(Bound::About),
        b"nearly" | b"almost" | b"approaching" | b"nearing" | b"virtually" => simple(Bound::Nearly),
        b"over" | b"above" => Some(at_or(rest, start, Bound::MoreThan, Bound::AtLeast)),
        b"under" | b"below" | b"beneath" => {
            Some(at_or(rest, start, Bound::LessThan, Bound::AtMost))
        }
        b"exceeding" | b"exceed" => exceed(rest, start),
        b"exceeded" | b"exceeds" | b"topped" | b"tops" | b"topping" | b"surpassed"
        | b"surpassing" | b"surpasses" => simple(Bound::MoreThan),
        b"maximum" => simple(Bound::AtMost),
        b"minimum" => simple(Bound::AtLeast),
        b"than" | b"least" | b"most" | b"to" | b"as" | b"of" | b"at" => {
            phrase(lower, rest).map(|(bound, start, compares)| Hedge { bound, start, compares })
        }
        _ => None,
    }
}

/// Reads "above" and "at or above".
fn at_or(mut rest: Before<'_>, start: usize, open: Bound, closed: Bound) -> Hedge {
    if rest.next_is(&[b"or"]).is_some()
        && let Some(start) = rest.next_is(&[b"at"])
    {
        return Hedge { bound: closed, start, compares: true };
    }
    Hedge { bound: open, start, compares: true }
}

/// What "over" and "about" follow to name a topic: a dispute over $200 million.
const TOPICS: [&[u8]; 12] = [
    b"dispute",
    b"row",
    b"lawsuit",
    b"fight",
    b"battle",
    b"feud",
    b"clash",
    b"debate",
    b"concerns",
    b"worries",
    b"questions",
    b"worried",
];

fn topic(words: &Before<'_>) -> bool {
    Before { ..*words }.next_is(&TOPICS).is_some()
}

/// Reads "not exceeding", "not to exceed" and "exceeding".
fn exceed(mut rest: Before<'_>, start: usize) -> Option<Hedge> {
    let (mut word, mut at) = rest.next();
    if word.eq_ignore_ascii_case(b"to") {
        (word, at) = rest.next();
    }
    let (bound, start) = if word.eq_ignore_ascii_case(b"not") {
        (Bound::AtMost, at)
    } else {
        (Bound::MoreThan, start)
    };
    Some(Hedge { bound, start, compares: false })
}

/// Reads a hedge of several words by its last one.
fn phrase(last: &[u8], mut rest: Before<'_>) -> Option<(Bound, usize, bool)> {
    let (word, start) = rest.next();
    let lower = Lower::new(word);
    match (last, lower.as_bytes()) {
        (b"than", more @ (b"more" | b"greater" | b"higher" | b"larger" | b"better")) => {
            let compares = more != b"more";
            Some(match rest.next_is(&[b"no", b"not"]) {
                Some(start) => (Bound::AtMost, start, compares),
                None => (Bound::MoreThan, start, compares),
            })
        }
        (b"than", less @ (b"less" | b"fewer" | b"lower" | b"smaller")) => {
            let compares = matches!(less, b"lower" | b"smaller");
            Some(match rest.next_is(&[b"no", b"not"]) {
                Some(start) => (Bound::AtLeast, start, compares),
                None => (Bound::LessThan, start, compares),
            })
        }
        (b"least", b"at") => Some((Bound::AtLeast, start, false)),
        (b"most", b"at") => Some((Bound::AtMost, start, false)),
        (b"at", b"capped") => Some((Bound::AtMost, start, false)),
        (b"to", b"up") if !moves(rest.next().0) => Some((Bound::AtMost, start, false)),
        (b"to", b"close") => Some((Bound::About, start, false)),
        // "Fell as much as 4%" is a change, and "fell as low as $12" a level.
        (b"as", size @ (b"much" | b"many" | b"high" | b"large" | b"great")) => {
            Some((Bound::AtMost, rest.next_is(&[b"as"])?, size == b"high"))
        }
        (b"as", size @ (b"little" | b"low" | b"few")) => {
            Some((Bound::AtLeast, rest.next_is(&[b"as"])?, size == b"low"))
        }
        (b"of", b"excess") => Some((Bound::MoreThan, rest.next_is(&[b"in"])?, false)),
        (b"of", b"upwards" | b"upward" | b"north") => Some((Bound::MoreThan, start, false)),
        (b"of", b"south") => Some((Bound::LessThan, start, false)),
        (b"of", b"shy" | b"short") => Some((Bound::Nearly, rest.next_is(&[b"just"])?, false)),
        (b"of", b"minimum") => Some((Bound::AtLeast, start, false)),
        (b"of", b"maximum") => Some((Bound::AtMost, start, false)),
        (b"of", b"region" | b"neighborhood" | b"neighbourhood" | b"vicinity" | b"order") => {
            rest.next_is(&[b"the"])?;
            Some((Bound::About, rest.next_is(&[b"in", b"on"])?, false))
        }
        _ => None,
    }
}

/// Returns whether a verb makes "up to" behind it a move to a level: "edged up to 9.3%".
fn moves(verb: &[u8]) -> bool {
    matches!(
        Lower::new(verb).as_bytes(),
        b"edged"
            | b"edge"
            | b"edges"
            | b"edging"
            | b"ticked"
            | b"inched"
            | b"crept"
            | b"nudged"
            | b"climbed"
            | b"moved"
            | b"went"
            | b"jumped"
            | b"bumped"
            | b"pushed"
            | b"shot"
            | b"stepped"
            | b"rounded"
            | b"rounds"
            | b"bid"
            | b"marked"
            | b"drifted"
    )
}

/// Passes over "just", "slightly" or "a little" before a hedge.
fn skip_qualifier(text: Text<'_>, at: usize, floor: usize) -> usize {
    let mut words = Before { text, at, floor };
    let (word, start) = words.next();
    match Lower::new(word).as_bytes() {
        b"just" | b"slightly" | b"well" | b"far" | b"comfortably" | b"somewhat" | b"marginally"
        | b"significantly" | b"substantially" | b"a" | b"an" => start,
        b"little" | b"bit" | b"touch" => words.next_is(&[b"a"]).unwrap_or(at),
        _ => at,
    }
}

/// Reads the hedge behind a figure, and returns it with its end.
pub fn behind(text: Text<'_>, at: usize) -> Option<(Bound, usize)> {
    match text.byte(at) {
        b'+' if is_plus(text, at) => Some((Bound::AtLeast, at + 1)),
        b'-' => {
            let word = text.word(at + 1);
            let bound = match Lower::new(word).as_bytes() {
                b"plus" => Bound::AtLeast,
                b"odd" | b"ish" => Bound::About,
                _ => return None,
            };
            Some((bound, at + 1 + word.len()))
        }
        byte if byte.is_ascii_whitespace() || byte >= 0x80 || byte == b',' => or_more(text, at),
        _ => None,
    }
}

/// Returns whether the plus sign at a position says "or more": no number and no other sign follows.
pub fn is_plus(text: Text<'_>, at: usize) -> bool {
    text.byte(at) == b'+' && !matches!(text.byte(at + 1), b'0'..=b'9' | b'/' | b'$' | b'(')
}

/// Reads "or more", "or less" and "or so".
fn or_more(text: Text<'_>, at: usize) -> Option<(Bound, usize)> {
    let at = text.skip_spaces(at + usize::from(text.byte(at) == b','));
    if text.has(at, "give or take") {
        return Some((Bound::About, at + 12));
    }
    if !text.word(at).eq_ignore_ascii_case(b"or") {
        return None;
    }
    let at = text.skip_spaces(at + 2);
    let word = text.word(at);
    let bound = match Lower::new(word).as_bytes() {
        b"more" | b"higher" | b"greater" | b"better" | b"above" | b"longer" => Bound::AtLeast,
        b"less" | b"fewer" | b"lower" | b"below" | b"under" | b"smaller" => Bound::AtMost,
        b"so" | b"thereabouts" => Bound::About,
        _ => return None,
    };
    // "30 cents, or less than 1%" hedges the figure behind it.
    let end = at + word.len();
    (!text.word(text.skip_spaces(end)).eq_ignore_ascii_case(b"than")).then_some((bound, end))
}
