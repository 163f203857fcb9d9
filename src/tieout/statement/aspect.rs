//! [`Aspect`]: whether a statement says what was, what is guided, or what is expected.

use crate::{period::FiscalLabel, stated::Unit};

/// In which regard a statement speaks of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aspect {
    /// What the measure came to.
    Actual,
    /// What the company guides it to: somewhere between the ends of a range.
    Guidance,
    GuidanceLow,
    GuidanceHigh,
    GuidanceMidpoint,
    GuidanceHalfWidth,
    /// Half the distance between the ends, as a part of the midpoint.
    GuidancePlusMinus,
    /// What analysts expect of it.
    Consensus,
    /// By how much it came out above the consensus, as a part of that.
    Surprise,
    SurpriseAmount,
    /// What part of the whole is a segment's.
    SegmentShare,
    /// By what part it came out above a year ago.
    Growth,
    /// By what part it came out above the period before.
    GrowthQoq,
    /// By how much it came out above a year ago.
    Change,
    ChangeQoq,
    /// By what part of it a loss of a year ago is smaller now.
    Narrowing,
    /// By what part it came out above another period.
    GrowthSince(FiscalLabel),
    /// By how much it came out above another period.
    ChangeSince(FiscalLabel),
}

impl Aspect {
    const ALL: [Self; 15] = [
        Self::Guidance,
        Self::GuidanceLow,
        Self::GuidanceHigh,
        Self::GuidanceMidpoint,
        Self::GuidanceHalfWidth,
        Self::GuidancePlusMinus,
        Self::Consensus,
        Self::Surprise,
        Self::SurpriseAmount,
        Self::SegmentShare,
        Self::Growth,
        Self::GrowthQoq,
        Self::Change,
        Self::ChangeQoq,
        Self::Narrowing,
    ];

    /// Returns the word for it in the name of a measure: `guidance` in `guidance:revenue`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Guidance => "guidance",
            Self::GuidanceLow => "guidance_low",
            Self::GuidanceHigh => "guidance_high",
            Self::GuidanceMidpoint => "guidance_midpoint",
            Self::GuidanceHalfWidth => "guidance_half_width",
            Self::GuidancePlusMinus => "guidance_plus_minus",
            Self::Consensus => "consensus",
            Self::Surprise => "surprise",
            Self::SurpriseAmount => "surprise_amount",
            Self::SegmentShare => "share",
            Self::Growth => "growth",
            Self::GrowthQoq => "growth_qoq",
            Self::Change => "change",
            Self::ChangeQoq => "change_qoq",
            Self::Narrowing => "narrowing",
            Self::GrowthSince(_) => "growth_since",
            Self::ChangeSince(_) => "change_since",
        }
    }

    /// Returns how it follows from the others, in words.
    pub(crate) const fn rule(self) -> Option<&'static str> {
        match self {
            Self::GuidanceMidpoint => Some("(guidance_low + guidance_high) / 2"),
            Self::GuidanceHalfWidth => Some("(guidance_high - guidance_low) / 2"),
            Self::GuidancePlusMinus => {
                Some("(guidance_high - guidance_low) / (guidance_high + guidance_low)")
            }
            Self::Surprise => Some("(actual - consensus) / abs(consensus)"),
            Self::SurpriseAmount => Some("actual - consensus"),
            Self::SegmentShare => Some("the segment's part of the whole"),
            Self::Growth => Some("the change over a year as a part of the year ago"),
            Self::GrowthQoq => Some("the change over a period as a part of the one before"),
            Self::Change => Some("what it is less what it was a year ago"),
            Self::ChangeQoq => Some("what it is less what it was the period before"),
            Self::GrowthSince(_) => Some("the change since a period as a part of that"),
            Self::ChangeSince(_) => Some("what it is less what it was in that period"),
            Self::Narrowing => Some("one less what the loss is of that of a year ago"),
            _ => None,
        }
    }

    /// Reads the word at either end of a name, and returns the rest in up to two pieces:
    /// `guidance:revenue:us` and `revenue_guidance:us` are both of `revenue:us`.
    pub(crate) fn read(name: &str) -> Option<(Self, &str, &str)> {
        let (head, segment) = name.find(':').map_or((name, ""), |at| name.split_at(at));
        if let Some(aspect) = Self::ALL.into_iter().find(|aspect| aspect.name() == head)
            && aspect != Self::SegmentShare
        {
            return Some((aspect, segment.strip_prefix(':')?, ""));
        }
        if let Some(since) = Self::since(head) {
            return Some((since, segment.strip_prefix(':')?, ""));
        }
        let at_end = |aspect: &Self| {
            head.strip_suffix(aspect.name()).and_then(|rest| rest.strip_suffix('_'))
        };
        let found = Self::ALL.into_iter().find_map(|aspect| Some((aspect, at_end(&aspect)?)));
        let (aspect, rest) = found.filter(|(_, rest)| !rest.is_empty())?;
        Some((aspect, rest, segment))
    }

    /// Reads `growth_since_fy2019` and `change_since_2024q1`.
    fn since(head: &str) -> Option<Self> {
        let label = |text: &str| text.to_uppercase().parse().ok();
        match (head.strip_prefix("growth_since_"), head.strip_prefix("change_since_")) {
            (Some(base), _) => label(base).map(Self::GrowthSince),
            (_, Some(base)) => label(base).map(Self::ChangeSince),
            _ => None,
        }
    }

    /// Returns whether its figures are parts of something, whatever the measure.
    pub(crate) const fn is_part(self) -> bool {
        matches!(
            self,
            Self::Surprise
                | Self::GuidancePlusMinus
                | Self::SegmentShare
                | Self::Growth
                | Self::GrowthQoq
                | Self::Narrowing
                | Self::GrowthSince(_)
        )
    }

    /// Returns which of a part and an amount a figure is: a surprise of 9% and one of $0.02 go by
    /// one name.
    pub(crate) const fn stated_as(self, unit: Unit) -> Self {
        match (self, unit) {
            (Self::Surprise, Unit::Money(_)) => Self::SurpriseAmount,
            (Self::GuidanceHalfWidth, Unit::Ratio) => Self::GuidancePlusMinus,
            (Self::Change, Unit::Ratio) => Self::Growth,
            (Self::ChangeQoq, Unit::Ratio) => Self::GrowthQoq,
            (Self::ChangeSince(base), Unit::Ratio) => Self::GrowthSince(base),
            (Self::GrowthSince(base), Unit::Money(_) | Unit::Count) => Self::ChangeSince(base),
            (Self::Growth, Unit::Money(_) | Unit::Count) => Self::Change,
            (Self::GrowthQoq, Unit::Money(_) | Unit::Count) => Self::ChangeQoq,
            _ => self,
        }
    }

    /// Returns whether the formulas of the catalogue hold among figures of this aspect, as they do
    /// of a guided margin and a guided income; earlier figures in them are actual ones.
    pub(crate) const fn has_formulas(self) -> bool {
        matches!(self, Self::Actual | Self::Guidance | Self::Consensus)
    }

    /// Returns whether it is an end of a range that is guided.
    pub(crate) const fn is_end(self) -> bool {
        matches!(self, Self::GuidanceLow | Self::GuidanceHigh)
    }
}
