//! From declarations to schemas, by what serde's derive makes of them.

use std::error::Error;

use serde_json::{Map, Value, json};
use syn::{
    Attribute, Expr, ExprLit, Field, Fields, GenericArgument, Lit, Meta, PathArguments, Type,
    Variant, punctuated::Punctuated,
};

use crate::{
    leaf::{DECLARED_BY_MACROS, leaf},
    source::{Declared, Shape, Sources},
};

type Failure = Box<dyn Error>;

/// Returns the whole schema.
pub fn schema(sources: &Sources) -> Result<Value, Failure> {
    let mut all = Map::new();
    all.insert("Decimal".into(), json!({"type": "string", "pattern": DECIMAL}));
    let quantity = json!({"anyOf": [{"$ref": "#/$defs/Money"}, {"$ref": "#/$defs/Ratio"}]});
    all.insert("Quantity".into(), quantity);
    for name in DECLARED_BY_MACROS.into_iter().chain(sources.by_hand.iter().map(String::as_str)) {
        match leaf(sources, name) {
            Some(Value::Null) => {}
            Some(schema) => _ = all.insert(name.into(), schema),
            None => return Err(format!("the form of {name} is described nowhere").into()),
        }
    }
    for declared in &sources.derived {
        let mut schema = of_declared(sources, declared)?;
        describe(&mut schema, &declared.attributes);
        if all.insert(declared.key(), schema).is_some() {
            return Err(format!("{} stands in the schema twice", declared.key()).into());
        }
    }
    Ok(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What the types of financials write",
        "$defs": Value::Object(all),
    }))
}

const DECIMAL: &str = r"^-?[0-9]+(\.[0-9]+)?$";

fn of_declared(sources: &Sources, declared: &Declared) -> Result<Value, Failure> {
    let serde = Serde::of(&declared.attributes);
    let reading = Reading { sources, declared };
    if let Some(into) = &serde.into {
        return reading.of_type(&syn::parse_str(into)?, None);
    }
    match &declared.shape {
        Shape::Struct(fields) => reading.of_fields(fields, &serde),
        Shape::Enum(variants) => reading.of_variants(variants, &serde),
    }
}

/// One type being read.
struct Reading<'a> {
    sources: &'a Sources,
    declared: &'a Declared,
}

impl Reading<'_> {
    fn of_fields(&self, fields: &Fields, serde: &Serde) -> Result<Value, Failure> {
        match fields {
            Fields::Unit => Ok(json!({"type": "null"})),
            Fields::Unnamed(fields) => match fields.unnamed.iter().collect::<Vec<_>>().as_slice() {
                [only] => self.of_field(only),
                all => {
                    let items = all.iter().map(|field| self.of_field(field));
                    let items = items.collect::<Result<Vec<_>, _>>()?;
                    Ok(json!({"type": "array", "prefixItems": items, "items": false}))
                }
            },
            Fields::Named(fields) => {
                let (mut properties, mut required) = (Map::new(), Vec::new());
                for field in &fields.named {
                    let own = Serde::of(&field.attrs);
                    if own.is_skipped {
                        continue;
                    }
                    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                    let mut schema = self.of_field(field)?;
                    describe(&mut schema, &field.attrs);
                    if !own.is_optional && !serde.is_optional {
                        required.push(name.clone());
                    }
                    properties.insert(name, schema);
                }
                Ok(json!({
                    "type": "object",
                    "properties": properties,
                    "required": required,
                    "additionalProperties": !serde.is_closed,
                }))
            }
        }
    }

    fn of_variants(&self, variants: &[Variant], serde: &Serde) -> Result<Value, Failure> {
        let name = |variant: &Variant| match serde.is_snake_case {
            true => snake_case(&variant.ident.to_string()),
            false => variant.ident.to_string(),
        };
        let (plain, others): (Vec<_>, Vec<_>) =
            variants.iter().partition(|variant| matches!(variant.fields, Fields::Unit));
        let plain = json!({"enum": plain.into_iter().map(name).collect::<Vec<_>>()});
        if others.is_empty() {
            return Ok(plain);
        }
        let mut forms = vec![plain];
        for variant in others {
            let name = name(variant);
            let mut schema = self.of_fields(&variant.fields, serde)?;
            describe(&mut schema, &variant.attrs);
            forms.push(json!({
                "type": "object",
                "properties": {name.clone(): schema},
                "required": [name],
                "additionalProperties": false,
            }));
        }
        forms.retain(|form| {
            form.get("enum").and_then(Value::as_array).is_none_or(|names| !names.is_empty())
        });
        Ok(json!({"oneOf": forms}))
    }

    fn of_field(&self, field: &Field) -> Result<Value, Failure> {
        self.of_type(&field.ty, Serde::of(&field.attrs).with.as_deref())
    }

    /// Returns the schema of a type, written by the functions of the module `with`.
    fn of_type(&self, written: &Type, with: Option<&str>) -> Result<Value, Failure> {
        if with == Some("crate::decimal::wire") {
            return Ok(json!({"$ref": "#/$defs/Decimal"}));
        }
        let path = match written {
            Type::Path(path) => &path.path,
            Type::Reference(it) => return self.of_type(&it.elem, None),
            Type::Array(it) => return self.list_of(&it.elem),
            Type::Slice(it) => return self.list_of(&it.elem),
            Type::Tuple(it) => {
                let items = it.elems.iter().map(|it| self.of_type(it, None));
                let items = items.collect::<Result<Vec<_>, _>>()?;
                return Ok(json!({"type": "array", "prefixItems": items, "items": false}));
            }
            _ => return Err(self.unknown("a type of another form")),
        };
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        let arguments = path.segments.last().map(|it| &it.arguments);
        let types: Vec<&Type> = match arguments {
            Some(PathArguments::AngleBracketed(all)) => {
                all.args.iter().filter_map(a_type).collect()
            }
            _ => Vec::new(),
        };
        let (module, name) = match names.as_slice() {
            [.., module, name] => (Some(module.as_str()), name.as_str()),
            [name] => (None, name.as_str()),
            [] => return Err(self.unknown("nothing")),
        };
        match (name, types.as_slice()) {
            ("Option", [some]) => {
                Ok(json!({"anyOf": [self.of_type(some, None)?, {"type": "null"}]}))
            }
            ("Result", [value, _]) if with == Some("crate::undefined::wire") => {
                let value = self.of_type(value, None)?;
                Ok(json!({"anyOf": [value, {"$ref": "#/$defs/Undefined"}]}))
            }
            ("Vec", [item]) => self.list_of(item),
            ("Box" | "Arc" | "Cow", [inner]) => self.of_type(inner, None),
            ("BTreeMap", [_, value]) => {
                let value = self.of_type(value, None)?;
                Ok(json!({"type": "object", "additionalProperties": value}))
            }
            ("String" | "str", []) => Ok(json!({"type": "string"})),
            ("bool", []) => Ok(json!({"type": "boolean"})),
            ("u8" | "u16" | "u32" | "u64" | "usize", []) => {
                Ok(json!({"type": "integer", "minimum": 0}))
            }
            ("i8" | "i16" | "i32" | "i64", []) => Ok(json!({"type": "integer"})),
            ("Date", []) => Ok(json!({"type": "string", "format": "date"})),
            _ if self.declared.parameters.iter().any(|it| it == name) => {
                Ok(json!({"$ref": "#/$defs/Quantity"}))
            }
            _ => self.of_name(module, name),
        }
    }

    fn of_name(&self, module: Option<&str>, name: &str) -> Result<Value, Failure> {
        let is_leaf = self.sources.by_hand.contains(name) || DECLARED_BY_MACROS.contains(&name);
        let own = self.sources.named(&self.declared.file, module, name);
        match own {
            // A file's own type goes before one of that name that is written by hand.
            Some(own) if !is_leaf || own.file == self.declared.file => Ok(own.reference()),
            _ if is_leaf => Ok(json!({"$ref": format!("#/$defs/{name}")})),
            _ => Err(self.unknown(name)),
        }
    }

    fn list_of(&self, item: &Type) -> Result<Value, Failure> {
        Ok(json!({"type": "array", "items": self.of_type(item, None)?}))
    }

    fn unknown(&self, what: &str) -> Failure {
        let Declared { name, file, .. } = self.declared;
        format!("{name} in {} has {what}, whose form is described nowhere", file.display()).into()
    }
}

fn a_type(argument: &GenericArgument) -> Option<&Type> {
    match argument {
        GenericArgument::Type(it) => Some(it),
        _ => None,
    }
}

/// What the attributes of serde say.
#[derive(Default)]
struct Serde {
    is_snake_case: bool,
    is_closed: bool,
    is_optional: bool,
    is_skipped: bool,
    with: Option<String>,
    into: Option<String>,
}

impl Serde {
    fn of(attributes: &[Attribute]) -> Self {
        let mut found = Self::default();
        for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
            let metas =
                attribute.parse_args_with(Punctuated::<Meta, syn::Token![,]>::parse_terminated);
            for meta in metas.into_iter().flatten() {
                let value = match &meta {
                    Meta::NameValue(it) => text(&it.value),
                    _ => None,
                };
                let name = meta.path().get_ident().map(ToString::to_string).unwrap_or_default();
                match name.as_str() {
                    "rename_all" => found.is_snake_case = value.as_deref() == Some("snake_case"),
                    "deny_unknown_fields" => found.is_closed = true,
                    "default" | "skip_serializing_if" => found.is_optional = true,
                    "skip" => found.is_skipped = true,
                    "with" => found.with = value,
                    "into" => found.into = value,
                    _ => {}
                }
            }
        }
        found
    }
}

fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// Adds the first sentence of the documentation.
fn describe(schema: &mut Value, attributes: &[Attribute]) {
    let lines = attributes.iter().filter_map(|it| match &it.meta {
        Meta::NameValue(it) if it.path.is_ident("doc") => text(&it.value),
        _ => None,
    });
    let lines: Vec<String> = lines.take_while(|line| !line.trim().is_empty()).collect();
    let words = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    if let (false, Some(schema)) = (words.is_empty(), schema.as_object_mut()) {
        schema.insert("description".into(), words.into());
    }
}

/// Writes a name of Rust's types as serde does: `LessYearToDate` is `less_year_to_date`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
