//! Contexts and units, which instances and inline documents write alike.

use alloc::{borrow::Cow, boxed::Box, string::String, vec::Vec};

use quick_xml::{XmlVersion, events::BytesStart};

use super::{
    builder::Builder,
    markup::{Markup, Piece, Resolved},
    moment,
};
use crate::{
    decimal::excerpt,
    xbrl::{
        bounds::{AXES_MAX, TEXT_BYTES_MAX},
        context::{ContextRow, MemberRow},
        error::XbrlError,
        fault::PartFault,
        period::{FactPeriod, Kind},
        qname::{QNameId, XBRLI},
        unit::UnitRow,
    },
};

const XBRLDI: &str = "http://xbrl.org/2006/xbrldi";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Reads a context or a unit, if the element that was opened is one.
pub(super) fn read(
    markup: &mut Markup<'_>,
    builder: &mut Builder,
    start: &BytesStart<'_>,
) -> Result<bool, XbrlError> {
    let is = |local: &str| {
        let name = markup.element(start);
        name.is_some_and(|name| name.namespace == XBRLI && name.local == local)
    };
    let (is_context, is_unit) = (is("context"), is("unit"));
    if !is_context && !is_unit {
        return Ok(false);
    }
    let id = value_of(markup, start, "id")?.unwrap_or_default().into_owned();
    if is_context {
        let row = Context::default().read(markup, builder)?;
        builder.define_context(&id, row);
    } else {
        let row = unit(markup, builder)?;
        builder.define_unit(&id, row);
    }
    Ok(true)
}

/// Returns the value of an attribute without a namespace.
pub(crate) fn value_of<'a>(
    markup: &Markup<'_>,
    start: &'a BytesStart<'_>,
    key: &str,
) -> Result<Option<Cow<'a, str>>, XbrlError> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| markup.malformed(&error))?;
        if attribute.key.into_inner() == key {
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            return value.map(Some).map_err(|error| markup.malformed(&error));
        }
    }
    Ok(None)
}

/// Returns whether an element says that it is nil.
pub(super) fn is_nil(markup: &Markup<'_>, start: &BytesStart<'_>) -> Result<bool, XbrlError> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| markup.malformed(&error))?;
        let is_nil = attribute.key.into_inner().ends_with("nil");
        let name = if is_nil { markup.attribute(attribute.key) } else { None };
        if name.is_some_and(|name| name.namespace == XSI && name.local == "nil") {
            return Ok(matches!(attribute.value.trim(), "true" | "1"));
        }
    }
    Ok(false)
}

/// A context while it is read.
#[derive(Default)]
struct Context {
    entity: Option<(String, String)>,
    instant: Option<String>,
    start: Option<String>,
    end: Option<String>,
    forever: bool,
    dimensions: Vec<(QNameId, MemberRow)>,
    other: bool,
    fault: Option<PartFault>,
}

impl Context {
    fn read(
        mut self,
        markup: &mut Markup<'_>,
        builder: &mut Builder,
    ) -> Result<Result<ContextRow, PartFault>, XbrlError> {
        let outside = markup.depth() - 1;
        // The depth of the segment or scenario that is open.
        let mut within = None;
        while markup.depth() > outside {
            match markup.next()? {
                Piece::Open(start) => self.element(markup, builder, &start, &mut within)?,
                Piece::Close if within.is_some_and(|depth| markup.depth() < depth) => within = None,
                Piece::Text(text) if within == Some(markup.depth()) => {
                    self.other |= !text.trim().is_empty();
                }
                Piece::Entity(name) => return Err(markup.malformed(&alloc::format!("'&{name};'"))),
                _ => {}
            }
        }
        Ok(self.row())
    }

    fn element(
        &mut self,
        markup: &mut Markup<'_>,
        builder: &mut Builder,
        start: &BytesStart<'_>,
        within: &mut Option<usize>,
    ) -> Result<(), XbrlError> {
        let (namespace, local) = match markup.element(start) {
            Some(name) => (String::from(name.namespace), String::from(name.local)),
            None => Default::default(),
        };
        match (&*namespace, &*local) {
            (XBRLDI, "explicitMember") => self.explicit(markup, builder, start),
            (XBRLDI, "typedMember") => self.typed(markup, builder, start),
            _ if within.is_some() => {
                self.other = true;
                markup.skip()
            }
            (XBRLI, "segment" | "scenario") => {
                *within = Some(markup.depth());
                Ok(())
            }
            (XBRLI, "identifier") => {
                let scheme = value_of(markup, start, "scheme")?.unwrap_or_default();
                let scheme = String::from(scheme.trim());
                let identifier = markup.whole_text_inside()?.unwrap_or_else(|| {
                    self.fail(no_text("identifier of an entity"));
                    String::new()
                });
                let entity = (scheme, identifier);
                if self.entity.replace(entity).is_some() {
                    self.fail(PartFault::Repeated { part: "identifier of an entity" });
                }
                Ok(())
            }
            (XBRLI, "instant") => {
                if self.instant.replace(markup.text_inside()?).is_some() {
                    self.fail(PartFault::Repeated { part: "instant" });
                }
                Ok(())
            }
            (XBRLI, "startDate") => {
                if self.start.replace(markup.text_inside()?).is_some() {
                    self.fail(PartFault::Repeated { part: "start" });
                }
                Ok(())
            }
            (XBRLI, "endDate") => {
                if self.end.replace(markup.text_inside()?).is_some() {
                    self.fail(PartFault::Repeated { part: "end" });
                }
                Ok(())
            }
            (XBRLI, "forever") => {
                self.forever = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Keeps the first fault.
    fn fail(&mut self, fault: PartFault) {
        self.fault.get_or_insert(fault);
    }

    /// Returns the axis that a member names.
    fn axis(
        &mut self,
        markup: &Markup<'_>,
        builder: &mut Builder,
        start: &BytesStart<'_>,
    ) -> Result<Option<QNameId>, XbrlError> {
        let written = value_of(markup, start, "dimension")?.unwrap_or_default();
        let written = written.trim();
        let axis = markup.name(written).map(|name| builder.name(name));
        match axis {
            None => self.fail(PartFault::Prefix { name: excerpt(written) }),
            Some(axis) if self.dimensions.iter().any(|(other, _)| *other == axis) => {
                self.fail(PartFault::AxisTwice { axis: excerpt(written) });
            }
            Some(_) if self.dimensions.len() >= AXES_MAX => {
                self.fail(PartFault::TooMany { limit: AXES_MAX });
            }
            Some(axis) => return Ok(Some(axis)),
        }
        Ok(None)
    }

    fn explicit(
        &mut self,
        markup: &mut Markup<'_>,
        builder: &mut Builder,
        start: &BytesStart<'_>,
    ) -> Result<(), XbrlError> {
        let axis = self.axis(markup, builder, start)?;
        let Some(written) = markup.whole_text_inside()? else {
            self.fail(no_text("member"));
            return Ok(());
        };
        // What the element declares holds until the next piece.
        let member = markup.name(&written).map(|name| builder.name(name));
        match (axis, member) {
            (Some(axis), Some(member)) => {
                self.dimensions.push((axis, MemberRow::Explicit(member)));
            }
            (_, None) => self.fail(PartFault::Prefix { name: excerpt(&written) }),
            (None, _) => {}
        }
        Ok(())
    }

    fn typed(
        &mut self,
        markup: &mut Markup<'_>,
        builder: &mut Builder,
        start: &BytesStart<'_>,
    ) -> Result<(), XbrlError> {
        let axis = self.axis(markup, builder, start)?;
        let written = value_of(markup, start, "dimension")?.unwrap_or_default().into_owned();
        let depth = markup.depth();
        let mut member = None;
        while markup.depth() >= depth {
            if let Piece::Open(start) = markup.next()? {
                let nil = is_nil(markup, &start)?;
                let content = markup.whole_text_inside()?;
                if member.is_some() {
                    self.fail(PartFault::Members { axis: excerpt(&written) });
                }
                if content.is_none() {
                    self.fail(no_text("typed member"));
                }
                member = Some(content.filter(|_| !nil).map(String::into_boxed_str));
            }
        }
        match (axis, member) {
            (Some(axis), Some(member)) => self.dimensions.push((axis, MemberRow::Typed(member))),
            (_, None) => self.fail(PartFault::Missing { part: "typed member" }),
            (None, _) => {}
        }
        Ok(())
    }

    fn row(mut self) -> Result<ContextRow, PartFault> {
        let period = self.period();
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        let (scheme, identifier) =
            self.entity.ok_or(PartFault::Missing { part: "identifier of an entity" })?;
        self.dimensions.sort();
        Ok(ContextRow {
            scheme: scheme.into_boxed_str(),
            identifier: identifier.into_boxed_str(),
            period: period?,
            dimensions: self.dimensions.into_boxed_slice(),
            other: self.other,
        })
    }

    fn period(&self) -> Result<FactPeriod, PartFault> {
        let date = |text: &String| PartFault::Date { text: excerpt(text) };
        let kind = match (&self.instant, &self.start, &self.end) {
            (Some(instant), None, None) => {
                Kind::Instant(moment::end(instant).ok_or_else(|| date(instant))?)
            }
            (None, Some(first), Some(last)) => {
                let start = moment::start(first).ok_or_else(|| date(first))?;
                let end = moment::end(last).ok_or_else(|| date(last))?;
                if start >= end {
                    return Err(PartFault::Backwards { text: excerpt(last) });
                }
                Kind::Duration { start, end }
            }
            (None, None, None) if self.forever => Kind::Forever,
            _ => return Err(PartFault::Missing { part: "period" }),
        };
        Ok(FactPeriod(kind))
    }
}

/// Reads the measures of a unit.
fn unit(
    markup: &mut Markup<'_>,
    builder: &mut Builder,
) -> Result<Result<UnitRow, PartFault>, XbrlError> {
    let outside = markup.depth() - 1;
    let (mut sides, mut side) = ([Vec::new(), Vec::new()], 0);
    let mut fault = None;
    while markup.depth() > outside {
        let Piece::Open(start) = markup.next()? else { continue };
        let local = match markup.element(&start) {
            Some(Resolved { namespace: XBRLI, local, .. }) => local,
            _ => continue,
        };
        match local {
            "unitNumerator" => side = 0,
            "unitDenominator" => side = 1,
            "measure" => {
                let Some(written) = markup.whole_text_inside()? else {
                    fault = Some(no_text("measure"));
                    continue;
                };
                let measure = markup.name(&written).map(|name| builder.name(name));
                match (measure, sides.get_mut(side)) {
                    (Some(measure), Some(side)) if side.len() < AXES_MAX => side.push(measure),
                    (Some(_), _) => fault = Some(PartFault::TooMany { limit: AXES_MAX }),
                    (None, _) => fault = Some(PartFault::Prefix { name: excerpt(&written) }),
                }
            }
            _ => {}
        }
    }
    Ok(match fault {
        Some(fault) => Err(fault),
        None => unit_row(builder, sides).ok_or(PartFault::Missing { part: "measure" }),
    })
}

/// Says that a part is no text, or too long to be told from others.
const fn no_text(part: &'static str) -> PartFault {
    PartFault::Text { part, limit: TEXT_BYTES_MAX }
}

/// Makes a unit of its measures, each side sorted by how it prints.
pub(super) fn unit_row(builder: &Builder, mut sides: [Vec<QNameId>; 2]) -> Option<UnitRow> {
    for side in &mut sides {
        side.sort_by_key(|id| {
            let name = builder.table.names.get(*id);
            (name.prefix(), name.local(), name.namespace())
        });
    }
    let [numerator, denominator]: [Box<[QNameId]>; 2] = sides.map(Vec::into_boxed_slice);
    if numerator.is_empty() { None } else { Some(UnitRow { numerator, denominator }) }
}

/// Returns the value of an attribute as it stands in the document, for a message.
pub(super) fn written(start: &BytesStart<'_>, key: &str) -> String {
    let attribute = start.try_get_attribute(key).ok().flatten();
    attribute.map(|attribute| excerpt(&attribute.value)).unwrap_or_default()
}
