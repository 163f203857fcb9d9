//! Growth: change from one period to another.

use super::definition::metrics;

metrics! { Growth {
    /// Growth of revenue over the same fiscal period a year ago.
    REVENUE_GROWTH revenue_growth (revenue_growth_yoy): Ratio = "growth(revenue)";
} }
