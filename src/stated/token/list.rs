//! [`List`]: a list that takes no memory of its own while it is short.

use alloc::vec::Vec;

use arrayvec::ArrayVec;

/// A list whose first `N` items stand in place, so that a figure with its words is read without an
/// allocation.
#[derive(Clone, Debug)]
pub(super) enum List<T, const N: usize> {
    Short(ArrayVec<T, N>),
    Long(Vec<T>),
}

impl<T, const N: usize> List<T, N> {
    pub(super) const fn new() -> Self {
        Self::Short(ArrayVec::new_const())
    }

    #[inline]
    pub(super) fn as_slice(&self) -> &[T] {
        match self {
            Self::Short(list) => list,
            Self::Long(list) => list,
        }
    }

    /// Forgets the items and keeps the memory.
    pub(super) fn clear(&mut self) {
        match self {
            Self::Short(list) => list.clear(),
            Self::Long(list) => list.clear(),
        }
    }

    #[inline]
    pub(super) fn push(&mut self, item: T) {
        match self {
            Self::Long(list) => list.push(item),
            Self::Short(_) => self.push_short(item),
        }
    }

    #[inline(never)]
    fn push_short(&mut self, item: T) {
        if let Self::Short(list) = self
            && let Err(full) = list.try_push(item)
        {
            let mut long = Vec::with_capacity(4 * N);
            long.extend(list.drain(..));
            long.push(full.element());
            *self = Self::Long(long);
        }
    }

    pub(super) fn pop(&mut self) -> Option<T> {
        match self {
            Self::Short(list) => list.pop(),
            Self::Long(list) => list.pop(),
        }
    }
}
