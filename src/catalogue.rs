//! The catalogue's formulas, checked while the crate is compiled.
//!
//! A metric whose formula makes no sense, or whose unit is not that of its kind, does not compile:
//! the error names the metric and the reason.

use alloc::{string::String, vec::Vec};

use crate::{
    formula::{Formula, Node, Program, Refused, check_kind, parse},
    item::Item,
    measure::{Measure, Named},
    metric::{self, Kind, Metric},
};

/// Line items that are computed from others where they are not reported.
///
/// Only identities of the statement itself stand here, so that the derived figure is the one that
/// would have been printed. An item may build on items that have no formula or whose row is above.
const DERIVATIONS: &[(Item, &str)] = &[
    (Item::GrossProfit, "revenue - cost_of_revenue"),
    (Item::SellingGeneralAndAdministrative, "sales_and_marketing + general_and_administrative"),
    (Item::OperatingExpenses, "gross_profit - operating_income"),
    (Item::NetIncomeConsolidated, "net_income + net_income_noncontrolling"),
    (Item::TotalEquity, "stockholders_equity + or_zero(noncontrolling_interest)"),
    (Item::TotalLiabilities, "total_assets - total_equity"),
];

/// How many formulas there are: the metrics, then the derivations.
const COUNT: usize = metric::COUNT + DERIVATIONS.len();

/// The formulas as they were read, one after another, with room to spare in each.
static PROGRAMS: [Program; COUNT] = {
    let mut programs = [const { Program::new() }; COUNT];
    let mut place = 0;
    #[expect(clippy::indexing_slicing, reason = "the place is below both lengths")]
    while place < COUNT {
        programs[place] = if place < metric::COUNT {
            let metric = Metric::at_place(place);
            compile(metric.name(), metric.formula_text(), metric.kind(), Some(metric))
        } else {
            let (item, text) = DERIVATIONS[place - metric::COUNT];
            compile(item.name(), text, Kind::of(item.nature()), None)
        };
        place += 1;
    }
    programs
};

/// Where each formula ends in [`NODES`].
static ENDS: [usize; COUNT] = {
    let (mut ends, mut end, mut place) = ([0; COUNT], 0, 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < COUNT {
        end += PROGRAMS[place].len();
        ends[place] = end;
        place += 1;
    }
    ends
};

const LENGTH: usize = {
    let (mut length, mut place) = (0, 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < COUNT {
        length += PROGRAMS[place].len();
        place += 1;
    }
    length
};

/// The steps of all formulas, without the spare room.
static NODES: [Node; LENGTH] = {
    let (mut nodes, mut at, mut place) = ([Node::Add; LENGTH], 0, 0);
    #[expect(clippy::indexing_slicing, reason = "the places are below the lengths")]
    while place < COUNT {
        let mut step = 0;
        while step < PROGRAMS[place].len() {
            nodes[at] = PROGRAMS[place].nodes()[step];
            (at, step) = (at + 1, step + 1);
        }
        place += 1;
    }
    nodes
};

const fn compile(name: &str, text: &str, kind: Kind, of: Option<Metric>) -> Program {
    let refused = match parse(text, of) {
        Ok(program) => match check_kind(program.nodes(), program.names(), kind) {
            Ok(_) if program.names().is_empty() => return program,
            Ok(_) => Refused::TooManyNames,
            Err(refused) => refused,
        },
        Err(refused) => refused,
    };
    stop(name, refused.headline())
}

/// Stops the build with the metric's name and the reason.
#[expect(clippy::panic, reason = "it runs while compiling only")]
#[expect(clippy::indexing_slicing, reason = "the places are below the length")]
const fn stop(name: &str, reason: &str) -> ! {
    let mut words = [b' '; 160];
    let (mut at, mut from) = (0, 0);
    while from < name.len() && at < words.len() {
        words[at] = name.as_bytes()[from];
        (at, from) = (at + 1, from + 1);
    }
    (at, from) = (at + 2, 0);
    while from < reason.len() && at < words.len() {
        words[at] = reason.as_bytes()[from];
        (at, from) = (at + 1, from + 1);
    }
    match str::from_utf8(&words) {
        Ok(words) => panic!("{}", words),
        Err(_) => panic!("a metric's formula is refused"),
    }
}

/// Returns the steps of a measure's own formula, if it has one.
pub(crate) fn formula_of(measure: &Measure) -> Option<&'static [Node]> {
    let place = match measure {
        Measure::Metric(metric) => metric.place(),
        Measure::Item(item) => {
            metric::COUNT + DERIVATIONS.iter().position(|(derived, _)| derived == item)?
        }
        Measure::Named(_) => return None,
    };
    let end = *ENDS.get(place)?;
    let start = place.checked_sub(1).and_then(|before| ENDS.get(before)).copied().unwrap_or(0);
    NODES.get(start..end)
}

impl Item {
    /// Returns the formula by which the item is computed in a report that does not have it, if it
    /// is one that others make up.
    ///
    /// ```
    /// use financials::Item;
    ///
    /// let formula = Item::GrossProfit.formula().map(|formula| formula.to_string());
    /// assert_eq!(formula.as_deref(), Some("revenue - cost_of_revenue"));
    /// assert_eq!(Item::Revenue.formula(), None);
    /// ```
    #[must_use]
    pub fn formula(self) -> Option<Formula> {
        let nodes = formula_of(&Measure::Item(self))?;
        Some(Formula::compiled(nodes, Kind::of(self.nature()).dimension()))
    }
}

impl Metric {
    /// Returns the formula of the metric.
    ///
    /// ```
    /// use financials::metrics;
    ///
    /// let formula = metrics::OPERATING_MARGIN.formula();
    /// assert_eq!(formula.to_string(), "operating_income / revenue");
    /// ```
    #[must_use]
    pub fn formula(self) -> Formula {
        let nodes = formula_of(&Measure::Metric(self)).unwrap_or_default();
        Formula::compiled(nodes, self.kind().dimension())
    }

    /// Returns the formula in LaTeX's mathematics mode, as [`Formula::latex`] does.
    ///
    /// ```
    /// use financials::metrics;
    ///
    /// assert_eq!(
    ///     metrics::OPERATING_MARGIN.latex(),
    ///     r"\frac{\text{operating income}}{\text{revenue}}",
    /// );
    /// ```
    #[must_use]
    pub fn latex(self) -> String {
        self.formula().latex()
    }

    /// Returns the line items that the metric needs, as [`Formula::inputs`] does.
    ///
    /// ```
    /// use financials::metrics;
    ///
    /// let inputs = metrics::EBITDA_MARGIN.inputs();
    /// let inputs: Vec<_> = inputs.iter().map(ToString::to_string).collect();
    /// assert_eq!(inputs, ["operating_income", "depreciation_and_amortization", "revenue"]);
    /// ```
    #[must_use]
    pub fn inputs(self) -> Vec<Measure> {
        self.formula().inputs()
    }
}

impl Formula {
    /// Returns the line items and measures of the user's own that the formula rests on, each once,
    /// in the order of the formula.
    ///
    /// Metrics are followed down to their line items; a line item that could be computed from
    /// others, by [`Item::formula`], stands for itself.
    #[must_use]
    pub fn inputs(&self) -> Vec<Measure> {
        let mut inputs = Vec::new();
        collect(self.nodes(), self.names(), &mut inputs);
        inputs
    }
}

fn collect(nodes: &[Node], names: &[Named], inputs: &mut Vec<Measure>) {
    for node in nodes {
        let measure = match node {
            Node::Item(item) => Measure::Item(*item),
            Node::Metric(metric) => {
                collect(formula_of(&Measure::Metric(*metric)).unwrap_or_default(), &[], inputs);
                continue;
            }
            Node::Named(name) => match names.get(usize::from(*name)) {
                Some(named) => Measure::Named(*named),
                None => continue,
            },
            _ => continue,
        };
        if !inputs.contains(&measure) {
            inputs.push(measure);
        }
    }
}
