//! Claims, verdicts, figures and metrics as JSON objects: what the command line and the bindings
//! read and write, so that all of them say the same.
//!
//! ```
//! use financials_wire::claims;
//!
//! let json = r#"[{"id": "A1", "metric": "revenue", "period": "2025Q2", "stated": "$1.03 billion"}]"#;
//! let claims = claims::read(json)?;
//! let mut network = financials::tieout::Network::new();
//! for claim in claims {
//!     claim?.add_to(&mut network);
//! }
//! let tied = network.tie_out();
//! let row = financials_wire::ruling(&tied.rulings()[0]);
//! assert_eq!((row["id"].as_str(), row["verdict"].as_str()), (Some("A1"), Some("undetermined")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! *Invariant:* nothing here computes; numbers are written with every digit, and read as text.

mod article;
pub mod claims;
mod figure;
mod metric;
mod ruling;
mod parts;

pub use article::checked;
pub use figure::{cell, figure};
pub use metric::metric;
pub use parts::ends;
pub use ruling::ruling;
