//! Claims as JSON: whatever can be read is judged without a panic, and reads back as it was.

#![no_main]

use financials::tieout::{Claim, Evidence, Network};
use libfuzzer_sys::fuzz_target;

/// What two dozen claims make of each other is found at once; more would only be slow.
const CLAIMS_MAX: usize = 24;

fuzz_target!(|text: &str| {
    if let Ok(evidence) = serde_json::from_str::<Evidence>(text) {
        let again = serde_json::to_string(&evidence).expect("evidence can be written");
        assert_eq!(serde_json::from_str::<Evidence>(&again).ok(), Some(evidence));
    }
    let Ok(claims) = serde_json::from_str::<Vec<Claim>>(text) else { return };
    let mut network = Network::new();
    for claim in claims.iter().take(CLAIMS_MAX) {
        let again = serde_json::to_string(claim).expect("a claim can be written");
        assert_eq!(serde_json::from_str::<Claim>(&again).ok().as_ref(), Some(claim));
        network.add(claim.clone());
    }
    let tie_out = network.tie_out_with_proofs();
    assert_eq!(tie_out.rulings().len(), claims.len().min(CLAIMS_MAX));
});
