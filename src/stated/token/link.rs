//! Links and addresses, whose digits are no figures.

use core::ops::Range;

use super::text::Text;

/// Finds the link that the colon, point or at sign at a position shows; otherwise the end of the
/// run of characters without spaces, in which no further mark shows one.
pub(super) fn link(text: Text<'_>, at: usize, end: usize) -> Option<Result<Range<usize>, usize>> {
    match text.byte(at) {
        b':' if text.has(at, "://") => {
            let scheme = text.word_before(at, 0);
            Some(Ok(at - scheme.len()..run_end(text, at, end)))
        }
        b'.' if text.word_before(at, 0) == b"www" => Some(Ok(at - 3..run_end(text, at, end))),
        b'.' if text.has(at, ".com/") => Some(Ok(run_start(text, at)..run_end(text, at, end))),
        b'@' => {
            let run_end = run_end(text, at, end);
            let host = text.bytes(at + 1, run_end);
            let is_address = text.byte_before(at).is_ascii_alphanumeric()
                && host.first().is_some_and(u8::is_ascii_alphabetic)
                && host.contains(&b'.');
            Some(if is_address { Ok(run_start(text, at)..run_end) } else { Err(run_end) })
        }
        _ => None,
    }
}

fn run_start(text: Text<'_>, at: usize) -> usize {
    let before = text.bytes(0, at);
    before.iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1)
}

fn run_end(text: Text<'_>, at: usize, end: usize) -> usize {
    let after = text.bytes(at, end);
    after.iter().position(u8::is_ascii_whitespace).map_or(end, |space| at + space)
}
