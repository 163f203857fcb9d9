//! [`Entity`] and [`DimensionValue`]: whom a fact is about, and by which axes it is broken down.

use core::fmt;

use alloc::boxed::Box;

use super::{
    period::FactPeriod,
    qname::{QName, QNameId, QNames},
};

/// Whom a fact is about: an identifier in a scheme, such as a central index key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entity<'a> {
    /// The scheme, such as `http://www.sec.gov/CIK`.
    pub scheme: &'a str,
    /// The identifier in it, such as `0000320193`.
    pub identifier: &'a str,
}

/// An axis of a fact with the member that it is about: an explicit or typed member of XBRL
/// Dimensions 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DimensionValue<'a> {
    /// The axis, such as `srt:ProductOrServiceAxis`.
    pub axis: QName<'a>,
    /// The member.
    pub member: Member<'a>,
}

/// The member of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Member<'a> {
    /// A name, such as `aapl:IPhoneMember`. In xBRL-JSON it looks like a text, and is taken for a
    /// name where its prefix is declared.
    Explicit(QName<'a>),
    /// A text of a typed axis, or nothing where it is nil.
    Typed(Option<&'a str>),
}

impl<'a> Member<'a> {
    /// Returns the name of an explicit member.
    #[must_use]
    pub const fn name(self) -> Option<QName<'a>> {
        match self {
            Self::Explicit(name) => Some(name),
            Self::Typed(_) => None,
        }
    }
}

impl fmt::Display for Member<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Explicit(name) => name.fmt(f),
            Self::Typed(text) => f.write_str(text.unwrap_or("nil")),
        }
    }
}

/// Whom, when and by which axes, each combination once in a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ContextRow {
    pub(super) scheme: Box<str>,
    pub(super) identifier: Box<str>,
    pub(super) period: FactPeriod,
    /// Sorted by axis.
    pub(super) dimensions: Box<[(QNameId, MemberRow)]>,
    /// Whether a segment or scenario has something else in it than dimensions.
    pub(super) other: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum MemberRow {
    Explicit(QNameId),
    Typed(Option<Box<str>>),
}

impl ContextRow {
    pub(super) fn dimension<'a>(
        names: &'a QNames,
        (axis, member): &'a (QNameId, MemberRow),
    ) -> DimensionValue<'a> {
        let member = match member {
            MemberRow::Explicit(id) => Member::Explicit(names.get(*id)),
            MemberRow::Typed(text) => Member::Typed(text.as_deref()),
        };
        DimensionValue { axis: names.get(*axis), member }
    }
}
