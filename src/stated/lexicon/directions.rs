//! Words of direction: which way a change went.

use super::{
    class::Class,
    group::{
        Group,
        Language::German,
        Provenance::{Grammar, SecFilings, Wires},
    },
};

const FALLS: Class = Class::FALLS;
const RISES: Class = Class::RISES;
/// A verb and the noun of the same letters.
const FALLS_AND_FALL: Class = Class::FALLS.and(Class::FALL);
const RISES_AND_RISE: Class = Class::RISES.and(Class::RISE);
const MOVING_DOWN: Class = Class::FALLS.and(Class::MOVES);
const MOVING_UP: Class = Class::RISES.and(Class::MOVES);
const CUTS: Class = Class::FALLS.and(Class::REMOVES);

pub(super) const GROUPS: &[Group] = &[
    Group::any(
        FALLS_AND_FALL.and(Class::MOVES),
        SecFilings,
        "fall falls drop drops decline declines decrease decreases",
    ),
    Group::any(FALLS_AND_FALL, Wires, "slide slump plunge dip tumble slip retreat"),
    Group::any(
        MOVING_DOWN,
        SecFilings,
        "fell falling fallen dropped dropping declined declining decreased decreasing down \
         lowered lowers lowering",
    ),
    Group::any(
        FALLS,
        Wires,
        "sink lose ease weaken contract plummet crash shaved weakens retreats weakening slid \
         slides sliding slipped slips slipping sank sinks sinking sunk plunged plunges plunging \
         tumbled tumbles tumbling slumped slumps slumping dipped dips dipping lost loses losing \
         surrendered shrank shrunk shrinks shrinking shrink contracted contracting contracts \
         retreated eased eases easing pared lower weakened depreciated crashed cratered sagged \
         skidded softened compressed off minus negative plummeted plummets plummeting tanked \
         collapsed nosedived deteriorated receded subtracted downward downwards",
    ),
    Group::any(CUTS, Wires, "shed sheds shedding"),
    Group::any(
        CUTS.and(Class::MOVES),
        SecFilings,
        "reduced reduces reduce reducing cutting trim trimmed trims trimming slash slashed \
         slashes slashing",
    ),
    Group::any(CUTS.and(Class::MOVES).and(Class::FALL), Wires, "cut cuts"),
    Group::any(Class::FALL.and(Class::REMOVES), SecFilings, "reduction reductions"),
    Group::any(
        Class::FALL,
        Wires,
        "contraction pullback selloff downturn depreciation erosion shortfall",
    ),
    Group::any(RISES_AND_RISE.and(Class::MOVES), SecFilings, "rise rises increase increases jump"),
    Group::any(RISES_AND_RISE, Wires, "gain gains surge climb advance rally"),
    Group::any(
        MOVING_UP,
        SecFilings,
        "up rose rising risen climbed increased increasing grew grow improved improves expanded \
         expands raised raises raising boosted lifted lifts lifting hiked hikes",
    ),
    Group::any(
        RISES,
        Wires,
        "soar add gained gaining climbs climbing jumped jumps jumping surged surges surging \
         soared soars soaring grows growing grown advanced advances added adds adding rallied \
         rallies higher popped spiked leapt leaped rebounded recovered ticked edged \
         strengthened appreciated upward upwards",
    ),
    Group::any(Class::RISE, Wires, "growth uptick hike improvement expansion leap boost"),
    // Directly behind a figure.
    Group::any(Class::SIDEWAYS.and(Class::FALLS), Wires, "lower down weaker"),
    Group::any(Class::SIDEWAYS.and(Class::RISES), Wires, "higher up stronger"),
    // Moves between two levels that say no direction of their own figure.
    Group::any(
        Class::MOVES,
        Wires,
        "narrowed went goes go going moved moves swung upgraded revised double doubled expand \
         bumped changed widened cuts",
    ),
    Group::any(Class::TOWARD.and(Class::FALLS), SecFilings, "downward"),
    Group::any(Class::TOWARD.and(Class::RISES), SecFilings, "upward"),
    Group::any(Class::PAST, Grammar, "fell rose grew shrank sank slid"),
    Group::any(Class::BY, Grammar, "by"),
    Group::any(Class::BY, Wires, "um").of(German),
    Group::any(FALLS, Wires, "sinkt fiel").of(German),
    Group::any(RISES, Wires, "stieg steigt").of(German),
    Group::any(Class::GIVES, Grammar, "gave give gives giving given"),
    Group::any(Class::FLAT, SecFilings, "flat unchanged"),
    Group::any(
        Class::EXPECTS,
        SecFilings,
        "expect expects expected guidance forecast forecasts project projects projected sees \
         outlook anticipates estimates guided",
    ),
    // "Wrote off", "paid off" and "spun off", "gave up" and "made up" are other verbs.
    Group::any(
        Class::PHRASAL,
        Grammar,
        "wrote write writes writing written paid pay pays paying spun spin spins spinning sold \
         sell selling sells laid lay lays laying kicked took take takes taking taken set put \
         carved carve split hived broke charged cast based fend fended hold held show showed \
         sign signed trade one day time",
    ),
    Group::any(
        Class::FILLER,
        Grammar,
        "a an another further additional extra whopping staggering just only sharply slightly \
         modestly sequentially annually organically significantly mere even modest sharp steep \
         total combined year over on yoy quarter perhaps maybe possibly",
    ),
    Group::any(
        Class::STOPS,
        Grammar,
        "but while was were is are had has to despite with versus offset whereas",
    ),
];
