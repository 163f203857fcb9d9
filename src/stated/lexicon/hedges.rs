//! Words that bound a figure.

use super::{
    class::Class,
    group::{
        Group,
        Language::German,
        Source::{Grammar, SecFilings, Wires},
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
    Group::any(Class::RANGES, Grammar, "range ranges ranging ranged anywhere vary varies varying"),
];

/// A hedge of several words.
pub(crate) struct Phrase {
    pub words: &'static str,
    pub bound: Bound,
    /// It also compares one figure with another.
    pub compares: bool,
}

const fn phrase(words: &'static str, bound: Bound) -> Phrase {
    Phrase { words, bound, compares: false }
}

const fn comparing(words: &'static str, bound: Bound) -> Phrase {
    Phrase { words, bound, compares: true }
}

/// Hedges of several words before a number by their last word, longer ones before their own ends.
pub(crate) const PHRASES: &[(&str, &[Phrase])] = &[
    (
        "than",
        &[
            phrase("no more than", Bound::AtMost),
            phrase("not more than", Bound::AtMost),
            phrase("more than", Bound::MoreThan),
            comparing("no greater than", Bound::AtMost),
            comparing("not greater than", Bound::AtMost),
            comparing("greater than", Bound::MoreThan),
            comparing("no higher than", Bound::AtMost),
            comparing("not higher than", Bound::AtMost),
            comparing("higher than", Bound::MoreThan),
            comparing("larger than", Bound::MoreThan),
            comparing("better than", Bound::MoreThan),
            phrase("no less than", Bound::AtLeast),
            phrase("not less than", Bound::AtLeast),
            phrase("less than", Bound::LessThan),
            phrase("no fewer than", Bound::AtLeast),
            phrase("not fewer than", Bound::AtLeast),
            phrase("fewer than", Bound::LessThan),
            comparing("no lower than", Bound::AtLeast),
            comparing("not lower than", Bound::AtLeast),
            comparing("lower than", Bound::LessThan),
            comparing("smaller than", Bound::LessThan),
        ],
    ),
    ("least", &[phrase("at least", Bound::AtLeast)]),
    ("most", &[phrase("at most", Bound::AtMost)]),
    ("at", &[phrase("capped at", Bound::AtMost)]),
    ("above", &[comparing("at or above", Bound::AtLeast)]),
    ("below", &[comparing("at or below", Bound::AtMost)]),
    ("to", &[phrase("up to", Bound::AtMost), phrase("close to", Bound::About)]),
    (
        "as",
        &[
            phrase("as much as", Bound::AtMost),
            phrase("as many as", Bound::AtMost),
            comparing("as high as", Bound::AtMost),
            phrase("as large as", Bound::AtMost),
            phrase("as great as", Bound::AtMost),
            phrase("as little as", Bound::AtLeast),
            phrase("as few as", Bound::AtLeast),
            comparing("as low as", Bound::AtLeast),
        ],
    ),
    (
        "of",
        &[
            phrase("in excess of", Bound::MoreThan),
            phrase("upwards of", Bound::MoreThan),
            phrase("upward of", Bound::MoreThan),
            phrase("north of", Bound::MoreThan),
            phrase("south of", Bound::LessThan),
            phrase("just shy of", Bound::Nearly),
            phrase("just short of", Bound::Nearly),
            phrase("minimum of", Bound::AtLeast),
            phrase("maximum of", Bound::AtMost),
            phrase("in the region of", Bound::About),
            phrase("in the neighborhood of", Bound::About),
            phrase("in the neighbourhood of", Bound::About),
            phrase("in the vicinity of", Bound::About),
            phrase("on the order of", Bound::About),
            phrase("in the order of", Bound::About),
        ],
    ),
    ("exceeding", &[phrase("not exceeding", Bound::AtMost)]),
    ("exceed", &[phrase("not to exceed", Bound::AtMost), phrase("not exceed", Bound::AtMost)]),
];
