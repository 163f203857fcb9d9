//! One company's filed quarters, and the points from which its metrics are seen.

use core::fmt;
use std::sync::Arc;

use financials::{
    Date, Period,
    companyfacts::{CompanyFacts, Vintage},
    error::BuildError,
    panel::{Panel, Table},
    report::Quote,
    view::View,
};
use pyo3::{
    prelude::*,
    types::{PyBytes, PyType},
};
use pyo3_arrow::PyTable;

use crate::{errors, metrics::Wanted, numbers, tables};

/// Which filing's word counts, as Python says it: what is read is what is written again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// As last restated.
    Latest,
    /// As first filed.
    First,
    /// As known at the end of a day.
    AsOf(Date),
}

impl Known {
    /// Reads `latest`, `first` or a day.
    pub fn read(py: Python<'_>, text: &str) -> PyResult<Self> {
        let day = || text.parse::<Date>().ok().filter(|_| text.len() == "2025-06-30".len());
        match (text, day()) {
            ("latest", _) => Ok(Self::Latest),
            ("first", _) => Ok(Self::First),
            (_, Some(day)) => Ok(Self::AsOf(day)),
            _ => {
                let text = format!("vintage is '{text}', and must be latest, first or a day");
                Err(errors::usage(py, "vintage", text))
            }
        }
    }

    const fn vintage(self) -> Vintage {
        match self {
            Self::Latest => Vintage::Latest,
            Self::First => Vintage::First,
            Self::AsOf(day) => Vintage::AsOf(day),
        }
    }
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest => f.write_str("latest"),
            Self::First => f.write_str("first"),
            Self::AsOf(day) => day.fmt(f),
        }
    }
}

/// From where in time a period is seen, as Python says it.
#[derive(Clone, Copy)]
enum Window {
    /// As each metric declares it.
    Declared,
    /// Every flow over the twelve months up to the period's end.
    TwelveMonths,
    /// Every flow over the period alone.
    Period,
}

impl Window {
    fn read(py: Python<'_>, text: &str) -> PyResult<Self> {
        match text {
            "declared" => Ok(Self::Declared),
            "ttm" => Ok(Self::TwelveMonths),
            "period" => Ok(Self::Period),
            _ => {
                let text = format!("window is '{text}', and must be declared, ttm or period");
                Err(errors::usage(py, "window", text))
            }
        }
    }
}

/// A company's filed figures, as known in a vintage.
#[pyclass(frozen, module = "financials._native")]
pub struct History {
    name: String,
    bytes: Arc<[u8]>,
    known: Known,
    facts: CompanyFacts,
    history: financials::History,
}

impl History {
    /// Reads a companyfacts file; what cannot be read has a code and a reason.
    pub fn parse(name: &str, bytes: Arc<[u8]>, known: Known) -> Result<Self, (String, String)> {
        let facts = CompanyFacts::parse(&bytes)
            .map_err(|error| ("companyfacts".to_owned(), error.to_string()))?;
        let history = facts
            .known(known.vintage())
            .history()
            .map_err(|error| ("history".to_owned(), error.to_string()))?;
        Ok(Self { name: name.to_owned(), bytes, known, facts, history })
    }

    /// Returns what the company is called.
    pub fn entity(&self) -> &str {
        self.facts.entity_name()
    }

    /// Returns the figures as taken.
    pub const fn taken(&self) -> &financials::History {
        &self.history
    }

    /// Returns the figures as first filed, where those taken may be restated.
    pub fn first_filed(&self) -> Result<Option<financials::History>, BuildError> {
        match self.known {
            Known::Latest => self.facts.known(Vintage::First).history().map(Some),
            Known::First | Known::AsOf(_) => Ok(None),
        }
    }

    fn quote(&self, py: Python<'_>, price: &Bound<'_, PyAny>) -> PyResult<Quote> {
        let price = numbers::from_python("price", price)?;
        financials_arrow::quote(&self.facts.known(self.known.vintage()), price)
            .map_err(|error| errors::usage(py, "price", error))
    }

    /// Finds the period of a label or of dates.
    fn period(&self, text: &str) -> Option<Period> {
        let dates = || text.parse::<Period>().ok();
        let labelled = text.parse().ok().and_then(|label| self.history.labelled(label).ok());
        let period = labelled.map(|report| report.period()).or_else(dates)?;
        self.history.report(&period).map(|report| report.period())
    }
}

#[pymethods]
impl History {
    /// Reads the bytes of a companyfacts file.
    #[classmethod]
    fn of_bytes(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        name: &str,
        bytes: Vec<u8>,
        vintage: &str,
    ) -> PyResult<Self> {
        let known = Known::read(py, vintage)?;
        py.detach(|| Self::parse(name, bytes.into(), known))
            .map_err(|(code, text)| errors::unreadable(py, &code, format!("{name}: {text}")))
    }

    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// What its file may be called after, such as a ticker, the longest first.
    #[getter]
    fn names(&self) -> Vec<&str> {
        financials_files::names_of(&self.name).into()
    }

    #[getter(entity)]
    fn entity_name(&self) -> &str {
        self.entity()
    }

    #[getter]
    fn cik(&self) -> Option<u64> {
        self.facts.cik()
    }

    #[getter]
    fn vintage(&self) -> String {
        self.known.to_string()
    }

    /// The periods, by label where they have one, else by their dates.
    #[getter]
    fn periods(&self) -> Vec<String> {
        let reports = self.history.reports().iter().map(|report| report.period());
        let text = |period: Period| match self.history.label(&period) {
            Ok(label) => label.to_string(),
            Err(_) => period.to_string(),
        };
        reports.map(text).collect()
    }

    /// Returns the period that a label or dates name, as text.
    fn find(&self, text: &str) -> Option<String> {
        self.period(text).map(|period| period.to_string())
    }

    /// Returns a value: the number, and it with its unit and its currency.
    fn value<'py>(
        &self,
        py: Python<'py>,
        period: &str,
        window: &str,
        metric: &Bound<'py, PyAny>,
        price: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Bound<'py, PyAny>, String, Option<String>)> {
        let wanted = Wanted::of(metric)?;
        self.seen(py, period, window, price, |view| wanted.value(view)).and_then(
            |(number, text, currency)| {
                let currency = currency.map(|currency| currency.code().to_owned());
                Ok((numbers::to_python(py, number)?, text, currency))
            },
        )
    }

    /// Returns an explanation as text and as JSON.
    fn explain(
        &self,
        py: Python<'_>,
        period: &str,
        window: &str,
        metric: &Bound<'_, PyAny>,
        price: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<(String, String)> {
        let wanted = Wanted::of(metric)?;
        let explained = self.seen(py, period, window, price, |view| wanted.explain(view))?;
        let json = serde_json::to_string(&explained);
        let json = json.map_err(|error| errors::usage(py, "json", error))?;
        Ok((explained.to_string(), json))
    }

    /// Returns metrics of its periods as a table.
    fn table(
        &self,
        py: Python<'_>,
        metrics: Vec<Bound<'_, PyAny>>,
        price: Option<&Bound<'_, PyAny>>,
        periods: &str,
        last: Option<usize>,
        places: i64,
    ) -> PyResult<PyTable> {
        let places = tables::held_places(py, places)?;
        let asked: Vec<_> = metrics.iter().map(Wanted::asked).collect::<PyResult<_>>()?;
        let quote = price.map(|price| self.quote(py, price)).transpose()?;
        let chosen: fn(Table<'_>) -> Table<'_> = match periods {
            "quarter" => |table| table.quarters(),
            "year" => |table| table.years(),
            "ttm" => |table| table.twelve_months(),
            _ => {
                let text = format!("periods is '{periods}', and must be quarter, year or ttm");
                return Err(errors::usage(py, "periods", text));
            }
        };
        let batches = py.detach(|| {
            let known = self.facts.known(self.known.vintage());
            let panel = Panel::builder().facts(&known, quote.as_ref());
            let panel = panel.map_err(|error| error.to_string())?;
            let panel = panel.build().map_err(|error| error.to_string())?;
            Ok(financials_arrow::rows(&panel, &asked, places, |table| {
                let table = chosen(table);
                last.map_or(table.clone(), |count| table.last(count))
            }))
        });
        let batches = batches.map_err(|text: String| errors::unreadable(py, "history", text))?;
        tables::given(py, batches)
    }

    /// Returns every period of its line items as a table.
    fn facts(&self, py: Python<'_>) -> PyResult<PyTable> {
        let read = || financials_arrow::filed(&self.facts, self.known.vintage(), &[]);
        tables::given(py, py.detach(read).map(|batch| vec![batch]))
    }

    fn __reduce__<'py>(
        this: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, (String, Bound<'py, PyBytes>, String))> {
        let (py, own) = (this.py(), this.get());
        let bytes = PyBytes::new(py, &own.bytes);
        Ok((this.get_type().getattr("of_bytes")?, (own.name.clone(), bytes, own.vintage())))
    }
}

impl History {
    /// Sees a period from where it is asked for.
    fn seen<T: Send>(
        &self,
        py: Python<'_>,
        period: &str,
        window: &str,
        price: Option<&Bound<'_, PyAny>>,
        see: impl Fn(View<'_>) -> Result<T, financials::Undefined> + Sync,
    ) -> PyResult<T> {
        let window = Window::read(py, window)?;
        let quote = price.map(|price| self.quote(py, price)).transpose()?;
        let Some(period) = self.period(period) else {
            return Err(errors::raise(py, "UnknownPeriod", "no_report", period, &[]));
        };
        let seen = || {
            let view = self.history.view(&period)?;
            let view = match window {
                Window::TwelveMonths => view.trailing(),
                Window::Period => view.over_the_period(),
                Window::Declared => view,
            };
            see(match &quote {
                Some(quote) => view.with_quote(quote)?,
                None => view,
            })
        };
        py.detach(seen).map_err(|reason| errors::undefined(py, reason))
    }
}
