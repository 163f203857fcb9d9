//! [`Quote`]: what the market and its analysts say on a date.

use alloc::vec::Vec;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{MarketData, ReportError};
use crate::{
    currency::Currency,
    figure::{Figure, Source},
    item::Item,
};

/// What the market and its analysts say on a date: a price, estimates, required returns.
///
/// ```
/// use financials::{Currency, Item, report::{MarketData, Quote}};
///
/// let quote = Quote::new(Currency::USD, MarketData::in_units().share_price(180).eps_ntm("0.65"))?
///     .on("2025-10-24".parse()?);
/// assert_eq!(quote.figure(Item::SharePrice).map(|figure| figure.number()), Some(180.into()));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Quote {
    currency: Currency,
    date: Option<Date>,
    figures: Vec<(Item, Figure)>,
}

impl Quote {
    /// Makes a quote.
    ///
    /// # Errors
    ///
    /// Returns the first line that is no figure or is given twice.
    pub fn new(currency: Currency, data: MarketData) -> Result<Self, ReportError> {
        let mut figures = data.0.into_figures()?;
        // In the order of the items, so that the order they were given in tells no quotes apart.
        figures.sort_by_key(|(item, _)| *item);
        Ok(Self { currency, date: None, figures })
    }

    /// Adds the date of the quote.
    #[must_use]
    pub fn on(self, date: Date) -> Self {
        Self { date: Some(date), ..self }
    }

    /// Adds the source of every figure that names none itself.
    #[must_use]
    pub fn from_source(mut self, source: &Source) -> Self {
        let figures = core::mem::take(&mut self.figures).into_iter();
        self.figures = figures.map(|(item, figure)| (item, figure.sourced(Some(source)))).collect();
        self
    }

    /// Returns the currency of prices and amounts.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns the date of the quote, if it was given.
    #[must_use]
    pub const fn date(&self) -> Option<Date> {
        self.date
    }

    /// Returns a figure.
    #[must_use]
    pub fn figure(&self, item: Item) -> Option<&Figure> {
        self.figures.iter().find(|(other, _)| *other == item).map(|(_, figure)| figure)
    }
}

/// The form of a quote in serde.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "struct Quote")]
struct Wire {
    currency: Currency,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    figures: MarketData,
}

impl TryFrom<Wire> for Quote {
    type Error = ReportError;

    fn try_from(wire: Wire) -> Result<Self, ReportError> {
        Ok(Self { date: wire.date, ..Self::new(wire.currency, wire.figures)? })
    }
}

impl From<Quote> for Wire {
    fn from(quote: Quote) -> Self {
        let figures = MarketData(super::statement::Lines::of(quote.figures));
        Self { currency: quote.currency, date: quote.date, figures }
    }
}
