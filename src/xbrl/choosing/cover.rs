//! [`Cover`]: what a filing says of itself.

use alloc::vec::Vec;

use jiff::civil::Date;

use crate::{
    period::Period,
    xbrl::{context::Entity, fact::Fact, facts::Facts, qname::QName},
};

/// What a filing says of itself, by the SEC's taxonomy `dei`.
///
/// All of it may be missing: European filings and registrations say little or nothing.
#[derive(Clone, Copy, Debug)]
pub struct Cover<'a> {
    facts: &'a Facts,
}

/// The shares of a class that were outstanding, on a day after the period.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ClassShares<'a> {
    /// The class, such as `us-gaap:CommonClassAMember`; nothing where there is one class.
    pub class: Option<QName<'a>>,
    /// The count.
    pub fact: Fact<'a>,
}

impl Facts {
    /// Returns what the filing says of itself.
    #[must_use]
    pub const fn cover(&self) -> Cover<'_> {
        Cover { facts: self }
    }
}

impl<'a> Cover<'a> {
    /// Returns the form: `10-K`, `10-Q/A`.
    #[must_use]
    pub fn form(&self) -> Option<&'a str> {
        self.text("DocumentType")
    }

    /// Returns the company's name.
    #[must_use]
    pub fn company(&self) -> Option<&'a str> {
        self.text("EntityRegistrantName")
    }

    /// Returns the company's central index key.
    #[must_use]
    pub fn cik(&self) -> Option<u64> {
        self.text("EntityCentralIndexKey")?.parse().ok()
    }

    /// Returns the fiscal year as the company names it, which may lead the calendar's.
    #[must_use]
    pub fn fiscal_year(&self) -> Option<i16> {
        self.text("DocumentFiscalYearFocus")?.parse().ok()
    }

    /// Returns which part of the fiscal year it reports on: `FY`, `Q2`.
    #[must_use]
    pub fn fiscal_period(&self) -> Option<&'a str> {
        self.text("DocumentFiscalPeriodFocus")
    }

    /// Returns the last day that it reports on.
    #[must_use]
    pub fn period_end(&self) -> Option<Date> {
        self.text("DocumentPeriodEndDate")?.parse().ok()
    }

    /// Returns the month and day on which the current fiscal year ends; of years of whole weeks, it
    /// is another day each year.
    #[must_use]
    pub fn fiscal_year_end(&self) -> Option<(i8, i8)> {
        let (month, day) =
            self.text("CurrentFiscalYearEndDate")?.strip_prefix("--")?.split_once('-')?;
        let date = Date::new(2000, month.parse().ok()?, day.parse().ok()?).ok()?;
        Some((date.month(), date.day()))
    }

    /// Returns whether it amends an earlier one.
    #[must_use]
    pub fn is_amendment(&self) -> Option<bool> {
        self.text("AmendmentFlag")?.parse().ok()
    }

    /// Returns the shares outstanding as the cover says them, each class by itself: there may be no
    /// total, classes that are not listed may be left out, and what is said twice stands twice.
    #[must_use]
    pub fn shares(&self) -> Vec<ClassShares<'a>> {
        let facts = self.facts.concept("dei", "EntityCommonStockSharesOutstanding");
        let own = self.entity();
        let of_own = |fact: &Fact<'a>| own.is_none_or(|own| fact.entity() == own);
        let counts = facts.filter(|fact| fact.number().is_some() && of_own(fact));
        let class = |fact: Fact<'a>| {
            let mut dimensions = fact.dimensions();
            let class = match (dimensions.next(), dimensions.next()) {
                (None, _) => None,
                (Some(only), None) if only.axis.local() == "StatementClassOfStockAxis" => {
                    Some(only.member.name()?)
                }
                _ => return None,
            };
            Some(ClassShares { class, fact })
        };
        counts.filter_map(class).collect()
    }

    /// Returns the days that the cover is of: of a quarterly report, the fiscal year to date.
    pub(super) fn period(&self) -> Option<Period> {
        let form = self.fact("DocumentType").or_else(|| self.fact("DocumentPeriodEndDate"));
        form?.period().to_period()
    }

    /// Returns the last day that the cover speaks of, which the filing cannot be before: most often
    /// the one on which the shares outstanding were counted, shortly before it was filed.
    pub(super) fn last_day(&self) -> Option<Date> {
        let facts = self.facts.iter().filter(|fact| fact.concept().family() == Some("dei"));
        let ends = facts.filter_map(|fact| Some(fact.period().to_period()?.end()));
        ends.chain(self.period_end()).max()
    }

    /// Returns what a concept of the cover says, of the filing as a whole.
    fn text(&self, local: &str) -> Option<&'a str> {
        self.fact(local)?.text()
    }

    fn fact(&self, local: &str) -> Option<Fact<'a>> {
        let own = self.entity();
        let mut said = self.said(local);
        said.find(|fact| own.is_none_or(|own| fact.entity() == own))
    }

    fn said(&self, local: &str) -> impl Iterator<Item = Fact<'a>> + use<'a> {
        let said = self.facts.concept("dei", local);
        said.filter(|fact| fact.dimensions().len() == 0)
    }

    /// Returns whose filing it is: the entity that gives itself the number of its context, or else
    /// the one that names the form.
    pub(super) fn entity(&self) -> Option<Entity<'a>> {
        let own_number = |fact: &Fact<'a>| {
            let number = fact.text().and_then(|text| text.parse::<u64>().ok());
            number.is_some() && number == fact.entity().identifier.parse().ok()
        };
        let named = self.said("EntityCentralIndexKey").find(own_number);
        let form = named.or_else(|| self.said("DocumentType").next());
        form.map(|fact| fact.entity())
    }
}
