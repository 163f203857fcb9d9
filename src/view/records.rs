//! [`Records`]: what amounts are looked up in, and which of its figures an amount is made of.
//!
//! Reports and the rows of a panel are looked at alike: the rules of twelve months, of bases and of
//! what stands in for what are here, once.

use rust_decimal::Decimal;

use crate::{
    bounds::QUARTERS_PER_YEAR,
    figure::{Accuracy, Figure},
    formula::{At, Over, formula_of},
    item::{Item, Nature},
    metric::{Kind, Measure},
    period::{Period, PeriodKind},
    undefined::{Absence, Undefined, When},
};

/// The figures that a measure's amount is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Figures<F> {
    /// The amount is not stated; its own formula may give it.
    Unstated,
    /// One figure is the amount.
    One(F),
    /// The amount is the sum of four quarters'.
    Sum([F; QUARTERS_PER_YEAR]),
    /// The amount is the mean of four quarters'.
    Mean([F; QUARTERS_PER_YEAR]),
}

/// A figure: its number and how precisely it was stated.
pub(crate) trait Precise: Copy {
    /// Returns the number in whole units.
    fn number(self) -> Decimal;

    /// Returns how precisely it was stated.
    fn accuracy(self) -> Accuracy;
}

impl Precise for &Figure {
    #[inline]
    fn number(self) -> Decimal {
        self.number()
    }

    fn accuracy(self) -> Accuracy {
        self.accuracy()
    }
}

/// The figures of one company, seen from one of its periods.
pub(crate) trait Records {
    /// What was reported of one period.
    type Record: Copy;
    /// One figure of it.
    type Figure: Precise;

    /// Returns the record at a point in time.
    fn find(&self, when: When) -> Option<Self::Record>;

    /// Returns the period that a record is of.
    fn period(&self, record: Self::Record) -> Period;

    /// Returns the record over the twelve months that end with one's period.
    fn year_ending_with(&self, record: Self::Record) -> Option<Self::Record>;

    /// Returns the record of the quarter that ends that many quarters before the end of a year.
    fn quarter_before_end(&self, year: Self::Record, ago: u8) -> Option<Self::Record>;

    /// Returns whether the company's adjusted figures are taken.
    fn is_adjusted(&self) -> bool;

    /// Returns the reported figure of a measure.
    fn reported(&self, record: Self::Record, measure: &Measure) -> Option<Self::Figure>;

    /// Returns the adjusted figure of a measure.
    fn adjusted(&self, record: Self::Record, measure: &Measure) -> Option<Self::Figure>;

    /// Returns what the market says of an item.
    fn quoted(&self, item: Item) -> Option<Self::Figure>;

    /// Returns why filings give no figure of an item, where they say more than that.
    fn absence(&self, record: Self::Record, item: Item) -> Option<Absence>;

    /// Returns the reason for a measure that is not there, with what filings say of it.
    #[cold]
    fn missing(&self, measure: &Measure, at: At) -> Undefined {
        let reason = measure.item().and_then(|item| {
            let months = if at.over == Over::Period {
                None
            } else {
                self.twelve_month_record(at.when).ok().flatten()
            };
            let records = [self.record_of(at).ok(), months];
            records.into_iter().flatten().find_map(|record| self.absence(record, item))
        });
        Undefined::missing(measure, at.when, reason)
    }

    /// Returns why a measure that is not stated is no zero: it is given in one of the records that
    /// its amount is of, in a way that no amount can be taken from.
    #[cold]
    fn withheld(&self, measure: &Measure, at: At) -> Option<Undefined> {
        let item = measure.item()?;
        let (mut months, mut quarters) = (None, None);
        if at.over != Over::Period && is_of_its_period(measure) {
            months = self.twelve_month_record(at.when).ok().flatten();
            quarters = self.four_records(at.when).ok();
        }
        let records = self.record_of(at).into_iter().chain(months);
        let mut records = records.chain(quarters.into_iter().flatten());
        let given = |record| self.absence(record, item).filter(|reason| reason.is_given());
        let reason = records.find_map(given)?;
        Some(Undefined::Absent { measure: *measure, at: at.when, reason })
    }

    /// Returns the record at a point in time, or that there is none.
    fn record_at(&self, when: When) -> Result<Self::Record, Undefined> {
        self.find(when).ok_or(Undefined::NoReport { at: when })
    }

    /// Returns the record in which a balance is looked up: that of the quarter at whose end it is,
    /// where that is one within a year.
    fn record_of(&self, at: At) -> Result<Self::Record, Undefined> {
        let record = self.record_at(at.when)?;
        match at.over {
            Over::QuarterEnd(ago) => {
                let gap = Undefined::Gap { at: at.when.quarters_before(ago) };
                self.quarter_before_end(record, ago).ok_or(gap)
            }
            _ => Ok(record),
        }
    }

    /// Returns the figure of a measure in one record, on the basis that is taken.
    fn figure_in(
        &self,
        record: Self::Record,
        measure: &Measure,
    ) -> Result<Option<Self::Figure>, Undefined> {
        if !self.is_adjusted() {
            return Ok(self.reported(record, measure));
        }
        match (self.adjusted(record, measure), measure) {
            (Some(figure), _) => Ok(Some(figure)),
            (None, _) if measure.is_neutral() => Ok(self.reported(record, measure)),
            // The parts of a metric may each have an adjusted figure.
            (None, Measure::Metric(_)) => Ok(None),
            (None, _) => Err(Undefined::NotAdjusted { measure: *measure }),
        }
    }

    /// Returns the figures that a measure's amount is made of.
    fn figures(&self, measure: &Measure, at: At) -> Result<Figures<Self::Figure>, Undefined> {
        if let Measure::Item(item) = measure
            && item.is_quoted()
        {
            let is_now = at.when == When::NOW && !matches!(at.over, Over::QuarterEnd(_));
            let figure = if is_now { self.quoted(*item) } else { None };
            return Ok(figure.map_or(Figures::Unstated, Figures::One));
        }
        if at.over == Over::Period || !is_of_its_period(measure) {
            let figure = self.figure_in(self.record_of(at)?, measure)?;
            return Ok(figure.map_or(Figures::Unstated, Figures::One));
        }
        self.over_twelve_months(measure, Nature::of(measure), at)
    }

    /// Returns the record in which a line that reports state is looked up as it is: none where its
    /// amount may be adjusted, or of several quarters.
    #[inline]
    fn plain_record(&self, at: At) -> Option<Self::Record> {
        if self.is_adjusted() {
            return None;
        }
        let record = self.find(at.when)?;
        let is_plain = match at.over {
            Over::Period => true,
            Over::QuarterEnd(_) => false,
            _ => self.period(record).kind().is_twelve_months(),
        };
        is_plain.then_some(record)
    }

    /// Returns the figures of an amount over twelve months.
    fn over_twelve_months(
        &self,
        measure: &Measure,
        nature: Nature,
        at: At,
    ) -> Result<Figures<Self::Figure>, Undefined> {
        if matches!(at.over, Over::QuarterEnd(_)) {
            return Err(Undefined::NotAQuarter);
        }
        let record = self.record_at(at.when)?;
        let kind = self.period(record).kind();
        if kind.is_twelve_months() {
            let figure = self.figure_in(record, measure)?;
            return Ok(figure.map_or(Figures::Unstated, Figures::One));
        }
        let is_computed = formula_of(measure).is_some();
        let reason = match nature {
            Nature::Rate => None,
            // What is computed is the year's total over the year's mean share count.
            Nature::PerShareFlow if at.over != Over::TwelveMonthsPerShare => {
                (!is_computed).then_some(Undefined::NotAdditive { measure: *measure })
            }
            // The parts say so themselves, and a change of balances is one of twelve months.
            _ if kind != PeriodKind::Quarter && is_computed => return Ok(Figures::Unstated),
            _ if kind != PeriodKind::Quarter => return Err(Undefined::NotTwelveMonths),
            _ => match self.four_quarters(measure, at.when) {
                Ok(quarters) if nature == Nature::WeightedShares => {
                    return Ok(Figures::Mean(quarters));
                }
                Ok(quarters) => return Ok(Figures::Sum(quarters)),
                // The parts of what is computed may be stated for the twelve months.
                Err(reason) => reason.filter(|_| !is_computed),
            },
        };
        let figure = match self.twelve_month_record(at.when)? {
            Some(record) => self.figure_in(record, measure)?,
            None => None,
        };
        match (figure, reason) {
            (Some(figure), _) => Ok(Figures::One(figure)),
            (None, Some(reason)) => Err(reason),
            (None, None) => Ok(Figures::Unstated),
        }
    }

    /// Returns the figures of four quarters, the last one first.
    ///
    /// The reason is nothing where some or all of them are not stated, and the measure is to be
    /// computed from its parts or is absent altogether.
    fn four_quarters(
        &self,
        measure: &Measure,
        when: When,
    ) -> Result<[Self::Figure; QUARTERS_PER_YEAR], Option<Undefined>> {
        let [first, second, third, fourth] = self.four_records(when)?;
        let figure = |record| self.figure_in(record, measure);
        let quarters = [figure(first)?, figure(second)?, figure(third)?, figure(fourth)?];
        if let [Some(first), Some(second), Some(third), Some(fourth)] = quarters {
            return Ok([first, second, third, fourth]);
        }
        match quarters.iter().position(Option::is_none) {
            // A line that only some of the quarters have is not absent, and its sum would be short.
            Some(ago) if quarters.iter().any(Option::is_some) => {
                let at = when.quarters_before(ago as u8);
                let record = [first, second, third, fourth].get(ago).copied();
                let reason = record.zip(measure.item());
                let reason = reason.and_then(|(record, item)| self.absence(record, item));
                Err(Some(Undefined::missing(measure, at, reason)))
            }
            _ => Err(None),
        }
    }

    /// Returns the records of the four quarters that make the twelve months up to a point in time,
    /// the last one first.
    fn four_records(&self, when: When) -> Result<[Self::Record; QUARTERS_PER_YEAR], Undefined> {
        let quarter = |ago: u8| {
            let at = when.quarters_before(ago);
            self.find(at).ok_or(Undefined::Gap { at })
        };
        let quarters = [quarter(0)?, quarter(1)?, quarter(2)?, quarter(3)?];
        // Four quarters of 14 weeks each are adjacent and no year.
        match self.twelve_months(quarters) {
            Some(_) => Ok(quarters),
            None => Err(Undefined::NotTwelveMonths),
        }
    }

    /// Returns the dates of four adjacent quarters, the last one first, if they are twelve months.
    fn twelve_months(
        &self,
        [last, _, _, first]: [Self::Record; QUARTERS_PER_YEAR],
    ) -> Option<Period> {
        Period::trailing(self.period(first).start(), self.period(last).end()).ok()
    }

    /// Returns the record over the twelve months that end with a quarter.
    ///
    /// Beside four quarters that begin on another day there is none, so that no formula takes one
    /// line from the quarters and the next from a record over other dates.
    fn twelve_month_record(&self, when: When) -> Result<Option<Self::Record>, Undefined> {
        let Some(year) = self.year_ending_with(self.record_at(when)?) else {
            return Ok(None);
        };
        let dates = self.four_records(when).ok().and_then(|quarters| self.twelve_months(quarters));
        let start = self.period(year).start();
        Ok(dates.is_none_or(|dates| dates.start() == start).then_some(year))
    }

    /// Returns the dates that an amount at a point in time is of, or at the end of.
    fn dates_at(&self, measure: &Measure, at: At) -> Result<Period, Undefined> {
        let period = self.period(self.record_of(at)?);
        let is_quarter = period.kind() == PeriodKind::Quarter;
        if at.over == Over::Period || !is_quarter || !is_of_its_period(measure) {
            return Ok(period);
        }
        if let Some(record) = self.twelve_month_record(at.when)? {
            return Ok(self.period(record));
        }
        let quarters = self.four_records(at.when).ok();
        Ok(quarters.and_then(|quarters| self.twelve_months(quarters)).unwrap_or(period))
    }

    /// Returns the days of the period, or of the twelve months up to its end.
    fn day_count(&self, at: At) -> Result<u32, Undefined> {
        let period = self.period(self.record_at(at.when)?);
        match (at.over, period.kind()) {
            (Over::Period, _) => Ok(period.days()),
            (Over::QuarterEnd(_), _) => Err(Undefined::NotAQuarter),
            (_, kind) if kind.is_twelve_months() => Ok(period.days()),
            (_, PeriodKind::Quarter) => match self.twelve_month_record(at.when)? {
                Some(year) => Ok(self.period(year).days()),
                None => {
                    let quarters = self.four_records(at.when)?;
                    Ok(quarters.iter().map(|quarter| self.period(*quarter).days()).sum())
                }
            },
            _ => Err(Undefined::NotTwelveMonths),
        }
    }

    /// Returns how many of the periods make a year.
    fn count_per_year(&self, at: At) -> Result<u8, Undefined> {
        match (at.over, self.period(self.record_at(at.when)?).kind()) {
            (Over::TwelveMonths | Over::TwelveMonthsPerShare, _) => Ok(1),
            (_, kind) if kind.is_twelve_months() => Ok(1),
            (_, PeriodKind::Quarter) => Ok(QUARTERS_PER_YEAR as u8),
            (_, PeriodKind::Half) => Ok(2),
            _ => Err(Undefined::NotPartOfAYear),
        }
    }
}

/// Returns whether an amount of a quarter is not that of twelve months; a ratio that a company
/// states of a quarter is not, either.
fn is_of_its_period(measure: &Measure) -> bool {
    let nature = Nature::of(measure);
    nature.is_over_a_period() || (nature == Nature::Rate && matches!(measure, Measure::Metric(_)))
}

impl Nature {
    /// Returns what kind of number a measure is.
    pub(crate) const fn of(measure: &Measure) -> Self {
        match measure {
            Measure::Item(item) => item.nature(),
            Measure::Named(named) => named.nature(),
            Measure::Metric(metric) => match metric.kind() {
                Kind::Flow => Self::Flow,
                Kind::PerShareFlow => Self::PerShareFlow,
                Kind::Money => Self::Balance,
                Kind::PerShare => Self::Price,
                Kind::Shares => Self::Shares,
                Kind::Ratio | Kind::Multiple | Kind::Days | Kind::Score => Self::Rate,
                Kind::Count => Self::Count,
            },
        }
    }
}
