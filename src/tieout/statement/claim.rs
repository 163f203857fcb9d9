//! [`Claim`]: a figure that a document states, and what it is about.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::{evidence::Evidence, qualifier::Qualifier};
use crate::{figure::Basis, metric::Measure};

/// A figure that a document states, and what it is about: whose, of what, when, on which basis.
///
/// ```
/// use financials::{Basis, Item, Stated, tieout::Claim};
///
/// let claim = Claim::new("A8", Item::OperatingIncome, Stated::parse("$464 million")?)
///     .of("PLTR")
///     .during("2025Q2")
///     .on(Basis::Adjusted)
///     .from_document("release");
/// assert_eq!(claim.id(), "A8");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub(crate) id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) subject: String,
    pub(crate) measure: Measure,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) period: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) basis: Option<Basis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) document: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) printed_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) qualifier: Option<Qualifier>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) in_brackets: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) truncated: bool,
    pub(crate) evidence: Evidence,
}

impl Claim {
    /// Makes a claim of no company and no period yet; the id is the caller's own.
    ///
    /// A measure by the name of a segment's, such as `revenue:us_commercial` or
    /// `revenue_growth:us_commercial`, is joined by the formulas of that segment, and
    /// `revenue_share:us_commercial` is its part of the whole.
    ///
    /// What is guided or expected of a measure stands before its name: `guidance:revenue`,
    /// `consensus:eps_diluted`. The catalogue's formulas hold among such figures as among actual
    /// ones, over actual figures of earlier periods: `guidance:revenue_growth` is what the guidance
    /// implies over last year's revenue. A range has `guidance_low:`, `guidance_high:`,
    /// `guidance_midpoint:` and `guidance_half_width:` (an amount, or a part of the midpoint);
    /// `surprise:` is what came out less the consensus, as an amount or as a part of it, and of a
    /// ratio always the difference. `revenue_guidance` and `revenue_surprise` are read as well.
    ///
    /// A basis may stand before the name too, as in `adjusted_operating_margin`,
    /// `non_gaap_net_income` and `gaap_net_income`.
    ///
    /// Any other name, such as `contract_value:navy`, meets statements of that name only.
    ///
    /// ```
    /// use financials::{Measure, Stated, tieout::{Claim, Network, Verdict}};
    ///
    /// let mut network = Network::new();
    /// for (measure, period, text) in [
    ///     ("guidance:revenue", "FY2025", "$4.142 billion to $4.150 billion"),
    ///     ("revenue", "FY2024", "$2,866 million"),
    ///     ("guidance_midpoint:revenue", "FY2025", "$4.146 billion"),
    ///     ("guidance:revenue_growth", "FY2025", "45%"),
    /// ] {
    ///     let claim = Claim::new(measure, measure.parse::<Measure>()?, Stated::parse(text)?);
    ///     network.add(claim.of("PLTR").during(period));
    /// }
    /// let tie_out = network.tie_out();
    /// assert!(tie_out.rulings().iter().all(|found| found.verdict() == Verdict::Consistent));
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        measure: impl Into<Measure>,
        figure: impl Into<Evidence>,
    ) -> Self {
        Self {
            id: id.into(),
            subject: String::new(),
            measure: measure.into(),
            period: String::new(),
            basis: None,
            document: None,
            printed_name: None,
            qualifier: None,
            in_brackets: false,
            truncated: false,
            evidence: figure.into(),
        }
    }

    /// Adds whose figure it is.
    #[must_use]
    pub fn of(self, subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), ..self }
    }

    /// Adds the period: a fiscal label (`2025Q2`, `FY2025`, `TTM 2025Q2`), a date, or any other
    /// label, which is compared as it stands.
    ///
    /// Claims without a period are not compared: two price targets without a date are two targets.
    #[must_use]
    pub fn during(self, period: impl Into<String>) -> Self {
        Self { period: period.into(), ..self }
    }

    /// Adds the basis that the document names.
    ///
    /// A claim without one agrees if it agrees with a basis that is on record.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis: Some(basis), ..self }
    }

    /// Adds the document that states it.
    #[must_use]
    pub fn from_document(self, document: impl Into<String>) -> Self {
        Self { document: Some(document.into()), ..self }
    }

    /// Adds the name under which the document prints it, such as "net sales" for revenue: where
    /// that means one definition, the figure is held against no other.
    ///
    /// ```
    /// use financials::{Stated, item::Item, tieout::Claim};
    ///
    /// let sales = Claim::new("sales", Item::Revenue, Stated::parse("$674.5 billion")?)
    ///     .of("WMT")
    ///     .during("FY2025")
    ///     .printed_as("Net sales");
    /// assert_eq!(sales.id(), "sales");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn printed_as(self, name: impl Into<String>) -> Self {
        Self { printed_name: Some(name.into()), ..self }
    }

    /// Adds what the document takes out of a growth: growth without the effects of currency is
    /// never judged by the reported one.
    #[must_use]
    pub fn qualified(self, qualifier: Qualifier) -> Self {
        Self { qualifier: Some(qualifier), ..self }
    }

    /// Adds that the document prints the figure in brackets: a cost in brackets is the cost that it
    /// is, where a table takes it from something.
    ///
    /// ```
    /// use financials::{Stated, item::Item, tieout::{Claim, Network}};
    ///
    /// let mut network = Network::new();
    /// for (id, item, text) in [
    ///     ("r", Item::Revenue, "$150 million"),
    ///     ("c", Item::CostOfRevenue, "($90) million"),
    ///     ("g", Item::GrossProfit, "$60 million"),
    /// ] {
    ///     let claim = Claim::new(id, item, Stated::parse(text)?).during("2023Q4");
    ///     network.add(if text.contains('(') { claim.in_brackets() } else { claim });
    /// }
    /// assert!(network.tie_out().rulings().iter().all(|ruling| ruling.verdict().holds()));
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn in_brackets(self) -> Self {
        Self { in_brackets: true, ..self }
    }

    /// Adds that the document cuts its amounts off behind the last digit, as reports in Japan do:
    /// 748 million admits 748 up to 749. Ratios are rounded all the same.
    ///
    /// ```
    /// use financials::{Stated, item::Item, tieout::Claim};
    ///
    /// let sales = Claim::new("a", Item::Revenue, Stated::parse("¥748 million")?).truncated();
    /// assert_eq!(sales.id(), "a");
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn truncated(self) -> Self {
        Self { truncated: true, ..self }
    }

    /// Returns the caller's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns what the figure admits.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
