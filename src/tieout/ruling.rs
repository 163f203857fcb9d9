//! [`Ruling`]: what a network says of one statement; [`TieOut`]: of all.

use core::fmt;

use alloc::{boxed::Box, collections::BTreeMap, string::String, vec::Vec};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    certificate::Certificate,
    statement::{Assumption, Key, PeriodLabel, Version, What},
    verdict::Verdict,
};
use crate::{
    figure::Basis, interval::Interval, metric::Measure, stated::Unit, undefined::Undefined,
};

/// What a network says of one statement.
///
/// `Display` says it in words, with the numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    pub(super) id: String,
    pub(super) verdict: Verdict,
    pub(super) tied: bool,
    pub(super) stated: Interval,
    pub(super) computed: Option<Interval>,
    pub(super) because: Vec<String>,
    pub(super) only_because_about: bool,
    pub(super) rests_on_trailing_zeros: bool,
    pub(super) rests_on_assumed_place: bool,
    #[serde(default)]
    pub(super) from_rounded: bool,
    #[serde(default)]
    pub(super) footing: bool,
    pub(super) basis: Option<Basis>,
    pub(super) reason: Option<Reason>,
    #[serde(default)]
    pub(super) definition: Option<String>,
    #[serde(default)]
    pub(super) chance: Option<Chance>,
    #[serde(default)]
    pub(super) nearest: Vec<Near>,
    #[serde(default)]
    pub(super) diagnoses: Vec<Diagnosis>,
    #[serde(default)]
    pub(super) conflict: Option<Disagreement>,
    #[serde(default)]
    pub(super) suggestions: Vec<String>,
    #[serde(default)]
    pub(super) certificate: Option<Box<Certificate>>,
    pub(super) words: String,
}

/// Statements that cannot all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    pub(super) members: Vec<String>,
    pub(super) assumed: Vec<Assumption>,
}

impl Disagreement {
    /// Returns the ids of its statements, from which none can be left out.
    #[must_use]
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// Returns what was assumed on the way: that a figure is zero, as a filing leaves it out, or
    /// not below zero, as it is by its nature.
    #[must_use]
    pub fn assumed(&self) -> &[Assumption] {
        &self.assumed
    }
}

/// What a definition comes to that does not give the figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The definition.
    pub definition: String,
    /// What it comes to.
    pub interval: Interval,
    /// By what part of that the figure lies above it.
    #[serde(with = "crate::decimal::wire")]
    pub gap: Decimal,
}

impl Near {
    /// Returns how near a definition comes, where both can be told.
    pub(super) fn of(definition: String, interval: Interval, stated: Interval) -> Option<Self> {
        let middle = |interval: Interval| match interval.ends() {
            [Some(low), Some(high)] => Some(low.checked_add(high)? / Decimal::TWO),
            _ => None,
        };
        let (own, stated) = (middle(interval)?, middle(stated)?);
        let gap = stated.checked_sub(own)?.checked_div(own.abs())?;
        Some(Self { definition, interval, gap: gap.round_sf(3)? })
    }
}

/// A share of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Chance(#[serde(with = "crate::decimal::wire")] pub(super) Decimal);

/// A single change under which a statement would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// What would change: `definition`, `vintage`, `period`, `sign`, `scale`, `basis`, `points`,
    /// `item`, `growth_base` or `digits`.
    pub change: String,
    /// To what: `FY2023`, `net_margin`.
    pub to: String,
    /// The figure that it comes to, at the place of the statement's last digit.
    #[serde(with = "crate::decimal::wire")]
    pub value: Decimal,
    /// How likely a figure of as many digits would meet one of the changes of that kind by chance.
    #[serde(with = "crate::decimal::wire")]
    pub chance: Decimal,
}

/// Why a statement was not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Reason {
    /// Nothing else bears on it.
    NothingElse,
    /// It names no period.
    NoPeriod,
    /// It is in a unit that the measure does not have: revenue of 48%.
    Unit,
    /// Figures of the same name are on record on another basis only.
    Basis {
        /// The basis on record.
        on_record: Basis,
        /// Whether the figure on that basis would match.
        would_match: bool,
    },
    /// Nothing on record gives the definition that its printed name means.
    Definition,
    /// No line item or metric has its name, and nothing else bears on it.
    UnknownName,
    /// Nothing else is of its subject, and another subject has nearly that name.
    UnknownSubject,
    /// Its period is no label, no date and no span of months.
    UnknownPeriod,
    /// It leaves the effects of currency or of what was bought out of a growth.
    Qualifier,
    /// The number has no meaning.
    Undefined(Undefined),
}

impl Reason {
    /// Returns the stable code, such as `basis` or `non_positive_earnings`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NothingElse => "nothing_else",
            Self::NoPeriod => "no_period",
            Self::Unit => "units_differ",
            Self::Basis { .. } => "basis",
            Self::Definition => "definition",
            Self::UnknownName => "unknown_name",
            Self::UnknownSubject => "unknown_subject",
            Self::UnknownPeriod => "unknown_period",
            Self::Qualifier => "qualifier",
            Self::Undefined(reason) => reason.code(),
        }
    }
}

impl Ruling {
    /// Returns the claim's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the verdict.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Returns whether other statements may be at fault in this one's place.
    #[must_use]
    pub const fn is_tied(&self) -> bool {
        self.tied
    }

    /// Returns what the statement admits.
    #[must_use]
    pub const fn stated(&self) -> Interval {
        self.stated
    }

    /// Returns what the other statements that are not contradicted imply, if any bears on it.
    #[must_use]
    pub const fn computed(&self) -> Option<Interval> {
        self.computed
    }

    /// Returns the ids of one conflict that the statement is part of and from which no statement
    /// can be left out, where it is contradicted.
    ///
    /// A filed figure goes by `filing:PLTR:revenue:2025Q2:GAAP`; where filed figures alone refute
    /// the statement, the conflict is with those.
    #[must_use]
    pub fn because(&self) -> &[String] {
        &self.because
    }

    /// Returns whether it is consistent only because of an "about".
    #[must_use]
    pub const fn only_because_about(&self) -> bool {
        self.only_because_about
    }

    /// Returns whether it is contradicted only if zeros at the end of a number count as digits.
    #[must_use]
    pub const fn rests_on_trailing_zeros(&self) -> bool {
        self.rests_on_trailing_zeros
    }

    /// Returns whether the place of a figure of unknown accuracy was assumed.
    #[must_use]
    pub const fn rests_on_assumed_place(&self) -> bool {
        self.rests_on_assumed_place
    }

    /// Returns whether it agrees only with what its document's figures come to as they are printed.
    #[must_use]
    pub const fn is_from_rounded(&self) -> bool {
        self.from_rounded
    }

    /// Returns whether it agrees only if one unit of its last place was added or taken for its
    /// table to add up.
    #[must_use]
    pub const fn is_footing(&self) -> bool {
        self.footing
    }

    /// Returns the basis on record that a statement without one agrees with.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns the definition of its name by which it was judged, where the name has several.
    #[must_use]
    pub fn definition(&self) -> Option<&str> {
        self.definition.as_deref()
    }

    /// Returns how much it says that the statement holds: the share of the figures of as many
    /// digits, within half and double of it, that would hold as well.
    #[must_use]
    pub fn chance(&self) -> Option<Decimal> {
        self.chance.map(|chance| chance.0)
    }

    /// Returns what each known definition comes to, the nearest first, where none gives it.
    #[must_use]
    pub fn nearest(&self) -> &[Near] {
        &self.nearest
    }

    /// Returns the single changes under which it would hold, the likeliest kind first.
    #[must_use]
    pub fn diagnoses(&self) -> &[Diagnosis] {
        &self.diagnoses
    }

    /// Returns the statements with which it cannot hold, where it is contradicted or in conflict.
    #[must_use]
    pub const fn conflict(&self) -> Option<&Disagreement> {
        self.conflict.as_ref()
    }

    /// Returns the names that are nearest to one that is not known: of the measure or the subject.
    #[must_use]
    pub fn suggestions(&self) -> &[String] {
        &self.suggestions
    }

    /// Says that a statement on which nothing bears is of a subject that nothing else is of, where
    /// others are of one that is written nearly so.
    pub(super) fn set_unknown_subject(&mut self, nearest: String) {
        if self.reason == Some(Reason::NothingElse) {
            self.reason = Some(Reason::UnknownSubject);
            self.words.push_str("; the nearest subject is ");
            self.words.push_str(&nearest);
            self.suggestions.push(nearest);
        }
    }

    /// Returns the proof of the conflict, on the first of its members, where
    /// [`Network::tie_out_with_proofs`](super::Network::tie_out_with_proofs) was asked for it.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        self.certificate.as_deref()
    }

    /// Returns why the statement was not judged.
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        self.reason
    }
}

impl fmt::Display for Ruling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// What a network says of all its statements.
#[derive(Clone, Debug)]
pub struct TieOut {
    claims: Vec<Ruling>,
    filed: Vec<Ruling>,
    bounds: BTreeMap<(String, Key), Interval>,
    is_capped: bool,
}

impl TieOut {
    pub(super) fn new(
        claims: Vec<Ruling>,
        filed: Vec<Ruling>,
        bounds: BTreeMap<(String, Key), Interval>,
        is_capped: bool,
    ) -> Self {
        Self { claims, filed, bounds, is_capped }
    }

    /// Returns what was found of each claim, in the order in which they were added.
    #[must_use]
    pub fn rulings(&self) -> &[Ruling] {
        &self.claims
    }

    /// Returns what was found of the figures of filings.
    #[must_use]
    pub fn filed(&self) -> &[Ruling] {
        &self.filed
    }

    /// Returns what was found of the claim of an id, the first where several have it.
    #[must_use]
    pub fn ruling(&self, id: &str) -> Option<&Ruling> {
        self.claims.iter().find(|ruling| ruling.id == id)
    }

    /// Returns the bounds that the statements which are not contradicted imply for a figure, stated
    /// or not; nothing where none bears on it.
    ///
    /// ```
    /// use financials::{Item, Stated, metrics, tieout::{Claim, Network}};
    ///
    /// let mut network = Network::new();
    /// let revenue = Claim::new("revenue", Item::Revenue, Stated::parse("$1.004 billion")?);
    /// network.add(revenue.of("PLTR").during("2025Q2"));
    /// let growth = Claim::new("growth", metrics::REVENUE_GROWTH, Stated::parse("up 48%")?);
    /// network.add(growth.of("PLTR").during("2025Q2"));
    /// let year_ago = network.tie_out().bounds("PLTR", Item::Revenue, "2024Q2", None);
    /// let year_ago = year_ago.map(|bounds| format!("{bounds:.10}"));
    /// assert_eq!(year_ago.as_deref(), Some("(675757575.7, 681016949.2)"));
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn bounds(
        &self,
        subject: &str,
        measure: impl Into<Measure>,
        period: &str,
        basis: Option<Basis>,
    ) -> Option<Interval> {
        let (what, named) = What::of(measure.into()).on_basis();
        let basis = basis.or(named);
        // A measure of one's own may have been stated as an amount or as a percentage.
        let part = what.stated_as(Unit::Ratio);
        [Some(what), part].into_iter().flatten().find_map(|what| {
            let period = PeriodLabel::read(period).in_calendar(None);
            let key = Key::new(what, period, Version::of(what, basis));
            self.bounds.get(&(String::from(subject), key)).copied()
        })
    }

    /// Returns whether narrowing or the search for the fewest contradicted statements was cut
    /// short: bounds may then be wider than they could be, and more statements contradicted than
    /// need be.
    #[must_use]
    pub const fn is_capped(&self) -> bool {
        self.is_capped
    }
}
