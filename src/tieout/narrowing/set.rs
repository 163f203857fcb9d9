//! [`Set`]: a set of statements, by their places.

use alloc::{rc::Rc, vec, vec::Vec};

/// A set of places in ascending order, which clones without copying.
///
/// What a bound rests on is a handful of statements among thousands, and most bounds rest on the
/// same handful as the one that they follow from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Set(Rc<Vec<usize>>);

impl Set {
    pub(crate) fn of(place: usize) -> Self {
        Self(Rc::new(vec![place]))
    }

    pub(crate) fn insert(&mut self, place: usize) {
        if let Err(at) = self.0.binary_search(&place) {
            Rc::make_mut(&mut self.0).insert(at, place);
        }
    }

    pub(crate) fn contains(&self, place: usize) -> bool {
        self.0.binary_search(&place).is_ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn union(self, other: &Self) -> Self {
        if other.is_empty() || Rc::ptr_eq(&self.0, &other.0) {
            return self;
        }
        if self.is_empty() {
            return other.clone();
        }
        if other.iter().all(|place| self.contains(place)) {
            return self;
        }
        let mut both: Vec<usize> = self.iter().chain(other.iter()).collect();
        both.sort_unstable();
        both.dedup();
        Self(Rc::new(both))
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        self.iter().filter(|place| !other.contains(*place)).collect()
    }

    pub(crate) fn without(&self, place: usize) -> Self {
        self.iter().filter(|other| *other != place).collect()
    }

    pub(crate) fn meets(&self, other: &Self) -> bool {
        let (few, many) = if self.len() < other.len() { (self, other) } else { (other, self) };
        few.iter().any(|place| many.contains(place))
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.0.iter().copied()
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<T: IntoIterator<Item = usize>>(places: T) -> Self {
        let mut places: Vec<usize> = places.into_iter().collect();
        places.sort_unstable();
        places.dedup();
        Self(Rc::new(places))
    }
}
