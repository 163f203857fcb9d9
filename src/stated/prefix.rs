//! [`Prefix`]: what stands before a number.

use crate::stated::{
    coin::{self, Denomination},
    lexicon::Class,
    mode::Mode,
    sign::{Paren, Sign},
    suffix::Suffix,
    token::{Gap, Kind, Tokens},
};

/// What stands before a number: a sign and a currency, and others behind a parenthesis.
#[derive(Clone, Copy)]
pub(super) struct Prefix {
    pub first: usize,
    outer: Side,
    /// What stands between an opening parenthesis and the number.
    pub inside: Option<Inside>,
}

/// What stands on one side of a parenthesis.
#[derive(Clone, Copy, Default)]
struct Side {
    sign: Option<Sign>,
    money: Option<Denomination>,
}

/// What stands between an opening parenthesis and the number, and where that begins.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    first: usize,
    side: Side,
}

impl Prefix {
    pub(super) fn read(t: &Tokens<'_>, number: usize, floor: usize, mode: Mode) -> Self {
        let mut prefix = Self { first: number, outer: Side::default(), inside: None };
        // A sign, a parenthesis, a currency and another sign are the most that there can be.
        for _ in 0..4 {
            let first = prefix.first;
            let Some(at) = first.checked_sub(1).filter(|at| *at >= floor) else {
                break;
            };
            if t.mark(at) == '(' && prefix.inside.is_none() && t.gap(first) <= Gap::Space {
                prefix.inside = Some(Inside { first, side: prefix.outer });
                prefix.outer = Side::default();
                prefix.first = at;
                continue;
            }
            let signed = prefix.outer.sign.is_none() && prefix.sign_inside().is_none();
            if signed && let Some(sign) = sign(t, at, first, mode) {
                prefix.outer.sign = Some(sign);
                prefix.first = at;
            } else if prefix.money().is_none()
                && let Some(money) = coin::before(t, first, floor, mode)
            {
                prefix.outer.money = Some(money);
                prefix.first = money.first;
            } else {
                break;
            }
        }
        prefix
    }

    fn sign_inside(&self) -> Option<Sign> {
        self.inside.and_then(|inside| inside.side.sign)
    }

    pub(super) fn sign(&self) -> Option<Sign> {
        self.outer.sign.or(self.sign_inside())
    }

    pub(super) fn money(&self) -> Option<Denomination> {
        self.outer.money.or(self.inside.and_then(|inside| inside.side.money))
    }

    /// Closes the parenthesis before the number: behind the number, at `closed`, or behind what
    /// stands behind it.
    pub(super) fn close(
        &self,
        t: &Tokens<'_>,
        closed: Option<usize>,
        suffix: &mut Suffix,
    ) -> Option<Paren> {
        self.inside?;
        let outside = self.outer.money.is_some();
        let paren = if outside { Paren::Accounting } else { Paren::Around };
        if let Some(after) = closed {
            return Some(if suffix.end > after { Paren::Accounting } else { paren });
        }
        if t.mark(suffix.end) == ')' && t.gap(suffix.end) <= Gap::Space {
            suffix.end += 1;
            return Some(paren);
        }
        None
    }

    /// Returns what stands behind a parenthesis that is none of the number's.
    pub(super) fn without_paren(&self) -> Self {
        match self.inside {
            Some(Inside { first, side }) => Self { first, outer: side, inside: None },
            None => *self,
        }
    }
}

/// Reads a sign glued before a number or its currency.
fn sign(t: &Tokens<'_>, at: usize, first: usize, mode: Mode) -> Option<Sign> {
    if !t.is_glued(first) {
        return None;
    }
    let sign = match t.mark(at) {
        '+' | '\u{ff0b}' => Sign::Plus,
        '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' | '\u{fe63}'
        | '\u{ff0d}' => Sign::Minus,
        // As accounts in Japan print a loss.
        '△' => Sign::Minus,
        '▲' if mode == Mode::Figure || is_japanese(t, at) => Sign::Minus,
        _ => return None,
    };
    // A dash behind a letter, a digit or a closing mark joins words or ends of a range.
    let before = at.wrapping_sub(1);
    let joins = t.is_glued(at)
        && match t.get(before).kind {
            Kind::Number(_) | Kind::Word(_) | Kind::Link => true,
            Kind::Mark(mark) => {
                matches!(mark, ')' | ']' | '%' | '×' | '-' | '+' | '\u{2013}' | '.')
            }
            Kind::Edge => false,
        };
    (!joins).then_some(sign)
}

/// How many tokens on each side of a triangle are looked at for the yen.
const TRIANGLE_TOKENS_MAX: usize = 24;

/// Returns whether a sentence is of Japanese accounts, in which a black triangle is a minus and not
/// a rise.
fn is_japanese(t: &Tokens<'_>, at: usize) -> bool {
    let shows = |at: &usize| {
        matches!(t.mark(*at), '△' | '¥' | '￥' | '円' | '\u{3040}'..='\u{30ff}')
            || t.is_exactly(*at, "JPY")
            || t.has(*at, "yen")
    };
    let same = |at: &usize| !t.ends_sentence(*at) || t.mark(*at) == ';';
    let before = (at.saturating_sub(TRIANGLE_TOKENS_MAX)..at).rev().take_while(same);
    let after = (at + 1..at + TRIANGLE_TOKENS_MAX).take_while(same);
    before.chain(after).any(|at| shows(&at)) && !t.is(at.wrapping_sub(1), Class::SIDEWAYS)
}
