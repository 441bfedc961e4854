//! The types of the book as the source writes them: their fields, what each field is, and what holds where it is left out.
//! A field that is added there is one that the page has to name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A type that is kept in a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Type {
    pub(crate) name: String,
    /// The module that it stands in.
    module: String,
    pub(crate) what: String,
    pub(crate) is_enum: bool,
    /// What it is written as, where it is one thing under a name of its own.
    pub(crate) holds: String,
    pub(crate) fields: Vec<Field>,
    /// Other modules that types are taken from in that file, with their names: `View` from `options`.
    taken: Vec<(String, String)>,
}

/// A field of it, or one of its words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) is: String,
    pub(crate) what: String,
    /// What holds where it is left out; none where it may not be.
    pub(crate) default: Option<String>,
    /// The word that holds where nothing is said.
    pub(crate) is_default: bool,
    /// The fields of a word that has some.
    pub(crate) inner: Vec<Field>,
}

/// All types of the domain that a file can hold.
pub(crate) fn types(src: &Path) -> Vec<Type> {
    let mut found = Vec::new();
    for path in files(src) {
        let text = fs::read_to_string(&path).unwrap();
        let parts: Vec<String> = path
            .strip_prefix(src)
            .unwrap()
            .with_extension("")
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .filter(|part| part != "mod")
            .collect();
        let module = parts.first().map_or("", String::as_str);
        found.extend(of_file(&text, module));
    }
    found
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files
}

fn of_file(text: &str, module: &str) -> Vec<Type> {
    let taken = taken(text);
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut said = Said::default();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        at += 1;
        let Some((is_enum, name)) = head(line) else {
            said.hear(line);
            continue;
        };
        let heard = std::mem::take(&mut said);
        let by_hand = format!("impl Serialize for {name} ");
        if !heard.attributes.contains("Serialize") && !text.contains(&by_hand) {
            continue;
        }
        let mut one = Type {
            name,
            module: module.to_owned(),
            what: heard.what(),
            is_enum,
            taken: taken.clone(),
            ..Type::default()
        };
        if let Some((_, holds)) = line.split_once('(') {
            holds.trim_end_matches(");").clone_into(&mut one.holds);
        } else if line.ends_with('{') {
            let end = (at..lines.len()).find(|at| lines[*at] == "}").unwrap();
            one.fields = fields(&lines[at..end], 4, text);
            at = end + 1;
        }
        found.push(one);
    }
    found
}

/// `pub struct Name {` or `pub enum Name {`.
fn head(line: &str) -> Option<(bool, String)> {
    let (is_enum, rest) = match line.strip_prefix("pub struct ") {
        Some(rest) => (false, rest),
        None => (true, line.strip_prefix("pub enum ")?),
    };
    let name = rest
        .split(|letter: char| !letter.is_alphanumeric())
        .next()?;
    Some((is_enum, name.to_owned()))
}

/// The comments and attributes above an item.
#[derive(Default)]
struct Said {
    comments: Vec<String>,
    attributes: String,
    /// Within an attribute of several lines.
    is_within: bool,
}

impl Said {
    fn hear(&mut self, line: &str) {
        let line = line.trim();
        if let Some(comment) = line.strip_prefix("///") {
            self.comments.push(comment.trim().to_owned());
        } else if self.is_within || line.starts_with("#[") {
            self.attributes.push_str(line);
            self.is_within = !line.ends_with(']');
        } else if !line.is_empty() {
            *self = Self::default();
        }
    }

    /// The first paragraph.
    fn what(&self) -> String {
        let first = self.comments.split(String::is_empty).next();
        first.map(|lines| lines.join(" ")).unwrap_or_default()
    }
}

fn fields(lines: &[&str], depth: usize, file: &str) -> Vec<Field> {
    let mut found = Vec::new();
    let mut said = Said::default();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        at += 1;
        let inner = line.trim_start();
        let is_item = line.len() - inner.len() == depth && !inner.starts_with(['/', '#', '}']);
        if !is_item {
            said.hear(line);
            continue;
        }
        let heard = std::mem::take(&mut said);
        let inner = inner.trim_start_matches("pub ").trim_end_matches(',');
        let mut field = Field {
            what: heard.what(),
            is_default: heard.attributes.contains("#[default]"),
            ..Field::default()
        };
        if let Some((name, is)) = inner.split_once(": ") {
            name.clone_into(&mut field.name);
            is.clone_into(&mut field.is);
            field.default = default(&heard.attributes, file);
        } else if let Some(name) = inner.strip_suffix(" {") {
            let close = format!("{}}},", " ".repeat(depth));
            let end = (at..lines.len()).find(|at| lines[*at] == close).unwrap();
            name.clone_into(&mut field.name);
            field.inner = fields(&lines[at..end], depth + 4, file);
            at = end + 1;
        } else if let Some((name, is)) = inner.split_once('(') {
            name.clone_into(&mut field.name);
            is.trim_end_matches(')').clone_into(&mut field.is);
        } else {
            inner.clone_into(&mut field.name);
        }
        found.push(field);
    }
    found
}

/// What holds where a field is left out: empty for what its type begins with, else the words of the function named.
fn default(attributes: &str, file: &str) -> Option<String> {
    if let Some((_, rest)) = attributes.split_once("default = \"") {
        let function = rest.split('"').next().unwrap();
        let (_, body) = file.split_once(&format!("fn {function}() ")).unwrap();
        let value = body.lines().nth(1).unwrap().trim();
        return Some(value.rsplit("::").next().unwrap().to_owned());
    }
    attributes.contains("default").then(String::new)
}

/// The names that a file takes from elsewhere, with the last module of each.
fn taken(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for import in text.split("use ").skip(1) {
        let Some((path, _)) = import.split_once(';') else {
            continue;
        };
        let (modules, names) = path
            .rsplit_once("::{")
            .unwrap_or_else(|| path.rsplit_once("::").unwrap_or_default());
        let module = modules.rsplit("::").next().unwrap_or_default();
        for name in names.split(|letter: char| !letter.is_alphanumeric()) {
            found.push((name.to_owned(), module.to_owned()));
        }
    }
    found
}

/// A type and all that it leads to, each once, in the order in which they are met.
pub(crate) fn reached(all: &[Type], root: &str) -> Vec<Type> {
    let mut found: Vec<&Type> = vec![all.iter().find(|one| one.name == root).unwrap()];
    let mut at = 0;
    while at < found.len() {
        let one = found[at];
        at += 1;
        let inner = one.fields.iter().flat_map(|field| &field.inner);
        let inner = one.fields.iter().chain(inner).map(|field| &field.is);
        for is in inner.chain([&one.holds]) {
            for name in is.split(|letter: char| !letter.is_alphanumeric()) {
                let Some(next) = one.meant(name, all) else {
                    continue;
                };
                let is_known =
                    |known: &&Type| known.name == next.name && known.module == next.module;
                if !found.iter().any(is_known) {
                    found.push(next);
                }
            }
        }
    }
    found.into_iter().cloned().collect()
}

impl Type {
    /// The type that a name means where this one stands.
    pub(crate) fn meant<'a>(&self, name: &str, all: &'a [Type]) -> Option<&'a Self> {
        let mut called = all.iter().filter(|one| one.name == name);
        let module = self.taken.iter().find(|(taken, _)| taken == name);
        let module = module.map_or(&self.module, |(_, module)| module);
        let first = called.clone().next();
        called.find(|one| one.module == *module).or(first)
    }

    /// Its name on the page, by which no other type goes.
    pub(crate) fn title(&self, all: &[Type]) -> String {
        let mut names = BTreeMap::new();
        for one in all {
            *names.entry(one.name.as_str()).or_insert(0) += 1;
        }
        match names.get(self.name.as_str()) {
            Some(2..) => format!("{} of {}", self.name, self.module),
            _ => self.name.clone(),
        }
    }
}
