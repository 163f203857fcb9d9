//! [`Row`]: a concept of an item's chain, and how it relates to the item.

/// A concept of an item's chain. Without a taxonomy it is one of `us-gaap`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub name: &'static str,
    pub relation: Relation,
}

/// How a concept relates to a line item, by the words of the taxonomy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// It is the item.
    Same,
    /// It holds more than the item: the difference is of these lines, or of some that have no tag
    /// where none is named.
    Wider(&'static [&'static str]),
    /// It holds less than the item.
    Narrower(&'static [&'static str]),
}

pub(super) const fn same(name: &'static str) -> Row {
    Row { name, relation: Relation::Same }
}

pub(super) const fn wider(name: &'static str, by: &'static [&'static str]) -> Row {
    Row { name, relation: Relation::Wider(by) }
}

pub(super) const fn narrower(name: &'static str, by: &'static [&'static str]) -> Row {
    Row { name, relation: Relation::Narrower(by) }
}
