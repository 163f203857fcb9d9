//! [`Markup`]: a cursor over XML that knows its depth, its names and its byte.
//!
//! *Invariant:* nothing is expanded but the references that XML defines and the few of HTML below,
//! and no document type is read.

use alloc::{borrow::Cow, string::String};

use quick_xml::{
    NsReader,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
    name::{QName, ResolveResult},
};

use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::{DEPTH_MAX, NAMESPACES_MAX, REASON_BYTES_MAX, TEXT_BYTES_MAX},
        error::XbrlError,
    },
};

pub(crate) struct Markup<'i> {
    reader: NsReader<&'i [u8]>,
    document: &'i str,
    depth: usize,
    /// Where the piece that was read last begins.
    at: usize,
    rooted: bool,
}

/// What stands next in a document.
pub(crate) enum Piece<'i> {
    Open(BytesStart<'i>),
    Close,
    Text(Cow<'i, str>),
    /// A reference to an entity that is not defined.
    Entity(Cow<'i, str>),
    End,
}

/// A name with its namespace, as it is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Resolved<'a> {
    pub(super) namespace: &'a str,
    pub(super) prefix: &'a str,
    pub(super) local: &'a str,
}

impl<'i> Markup<'i> {
    pub(crate) fn new(document: &'i str, text: &'i str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.resolver_mut().set_max_namespace_bindings(NAMESPACES_MAX);
        Self { reader, document, depth: 0, at: 0, rooted: false }
    }

    /// Returns how many elements are open, one that was just opened with them.
    pub(crate) const fn depth(&self) -> usize {
        self.depth
    }

    /// Returns where the piece that was read last begins.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn next(&mut self) -> Result<Piece<'i>, XbrlError> {
        loop {
            self.at = self.reader.buffer_position() as usize;
            let event = self.reader.read_event().map_err(|error| self.malformed(&error))?;
            match event {
                Event::Start(start) => {
                    if self.depth == 0 && self.rooted {
                        return Err(self.malformed(&"a second element at the top"));
                    }
                    self.rooted = true;
                    self.depth += 1;
                    if self.depth > DEPTH_MAX {
                        return Err(self.limit("nested elements", DEPTH_MAX));
                    }
                    return Ok(Piece::Open(start));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Piece::Close);
                }
                Event::Text(text) => {
                    if self.depth > 0 {
                        return Ok(Piece::Text(text.xml10_content()));
                    }
                    if !text.chars().all(char::is_whitespace) {
                        return Err(self.malformed(&"text outside of the element at the top"));
                    }
                }
                Event::CData(text) if self.depth > 0 => {
                    return Ok(Piece::Text(text.xml10_content()));
                }
                Event::GeneralRef(reference) if self.depth > 0 => {
                    let character =
                        reference.resolve_char_ref().map_err(|error| self.malformed(&error))?;
                    let mut encoded = [0; 4];
                    let text = match character {
                        Some(character) => {
                            Cow::Owned(String::from(&*character.encode_utf8(&mut encoded)))
                        }
                        None => match entity(&reference) {
                            Some(text) => Cow::Borrowed(text),
                            None => return Ok(Piece::Entity(reference.into_inner())),
                        },
                    };
                    return Ok(Piece::Text(text));
                }
                Event::CData(_) | Event::GeneralRef(_) => {
                    return Err(self.malformed(&"text outside of the element at the top"));
                }
                Event::DocType(kind) if kind.contains('[') || self.rooted => {
                    let document = self.document.into();
                    return Err(XbrlError::DocumentType { document, byte: self.at });
                }
                Event::Eof if self.depth > 0 || !self.rooted => {
                    return Err(self.malformed(&"it ends before its elements do"));
                }
                Event::Eof => return Ok(Piece::End),
                _ => {}
            }
        }
    }

    /// Passes what is left of the element that was opened last.
    pub(crate) fn skip(&mut self) -> Result<(), XbrlError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// Reads the text of the element that was opened last, and that of elements inside, without
    /// white space at its ends, up to a length. What the element declares holds until the next
    /// piece.
    pub(crate) fn text_inside(&mut self) -> Result<String, XbrlError> {
        let outside = self.depth.saturating_sub(1);
        let mut found = String::new();
        while self.depth > outside {
            match self.next()? {
                Piece::Text(text) if found.len() <= TEXT_BYTES_MAX => found.push_str(&text),
                Piece::Entity(name) => return Err(self.malformed(&alloc::format!("'&{name};'"))),
                _ => {}
            }
        }
        Ok(String::from(found.trim()))
    }

    /// Reads the text of the element that was opened last, whole and without white space at its
    /// ends; nothing if elements stand in it, or it is longer than texts are.
    pub(super) fn whole_text_inside(&mut self) -> Result<Option<String>, XbrlError> {
        let outside = self.depth.saturating_sub(1);
        let (mut found, mut is_whole) = (String::new(), true);
        while self.depth > outside {
            match self.next()? {
                Piece::Text(text) => {
                    let text = if found.is_empty() { text.trim_start() } else { &*text };
                    if found.len() <= TEXT_BYTES_MAX {
                        found.push_str(text);
                    } else {
                        is_whole &= text.trim().is_empty();
                    }
                }
                Piece::Entity(name) => return Err(self.malformed(&alloc::format!("'&{name};'"))),
                Piece::Open(_) => is_whole = false,
                Piece::Close | Piece::End => {}
            }
        }
        let text = found.trim_end();
        Ok((is_whole && text.len() <= TEXT_BYTES_MAX).then(|| String::from(text)))
    }

    /// Returns the name of the element that was opened last; nothing if its prefix is not declared.
    pub(super) fn element<'a>(&'a self, start: &'a BytesStart<'_>) -> Option<Resolved<'a>> {
        self.resolve(start.name(), true)
    }

    /// Returns the local name of the element that was opened last, if it is in a namespace.
    pub(crate) fn local<'a>(
        &'a self,
        start: &'a BytesStart<'_>,
        namespace: &str,
    ) -> Option<&'a str> {
        self.element(start).filter(|name| name.namespace == namespace).map(|name| name.local)
    }

    /// Returns the name of an attribute of the element that was opened last.
    pub(super) fn attribute<'a>(&'a self, name: QName<'a>) -> Option<Resolved<'a>> {
        self.resolve(name, false)
    }

    /// Returns a name that stands in text or in the value of an attribute, by what is declared at
    /// the element that was opened last.
    pub(super) fn name<'a>(&'a self, text: &'a str) -> Option<Resolved<'a>> {
        let name = QName(text);
        let (local, prefix) = name.decompose();
        let is_part = |part: &str| {
            let wrong = |char: char| char.is_whitespace() || "<>&\"':{}|/\\".contains(char);
            !part.is_empty() && !part.contains(wrong)
        };
        let prefixed = prefix.is_none_or(|prefix| is_part(prefix.into_inner()));
        if is_part(local.into_inner()) && prefixed { self.resolve(name, true) } else { None }
    }

    fn resolve<'a>(&'a self, name: QName<'a>, use_default: bool) -> Option<Resolved<'a>> {
        let (namespace, local) = self.reader.resolver().resolve(name, use_default);
        let namespace = match namespace {
            ResolveResult::Bound(namespace) => namespace.into_inner(),
            ResolveResult::Unbound => "",
            ResolveResult::Unknown(_) => return None,
        };
        let prefix = name.prefix().map_or("", |prefix| prefix.into_inner());
        Some(Resolved { namespace, prefix, local: local.into_inner() })
    }

    pub(crate) fn malformed(&self, reason: &dyn core::fmt::Display) -> XbrlError {
        let reason = excerpt_of(reason);
        XbrlError::Malformed { document: self.document.into(), byte: self.at, reason }
    }

    pub(crate) fn limit(&self, what: &'static str, limit: usize) -> XbrlError {
        XbrlError::Limit { document: self.document.into(), what, limit, byte: self.at }
    }

    pub(crate) fn not_xbrl(&self, start: &BytesStart<'_>) -> XbrlError {
        let found = alloc::format!("element '{}'", excerpt(start.name().into_inner()));
        XbrlError::NotXbrl { document: self.document.into(), found }
    }
}

/// Returns what a parser says, which quotes the document without an end.
fn excerpt_of(reason: &dyn core::fmt::Display) -> String {
    let mut text = alloc::format!("{reason}");
    if let Some((at, _)) = text.char_indices().find(|(at, _)| *at >= REASON_BYTES_MAX) {
        text.truncate(at);
        text.push('…');
    }
    text
}

/// Returns the character of an entity that XML defines, or one that HTML does and reports use:
/// documents written as HTML keep them when they become XML.
fn entity(name: &str) -> Option<&'static str> {
    resolve_xml_entity(name).or(match name {
        "nbsp" => Some("\u{a0}"),
        "ensp" => Some("\u{2002}"),
        "emsp" => Some("\u{2003}"),
        "thinsp" => Some("\u{2009}"),
        "ndash" => Some("–"),
        "mdash" => Some("—"),
        "lsquo" => Some("‘"),
        "rsquo" => Some("’"),
        "ldquo" => Some("“"),
        "rdquo" => Some("”"),
        "bull" => Some("•"),
        "hellip" => Some("…"),
        "cent" => Some("¢"),
        "pound" => Some("£"),
        "yen" => Some("¥"),
        "euro" => Some("€"),
        "copy" => Some("©"),
        "reg" => Some("®"),
        "trade" => Some("™"),
        "sect" => Some("§"),
        "para" => Some("¶"),
        "deg" => Some("°"),
        "times" => Some("×"),
        _ => None,
    })
}
