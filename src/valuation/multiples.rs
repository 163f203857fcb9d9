//! [`ValuationMultiples`]: what the market pays for one company on one day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::EnterpriseValue;
use crate::{
    metric::{Metric, metrics},
    quantity::{Money, Multiple, PerShare, Ratio},
    report::Quote,
    undefined::Undefined,
    view::View,
};

/// The twelve months whose earnings a price is set against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EarningsWindow {
    /// The last four quarters.
    Trailing,
    /// The current fiscal year, as analysts expect it.
    FiscalYear1,
    /// The next fiscal year, as analysts expect it.
    FiscalYear2,
    /// The next twelve months, as analysts expect them.
    NextTwelveMonths,
}

/// The share count that earnings are spread over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ShareCount {
    /// The weighted average of the shares outstanding.
    Basic,
    /// The weighted average with what may become shares.
    Diluted,
    /// The shares outstanding at the end of the period.
    PeriodEnd,
}

/// What the market pays for one company on one day: its quote, set against its reports.
///
/// Each price-earnings ratio is asked for by its earnings window, and the trailing one by its share
/// count too; of a loss none has a meaning.
///
/// ```
/// use financials::{
///     Currency, IncomeStatement, Period, Report,
///     report::{MarketData, Quote},
///     valuation::{EarningsWindow, ValuationMultiples},
/// };
///
/// let quarter: Period = "2025-07-01..2025-09-30".parse()?;
/// let report = Report::builder("Lumen", quarter, Currency::USD)
///     .income(IncomeStatement::in_millions().revenue(3_087))
///     .build()?;
/// let data = MarketData::in_units().share_price("7.79").eps_ntm("-0.80");
/// let quote = Quote::new(Currency::USD, data)?;
///
/// let multiples = ValuationMultiples::new(&report, &quote)?;
/// let reason = multiples.forward_pe(EarningsWindow::NextTwelveMonths).unwrap_err();
/// assert_eq!(reason.to_string(), "not meaningful: non-positive earnings");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ValuationMultiples<'a> {
    view: View<'a>,
    quote: &'a Quote,
}

impl<'a> ValuationMultiples<'a> {
    /// Sets a quote against a report, or against the reports of a view.
    ///
    /// # Errors
    ///
    /// Returns [`Undefined::CurrenciesDiffer`] where the quote is in another currency.
    pub fn new(view: impl Into<View<'a>>, quote: &'a Quote) -> Result<Self, Undefined> {
        Ok(Self { view: view.into().with_quote(quote)?, quote })
    }

    /// Returns the date of the price, if the quote has one.
    #[must_use]
    pub const fn price_date(&self) -> Option<Date> {
        self.quote.date()
    }

    /// Returns the view with the quote in it, for any other metric.
    pub const fn view(&self) -> View<'a> {
        self.view
    }

    /// Returns the share price.
    ///
    /// # Errors
    ///
    /// Returns that there is none in the quote.
    pub fn share_price(&self) -> Result<PerShare, Undefined> {
        self.view.share_price()
    }

    /// Returns the price over the diluted earnings of the last four quarters, or over those of the
    /// named share count.
    ///
    /// # Errors
    ///
    /// - earnings that are zero or negative.
    /// - fewer than four quarters.
    pub fn trailing_pe(&self, shares: ShareCount) -> Result<Multiple, Undefined> {
        self.multiple(match shares {
            ShareCount::Basic => metrics::PE_TTM_BASIC,
            ShareCount::Diluted => metrics::PE_TTM_DILUTED,
            ShareCount::PeriodEnd => metrics::PE_TTM_PERIOD_END,
        })
    }

    /// Returns the price over the earnings per share expected for a window; for the trailing one,
    /// of the last four quarters, diluted.
    ///
    /// # Errors
    ///
    /// - earnings that are zero or negative.
    /// - no such estimate in the quote.
    pub fn forward_pe(&self, window: EarningsWindow) -> Result<Multiple, Undefined> {
        self.multiple(match window {
            EarningsWindow::Trailing => metrics::PE_TTM_DILUTED,
            EarningsWindow::FiscalYear1 => metrics::FORWARD_PE_FY1,
            EarningsWindow::FiscalYear2 => metrics::FORWARD_PE_FY2,
            EarningsWindow::NextTwelveMonths => metrics::FORWARD_PE_NTM,
        })
    }

    /// Returns the forward P/E over the expected growth of earnings, in percent.
    ///
    /// # Errors
    ///
    /// - earnings or expected growth that are zero or negative.
    pub fn forward_peg(&self) -> Result<Multiple, Undefined> {
        self.multiple(metrics::FORWARD_PEG)
    }

    /// Returns the share price times the shares outstanding.
    ///
    /// # Errors
    ///
    /// Returns what is missing.
    pub fn market_cap(&self) -> Result<Money, Undefined> {
        self.view.market_cap()
    }

    /// Returns the enterprise value with the components it had.
    ///
    /// # Errors
    ///
    /// Returns what is missing: debt and cash must be there.
    pub fn enterprise_value(&self) -> Result<EnterpriseValue, Undefined> {
        EnterpriseValue::of(self.view)
    }

    /// Returns the price over book value per share.
    ///
    /// # Errors
    ///
    /// - equity that is zero or negative.
    pub fn price_to_book(&self) -> Result<Multiple, Undefined> {
        self.multiple(metrics::PRICE_TO_BOOK)
    }

    /// Returns the market capitalisation over twelve months of revenue.
    ///
    /// # Errors
    ///
    /// Returns what is missing.
    pub fn price_to_sales(&self) -> Result<Multiple, Undefined> {
        self.multiple(metrics::PRICE_TO_SALES)
    }

    /// Returns the enterprise value over twelve months of revenue.
    ///
    /// # Errors
    ///
    /// Returns what is missing.
    pub fn ev_to_sales(&self) -> Result<Multiple, Undefined> {
        self.multiple(metrics::EV_TO_SALES)
    }

    /// Returns the enterprise value over twelve months of EBITDA.
    ///
    /// # Errors
    ///
    /// - EBITDA that is zero or negative.
    pub fn ev_to_ebitda(&self) -> Result<Multiple, Undefined> {
        self.multiple(metrics::EV_TO_EBITDA)
    }

    /// Returns four quarters of diluted earnings per share, of the price.
    ///
    /// # Errors
    ///
    /// - fewer than four quarters.
    pub fn earnings_yield(&self) -> Result<Ratio, Undefined> {
        self.ratio(metrics::EARNINGS_YIELD)
    }

    /// Returns twelve months of free cash flow, of the market capitalisation.
    ///
    /// # Errors
    ///
    /// Returns what is missing.
    pub fn free_cash_flow_yield(&self) -> Result<Ratio, Undefined> {
        self.ratio(metrics::FREE_CASH_FLOW_YIELD)
    }

    /// Returns four quarters of dividends per share, of the price.
    ///
    /// # Errors
    ///
    /// - fewer than four quarters.
    pub fn dividend_yield(&self) -> Result<Ratio, Undefined> {
        self.ratio(metrics::DIVIDEND_YIELD)
    }

    fn multiple(&self, metric: Metric) -> Result<Multiple, Undefined> {
        crate::view::typed(metric.value(self.view)?)
    }

    fn ratio(&self, metric: Metric) -> Result<Ratio, Undefined> {
        crate::view::typed(metric.value(self.view)?)
    }
}
