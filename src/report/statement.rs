//! The typed statements, made from the declaration of line items.

use core::fmt;

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use super::ReportError;
use crate::{
    figure::{Figure, IntoFigure, Scale},
    item::{Item, Nature, Part, with_line_items},
};

/// The lines of one statement, as they were entered.
#[derive(Clone, Debug, Eq)]
pub(super) struct Lines {
    /// The scale of the lines to come; those entered are in whole units.
    scale: Scale,
    figures: Vec<(Item, Figure)>,
    /// The first line that was refused; the statement's builder cannot stop at it.
    refused: Option<ReportError>,
}

/// Statements of the same lines are equal, whatever scale they were printed in.
impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        self.figures == other.figures && self.refused == other.refused
    }
}

impl Lines {
    const fn new(scale: Scale) -> Self {
        Self { scale, figures: Vec::new(), refused: None }
    }

    fn enter(&mut self, item: Item, amount: impl IntoFigure) {
        // Statements "in thousands, except per share amounts" scale money and share counts only.
        let scale = match item.nature() {
            Nature::PerShareFlow
            | Nature::Price
            | Nature::Rate
            | Nature::Count
            | Nature::Coefficient => Scale::Units,
            _ => self.scale,
        };
        let refused = match amount.into_figure(scale) {
            Ok(_) if self.get(item).is_some() => ReportError::Twice { measure: item.into() },
            Ok(figure) => return self.figures.push((item, figure)),
            Err(error) => ReportError::Figure { item, error },
        };
        self.refused.get_or_insert(refused);
    }

    fn get(&self, item: Item) -> Option<&Figure> {
        self.figures.iter().find(|(other, _)| *other == item).map(|(_, figure)| figure)
    }

    /// Makes lines of figures that are in whole units already.
    pub(super) fn of(figures: impl IntoIterator<Item = (Item, Figure)>) -> Self {
        let mut lines = Self::new(Scale::Units);
        for (item, figure) in figures {
            lines.enter(item, figure);
        }
        lines
    }

    pub(super) fn into_figures(self) -> Result<Vec<(Item, Figure)>, ReportError> {
        match self.refused {
            Some(refused) => Err(refused),
            None => Ok(self.figures),
        }
    }

    fn of_part(entries: Entries, part: Part) -> Result<Self, ReportError> {
        if let Some((item, _)) = entries.0.iter().find(|(item, _)| item.part() != part) {
            return Err(ReportError::WrongPart { item: *item, part });
        }
        let lines = Self::of(entries.0);
        match lines.refused {
            Some(refused) => Err(refused),
            None => Ok(lines),
        }
    }
}

/// The lines of a map, each as often as it is there: a map type would drop the first of two.
#[derive(Default)]
pub(super) struct Entries(pub(super) Vec<(Item, Figure)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> de::Visitor<'de> for EntriesVisitor {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of line items to figures")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

impl Serialize for Entries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(item, figure)| (item, figure)))
    }
}

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.refused {
            Some(refused) => Err(ser::Error::custom(refused)),
            None => {
                serializer.collect_map(self.figures.iter().map(|(item, figure)| (item, figure)))
            }
        }
    }
}

macro_rules! statements {
    ($(
        $(#[doc = $part_doc:literal])+
        $part:ident, $struct:ident, $method:ident {
            $( $(#[doc = $doc:literal])+
               $variant:ident $name:ident: $nature:ident, $sign:ident, $basis:ident; )+
        }
    )+) => {$(
        $(#[doc = $part_doc])+
        ///
        /// Start with the scale that the table is printed in, then name the lines. A line that is
        /// not a decimal number, is past the limits or is given twice is reported by the report's
        /// `build`. Amounts per share and rates are never scaled.
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(try_from = "Entries")]
        pub struct $struct(pub(super) Lines);

        impl $struct {
            /// Starts a statement in whole units.
            #[must_use]
            pub const fn in_units() -> Self {
                Self(Lines::new(Scale::Units))
            }

            /// Starts a statement printed in thousands.
            #[must_use]
            pub const fn in_thousands() -> Self {
                Self(Lines::new(Scale::Thousands))
            }

            /// Starts a statement printed in millions.
            #[must_use]
            pub const fn in_millions() -> Self {
                Self(Lines::new(Scale::Millions))
            }

            /// Starts a statement printed in billions.
            #[must_use]
            pub const fn in_billions() -> Self {
                Self(Lines::new(Scale::Billions))
            }

            /// Returns the figure of a line, if it was given.
            #[must_use]
            pub fn figure(&self, item: Item) -> Option<&Figure> {
                self.0.get(item)
            }

            /// Returns the lines in the order in which they were given.
            pub fn iter(&self) -> impl Iterator<Item = (Item, &Figure)> {
                self.0.figures.iter().map(|(item, figure)| (*item, figure))
            }

            $(
                $(#[doc = $doc])+
                #[must_use]
                pub fn $name(mut self, amount: impl IntoFigure) -> Self {
                    self.0.enter(Item::$variant, amount);
                    self
                }
            )+
        }

        impl TryFrom<Entries> for $struct {
            type Error = ReportError;

            fn try_from(entries: Entries) -> Result<Self, ReportError> {
                Lines::of_part(entries, Part::$part).map(Self)
            }
        }

        /// A statement with a line that was refused is not written: nothing is lost silently.
        impl Serialize for $struct {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    )+};
}

with_line_items!(statements);
