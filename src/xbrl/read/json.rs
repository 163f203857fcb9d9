//! xBRL-JSON, as the Open Information Model has it.
//!
//! `serde_json` keeps the last of two values under one key without a word, so that objects are read
//! entry by entry here, and a key that stands twice is refused.

use core::fmt;

use alloc::{borrow::Cow, boxed::Box, string::String, vec::Vec};
use std::collections::HashSet;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    builder::Builder,
    markup::Resolved,
    moment,
    number::{integer, nearest, number},
    parts::unit_row,
};
use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::{AXES_MAX, FACTS_MAX, NAMESPACES_MAX},
        context::{ContextRow, MemberRow},
        decimals::Decimals,
        error::XbrlError,
        fault::{Fault, PartFault},
        period::{FactPeriod, Kind},
        qname::{QNameId, XBRLI},
        row::{Row, RowAccuracy, Stored, Text, UnitId},
    },
};

const DOCUMENT_TYPE: &str = "https://xbrl.org/2021/xbrl-json";
/// The unit of a number that names none (xBRL-JSON 1.0: it is left out).
const PURE: &str = "xbrli:pure";

/// An object entry by entry, no key twice.
struct Entries<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<'a>(core::marker::PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for Object<'a> {
            type Value = Entries<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'a>, A::Error> {
                let mut entries = Vec::new();
                let mut keys = HashSet::new();
                while let Some(Key(key)) = map.next_key::<Key<'a>>()? {
                    if !keys.insert(key.clone()) {
                        let twice = alloc::format!("no key '{}' twice", excerpt(&key));
                        return Err(serde::de::Error::custom(twice));
                    }
                    if entries.len() > FACTS_MAX {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    }
                    entries.push((key, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object(core::marker::PhantomData))
    }
}

#[derive(Deserialize, PartialEq, Eq, Hash)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// A document while it is read.
struct Json<'a, 'b> {
    builder: &'b mut Builder,
    document: &'a str,
    text: &'a str,
    texts: usize,
    namespaces: Vec<(Cow<'a, str>, String)>,
}

pub(super) fn read<'a>(
    builder: &mut Builder,
    document: &'a str,
    text: &'a str,
    texts: usize,
) -> Result<(), XbrlError> {
    let mut json = Json { builder, document, text, texts, namespaces: Vec::new() };
    let entries = serde_json::from_str::<Entries<'a>>(text);
    let Entries(entries) = entries.map_err(|error| json.malformed(&error))?;
    let find = |key: &str| entries.iter().find(|(other, _)| other == key).map(|(_, value)| *value);
    let Some(info) = find("documentInfo") else {
        return Err(json.structure("documentInfo", "an object, and it is missing", 0));
    };
    json.info(info)?;
    let Some(facts) = find("facts") else { return Ok(()) };
    let Entries(facts) = json.entries("facts", facts)?;
    for (id, fact) in facts {
        if let Some(what) = json.builder.is_over(0) {
            return Err(json.builder.over(what, document, json.byte(fact)));
        }
        json.fact(&id, fact)?;
    }
    Ok(())
}

impl<'a> Json<'a, '_> {
    /// Returns where a value begins in the document, of which it is a part.
    fn byte(&self, value: &RawValue) -> usize {
        let start = self.text.as_ptr() as usize;
        (value.get().as_ptr() as usize).saturating_sub(start).min(self.text.len())
    }

    fn structure(&self, path: &str, expected: &str, byte: usize) -> XbrlError {
        let (document, path) = (self.document.into(), path.into());
        XbrlError::Json { document, path, expected: expected.into(), byte }
    }

    /// Says what the parser says, with the byte of its line and column.
    fn malformed(&self, error: &serde_json::Error) -> XbrlError {
        let lines = self.text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let byte = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
        let reason = alloc::format!("{error}");
        // The parser adds the line and column.
        let reason = reason.split(" at line ").next().unwrap_or_default();
        XbrlError::Malformed { document: self.document.into(), byte, reason: reason.into() }
    }

    fn entries(&self, path: &str, value: &'a RawValue) -> Result<Entries<'a>, XbrlError> {
        serde_json::from_str(value.get()).map_err(|error| {
            let reason = alloc::format!("{error}");
            let reason = reason.split(" at line ").next().unwrap_or_default();
            let twice = reason.starts_with("no key");
            let expected = if twice { reason } else { "an object" };
            self.structure(path, expected, self.byte(value))
        })
    }

    fn string(&self, path: &str, value: &'a RawValue) -> Result<Cow<'a, str>, XbrlError> {
        let read = serde_json::from_str::<Key<'a>>(value.get());
        let read = read.map(|Key(text)| text);
        read.map_err(|_| self.structure(path, "a string", self.byte(value)))
    }

    fn info(&mut self, info: &'a RawValue) -> Result<(), XbrlError> {
        let Entries(entries) = self.entries("documentInfo", info)?;
        let mut known = false;
        for (key, value) in entries {
            match &*key {
                "documentType" => {
                    let kind = self.string("documentInfo.documentType", value)?;
                    known = kind == DOCUMENT_TYPE;
                    if !known {
                        let (document, found) = (self.document.into(), excerpt(&kind));
                        let found = alloc::format!("JSON of type '{found}'");
                        return Err(XbrlError::NotXbrl { document, found });
                    }
                }
                "namespaces" => {
                    let path = "documentInfo.namespaces";
                    for (prefix, uri) in self.entries(path, value)?.0 {
                        if self.namespaces.len() >= NAMESPACES_MAX {
                            let (document, byte) = (self.document.into(), self.byte(value));
                            let (what, limit) = ("namespaces", NAMESPACES_MAX);
                            return Err(XbrlError::Limit { document, what, limit, byte });
                        }
                        let uri = self.string(path, uri)?;
                        self.namespaces.push((prefix, uri.into_owned()));
                    }
                }
                _ => {}
            }
        }
        if known {
            return Ok(());
        }
        Err(self.structure("documentInfo.documentType", "a string", self.byte(info)))
    }

    fn fact(&mut self, id: &str, fact: &'a RawValue) -> Result<(), XbrlError> {
        let path = |key: &str| alloc::format!("facts.{}{key}", excerpt(id));
        let byte = self.byte(fact);
        let Entries(entries) = self.entries(&path(""), fact)?;
        let (mut value, mut decimals, mut dimensions) = (None, None, None);
        for (key, content) in entries {
            match &*key {
                "value" => {
                    let text: Option<Key<'a>> =
                        serde_json::from_str(content.get()).map_err(|_| {
                            self.structure(&path(".value"), "a string or null", self.byte(content))
                        })?;
                    value = Some(text.map(|Key(text)| text));
                }
                "decimals" => {
                    let places = integer(content.get()).map(nearest).ok_or_else(|| {
                        self.structure(&path(".decimals"), "an integer", self.byte(content))
                    })?;
                    decimals = Some(Decimals::Places(places));
                }
                "dimensions" => {
                    dimensions = Some(self.entries(&path(".dimensions"), content)?);
                }
                _ => {}
            }
        }
        let Some(value) = value else {
            return Err(self.structure(
                &path(".value"),
                "a string or null, and it is missing",
                byte,
            ));
        };
        let Some(Entries(dimensions)) = dimensions else {
            let expected = "an object, and it is missing";
            return Err(self.structure(&path(".dimensions"), expected, byte));
        };
        let mut written = Vec::new();
        for (key, content) in dimensions {
            let text: Option<Key<'a>> = serde_json::from_str(content.get()).map_err(|_| {
                let path = path(".dimensions");
                self.structure(&path, "strings or null", self.byte(content))
            })?;
            written.push((key, text.map(|Key(text)| text)));
        }
        let concept = written.iter().find(|(key, _)| key == "concept");
        let concept = concept.and_then(|(_, name)| name.clone()).unwrap_or_default();
        match self.row(id, byte, value.as_deref(), decimals, &written) {
            Ok((row, Ok(value))) => {
                self.builder.row(Row { value, ..row });
            }
            Ok((row, Err(fault))) => {
                self.builder.unread(row);
                self.builder.fail(Some(id), &excerpt(&concept), byte as u32, fault);
            }
            Err(fault) => self.builder.fail(Some(id), &excerpt(&concept), byte as u32, fault),
        }
        Ok(())
    }

    /// Makes a row without its value, which may be none of what the fact is.
    fn row(
        &mut self,
        id: &str,
        byte: usize,
        value: Option<&str>,
        decimals: Option<Decimals>,
        dimensions: &[(Cow<'a, str>, Option<Cow<'a, str>>)],
    ) -> Result<(Row, Result<Stored, Fault>), Fault> {
        let mut found = Dimensions::default();
        for (key, text) in dimensions {
            self.dimension(&mut found, key, text.as_deref())?;
        }
        let Dimensions { context, concept, mut unit, language } = found;
        let concept = concept.ok_or(Fault::Missing { attribute: "the dimension concept" })?;
        let is_number = unit.is_some() || decimals.is_some();
        if is_number && unit.is_none() {
            unit = Some(self.unit(PURE)?);
        }
        let raw = match value {
            Some(text) if is_number => self.builder.text(text),
            _ => Text::NONE,
        };
        let rounding = match value {
            Some(_) if is_number => RowAccuracy::Decimals(decimals.unwrap_or(Decimals::Infinite)),
            _ => RowAccuracy::Unsaid,
        };
        let value = match value {
            None => Ok(Stored::Nil),
            Some(text) if is_number => number(text.trim(), 0, false).map(Stored::Number),
            Some(text) if text.trim().len() > self.texts => Ok(Stored::Long(text.len() as u32)),
            Some(text) => Ok(Stored::Text(self.builder.text(text.trim()))),
        };
        let context = self.builder.context(context.row());
        let unit = match unit {
            Some(unit) => Some(UnitId(self.builder.unit_slots.add(unit))),
            None => None,
        };
        let row = Row {
            concept,
            context: self.builder.context_slots.add(context),
            unit,
            value: Stored::Nil,
            rounding,
            id: self.builder.text(id),
            raw,
            language: language.unwrap_or(Text::NONE),
            format: None,
            scale: 0,
            byte: byte as u32,
            document: 0,
            marks: 0,
            tuple: None,
        };
        Ok((row, value))
    }

    /// Reads one dimension of a fact.
    fn dimension(
        &mut self,
        found: &mut Dimensions,
        key: &str,
        text: Option<&str>,
    ) -> Result<(), Fault> {
        match (key, text) {
            ("concept", Some(name)) => found.concept = Some(self.name(name)?),
            ("entity", Some(name)) => {
                // What identifies an entity may have spaces in it.
                let (scheme, identifier) = self.split(name)?;
                found.context.entity = (scheme.into(), identifier.into());
            }
            ("period", Some(text)) => found.context.period = Some(period(text)?),
            ("unit", Some(text)) => found.unit = Some(self.unit(text)?),
            ("language", Some(text)) => found.language = Some(self.builder.text(text)),
            // The number of a note tells notes apart, and is no axis.
            ("noteId", Some(_)) => {}
            // An axis has a prefix; the dimensions without one are those of the model.
            _ => {
                let axis = self.name(key)?;
                if found.context.dimensions.iter().any(|(other, _)| *other == axis) {
                    let fault = PartFault::AxisTwice { axis: excerpt(key) };
                    return Err(Fault::Context { id: excerpt(key), fault });
                }
                let member = match text {
                    Some(text) => match self.name(text) {
                        Ok(name) => MemberRow::Explicit(name),
                        Err(_) => MemberRow::Typed(Some(text.into())),
                    },
                    None => MemberRow::Typed(None),
                };
                if found.context.dimensions.len() >= AXES_MAX {
                    let fault = PartFault::TooMany { limit: AXES_MAX };
                    return Err(Fault::Context { id: excerpt(key), fault });
                }
                found.context.dimensions.push((axis, member));
            }
        }
        Ok(())
    }

    /// Returns the namespace of a prefix with what follows it.
    fn split<'n>(&self, name: &'n str) -> Result<(&str, &'n str), Fault> {
        let fail = || Fault::Prefix { name: excerpt(name) };
        let (prefix, local) = name.split_once(':').ok_or_else(fail)?;
        let namespace = self.namespaces.iter().find(|(known, _)| known == prefix);
        let namespace = namespace.map(|(_, uri)| &**uri);
        let namespace = namespace.or((prefix == "xbrli").then_some(XBRLI));
        namespace.map(|namespace| (namespace, local)).ok_or_else(fail)
    }

    fn name(&mut self, name: &str) -> Result<QNameId, Fault> {
        let (namespace, local) = self.split(name)?;
        if local.is_empty() || local.contains(|char: char| char.is_whitespace()) {
            return Err(Fault::Prefix { name: excerpt(name) });
        }
        let prefix = name.split(':').next().unwrap_or_default();
        let namespace = String::from(namespace);
        Ok(self.builder.name(Resolved { namespace: &namespace, prefix, local }))
    }

    /// Reads `iso4217:USD/xbrli:shares` or `(t:hour*t:kW)/t:day`.
    fn unit(&mut self, text: &str) -> Result<u32, Fault> {
        let fail = || Fault::Prefix { name: excerpt(text) };
        let mut sides = [Vec::new(), Vec::new()];
        let mut written = text.split('/');
        for side in &mut sides {
            let Some(part) = written.next() else { continue };
            let inner = part.strip_prefix('(').and_then(|part| part.strip_suffix(')'));
            for measure in inner.unwrap_or(part).split('*').take(AXES_MAX) {
                side.push(self.name(measure)?);
            }
        }
        if written.next().is_some() {
            return Err(fail());
        }
        let row = unit_row(self.builder, sides).ok_or_else(fail)?;
        Ok(self.builder.unit(row))
    }
}

/// What the dimensions of a fact say.
#[derive(Default)]
struct Dimensions {
    context: Context,
    concept: Option<QNameId>,
    unit: Option<u32>,
    language: Option<Text>,
}

/// Whom, when and by which axes, as a fact gives it.
#[derive(Default)]
struct Context {
    entity: (Box<str>, Box<str>),
    period: Option<FactPeriod>,
    dimensions: Vec<(QNameId, MemberRow)>,
}

impl Context {
    fn row(mut self) -> ContextRow {
        self.dimensions.sort();
        ContextRow {
            scheme: self.entity.0,
            identifier: self.entity.1,
            // A fact without a period holds forever.
            period: self.period.unwrap_or(FactPeriod(Kind::Forever)),
            dimensions: self.dimensions.into_boxed_slice(),
            other: false,
        }
    }
}

fn period(text: &str) -> Result<FactPeriod, Fault> {
    let fail = || Fault::Period { text: excerpt(text) };
    let kind = match text.split_once('/') {
        None => Kind::Instant(moment::time(text).ok_or_else(fail)?),
        Some((start, end)) => {
            let start = moment::time(start).ok_or_else(fail)?;
            let end = moment::time(end).filter(|end| start < *end).ok_or_else(fail)?;
            Kind::Duration { start, end }
        }
    };
    Ok(FactPeriod(kind))
}
