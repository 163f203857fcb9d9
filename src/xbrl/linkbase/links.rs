//! Extended links: locators, resources, and the arcs between them.

use alloc::{string::String, vec::Vec};
use std::collections::HashMap;

use crate::xbrl::{
    bounds::{ARCS_MAX, BYTES_MAX},
    error::XbrlError,
    read::{Decoded, Markup, Piece, value_of},
};

const LINK: &str = "http://www.xbrl.org/2003/linkbase";

/// An extended link of a role.
#[derive(Default)]
pub(super) struct Link {
    pub(super) role: String,
    /// The ids of concepts by the labels of their locators.
    pub(super) locators: HashMap<String, String>,
    pub(super) resources: Vec<Resource>,
    pub(super) arcs: Vec<Arc>,
}

/// A label in a role and a language.
pub(super) struct Resource {
    pub(super) label: String,
    pub(super) role: String,
    pub(super) language: String,
    pub(super) text: String,
}

/// From one locator to another, or to a resource.
pub(super) struct Arc {
    pub(super) role: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) weight: String,
}

/// Reads the extended links of a kind: `calculationLink` or `labelLink`.
pub(super) fn read(document: &str, bytes: &[u8], kind: &str) -> Result<Vec<Link>, XbrlError> {
    if bytes.len() > BYTES_MAX {
        let document = document.into();
        return Err(XbrlError::Limit { document, what: "bytes", limit: BYTES_MAX, byte: 0 });
    }
    let decoded = Decoded::new(document, bytes)?;
    let mut markup = Markup::new(document, &decoded.text);
    let (mut links, mut parts, mut rooted) = (Vec::new(), 0, false);
    loop {
        let start = match markup.next()? {
            Piece::Open(start) => start,
            Piece::End => return Ok(links),
            _ => continue,
        };
        let local = String::from(markup.local(&start, LINK).unwrap_or_default());
        if !rooted && local != "linkbase" {
            return Err(markup.not_xbrl(&start));
        }
        rooted = true;
        parts += 1;
        if parts > ARCS_MAX {
            return Err(markup.limit("parts of a linkbase", ARCS_MAX));
        }
        let value = |key: &str| -> Result<String, XbrlError> {
            Ok(value_of(&markup, &start, key)?.unwrap_or_default().into_owned())
        };
        if local == kind {
            links.push(Link { role: value("xlink:role")?, ..Link::default() });
            continue;
        }
        let Some(link) = links.last_mut() else { continue };
        match &*local {
            "loc" => {
                let place = value("xlink:href")?;
                let id = place.split_once('#').map_or("", |(_, id)| id);
                link.locators.insert(value("xlink:label")?, id.into());
            }
            "calculationArc" | "labelArc" if value("use")? != "prohibited" => {
                let (from, to) = (value("xlink:from")?, value("xlink:to")?);
                let (role, weight) = (value("xlink:arcrole")?, value("weight")?);
                link.arcs.push(Arc { role, from, to, weight });
            }
            "label" => {
                let (label, role) = (value("xlink:label")?, value("xlink:role")?);
                let language = value("xml:lang")?;
                let text = markup.text_inside()?;
                link.resources.push(Resource { label, role, language, text });
            }
            _ => {}
        }
    }
}
