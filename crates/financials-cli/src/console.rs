//! [`Console`]: where a verb writes.

use std::{
    fmt::Display,
    io::{self, BufWriter, IsTerminal, StdoutLock, Write},
    process::ExitCode,
};

use indicatif::{ProgressBar, ProgressStyle};

/// Standard output for what was asked for, and standard error for what could not be read.
///
/// Long reads show on standard error how far they are, if it is a terminal that the output does not
/// go to as well.
pub struct Console {
    out: BufWriter<StdoutLock<'static>>,
    progress: ProgressBar,
    failures: usize,
}

impl Console {
    /// Takes over the program's output.
    pub fn standard() -> Self {
        Self {
            out: BufWriter::new(io::stdout().lock()),
            progress: ProgressBar::hidden(),
            failures: 0,
        }
    }

    /// Names something that could not be read, after what was printed before it.
    pub fn refuse(&mut self, what: impl Display, why: impl Display) -> io::Result<()> {
        self.out.flush()?;
        self.fail(what, why);
        Ok(())
    }

    /// Names something that failed.
    pub fn fail(&mut self, what: impl Display, why: impl Display) {
        self.failures += 1;
        self.note(format_args!("{what}: {why}"));
    }

    /// Says something that is no part of the output.
    pub fn note(&mut self, words: impl Display) {
        // If nobody listens on standard error, there is nobody to say so to.
        self.progress.suspend(|| drop(writeln!(io::stderr(), "{words}")));
    }

    /// Starts to show how much of a number of bytes is read, by what is opened with it.
    pub fn progress_of(&mut self, bytes: u64) -> ProgressBar {
        // On one terminal the output itself shows it, and the two would write over each other.
        if io::stderr().is_terminal() && !io::stdout().is_terminal() {
            let style = ProgressStyle::with_template("{wide_bar} {bytes} of {total_bytes}, {eta}");
            self.progress = ProgressBar::new(bytes);
            self.progress.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        }
        self.progress.clone()
    }

    /// Returns 1 if something failed, else 0.
    pub fn exit_code(&self) -> ExitCode {
        self.progress.finish_and_clear();
        if self.failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

impl Write for Console {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
