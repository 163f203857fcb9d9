//! [`Filing`]: a file of what a company has filed, and whose it is.

use core::{convert::Infallible, fmt, str::FromStr};

use crate::input::Input;

/// A companyfacts file or a filing, and the subject that its figures are of if that is said.
#[derive(Clone, Debug)]
pub struct Filing {
    text: String,
    subject: Option<String>,
    input: Input,
}

impl Filing {
    /// Returns whose it is, where that was said.
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// Returns the file.
    pub fn input(&self) -> &Input {
        &self.input
    }
}

impl FromStr for Filing {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let (subject, file) = match text.split_once('=') {
            Some((subject, file)) => (Some(subject.to_owned()), file),
            None => (None, text),
        };
        Ok(Self { text: text.to_owned(), subject, input: Input::from(file) })
    }
}

/// Displays it as it was given.
impl fmt::Display for Filing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
