//! [`Extent`]: between which whole numbers others lie.

/// Between which whole numbers of one scale others lie, both ends among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub low: i64,
    pub high: i64,
}

impl Extent {
    pub(super) const fn point(number: i64) -> Self {
        Self { low: number, high: number }
    }

    /// Returns the extent of some numbers, if there are any.
    pub(super) fn of(numbers: impl IntoIterator<Item = i64>) -> Option<Self> {
        numbers.into_iter().map(Self::point).reduce(Self::hull)
    }

    /// Returns the largest magnitude.
    pub(super) fn bound(self) -> u64 {
        self.low.unsigned_abs().max(self.high.unsigned_abs())
    }

    /// Returns whether every number is above zero.
    pub(super) const fn is_positive(self) -> bool {
        self.low > 0
    }

    pub(super) const fn has_zero(self) -> bool {
        self.low <= 0 && self.high >= 0
    }

    /// Returns the extent of those numbers that are above zero, and of one.
    pub(super) fn positive(self) -> Self {
        Self { low: self.low.max(1), high: self.high.max(1) }
    }

    /// Returns the extent of the numbers of both.
    pub(super) fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let low = self.low.checked_add(other.low)?;
        Some(Self { low, high: self.high.checked_add(other.high)? })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        let low = self.low.checked_sub(other.high)?;
        Some(Self { low, high: self.high.checked_sub(other.low)? })
    }

    pub(super) fn negated(self) -> Option<Self> {
        Self::point(0).minus(self)
    }

    /// Returns the extent of the magnitudes.
    pub(super) fn magnitude(self) -> Option<Self> {
        Some(Self { low: 0, high: i64::try_from(self.bound()).ok()? })
    }

    pub(super) fn product(self, other: Self) -> Option<Self> {
        let [a, b] = [self.low, self.high].map(|end| end.checked_mul(other.low));
        let [c, d] = [self.low, self.high].map(|end| end.checked_mul(other.high));
        Self::of([a?, b?, c?, d?])
    }
}
