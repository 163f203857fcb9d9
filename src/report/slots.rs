//! [`Slots`]: the figures of line items, as many as there are, each found by its item at once.

use alloc::boxed::Box;

use crate::{figure::Figure, item::Item};

/// The figures of line items.
///
/// A report states a dozen or two of all the items there are: a byte for each item says where its
/// figure stands, and only those that are stated take the room of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slots {
    /// By the item's number the place of its figure; past the last one for an item that has none.
    places: [u8; Item::COUNT],
    /// In the order of the items.
    figures: Box<[Figure]>,
}

/// The place of no figure.
const NONE: u8 = u8::MAX;

/// Every figure has a place that is not that of none.
const _: () = assert!(Item::COUNT < NONE as usize);

impl Slots {
    /// Lays out figures, of which none is of an item before that of another, nor twice of one.
    pub(super) fn new(figures: impl IntoIterator<Item = (Item, Figure)>) -> Self {
        let mut places = [NONE; Item::COUNT];
        let figures = figures.into_iter().zip(0..).map(|((item, figure), next)| {
            if let Some(place) = places.get_mut(item as usize) {
                *place = next;
            }
            figure
        });
        let figures = figures.collect();
        Self { places, figures }
    }

    /// Returns the figure of an item.
    #[inline]
    pub(super) fn get(&self, item: Item) -> Option<&Figure> {
        self.figures.get(usize::from(*self.places.get(item as usize)?))
    }

    /// Returns the figures in the order of the items.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Item, &Figure)> {
        Item::all().filter_map(|item| Some((item, self.get(item)?)))
    }
}
