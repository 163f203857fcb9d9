//! [`ReportBuilder`]: parts with names, checked together.

use alloc::{boxed::Box, collections::BTreeMap, string::String, vec, vec::Vec};

use super::{
    AdjustedMeasure, AnnualReport, BalanceSheet, Breakdown, CashFlowStatement, Company,
    IncomeStatement, PerShareData, QuarterlyReport, Report, ReportError, Segment, ShareCounts,
    beside::Beside, slots::Slots, statement::Lines,
};
use crate::{
    currency::Currency,
    figure::{Basis, Figure, Source},
    item::{Item, Name, Nature},
    metric::{Measure, Named},
    period::Period,
    undefined::Absence,
};

/// The parts of a report, before they are checked together by [`build`](Self::build).
#[derive(Clone, Debug)]
pub struct ReportBuilder {
    company: Company,
    period: Period,
    currency: Currency,
    basis: Option<Basis>,
    source: Option<Source>,
    lines: Vec<Lines>,
    segments: Vec<(String, Option<String>, IncomeStatement)>,
    breakdowns: Vec<(Measure, Vec<String>)>,
    adjusted: Vec<AdjustedMeasure>,
    named: Vec<(String, Nature, Figure)>,
    absent: BTreeMap<Item, Absence>,
}

impl ReportBuilder {
    pub(super) fn new(company: Company, period: Period, currency: Currency) -> Self {
        Self {
            company,
            period,
            currency,
            basis: None,
            source: None,
            lines: Vec::new(),
            segments: Vec::new(),
            breakdowns: Vec::new(),
            adjusted: Vec::new(),
            named: Vec::new(),
            absent: BTreeMap::new(),
        }
    }

    /// Sets the basis of the statements.
    ///
    /// Without it, it is that of the figures that say one; where none does, the report has none,
    /// and is compared with any.
    #[must_use]
    pub fn basis(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self
    }

    /// Sets the source of every figure that names none itself.
    #[must_use]
    pub fn source(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }

    /// Adds line items in whole units, of whatever statement.
    #[must_use]
    pub fn figures(mut self, figures: impl IntoIterator<Item = (Item, Figure)>) -> Self {
        self.lines.push(Lines::of(figures));
        self
    }

    /// Says why the company's filings give no figure of some line items; of one that has a figure
    /// nothing is kept.
    ///
    /// ```
    /// use financials::{Currency, Item, QuarterlyReport, undefined::Absence};
    ///
    /// let quarter = "2025-07-01..2025-09-30".parse()?;
    /// let report = QuarterlyReport::builder("Palantir", quarter, Currency::USD)
    ///     .absent([(Item::EpsDiluted, Absence::NotAdditive)])
    ///     .build_quarterly()?;
    /// let reason = report.eps_diluted().unwrap_err();
    /// assert_eq!(reason.code(), "not_additive");
    /// assert_eq!(
    ///     reason.to_string(),
    ///     "eps_diluted is absent in the period: not additive over time"
    /// );
    /// # Ok::<(), financials::Error>(())
    /// ```
    #[must_use]
    pub fn absent(mut self, items: impl IntoIterator<Item = (Item, Absence)>) -> Self {
        self.absent.extend(items);
        self
    }

    /// Adds the income statement.
    #[must_use]
    pub fn income(mut self, statement: IncomeStatement) -> Self {
        self.lines.push(statement.0);
        self
    }

    /// Adds the balance sheet at the end of the period.
    #[must_use]
    pub fn balance(mut self, statement: BalanceSheet) -> Self {
        self.lines.push(statement.0);
        self
    }

    /// Adds the cash flow statement.
    #[must_use]
    pub fn cash_flow(mut self, statement: CashFlowStatement) -> Self {
        self.lines.push(statement.0);
        self
    }

    /// Adds the amounts per share.
    #[must_use]
    pub fn per_share(mut self, data: PerShareData) -> Self {
        self.lines.push(data.0);
        self
    }

    /// Adds the share counts.
    #[must_use]
    pub fn share_counts(mut self, counts: ShareCounts) -> Self {
        self.lines.push(counts.0);
        self
    }

    /// Adds a segment under its name in formulas, such as `us_commercial`.
    #[must_use]
    pub fn segment(mut self, name: impl Into<String>, income: IncomeStatement) -> Self {
        self.segments.push((name.into(), None, income));
        self
    }

    /// Adds a segment under its name in formulas and the name that the company prints.
    #[must_use]
    pub fn labelled_segment(
        mut self,
        name: impl Into<String>,
        label: impl Into<String>,
        income: IncomeStatement,
    ) -> Self {
        self.segments.push((name.into(), Some(label.into()), income));
        self
    }

    /// Says that an item of the named segments, eliminations among them, makes up that of the
    /// whole.
    #[must_use]
    pub fn segments_make_up<N: Into<String>>(
        mut self,
        item: Item,
        segments: impl IntoIterator<Item = N>,
    ) -> Self {
        self.breakdowns.push((item.into(), segments.into_iter().map(Into::into).collect()));
        self
    }

    /// Adds an adjusted figure.
    #[must_use]
    pub fn adjusted(mut self, measure: AdjustedMeasure) -> Self {
        self.adjusted.push(measure);
        self
    }

    /// Adds a measure of the company's own, such as a count of customers, or one of the catalogue
    /// that the company states itself.
    #[must_use]
    pub fn measure(mut self, name: impl Into<String>, nature: Nature, figure: Figure) -> Self {
        self.named.push((name.into(), nature, figure));
        self
    }

    /// Checks the parts and makes the report.
    ///
    /// Parts that do not tie out, and signs that are not the normal ones, do not refuse the report:
    /// they are its [`findings`](Report::findings).
    ///
    /// # Errors
    ///
    /// - a line that is no figure, is given twice or stands in the wrong statement.
    /// - a price or an estimate, which is the market's: it stands in a
    ///   [`Quote`](crate::report::Quote).
    /// - an adjusted figure among the reported ones.
    /// - a segment or measure whose name is not one, such as `US commercial`.
    /// - an empty company name.
    pub fn build(self) -> Result<Report, ReportError> {
        if self.company.name().trim().is_empty() {
            return Err(ReportError::Company);
        }
        let source = self.source.as_ref();
        let mut stated = Stated::new(self.basis);
        for lines in self.lines {
            for (item, figure) in lines.into_figures()? {
                stated.add(item.into(), figure.sourced(source))?;
            }
        }
        let mut segments = Vec::new();
        for (name, label, income) in self.segments {
            let name: Name = name.parse()?;
            let figures = income.0.into_figures()?;
            for (item, figure) in figures.clone() {
                let measure = segment_measure(item, name)?;
                stated.add(measure, figure.sourced(source))?;
            }
            // The scale that a segment was typed in is none of its figures.
            segments.push(Segment { name, label, income: IncomeStatement(Lines::of(figures)) });
        }
        for (name, nature, figure) in self.named {
            let measure = match name.parse::<Measure>()? {
                Measure::Named(named) => Named::of(named.name(), nature).into(),
                known => known,
            };
            stated.add(measure, figure.sourced(source))?;
        }
        let mut adjusted = BTreeMap::new();
        for measure in self.adjusted {
            let of = measure.measure();
            if adjusted.insert(of, measure.sourced(source)).is_some() {
                return Err(ReportError::Twice { measure: of });
            }
        }
        let stated = stated.on_one_basis();
        let states_metrics = stated.others.keys().any(|it| matches!(it, Measure::Metric(_)));
        let breakdowns = breakdowns(self.breakdowns, &segments)?;
        let beside = Beside { others: stated.others, segments, breakdowns, adjusted };
        let figures = Item::all().zip(stated.figures);
        let figures = Slots::new(figures.filter_map(|(item, figure)| Some((item, figure?))));
        let has = |item: Item| figures.get(item).is_some();
        let absent = self.absent.into_iter().filter(|(item, _)| !has(*item)).collect();
        Ok(Report {
            company: self.company,
            period: self.period,
            currency: self.currency,
            basis: stated.basis,
            source: self.source,
            states_metrics,
            figures,
            absent,
            beside: (!beside.is_empty()).then(|| Box::new(beside)),
        })
    }
}

impl ReportBuilder {
    /// Checks the parts and makes the report of a quarter.
    ///
    /// # Errors
    ///
    /// Fails where [`build`](Self::build) does, and where the period is no quarter.
    pub fn build_quarterly(self) -> Result<QuarterlyReport, ReportError> {
        self.build()?.try_into()
    }

    /// Checks the parts and makes the report of a year.
    ///
    /// # Errors
    ///
    /// Fails where [`build`](Self::build) does, and where the period is no year.
    pub fn build_annual(self) -> Result<AnnualReport, ReportError> {
        self.build()?.try_into()
    }
}

impl Report {
    /// Starts a report.
    #[must_use]
    pub fn builder(
        company: impl Into<Company>,
        period: Period,
        currency: Currency,
    ) -> ReportBuilder {
        ReportBuilder::new(company.into(), period, currency)
    }
}

impl QuarterlyReport {
    /// Starts a report, which [`build_quarterly`](ReportBuilder::build_quarterly) makes one of
    /// these.
    #[must_use]
    pub fn builder(
        company: impl Into<Company>,
        period: Period,
        currency: Currency,
    ) -> ReportBuilder {
        Report::builder(company, period, currency)
    }
}

impl AnnualReport {
    /// Starts a report, which [`build_annual`](ReportBuilder::build_annual) makes one of these.
    #[must_use]
    pub fn builder(
        company: impl Into<Company>,
        period: Period,
        currency: Currency,
    ) -> ReportBuilder {
        Report::builder(company, period, currency)
    }
}

impl TryFrom<ReportBuilder> for QuarterlyReport {
    type Error = ReportError;

    fn try_from(builder: ReportBuilder) -> Result<Self, ReportError> {
        builder.build_quarterly()
    }
}

impl TryFrom<ReportBuilder> for AnnualReport {
    type Error = ReportError;

    fn try_from(builder: ReportBuilder) -> Result<Self, ReportError> {
        builder.build_annual()
    }
}

/// The reported figures so far: one place for each line item, then the others.
struct Stated {
    figures: Vec<Option<Figure>>,
    others: BTreeMap<Measure, Figure>,
    /// The basis of all, once the report or a figure has said it.
    basis: Option<Basis>,
}

impl Stated {
    fn new(basis: Option<Basis>) -> Self {
        Self { figures: vec![None; Item::COUNT], others: BTreeMap::new(), basis }
    }

    fn add(&mut self, measure: Measure, figure: Figure) -> Result<(), ReportError> {
        if let Some(found) = figure.basis() {
            // A report is of the company's own figures only where it says so itself.
            let own = self.basis.is_none() && found == Basis::Adjusted;
            if own || self.basis.is_some_and(|basis| basis != found) {
                return Err(ReportError::Basis { measure, found, expected: self.basis });
            }
            self.basis = Some(found);
        }
        let before = match measure {
            Measure::Item(item) if item.is_quoted() => return Err(ReportError::Quoted { item }),
            Measure::Item(item) => {
                self.figures.get_mut(item as usize).and_then(|place| place.replace(figure))
            }
            Measure::Named(named) if self.has_named(named.name()) => {
                return Err(ReportError::Twice { measure });
            }
            other => self.others.insert(other, figure),
        };
        match before {
            None => Ok(()),
            Some(_) => Err(ReportError::Twice { measure }),
        }
    }
}

impl Stated {
    /// Puts the figures that say no basis on that of the report.
    fn on_one_basis(mut self) -> Self {
        if let Some(basis) = self.basis {
            let figures = self.figures.iter_mut().flatten().chain(self.others.values_mut());
            for figure in figures.filter(|figure| figure.basis().is_none()) {
                *figure = figure.clone().on(basis);
            }
        }
        self
    }

    /// Returns whether there is a measure of that name, of whatever nature: a name has one meaning.
    fn has_named(&self, name: Name) -> bool {
        let first = Measure::Named(Named::of(name, Nature::Flow));
        let next = self.others.range(first..).next();
        next.is_some_and(|(it, _)| matches!(it, Measure::Named(other) if other.name() == name))
    }
}

/// Returns the measure that a segment's line item is.
fn segment_measure(item: Item, segment: Name) -> Result<Measure, ReportError> {
    let name: Name = alloc::format!("{item}:{segment}").parse()?;
    Ok(Named::of(name, item.nature()).into())
}

fn breakdowns(
    given: Vec<(Measure, Vec<String>)>,
    segments: &[Segment],
) -> Result<Vec<Breakdown>, ReportError> {
    let part = |whole: Measure, segment: &String| match whole {
        Measure::Item(item) => segment_measure(item, segment.parse()?),
        other => Ok(other),
    };
    given
        .into_iter()
        .map(|(whole, names)| {
            let parts = names.iter().map(|name| part(whole, name)).collect::<Result<_, _>>();
            let breakdown = Breakdown { whole, parts: parts? };
            breakdown.has_its_parts(segments)?;
            Ok(breakdown)
        })
        .collect()
}
