//! What a page may load and run: what stands in it, by its hash, and nothing else.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Returns the content security policy of a page with one style and at most one script in it.
pub(crate) fn policy(style: &str, script: Option<&str>) -> String {
    let script = script.map(|script| format!("script-src '{}'; ", source(script)));
    format!(
        "default-src 'none'; style-src '{}'; {}base-uri 'none'; form-action 'none'",
        source(style),
        script.unwrap_or_default()
    )
}

fn source(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// Returns the SHA-256 of an input in hexadecimal digits.
#[must_use]
pub fn fingerprint(input: &[u8]) -> String {
    Sha256::digest(input).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of nothing, as FIPS 180-4's examples give it.
    #[test]
    fn the_hash_of_nothing_is_the_published_one() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(fingerprint(b""), empty);
        assert_eq!(source(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
