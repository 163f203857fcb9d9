//! What the metrics of a report cost beside the bare decimal operations that they stand for.
//!
//! Apple's fiscal year 2023, from `tests/cases/filings/apple.json`. The operations are recorded
//! once, by reading each formula in a domain that notes them, and then run alone.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/it/catalogue/filings.rs"]
mod filings;

use core::hint::black_box;

use criterion::{Criterion, Throughput};
use filings::Filing;
use financials::{
    Decimal, Figure, History, Measure, Metric, Undefined,
    formula::{At, BinaryOp, Domain, Guard, Literal, UnaryOp, Window, evaluate},
    report::Quote,
};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let filing = Filing::load("apple");
    let view = filing.view();
    let defined: Vec<Metric> = Metric::all().filter(|it| it.value(view).is_ok()).collect();
    let traced: Vec<Metric> =
        defined.iter().copied().filter(|it| Tracer::new(&filing).read(*it).is_ok()).collect();
    let operations: Vec<Operation> = traced
        .iter()
        .flat_map(|metric| {
            let mut tracer = Tracer::new(&filing);
            tracer.read(*metric).unwrap();
            tracer.operations
        })
        .collect();
    println!(
        "{} metrics, {} of them in {} operations",
        defined.len(),
        traced.len(),
        operations.len()
    );

    let mut group = criterion.benchmark_group("all_metrics_of_a_report");
    group.throughput(Throughput::Elements(traced.len() as u64));
    group.bench_function("value", |bencher| {
        bencher.iter(|| traced.iter().filter(|it| it.value(black_box(view)).is_ok()).count());
    });
    group.bench_function("bare_decimal_operations", |bencher| {
        bencher.iter(|| operations.iter().filter(|it| black_box(it).run().is_some()).count());
    });
    group.bench_function("bounds", |bencher| {
        bencher.iter(|| traced.iter().filter(|it| it.bounds(black_box(view)).is_ok()).count());
    });
    group.bench_function("explain", |bencher| {
        bencher.iter(|| traced.iter().filter(|it| it.explain(black_box(view)).is_ok()).count());
    });
    group.finish();

    let mut group = criterion.benchmark_group("metric");
    for name in ["operating_margin", "return_on_equity", "altman_z", "piotroski_f", "beneish_m"] {
        let metric: Metric = name.parse().unwrap();
        group.bench_function(name, |bencher| bencher.iter(|| metric.value(black_box(view))));
    }
    group.finish();
    criterion.final_summary();
}

/// One operation of two decimals.
struct Operation(BinaryOp, Decimal, Decimal);

impl Operation {
    fn run(&self) -> Option<Decimal> {
        let Self(operation, left, right) = self;
        match operation {
            BinaryOp::Add => left.checked_add(*right),
            BinaryOp::Sub => left.checked_sub(*right),
            BinaryOp::Mul => left.checked_mul(*right),
            BinaryOp::Div => left.checked_div(*right),
            BinaryOp::Min | BinaryOp::Max => None,
        }
    }
}

/// Reads formulas and notes the additions, multiplications and divisions in them.
struct Tracer<'a> {
    history: &'a History,
    quote: &'a Quote,
    operations: Vec<Operation>,
}

impl<'a> Tracer<'a> {
    fn new(Filing { history, quote, .. }: &'a Filing) -> Self {
        Self { history, quote, operations: Vec::new() }
    }

    fn read(&mut self, metric: Metric) -> Result<Decimal, Undefined> {
        let formula = metric.formula();
        evaluate(formula.nodes(), formula.names(), self, Window::AsDeclared)
    }
}

impl Domain for Tracer<'_> {
    type Value = Decimal;

    fn measure(&mut self, measure: &Measure, at: At) -> Result<Option<Decimal>, Undefined> {
        let quoted = match measure {
            Measure::Item(item) => self.quote.figure(*item),
            _ => None,
        };
        let reported = || {
            let back = usize::from(at.when.years + at.when.quarters);
            let report = self.history.reports().iter().rev().nth(back)?;
            report.figure(*measure)
        };
        Ok(quoted.or_else(reported).map(Figure::number))
    }

    fn computes(&self, measure: &Measure) -> bool {
        matches!(measure, Measure::Metric(_))
    }

    fn literal(&mut self, literal: Literal) -> Decimal {
        literal.number()
    }

    fn days(&mut self, _: At) -> Result<Decimal, Undefined> {
        let report = self.history.reports().last().ok_or(Undefined::OutOfRange)?;
        Ok(report.period().days().into())
    }

    fn periods_per_year(&mut self, _: At) -> Result<u8, Undefined> {
        Ok(1)
    }

    fn binary(
        &mut self,
        operation: BinaryOp,
        left: Decimal,
        right: Decimal,
    ) -> Result<Decimal, Undefined> {
        match operation {
            BinaryOp::Min => Ok(left.min(right)),
            BinaryOp::Max => Ok(left.max(right)),
            _ => {
                let operation = Operation(operation, left, right);
                let result = operation.run().ok_or(Undefined::OutOfRange);
                self.operations.push(operation);
                result
            }
        }
    }

    fn unary(&mut self, operation: UnaryOp, operand: Decimal) -> Result<Decimal, Undefined> {
        match operation {
            UnaryOp::Negate => Ok(-operand),
            UnaryOp::IsPositive => Ok(Decimal::from(u8::from(operand > Decimal::ZERO))),
            // Roots and powers are no bare operation.
            _ => Err(Undefined::OutOfRange),
        }
    }

    fn average(&mut self, opening: Decimal, closing: Decimal) -> Result<Decimal, Undefined> {
        let sum = self.binary(BinaryOp::Add, opening, closing)?;
        self.binary(BinaryOp::Div, sum, Decimal::TWO)
    }

    fn growth(&mut self, from: Decimal, to: Decimal, years: u8) -> Result<Decimal, Undefined> {
        if years > 1 {
            return Err(Undefined::OutOfRange);
        }
        let change = self.binary(BinaryOp::Sub, to, from)?;
        self.binary(BinaryOp::Div, change, from)
    }

    fn positive(&mut self, value: Decimal, _: Guard) -> Result<Decimal, Undefined> {
        Ok(value)
    }

    fn absent(&mut self, _: &Measure, _: At) -> Decimal {
        Decimal::ZERO
    }
}
