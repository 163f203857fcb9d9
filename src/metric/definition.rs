//! [`Metric`] and [`Definition`]: a metric as it is declared, and the macro that declares a group
//! of them.

use super::{Group, Kind};

/// A metric of the catalogue.
///
/// The constants are in [`metrics`], such as [`metrics::OPERATING_MARGIN`]; a name from outside is
/// looked up with `parse`.
///
/// [`metrics`]: super::metrics
/// [`metrics::OPERATING_MARGIN`]: super::metrics::OPERATING_MARGIN
///
/// ```
/// use financials::{Metric, metric::Kind};
///
/// let metric: Metric = "operating_margin".parse()?;
/// assert_eq!(metric.kind(), Kind::Ratio);
/// assert_eq!(metric.formula_text(), "operating_income / revenue");
/// # Ok::<(), financials::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Metric {
    pub(super) group: Group,
    pub(super) index: u8,
}

impl Metric {
    /// Returns the metric at a place of its group's table, for the tables themselves.
    pub(super) const fn new(group: Group, index: u8) -> Self {
        Self { group, index }
    }
}

/// Everything that is declared of a metric, in one place.
#[derive(Debug)]
pub(super) struct Definition {
    pub(super) metric: Metric,
    pub(super) name: &'static str,
    pub(super) aliases: &'static [&'static str],
    pub(super) group: Group,
    pub(super) kind: Kind,
    pub(super) formula: &'static str,
    pub(super) doc: &'static str,
}

/// Declares the metrics of a group: for each a constant with its documentation, and a row of the
/// group's table.
///
/// ```text
/// metrics! { Margins {
///     /// Operating income kept from each unit of revenue.
///     OPERATING_MARGIN operating_margin: Ratio = "operating_income / revenue";
///     /// …, which others call by another name.
///     NET_MARGIN net_margin (net_profit_margin): Ratio = "net_income / revenue";
/// } }
/// ```
macro_rules! metrics {
    ($group:ident {
        $( $(#[doc = $doc:literal])+
           $constant:ident $name:ident $(($($alias:ident),+))? : $kind:ident = $formula:literal; )+
    }) => {
        #[expect(non_camel_case_types, reason = "the metrics' names")]
        #[repr(u8)]
        enum Index { $( $name, )+ }

        $(
            $(#[doc = $doc])+
            ///
            /// `
            #[doc = $formula]
            /// `
            pub const $constant: $crate::metric::Metric = $crate::metric::Metric::new(
                $crate::metric::Group::$group,
                Index::$name as u8,
            );
        )+

        pub(super) const DEFINITIONS: &[$crate::metric::definition::Definition] = &[$(
            $crate::metric::definition::Definition {
                metric: $constant,
                name: stringify!($name),
                aliases: &[$($(stringify!($alias)),+)?],
                group: $crate::metric::Group::$group,
                kind: $crate::metric::Kind::$kind,
                formula: $formula,
                doc: concat!($($doc),+),
            },
        )+];
    };
}
pub(super) use metrics;
