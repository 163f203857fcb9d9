//! Every row of the table.

use super::{counted, directions, grammar, group::Group, hedges, money, units};

/// Every row of the table, by the thing that its words speak of.
pub(super) const GROUPS: &[&[Group]] = &[
    money::GROUPS,
    units::GROUPS,
    hedges::GROUPS,
    directions::GROUPS,
    grammar::GROUPS,
    counted::GROUPS,
];
