//! One company's filed quarters, and the points from which its metrics are seen.

use std::sync::Arc;

use financials::{
    Date, Period,
    companyfacts::{CompanyFacts, Vintage},
    panel::{Panel, Table},
    report::{MarketData, Quote},
    view::View,
};
use pyo3::{
    prelude::*,
    types::{PyBytes, PyType},
};
use pyo3_arrow::PyTable;

use crate::{errors, metrics::Wanted, numbers, tables};

/// Which filing's word counts, as Python says it.
#[derive(Clone, Copy)]
pub struct Vintages(Vintage);

impl Vintages {
    /// Reads `latest`, `first` or a day.
    pub fn read(py: Python<'_>, text: &str) -> PyResult<Self> {
        let day = || text.parse::<Date>().ok().filter(|_| text.len() == "2025-06-30".len());
        match (text, day()) {
            ("latest", _) => Ok(Self(Vintage::Latest)),
            ("first", _) => Ok(Self(Vintage::First)),
            (_, Some(day)) => Ok(Self(Vintage::AsOf(day))),
            _ => {
                let text = format!("vintage is '{text}', and must be latest, first or a day");
                Err(errors::usage(py, "vintage", text))
            }
        }
    }
}

/// A company's filed figures, as known in a vintage.
#[pyclass(frozen, module = "financials._native")]
pub struct History {
    name: String,
    bytes: Arc<[u8]>,
    vintage: Vintages,
    facts: CompanyFacts,
    history: financials::History,
}

impl History {
    /// Reads a companyfacts file; what cannot be read has a code and a reason.
    pub fn parse(
        name: &str,
        bytes: Arc<[u8]>,
        vintage: Vintages,
    ) -> Result<Self, (String, String)> {
        let facts = CompanyFacts::parse(&bytes)
            .map_err(|error| ("companyfacts".to_owned(), error.to_string()))?;
        let history = facts
            .known(vintage.0)
            .history()
            .map_err(|error| ("history".to_owned(), error.to_string()))?;
        Ok(Self { name: name.to_owned(), bytes, vintage, facts, history })
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
    pub fn first_filed(&self) -> Option<financials::History> {
        let first = || self.facts.known(Vintage::First).history().ok();
        (self.vintage.0 == Vintage::Latest).then(first).flatten()
    }

    fn quote(&self, py: Python<'_>, price: &Bound<'_, PyAny>) -> PyResult<Quote> {
        let refuse = |error: financials::Error| errors::usage(py, "price", error);
        let price = numbers::from_python("price", price)?;
        let currency = self.facts.known(self.vintage.0).currency();
        let currency = currency.map_err(|error| refuse(error.into()))?;
        Quote::new(currency, MarketData::in_units().share_price(price))
            .map_err(|error| refuse(error.into()))
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
        let vintage = Vintages::read(py, vintage)?;
        py.detach(|| Self::parse(name, bytes.into(), vintage))
            .map_err(|(code, text)| errors::unreadable(py, &code, format!("{name}: {text}")))
    }

    #[getter]
    fn name(&self) -> &str {
        &self.name
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
        match self.vintage.0 {
            Vintage::Latest => "latest".to_owned(),
            Vintage::First => "first".to_owned(),
            Vintage::AsOf(day) => day.to_string(),
            _ => String::new(),
        }
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
            let known = self.facts.known(self.vintage.0);
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
        let read = || financials_arrow::filed(&self.facts, self.vintage.0, &[]);
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
        let quote = price.map(|price| self.quote(py, price)).transpose()?;
        let Some(period) = self.period(period) else {
            return Err(errors::raise(py, "UnknownPeriod", "no_report", period, &[]));
        };
        let seen = || {
            let view = self.history.view(&period)?;
            let view = match window {
                "ttm" => view.trailing(),
                "period" => view.over_the_period(),
                _ => view,
            };
            see(match &quote {
                Some(quote) => view.with_quote(quote)?,
                None => view,
            })
        };
        py.detach(seen).map_err(|reason| errors::undefined(py, reason))
    }
}
