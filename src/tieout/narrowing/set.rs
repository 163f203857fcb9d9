//! [`Set`]: a set of statements, by their places.

use alloc::{vec, vec::Vec};

/// A set of small numbers, one bit each, without zero words at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Set(Vec<u64>);

impl Set {
    pub fn of(place: usize) -> Self {
        let mut words = vec![0; place / 64];
        words.push(1 << (place % 64));
        Self(words)
    }

    pub fn insert(&mut self, place: usize) {
        if self.0.len() <= place / 64 {
            self.0.resize(place / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub fn contains(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word |= other;
        }
    }

    pub fn union(mut self, other: &Self) -> Self {
        self.add(other);
        self
    }

    pub fn minus(&self, other: &Self) -> Self {
        let words = self.0.iter().enumerate();
        let left = words.map(|(at, word)| word & !other.0.get(at).copied().unwrap_or(0));
        let mut left: Vec<u64> = left.collect();
        while left.last() == Some(&0) {
            left.pop();
        }
        Self(left)
    }

    pub fn without(&self, place: usize) -> Self {
        self.minus(&Self::of(place))
    }

    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(word, other)| word & other != 0)
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.0.len() * 64).filter(|place| self.contains(*place))
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<T: IntoIterator<Item = usize>>(places: T) -> Self {
        let mut set = Self::default();
        places.into_iter().for_each(|place| set.insert(place));
        set
    }
}
