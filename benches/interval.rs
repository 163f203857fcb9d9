//! What an interval costs beside a point.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use core::hint::black_box;

use criterion::Criterion;
use financials::{Decimal, Interval};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    let around = |value, half| Interval::around(decimal(value), decimal(half)).unwrap();
    let revenue = around("1004000000", "500000");
    let income = around("269317000", "500");
    let change = around("0", "0.05");
    let margin = income.checked_div(revenue).unwrap();
    let stated = around("0.268", "0.0005");

    let mut group = criterion.benchmark_group("interval");
    let mut measure = |name: &str, op: &dyn Fn(Interval, Interval) -> Interval, a, b| {
        group.bench_function(name, |bencher| bencher.iter(|| op(black_box(a), black_box(b))));
    };
    measure("add", &|a, b| a + b, revenue, income);
    measure("sub", &|a, b| a - b, revenue, income);
    measure("mul_positive", &|a, b| a * b, revenue, stated);
    measure("mul_mixed", &|a, b| a * b, change, change);
    measure("mul_28_digits", &|a, b| a * b, revenue, margin);
    measure("div", &|a, b| a.checked_div(b).unwrap(), income, revenue);
    measure("intersect", &|a, b| a.intersect(b).unwrap(), margin, stated);
    measure("coarsen_18", &|a, _| a.coarsen(18), margin, margin);
    let point = |value| Interval::point(decimal(value));
    measure(
        "div_points",
        &|a, b| a.checked_div(b).unwrap(),
        point("269317000"),
        point("1003697000"),
    );
    group.finish();

    let mut group = criterion.benchmark_group("rust_decimal");
    let mut measure = |name: &str, op: &dyn Fn(Decimal, Decimal) -> Option<Decimal>, a, b| {
        let (a, b) = (decimal(a), decimal(b));
        group.bench_function(name, |bencher| bencher.iter(|| op(black_box(a), black_box(b))));
    };
    measure("add", &|a, b| a.checked_add(b), "1004000000", "269317000");
    measure("mul", &|a, b| a.checked_mul(b), "1004000000", "0.2685");
    measure("div", &|a, b| a.checked_div(b), "269317000", "1004000000");
    group.finish();
    criterion.final_summary();
}
