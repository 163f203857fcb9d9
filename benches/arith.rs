//! The crate's own sums, products and quotients beside those of `rust_decimal`, which round without
//! saying so.
#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use core::hint::black_box;

use criterion::Criterion;
use financials_benches::arith::{self, Rounded, Rounding};
use rust_decimal::Decimal;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    let pairs = [
        ("amounts", "269317000", "1003697000"),
        ("cents", "1003697000.25", "269317000.50"),
        ("per_share", "7.79", "0.1350"),
        ("price_by_shares", "186.97", "2365871000"),
        ("exact", "464500000", "0.025"),
        ("long_by_amount", "0.2683250024658836282294397612", "1003697000"),
        ("long", "0.2683250024658836282294397612", "3.141592653589793238462643383"),
        ("far_apart", "1003697000", "0.0000000000000000000000001234"),
    ];
    for (name, a, b) in pairs {
        let (a, b) = (decimal(a), decimal(b));
        pair(&mut criterion, "add", name, (a, b), arith::add, Decimal::checked_add);
        pair(&mut criterion, "mul", name, (a, b), arith::mul, Decimal::checked_mul);
        pair(&mut criterion, "div", name, (a, b), arith::div, Decimal::checked_div);
    }
    criterion.final_summary();
}

fn pair(
    criterion: &mut Criterion,
    operation: &str,
    name: &str,
    (a, b): (Decimal, Decimal),
    ours: impl Fn(Decimal, Decimal, Rounding) -> Option<Rounded>,
    theirs: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) {
    let mut group = criterion.benchmark_group(format!("{operation}/{name}"));
    group.bench_function("ours", |bencher| {
        bencher.iter(|| ours(black_box(a), black_box(b), black_box(Rounding::HalfEven)));
    });
    group.bench_function("rust_decimal", |bencher| {
        bencher.iter(|| theirs(black_box(a), black_box(b)));
    });
    group.finish();
}
