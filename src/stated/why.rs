//! [`Cue`]: which words made a figure what it is.

use core::{fmt, ops::Range};

use serde::Serialize;

use crate::stated::{
    coin,
    lexicon::{Class, Worth, scaled_code},
    part::Part,
    reading::Reading,
    token::{Kind, Tokens},
};

/// What a word or sign in a text makes of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rule {
    /// The digits.
    Number,
    /// A sign before the number.
    Sign,
    /// Parentheses that negate, or hold last year's figure.
    Parenthesis,
    /// The currency.
    Currency,
    /// A power of ten.
    Scale,
    /// A unit that is no currency.
    Unit,
    /// A word that bounds the value.
    Hedge,
    /// A word that says which way a change went.
    Direction,
    /// The direction of the figure before, carried over.
    Carried,
    /// What joins the two ends of a range.
    Range,
    /// The noun that a plain number counts.
    Counted,
}

impl Rule {
    /// Returns the name used in data, such as `direction`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Sign => "sign",
            Self::Parenthesis => "parenthesis",
            Self::Currency => "currency",
            Self::Scale => "scale",
            Self::Unit => "unit",
            Self::Hedge => "hedge",
            Self::Direction => "direction",
            Self::Carried => "carried",
            Self::Range => "range",
            Self::Counted => "counted",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A word or sign of a text, and what it made of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    start: usize,
    // A cue is a few words: four bytes for its length keep a figure small.
    length: u32,
    rule: Rule,
}

impl Cue {
    /// Returns what the bytes at [`span`](Self::span) made of the figure.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Returns the bytes of the scanned text that the rule read, half-open; those of a direction
    /// may stand before the figure's own.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.length as usize
    }
}

/// The most cues of one figure: two numbers, each with sign, currency, scale and unit, a hedge
/// and a direction.
const CUES_MAX: usize = 12;

/// The cues of one figure, in the order of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Why {
    cues: [Cue; CUES_MAX],
    length: usize,
}

impl Why {
    /// Collects what made a reading; `carried` is the word whose direction it took over.
    pub(super) fn of(t: &Tokens<'_>, reading: &Reading, carried: Option<usize>) -> Self {
        let none = Cue { rule: Rule::Number, start: 0, length: 0 };
        let mut why = Self { cues: [none; CUES_MAX], length: 0 };
        if let Some((first, end)) = reading.hedge {
            why.add(t, Rule::Hedge, first, end);
        }
        if let Some(turn) = reading.turn {
            why.add(t, Rule::Direction, turn.word, turn.word + 1);
        }
        if let Some(word) = carried {
            why.add(t, Rule::Carried, word, word + 1);
        }
        why.add_part(t, &reading.first);
        if let Some(pair) = &reading.pair {
            why.add(t, Rule::Range, reading.first.end, pair.second.first);
            why.add_part(t, &pair.second);
        }
        if reading.counted && reading.end > reading.first.end {
            why.add(t, Rule::Counted, reading.end - 1, reading.end);
        }
        why
    }

    pub(super) fn as_slice(&self) -> &[Cue] {
        self.cues.get(..self.length).unwrap_or_default()
    }

    fn add(&mut self, t: &Tokens<'_>, rule: Rule, first: usize, end: usize) {
        let span = t.span(first, end);
        if span.is_empty() {
            return;
        }
        if let Some(slot) = self.cues.get_mut(self.length) {
            *slot = Cue { rule, start: span.start, length: span.len() as u32 };
            self.length += 1;
        }
    }

    fn add_part(&mut self, t: &Tokens<'_>, part: &Part) {
        if part.paren.is_some() {
            self.add(t, Rule::Parenthesis, part.first, part.end);
        }
        let mut run: Option<(Rule, usize)> = None;
        for at in part.first..=part.end {
            let rule = (at < part.end).then(|| rule_of(t, at, part)).flatten();
            if let Some((last, first)) = run
                && rule != Some(last)
            {
                self.add(t, last, first, at);
                run = None;
            }
            if run.is_none() {
                run = rule.map(|rule| (rule, at));
            }
        }
    }
}

/// Returns what a token of a number with its unit made of it.
fn rule_of(t: &Tokens<'_>, at: usize, part: &Part) -> Option<Rule> {
    match t.get(at).kind {
        Kind::Number(_) => Some(Rule::Number),
        Kind::Mark(mark) => match mark {
            '(' | ')' | '|' | '.' | '\\' => None,
            '-' if at > part.at => None,
            '百' | '万' | '萬' | '億' | '亿' | '兆' | '千' => Some(Rule::Scale),
            '円' | '元' | '¢' => Some(Rule::Currency),
            mark if coin::is_sign(mark) => Some(Rule::Currency),
            _ if at < part.at => Some(Rule::Sign),
            _ => Some(Rule::Unit),
        },
        Kind::Word(_) => {
            let scale = part.scale.is_some() && matches!(t.worth(at), Worth::Power(_));
            let money = part.is_money() && (at < part.at || !t.is(at, Class::PERCENT));
            Some(if scale {
                Rule::Scale
            } else if money || scaled_code(t.slice(at)).is_some() {
                Rule::Currency
            } else {
                Rule::Unit
            })
        }
        Kind::Link | Kind::Edge => None,
    }
}
