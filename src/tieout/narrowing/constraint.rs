//! [`Constraint`]: what joins figures.

/// What joins variables; a variable is named by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Constraint {
    /// `z = x + y`.
    Sum { z: usize, x: usize, y: usize },
    /// `z = x × y`.
    Product { z: usize, x: usize, y: usize },
    /// `z = x^degree`, of values that are not negative.
    Power { z: usize, x: usize, degree: u8 },
    /// `z = |x|`.
    Magnitude { z: usize, x: usize },
    /// The smaller of two.
    Smaller { z: usize, x: usize, y: usize },
    /// The larger of two.
    Larger { z: usize, x: usize, y: usize },
    /// 1 where `x` is above zero, else 0.
    Sign { z: usize, x: usize },
    /// `z = x`.
    Equal { z: usize, x: usize },
    /// `z <= x`.
    NoMore { z: usize, x: usize },
}

impl Constraint {
    pub(crate) fn variables(self) -> impl Iterator<Item = usize> {
        let (z, x, y) = match self {
            Self::Sum { z, x, y }
            | Self::Product { z, x, y }
            | Self::Smaller { z, x, y }
            | Self::Larger { z, x, y } => (z, x, Some(y)),
            Self::Power { z, x, .. }
            | Self::Magnitude { z, x }
            | Self::Sign { z, x }
            | Self::Equal { z, x }
            | Self::NoMore { z, x } => (z, x, None),
        };
        [Some(z), Some(x), y].into_iter().flatten()
    }

    /// Returns the constraint over other places of the same variables.
    pub(crate) fn renamed(self, name: impl Fn(usize) -> usize) -> Self {
        let n = name;
        match self {
            Self::Sum { z, x, y } => Self::Sum { z: n(z), x: n(x), y: n(y) },
            Self::Product { z, x, y } => Self::Product { z: n(z), x: n(x), y: n(y) },
            Self::Power { z, x, degree } => Self::Power { z: n(z), x: n(x), degree },
            Self::Magnitude { z, x } => Self::Magnitude { z: n(z), x: n(x) },
            Self::Smaller { z, x, y } => Self::Smaller { z: n(z), x: n(x), y: n(y) },
            Self::Larger { z, x, y } => Self::Larger { z: n(z), x: n(x), y: n(y) },
            Self::Sign { z, x } => Self::Sign { z: n(z), x: n(x) },
            Self::Equal { z, x } => Self::Equal { z: n(z), x: n(x) },
            Self::NoMore { z, x } => Self::NoMore { z: n(z), x: n(x) },
        }
    }
}
