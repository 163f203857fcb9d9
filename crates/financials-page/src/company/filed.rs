//! From companyfacts to the page.

use financials::{
    Item, Metric,
    companyfacts::{CompanyFacts, KnownFacts, RestatementClass, Vintage},
    metrics,
    period::PeriodKind,
};

use super::{
    Line, Moved, Page, Quarter, Sheet,
    margins::line,
    sheet::{Place, sheet},
};

/// The line items of the table, in the order of the statements.
const ITEMS: &[Item] = &[
    Item::Revenue,
    Item::CostOfRevenue,
    Item::GrossProfit,
    Item::OperatingIncome,
    Item::NetIncome,
    Item::EpsDiluted,
    Item::SharesDiluted,
    Item::OperatingCashFlow,
    Item::CapitalExpenditures,
    Item::Cash,
    Item::TotalAssets,
    Item::TotalLiabilities,
    Item::StockholdersEquity,
];

/// The margins of the chart.
const MARGINS: &[Metric] = &[metrics::GROSS_MARGIN, metrics::OPERATING_MARGIN, metrics::NET_MARGIN];

/// Restated figures that are listed at most: a page is read, and a file has them all.
const MOVED_MAX: usize = 40;

impl Page {
    /// The last quarters of a company, at most so many.
    ///
    /// Each figure is the crate's own: as first filed and as last restated, with what was derived
    /// marked as such and the reason where there is none. Nothing is computed here.
    ///
    /// ```
    /// use financials::companyfacts::CompanyFacts;
    /// use financials_page::company::{Cell, Page};
    ///
    /// let json = std::fs::read("../../tests/cases/palantir_companyfacts/companyfacts.json")?;
    /// let page = Page::of(&CompanyFacts::parse(&json)?, 8);
    /// let revenue = &page.sheets[1].rows[0];
    /// assert_eq!((page.quarters[5].label.as_str(), revenue.name), ("2025Q2", "revenue"));
    /// let Cell::Given(amount) = &revenue.cells[5] else { return Err("no revenue".into()) };
    /// assert_eq!(amount.value.to_string(), "1003697000");
    /// assert!(page.to_string().starts_with("<!DOCTYPE html>"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(facts: &CompanyFacts, quarters: usize) -> Self {
        let [first, latest] = [Vintage::First, Vintage::Latest].map(|vintage| facts.known(vintage));
        let places = places(&latest, quarters);
        let cik = facts.cik();
        let sheet = |known: &KnownFacts<'_>, vintage| Sheet {
            vintage,
            rows: sheet(known, ITEMS, &places, cik),
        };
        Self {
            name: facts.entity_name().to_owned(),
            cik,
            quarters: places.iter().map(|place| place.quarter.clone()).collect(),
            sheets: [sheet(&first, "as first filed"), sheet(&latest, "as last restated")],
            margins: margins(&latest, &places),
            moved: moved(&latest, &places),
            guided: Vec::new(),
            bridges: Vec::new(),
            fingerprint: None,
        }
    }
}

/// The last quarters that the company has any figure of.
fn places(known: &KnownFacts<'_>, count: usize) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for item in ITEMS {
        let series = known.item(*item).series;
        let given = series.entries.iter().filter(|entry| entry.amount.is_ok());
        for entry in given.filter(|entry| entry.kind == PeriodKind::Quarter) {
            let (Some(year), Some(quarter)) = (entry.fiscal_year, entry.fiscal_quarter) else {
                continue;
            };
            if !places.iter().any(|place| (place.year, place.number) == (year, quarter)) {
                let label = format!("{year}Q{quarter}");
                let quarter_of = Quarter { label, end: entry.end };
                places.push(Place { year, number: quarter, quarter: quarter_of });
            }
        }
    }
    places.sort_by_key(|place| (place.quarter.end, place.year, place.number));
    let passed = places.len().saturating_sub(count);
    places.split_off(passed)
}

fn margins(known: &KnownFacts<'_>, places: &[Place]) -> Vec<Line> {
    let history = known.history().map_err(|error| error.to_string());
    MARGINS.iter().map(|metric| line(*metric, history.as_ref(), places)).collect()
}

fn moved(known: &KnownFacts<'_>, places: &[Place]) -> Vec<Moved> {
    let Some(since) = places.first().map(|place| place.quarter.end) else { return Vec::new() };
    let mut moved = Vec::new();
    for item in ITEMS {
        let series = known.item(*item).series;
        let kept = series.restatements.iter().filter(|restated| {
            restated.end >= since && !matches!(restated.class, RestatementClass::Rerounded)
        });
        moved.extend(kept.map(|restated| Moved {
            name: item.name(),
            period: match restated.start {
                Some(start) => format!("{start}..{}", restated.end),
                None => restated.end.to_string(),
            },
            unit: series.unit.clone(),
            first: (restated.first.value, restated.first.filed),
            latest: (restated.latest.value, restated.latest.filed),
            class: restated.class.code(),
        }));
    }
    moved.sort_by(|one, other| other.latest.1.cmp(&one.latest.1).then(one.name.cmp(other.name)));
    moved.truncate(MOVED_MAX);
    moved
}
