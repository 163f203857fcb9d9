//! Filings as a [`History`].

use rust_decimal::Decimal;

use super::{
    filings::Filings,
    segments::{SegmentSplit, with_splits},
};
use crate::{
    companyfacts::{BuildError, Input, Stating, Vintage},
    figure::{Accuracy, Source},
    history::History,
    period::{FiscalCalendar, Period},
    report::ReportBuilder,
};

impl Filings {
    /// Returns the company's reports under a vintage, each figure with its stated accuracy.
    ///
    /// # Errors
    ///
    /// Fails where [`KnownFacts::history`](crate::companyfacts::KnownFacts::history) does.
    pub fn history(&self, vintage: Vintage) -> Result<History, BuildError> {
        self.company_facts().known(vintage).history_with(&Known { filings: self, vintage })
    }
}

/// The filings as a history under a vintage asks of them.
struct Known<'a> {
    filings: &'a Filings,
    vintage: Vintage,
}

impl Stating for Known<'_> {
    fn accuracy(&self, input: &Input) -> Accuracy {
        self.filings.accuracy(input)
    }

    fn source(&self, input: &Input) -> Source {
        let stated = self.filings.unlisted(input.accession);
        let stated = stated.and_then(|_| self.filings.stated(input));
        stated.map_or_else(|| input.source(), |stated| stated.source.clone())
    }

    fn has_other_periods(&self) -> bool {
        !self.filings.stated.is_empty()
    }

    fn complete(
        &self,
        report: ReportBuilder,
        period: Period,
        revenue: Option<Decimal>,
    ) -> ReportBuilder {
        let of_period = self.filings.splits.iter().filter(|(of, ..)| *of == period);
        let fits =
            |splits: &[SegmentSplit]| splits.iter().all(|split| Some(split.whole) == revenue);
        let fitting = of_period.filter(|(_, _, splits)| fits(splits));
        let chosen = match self.vintage {
            Vintage::First => fitting.min_by_key(|(_, place, _)| place),
            Vintage::AsOf(day) => {
                let known = fitting.filter(|(_, place, _)| place.filed <= day);
                known.max_by_key(|(_, place, _)| place)
            }
            Vintage::Latest => fitting.max_by_key(|(_, place, _)| place),
        };
        match chosen {
            Some((_, _, splits)) => with_splits(report, splits),
            None => report,
        }
    }

    fn calendar(&self) -> Option<FiscalCalendar> {
        self.filings.calendar.as_ref().map(|(_, calendar)| calendar.clone())
    }
}
