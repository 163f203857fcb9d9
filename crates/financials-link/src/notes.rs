//! [`Notes`]: the tokens of a text with what each phrase of them is.

use std::ops::Range;

use financials::stated::Unit;

use crate::{
    bounds::{
        COMPARING_REACH, LEVEL_REACH, MEASURE_TOKENS_MAX, MOMENT_TOKENS_MAX, PHRASE_TOKENS_MAX,
        SMALL_NAME_TOKENS_MAX,
    },
    lexicon::{MEASURES, Sense, is_function, is_neutral, phrases},
    moment::{self, Moment},
    names::Names,
    phrase::Phrases,
    token::{Mention, Token},
};

/// What a phrase is and its length in tokens, at the place where it begins.
type Noted<T> = Vec<Option<(T, usize)>>;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    Money,
    Percent,
    Points,
    Multiple,
    Other,
}

/// The tokens of a text with what each phrase of them is.
pub(crate) struct Notes<'a> {
    pub(crate) figures: &'a [Mention<'a>],
    tokens: &'a [Token],
    senses: Noted<Sense>,
    measures: Noted<&'static str>,
    moments: Noted<Moment>,
    companies: Noted<String>,
}

/// The phrases that are looked up: what they say, and the measures that they name.
#[derive(Debug)]
pub(crate) struct Lookup {
    senses: Phrases<Sense>,
    measures: Phrases<&'static str>,
}

impl Lookup {
    pub(crate) fn new() -> Self {
        let named = |(name, words): &'static (&'static str, &'static [&'static str])| {
            words.iter().map(move |word| (*word, *name))
        };
        Self {
            senses: Phrases::new(phrases()),
            measures: Phrases::new(MEASURES.iter().flat_map(named)),
        }
    }
}

impl<'a> Notes<'a> {
    pub(crate) fn new(
        figures: &'a [Mention<'a>],
        tokens: &'a [Token],
        names: &Names,
        lookup: &Lookup,
    ) -> Self {
        let reader = moment::Reader(tokens);
        let find_company =
            |at: usize| names.at(tokens.get(at..)?).map(|(name, length)| (name.to_owned(), length));
        let mut notes = Self {
            figures,
            tokens,
            senses: noted(tokens.len(), |at| lookup.senses.at(tokens.get(at..)?)),
            measures: noted(tokens.len(), |at| lookup.measures.at(tokens.get(at..)?)),
            moments: noted(tokens.len(), |at| reader.moment(at)),
            companies: noted(tokens.len(), find_company),
        };
        notes.let_the_longer_win();
        notes.settle_words();
        notes
    }

    /// A measure within a longer phrase that is none is none, and the words of a measure say
    /// nothing else: "income from operations" comes from nowhere.
    fn let_the_longer_win(&mut self) {
        for at in 0..self.tokens.len() {
            let Some((sense, length)) = self.sense(at) else { continue };
            if !matches!(sense, Sense::Outside | Sense::Market | Sense::Driver | Sense::Part) {
                continue;
            }
            for covered in at..at + length {
                let Some((_, own)) = self.measure(covered) else { continue };
                let is_within = covered + own <= at + length;
                if is_within && (own < length || sense == Sense::Outside) {
                    erase(&mut self.measures, covered);
                }
            }
        }
        for at in 0..self.tokens.len() {
            let Some((_, length)) = self.measure(at) else { continue };
            for covered in at..at + length {
                let Some((sense, own)) = self.sense(covered) else { continue };
                if own < length && !matches!(sense, Sense::Adjusted | Sense::Gaap) {
                    erase(&mut self.senses, covered);
                }
            }
        }
    }

    /// Settles words that say one thing in one place and another elsewhere.
    fn settle_words(&mut self) {
        for at in 0..self.tokens.len() {
            match self.word(at) {
                // "from the prior-year level of $5": no change, but what there was.
                "from" if self.leads_to_level(at) => {
                    if let Some(place) = self.senses.get_mut(at) {
                        *place = Some((Sense::From, 1));
                    }
                }
                // "stockholders' equity to total assets" is a ratio of the two.
                "to" if self.ends_measure(at) && self.measure(at + 1).is_some() => {
                    let length = self.measure(at + 1).map_or(0, |(_, length)| length);
                    erase(&mut self.measures, at + 1);
                    self.leave_out_rate(at, length);
                }
                // "revenue per available seat mile" is none.
                "per" if self.is_per_unit(at) => self.leave_out_rate(at, 0),
                // "Operationally, sales rose": it speaks of no exchange rates.
                "operationally" if self.is_mark(at + 1, ',') => erase(&mut self.senses, at),
                // "net income of $4 billion after $3 billion a year earlier"
                "after" if self.is_comparing(at) => {
                    if let Some(place) = self.senses.get_mut(at) {
                        *place = Some((Sense::Compared, 1));
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a phrase such as "from the prior year" goes on to what a figure was then.
    fn leads_to_level(&self, at: usize) -> bool {
        const LEVELS: &[&str] = &["level", "figure", "number", "total", "amount", "mark", "value"];
        let Some((Sense::YearAgo | Sense::Sequential, length)) = self.sense(at) else {
            return false;
        };
        let behind = at + length;
        let close = behind + LEVEL_REACH;
        let figure = (behind..close).find(|at| self.is_figure(*at)).unwrap_or(behind);
        (behind..figure).any(|at| LEVELS.contains(&self.word(at)))
    }

    /// Whether a measure is told for each of what is sold, and not of a share.
    fn is_per_unit(&self, at: usize) -> bool {
        self.ends_measure(at) && self.sense(at).is_none() && !self.in_measure(at)
    }

    /// Makes a measure and what it is told for, so many words behind "per" or "to", a rate that no
    /// filing has.
    fn leave_out_rate(&mut self, per: usize, words: usize) {
        let from = (per.saturating_sub(MEASURE_TOKENS_MAX)..per)
            .find(|from| self.measure(*from).is_some_and(|(_, length)| from + length == per));
        let Some(from) = from else { return };
        erase(&mut self.measures, from);
        if let Some(place) = self.senses.get_mut(from) {
            *place = Some((Sense::Outside, per + 1 + words - from));
        }
    }

    /// Whether a figure stands right behind a word and a period right behind that.
    fn is_comparing(&self, at: usize) -> bool {
        let behind = at + 2..at + 2 + COMPARING_REACH;
        let stops = |at: &usize| {
            !self.is_word(*at) && self.moment(*at).is_none() || self.measure(*at).is_some()
        };
        self.is_figure(at + 1)
            && behind.take_while(|at| !stops(at)).any(|at| self.moment(at).is_some())
    }

    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The word at a place in lower case; nothing at a figure or past the end.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_word)
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_capital && token.is_word())
    }

    pub(crate) fn is_figure(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.figure().is_some())
    }

    pub(crate) fn sense(&self, at: usize) -> Option<(Sense, usize)> {
        self.senses.get(at).copied().flatten()
    }

    pub(crate) fn measure(&self, at: usize) -> Option<(&'static str, usize)> {
        self.measures.get(at).copied().flatten()
    }

    pub(crate) fn moment(&self, at: usize) -> Option<(Moment, usize)> {
        self.moments.get(at).copied().flatten()
    }

    pub(crate) fn company(&self, at: usize) -> Option<(&str, usize)> {
        self.companies.get(at)?.as_ref().map(|(ticker, length)| (ticker.as_str(), *length))
    }

    /// The moments of the whole text.
    pub(crate) fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        self.moments.iter().flatten().map(|(moment, _)| *moment)
    }

    /// The phrases of some tokens: place, sense and length.
    pub(crate) fn senses(
        &self,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (usize, Sense, usize)> + '_ {
        range.filter_map(|at| self.sense(at).map(|(sense, length)| (at, sense, length)))
    }

    pub(crate) fn has(&self, range: Range<usize>, wanted: &[Sense]) -> bool {
        self.senses(range).any(|(_, sense, _)| wanted.contains(&sense))
    }

    pub(crate) fn has_mark(&self, mut range: Range<usize>, mark: char) -> bool {
        range.any(|at| self.is_mark(at, mark))
    }

    /// The measure named last in some tokens: place, length and name.
    pub(crate) fn last_measure(&self, range: Range<usize>) -> Option<(usize, usize, &'static str)> {
        range.rev().find_map(|at| self.measure(at).map(|(name, length)| (at, length, name)))
    }

    pub(crate) fn has_measure(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.measure(at).is_some())
    }

    /// Whether a measure ends right before a place.
    pub(crate) fn ends_measure(&self, at: usize) -> bool {
        (at.saturating_sub(PHRASE_TOKENS_MAX)..at)
            .any(|from| self.measure(from).is_some_and(|(_, length)| from + length == at))
    }

    /// The phrase that ends with a token: place and sense.
    pub(crate) fn sense_ending(&self, at: usize, floor: usize) -> Option<(usize, Sense)> {
        (floor.max(at.saturating_sub(PHRASE_TOKENS_MAX - 1))..=at).find_map(|from| {
            let (sense, length) = self.sense(from)?;
            (from + length == at + 1).then_some((from, sense))
        })
    }

    /// Where the moment begins that ends with a token.
    pub(crate) fn moment_ending(&self, at: usize, floor: usize) -> Option<usize> {
        (floor.max(at.saturating_sub(MOMENT_TOKENS_MAX))..=at)
            .find(|from| self.moment(*from).is_some_and(|(_, length)| from + length == at + 1))
    }

    /// Whether a token is part of a moment.
    pub(crate) fn in_moment(&self, at: usize) -> bool {
        (at.saturating_sub(MOMENT_TOKENS_MAX)..=at)
            .any(|from| self.moment(from).is_some_and(|(_, length)| from + length > at))
    }

    /// Whether a token is part of a measure's name.
    pub(crate) fn in_measure(&self, at: usize) -> bool {
        (at.saturating_sub(MEASURE_TOKENS_MAX)..=at)
            .any(|from| self.measure(from).is_some_and(|(_, length)| from + length > at))
    }

    /// Whether a word says something or is a measure, and so is no part of a name in small letters.
    pub(crate) fn is_plain(&self, at: usize) -> bool {
        (at.saturating_sub(PHRASE_TOKENS_MAX - 1)..=at)
            .any(|from| self.sense(from).is_some_and(|(_, length)| from + length > at))
            || self.measure(at).is_some()
            || is_function(self.word(at))
    }

    /// Whether a token is part of a company's name.
    pub(crate) fn in_company(&self, at: usize) -> bool {
        (at.saturating_sub(PHRASE_TOKENS_MAX)..=at)
            .any(|from| self.company(from).is_some_and(|(_, length)| from + length > at))
    }

    /// Whether some tokens are a company's name and nothing more.
    pub(crate) fn is_company(&self, range: Range<usize>) -> bool {
        const REST: &[&str] = &["inc", "corp", ",", ".", "company", "group", "co", "now", "today"];
        self.company(range.start).is_some_and(|(_, length)| {
            (range.start + length..range.end).all(|at| REST.contains(&self.word(at)))
        })
    }

    /// The text of some tokens in lower case, with single spaces.
    pub(crate) fn words(&self, range: Range<usize>) -> String {
        let mut words = String::new();
        for token in self.tokens.get(range).unwrap_or_default() {
            if !words.is_empty() && !token.is_mark(',') {
                words.push(' ');
            }
            words.push_str(&token.word);
        }
        words
    }

    /// The bytes of some tokens.
    pub(crate) fn span(&self, at: usize, length: usize) -> Option<Range<usize>> {
        Some(self.token(at)?.span.start..self.token(at + length.checked_sub(1)?)?.span.end)
    }

    /// The place of the first figure of some tokens.
    pub(crate) fn next_figure(&self, mut range: Range<usize>) -> Option<usize> {
        range.find(|at| self.is_figure(*at))
    }

    /// The figure at a place.
    pub(crate) fn mention(&self, at: usize) -> Option<&'a Mention<'a>> {
        self.figures.get(self.token(at)?.figure()?)
    }

    /// What the figure at a place counts.
    pub(crate) fn count(&self, at: usize) -> Count {
        let Some(mention) = self.mention(at) else { return Count::Other };
        match mention.found.stated().unit() {
            Unit::Money(_) => Count::Money,
            Unit::Multiple => Count::Multiple,
            Unit::Ratio => {
                let text = mention.found.text().to_lowercase();
                // "40 and 27 basis points": the first of a pair leaves its unit out.
                let is_percent =
                    ["%", "percent", "per cent", "pct"].iter().any(|word| text.contains(word));
                let is_points = text.contains("point") || text.contains("pts");
                if is_percent && !is_points { Count::Percent } else { Count::Points }
            }
            _ => Count::Other,
        }
    }

    /// Where the name of capital letters ends that begins at a place.
    pub(crate) fn name_from(&self, from: usize, limit: usize) -> usize {
        let (mut end, mut at) = (from, from);
        while at < limit && self.moment(at).is_none() {
            let Some(token) = self.token(at) else { break };
            let goes_on = self.is_capital(at + 1);
            if self.is_capital(at)
                && (goes_on || self.company(at).is_none())
                && self.measure(at).is_none()
            {
                at += 1;
                end = at;
                if token.is_possessive {
                    break;
                }
            } else if end > from
                && end == at
                && matches!(token.word.as_str(), "and" | "&" | "/" | "," | "of")
                && goes_on
                && self.company(at + 1).is_none()
                && self.measure(at + 1).is_none()
            {
                at += 1;
            } else {
                break;
            }
        }
        end
    }

    /// Where a name of one piece ends: capital letters without "and" between.
    pub(crate) fn single_name(&self, from: usize, limit: usize) -> usize {
        let mut end = from;
        while end < limit
            && self.is_capital(end)
            && !is_function(self.word(end))
            && !self.in_moment(end)
        {
            // "Sales and Service revenues": the name of a segment is that of a measure too.
            let is_listed = self
                .measure(end)
                .is_none_or(|(_, length)| length == 1 && self.word(end + 1) == "and");
            if !is_listed {
                break;
            }
            end += 1;
            if self.token(end - 1).is_some_and(|token| token.is_possessive) {
                break;
            }
        }
        end
    }

    /// Where the name begins that ends before a place; with small letters too where it is said.
    pub(crate) fn name_until(&self, end: usize, floor: usize, has_small: bool) -> usize {
        let (mut start, mut at, mut small) = (end, end, 0);
        while at > floor {
            let Some(token) = self.token(at - 1) else { break };
            if token.figure().is_some() || self.in_moment(at - 1) {
                break;
            }
            if matches!(token.word.as_str(), "and" | "&" | "/" | ",") {
                let before = at.checked_sub(2).filter(|before| *before >= floor);
                let goes_on = before.is_some_and(|before| {
                    self.is_word(before)
                        && (self.is_capital(before) || has_small)
                        && !self.is_plain(before)
                        // "Specifically, Acme's": no list.
                        && !(token.is_mark(',') && is_neutral(self.word(before)))
                });
                if start == end || start != at || !goes_on {
                    break;
                }
                at -= 1;
                continue;
            }
            let is_said = matches!(self.sense(at - 1), Some((Sense::Guidance, _)));
            // "Services and Other" is one name to its end.
            let is_rest = token.word == "other"
                && at.checked_sub(2).is_some_and(|before| {
                    before > floor && matches!(self.word(before), "and" | "&")
                });
            let is_part = is_rest || !is_function(&token.word);
            let is_name = self.is_capital(at - 1) && is_part && !is_said;
            // A verb in the past is no name: "recorded gross margin".
            let is_small = has_small
                && !token.is_capital
                && small < SMALL_NAME_TOKENS_MAX
                && !self.is_plain(at - 1)
                && !token.word.ends_with("ed");
            if !token.is_word() || (token.is_possessive && start < end) || !(is_name || is_small) {
                break;
            }
            small += usize::from(is_small);
            at -= 1;
            start = at;
        }
        // "its own count": whose it is, and no part of the company.
        if start > floor && self.word(start - 1) == "own" && !self.is_capital(start) {
            return end;
        }
        // A list of small words is a name only behind a capital letter.
        let joint = (start..end).rev().find(|at| matches!(self.word(*at), "and" | ","));
        match joint {
            Some(joint) if !self.is_capital(start) => joint + 1,
            _ => start,
        }
    }
}

fn noted<T: Clone>(length: usize, find: impl Fn(usize) -> Option<(T, usize)>) -> Noted<T> {
    let mut noted = vec![None; length];
    let mut at = 0;
    while at < length {
        let found = find(at);
        let step = found.as_ref().map_or(1, |(_, length)| (*length).max(1));
        if let Some(place) = noted.get_mut(at) {
            *place = found;
        }
        at += step;
    }
    noted
}

fn erase<T>(noted: &mut Noted<T>, at: usize) {
    if let Some(place) = noted.get_mut(at) {
        *place = None;
    }
}
