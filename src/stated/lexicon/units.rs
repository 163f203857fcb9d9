//! Scales, and units that are no currency.

use super::{
    class::Class,
    group::{
        Group,
        Language::{Any, French, German, Nordic, Portuguese, Spanish},
        Provenance::{ApStylebook, Cldr, IndianReports, InterimReports, SecFilings, Wires},
    },
};

const SCALE: Class = Class::SCALE;
/// A scale word of a language that writes its decimals behind a comma.
const COMMA_SCALE: Class = Class::SCALE.and(Class::GROUPED_BY_POINT);
const LETTER: Class = Class::LETTER;
const DOTTED: Class = Class::SCALE.and(Class::DOTTED);

pub(super) const GROUPS: &[Group] = &[
    Group::any(SCALE, ApStylebook, "thousand thousands").power(3),
    Group::any(SCALE, ApStylebook, "million millions").power(6),
    Group::any(SCALE, ApStylebook, "billion billions").power(9),
    Group::any(SCALE, ApStylebook, "trillion trillions").power(12),
    Group::any(SCALE, Wires, "mn").power(6),
    Group::any(SCALE, Wires, "bn").power(9),
    Group::any(SCALE, Wires, "tn trn").power(12),
    Group::any(DOTTED, Wires, "mln").power(6),
    Group::any(DOTTED, Wires, "bln").power(9),
    Group::any(DOTTED, Wires, "tln").power(12),
    Group::any(DOTTED, Cldr, "mio").power(6).of(German),
    Group::any(DOTTED, Cldr, "mrd").power(9).of(German),
    Group::any(DOTTED, InterimReports, "tsd").power(3).of(German),
    Group::any(COMMA_SCALE, Cldr, "tausend").power(3).of(German),
    Group::any(COMMA_SCALE, Cldr, "millionen").power(6).of(German),
    Group::any(COMMA_SCALE, Cldr, "milliarde milliarden").power(9).of(German),
    Group::any(SCALE, Cldr, "milliard milliards").power(9).of(French),
    Group::any(COMMA_SCALE, Cldr, "millones").power(6).of(Spanish),
    Group::any(SCALE, Cldr, "milh\u{f5}es milh\u{e3}o").power(6).of(Portuguese),
    Group::any(SCALE, Cldr, "bilh\u{f5}es bilh\u{e3}o").power(9).of(Portuguese),
    Group::any(SCALE, Cldr, "trilh\u{f5}es trilh\u{e3}o").power(12).of(Portuguese),
    Group::any(COMMA_SCALE, Cldr, "miljon miljoner millioner").power(6).of(Nordic),
    Group::any(COMMA_SCALE, Cldr, "miljard miljarder milliarder").power(9).of(Nordic),
    Group::any(SCALE, IndianReports, "lakh lakhs lac lacs").power(5),
    Group::any(SCALE, IndianReports, "crore crores").power(7),
    Group::any(Class::MONEY_SCALE, IndianReports, "cr").power(7),
    Group::exact(Class::MONEY_SCALE, IndianReports, "L").power(5),
    Group::any(Class::MONEY_SCALE, Wires, "mil mill").power(6),
    Group::any(Class::MONEY_SCALE, Wires, "bil bio").power(9),
    Group::any(Class::MONEY_SCALE, Wires, "tril").power(12),
    Group::exact(LETTER, Wires, "K k").power(3),
    Group::exact(LETTER, Wires, "M m MM mm").power(6),
    Group::exact(LETTER, Wires, "B b").power(9),
    Group::exact(LETTER, Wires, "T t").power(12),
    // Units.
    Group::any(Class::PERCENT, ApStylebook, "percent pct"),
    Group::exact(Class::PERCENT, Wires, "pc"),
    Group::any(Class::PERCENT, Cldr, "prozent").of(German),
    Group::exact(Class::POINT_UNIT, SecFilings, "pp ppt ppts pps pts"),
    Group::any(Class::POINT_UNIT, SecFilings, "p.p."),
    Group::any(Class::POINT, ApStylebook, "point points"),
    Group::exact(Class::POINT, SecFilings, "pts pt"),
    Group::any(Class::PERCENTAGE, ApStylebook, "percentage"),
    Group::any(Class::BASIS, ApStylebook, "basis"),
    Group::any(Class::BASIS_UNIT, Wires, "bps bips"),
    Group::exact(Class::BASIS_UNIT, Wires, "bp Bp"),
    Group::any(Class::TIMES, SecFilings, "times fold"),
    Group::any(Class::TIMES, SecFilings, "x").of(Any),
    Group::any(Class::DAY, SecFilings, "day days"),
    Group::any(Class::WORKING, SecFilings, "trading business calendar working"),
];
