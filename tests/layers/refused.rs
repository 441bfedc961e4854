//! The checker at work: each rule broken once in every way that is caught, and sources that break none.

use super::checker::check;

#[test]
fn every_rule_is_enforced() {
    let rooms: [(&str, &[&str]); 7] = [
        (
            "domain/a.rs",
            &["app", "ui", "store", "import", "export", "cli", "runtime"],
        ),
        (
            "app/a/b.rs",
            &["ui", "store", "import", "export", "cli", "runtime"],
        ),
        ("ui/a.rs", &["store", "import", "export", "cli", "runtime"]),
        ("store/mod.rs", &["app", "ui", "export", "cli", "runtime"]),
        ("import/a.rs", &["app", "ui", "export", "cli", "runtime"]),
        (
            "export/a.rs",
            &["app", "ui", "store", "import", "cli", "runtime"],
        ),
        ("cli/a.rs", &["app", "ui", "runtime"]),
    ];
    for (place, rooms) in rooms {
        for room in rooms {
            refused(place, &format!("use crate::{room}::x;"), room);
            refused(place, &format!("fn f() {{ goodword::{room}::x() }}"), room);
        }
    }
    let pure = [
        "std::fs",
        "std::env",
        "ratatui",
        "crossterm",
        "std::time::Instant",
        "std::time::SystemTime",
    ];
    let screens = ["ratatui", "crossterm"];
    let world: [(&str, &[&str]); 7] = [
        ("domain/a.rs", &pure),
        ("app/a.rs", &pure),
        (
            "ui/a.rs",
            &[
                "std::fs",
                "ratatui::style::Color",
                "ratatui::style::Modifier",
            ],
        ),
        ("store/a.rs", &screens),
        ("import/a.rs", &screens),
        ("export/a.rs", &pure),
        ("cli/a.rs", &screens),
    ];
    for (place, names) in world {
        for name in names {
            refused(place, &format!("use {name};"), name);
            refused(place, &format!("fn f() {{ ::{name}::x() }}"), name);
        }
        for clock in [
            "chrono::Local::now()",
            "Instant::now()",
            "<Utc>::now()",
            "x.map(Local::now)",
        ] {
            refused(place, &format!("fn f() {{ {clock} }}"), "::now");
        }
    }
}

#[test]
fn no_writing_of_a_name_hides_it() {
    for source in [
        "use crate::{domain::Book, ui};",
        "use crate::{\n    domain::{Book, contact::{Contact, ContactId}},\n    ui::{self, text::{fit, left}},\n};",
        "use {crate::domain::Book, crate::{ui::text}};",
        "use super::super::ui::render;",
        "use super::{super::{ui}, x};",
        "fn f() { super::super::ui::render() }",
        "mod tests { use super::super::super::ui; }",
        "use crate as house; fn f() { house::ui::render() }",
        "use crate::{self as house}; fn f() { house::ui::render() }",
        "use crate::*;",
        "use super::super::*;",
        "pub(crate) use crate::ui::text as words;",
        "fn f() -> crate::ui::Viewports { x }",
        "fn f() { g::<crate::ui::Viewports>() }",
        "use crate :: /* here */ ui;",
        "use r#crate::ui;",
        "mod a { mod b { } } use self::super::super::ui;",
    ] {
        refused("app/update/mod.rs", source, "crate::ui");
    }
    for source in [
        "use std::{fmt, fs};",
        "use std::{self, fmt}; use std::*;",
        "use std as s; fn f() { s::fs::read(x) }",
        "let x = std::fs::read(y);",
        "const X: &str = \"'\"; use std::fs;",
        "fn f<'a>(x: &'a str) { std::fs::read(x) }",
    ] {
        refused("domain/a.rs", source, "std::fs");
    }
    refused("app/a.rs", "use std::time::*;", "std::time::Instant");
}

#[test]
fn the_screen_is_drawn_only_through_widgets() {
    refused("ui/a.rs", "fn f() { cell.set_symbol(name); }", "set_symbol");
    refused(
        "ui/a.rs",
        "fn f() { frame.buffer_mut()[(0, 0)].reset(); }",
        "buffer_mut()[",
    );
    refused("ui/a.rs", "fn f() { buf[(x, y)].reset(); }", "buf[");
    refused(
        "runtime/a.rs",
        "fn f() { self.terminal.clear()?; }",
        "terminal.clear(",
    );
    refused("runtime/a.rs", "fn f() { screen.clear()?; }", ".clear()?");
    refused(
        "main.rs",
        "fn f() { Terminal::clear(&mut terminal); }",
        "Terminal::clear",
    );
}

#[test]
fn a_folder_without_rules_is_refused() {
    refused("mail/csv.rs", "", "no rule says");
}

#[test]
fn what_is_allowed_is_allowed() {
    let domain = r##"
        //! Names crate::ui, std::fs and Local::now() in a comment. /* and ratatui */
        /* use crate::{ui, store}; /* use std::env; */ */
        use std::{collections::BTreeMap, fmt, time::Duration};
        use super::super::domain::contact::{self, Contact};
        use crate::domain::{clean, import_plan::*};
        /// [`crate::app::Model`] may be told of.
        fn f<'now>(now: &'now str, fs: u8) -> String { now.to_owned() + "crate::ui std::fs ::now(" }
        fn g() { let env = r#"use " std::fs;"#; let ui = 'u'; now(1); names.clear(); buf[0]; }
        mod tests { use super::super::contact::ui; use super::*; }
    "##;
    assert_eq!(check("domain/a.rs", domain), Vec::<String>::new());
    let app =
        "use super::modal; use super::super::super::domain; fn f() { cx.clock; list.clear(); }";
    assert_eq!(check("app/a/b.rs", app), Vec::<String>::new());
    let ui = "use ratatui::Frame; use crate::{app::Model, domain}; fn f() { frame.buffer_mut().set_style(a, S); }";
    assert_eq!(check("ui/a.rs", ui), Vec::<String>::new());
    let runtime = "use crate::{app, ui, store}; use std::time::Instant; fn f() { Instant::now(); names.clear(); }";
    assert_eq!(check("runtime/mod.rs", runtime), Vec::<String>::new());
    assert_eq!(
        check("main.rs", "fn main() { goodword::runtime::run() }"),
        Vec::<String>::new()
    );
    assert_eq!(
        check("store/a.rs", "use std::fs; use crate::domain::Book;"),
        Vec::<String>::new()
    );
    assert_eq!(
        check("lib.rs", "pub mod app; pub mod ui;"),
        Vec::<String>::new()
    );
}

#[test]
fn the_line_is_told() {
    let source = "//! One.\n\nuse crate::{\n    domain,\n    ui,\n};\n";
    assert_eq!(
        check("app/a.rs", source),
        ["src/app/a.rs:5: may not name crate::ui"]
    );
}

fn refused(place: &str, source: &str, what: &str) {
    let found = check(place, source);
    assert!(
        found.iter().any(|line| line.contains(what)),
        "{place} may say {source}: {found:?}"
    );
}
