//! Families: one name, several formulas.
//!
//! A checker that knows one formula a name accuses the innocent: of 18 companies that print a free
//! cash flow, 10 have another than operating cash flow less capital expenditures. Each family lists
//! the formulas in use with who computes them so, the catalogue's own first, and says whether
//! standards decide among them or the company does.

mod amounts;
mod efficiency;
mod financials;
mod growth;
mod leverage;
mod margins;
mod models;
mod per_share;
mod returns;

mod declare;

pub use declare::{Family, Industry, Openness, Variant};

const GROUPS: &[&[Family]] = &[
    amounts::FAMILIES,
    margins::FAMILIES,
    growth::FAMILIES,
    returns::FAMILIES,
    leverage::FAMILIES,
    efficiency::FAMILIES,
    per_share::FAMILIES,
    financials::FAMILIES,
    models::FAMILIES,
];

impl Family {
    /// Returns every family.
    ///
    /// ```
    /// use financials::metric::{Family, Openness};
    ///
    /// let cash_flow = Family::all().find(|family| family.name() == "free_cash_flow").unwrap();
    /// assert_eq!(cash_flow.openness(), Openness::Open);
    /// let first = cash_flow.variants()[0];
    /// assert_eq!(first.formula(), Some("operating_cash_flow - capital_expenditures"));
    /// ```
    pub fn all() -> impl Iterator<Item = &'static Self> {
        GROUPS.iter().copied().flatten()
    }

    /// Returns the family of a name of the catalogue under which any of its variants is printed.
    ///
    /// ```
    /// use financials::metric::Family;
    ///
    /// assert_eq!(Family::of("net_debt").map(|family| family.name()), Some("net_debt"));
    /// // What names one variant and no other has no choice of formulas.
    /// assert_eq!(Family::of("ebit_margin"), None);
    /// ```
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        Self::all().find(|family| family.names.contains(&name))
    }
}
