//! A page as another tokenizer reads it.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};

/// A start tag with its attributes, and the text up to the next tag.
pub struct Tag {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
}

impl Tag {
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    pub fn is(&self, class: &str) -> bool {
        self.get("class").is_some_and(|classes| classes.split(' ').any(|it| it == class))
    }
}

/// What a browser sees: the tags, the text that stands on the page, and which tags are left open.
pub struct Html {
    pub tags: Vec<Tag>,
    pub unbalanced: Vec<String>,
    pub article: String,
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

const VOID: &[&str] = &["meta", "input"];

impl Html {
    pub fn read(page: &str) -> Self {
        let (mut tags, mut open) = (Vec::<Tag>::new(), Vec::<String>::new());
        let (mut unbalanced, mut article) = (Vec::new(), String::new());
        // Depth at which the article and what is not its text were opened.
        let (mut article_at, mut aside_at) = (None, None);
        for Ok(token) in Tokenizer::new(page) {
            match token {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    let attributes = tag.attributes.iter();
                    let attributes =
                        attributes.map(|(name, value)| (text(name), text(value))).collect();
                    let tag = Tag { name: name.clone(), attributes, text: String::new() };
                    if tag.is("text") {
                        article_at = Some(open.len());
                    }
                    if ["glyph", "second", "number", "spoken"].iter().any(|it| tag.is(it)) {
                        aside_at = aside_at.or(Some(open.len()));
                    }
                    tags.push(tag);
                    if !VOID.contains(&name.as_str()) {
                        open.push(name);
                    }
                }
                Token::EndTag(tag) => {
                    let name = text(&tag.name);
                    if open.pop().as_ref() != Some(&name) {
                        unbalanced.push(name);
                    }
                    article_at = article_at.filter(|at| *at < open.len());
                    aside_at = aside_at.filter(|at| *at < open.len());
                }
                Token::String(string) => {
                    let string = text(&string);
                    if article_at.is_some() && aside_at.is_none() {
                        article.push_str(&string);
                    }
                    if let Some(tag) = tags.last_mut() {
                        tag.text.push_str(&string);
                    }
                }
                Token::Comment(comment) => unbalanced.push(text(&comment)),
                _ => {}
            }
        }
        unbalanced.extend(open);
        Self { tags, unbalanced, article }
    }

    /// What must hold of every page: tags that close, ids that stand once, links within the page that
    /// lead somewhere, and nothing that is fetched or run by an attribute.
    pub fn is_whole(&self) {
        assert!(self.unbalanced.is_empty(), "{:?}", self.unbalanced);
        let ids: Vec<&str> = self.tags.iter().filter_map(|tag| tag.get("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        for tag in &self.tags {
            if let Some(link) = tag.get("href").and_then(|link| link.strip_prefix('#')) {
                assert!(unique.contains(link), "nothing is at #{link}");
            }
            assert!(tag.attributes.keys().all(|name| !name.starts_with("on") && name != "style"));
            assert!(tag.get("src").is_none(), "nothing is fetched");
        }
    }

    pub fn with<'a>(&'a self, class: &'a str) -> impl Iterator<Item = &'a Tag> {
        self.tags.iter().filter(move |tag| tag.is(class))
    }

    pub fn id(&self, id: &str) -> &Tag {
        self.tags.iter().find(|tag| tag.get("id") == Some(id)).expect("the id")
    }
}
