//! [`Class`]: what a word can be.

/// What a word can be, as a set: `cut` is a verb and a noun of a fall, and removes its object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u128);

/// Declares one bit for each class, with its name.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*

            const NAMES: &'static [(Self, &'static str)] = &[$((Self::$name, stringify!($name)),)*];
        }
    };
}

classes! {
    /// A power of ten behind a number: million, bn.
    SCALE = 0,
    /// A letter that is a scale where it is glued to its number, or beside money: M, k.
    LETTER = 1,
    /// A scale only beside money: mil, cr.
    MONEY_SCALE = 2,
    /// Written with a point: Mio., Mrd.
    DOTTED = 3,
    /// An ISO 4217 code that is no other word.
    CODE = 4,
    /// A currency's short name before a number: Rs, RM.
    BEFORE = 5,
    /// Hundredths of a currency before a number: GBp.
    MINOR_BEFORE = 6,
    /// A currency's name behind a number: euros, yen.
    COIN = 7,
    /// The unit that a land's name completes: dollars, francs.
    LANDS_COIN = 8,
    /// A land before its unit of money: Swiss, Canadian.
    LAND = 9,
    /// The first word of a land of two: Hong, South.
    LAND_FIRST = 10,
    /// Dollars of the caller's default.
    DOLLAR = 11,
    /// Hundredths of the caller's default, or of the land before.
    CENT = 12,
    /// Hundredths of a named currency: pence, paise.
    MINOR = 13,
    /// An unchanged level: flat.
    FLAT = 14,
    /// A code that stands before a dollar sign or takes a glued scale: CAD $, MSEK.
    JOINING_CODE = 15,
    /// A currency whose countries group digits by plain spaces.
    SPACED = 16,
    PERCENT = 17,
    /// Points of a percentage, as one word: pp.
    POINT_UNIT = 18,
    /// The word behind "percentage" or "basis".
    POINT = 19,
    BASIS_UNIT = 20,
    BASIS = 21,
    PERCENTAGE = 22,
    TIMES = 23,
    DAY = 24,
    /// The kind of days before "days": trading, business.
    WORKING = 25,
    /// A bound before a number by itself.
    HEDGE = 26,
    /// A hedge that also compares one figure with another: above, below.
    COMPARES = 27,
    /// A hedge that a hyphen joins to its number: mid-, sub-.
    PREFIX = 28,
    /// A word before a hedge that belongs to it: just, slightly.
    QUALIFIER = 29,
    /// "Or more" behind a number.
    OR_MORE = 30,
    /// "Or less" behind a number.
    OR_LESS = 31,
    /// "Or so" behind a number.
    OR_SO = 32,
    /// A bound that a hyphen joins behind a number: -plus, -odd.
    SUFFIX = 33,
    /// What "over" and "about" follow to name a topic.
    TOPIC = 34,
    RISES = 35,
    FALLS = 36,
    /// A change upward as a thing: growth.
    RISE = 37,
    /// A change downward as a thing: decline.
    FALL = 38,
    /// A verb whose object is what it removes: cut 1,200 jobs.
    REMOVES = 39,
    /// Stands between a verb of direction and its figure.
    FILLER = 40,
    /// Says which way a change behind its figure went: 3% lower.
    SIDEWAYS = 41,
    /// A word before "off" or "up" that makes another verb of both.
    PHRASAL = 42,
    /// A statement of what will be, so that "from" begins a range.
    EXPECTS = 43,
    /// A word of ranges: ranging, anywhere.
    RANGES = 44,
    /// A move between two levels, so that "from" begins one.
    MOVES = 45,
    /// Joins phrases: prepositions, conjunctions, articles, plain verbs.
    JOINT = 46,
    /// An article or possessive before a noun.
    DETERMINER = 47,
    /// What a company counts.
    COUNTED = 48,
    /// Counted, also in parts: shares, tonnes.
    DIVISIBLE = 49,
    /// A span of time, a point or a star.
    UNCOUNTED = 50,
    /// Makes the number before it that of a list: best, largest.
    SUPERLATIVE = 51,
    /// Makes the number behind it part of a reference: Note 12.
    REFERENCE = 52,
    MONTH = 53,
    /// A sentence with it speaks of an index or a price, whose levels are no figures.
    INDEX = 54,
    /// A number as a word.
    NUMBER = 55,
    /// A loss, so that a number in parentheses behind it is one.
    LOSS = 56,
    /// Introduces an amount, so that parentheses behind it negate.
    INTRODUCES = 57,
    /// What has lines or a length, so that a number before is of those: 1080p stream, 100m sprint.
    MEASURED = 58,
    /// Says how often behind "a": five days a week.
    WHEN = 59,
    /// A noun that a plural before it only names: members club.
    HEAD = 60,
    /// Stops a direction from carrying over to the next figure.
    STOPS = 61,
    /// A verb that makes "up to" behind it a move to a level: edged.
    NUDGES = 63,
    /// A currency's name that a number glued to it makes another name: NIS793.
    APART = 64,
    /// The last word of a hedge of several words.
    PHRASE_END = 65,
    /// What has a level in per cent, which a change beside it does not make a change: margin.
    LEVEL = 73,
    /// The past of a verb that does not end with "ed": fell.
    PAST = 72,
    /// What is counted, as an abbreviation that a number may be glued to: 8.4MW.
    MEASURE = 71,
    /// The last word but one of a hedge of several words.
    PHRASE_START = 70,
    /// Says which way the noun behind it goes: a 6% downward revision.
    TOWARD = 66,
    /// Makes "up" behind it a fall: gave up 3%.
    GIVES = 67,
    /// Introduces the size of a change: by.
    BY = 62,
    /// Of a language whose point groups thousands: 6.492 millioner.
    GROUPED_BY_POINT = 69,
    /// Makes an "m" before it metres: a 100m sprint.
    LENGTH = 68,
}

impl Class {
    pub(crate) const NONE: Self = Self(0);

    /// Returns the classes of both.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns whether it shares a class with another set.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns the names of its classes.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> + use<> {
        Self::NAMES.iter().filter(move |(class, _)| self.is(*class)).map(|(_, name)| *name)
    }
}
