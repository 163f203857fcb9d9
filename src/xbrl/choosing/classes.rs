//! The shares of a cover that counts each class by itself.

use alloc::{collections::BTreeMap, vec::Vec};

use super::cover::{ClassShares, Cover};
use crate::xbrl::fact::Fact;

impl<'a> Cover<'a> {
    /// Returns the counts of each class of shares, where the cover has no total and its classes can
    /// be added: in shares, and all of one day. Of one class they are the same count, said again. A
    /// total of an earlier day says nothing of that one.
    pub(super) fn classes(&self) -> Vec<Vec<Fact<'a>>> {
        let shares = self.shares();
        let last = shares.iter().filter_map(|count| count.fact.period().to_period()).max();
        let mut classes: BTreeMap<(&str, &str), Vec<Fact<'a>>> = BTreeMap::new();
        for ClassShares { class, fact } in shares {
            let is_last = fact.period().to_period() == last;
            let class = match class {
                Some(class) => class,
                None if is_last => return Vec::new(),
                None => continue,
            };
            if !fact.unit().is_some_and(|unit| unit.is_shares()) {
                return Vec::new();
            }
            let counts = classes.entry((class.namespace(), class.local())).or_default();
            counts.extend(Some(fact).filter(|_| is_last));
        }
        // A class that was counted on another day alone would be missing from the sum.
        match classes.values().any(Vec::is_empty) {
            true => Vec::new(),
            false => classes.into_values().collect(),
        }
    }
}
