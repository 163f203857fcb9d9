//! The modules of a crate, read from its text: what each defines, and what each names of others.
//!
//! Every path counts, in `use` and in code, in macros too, and is followed through `pub use` to
//! the file that defines what it names. Left out are modules for tests, texts (a `serde` attribute
//! names a wire type), and what is reached by a method without naming its type.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, ImplItem, Item, TraitItem, Type, UseTree, Visibility};

/// A module, whether it has a file of its own or stands within one.
pub struct Module {
    pub path: Vec<String>,
    pub file: String,
    pub parent: Option<usize>,
    pub seen: Seen,
    /// In the order of their `mod` lines.
    pub children: Vec<usize>,
    /// What it defines, with its visibility.
    pub items: BTreeMap<String, Seen>,
    /// What stands in the signatures of an item and of what of it is seen outside its file.
    signatures: BTreeMap<String, Vec<Vec<String>>>,
    imports: BTreeMap<String, Import>,
    globs: Vec<Vec<String>>,
    mentions: Vec<Mention>,
}

/// How far something is seen, as it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Seen {
    Here,
    Folder,
    Crate,
    Elsewhere,
    Everywhere,
}

struct Import {
    path: Vec<String>,
    seen: Seen,
}

/// A path as a module writes it.
struct Mention {
    path: Vec<String>,
    line: usize,
    /// How far it is let out, where it stands in a `use`.
    imported: Option<Seen>,
}

/// What one module names of another.
pub struct Use {
    pub from: usize,
    pub to: usize,
    pub line: usize,
    pub path: String,
    /// Whether it is only let out again.
    pub is_reexport: bool,
}

pub struct Tree {
    pub modules: Vec<Module>,
}

pub const ROOT: usize = 0;

/// The files that a crate may start at, a library's and a program's.
pub const ROOTS: [&str; 2] = ["lib.rs", "main.rs"];

impl Tree {
    /// Reads the crate whose files are given by their path below `src`.
    pub fn read(files: &BTreeMap<String, String>) -> Self {
        let mut tree = Self { modules: Vec::new() };
        let root = ROOTS.iter().find(|it| files.contains_key(**it)).expect("the root of a crate");
        tree.module(files, root, None, Vec::new(), None);
        tree
    }

    fn module(
        &mut self,
        files: &BTreeMap<String, String>,
        file: &str,
        parent: Option<usize>,
        path: Vec<String>,
        inline: Option<Vec<Item>>,
    ) -> usize {
        let at = self.modules.len();
        let items = inline.unwrap_or_else(|| {
            let text = files.get(file).unwrap_or_else(|| panic!("no file {file}"));
            syn::parse_file(text).unwrap_or_else(|why| panic!("{file}: {why}")).items
        });
        self.modules.push(Module {
            path,
            file: file.to_string(),
            parent,
            seen: Seen::Here,
            children: Vec::new(),
            items: BTreeMap::new(),
            signatures: BTreeMap::new(),
            imports: BTreeMap::new(),
            globs: Vec::new(),
            mentions: Vec::new(),
        });
        for item in items {
            self.item(files, at, item);
        }
        at
    }

    fn item(&mut self, files: &BTreeMap<String, String>, at: usize, item: Item) {
        match item {
            Item::Mod(item) if is_for_tests(&item.attrs) => {}
            Item::Mod(item) => {
                let name = item.ident.to_string();
                let mut path = self.modules[at].path.clone();
                path.push(name);
                let inline = item.content.map(|(_, items)| items);
                let file = match &inline {
                    Some(_) => self.modules[at].file.clone(),
                    None => {
                        let flat = format!("{}.rs", path.join("/"));
                        let folder = format!("{}/mod.rs", path.join("/"));
                        if files.contains_key(&flat) { flat } else { folder }
                    }
                };
                let child = self.module(files, &file, Some(at), path, inline);
                self.modules[child].seen = seen(&item.vis);
                self.modules[at].children.push(child);
            }
            Item::Use(item) => {
                let seen = seen(&item.vis);
                let module = &mut self.modules[at];
                module.import(&item.tree, &mut Vec::new(), seen);
                paths(item.tree.to_token_stream(), true, &mut |path, line| {
                    module.mentions.push(Mention { path, line, imported: Some(seen) });
                });
            }
            item => {
                let module = &mut self.modules[at];
                if let Some((name, vis)) = name(&item) {
                    module.items.insert(name, vis);
                }
                if let Some((name, signature)) = signature(&item) {
                    let known = module.signatures.entry(name).or_default();
                    paths(signature, false, &mut |path, _| known.push(path));
                }
                paths(item.to_token_stream(), false, &mut |path, line| {
                    module.mentions.push(Mention { path, line, imported: None });
                });
            }
        }
    }

    /// The module that stands where a path starts, and the rest of the path; `None` outside.
    fn start<'a>(&self, at: usize, path: &'a [String]) -> Option<(usize, &'a [String])> {
        let mut at = at;
        let mut rest = path;
        let mut rooted = false;
        while let Some((first, after)) = rest.split_first() {
            at = match first.as_str() {
                "crate" => ROOT,
                "self" => at,
                "super" => self.modules[at].parent?,
                _ => break,
            };
            rooted = true;
            rest = after;
        }
        let first = rest.first();
        let module = &self.modules[at];
        let is_known = |name: &String| {
            module.imports.contains_key(name)
                || module.items.contains_key(name)
                || self.child(at, name).is_some()
        };
        (rooted || first.is_some_and(is_known)).then_some((at, rest))
    }

    pub fn child(&self, at: usize, name: &str) -> Option<usize> {
        let children = &self.modules[at].children;
        children
            .iter()
            .copied()
            .find(|&it| self.modules[it].path.last().is_some_and(|it| it == name))
    }

    /// The module that defines what a path names from a module, and whether the path names that
    /// module itself; `None` for what another crate defines.
    fn resolve(&self, at: usize, path: &[String], depth: usize) -> Option<(usize, bool)> {
        if depth > 20 {
            return None;
        }
        let (at, rest) = self.start(at, path)?;
        let Some((name, after)) = rest.split_first() else { return Some((at, true)) };
        if name == "*" {
            return Some((at, false));
        }
        let module = &self.modules[at];
        let is_last = after.is_empty();
        let child = self.child(at, name);
        if let (Some(child), false) = (child, is_last) {
            let path: Vec<String> = [&["self".to_string()], after].concat();
            return self.resolve(child, &path, depth + 1);
        }
        if module.items.contains_key(name) {
            return Some((at, false));
        }
        if let Some(import) = module.imports.get(name) {
            let path = [import.path.as_slice(), after].concat();
            return self.resolve(at, &path, depth + 1);
        }
        if let Some(child) = child {
            return Some((child, true));
        }
        let from_glob = module.globs.iter().find_map(|glob| {
            let (glob, is_module) = self.resolve(at, glob, depth + 1)?;
            (is_module && glob != at).then_some(())?;
            let names = &self.modules[glob];
            let has = names.items.contains_key(name) || names.imports.contains_key(name);
            has.then(|| self.resolve(glob, &["self".to_string(), name.clone()], depth + 1))?
        });
        // What a macro wrote is of the module that called it.
        Some(from_glob.unwrap_or((at, false)))
    }

    /// Everything that modules name of the crate's own.
    pub fn uses(&self) -> Vec<Use> {
        let mut found = Vec::new();
        for (from, module) in self.modules.iter().enumerate() {
            for mention in &module.mentions {
                let first = mention.path.first().map(String::as_str).unwrap_or_default();
                let is_rooted = ["crate", "super", "self"].contains(&first);
                let is_reexport = |it: &Import| it.seen != Seen::Here;
                let is_own = module.imports.get(first).is_some_and(is_reexport);
                let is_long = mention.path.len() > 1;
                // A visibility or a value is no path.
                if !(is_long || !is_rooted && is_own) {
                    continue;
                }
                let Some((to, is_module)) = self.resolve(from, &mention.path, 0) else { continue };
                // A module's name alone is used in the paths that start with it.
                if is_module && mention.imported.is_some() {
                    continue;
                }
                let path = mention.path.join("::");
                let is_reexport = mention.imported.is_some_and(|it| it != Seen::Here);
                found.push(Use { from, to, line: mention.line, path, is_reexport });
            }
        }
        found
    }

    /// Paths that leave the folder of their file by `super`.
    pub fn leaps(&self) -> Vec<Use> {
        let mut found = Vec::new();
        for (from, module) in self.modules.iter().enumerate() {
            // A visibility is no path.
            for mention in module.mentions.iter().filter(|it| it.path.len() > 1) {
                let mut at = from;
                let supers = mention.path.iter().take_while(|it| *it == "super" || *it == "self");
                for _ in supers.filter(|it| *it == "super") {
                    let up = self.modules[at].parent.unwrap_or(ROOT);
                    let is_in_file = self.modules[up].file == module.file;
                    let is_to_folder = self.modules[at].file == module.file
                        && !module.file.ends_with("mod.rs")
                        && up != ROOT;
                    if !(is_in_file || is_to_folder) {
                        let to = self.resolve(from, &mention.path, 0).map_or(up, |(to, _)| to);
                        let (line, path) = (mention.line, mention.path.join("::"));
                        found.push(Use { from, to, line, path, is_reexport: false });
                        break;
                    }
                    at = up;
                }
            }
        }
        found
    }

    /// What a module lets out of another, by `pub use` of any width, and what the signatures of
    /// that name in turn, as the compiler asks it to be seen as far.
    pub fn lets_out(&self, at: usize) -> BTreeSet<(usize, String)> {
        let named = |at: usize, path: &[String]| {
            let (to, _) = self.resolve(at, path, 0)?;
            Some((to, path.last()?.clone()))
        };
        let imports = &self.modules[at].imports;
        let out = imports.values().filter(|import| import.seen != Seen::Here);
        let mut open: Vec<_> = out.filter_map(|import| named(at, &import.path)).collect();
        let mut found = BTreeSet::new();
        while let Some((at, name)) = open.pop() {
            if found.insert((at, name.clone())) {
                let paths = self.modules[at].signatures.get(&name).into_iter().flatten();
                open.extend(paths.filter_map(|path| named(at, path)));
            }
        }
        found
    }

    /// The module whose file a module stands in.
    pub fn file_of(&self, at: usize) -> usize {
        let module = &self.modules[at];
        let up = module.parent.filter(|&up| self.modules[up].file == module.file);
        up.map_or(at, |up| self.file_of(up))
    }

    /// The modules from the root down to one.
    pub fn way(&self, at: usize) -> Vec<usize> {
        let mut way = vec![at];
        while let Some(up) = self.modules[way[0]].parent {
            way.insert(0, up);
        }
        way
    }

    pub fn name(&self, at: usize) -> String {
        match self.modules[at].path.as_slice() {
            [] => "crate".to_string(),
            path => path.join("::"),
        }
    }
}

impl Module {
    fn import(&mut self, tree: &UseTree, path: &mut Vec<String>, seen: Seen) {
        match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.import(&tree.tree, path, seen);
                path.pop();
            }
            UseTree::Name(tree) if tree.ident == "self" => {
                if let Some(name) = path.last() {
                    self.imports.insert(name.clone(), Import { path: path.clone(), seen });
                }
            }
            UseTree::Name(tree) => self.import_as(&tree.ident, &tree.ident, path, seen),
            UseTree::Rename(tree) => self.import_as(&tree.ident, &tree.rename, path, seen),
            UseTree::Glob(_) => self.globs.push(path.clone()),
            UseTree::Group(tree) => {
                for tree in &tree.items {
                    self.import(tree, path, seen);
                }
            }
        }
    }

    fn import_as(&mut self, name: &Ident, rename: &Ident, path: &[String], seen: Seen) {
        let path = [path, &[name.to_string()]].concat();
        self.imports.insert(rename.to_string(), Import { path, seen });
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| it.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]")
}

fn seen(vis: &Visibility) -> Seen {
    match vis.to_token_stream().to_string().replace(' ', "").as_str() {
        "" => Seen::Here,
        "pub" => Seen::Everywhere,
        "pub(crate)" => Seen::Crate,
        "pub(super)" => Seen::Folder,
        _ => Seen::Elsewhere,
    }
}

fn name(item: &Item) -> Option<(String, Seen)> {
    let (name, vis) = match item {
        Item::Const(it) => (&it.ident, &it.vis),
        Item::Enum(it) => (&it.ident, &it.vis),
        Item::Fn(it) => (&it.sig.ident, &it.vis),
        Item::Static(it) => (&it.ident, &it.vis),
        Item::Struct(it) => (&it.ident, &it.vis),
        Item::Trait(it) => (&it.ident, &it.vis),
        Item::Type(it) => (&it.ident, &it.vis),
        Item::Macro(it) => return Some((it.ident.as_ref()?.to_string(), Seen::Here)),
        _ => return None,
    };
    Some((name.to_string(), seen(vis)))
}

/// The signature of an item with its name, or those of what an implementation lets out.
fn signature(item: &Item) -> Option<(String, TokenStream)> {
    let all = |name: &Ident, code: TokenStream| Some((name.to_string(), code));
    match item {
        Item::Fn(it) => all(&it.sig.ident, it.sig.to_token_stream()),
        Item::Const(it) => all(&it.ident, it.ty.to_token_stream()),
        Item::Static(it) => all(&it.ident, it.ty.to_token_stream()),
        Item::Enum(it) => all(&it.ident, it.to_token_stream()),
        Item::Type(it) => all(&it.ident, it.to_token_stream()),
        Item::Trait(it) => {
            let mut signatures = it.supertraits.to_token_stream();
            signatures.extend(it.items.iter().flat_map(|it| match it {
                TraitItem::Fn(it) => it.sig.to_token_stream(),
                it => it.to_token_stream(),
            }));
            all(&it.ident, signatures)
        }
        Item::Struct(it) => {
            let fields = it.fields.iter().filter(|it| is_seen_outside(&it.vis));
            let types = fields.flat_map(|it| it.ty.to_token_stream());
            all(&it.ident, it.generics.to_token_stream().into_iter().chain(types).collect())
        }
        Item::Impl(it) if it.trait_.is_none() => {
            let Type::Path(of) = &*it.self_ty else { return None };
            let functions = it.items.iter().filter_map(|it| match it {
                ImplItem::Fn(it) if is_seen_outside(&it.vis) => Some(it.sig.to_token_stream()),
                _ => None,
            });
            all(&of.path.segments.last()?.ident, functions.flatten().collect())
        }
        _ => None,
    }
}

fn is_seen_outside(vis: &Visibility) -> bool {
    matches!(seen(vis), Seen::Crate | Seen::Everywhere)
}

/// Calls a function with every path of some code and its line, lists in braces written out.
fn paths(code: TokenStream, is_list: bool, found: &mut dyn FnMut(Vec<String>, usize)) {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => paths(group.stream(), false, found),
            // In a list of imports, what follows is a new name.
            TokenTree::Ident(name) if is_list && name == "as" => at += 1,
            TokenTree::Ident(name) if !is_behind(&tokens[..at]) => {
                let line = line(name.span());
                let mut path = vec![name.to_string()];
                at = follow(&tokens, at + 1, &mut path, line, found);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

/// Whether a name stands behind a dot or two colons, as what is of something named before.
fn is_behind(before: &[TokenTree]) -> bool {
    let is = |at: usize, mark: char| {
        let token = before.len().checked_sub(at).and_then(|at| before.get(at));
        matches!(token, Some(TokenTree::Punct(it)) if it.as_char() == mark)
    };
    is(1, '.') && !is(2, '.') || is(1, ':') && is(2, ':')
}

/// Follows a path from behind a name to its end, which is where the next token stands.
fn follow(
    tokens: &[TokenTree],
    at: usize,
    path: &mut Vec<String>,
    line: usize,
    found: &mut dyn FnMut(Vec<String>, usize),
) -> usize {
    let is_colon =
        |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(it)) if it.as_char() == ':');
    if is_colon(at) && is_colon(at + 1) {
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(name)) => {
                path.push(name.to_string());
                return follow(tokens, at + 3, path, line, found);
            }
            Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Brace => {
                paths(list.stream(), true, &mut |rest, line| {
                    found([path.as_slice(), &rest].concat(), line);
                });
                return at + 3;
            }
            Some(TokenTree::Punct(mark)) if mark.as_char() == '*' => {
                found([path.as_slice(), &["*".to_string()]].concat(), line);
                return at + 3;
            }
            _ => {}
        }
    }
    found(path.clone(), line);
    at
}

fn line(span: Span) -> usize {
    span.start().line
}
