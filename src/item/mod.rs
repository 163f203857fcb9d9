//! Line items: the named figures of a report.

mod aliases;
mod declaration;
mod name;
mod nature;

use core::fmt;

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub(crate) use declaration::with_line_items;
pub(crate) use name::is_name_byte;
pub use name::{Name, NameError};
pub use nature::Nature;

use crate::names::{NameTable, Offered};

macro_rules! item_enum {
    ($(
        $(#[doc = $part_doc:literal])+
        $part:ident, $struct:ident, $method:ident {
            $( $(#[doc = $doc:literal])+
               $variant:ident $name:ident: $nature:ident, $sign:ident, $basis:ident; )+
        }
    )+) => {
        /// A line item of a report, or an input from the market.
        ///
        /// Its name in text and in serde is the snake-case one: `operating_income`.
        ///
        /// ```
        /// use financials::{Item, item::{Nature, Part}};
        ///
        /// let item: Item = "operating_income".parse()?;
        /// assert_eq!(item, Item::OperatingIncome);
        /// assert_eq!((item.part(), item.nature()), (Part::Income, Nature::Flow));
        /// # Ok::<(), financials::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Item { $($( $(#[doc = $doc])+ $variant, )+)+ }

        /// The part of a report that an item stands in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Part { $( $(#[doc = $part_doc])+ $part, )+ }

        const ROWS: &[Row] = &[$($(
            Row {
                item: Item::$variant,
                name: stringify!($name),
                doc: concat!($($doc),+),
                part: Part::$part,
                nature: Nature::$nature,
                sign: Sign::$sign,
                versions: Versions::$basis,
            },
        )+)+];
    };
}

/// The words of the declaration, as values.
#[derive(Clone, Copy)]
#[expect(non_camel_case_types, reason = "spelled as in the declaration")]
enum Sign {
    positive,
    either,
}

#[derive(Clone, Copy)]
#[expect(non_camel_case_types, reason = "spelled as in the declaration")]
enum Versions {
    neutral,
    adjustable,
}

/// One row of the declaration.
struct Row {
    item: Item,
    name: &'static str,
    doc: &'static str,
    part: Part,
    nature: Nature,
    sign: Sign,
    versions: Versions,
}

with_line_items!(item_enum);

static NAMES: [&str; Item::COUNT] = {
    let (mut names, mut at) = ([""; Item::COUNT], 0);
    #[expect(clippy::indexing_slicing, reason = "the index is below both lengths")]
    while at < names.len() {
        names[at] = ROWS[at].name;
        at += 1;
    }
    names
};

static TABLE: NameTable<512> = NameTable::new(&NAMES);

/// The position of every item is its number, so a table indexed by items needs no search.
const _: () = {
    let mut at = 0;
    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    while at < ROWS.len() {
        assert!(ROWS[at].item as usize == at);
        at += 1;
    }
};

impl Item {
    /// How many items there are.
    pub const COUNT: usize = ROWS.len();

    /// Returns every item, in the order of a report.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        ROWS.iter().map(|row| row.item)
    }

    #[expect(clippy::indexing_slicing, reason = "an item's number is its row")]
    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Returns the name in text, such as `operating_income`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Returns what the item is, in a sentence.
    #[must_use]
    pub fn doc(self) -> &'static str {
        self.row().doc.trim()
    }

    /// Returns the part of the report that it stands in.
    #[must_use]
    pub const fn part(self) -> Part {
        self.row().part
    }

    /// Returns what kind of number it is.
    #[must_use]
    pub const fn nature(self) -> Nature {
        self.row().nature
    }

    /// Returns whether the market says it, and no report.
    #[must_use]
    pub const fn is_quoted(self) -> bool {
        matches!(self.part(), Part::Market)
    }

    /// Returns whether the item is normally positive; the others may have either sign.
    ///
    /// A negative amount of a normally positive item is accepted and reported as a finding.
    #[must_use]
    pub const fn is_normally_positive(self) -> bool {
        matches!(self.row().sign, Sign::positive)
    }

    /// Returns whether it is what something costs or is paid for, which a table may take off in
    /// brackets.
    pub(crate) const fn is_cost(self) -> bool {
        matches!(
            self,
            Self::CostOfRevenue
                | Self::ResearchAndDevelopment
                | Self::SalesAndMarketing
                | Self::GeneralAndAdministrative
                | Self::SellingGeneralAndAdministrative
                | Self::OperatingExpenses
                | Self::RestructuringCharges
                | Self::ImpairmentCharges
                | Self::AmortizationOfIntangibles
                | Self::LeaseExpense
                | Self::CompensationAndBenefits
                | Self::InterestExpense
                | Self::PreferredDividends
                | Self::NoninterestExpense
                | Self::DepositInterestExpense
                | Self::UnderwritingExpenses
                | Self::PolicyholderDividends
                | Self::CapitalExpenditures
                | Self::DividendsPaid
                | Self::ShareRepurchases
                | Self::IncomeTaxesPaid
                | Self::InterestPaid
        )
    }

    /// Returns whether one figure serves the reported and the adjusted basis alike, as with
    /// revenue.
    #[must_use]
    pub const fn is_neutral(self) -> bool {
        matches!(self.row().versions, Versions::neutral)
    }

    /// Returns the item of a name, byte for byte; usable while compiling.
    pub(crate) const fn from_bytes(name: &[u8]) -> Option<Self> {
        match TABLE.find(&NAMES, name) {
            #[expect(clippy::indexing_slicing, reason = "the table has the places of rows")]
            Some(place) => Some(ROWS[place].item),
            None => None,
        }
    }
}

/// A text that names no line item.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{name}' is not a line item, such as {}", Offered(near, "revenue or total_assets"))]
pub struct ItemError {
    /// The text, cut after 40 bytes.
    pub name: String,
    /// The line items with the names most like it, the nearest first; none where nothing is like
    /// it.
    pub near: Vec<Item>,
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // In data a name is spelled in one way.
        let name = String::deserialize(deserializer)?;
        Self::from_bytes(name.as_bytes()).ok_or_else(|| de::Error::custom(Self::unknown(&name)))
    }
}
