//! [`Sources`]: the types that serde writes, as they are declared.

use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use syn::{Attribute, Fields, Ident, Item, Meta, Token, Variant, parse::Parser, punctuated};

/// A type that derives `Serialize`.
pub struct Declared {
    /// The file that it stands in.
    pub file: PathBuf,
    pub name: String,
    pub is_public: bool,
    pub attributes: Vec<Attribute>,
    /// The names of its type parameters.
    pub parameters: Vec<String>,
    pub shape: Shape,
}

impl Declared {
    /// Returns a reference to the type.
    pub fn reference(&self) -> Value {
        json!({"$ref": format!("#/$defs/{}", self.key())})
    }

    /// Returns what the type is called: a public one by its name, another with its file's before
    /// it.
    pub fn key(&self) -> String {
        let part = |path: Option<&Path>| {
            path.and_then(Path::file_stem).unwrap_or_default().to_string_lossy().into_owned()
        };
        let (own, folder) = (part(Some(&self.file)), part(self.file.parent()));
        let is_wire = self.name.ends_with("Wire");
        match (self.is_public && !is_wire, own.as_str()) {
            (true, _) => self.name.clone(),
            (false, "mod" | "wire") => format!("{folder}.{}", self.name),
            (false, own) => format!("{folder}.{own}.{}", self.name),
        }
    }
}

/// What a type is made of.
pub enum Shape {
    Struct(Fields),
    Enum(Vec<Variant>),
}

/// The types that serde writes.
#[derive(Default)]
pub struct Sources {
    pub derived: Vec<Declared>,
    /// Those whose form is written by hand.
    pub by_hand: BTreeSet<String>,
}

impl Sources {
    /// Reads every file of a folder.
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut sources = Self::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|it| it == "rs") {
                    let file = syn::parse_file(&fs::read_to_string(&path)?)
                        .map_err(|error| format!("{}: {error}", path.display()))?;
                    file.items.into_iter().for_each(|item| sources.item(&path, item));
                }
            }
        }
        sources.derived.sort_by(|a, b| (&a.name, &a.file).cmp(&(&b.name, &b.file)));
        Ok(sources)
    }

    /// Returns the type that a file means by a name: its own, that of the module named before it,
    /// or the one that is public.
    pub fn named(&self, file: &Path, module: Option<&str>, name: &str) -> Option<&Declared> {
        let mut all = self.derived.iter().filter(|it| it.name == name);
        let is_own = |it: &&Declared| match module {
            Some(module) => it.file.file_stem().is_some_and(|stem| stem == module),
            None => it.file == file,
        };
        let beside = |it: &&Declared| is_own(it) && it.file.parent() == file.parent();
        let own = all.clone().find(beside).or_else(|| all.clone().find(is_own));
        own.or_else(|| all.clone().find(|it| it.is_public)).or_else(|| all.next())
    }

    fn item(&mut self, file: &Path, item: Item) {
        let (name, is_public, attributes, generics, shape) = match item {
            Item::Struct(it) => {
                let is_public = matches!(it.vis, syn::Visibility::Public(_));
                (it.ident, is_public, it.attrs, it.generics, Shape::Struct(it.fields))
            }
            Item::Enum(it) => {
                let is_public = matches!(it.vis, syn::Visibility::Public(_));
                let variants = it.variants.into_iter().collect();
                (it.ident, is_public, it.attrs, it.generics, Shape::Enum(variants))
            }
            Item::Impl(it) => {
                let serialize = it.trait_.and_then(|(path, _)| last(&path));
                if serialize.as_deref() == Some("Serialize")
                    && let syn::Type::Path(of) = *it.self_ty
                {
                    self.by_hand.extend(last(&of.path));
                }
                return;
            }
            Item::Macro(it) if last(&it.mac.path).as_deref() == Some("serde_as_text") => {
                let nouns = texts.parse2(it.mac.tokens).unwrap_or_default();
                return self.by_hand.extend(nouns);
            }
            _ => return,
        };
        if !attributes.iter().any(derives_serialize) {
            return;
        }
        let parameters = generics.type_params().map(|it| it.ident.to_string()).collect();
        let (file, name) = (file.to_owned(), name.to_string());
        self.derived.push(Declared { file, name, is_public, attributes, parameters, shape });
    }
}

/// Returns the last name of a path.
fn last(path: &syn::Path) -> Option<String> {
    path.segments.last().map(|segment| segment.ident.to_string())
}

fn derives_serialize(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let paths = punctuated::Punctuated::<syn::Path, Token![,]>::parse_terminated;
    let derived = list.path.is_ident("derive").then(|| paths.parse2(list.tokens.clone()));
    derived.is_some_and(|paths| {
        paths.is_ok_and(|paths| paths.iter().any(|path| last(path).as_deref() == Some("Serialize")))
    })
}

/// Reads the nouns of `Noun: "what is expected", …`.
fn texts(input: syn::parse::ParseStream<'_>) -> syn::Result<Vec<String>> {
    let mut nouns = Vec::new();
    while !input.is_empty() {
        nouns.push(input.parse::<Ident>()?.to_string());
        input.parse::<Token![:]>()?;
        input.parse::<syn::LitStr>()?;
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(nouns)
}
