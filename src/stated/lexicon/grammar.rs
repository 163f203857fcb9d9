//! Words of an English sentence that part or join its phrases, and words that make a number a name.

use super::{
    class::Class,
    group::{
        Group,
        Provenance::{ApStylebook, Exchanges, Grammar, SecFilings, Wires},
    },
};

pub(super) const GROUPS: &[Group] = &[
    Group::any(
        Class::JOINT,
        Grammar,
        "of in to on for from with as by and or was is were are which after before at but while \
         when will have had has than per below above over despite amid following said each \
         every versus",
    ),
    Group::any(Class::JOINT.and(Class::DETERMINER), Grammar, "the a an this that its their"),
    Group::any(Class::DETERMINER, Grammar, "his our her my these those"),
    Group::any(
        Class::INTRODUCES,
        Grammar,
        "of was were at to from be between and versus vs with is or",
    ),
    Group::any(Class::INTRODUCES, SecFilings, "earned posted reported recorded"),
    Group::any(Class::LEVEL, SecFilings, "margin margins ratio rate yield"),
    Group::any(Class::LOSS.and(Class::INTRODUCES), SecFilings, "loss losses deficit"),
    Group::any(Class::LOSS, SecFilings, "outflow"),
    Group::any(
        Class::NUMBER,
        Grammar,
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty \
         forty fifty sixty seventy eighty ninety hundred",
    ),
    Group::any(Class::UNCOUNTED.and(Class::WHEN), Grammar, "year month week quarter"),
    Group::any(
        Class::UNCOUNTED,
        Grammar,
        "years months weeks quarters yr yrs hour hours minute minutes second seconds decade \
         decades century centuries point points degrees stars",
    ),
    Group::any(Class::SUPERLATIVE, Grammar, "best most top largest biggest greatest"),
    Group::any(
        Class::REFERENCE,
        SecFilings,
        "top no nos number page pages item items note notes chapter section sections phase \
         series level version rule part table figure exhibit form schedule title article \
         appendix class tier step stage flight route highway room suite day week fy fiscal \
         topic asc ifrs line zone unit building floor tranche group category grade wave round \
         generation gen type model mark",
    ),
    Group::any(
        Class::MONTH,
        ApStylebook,
        "january february march april june july august september october november december jan \
         feb mar apr jun jul aug sep sept oct nov dec may",
    ),
    Group::any(
        Class::INDEX,
        Exchanges,
        "dow nasdaq ftse nikkei dax stoxx sensex nifty russell kospi tsx asx ibovespa bovespa \
         topix csi ibex vix smi aex omx mib seng shanghai composite index",
    ),
    Group::exact(Class::INDEX, Exchanges, "CAC S&P"),
    // What is quoted by the ounce or the coin, in numbers without a unit.
    Group::any(Class::INDEX, Exchanges, "gold bitcoin ether"),
    Group::any(
        Class::MEASURED,
        Wires,
        "stream streams video videos resolution display displays footage camera cameras screen \
         screens tvs televisions monitors",
    ),
    Group::any(
        Class::LENGTH,
        Wires,
        "sprint race deep long high wide tall away dash freestyle hurdles above below",
    ),
    Group::any(Class::HEAD, Wires, "club association list survey lounge guild forum ranking"),
];
