//! [`SeriesFinding`]: something in the filings that a reader of the series should know.

use core::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Something in the filings that a reader of the series should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SeriesFinding {
    /// What was found.
    pub kind: FindingKind,
    /// First day of the period concerned; nothing for an instant.
    pub start: Option<Date>,
    /// Last day of the period concerned.
    pub end: Date,
    /// What a filing gives for it.
    #[serde(with = "crate::decimal::wire")]
    pub reported: Decimal,
    /// What stands against it, where that is a number.
    pub against: Option<Against>,
}

/// The number that a reported one is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Against(#[serde(with = "crate::decimal::wire")] pub Decimal);

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingKind {
    /// A reported quarter differs from the derived one within the rounding of the figures.
    DiffersWithinRounding,
    /// A reported quarter, or trailing year, differs from the derived one beyond rounding; or a
    /// derived quarter differs from what the lines beside it make it, as revenue less its cost
    /// does from the gross profit, and it is not known which of them is on another basis.
    Differs,
    /// A quarter is reported on an older basis than the year, which was restated without it.
    OlderBasis,
    /// A reported quarter was passed over, because the periods it belongs to were restated after it
    /// was last filed.
    PassedOver,
    /// A filing's quarter is struck as a slip: its four quarters do not make its own year, and the
    /// ones filed before do, or its own do not come to half the year.
    Slip,
    /// Four quarters do not add up to the year, within the rounding of the five.
    QuartersDoNotSum,
    /// A per-share amount of a quarter is not the difference of the longer periods', as is usual.
    NotAdditive,
    /// A fact's period ends after the filing that gives it; the fact is left out.
    EndsAfterFiling,
    /// A share count was filed in thousands or millions as if in single shares: it is less than a
    /// five-hundredth of the series' median, no whole number, or so small that each share would
    /// earn more than any does.
    OtherScale,
    /// The only balance of the other sign among its neighbours; or a quarter of an item that is
    /// positive, derived from figures of both signs or below zero.
    LoneSign,
    /// A concept passed over gives another value for the period in the same filing.
    CandidateDiffers,
    /// A concept passed over is more than twice the chosen one: the choice may be a slice of it.
    Dwarfed,
    /// The figure is taken from a concept that differs, where one filing gives both, from the one
    /// that gives the rest of the series: long-term debt with leases or with the part of it due
    /// within a year, where the rest is without.
    OtherConcept,
    /// The figure is of a concept that holds more than the item, and the company tags what makes
    /// the difference, or nobody does: cash generated before interest and taxes for cash from
    /// operations.
    WiderConcept,
    /// The figure is of a concept that holds less than the item, such as depreciation alone for
    /// depreciation and amortisation; or it rests on a year that holds less than the company's
    /// quarterly reports do, whose fourth quarters come out below zero in a fair share of years.
    NarrowerConcept,
    /// The figure is on another basis than that of the same period a year before: one was restated
    /// after the other was last filed, so growth from one to the other mixes two bases.
    YearAgoOnOtherBasis,
    /// A derived quarter rests on a longer period of which a later filing gave a part otherwise,
    /// and which no filing has given since.
    PartRestated,
    /// No filing gives the quarter: the share count is what the longer periods leave of it,
    /// weighted by days, and the amount per share is the quarter's income over that count. Or
    /// twelve months are income over the weighted shares of their quarters, one of them basic.
    PerShareConvention,
    /// A fact was left out: it is less than half of what another concept of the item gives in the
    /// same filing, and of what its own concept has in other periods.
    Stray,
    /// Two lines of equal amount were added up; they may be one line under two tags.
    EqualLines,
    /// The concept was given up: the company has filed later periods without it.
    StaleTag,
}

impl FindingKind {
    /// Returns the stable name for machines: `older_basis`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::DiffersWithinRounding => "differs_within_rounding",
            Self::Differs => "differs",
            Self::OlderBasis => "older_basis",
            Self::PassedOver => "passed_over",
            Self::Slip => "slip",
            Self::QuartersDoNotSum => "quarters_do_not_sum",
            Self::NotAdditive => "not_additive",
            Self::EndsAfterFiling => "ends_after_filing",
            Self::OtherScale => "other_scale",
            Self::LoneSign => "lone_sign",
            Self::CandidateDiffers => "candidate_differs",
            Self::Dwarfed => "dwarfed",
            Self::OtherConcept => "other_concept",
            Self::WiderConcept => "wider_concept",
            Self::NarrowerConcept => "narrower_concept",
            Self::YearAgoOnOtherBasis => "year_ago_on_other_basis",
            Self::PartRestated => "part_restated",
            Self::PerShareConvention => "per_share_convention",
            Self::Stray => "stray",
            Self::EqualLines => "equal_lines",
            Self::StaleTag => "stale_tag",
        }
    }
}

impl fmt::Display for SeriesFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(start) = self.start {
            write!(f, "{start}..")?;
        }
        write!(f, "{}: {} ", self.end, self.reported)?;
        let text = match self.kind {
            FindingKind::DiffersWithinRounding => "differs within rounding from the derived",
            FindingKind::Differs => "differs from the derived",
            FindingKind::OlderBasis => "is on an older basis than the restated year",
            FindingKind::PassedOver => "is passed over for the restated",
            FindingKind::Slip => "is a slip of one filing,",
            FindingKind::QuartersDoNotSum => "is not the sum of its quarters,",
            FindingKind::NotAdditive => "is not the difference of the longer periods,",
            FindingKind::EndsAfterFiling => "is filed before its period ends",
            FindingKind::OtherScale => "is no count of single shares,",
            FindingKind::LoneSign => "has, or rests on, another sign than its neighbours",
            FindingKind::CandidateDiffers => "differs from a concept passed over,",
            FindingKind::Dwarfed => "is dwarfed by a concept passed over,",
            FindingKind::OtherConcept => "is of a concept that differs from the preferred one",
            FindingKind::WiderConcept => "is of a concept that holds more than the item",
            FindingKind::NarrowerConcept => "is of a concept that holds less than the item",
            FindingKind::YearAgoOnOtherBasis => "is on another basis than a year before,",
            FindingKind::PartRestated => "rests on a period of which a part was restated since",
            FindingKind::PerShareConvention => "is of the quarter's own weighted shares",
            FindingKind::Stray => "is a part, and left out for",
            FindingKind::EqualLines => "holds two lines of one amount,",
            FindingKind::StaleTag => "is the last value of a concept given up",
        };
        match self.against {
            Some(Against(value)) => write!(f, "{text} {value}"),
            None => f.write_str(text.trim_end_matches(',')),
        }
    }
}
