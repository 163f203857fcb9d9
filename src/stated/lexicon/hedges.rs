//! Words that bound a figure.

use super::{
    class::Class,
    group::{
        Group,
        Language::German,
        Provenance::{Grammar, SecFilings, Wires},
    },
};
use crate::stated::bound::Bound;

const HEDGE: Class = Class::HEDGE;
const COMPARING: Class = Class::HEDGE.and(Class::COMPARES);
const PREFIXED: Class = Class::HEDGE.and(Class::PREFIX);

pub(super) const GROUPS: &[Group] = &[
    Group::any(HEDGE, SecFilings, "about around roughly approximately approx some circa ca")
        .bound(Bound::About),
    Group::any(HEDGE, Wires, "rund etwa").bound(Bound::About).of(German),
    Group::exact(HEDGE, Wires, "c").bound(Bound::About),
    Group::any(HEDGE, Wires, "nearly almost approaching nearing virtually").bound(Bound::Nearly),
    Group::any(COMPARING, SecFilings, "over above").bound(Bound::MoreThan),
    Group::any(COMPARING, SecFilings, "under below beneath").bound(Bound::LessThan),
    Group::any(
        HEDGE,
        SecFilings,
        "exceeding exceed exceeded exceeds topped tops topping surpassed surpassing surpasses",
    )
    .bound(Bound::MoreThan),
    Group::any(HEDGE, SecFilings, "maximum").bound(Bound::AtMost),
    Group::any(HEDGE, SecFilings, "minimum").bound(Bound::AtLeast),
    Group::any(PREFIXED, Wires, "mid near").bound(Bound::About),
    Group::any(Class::PREFIX, Wires, "low high upper").bound(Bound::About),
    Group::any(Class::PREFIX, Wires, "sub").bound(Bound::LessThan),
    Group::any(
        Class::QUALIFIER,
        Wires,
        "just slightly well far comfortably somewhat marginally significantly substantially",
    ),
    Group::any(Class::OR_MORE, SecFilings, "more higher greater better above longer"),
    Group::any(Class::OR_LESS, SecFilings, "less fewer lower below under smaller"),
    Group::any(Class::OR_SO, Wires, "so thereabouts"),
    Group::any(Class::SUFFIX, Wires, "plus").bound(Bound::AtLeast),
    Group::any(Class::SUFFIX, Wires, "odd ish").bound(Bound::About),
    Group::any(
        Class::TOPIC,
        Wires,
        "dispute row lawsuit fight battle feud clash debate concerns worries questions worried",
    ),
    Group::any(
        Class::NUDGES,
        Wires,
        "edged edge edges edging ticked inched crept nudged climbed moved went jumped bumped \
         pushed shot stepped rounded rounds bid marked drifted",
    ),
    Group::any(
        Class::PHRASE_END,
        Grammar,
        "than least most to as of at exceed exceeding above below",
    ),
    Group::any(
        Class::PHRASE_START,
        Grammar,
        "more greater higher larger better less fewer lower smaller at capped or up close much \
         many high large great little few low excess upwards upward north south shy short \
         minimum maximum region neighborhood neighbourhood vicinity order not to",
    ),
    Group::any(Class::RANGES, Grammar, "range ranges ranging ranged anywhere vary varies varying"),
];

/// A hedge of several words, by its last.
pub(crate) struct Phrase {
    /// The words before the last, the nearest first.
    pub before: &'static [&'static str],
    pub bound: Bound,
    /// It also compares one figure with another.
    pub compares: bool,
}

const fn phrase(before: &'static [&'static str], bound: Bound) -> Phrase {
    Phrase { before, bound, compares: false }
}

const fn comparing(before: &'static [&'static str], bound: Bound) -> Phrase {
    Phrase { before, bound, compares: true }
}

/// Hedges of several words before a number by their last word, longer ones before their own ends.
pub(crate) const PHRASES: &[(&str, &[Phrase])] = &[
    (
        "than",
        &[
            phrase(&["more", "no"], Bound::AtMost),
            phrase(&["more", "not"], Bound::AtMost),
            phrase(&["more"], Bound::MoreThan),
            comparing(&["greater", "no"], Bound::AtMost),
            comparing(&["greater", "not"], Bound::AtMost),
            comparing(&["greater"], Bound::MoreThan),
            comparing(&["higher", "no"], Bound::AtMost),
            comparing(&["higher", "not"], Bound::AtMost),
            comparing(&["higher"], Bound::MoreThan),
            comparing(&["larger"], Bound::MoreThan),
            comparing(&["better"], Bound::MoreThan),
            phrase(&["less", "no"], Bound::AtLeast),
            phrase(&["less", "not"], Bound::AtLeast),
            phrase(&["less"], Bound::LessThan),
            phrase(&["fewer", "no"], Bound::AtLeast),
            phrase(&["fewer", "not"], Bound::AtLeast),
            phrase(&["fewer"], Bound::LessThan),
            comparing(&["lower", "no"], Bound::AtLeast),
            comparing(&["lower", "not"], Bound::AtLeast),
            comparing(&["lower"], Bound::LessThan),
            comparing(&["smaller"], Bound::LessThan),
        ],
    ),
    ("least", &[phrase(&["at"], Bound::AtLeast)]),
    ("most", &[phrase(&["at"], Bound::AtMost)]),
    ("at", &[phrase(&["capped"], Bound::AtMost)]),
    ("above", &[comparing(&["or", "at"], Bound::AtLeast)]),
    ("below", &[comparing(&["or", "at"], Bound::AtMost)]),
    ("to", &[phrase(&["up"], Bound::AtMost), phrase(&["close"], Bound::About)]),
    (
        "as",
        &[
            phrase(&["much", "as"], Bound::AtMost),
            phrase(&["many", "as"], Bound::AtMost),
            comparing(&["high", "as"], Bound::AtMost),
            phrase(&["large", "as"], Bound::AtMost),
            phrase(&["great", "as"], Bound::AtMost),
            phrase(&["little", "as"], Bound::AtLeast),
            phrase(&["few", "as"], Bound::AtLeast),
            comparing(&["low", "as"], Bound::AtLeast),
        ],
    ),
    (
        "of",
        &[
            phrase(&["excess", "in"], Bound::MoreThan),
            phrase(&["upwards"], Bound::MoreThan),
            phrase(&["upward"], Bound::MoreThan),
            phrase(&["north"], Bound::MoreThan),
            phrase(&["south"], Bound::LessThan),
            phrase(&["shy", "just"], Bound::Nearly),
            phrase(&["short", "just"], Bound::Nearly),
            phrase(&["minimum"], Bound::AtLeast),
            phrase(&["maximum"], Bound::AtMost),
            phrase(&["region", "the", "in"], Bound::About),
            phrase(&["neighborhood", "the", "in"], Bound::About),
            phrase(&["neighbourhood", "the", "in"], Bound::About),
            phrase(&["vicinity", "the", "in"], Bound::About),
            phrase(&["order", "the", "on"], Bound::About),
            phrase(&["order", "the", "in"], Bound::About),
        ],
    ),
    ("exceeding", &[phrase(&["not"], Bound::AtMost)]),
    ("exceed", &[phrase(&["to", "not"], Bound::AtMost), phrase(&["not"], Bound::AtMost)]),
];
