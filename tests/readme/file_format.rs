//! The page of the file format: every record and field that a book can hold, as the source has them.

use std::collections::BTreeSet;

use goodword::store::BookFile;
use serde_json::Value;

use super::page;
use super::source::{Field, Type, reached, types};

const PAGE: &str = "docs/file-format.md";

#[test]
fn every_field_stands_on_the_page() {
    let all = types(&page::at("src/domain"));
    let book = reached(&all, "Book");
    assert!(book.len() > 40, "{}", book.len());
    let text: String = book.iter().map(|one| chapter(one, &book)).collect();
    page::hold(PAGE, "fields", &text);
    whatever_is_written_is_named();
}

/// The same asked of the writer: whatever it names, in a book in which everything is said, stands on the page.
fn whatever_is_written_is_named() {
    let path = page::at("tests/store/fixtures/book_v1.ron");
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("book.ron");
    std::fs::copy(path, &copy).unwrap();
    let book = BookFile::open(&copy).unwrap().book;
    let mut names = BTreeSet::new();
    collect(&serde_json::to_value(&book).unwrap(), &mut names);
    assert!(names.len() > 80, "{names:?}");
    let text = page::read(PAGE);
    for name in names {
        assert!(text.contains(&format!("| `{name}` |")), "{name}");
    }
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                names.insert(name.clone());
                collect(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        _ => {}
    }
}

fn chapter(one: &Type, all: &[Type]) -> String {
    let mut text = format!("### {}\n\n{}\n", one.title(all), plain(&one.what));
    if one.fields.is_empty() {
        return format!(
            "{text}\nWritten as a {}.\n\n",
            words(&one.holds, one, all).replace("of list of", "of lists of")
        );
    }
    if !one.is_enum {
        let row = |field: &Field| {
            let default = match &field.default {
                None => "must stand".to_owned(),
                Some(said) if said.is_empty() => of_type(&field.is, one, all),
                Some(said) => format!("`{said}`"),
            };
            [
                format!("`{}`", field.name),
                words(&field.is, one, all),
                default,
                plain(&field.what),
            ]
        };
        let rows = one.fields.iter().map(row);
        return text
            + "\n"
            + &page::table(["Field", "Type", "Left out", "What it is"], rows)
            + "\n";
    }
    let word = |field: &Field| {
        let what = plain(&field.what);
        let holds = if field.is.is_empty() {
            String::new()
        } else {
            format!("`(…)`: {}", words(&field.is, one, all))
        };
        [format!("`{}`", field.name), holds, what]
    };
    let mut rows = Vec::new();
    for field in &one.fields {
        rows.push(word(field));
        for inner in &field.inner {
            let mut row = word(inner);
            row[1] = words(&inner.is, one, all);
            if inner.default.is_some() {
                row[2].push_str(" May be left out.");
            }
            row[2] = format!("In `{}`: {}", field.name, row[2]);
            rows.push(row);
        }
    }
    text += "\n";
    text + &page::table(["Word", "With", "What it says"], rows.into_iter()) + "\n"
}

/// A comment of the source as a sentence of the page: links within the source are names there.
fn plain(comment: &str) -> String {
    let text = comment.replace("[`", "`").replace("`]", "`");
    text.replace("crate::domain::", "")
        .replace("super::", "")
        .replace("`None`", "not known")
        .replace('|', "\\|")
}

/// A type of the source in words.
fn words(is: &str, of: &Type, all: &[Type]) -> String {
    if let Some(inner) = within(is, "Vec<").or_else(|| within(is, "Table<")) {
        return format!("list of {}", words(inner, of, all));
    }
    if let Some(inner) = within(is, "Option<").or_else(|| within(is, "Arc<")) {
        return words(inner, of, all);
    }
    if let Some(inner) = is.strip_prefix('(').and_then(|is| is.strip_suffix(')')) {
        let parts: Vec<String> = inner.split(", ").map(|part| words(part, of, all)).collect();
        return format!("({})", parts.join(", "));
    }
    if is.contains(", ") {
        let parts: Vec<String> = is.split(", ").map(|part| words(part, of, all)).collect();
        return parts.join(", ");
    }
    match is {
        "T" => "as named there".to_owned(),
        "String" => "text".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "u8" | "u32" | "usize" => "whole number from 0".to_owned(),
        "NonZeroU32" => "whole number from 1".to_owned(),
        "i32" | "i64" => "whole number".to_owned(),
        "NaiveDate" => "day".to_owned(),
        "NaiveDateTime" => "time".to_owned(),
        _ if is.starts_with("Id<") || is.ends_with("Id") => "id".to_owned(),
        _ => link(is, of, all),
    }
}

fn link(is: &str, of: &Type, all: &[Type]) -> String {
    let name = is.split('<').next().unwrap();
    let known = of.meant(name, all);
    let title = known.map_or_else(
        || panic!("{name} of {} is not known", of.name),
        |known| known.title(all),
    );
    let anchor = title.to_lowercase().replace(' ', "-");
    let link = format!("[{title}](#{anchor})");
    match within(is, "PerLine<") {
        Some(inner) => format!("{link}, each {}", words(inner, of, all)),
        None => link,
    }
}

fn within<'a>(is: &'a str, begin: &str) -> Option<&'a str> {
    is.strip_prefix(begin)?.strip_suffix('>')
}

/// What a type begins with.
fn of_type(is: &str, of: &Type, all: &[Type]) -> String {
    match is {
        "String" => "empty".to_owned(),
        "bool" => "`false`".to_owned(),
        "u8" | "u32" | "usize" | "i32" | "i64" => "`0`".to_owned(),
        _ if is.starts_with("Option<") => "not known".to_owned(),
        _ if is.starts_with("Vec<") || is.starts_with("Table<") => "empty".to_owned(),
        _ if is.ends_with("Id") => "a new one".to_owned(),
        _ => {
            let known = of.meant(is, all);
            let word = known.and_then(|known| known.fields.iter().find(|field| field.is_default));
            word.map_or_else(
                || "as it begins".to_owned(),
                |word| format!("`{}`", word.name),
            )
        }
    }
}
