//! [`Check`]: one claim, judged on its own inputs.

use core::cell::RefCell;

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use serde::{Deserialize, Serialize};

use super::judgement::{Judgement, Words};
use crate::tieout::{
    statement::{Evidence, Reader, Reading, are_alike, fits},
    verdict::Verdict,
};
use crate::{
    formula::{At, Formula, Window, formula_of},
    interval::Interval,
    metric::Measure,
    undefined::{Undefined, When},
    view::{Bounds, Ranges, enclose},
};

/// One claim, judged on its own inputs: a formula over given figures, or a figure by itself.
///
/// No tolerance is made up. A claim is contradicted where nothing that its inputs admit comes to
/// anything that it admits itself; results are rounded outward, so that a verdict never rests on
/// the rounding of a division.
///
/// ```
/// use financials::{Figure, Item, Stated, metrics, tieout::{Check, Verdict}};
///
/// // 269.317 / 1,003.697 is 26.8325%: a claim of 26.84% is off by three parts in ten thousand.
/// let margin = metrics::OPERATING_MARGIN.formula();
/// let filing = Check::of(&margin)
///     .with(Item::OperatingIncome, Figure::thousands(269_317)?)
///     .with(Item::Revenue, Figure::thousands(1_003_697)?);
/// assert_eq!(filing.against(Stated::parse("26.84%")?).verdict(), Verdict::Contradicted);
/// assert_eq!(filing.against(Stated::parse("26.83%")?).verdict(), Verdict::Consistent);
///
/// // 0.4 / 3 is 13.3%, and "15%" may still be right: the inputs are too coarse to say.
/// let coarse = Check::of(&margin)
///     .with(Item::OperatingIncome, Stated::parse("$0.4 million")?)
///     .with(Item::Revenue, Stated::parse("$3 million")?);
/// assert_eq!(coarse.against(Stated::parse("15%")?).verdict(), Verdict::Consistent);
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Wire")]
pub struct Check {
    subject: Subject,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<Input>,
}

/// What a claim is judged against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Subject {
    Formula(Formula),
    Figure(Evidence),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    measure: Measure,
    #[serde(default, skip_serializing_if = "When::is_now")]
    when: When,
    evidence: Evidence,
}

/// The form of a check in serde, before a later input takes the place of an earlier one.
#[derive(Deserialize)]
#[serde(rename = "Check", deny_unknown_fields)]
struct Wire {
    subject: Subject,
    #[serde(default)]
    inputs: Vec<Input>,
}

impl From<Wire> for Check {
    fn from(Wire { subject, inputs }: Wire) -> Self {
        inputs.into_iter().fold(Self { subject, inputs: Vec::new() }, Self::with_input)
    }
}

impl Input {
    /// Returns whether it is of a measure; a name tells what it is of, whatever its nature.
    fn is_of(&self, measure: Measure, when: When) -> bool {
        let is_same = match (self.measure, measure) {
            (Measure::Named(own), Measure::Named(other)) => own.name() == other.name(),
            (own, other) => own == other,
        };
        is_same && self.when == when
    }

    /// Returns whether it is in a unit of its measure.
    fn has_unit(&self) -> bool {
        let is_own = matches!(self.measure, Measure::Named(_));
        is_own || self.evidence.unit().is_none_or(|unit| fits(unit, self.measure.dimension()))
    }
}

impl Check {
    /// Judges a claim against a formula, whose inputs are added by [`with`](Self::with).
    #[must_use]
    pub fn of(formula: &Formula) -> Self {
        Self { subject: Subject::Formula(formula.clone()), inputs: Vec::new() }
    }

    /// Judges a claim against another statement of the same figure, or against an interval that was
    /// computed in any other way.
    ///
    /// Two statements at the same place must be equal, unless one is "about": 748 and 749 thousand
    /// contradict. At different places, what they admit must meet.
    ///
    /// ```
    /// use financials::{Stated, tieout::{Check, Verdict}};
    ///
    /// let revenue = Check::of_figure(Stated::parse("$1.004 billion")?);
    /// assert_eq!(revenue.against(Stated::parse("$1.03B")?).verdict(), Verdict::Contradicted);
    /// assert_eq!(revenue.against(Stated::parse("$1.0B")?).verdict(), Verdict::Consistent);
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn of_figure(figure: impl Into<Evidence>) -> Self {
        Self { subject: Subject::Figure(figure.into()), inputs: Vec::new() }
    }

    /// Adds an input of the formula, of the period evaluated, in place of one that was added
    /// before.
    ///
    /// What the formula takes as zero where it is not reported, such as preferred stock in an
    /// enterprise value, is zero where it is not added, which the explanation says.
    #[must_use]
    pub fn with(self, measure: impl Into<Measure>, figure: impl Into<Evidence>) -> Self {
        self.with_at(When::NOW, measure, figure)
    }

    /// Adds an input of the formula, of an earlier period, in place of one that was added before.
    ///
    /// ```
    /// use financials::{Item, Stated, metrics, tieout::{Check, Verdict}, undefined::When};
    ///
    /// let growth = Check::of(&metrics::REVENUE_GROWTH.formula())
    ///     .with(Item::Revenue, Stated::parse("$1.004 billion")?)
    ///     .with_at(When::NOW.years_before(1), Item::Revenue, Stated::parse("$678 million")?)
    ///     .against(Stated::parse("up 48%")?);
    /// assert_eq!(growth.verdict(), Verdict::Consistent);
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn with_at(
        self,
        when: When,
        measure: impl Into<Measure>,
        figure: impl Into<Evidence>,
    ) -> Self {
        self.with_input(Input { measure: measure.into(), when, evidence: figure.into() })
    }

    fn with_input(mut self, input: Input) -> Self {
        self.inputs.retain(|other| !other.is_of(input.measure, input.when));
        self.inputs.push(input);
        self
    }

    /// Judges the claim of a figure.
    ///
    /// Figures in different currencies, and a figure in a unit that its measure does not have, are
    /// not compared: the claim is undetermined, and the reason says so.
    ///
    /// ```
    /// use financials::{Item, Stated, metrics, tieout::{Check, Verdict}};
    ///
    /// let margin = Check::of(&metrics::OPERATING_MARGIN.formula())
    ///     .with(Item::OperatingIncome, Stated::parse("€464 million")?)
    ///     .with(Item::Revenue, Stated::parse("$1.004 billion")?)
    ///     .against(Stated::parse("46%")?);
    /// assert_eq!(margin.verdict(), Verdict::Undetermined);
    /// assert_eq!(margin.reason().map(|reason| reason.code()), Some("currencies_differ"));
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn against(&self, claim: impl Into<Evidence>) -> Judgement {
        self.judge(Some(&claim.into()))
    }

    /// Returns what the inputs imply, as nothing is claimed.
    #[must_use]
    pub fn implied(&self) -> Judgement {
        self.judge(None)
    }

    fn judge(&self, claim: Option<&Evidence>) -> Judgement {
        let printed = self.outcome(claim, Reader::Printed);
        let differs = |reader| self.outcome(claim, reader).verdict != printed.verdict;
        let evidence = || self.evidence().chain(claim);
        let rests_on_about = match printed.verdict {
            Verdict::Consistent => evidence().any(Evidence::is_hedged) && differs(Reader::Strict),
            Verdict::Implied => evidence().any(Evidence::is_hedged),
            _ => false,
        };
        let has_open_zeros = || evidence().any(Evidence::has_open_zeros);
        let rests_on_trailing_zeros = match printed.verdict {
            Verdict::Contradicted => has_open_zeros() && differs(Reader::OpenZeros),
            Verdict::Implied => has_open_zeros(),
            _ => false,
        };
        Judgement {
            verdict: printed.verdict,
            reason: printed.computed.err(),
            computed: printed.computed.ok().map(|computed| {
                let is_place_assumed = evidence().any(Evidence::is_place_assumed);
                Bounds::new(computed.0.interval, computed.1, is_place_assumed)
            }),
            stated: claim.map(Evidence::admitted),
            rests_on_about,
            rests_on_trailing_zeros,
            words: self.words(claim),
        }
    }

    fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        let figure = match &self.subject {
            Subject::Formula(_) => None,
            Subject::Figure(figure) => Some(figure),
        };
        figure.into_iter().chain(self.inputs.iter().map(|input| &input.evidence))
    }

    fn outcome(&self, claim: Option<&Evidence>, reader: Reader) -> Judged {
        let computed = match self.differs(claim) {
            Some(reason) => Err(reason),
            None => self.computed(reader),
        };
        let verdict = match (computed, claim) {
            (Err(reason), _) => Verdict::without_value(reason),
            (Ok(_), None) => Verdict::Implied,
            (Ok((computed, _)), Some(claim)) => match computed.agrees(claim.reading(reader)) {
                true => Verdict::Consistent,
                false => Verdict::Contradicted,
            },
        };
        Judged { verdict, computed }
    }

    /// Returns in what the figures differ, where that keeps them from being compared.
    fn differs(&self, claim: Option<&Evidence>) -> Option<Undefined> {
        let mut currencies = self.evidence().chain(claim).filter_map(Evidence::currency);
        if currencies.next().is_some_and(|first| currencies.any(|other| other != first)) {
            return Some(Undefined::CurrenciesDiffer);
        }
        let claimed = claim.and_then(Evidence::unit);
        let fits = match &self.subject {
            // What measures of one's own are in only their figures say.
            Subject::Formula(formula) if !formula.names().is_empty() => true,
            Subject::Formula(formula) => claimed.is_none_or(|unit| fits(unit, formula.dimension())),
            Subject::Figure(figure) => match (figure.unit(), claimed) {
                (Some(own), Some(other)) => are_alike(own, other),
                _ => true,
            },
        };
        (!fits || !self.inputs.iter().all(Input::has_unit)).then_some(Undefined::UnitsDiffer)
    }

    /// Returns what the inputs come to, and whether they do throughout.
    fn computed(&self, reader: Reader) -> Result<(Reading, bool), Undefined> {
        let formula = match &self.subject {
            Subject::Figure(figure) => return Ok((figure.reading(reader), true)),
            Subject::Formula(formula) => formula,
        };
        let inputs = Inputs { inputs: &self.inputs, reader, missing: RefCell::default() };
        let found = enclose(formula.nodes(), formula.names(), &inputs, Window::AsDeclared)?;
        Ok((Reading { interval: found.interval, rounded: None }, found.is_certain))
    }

    /// Returns the measures that the formula takes as zero, as they are not given.
    fn taken_as_zero(&self) -> Vec<String> {
        let Subject::Formula(formula) = &self.subject else { return Vec::new() };
        let missing = RefCell::default();
        let inputs = Inputs { inputs: &self.inputs, reader: Reader::Printed, missing };
        let found = enclose(formula.nodes(), formula.names(), &inputs, Window::AsDeclared);
        // Had another measure been missing, there would be no value.
        let missing = inputs.missing.into_inner();
        missing.into_iter().filter(|_| found.is_ok()).map(|measure| measure.to_string()).collect()
    }

    fn words(&self, claim: Option<&Evidence>) -> Words {
        let subject = match &self.subject {
            Subject::Formula(formula) => formula.to_string(),
            Subject::Figure(figure) => figure.to_string(),
        };
        let inputs = self.inputs.iter().map(|input| {
            let when = if input.when == When::NOW { None } else { Some(input.when.to_string()) };
            (input.measure.to_string(), when, input.evidence.to_string(), input.evidence.admitted())
        });
        let claim = claim.map(ToString::to_string);
        Words { subject, inputs: inputs.collect(), zeros: self.taken_as_zero(), claim }
    }
}

struct Judged {
    verdict: Verdict,
    computed: Result<(Reading, bool), Undefined>,
}

/// The inputs of a check as intervals.
struct Inputs<'a> {
    inputs: &'a [Input],
    reader: Reader,
    /// Those that were asked for in vain and have no formula of their own.
    missing: RefCell<BTreeSet<Measure>>,
}

impl Ranges for Inputs<'_> {
    fn range(&self, measure: Measure, at: At) -> Result<Option<Interval>, Undefined> {
        let found = self.inputs.iter().find(|input| input.is_of(measure, at.when));
        if found.is_none() && formula_of(&measure).is_none() {
            self.missing.borrow_mut().insert(measure);
        }
        Ok(found.map(|input| input.evidence.reading(self.reader).interval))
    }

    fn days(&self, at: At) -> Result<u32, Undefined> {
        Err(Undefined::NoReport { at: at.when })
    }

    fn periods_per_year(&self, at: At) -> Result<u8, Undefined> {
        Err(Undefined::NoReport { at: at.when })
    }
}
