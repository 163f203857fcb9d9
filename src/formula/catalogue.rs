//! The catalogue's formulas, checked while the crate is compiled.
//!
//! A metric whose formula makes no sense, or whose unit is not that of its kind, does not compile:
//! the error names the metric and the reason.

use alloc::{string::String, vec::Vec};

use super::{
    check,
    definition::Formula,
    node::Node,
    parse::parse,
    program::Program,
    refused::Refused,
    tree::{Tree, takes_twelve_months},
};
use crate::{
    item::Item,
    metric::{self, Kind, Measure, Metric, Named},
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
    (Item::QuotedShares, "shares_outstanding"),
];

/// How many formulas there are: the metrics, then the derivations.
const COUNT: usize = metric::COUNT + DERIVATIONS.len();

/// The formulas as they were read, one after another, with room to spare in each.
static PROGRAMS: [Program; COUNT] = {
    let mut programs = [const { Program::new() }; COUNT];
    // A metric builds on those before it, so that what they take is known.
    let mut over = [false; metric::COUNT];
    let mut place = 0;
    #[expect(clippy::indexing_slicing, reason = "the place is below both lengths")]
    while place < COUNT {
        if place < metric::COUNT {
            let metric = Metric::at_place(place);
            let text = metric.formula_text();
            programs[place] = compile(metric.name(), text, metric.kind(), Some(metric), &over);
            over[place] = takes_twelve_months(programs[place].nodes(), &over);
        } else {
            let (item, text) = DERIVATIONS[place - metric::COUNT];
            programs[place] = compile(item.name(), text, Kind::of(item.nature()), None, &over);
        }
        place += 1;
    }
    programs
};

/// Whether each metric takes anything over twelve months, itself or by the metrics it builds on.
pub(super) static OVER_TWELVE_MONTHS: [bool; metric::COUNT] = {
    let (mut over, mut place) = ([false; metric::COUNT], 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < metric::COUNT {
        over[place] = takes_twelve_months(PROGRAMS[place].nodes(), &over);
        place += 1;
    }
    over
};

/// The same formulas with the metrics in them spelled out, for reports that state no metric.
///
/// One that is too long spelled out stays as it was read. A sum of nothing but optional parts must
/// not stand as a metric inside another such sum, of which one known part is enough when spelled
/// out; the law that every reading gives one value holds the catalogue to it.
static SPELLED: [Program; COUNT] = {
    let (mut programs, mut place) = ([const { Program::new() }; COUNT], 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < COUNT {
        programs[place] = match spell(&mut programs[place], PROGRAMS[place].nodes()) {
            Ok(()) => programs[place],
            Err(_) => PROGRAMS[place],
        };
        place += 1;
    }
    programs
};

static FORMULAS: [&[Node]; COUNT] = divided(&FORMULA_NODES, &PROGRAMS);
static SPELLED_FORMULAS: [&[Node]; COUNT] = divided(&SPELLED_NODES, &SPELLED);

/// The steps of all formulas, without the spare room.
static FORMULA_NODES: [Node; length(&PROGRAMS)] = joined(&PROGRAMS);
static SPELLED_NODES: [Node; length(&SPELLED)] = joined(&SPELLED);

const fn length(programs: &[Program]) -> usize {
    let (mut length, mut place) = (0, 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < programs.len() {
        length += programs[place].len();
        place += 1;
    }
    length
}

const fn joined<const LENGTH: usize>(programs: &[Program]) -> [Node; LENGTH] {
    let (mut nodes, mut at, mut place) = ([Node::PeriodDays; LENGTH], 0, 0);
    #[expect(clippy::indexing_slicing, reason = "the places are below the lengths")]
    while place < programs.len() {
        let mut step = 0;
        while step < programs[place].len() {
            nodes[at] = programs[place].nodes()[step];
            (at, step) = (at + 1, step + 1);
        }
        place += 1;
    }
    nodes
}

const fn divided(nodes: &'static [Node], programs: &[Program; COUNT]) -> [&'static [Node]; COUNT] {
    let (mut formulas, mut rest, mut place) = ([nodes; COUNT], nodes, 0);
    #[expect(clippy::indexing_slicing, reason = "the place is below the length")]
    while place < COUNT {
        (formulas[place], rest) = rest.split_at(programs[place].len());
        place += 1;
    }
    formulas
}

/// Adds steps to a formula, with those of each metric's own formula in the metric's place.
#[expect(clippy::indexing_slicing, reason = "the place is below the length")]
const fn spell(program: &mut Program, nodes: &[Node]) -> Result<(), Refused> {
    match Tree::of(nodes) {
        Tree::Leaf(Node::Metric(metric)) => spell(program, PROGRAMS[metric.place()].nodes()),
        Tree::Leaf(node) => program.push(node),
        // What may be left out is the metric, and not a part of it.
        Tree::One(Node::OrZero, measure) => {
            tri!(program.push(Node::OrZero));
            program.push(measure[0])
        }
        Tree::One(node, operand) => {
            tri!(program.push(node));
            spell(program, operand)
        }
        Tree::Two(operation, left, right) => {
            tri!(program.push(Node::Binary(operation)));
            tri!(spell(program, left));
            spell(program, right)
        }
    }
}

const fn compile(
    name: &str,
    text: &str,
    kind: Kind,
    of: Option<Metric>,
    over: &[bool; metric::COUNT],
) -> Program {
    let refused = match parse(text, of, over) {
        Ok(program) => match check::kind(program.nodes(), program.names(), kind) {
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
    FORMULAS.get(place).copied()
}

/// Returns the steps of a metric's formula, with the metrics in it spelled out.
pub(crate) fn spelled(metric: Metric) -> &'static [Node] {
    let nodes = SPELLED_FORMULAS.get(metric.place());
    debug_assert!(nodes.is_some(), "every metric has a formula");
    nodes.copied().unwrap_or_default()
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
        let nodes = formula_of(&Measure::Metric(self));
        debug_assert!(nodes.is_some(), "every metric has a formula");
        let nodes = nodes.unwrap_or_default();
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
                let nodes = formula_of(&Measure::Metric(*metric));
                debug_assert!(nodes.is_some(), "every metric has a formula");
                collect(nodes.unwrap_or_default(), &[], inputs);
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
