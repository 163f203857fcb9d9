//! [`Known`]: the elements of inline XBRL that are read.

/// The elements of inline XBRL that matter; the others only hold them.
pub(super) enum Known {
    Number,
    Text,
    Fraction,
    Part(usize),
    Tuple,
    Exclude,
    Continuation,
    Hidden,
}

impl Known {
    pub(super) fn named(local: &str) -> Option<Self> {
        Some(match local {
            "nonFraction" => Self::Number,
            "nonNumeric" => Self::Text,
            "fraction" => Self::Fraction,
            "numerator" => Self::Part(0),
            "denominator" => Self::Part(1),
            "tuple" => Self::Tuple,
            "exclude" => Self::Exclude,
            "continuation" => Self::Continuation,
            "hidden" => Self::Hidden,
            _ => return None,
        })
    }
}
