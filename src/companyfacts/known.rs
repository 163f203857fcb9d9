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
        discontinued::{Discontinued, Leaving},
        series::{self, Series},
        shares::Splits,
    },
    filed::{
        rounding::UnitKind,
        tracks::{self, Tracks},
        vintage::Vintage,
    },
    periods::years::FiscalYears,
    reading::{
        concept::{ConceptName, UnitFacts},
        document::CompanyFacts,
    },
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
    pub(crate) discontinued: Discontinued,
    pub(crate) shared: Shared,
}

/// What items rest on beside their own concepts, each worked out once: several rest on it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared {
    /// The items as their own concepts give them.
    pub tagged: PerItem<Tagged>,
    /// The items with the quarters that weighing gives them.
    pub weighed: PerItem<Series>,
    /// The same as they stood before each split, the last split first.
    pub before_splits: OnceLock<Vec<Self>>,
}

impl Shared {
    /// What earnings per share are made of.
    pub(crate) const OF_EARNINGS: [Item; 5] =
        [Item::NetIncome, Item::SharesBasic, Item::SharesDiluted, Item::EpsBasic, Item::EpsDiluted];
}

/// An item as its own concepts give it.
#[derive(Clone, Debug)]
pub(crate) struct Tagged {
    pub series: Series,
    pub concepts: Vec<Used>,
}

/// A concept of an item: how many facts it has that could enter the series, how many entries rest
/// on it, and whether it differs from the preferred one.
#[derive(Clone, Debug)]
pub(crate) struct Used {
    pub concept: ConceptName,
    pub facts: usize,
    pub entries: usize,
    pub differs: bool,
}

/// Something for each item that others are made of or held against.
#[derive(Clone, Debug)]
pub(crate) struct PerItem<T>([OnceLock<T>; ITEMS.len()]);

const ITEMS: [Item; 14] = [
    Item::NetIncome,
    Item::SharesBasic,
    Item::SharesDiluted,
    Item::EpsBasic,
    Item::EpsDiluted,
    Item::Revenue,
    Item::CostOfRevenue,
    Item::GrossProfit,
    Item::OperatingExpenses,
    Item::OperatingIncome,
    Item::IncomeBeforeTax,
    Item::IncomeTaxExpense,
    Item::IncomeContinuing,
    Item::NetIncomeConsolidated,
];

impl<T> Default for PerItem<T> {
    fn default() -> Self {
        Self(core::array::from_fn(|_| OnceLock::new()))
    }
}

impl<T: Clone> PerItem<T> {
    /// Returns what is kept of an item, made now where it was not yet.
    pub(crate) fn get_or_make(&self, item: Item, make: impl FnOnce() -> T) -> Cow<'_, T> {
        match self.slot(item) {
            Some(slot) => Cow::Borrowed(slot.get_or_init(make)),
            None => Cow::Owned(make()),
        }
    }

    /// Returns what is kept of an item, if it was made.
    pub(crate) fn get(&self, item: Item) -> Option<&T> {
        self.slot(item)?.get()
    }

    /// Keeps what was made of an item, if it is one of these.
    pub(crate) fn keep(&self, item: Item, made: &T) {
        if let Some(slot) = self.slot(item).filter(|slot| slot.get().is_none()) {
            let _ = slot.set(made.clone());
        }
    }

    fn slot(&self, item: Item) -> Option<&OnceLock<T>> {
        let Self(slots) = self;
        slots.get(ITEMS.iter().position(|known| *known == item)?)
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
            discontinued: Discontinued::of(self, vintage),
            shared: Shared::default(),
        }
    }

    fn currency(&self, vintage: Vintage) -> &str {
        let mut counts: BTreeMap<&str, (usize, Date)> = BTreeMap::new();
        let money = |unit: &&UnitFacts| UnitKind::of(&unit.unit) == UnitKind::Money;
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
    pub(crate) fn beside<'b>(
        &'b self,
        joined: &'b [Break],
        leaving: Option<Leaving>,
    ) -> Beside<'b> {
        Beside { joined, assets: &self.assets, discontinued: &self.discontinued, leaving }
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
            series::assemble(self.facts, &self.years, self.vintage, &tracks, self.beside(&[], None))
        });
        series.collect()
    }
}
