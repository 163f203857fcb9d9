//! Margins: what is kept from each unit of revenue.

use super::definition::metrics;

metrics! { Margins {
    /// Gross profit kept from each unit of revenue.
    GROSS_MARGIN gross_margin: Ratio = "gross_profit / revenue";
    /// Operating income kept from each unit of revenue.
    OPERATING_MARGIN operating_margin: Ratio = "operating_income / revenue";
} }
