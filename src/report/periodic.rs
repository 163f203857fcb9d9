//! [`QuarterlyReport`] and [`AnnualReport`]: reports whose period is of a known kind.

use core::ops::Deref;

use serde::{Deserialize, Serialize};

use super::{Report, ReportError};
use crate::period::PeriodKind;

macro_rules! periodic_report {
    ($(#[doc = $doc:literal])+ $name:ident, $kind:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(try_from = "Report", into = "Report")]
        pub struct $name(Report);

        impl $name {
            /// Returns the report, whatever its period.
            #[must_use]
            pub fn into_report(self) -> Report {
                self.0
            }
        }

        impl TryFrom<Report> for $name {
            type Error = ReportError;

            fn try_from(report: Report) -> Result<Self, ReportError> {
                let (period, expected) = (report.period(), PeriodKind::$kind);
                match period.kind() == expected {
                    true => Ok(Self(report)),
                    false => Err(ReportError::Period { period, expected }),
                }
            }
        }

        impl From<$name> for Report {
            fn from(report: $name) -> Self {
                report.0
            }
        }

        impl AsRef<Report> for $name {
            fn as_ref(&self) -> &Report {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = Report;

            fn deref(&self) -> &Report {
                &self.0
            }
        }
    };
}

periodic_report! {
    /// A report over a fiscal quarter.
    ///
    /// Everything that a [`Report`] can be asked, it can be asked too.
    ///
    /// ```
    /// use financials::{Currency, IncomeStatement, Money, Period, QuarterlyReport};
    ///
    /// let quarter: Period = "2025-04-01..2025-06-30".parse()?;
    /// let report = QuarterlyReport::builder("Palantir", quarter, Currency::USD)
    ///     .income(IncomeStatement::in_thousands().revenue(1_003_697).operating_income(269_317))
    ///     .build_quarterly()?;
    /// assert_eq!(report.revenue()?, Money::new(1_003_697_000, Currency::USD)?);
    /// assert_eq!(format!("{:.1}", report.operating_margin()?), "26.8%");
    ///
    /// let year: Period = "2025-01-01..2025-12-31".parse()?;
    /// let refused = QuarterlyReport::builder("Palantir", year, Currency::USD).build_quarterly();
    /// assert_eq!(
    ///     refused.unwrap_err().to_string(),
    ///     "period 2025-01-01..2025-12-31 is a year, and the report is for a quarter",
    /// );
    /// # Ok::<(), financials::Error>(())
    /// ```
    QuarterlyReport, Quarter
}
periodic_report! {
    /// A report over a fiscal year.
    ///
    /// Everything that a [`Report`] can be asked, it can be asked too.
    AnnualReport, Year
}
