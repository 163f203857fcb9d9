//! What is built on metrics: factors of a return, points of a score, a metric on both bases, the
//! order of a screen, and metrics of the user's own.

mod bases;
mod custom;
mod dupont;
mod points;
mod screen;

pub use bases::Bases;
pub use custom::{CustomMetric, CustomMetricError};
pub use dupont::{DuPont, DuPontError, Factor};
pub use points::{Point, PointOutcome, PointScore, PointScoreError};
pub use screen::compare;
