//! The typed statements, made from the declaration of line items.

use alloc::{collections::BTreeMap, vec::Vec};

use serde::{Deserialize, Serialize, Serializer, ser};

use super::ReportError;
use crate::{
    figure::{Figure, IntoFigure, Scale},
    item::{Item, Nature, Part, with_line_items},
};

/// The lines of one statement, as they were entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    scale: Scale,
    figures: Vec<(Item, Figure)>,
    /// The first line that was refused; the statement's builder cannot stop at it.
    refused: Option<ReportError>,
}

impl Lines {
    const fn new(scale: Scale) -> Self {
        Self { scale, figures: Vec::new(), refused: None }
    }

    fn enter(&mut self, item: Item, amount: impl IntoFigure) {
        // Statements "in thousands, except per share amounts" scale money and share counts only.
        let scale = match item.nature() {
            Nature::PerShareFlow | Nature::Price | Nature::Rate | Nature::Count => Scale::Units,
            _ => self.scale,
        };
        let refused = match amount.into_figure(scale) {
            Ok(_) if self.get(item).is_some() => ReportError::Twice { item },
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

    fn from_map(figures: BTreeMap<Item, Figure>, part: Part) -> Result<Self, ReportError> {
        match figures.keys().find(|item| item.part() != part) {
            Some(item) => Err(ReportError::WrongPart { item: *item, part }),
            None => Ok(Self::of(figures)),
        }
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
        #[serde(try_from = "BTreeMap<Item, Figure>")]
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
            pub fn get(&self, item: Item) -> Option<&Figure> {
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

        impl TryFrom<BTreeMap<Item, Figure>> for $struct {
            type Error = ReportError;

            fn try_from(figures: BTreeMap<Item, Figure>) -> Result<Self, ReportError> {
                Lines::from_map(figures, Part::$part).map(Self)
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
