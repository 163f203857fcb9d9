//! [`Family`] and [`Variant`]: a name with the formulas that go by it, and the macro that declares
//! them.

use core::fmt;

/// One name, and the formulas that companies and vendors compute under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    pub(super) name: &'static str,
    pub(super) openness: Openness,
    pub(super) names: &'static [&'static str],
    pub(super) also: &'static [&'static str],
    pub(super) variants: &'static [Variant],
}

/// Whether standards decide what a name means, or each company does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Openness {
    /// Standards and tagged lines decide: a figure that no variant gives is wrong.
    Closed,
    /// Companies define it: a figure that no known variant gives may have another definition.
    Open,
}

/// A kind of company that computes some names in its own way.
///
/// ```
/// use financials::metric::{Family, Industry};
///
/// let equity = Family::of("return_on_equity").ok_or("no family")?;
/// let of_banks = equity.variants().iter().find(|it| it.industry() == Some(Industry::Bank));
/// assert_eq!(of_banks.map(|it| it.name()), Some("common over average common"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Industry {
    /// Banks and brokers.
    Bank,
    /// Insurers.
    Insurer,
    /// Owners of real estate.
    RealEstate,
}

/// One formula of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    pub(super) name: &'static str,
    pub(super) words: &'static [&'static str],
    pub(super) formula: Option<&'static str>,
    pub(super) source: &'static str,
    pub(super) is_other_base: bool,
    pub(super) is_beside: bool,
    pub(super) industry: Option<Industry>,
}

impl Family {
    /// Returns the family's name, most often that of its metric.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Returns whether standards decide what the name means.
    #[must_use]
    pub const fn openness(self) -> Openness {
        self.openness
    }

    /// Returns the names of the catalogue under which any of the variants is printed.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        self.names
    }

    /// Returns the names of the catalogue that mean one variant and no other.
    #[must_use]
    pub const fn also(self) -> &'static [&'static str] {
        self.also
    }

    /// Returns the variants, the most common first.
    #[must_use]
    pub const fn variants(self) -> &'static [Variant] {
        self.variants
    }
}

impl Variant {
    /// Returns what tells it from the others, in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Returns the words in a printed name that mean this variant, such as "net sales".
    #[must_use]
    pub const fn words(self) -> &'static [&'static str] {
        self.words
    }

    /// Returns its formula as text, which [`Formula::parse`] reads; nothing where the language or
    /// the line items cannot express it.
    ///
    /// [`Formula::parse`]: crate::formula::Formula::parse
    #[must_use]
    pub const fn formula(self) -> Option<&'static str> {
        self.formula
    }

    /// Returns who computes it so; of a variant without a formula, what is lacking.
    #[must_use]
    pub const fn source(self) -> &'static str {
        self.source
    }

    /// Returns whether companies print it side by side with the others under the one name, as banks
    /// do the ratios of capital by both ways of weighing risk.
    ///
    /// ```
    /// use financials::metric::Family;
    ///
    /// let ratio = Family::of("cet1_ratio").ok_or("no family")?;
    /// let names = ratio.variants().iter().filter(|variant| variant.is_printed_beside());
    /// assert_eq!(names.map(|variant| variant.name()).collect::<Vec<_>>(), ["advanced"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn is_printed_beside(self) -> bool {
        self.is_beside
    }

    /// Returns the kind of company that computes the name so before all others.
    #[must_use]
    pub const fn industry(self) -> Option<Industry> {
        self.industry
    }

    /// Returns whether it is the same measure over another base, such as growth on the quarter
    /// before: a slip where the name says otherwise, and no definition of that name.
    #[must_use]
    pub const fn is_other_base(self) -> bool {
        self.is_other_base
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Declares families: for each its openness, the names that any variant is printed under, those
/// that mean one variant, and the variants with formula and source, or with what they lack.
macro_rules! families {
    (@openness closed) => { $crate::metric::family::declare::Openness::Closed };
    (@openness open) => { $crate::metric::family::declare::Openness::Open };
    (@industry) => { None };
    (@industry $industry:ident) => {
        Some($crate::metric::family::declare::Industry::$industry)
    };
    (@make lacking $name:literal [$($word:literal),*] [$($industry:ident)?] [] $source:literal) => {
        $crate::metric::family::declare::Variant {
            name: $name, words: &[$($word),*], formula: None, source: $source,
            is_other_base: false, is_beside: false, industry: families!(@industry $($industry)?),
        }
    };
    (@make $kind:ident $name:literal [$($word:literal),*] [$($industry:ident)?] [$formula:literal]
     $source:literal) => {
        $crate::metric::family::declare::Variant {
            name: $name, words: &[$($word),*], formula: Some($formula), source: $source,
            is_other_base: families!(@other_base $kind), is_beside: families!(@beside $kind),
            industry: families!(@industry $($industry)?),
        }
    };
    (@other_base base) => { true };
    (@other_base $kind:ident) => { false };
    (@beside beside) => { true };
    (@beside $kind:ident) => { false };
    ($( $open:ident $family:ident ($($metric:ident),*) also ($($also:ident),*) {
        $( $kind:ident $name:literal $([$($word:literal),*])? $(for $industry:ident)?
           $(= $formula:literal,)? $(:)? $source:literal; )*
    } )*) => {
        pub(super) const FAMILIES: &[$crate::metric::family::declare::Family] = &[$(
            $crate::metric::family::declare::Family {
                name: stringify!($family),
                openness: families!(@openness $open),
                names: &[$(stringify!($metric)),*],
                also: &[$(stringify!($also)),*],
                variants: &[$(
                    families!(
                        @make $kind $name [$($($word),*)?] [$($industry)?] [$($formula)?] $source
                    ),
                )*],
            },
        )*];
    };
}
pub(super) use families;
