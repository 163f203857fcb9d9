//! Where a filing stands in the SEC's archives.

use financials::figure::Accession;

/// Returns the address of a filing's index.
pub(crate) fn link(accession: Accession, cik: u64) -> String {
    let accession = accession.to_string();
    let folder = accession.replace('-', "");
    format!("https://www.sec.gov/Archives/edgar/data/{cik}/{folder}/{accession}-index.htm")
}
