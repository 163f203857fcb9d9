//! A figure: its value, how precisely it was stated, on which basis, and where it comes from.

mod accession;
mod accuracy;
mod basis;
mod into_figure;
mod source;
mod stated_value;

pub use accession::{Accession, AccessionError};
pub use accuracy::Accuracy;
pub use basis::Basis;
pub use into_figure::{IntoFigure, Scale};
pub use source::{Origin, Source, SourceInput};
pub use stated_value::{Figure, FigureError};
