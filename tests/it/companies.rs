//! Real companies' calendars, and periods as they reported them.

use financials::{
    FiscalCalendar,
    period::{Quarters, Weekday, YearNamed},
};

pub struct Company {
    pub name: &'static str,
    pub calendar: FiscalCalendar,
    /// Labels with their dates.
    pub periods: Periods,
}

type Periods = &'static [(&'static str, &'static str)];

pub fn companies() -> Vec<Company> {
    use Weekday::{Saturday, Sunday};
    let weeks = |weeks| Quarters::weeks(weeks).unwrap();
    let company = |name, calendar, periods| Company { name, calendar, periods };
    vec![
        company("Palantir", month_end(12), PALANTIR),
        company("Apple", apple(), APPLE),
        company("Costco", costco(), COSTCO),
        company("Johnson & Johnson", nearest(Sunday, 12), JOHNSON_AND_JOHNSON),
        company("NVIDIA", last(Sunday, 1), NVIDIA),
        company("Walmart", month_end(1), WALMART),
        company("Microsoft", month_end(6), MICROSOFT),
        company("PepsiCo", last(Saturday, 12).with_quarters(weeks([12, 12, 12, 16])), PEPSICO),
        company(
            "Kroger",
            nearest(Saturday, 1)
                .with_quarters(weeks([16, 12, 12, 12]))
                .with_year_named(YearNamed::Start),
            KROGER,
        ),
        company("Home Depot", nearest(Sunday, 1).with_year_named(YearNamed::Start), HOME_DEPOT),
        company("Disney", nearest(Saturday, 9), DISNEY),
        company("Jefferies", jefferies(), JEFFERIES),
    ]
}

pub fn apple() -> FiscalCalendar {
    let quarters = Quarters::weeks([13; 4]).unwrap().with_extra_week_in(1).unwrap();
    FiscalCalendar::last(Weekday::Saturday, 9).unwrap().with_quarters(quarters)
}

pub fn costco() -> FiscalCalendar {
    FiscalCalendar::nearest(Weekday::Sunday, 8)
        .unwrap()
        .with_quarters(Quarters::weeks([12, 12, 12, 16]).unwrap())
}

pub fn nearest(weekday: Weekday, month: i8) -> FiscalCalendar {
    FiscalCalendar::nearest(weekday, month).unwrap()
}

pub fn last(weekday: Weekday, month: i8) -> FiscalCalendar {
    FiscalCalendar::last(weekday, month).unwrap()
}

pub fn month_end(month: i8) -> FiscalCalendar {
    FiscalCalendar::month_end(month).unwrap()
}

/// Jefferies: years to December, eleven months to 30 November 2018, then years to November.
pub fn jefferies() -> FiscalCalendar {
    month_end(12).changed_on("2018-12-01".parse().unwrap(), month_end(11)).unwrap()
}

const PALANTIR: Periods = &[("2025Q2", "2025-04-01..2025-06-30")];

const APPLE: Periods = &[
    ("FY2023", "2022-09-25..2023-09-30"),
    ("2023Q1", "2022-09-25..2022-12-31"),
    ("2023Q2", "2023-01-01..2023-04-01"),
    ("2023Q3", "2023-04-02..2023-07-01"),
    ("2024Q1", "2023-10-01..2023-12-30"),
    ("2024Q2", "2023-12-31..2024-03-30"),
    ("2024Q3", "2024-03-31..2024-06-29"),
    ("2024Q4", "2024-06-30..2024-09-28"),
    ("2024 9M", "2023-10-01..2024-06-29"),
    ("2025H1", "2024-09-29..2025-03-29"),
    ("2026Q1", "2025-09-28..2025-12-27"),
];

const JOHNSON_AND_JOHNSON: Periods = &[
    ("FY2020", "2019-12-30..2021-01-03"),
    ("FY2022", "2022-01-03..2023-01-01"),
    ("2023Q2", "2023-04-03..2023-07-02"),
    ("2023Q3", "2023-07-03..2023-10-01"),
    ("2024Q2", "2024-04-01..2024-06-30"),
    ("2024Q3", "2024-07-01..2024-09-29"),
    ("FY2024", "2024-01-01..2024-12-29"),
];

const NVIDIA: Periods = &[
    ("FY2016", "2015-01-26..2016-01-31"),
    ("2025Q1", "2024-01-29..2024-04-28"),
    ("FY2025", "2024-01-29..2025-01-26"),
    ("2026Q1", "2025-01-27..2025-04-27"),
];

const WALMART: Periods =
    &[("2025Q1", "2024-02-01..2024-04-30"), ("FY2025", "2024-02-01..2025-01-31")];

const MICROSOFT: Periods = &[("2025Q1", "2024-07-01..2024-09-30")];

const COSTCO: Periods = &[
    ("FY2023", "2022-08-29..2023-09-03"),
    ("2023Q4", "2023-05-08..2023-09-03"),
    ("2024Q1", "2023-09-04..2023-11-26"),
    ("2024Q2", "2023-11-27..2024-02-18"),
    ("2024Q3", "2024-02-19..2024-05-12"),
    ("2024Q4", "2024-05-13..2024-09-01"),
];

const PEPSICO: Periods = &[
    ("FY2022", "2021-12-26..2022-12-31"),
    ("2024Q1", "2023-12-31..2024-03-23"),
    ("2024H1", "2023-12-31..2024-06-15"),
    ("2024Q3", "2024-06-16..2024-09-07"),
    ("FY2024", "2023-12-31..2024-12-28"),
];

const KROGER: Periods = &[
    ("FY2023", "2023-01-29..2024-02-03"),
    ("2024Q1", "2024-02-04..2024-05-25"),
    ("2024Q2", "2024-05-26..2024-08-17"),
    ("2024Q3", "2024-08-18..2024-11-09"),
    ("2024Q4", "2024-11-10..2025-02-01"),
];

const HOME_DEPOT: Periods = &[("FY2024", "2024-01-29..2025-02-02")];

const DISNEY: Periods =
    &[("FY2020", "2019-09-29..2020-10-03"), ("FY2024", "2023-10-01..2024-09-28")];

const JEFFERIES: Periods = &[
    ("FY2017", "2017-01-01..2017-12-31"),
    ("2018 transition", "2018-01-01..2018-11-30"),
    ("2019Q1", "2018-12-01..2019-02-28"),
    ("FY2019", "2018-12-01..2019-11-30"),
];
