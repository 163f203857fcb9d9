//! Histories: what came before, what is missing, and what formulas make of both.

use financials::{
    BalanceSheet, Basis, Currency, Decimal, Error, FiscalCalendar, History, IncomeStatement, Item,
    Period, Report, Undefined,
    decimal::parse,
    error::HistoryError,
    formula::Formula,
    metrics,
    period::PeriodKind,
    report::{Company, PerShareData, ReportBuilder},
    undefined::{NotMeaningful, When},
};
use num_rational::BigRational;
use num_traits::Signed;

use crate::exact::{exact, half_last_digit};

pub fn builder(period: &str) -> Result<ReportBuilder, Error> {
    Ok(Report::builder("Example", period.parse()?, Currency::USD).basis(Basis::Gaap))
}

fn report(period: &str, revenue: i64) -> Result<Report, Error> {
    Ok(builder(period)?.income(IncomeStatement::in_millions().revenue(revenue)).build()?)
}

const ENDS: [(&str, &str); 4] =
    [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")];

/// The dates of a calendar quarter, counted from the first of 2023.
pub fn quarter(number: usize) -> String {
    let (start, end) = ENDS[number % 4];
    let year = 2023 + number / 4;
    format!("{year}-{start}..{year}-{end}")
}

fn quarters(revenues: &[i64]) -> Result<History, Error> {
    let reports: Result<Vec<_>, Error> =
        revenues.iter().enumerate().map(|(at, revenue)| report(&quarter(at), *revenue)).collect();
    Ok(History::new(reports?)?)
}

pub fn value(history: &History, formula: &str) -> Result<Decimal, Undefined> {
    Formula::parse(formula).unwrap().value(history.latest_view()?)
}

pub fn whole(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

#[test]
fn a_quarter_is_compared_with_its_own_of_the_year_before_across_a_53rd_week() -> Result<(), Error> {
    // A year of the last Saturday of September; fiscal 2023 had a 14-week first quarter.
    let first_quarters = [
        ("2021-09-26..2021-12-25", 123_945),
        ("2022-09-25..2022-12-31", 117_154),
        ("2023-10-01..2023-12-30", 119_575),
    ];
    let others = [("2021-12-26..2022-03-26", 97_278), ("2023-01-01..2023-04-01", 94_836)];
    let reports: Result<Vec<_>, Error> = first_quarters
        .iter()
        .chain(&others)
        .map(|(dates, revenue)| report(dates, *revenue))
        .collect();
    let history = History::new(reports?)?;
    for (at, (growth, extra_weeks)) in [(-6_791, 1), (2_421, -1)].into_iter().enumerate() {
        let period: Period = first_quarters[at + 1].0.parse()?;
        let view = history.view(&period)?;
        let truth = BigRational::new(growth.into(), first_quarters[at].1.into());
        let found = exact(metrics::REVENUE_GROWTH.value(view)?.number());
        assert!((found - &truth).abs() <= half_last_digit(&truth));
        let comparison = history.year_ago_comparison(&period).expect("a year ago");
        assert_eq!(comparison.extra_weeks, extra_weeks);
    }
    let second: Period = others[1].0.parse()?;
    let year_ago = history.view(&second)?.year_ago()?;
    assert_eq!(year_ago.period(), others[0].0.parse()?);
    Ok(())
}

#[test]
fn twelve_months_are_four_quarters_or_the_annual_report_of_the_same_end() -> Result<(), Error> {
    let history = quarters(&[10, 20, 30, 40, 50])?;
    assert_eq!(value(&history, "ttm(revenue)")?, parse("140000000")?);
    assert_eq!(value(&history, "ttm(revenue) - ttm(revenue)")?, Decimal::ZERO);
    let short = value(&quarters(&[10, 20, 30])?, "ttm(revenue)").unwrap_err();
    assert_eq!(short, Undefined::Gap { at: When::NOW.quarters_before(3) });
    assert_eq!(
        short.to_string(),
        "twelve months need four quarters, and there is none 3 periods ago",
    );
    // The year's report stands for the quarters that are not there.
    let reports = [report("2023-10-01..2023-12-31", 40)?, report("2023-01-01..2023-12-31", 100)?];
    let annual = History::new(reports)?;
    assert_eq!(value(&annual, "ttm(revenue)")?, parse("100000000")?);
    assert_eq!(value(&annual, "revenue")?, parse("40000000")?);
    let turnover = Formula::parse("revenue / ttm(revenue)")?.value(annual.latest_view()?)?;
    assert_eq!(turnover, parse("0.4")?);
    // So does the year itself.
    let year = report("2023-01-01..2023-12-31", 100)?;
    assert_eq!(Formula::parse("ttm(revenue)")?.value(&year)?, parse("100000000")?);
    let half = report("2023-01-01..2023-06-30", 30)?;
    let reason = Formula::parse("ttm(revenue)")?.value(&half).unwrap_err();
    assert_eq!(
        reason.to_string(),
        "twelve months need a year or four quarters, and the period is neither"
    );
    Ok(())
}

#[test]
fn a_gap_is_visible_and_named() -> Result<(), Error> {
    let reports = [0, 1, 3, 4, 5].map(|at| report(&quarter(at), 10 * (at as i64 + 1)));
    let history = History::new(reports.into_iter().collect::<Result<Vec<_>, _>>()?)?;
    let gaps: Vec<_> = history.gaps().collect();
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].after, quarter(1).parse()?);
    assert_eq!(gaps[0].before, quarter(3).parse()?);
    let words = "nothing between 2023-04-01..2023-06-30 and 2023-10-01..2023-12-31";
    assert_eq!(format!("{:70.1}|", gaps[0]), format!("{words:70}|"));
    assert_eq!(format!("{:>25.1}|", Undefined::BasesDiffer), "         the bases differ|");
    let absent: Period = quarter(2).parse()?;
    assert_eq!(
        history.view(&absent).unwrap_err().to_string(),
        "there is no report of 2023-07-01..2023-09-30",
    );
    // The view stands on the sixth quarter; the third is three before it.
    assert_eq!(
        value(&history, "ttm(revenue)"),
        Err(Undefined::Gap { at: When::NOW.quarters_before(3) })
    );
    assert_eq!(value(&history, "growth_qoq(revenue)")?, parse("0.2")?);
    assert_eq!(value(&history, "growth(revenue)")?, parse("2")?);
    let at = When::NOW.quarters_before(3);
    let missing = Undefined::NoReport { at };
    assert_eq!(value(&history, "quarters_ago(revenue, 3)"), Err(missing));
    assert_eq!(missing.to_string(), "there is no report 3 periods ago");
    Ok(())
}

#[test]
fn a_line_of_some_quarters_only_is_no_sum_of_four() -> Result<(), Error> {
    let with = |at: usize, dividends: Option<i64>| {
        let mut income = IncomeStatement::in_millions().net_income(100);
        if let Some(dividends) = dividends {
            income = income.preferred_dividends(dividends);
        }
        builder(&quarter(at))?.income(income).build().map_err(Error::from)
    };
    let history = |dividends: [Option<i64>; 4]| -> Result<History, Error> {
        let reports = dividends.into_iter().enumerate().map(|(at, it)| with(at, it));
        Ok(History::new(reports.collect::<Result<Vec<_>, _>>()?)?)
    };
    let text = "ttm(net_income - or_zero(preferred_dividends))";
    assert_eq!(value(&history([Some(1); 4])?, text)?, parse("396000000")?);
    assert_eq!(value(&history([None; 4])?, text)?, parse("400000000")?);
    // Zero for the year would hide the three quarters that have the line.
    let some = history([Some(1), None, Some(1), Some(1)])?;
    let reason = value(&some, text).unwrap_err();
    assert_eq!(reason.to_string(), "preferred_dividends is not reported 2 periods ago");
    let reason = value(&some, "ttm(preferred_dividends)").unwrap_err();
    assert_eq!(reason.to_string(), "preferred_dividends is not reported 2 periods ago");
    let last = history([Some(1), Some(1), Some(1), None])?;
    assert_eq!(value(&last, text).unwrap_err().code(), "missing");
    Ok(())
}

#[test]
fn averages_open_where_the_flow_beside_them_opens() -> Result<(), Error> {
    let reports: Result<Vec<_>, Error> = [100, 110, 130, 170, 200]
        .into_iter()
        .enumerate()
        .map(|(at, assets)| {
            builder(&quarter(at))?
                .income(IncomeStatement::in_millions().net_income(15))
                .balance(BalanceSheet::in_millions().total_assets(assets))
                .build()
                .map_err(Error::from)
        })
        .collect();
    let history = History::new(reports?)?;
    assert_eq!(value(&history, "average(total_assets)")?, parse("185000000")?);
    assert_eq!(value(&history, "change(total_assets)")?, parse("30000000")?);
    assert_eq!(value(&history, "ttm(change(total_assets))")?, parse("100000000")?);
    // 60 over the mean of 100, a year ago, and 200.
    assert_eq!(value(&history, "ttm(net_income) / average(total_assets)")?, parse("0.4")?);
    assert_eq!(value(&history, "annualised(net_income)")?, parse("60000000")?);
    // Over the quarter alone: 15 over the mean of 170 and 200.
    let view = history.latest_view()?.over_the_period();
    let of_the_quarter = exact(metrics::RETURN_ON_ASSETS.value(view)?.number());
    let truth = BigRational::new(15.into(), 185.into());
    assert!((of_the_quarter - &truth).abs() <= half_last_digit(&truth));
    let trailing = history.latest_view()?.trailing();
    assert_eq!(Item::NetIncome.value(trailing)?.to_string(), "$60,000,000");
    assert_eq!(Item::TotalAssets.value(trailing)?.to_string(), "$200,000,000");
    Ok(())
}

#[test]
fn earnings_per_share_add_up_by_the_named_convention_only() -> Result<(), Error> {
    let per_share = |period: &str, eps: &str| {
        builder(period)?
            .per_share(PerShareData::in_units().eps_diluted(eps))
            .build()
            .map_err(Error::from)
    };
    let eps = ["0.10", "0.11", "0.12", "0.13"];
    let reports = (0..4).map(|at| per_share(&quarter(at), eps[at]));
    let history = History::new(reports.collect::<Result<Vec<_>, _>>()?)?;
    assert_eq!(value(&history, "ttm_per_share(eps_diluted)")?, parse("0.46")?);
    let trailing = history.latest_view()?.trailing();
    let reason = Item::EpsDiluted.value(trailing).unwrap_err();
    assert_eq!(reason.to_string(), "eps_diluted does not add up over several periods");
    // A year's own figure needs no adding up.
    let year = per_share("2023-01-01..2023-12-31", "0.45")?;
    assert_eq!(Item::EpsDiluted.value(year.view().trailing())?.to_string(), "$0.45");
    Ok(())
}

#[test]
fn a_ratio_stated_of_the_quarter_is_not_that_of_twelve_months() -> Result<(), Error> {
    let reports: Result<Vec<_>, Error> = (0..4)
        .map(|at| {
            let income = IncomeStatement::in_millions().revenue(100).operating_income(10 + at);
            let margin = financials::Figure::exact(parse("0.5")?)?;
            builder(&quarter(usize::try_from(at).unwrap()))?
                .income(income)
                .measure("operating_margin", financials::item::Nature::Rate, margin)
                .build()
                .map_err(Error::from)
        })
        .collect();
    let history = History::new(reports?)?;
    let view = history.latest_view()?;
    assert_eq!(metrics::OPERATING_MARGIN.value(view)?.number(), parse("0.5")?);
    // 10 + 11 + 12 + 13 of 400.
    assert_eq!(metrics::OPERATING_MARGIN.value(view.trailing())?.number(), parse("0.115")?);
    Ok(())
}

#[test]
fn growth_that_has_no_percentage_has_a_reason() -> Result<(), Error> {
    let growth = |from: i64, to: i64, formula: &str| {
        let report = |period: &str, income: i64| {
            builder(period)?
                .income(IncomeStatement::in_millions().net_income(income))
                .build()
                .map_err(Error::from)
        };
        let reports =
            [report("2023-01-01..2023-12-31", from)?, report("2024-01-01..2024-12-31", to)?];
        let history = History::new(reports)?;
        let result =
            Formula::parse(formula)?.value(history.view(&"2024-01-01..2024-12-31".parse()?)?);
        Ok::<_, Error>(result)
    };
    for (from, to, reason, words) in [
        (0, 5, NotMeaningful::GrowthFromZero, "not meaningful: growth from zero"),
        (-5, 5, NotMeaningful::TurnedProfitable, "not meaningful: turned from a loss to a profit"),
        (-5, -2, NotMeaningful::LossNarrowed, "not meaningful: the loss narrowed"),
        (-5, 0, NotMeaningful::LossNarrowed, "not meaningful: the loss narrowed"),
        (-5, -8, NotMeaningful::LossWidened, "not meaningful: the loss widened"),
        (-5, -5, NotMeaningful::LossUnchanged, "not meaningful: the loss is unchanged"),
    ] {
        let found = growth(from, to, "growth(net_income)")?.unwrap_err();
        assert_eq!((found, found.to_string().as_str()), (reason.into(), words));
    }
    assert_eq!(growth(5, -5, "growth(net_income)")?, Ok(parse("-2")?));
    // The periods are years, and a year before is no quarter before.
    let no_quarters = Err(Undefined::NotAQuarter);
    assert_eq!(growth(8, 12, "growth_qoq(net_income)")?, no_quarters);
    assert_eq!(growth(8, 12, "quarter_ago(net_income)")?, no_quarters);
    assert_eq!(growth(8, 12, "cagr(net_income, 1)")?, Ok(parse("0.5")?));
    Ok(())
}

#[test]
fn compound_growth_is_the_root_over_whole_years() -> Result<(), Error> {
    let years = |revenues: [i64; 4]| -> Result<History, Error> {
        let reports = (0..4).map(|at| {
            let year = 2020 + at;
            report(&format!("{year}-01-01..{year}-12-31"), revenues[at])
        });
        Ok(History::new(reports.collect::<Result<Vec<_>, _>>()?)?)
    };
    let of = |history: &History| {
        let view = history.view(&"2023-01-01..2023-12-31".parse().unwrap())?;
        Formula::parse("cagr(revenue, 3)").unwrap().value(view)
    };
    // 1.1^3 = 1.331 is exact.
    assert_eq!(of(&years([1_000, 1, 1, 1_331])?)?, parse("0.1")?);
    let doubled = exact(of(&years([500, 1, 1, 1_000])?)?) + whole(1);
    assert!((doubled.pow(3) - whole(2)).abs() < exact(parse("1e-26")?));
    assert_eq!(of(&years([500, 1, 1, -1])?), Err(NotMeaningful::TurnedUnprofitable.into()));
    let short = report("2023-01-01..2023-12-31", 1)?;
    let missing = Formula::parse("cagr(revenue, 3)")?.value(&short).unwrap_err();
    assert_eq!(missing.to_string(), "there is no report 3 years ago");
    Ok(())
}

#[test]
fn what_differs_is_not_compared() -> Result<(), Error> {
    let now = report(&quarter(4), 10)?;
    let other = |company: &str, currency: Currency, basis: Basis, at: usize| {
        Report::builder(company, quarter(at).parse()?, currency)
            .basis(basis)
            .income(IncomeStatement::in_millions().revenue(5))
            .build()
            .map_err(Error::from)
    };
    let (usd, gaap) = (Currency::USD, Basis::Gaap);
    for (earlier, reason, words) in [
        (other("Other", usd, gaap, 0)?, Undefined::CompaniesDiffer, "the companies differ"),
        (
            other("Example", Currency::EUR, gaap, 0)?,
            Undefined::CurrenciesDiffer,
            "the currencies differ",
        ),
        (other("Example", usd, Basis::Ifrs, 0)?, Undefined::BasesDiffer, "the bases differ"),
        (
            other("Example", usd, gaap, 1)?,
            Undefined::PeriodsNotComparable {
                period: quarter(4).parse()?,
                other: quarter(1).parse()?,
            },
            "2024-01-01..2024-03-31 and 2023-04-01..2023-06-30 are not comparable",
        ),
    ] {
        let found = now.revenue_growth(&earlier).unwrap_err();
        assert_eq!((found, found.to_string().as_str()), (reason, words));
    }
    assert_eq!(now.revenue_growth(&other("Example", usd, gaap, 0)?)?.to_string(), "100%");
    Ok(())
}

#[test]
fn reports_that_do_not_belong_together_make_no_history() -> Result<(), Error> {
    let of = |company: Company, currency: Currency, basis: Basis| {
        Report::builder(company, quarter(1).parse()?, currency)
            .basis(basis)
            .build()
            .map_err(Error::from)
    };
    let (usd, gaap) = (Currency::USD, Basis::Gaap);
    let first = || report(&quarter(0), 1);
    let message = |reports: Vec<Report>| History::new(reports).unwrap_err().to_string();
    assert_eq!(message(vec![]), "a history needs at least one report");
    assert_eq!(
        message(vec![first()?, of("Other".into(), usd, gaap)?]),
        "reports of Example and of Other make no history",
    );
    assert_eq!(
        message(vec![first()?, of("Example".into(), Currency::EUR, gaap)?]),
        "the report of 2023-04-01..2023-06-30 is in EUR, and the first one in USD",
    );
    assert_eq!(
        message(vec![first()?, of("Example".into(), usd, Basis::Ifrs)?]),
        "the report of 2023-04-01..2023-06-30 is IFRS, and the first one GAAP",
    );
    assert_eq!(
        message(vec![first()?, first()?]),
        "period 2023-01-01..2023-03-31 is reported twice",
    );
    // A report without a key goes by its name, wherever it stands.
    let at = |number: usize, company: Company| {
        Report::builder(company, quarter(number).parse()?, usd).build().map_err(Error::from)
    };
    let keys = [Company::new("Example"), Company::new("Example").cik(1)];
    let [plain, one] = keys.clone();
    let (two, other) = (plain.clone().cik(2), Company::new("Renamed").cik(1));
    for [first, second, third] in [
        [plain.clone(), one.clone(), two.clone()],
        [one.clone(), plain.clone(), two],
        [one.clone(), other.clone(), plain.clone()],
        [plain, one, other],
    ] {
        let refused = History::new([at(0, first)?, at(1, second)?, at(2, third)?]);
        assert!(matches!(refused, Err(HistoryError::Companies { .. })), "{refused:?}");
    }
    let reports = keys.into_iter().enumerate().map(|(number, company)| at(number, company));
    assert_eq!(History::new(reports.collect::<Result<Vec<_>, _>>()?)?.reports().len(), 2);
    // A key at the SEC says more than a name that was changed.
    let renamed = [Company::new("Before").cik(1), Company::new("After").cik(1)];
    let reports = renamed.map(|company| of(company, usd, gaap));
    let [before, after] = reports;
    assert_eq!(
        History::new([before?, after?]),
        Err(HistoryError::Twice { period: quarter(1).parse()? }),
    );
    Ok(())
}

#[test]
fn labels_come_from_the_calendar() -> Result<(), Error> {
    let history = quarters(&[1, 2])?;
    let unnamed = history.label(&quarter(0).parse()?).unwrap_err();
    assert_eq!(unnamed.to_string(), "the history has no fiscal calendar to name its periods");
    let history = history.with_calendar(FiscalCalendar::CALENDAR_YEAR);
    let label = history.label(&quarter(1).parse()?)?;
    assert_eq!(label.to_string(), "2023Q2");
    assert_eq!(history.labelled(label)?.period(), quarter(1).parse()?);
    let none = history.labelled("2024Q1".parse()?).unwrap_err();
    assert_eq!(none.to_string(), "there is no report of 2024Q1");
    assert_eq!(history.latest(PeriodKind::Year), None);
    Ok(())
}

#[test]
fn a_label_gives_the_view_of_its_report_with_everything_before_it() -> Result<(), Error> {
    let reports = [report("2024-04-01..2024-06-30", 100)?, report("2025-04-01..2025-06-30", 148)?];
    let history = History::new(reports)?;
    let label = "2025Q2".parse()?;
    assert_eq!(history.labelled_view(label).unwrap_err(), HistoryError::NoCalendar);
    let history = history.with_calendar(FiscalCalendar::month_end(12)?);
    let growth = metrics::REVENUE_GROWTH.value(history.labelled_view(label)?)?;
    assert_eq!(growth.to_string(), "48%");
    let none = history.labelled_view("2025Q1".parse()?).unwrap_err();
    assert_eq!(none.to_string(), "there is no report of 2025Q1");
    Ok(())
}
