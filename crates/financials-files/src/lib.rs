//! A walk over files, folders and archives, one member at a time.
//!
//! The SEC publishes the facts of all companies as one archive, `companyfacts.zip`, of some 18,000
//! members that are 18 GB unpacked. A [`Walk`] reads it, a folder of such files, or single ones,
//! plain or packed by gzip, and holds one of them in memory at a time. What cannot be read is
//! handed out in its place with the reason, and the walk goes on.
//!
//! ```
//! use financials_files::Walk;
//!
//! let folder = std::env::temp_dir().join(format!("financials-files-{}", std::process::id()));
//! std::fs::create_dir_all(folder.join("more"))?;
//! std::fs::write(folder.join("b.json"), "{}")?;
//! std::fs::write(folder.join("more/a.json"), "[1]")?;
//!
//! let mut walk = Walk::over([&folder, &folder.join("no.json")]);
//! let mut seen = Vec::new();
//! while let Some(member) = walk.next() {
//!     seen.push((member.stem().to_owned(), member.content().map(<[u8]>::len).ok()));
//! }
//! assert_eq!(seen, [("b".into(), Some(2)), ("a".into(), Some(3)), ("no".into(), None)]);
//! # std::fs::remove_dir_all(folder)?;
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! *Invariant:* nothing here knows what is in a file.

mod walk;

mod archive;
mod found;
mod member;
mod packed;
mod progress;
mod error;

pub use error::FileError;
pub use found::files;
pub use member::{Member, names_of};
pub use packed::{head, unpacked};
pub use progress::Progress;
pub use walk::Walk;
