//! From bytes to a table: one reader for each syntax, chosen by what the bytes are.
//!
//! *Invariant:* no other folder knows markup or JSON, and no file or address is opened.

mod json;

mod instance;

mod inline;

mod attributes;

mod parts;

mod builder;

mod slots;

mod moment;
mod number;

mod markup;

mod encoding;

use alloc::{string::String, vec::Vec};

use quick_xml::events::BytesStart;

use builder::Builder;
use inline::{Chains, Inline, Wanted};
use instance::Instance;

pub(super) use encoding::Decoded;
pub(super) use markup::{Markup, Piece};
pub(super) use parts::value_of;

use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::{BYTES_MAX, DOCUMENTS_MAX},
        error::XbrlError,
        fault::FactError,
        qname::XBRLI,
        table::Table,
    },
};

/// What was read.
pub(super) struct Read {
    pub(super) table: Table,
    pub(super) errors: Vec<FactError>,
    pub(super) targets: Vec<String>,
}

/// Reads a document, or a set of inline ones.
pub(super) fn read(
    documents: &[(&str, &[u8])],
    target: Option<&str>,
    texts: usize,
) -> Result<Read, XbrlError> {
    let wanted = Wanted { target, texts };
    let mut builder = Builder::default();
    let (mut chains, mut targets) = (Chains::default(), Vec::new());
    let mut decoded = Vec::new();
    let mut bytes = 0_usize;
    for (document, content) in documents {
        let limit = |what, limit| {
            let document = (*document).into();
            Err(XbrlError::Limit { document, what, limit, byte: 0 })
        };
        bytes = bytes.saturating_add(content.len());
        if bytes > BYTES_MAX {
            return limit("bytes", BYTES_MAX);
        }
        if decoded.len() >= DOCUMENTS_MAX {
            return limit("documents", DOCUMENTS_MAX);
        }
        decoded.push(Decoded::new(document, content)?);
    }
    let is_set = documents.len() > 1;
    for ((document, _), decoded) in documents.iter().zip(&decoded) {
        builder.begin(document);
        let text = &*decoded.text;
        let alone = |kind| match is_set {
            true => Err(XbrlError::Set { document: (*document).into() }),
            false => Ok(kind),
        };
        match Kind::of(document, text)? {
            Kind::Json => json::read(&mut builder, alone(document)?, text, texts)?,
            Kind::Xml => {
                let mut markup = Markup::new(document, text);
                let root = root(&mut markup)?;
                let name = markup.element(&root).map(|name| (name.namespace, name.local));
                match name {
                    Some((XBRLI, "xbrl")) => {
                        Instance::new(markup, &mut builder, alone(document)?, texts).read()?;
                    }
                    Some((_, "html")) => {
                        let (builder, chains) = (&mut builder, &mut chains);
                        Inline::new(markup, document, builder, chains, &mut targets, &wanted)
                            .read(&root)?;
                    }
                    _ => return Err(markup.not_xbrl(&root)),
                }
            }
        }
    }
    Ok(finish(builder, chains, &decoded, targets, texts))
}

/// Returns the element at the top.
fn root<'i>(markup: &mut Markup<'i>) -> Result<BytesStart<'i>, XbrlError> {
    loop {
        match markup.next()? {
            Piece::Open(root) => return Ok(root),
            Piece::End => return Err(markup.malformed(&"no element")),
            _ => {}
        }
    }
}

fn finish(
    mut builder: Builder,
    chains: Chains,
    decoded: &[Decoded<'_>],
    targets: Vec<String>,
    texts: usize,
) -> Read {
    let faults = chains.finish(&mut builder, texts);
    let (table, errors) = builder.finish(faults, decoded);
    Read { table, errors, targets }
}

/// What a document is by how it begins.
enum Kind {
    Json,
    Xml,
}

impl Kind {
    fn of(document: &str, text: &str) -> Result<Self, XbrlError> {
        match text.bytes().next() {
            Some(b'{') => Ok(Self::Json),
            Some(b'<') => Ok(Self::Xml),
            Some(_) => {
                let found = alloc::format!("'{}'", excerpt(text));
                Err(XbrlError::NotXbrl { document: document.into(), found })
            }
            None => Err(XbrlError::NotXbrl { document: document.into(), found: "nothing".into() }),
        }
    }
}
