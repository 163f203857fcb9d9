//! [`KnownFacts`]: a company's facts under one vintage.

use core::cmp::Reverse;
use std::sync::OnceLock;

use alloc::{
    borrow::{Cow, ToOwned},
    collections::BTreeMap,
    string::String,
    vec::Vec,
};

use jiff::civil::Date;

use crate::Item;
use crate::companyfacts::{
    deriving::{
        beside::{Beside, TotalAssets},
        breaks::Break,
        series::{self, Series},
        shares::Splits,
    },
    filed::{
        rounding::Measure,
        tracks::{self, Tracks},
        vintage::Vintage,
    },
    periods::years::FiscalYears,
    reading::{concept::UnitFacts, document::CompanyFacts},
};
use crate::currency::{Currency, CurrencyError};

/// A company's facts under one vintage, with the calendar that its filings imply.
#[derive(Clone, Debug)]
pub struct KnownFacts<'a> {
    pub(crate) facts: &'a CompanyFacts,
    pub(crate) vintage: Vintage,
    pub(crate) years: FiscalYears,
    /// The currency in which most facts are.
    pub(crate) currency: String,
    /// The last day for which a filing gives a flow.
    pub(crate) last_end: Date,
    pub(crate) splits: Splits,
    pub(crate) assets: TotalAssets,
    pub(crate) shared: Shared,
}

/// What earnings per share are made of, each worked out once: several items rest on it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared {
    /// The items as their own concepts give them.
    pub tagged: PerItem,
    /// The items with the quarters that weighing gives them.
    pub weighed: PerItem,
    /// The same as they stood before each split, the last split first.
    pub before_splits: OnceLock<Vec<Self>>,
}

/// A series for each item that earnings per share are made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct PerItem([OnceLock<Series>; Self::ITEMS.len()]);

impl PerItem {
    pub(crate) const ITEMS: [Item; 5] =
        [Item::NetIncome, Item::SharesBasic, Item::SharesDiluted, Item::EpsBasic, Item::EpsDiluted];

    /// Returns the series of an item, made now where it was not yet.
    pub(crate) fn get_or_make(&self, item: Item, make: impl FnOnce() -> Series) -> Cow<'_, Series> {
        match self.slot(item) {
            Some(slot) => Cow::Borrowed(slot.get_or_init(make)),
            None => Cow::Owned(make()),
        }
    }

    /// Returns the series of an item, if it was made.
    pub(crate) fn get(&self, item: Item) -> Option<&Series> {
        self.slot(item)?.get()
    }

    /// Keeps the series of an item, if it is one of these.
    pub(crate) fn keep(&self, item: Item, series: &Series) {
        if let Some(slot) = self.slot(item).filter(|slot| slot.get().is_none()) {
            let _ = slot.set(series.clone());
        }
    }

    fn slot(&self, item: Item) -> Option<&OnceLock<Series>> {
        let Self(slots) = self;
        slots.get(Self::ITEMS.iter().position(|known| *known == item)?)
    }
}

impl CompanyFacts {
    /// Returns the facts under a vintage.
    #[must_use]
    pub fn known(&self, vintage: Vintage) -> KnownFacts<'_> {
        let facts = self.groups().flat_map(|(_, unit)| &unit.facts);
        let years = FiscalYears::infer(facts.filter(|fact| tracks::eligible(fact, vintage)));
        KnownFacts {
            facts: self,
            vintage,
            years,
            currency: self.currency(vintage).to_owned(),
            last_end: self.last_end(vintage),
            splits: Splits::find(self, vintage),
            assets: TotalAssets::of(self, vintage),
            shared: Shared::default(),
        }
    }

    fn currency(&self, vintage: Vintage) -> &str {
        let mut counts: BTreeMap<&str, (usize, Date)> = BTreeMap::new();
        let money = |unit: &&UnitFacts| Measure::of(&unit.unit) == Measure::Money;
        for unit in self.groups().map(|(_, unit)| unit).filter(money) {
            let facts = unit.facts.iter().filter(|fact| tracks::eligible(fact, vintage));
            for fact in facts {
                let (count, last) = counts.entry(&unit.unit).or_default();
                (*count, *last) = (*count + 1, fact.end.max(*last));
            }
        }
        // Of two with as many facts, the one in which the company reported last.
        let most = counts.iter().max_by_key(|(unit, counted)| (*counted, Reverse(*unit)));
        most.map_or("USD", |(unit, _)| *unit)
    }

    fn last_end(&self, vintage: Vintage) -> Date {
        let facts = self.groups().flat_map(|(_, unit)| &unit.facts);
        let flows = facts.filter(|fact| fact.start.is_some() && tracks::eligible(fact, vintage));
        flows.map(|fact| fact.end).max().unwrap_or_default()
    }
}

impl KnownFacts<'_> {
    pub(crate) fn beside<'b>(&'b self, joined: &'b [Break]) -> Beside<'b> {
        Beside { joined, assets: &self.assets }
    }

    /// Returns the vintage.
    #[must_use]
    pub fn vintage(&self) -> Vintage {
        self.vintage
    }

    /// Returns the currency in which most of the facts are, which reports are in; of two with as
    /// many, the one of the latest.
    ///
    /// ```
    /// use financials::{Currency, companyfacts::{CompanyFacts, Vintage}};
    ///
    /// let facts = CompanyFacts::parse(br#"{"cik":1,"facts":{}}"#)?;
    /// assert_eq!(facts.known(Vintage::Latest).currency(), Ok(Currency::USD));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the unit where it is no currency.
    pub fn currency(&self) -> Result<Currency, CurrencyError> {
        self.currency.parse()
    }

    /// Returns the company's fiscal years, as far as filings of the vintage date them.
    #[must_use]
    pub fn years(&self) -> &FiscalYears {
        &self.years
    }

    /// Returns the series of one concept as it stands, one for each of its units.
    ///
    /// Nothing is chosen between concepts, and share counts and per-share amounts stay on the basis
    /// on which they were filed.
    #[must_use]
    pub fn concept(&self, taxonomy: &str, name: &str) -> Vec<Series> {
        let Some(concept) = self.facts.concept(taxonomy, name) else {
            return Vec::new();
        };
        let series = concept.units.iter().map(|unit| {
            let chain = [(concept, unit.facts.as_slice())];
            let tracks = Tracks::new(&self.years, self.vintage, &unit.unit, &chain);
            series::assemble(self.facts, &self.years, self.vintage, &tracks, self.beside(&[]))
        });
        series.collect()
    }
}
