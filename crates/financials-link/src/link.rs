//! [`Link`]: what a figure of a text is about, or why nobody can say.

use std::ops::Range;

use financials::stated::Stated;

use crate::moment::Period;

/// What a figure says of its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What came out.
    Actual,
    /// What another is compared with.
    Prior,
    /// A change as a part of what was before.
    Growth,
    /// A change as an amount, in points or in money.
    Change,
    /// What the company expects.
    Guidance,
    /// What analysts expect.
    Consensus,
    /// What came out less what analysts expected.
    Surprise,
    /// What analysts think a share is worth.
    Target,
    /// Something that is no measure of the catalogue.
    Other,
}

impl Role {
    /// Returns the name in data, such as `actual`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Prior => "prior",
            Self::Growth => "growth",
            Self::Change => "change",
            Self::Guidance => "guidance",
            Self::Consensus => "consensus",
            Self::Surprise => "surprise",
            Self::Target => "target",
            Self::Other => "other",
        }
    }
}

/// What a change is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The same period of the year before.
    YearAgo,
    /// The quarter before.
    QuarterAgo,
}

impl Aspect {
    /// Returns the name in data, such as `year_ago`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::YearAgo => "year_ago",
            Self::QuarterAgo => "quarter_ago",
        }
    }
}

/// Why a figure is linked to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abstention {
    /// No measure is named near it.
    NoMeasure,
    /// It explains a change and is no total of the company.
    Driver,
    /// It is a part of a whole.
    Part,
    /// It is of the share price or of trading.
    Market,
    /// Its measure is in no filing.
    Outside,
    /// Its unit is not that of the measure beside it.
    Unit,
    /// It stands in a list, and which of several things it is of cannot be told.
    Order,
}

impl Abstention {
    /// Returns the code in data, such as `no_measure`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoMeasure => "no_measure",
            Self::Driver => "driver",
            Self::Part => "part",
            Self::Market => "market",
            Self::Outside => "outside",
            Self::Unit => "unit",
            Self::Order => "order",
        }
    }
}

/// What a figure of a text is about.
#[derive(Clone, Debug)]
pub struct Link {
    /// The bytes of the figure's number with its sign, currency and unit.
    pub span: Range<usize>,
    /// What the text states there.
    pub stated: Stated,
    /// What the figure says of its measure.
    pub role: Role,
    /// The line item or metric, by its name in the catalogue.
    pub metric: Option<String>,
    /// What a change is measured from.
    pub aspect: Option<Aspect>,
    /// The business line, region or product; none for the whole company.
    pub segment: Option<String>,
    /// The company, by its ticker.
    pub subject: Option<String>,
    /// The period that the figure is of.
    pub period: Option<Period>,
    /// Whether the measure is adjusted, or said to be by the accounting rules.
    pub is_adjusted: Option<bool>,
    /// Whether a change is at constant exchange rates.
    pub is_constant_currency: bool,
    /// Whether guidance was replaced.
    pub is_previous: bool,
    /// Whether the measure has the opposite sign of the print: a net loss of $5 million.
    pub is_negated: bool,
    /// The bytes of the words that named the measure.
    pub named_by: Option<Range<usize>>,
    /// Why it is linked to nothing.
    pub abstained: Option<Abstention>,
    /// Whether words beside the figure name its period, rather than what stands around.
    pub has_own_period: bool,
    /// Whether words beside a change say what it is measured from.
    pub has_own_base: bool,
    /// The period of what a comparative is compared with.
    pub after: Option<Period>,
    /// The bytes of a word beside the figure that nobody knows, and that may say whose it is.
    pub doubt: Option<Range<usize>>,
}

impl Link {
    /// A figure that is linked to nothing.
    pub(crate) fn none(span: Range<usize>, stated: Stated, reason: Abstention) -> Self {
        Self {
            span,
            stated,
            role: Role::Other,
            metric: None,
            aspect: None,
            segment: None,
            subject: None,
            period: None,
            is_adjusted: None,
            is_constant_currency: false,
            is_previous: false,
            is_negated: false,
            named_by: None,
            abstained: Some(reason),
            has_own_period: false,
            has_own_base: false,
            after: None,
            doubt: None,
        }
    }
}
