//! The plain functions that people look for: line items and common metrics, each with its type.
//!
//! They are names for [`Item::value`] and [`Metric::value`](crate::Metric::value), and compute
//! nothing themselves.

use rust_decimal::Decimal;

use super::{View, value::typed};
use crate::{
    item::{Item, with_line_items},
    metric::metrics,
    quantity::{Days, Money, Multiple, PerShare, Ratio, Shares},
    report::Report,
    undefined::Undefined,
};

/// The type of a line item's amount.
macro_rules! amount_type {
    (Flow) => {
        Money
    };
    (Balance) => {
        Money
    };
    (PerShareFlow) => {
        PerShare
    };
    (Price) => {
        PerShare
    };
    (WeightedShares) => {
        Shares
    };
    (Shares) => {
        Shares
    };
    (Rate) => {
        Ratio
    };
    (Count) => {
        Decimal
    };
    (Coefficient) => {
        Decimal
    };
}

macro_rules! item_accessors {
    ($(
        $(#[doc = $part_doc:literal])+
        $part:ident, $struct:ident, $method:ident {
            $( $(#[doc = $doc:literal])+
               $variant:ident $name:ident: $nature:ident, $sign:ident, $basis:ident; )+
        }
    )+) => {
        /// The line items, by name.
        ///
        /// Each returns the amount as reported, or as an identity of the statement gives it, and
        /// fails with the reason why there is none.
        impl View<'_> {
            $($(
                $(#[doc = $doc])+
                ///
                /// # Errors
                ///
                /// Returns the reason why there is no amount.
                pub fn $name(self) -> Result<amount_type!($nature), Undefined> {
                    typed(Item::$variant.value(self)?)
                }
            )+)+
        }

        $(report_accessors! { $part { $( $(#[doc = $doc])+ $name $nature; )+ } })+
    };
}

/// The items of a part of a report; what the market says is no part of one.
macro_rules! report_accessors {
    (Market { $($quoted:tt)+ }) => {};
    ($part:ident { $( $(#[doc = $doc:literal])+ $name:ident $nature:ident; )+ }) => {
        /// The line items, by name.
        ///
        /// Each returns the amount as reported, or as an identity of the statement gives it, and
        /// fails with the reason why there is none.
        impl Report {
            $(
                $(#[doc = $doc])+
                ///
                /// # Errors
                ///
                /// Returns the reason why there is no amount.
                pub fn $name(&self) -> Result<amount_type!($nature), Undefined> {
                    self.view().$name()
                }
            )+
        }
    };
}

with_line_items!(item_accessors);

/// Gives views every metric listed, and reports those of one period's figures.
macro_rules! metric_functions {
    (Report { $($alone:tt)+ } View { $($viewed:tt)+ }) => {
        view_functions! { $($alone)+ $($viewed)+ }
        report_functions! { $($alone)+ }
    };
}

macro_rules! view_functions {
    ($( $(#[doc = $doc:literal])+ $name:ident $constant:ident $type:ident; )+) => {
        /// Common metrics, by name.
        ///
        /// Those over twelve months or of two periods need a [history](crate::History), those with
        /// a price a [quote](crate::report::Quote).
        impl View<'_> {
            $(
                $(#[doc = $doc])+
                ///
                /// # Errors
                ///
                /// Returns the reason why there is no value.
                pub fn $name(self) -> Result<$type, Undefined> {
                    typed(metrics::$constant.value(self)?)
                }
            )+
        }

    };
}

macro_rules! report_functions {
    ($( $(#[doc = $doc:literal])+ $name:ident $constant:ident $type:ident; )+) => {
        /// Common metrics, by name, of this report alone.
        ///
        /// Those of several periods or with a price are on [`View`].
        impl Report {
            $(
                $(#[doc = $doc])+
                ///
                /// # Errors
                ///
                /// Returns the reason why there is no value.
                pub fn $name(&self) -> Result<$type, Undefined> {
                    self.view().$name()
                }
            )+
        }
    };
}

metric_functions! {
    Report {
        /// Gross profit of revenue.
        gross_margin GROSS_MARGIN Ratio;
        /// Operating income of revenue.
        operating_margin OPERATING_MARGIN Ratio;
        /// EBITDA of revenue.
        ebitda_margin EBITDA_MARGIN Ratio;
        /// Income before taxes of revenue.
        pretax_margin PRETAX_MARGIN Ratio;
        /// Net income of revenue.
        net_margin NET_MARGIN Ratio;
        /// Free cash flow of revenue.
        free_cash_flow_margin FREE_CASH_FLOW_MARGIN Ratio;
        /// Income taxes of income before taxes.
        effective_tax_rate EFFECTIVE_TAX_RATE Ratio;
        /// Operating income before depreciation and amortisation.
        ebitda EBITDA Money;
        /// Cash from operations less capital expenditures.
        free_cash_flow FREE_CASH_FLOW Money;
        /// Borrowings due within a year and later.
        total_debt TOTAL_DEBT Money;
        /// Debt less cash and short-term investments.
        net_debt NET_DEBT Money;
        /// Current assets less current liabilities.
        working_capital WORKING_CAPITAL Money;
        /// Current assets over current liabilities.
        current_ratio CURRENT_RATIO Multiple;
        /// Debt over equity.
        debt_to_equity DEBT_TO_EQUITY Multiple;
        /// Equity for each share outstanding.
        book_value_per_share BOOK_VALUE_PER_SHARE PerShare;
        /// How long customers take to pay, in days of the period's revenue.
        days_sales_outstanding DAYS_SALES_OUTSTANDING Days;
    }
    View {
        /// Twelve months of net income, of average equity.
        return_on_equity RETURN_ON_EQUITY Ratio;
        /// Twelve months of net income, of average assets.
        return_on_assets RETURN_ON_ASSETS Ratio;
        /// Twelve months of operating profit after taxes, of average invested capital.
        return_on_invested_capital RETURN_ON_INVESTED_CAPITAL Ratio;
        /// Price times shares outstanding.
        market_cap MARKET_CAP Money;
        /// Market capitalisation with debt, less cash.
        enterprise_value ENTERPRISE_VALUE Money;
    }
}

/// Comparisons of two reports.
impl Report {
    /// Returns the growth of revenue over the same fiscal period a year ago.
    ///
    /// # Errors
    ///
    /// Returns the reason why the reports cannot be compared, or the growth has no meaning.
    pub fn revenue_growth(&self, year_ago: &Self) -> Result<Ratio, Undefined> {
        typed(metrics::REVENUE_GROWTH.value(self.view().with_year_ago(year_ago)?)?)
    }

    /// Returns the growth of net income over the same fiscal period a year ago.
    ///
    /// # Errors
    ///
    /// Returns the reason why the reports cannot be compared, or the growth has no meaning: a loss
    /// that turned into a profit has none.
    pub fn net_income_growth(&self, year_ago: &Self) -> Result<Ratio, Undefined> {
        typed(metrics::NET_INCOME_GROWTH.value(self.view().with_year_ago(year_ago)?)?)
    }

    /// Returns the growth of diluted earnings per share over the same fiscal period a year ago.
    ///
    /// # Errors
    ///
    /// As [`net_income_growth`](Self::net_income_growth).
    pub fn eps_growth(&self, year_ago: &Self) -> Result<Ratio, Undefined> {
        typed(metrics::EPS_GROWTH.value(self.view().with_year_ago(year_ago)?)?)
    }
}
