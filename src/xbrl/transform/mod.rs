//! [`Transform`]: from the text of an inline fact to its value, by the Transformation Rules
//! Registries 1 to 5 of XBRL International and the registry of the SEC.
//!
//! *Invariant:* what is not in a registry, and what a rule does not take, has no value.

mod dates;
mod durations;
mod months;
mod names;
mod numbers;
mod words;

use alloc::{borrow::Cow, string::String};

use dates::Order;
use durations::Unit;
use names::List;
use numbers::Grouping;

/// A rule of a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Transform(Rule);

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// The same value whatever the text.
    Fixed(&'static str),
    /// Any dash is a zero.
    Dash,
    Number(Grouping),
    /// `1,234 dollars 56 cents`.
    Parts(Grouping),
    Date(Order),
    /// A year of a Japanese era, with or without a day.
    Era {
        day: bool,
    },
    /// A day of the Indian national calendar.
    Saka,
    NumberWords,
    Duration(Unit),
    DurationWords,
    Named(List),
}

const REGISTRY: &str = "http://www.xbrl.org/inlineXBRL/transformation/";
const SEC: &str = "http://www.sec.gov/inlineXBRL/transformation/2015-08-31";
/// The first registry, before it was recommended.
const FIRST_PROPOSED: &str = "http://www.xbrl.org/2008/inlineXBRL/transformation";

impl Transform {
    /// Returns the rule of a name, if a registry has it.
    pub(super) fn named(namespace: &str, local: &str) -> Option<Self> {
        match namespace {
            SEC => return sec(local).map(Self),
            FIRST_PROPOSED => return first(local).map(Self),
            _ => {}
        }
        let rule = match namespace.strip_prefix(REGISTRY)? {
            "2010-04-20" => first(local),
            "2011-07-31" => second(local),
            "2015-02-26" => second(local).or_else(|| third(local)),
            "2020-02-12" => fourth(local),
            "2022-02-16" => fourth(local).or_else(|| fifth(local)),
            _ => None,
        };
        rule.map(Self)
    }

    /// Returns whether the text does not matter.
    pub(super) const fn is_fixed(self) -> bool {
        matches!(self.0, Rule::Fixed(_))
    }

    /// Returns the value of a text, if the rule takes it; a number as XML Schema writes it.
    pub(super) fn apply(self, text: &str) -> Option<Cow<'static, str>> {
        let text = text.trim_matches([' ', '\t', '\r', '\n']);
        let owned = |text: Option<String>| text.map(Cow::Owned);
        match self.0 {
            Rule::Fixed(value) => Some(Cow::Borrowed(value)),
            Rule::Dash => numbers::is_dash(text).then_some(Cow::Borrowed("0")),
            Rule::Number(grouping) => owned(grouping.read(text)),
            Rule::Parts(grouping) => owned(grouping.read_parts(text)),
            Rule::Date(order) => owned(order.read(text)),
            Rule::Era { day } => owned(dates::era(text, day)),
            Rule::Saka => owned(dates::saka(text)),
            Rule::NumberWords => {
                owned(words::number(text).map(|number| alloc::format!("{number}")))
            }
            Rule::Duration(unit) => owned(unit.read(text)),
            Rule::DurationWords => owned(durations::words(text)),
            Rule::Named(list) => list.read(text).map(Cow::Borrowed),
        }
    }
}

fn first(local: &str) -> Option<Rule> {
    Some(match local {
        "numcommadot" => Rule::Number(Grouping::of(",", '.')),
        "numdotcomma" => Rule::Number(Grouping::of(".", ',')),
        "numspacedot" => Rule::Number(Grouping::of(" \u{a0}", '.')),
        "numspacecomma" => Rule::Number(Grouping::of(" \u{a0}", ',')),
        "numcomma" => Rule::Number(Grouping::of("", ',')),
        "numdash" => Rule::Dash,
        _ => Rule::Date(Order::first(local)?),
    })
}

fn second(local: &str) -> Option<Rule> {
    Some(match local {
        "numdotdecimal" => Rule::Number(Grouping::of(", \u{a0}", '.')),
        "numcommadecimal" => Rule::Number(Grouping::of(". \u{a0}", ',')),
        "numunitdecimal" => Rule::Parts(Grouping::loose(",.，．", '.')),
        "zerodash" => Rule::Dash,
        "nocontent" => Rule::Fixed(""),
        "booleantrue" => Rule::Fixed("true"),
        "booleanfalse" => Rule::Fixed("false"),
        "dateerayearmonthdayjp" => Rule::Era { day: true },
        "dateerayearmonthjp" => Rule::Era { day: false },
        _ => Rule::Date(Order::second(local)?),
    })
}

fn third(local: &str) -> Option<Rule> {
    Some(match local {
        "numdotdecimalin" => Rule::Number(Grouping::indian()),
        "numunitdecimalin" => Rule::Parts(Grouping::indian()),
        "calindaymonthyear" => Rule::Saka,
        _ => return None,
    })
}

fn fourth(local: &str) -> Option<Rule> {
    Some(match local {
        "num-dot-decimal" => Rule::Number(Grouping::loose(", \u{a0}", '.')),
        "num-comma-decimal" => Rule::Number(Grouping::loose(". \u{a0}", ',')),
        "num-unit-decimal" => Rule::Parts(Grouping::loose(",.，．", '.')),
        "numdotdecimalin" => Rule::Number(Grouping::indian()),
        "fixed-zero" => Rule::Fixed("0"),
        "fixed-empty" => Rule::Fixed(""),
        "fixed-true" => Rule::Fixed("true"),
        "fixed-false" => Rule::Fixed("false"),
        "date-jpn-era-year-month-day" => Rule::Era { day: true },
        "date-jpn-era-year-month" => Rule::Era { day: false },
        "date-ind-day-monthname-year-hi" => Rule::Saka,
        _ => Rule::Date(Order::fourth(local)?),
    })
}

fn fifth(local: &str) -> Option<Rule> {
    Some(match local {
        "num-dot-decimal-apos" => Rule::Number(Grouping::loose(", \u{a0}'`´’′＇", '.')),
        "num-comma-decimal-apos" => Rule::Number(Grouping::loose(". \u{a0}'`´’′＇", ',')),
        "num-unit-decimal-apos" => Rule::Parts(Grouping::loose(",.，．'`´’′＇", '.')),
        _ => return None,
    })
}

fn sec(local: &str) -> Option<Rule> {
    Some(match local {
        "numwordsen" => Rule::NumberWords,
        "duryear" => Rule::Duration(Unit::Year),
        "durmonth" => Rule::Duration(Unit::Month),
        "durweek" => Rule::Duration(Unit::Week),
        "durday" => Rule::Duration(Unit::Day),
        "durhour" => Rule::Duration(Unit::Hour),
        "durwordsen" => Rule::DurationWords,
        "boolballotbox" => Rule::Named(List::BallotBox),
        "exchnameen" => Rule::Named(List::Exchange),
        "stateprovnameen" => Rule::Named(List::State),
        "entityfilercategoryen" => Rule::Named(List::Filer),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
