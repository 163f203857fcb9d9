//! [`Announcement`]: an amount that a company made known.

use alloc::{string::String, vec::Vec};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Reaction, returns::DAYS_A_YEAR};
use crate::{
    currency::Currency,
    expected::Actual,
    figure::{Figure, FigureError, Source},
    period::Period,
    quantity::{Days, Money, Ratio, Shares},
    stated::{Bound, Stated, Unit},
    undefined::Undefined,
};

/// What an announced amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AnnouncementKind {
    /// The value of a contract, over its term.
    Contract,
    /// The proceeds of a business sold.
    Divestiture,
    /// The principal of bonds issued.
    BondIssue,
    /// Costs to be saved.
    CostSavings,
    /// The value of a merger or an acquisition.
    Merger,
    /// What is paid to settle a claim.
    Settlement,
    /// Anything else; the label says what.
    Other,
}

/// A stated figure that is no announced amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnnouncementError {
    /// It is not money, or a range.
    #[error("an announced amount must be one amount of money")]
    NotOneAmount,
    /// It is past the limits of figures.
    #[error(transparent)]
    Figure(#[from] FigureError),
}

/// An amount that a company made known: what it is, how precisely it was stated and where, the
/// parties, the dates.
///
/// ```
/// use financials::market::{Announcement, AnnouncementKind};
/// use financials::{Date, Source, Stated};
///
/// let over = Stated::parse("over $200 million")?;
/// let deal = Announcement::stated(AnnouncementKind::Contract, &over)?
///     .from_source(Source::document("Lumen and Palantir").at("line 5"))
///     .labelled("software over several years")
///     .between(["Lumen", "Palantir"])
///     .announced(Date::constant(2025, 10, 23));
/// assert_eq!(format!("{} {:.0}", deal.bound().words(), deal.value()), "more than $200 million");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    kind: AnnouncementKind,
    amount: Figure,
    currency: Currency,
    #[serde(default = "unhedged", skip_serializing_if = "is_unhedged")]
    bound: Bound,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parties: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    announced: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    term: Option<Period>,
}

impl Announcement {
    /// Makes it of an amount, in whole units of a currency.
    #[must_use]
    pub fn new(kind: AnnouncementKind, amount: Figure, currency: Currency) -> Self {
        let (label, parties, bound) = (None, Vec::new(), Bound::Stated);
        Self { kind, amount, currency, bound, label, parties, announced: None, term: None }
    }

    /// Makes it of an amount as a document states it, with its hedge and its place.
    ///
    /// # Errors
    ///
    /// - `48%`, `$65–215` — no amount of money, or two.
    pub fn stated(kind: AnnouncementKind, stated: &Stated) -> Result<Self, AnnouncementError> {
        let (Unit::Money(currency), None) = (stated.unit(), stated.high()) else {
            return Err(AnnouncementError::NotOneAmount);
        };
        let amount = Figure::new(stated.number(), stated.accuracy())?;
        Ok(Self { bound: stated.bound(), ..Self::new(kind, amount, currency) })
    }

    /// Adds where it was announced.
    #[must_use]
    pub fn from_source(self, source: Source) -> Self {
        Self { amount: self.amount.from_source(source), ..self }
    }

    /// Adds what it is about.
    #[must_use]
    pub fn labelled(self, label: impl Into<String>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    /// Adds the parties, in the order to be printed.
    #[must_use]
    pub fn between(self, parties: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { parties: parties.into_iter().map(Into::into).collect(), ..self }
    }

    /// Adds the day of the announcement.
    #[must_use]
    pub fn announced(self, date: Date) -> Self {
        Self { announced: Some(date), ..self }
    }

    /// Adds the dates over which the amount falls due or is earned.
    #[must_use]
    pub fn over(self, term: Period) -> Self {
        Self { term: Some(term), ..self }
    }

    /// Returns what the amount is.
    #[must_use]
    pub fn kind(&self) -> AnnouncementKind {
        self.kind
    }

    /// Returns the amount.
    #[must_use]
    pub fn value(&self) -> Money {
        Actual::of(&self.amount, self.currency).value()
    }

    /// Returns the amount as it was stated, with its accuracy and its source.
    #[must_use]
    pub fn figure(&self) -> &Figure {
        &self.amount
    }

    /// Returns the hedge that the amount was stated with: "over $200 million" is
    /// [`MoreThan`](Bound::MoreThan), and so is what follows from it.
    #[must_use]
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// Returns what it is about.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// Returns the parties.
    #[must_use]
    pub fn parties(&self) -> &[String] {
        &self.parties
    }

    /// Returns the day of the announcement.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.announced
    }

    /// Returns the dates over which the amount falls due or is earned.
    #[must_use]
    pub fn term(&self) -> Option<Period> {
        self.term
    }

    /// Returns what the amount comes to in a year of its term, each day alike and 365 days to a
    /// year, or nothing where no term is given.
    ///
    /// ```
    /// use financials::market::{Announcement, AnnouncementKind};
    /// use financials::{Currency, Figure, Period};
    ///
    /// let four_years = Period::other("2025-01-01".parse()?, "2028-12-30".parse()?)?;
    /// let value = Figure::millions(200)?;
    /// let deal = Announcement::new(AnnouncementKind::Contract, value, Currency::USD)
    ///     .over(four_years);
    /// assert_eq!(format!("{:.0}", deal.per_year()?.unwrap()), "$50 million");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - a term that is an instant.
    pub fn per_year(&self) -> Result<Option<Money>, Undefined> {
        self.term.map(|term| self.amount_per_year(term)).transpose()
    }

    /// Returns the change in the company's market value for each unit of the amount announced.
    ///
    /// # Errors
    ///
    /// - an amount of zero.
    /// - an amount and a price in different currencies, or a value out of range.
    pub fn market_response(&self, reaction: &Reaction, shares: Shares) -> Result<Ratio, Undefined> {
        Ok((reaction.value_change(shares)? / self.value())?)
    }

    fn amount_per_year(&self, term: Period) -> Result<Money, Undefined> {
        if term.is_instant() {
            return Err(Undefined::NotPartOfAYear);
        }
        let days = Days::new(term.days())?;
        let years = (days / Days::new(DAYS_A_YEAR)?)?;
        Ok((self.value() / years)?)
    }
}

const fn unhedged() -> Bound {
    Bound::Stated
}

fn is_unhedged(bound: &Bound) -> bool {
    *bound == Bound::Stated
}
