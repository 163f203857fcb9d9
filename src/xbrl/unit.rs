//! [`FactUnit`]: what a number counts.

use core::fmt;

use alloc::{boxed::Box, vec::Vec};

use super::qname::{ISO4217, QName, QNameId, QNames, XBRLI};
use crate::currency::Currency;

/// What a number counts: measures multiplied, and divided by others.
///
/// The unit decides what a number is, and not the name of its concept: what is in no ISO 4217
/// currency is no money.
#[derive(Clone, Copy)]
pub struct FactUnit<'a> {
    pub(super) names: &'a QNames,
    pub(super) row: &'a UnitRow,
}

/// The measures of a unit, each side sorted by how it prints.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct UnitRow {
    pub(super) numerator: Box<[QNameId]>,
    pub(super) denominator: Box<[QNameId]>,
}

impl<'a> FactUnit<'a> {
    /// Returns the measures that are multiplied.
    pub fn numerator(&self) -> impl Iterator<Item = QName<'a>> + use<'a> {
        let names = self.names;
        self.row.numerator.iter().map(move |id| names.get(*id))
    }

    /// Returns the measures that it is divided by; none for most.
    pub fn denominator(&self) -> impl Iterator<Item = QName<'a>> + use<'a> {
        let names = self.names;
        self.row.denominator.iter().map(move |id| names.get(*id))
    }

    /// Returns the currency of an amount of money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        if self.row.denominator.is_empty() { currency(only(self.numerator())?) } else { None }
    }

    /// Returns the currency of an amount per share.
    #[must_use]
    pub fn currency_per_share(&self) -> Option<Currency> {
        let per_share = is_xbrli(only(self.denominator())?, "shares");
        if per_share { currency(only(self.numerator())?) } else { None }
    }

    /// Returns whether it counts shares.
    #[must_use]
    pub fn is_shares(&self) -> bool {
        self.is_measure("shares")
    }

    /// Returns whether it is a bare number: a ratio, a count.
    #[must_use]
    pub fn is_pure(&self) -> bool {
        self.is_measure("pure")
    }

    fn is_measure(&self, local: &str) -> bool {
        let numerator = only(self.numerator()).is_some_and(|name| is_xbrli(name, local));
        numerator && self.row.denominator.is_empty()
    }
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    if items.next().is_none() { Some(first) } else { None }
}

fn is_xbrli(name: QName<'_>, local: &str) -> bool {
    name.namespace() == XBRLI && name.local() == local
}

fn currency(name: QName<'_>) -> Option<Currency> {
    if name.namespace() == ISO4217 { name.local().parse().ok() } else { None }
}

impl fmt::Display for FactUnit<'_> {
    /// Writes `iso4217:USD`, `iso4217:USD/xbrli:shares` or `utr:h*utr:kW`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |f: &mut fmt::Formatter<'_>, ids: &[QNameId]| {
            for (at, id) in ids.iter().enumerate() {
                let times = if at > 0 { "*" } else { "" };
                write!(f, "{times}{}", self.names.get(*id))?;
            }
            Ok(())
        };
        side(f, &self.row.numerator)?;
        if !self.row.denominator.is_empty() {
            f.write_str("/")?;
            side(f, &self.row.denominator)?;
        }
        Ok(())
    }
}

impl fmt::Debug for FactUnit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl PartialEq for FactUnit<'_> {
    fn eq(&self, other: &Self) -> bool {
        let [left, right] = [self, other].map(|unit| {
            let mut sides = [unit.numerator().collect(), unit.denominator().collect()];
            sides.iter_mut().for_each(|side: &mut Vec<QName<'_>>| side.sort_by_key(key));
            sides.map(|side| side.into_iter().map(|name| key(&name)).collect::<Vec<_>>())
        });
        left == right
    }
}

fn key<'a>(name: &QName<'a>) -> (&'a str, &'a str) {
    (name.namespace(), name.local())
}

impl Eq for FactUnit<'_> {}
