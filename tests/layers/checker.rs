//! The rules, and what of a source is against them.

use super::names::{Name, names};
use super::source::{Token, tokens};

/// What may not be named in a layer.
struct Layer {
    /// Other layers.
    rooms: &'static [&'static str],
    /// Crates and parts of the standard library.
    world: &'static [&'static [&'static str]],
    /// Whether the time may be asked for.
    clock: bool,
}

const FILES: &[&str] = &["std", "fs"];
const ENVIRONMENT: &[&str] = &["std", "env"];
const INSTANT: &[&str] = &["std", "time", "Instant"];
const SYSTEM_TIME: &[&str] = &["std", "time", "SystemTime"];
const RATATUI: &[&str] = &["ratatui"];
const CROSSTERM: &[&str] = &["crossterm"];
/// A widget takes a role of the theme.
const COLOURS: &[&str] = &["ratatui", "style", "Color"];
const MODIFIERS: &[&str] = &["ratatui", "style", "Modifier"];
const STYLIZE: &[&str] = &["ratatui", "style", "Stylize"];
const PURE: &[&[&str]] = &[RATATUI, CROSSTERM, FILES, ENVIRONMENT, INSTANT, SYSTEM_TIME];

/// The layer of a file by the folder it stands in; none for a folder that has no rules yet.
fn layer(place: &str) -> Option<Layer> {
    let ui = &["store", "import", "export", "cli", "runtime"];
    let (rooms, world, clock): (&[&str], &[&[&str]], bool) = match place.split('/').next()? {
        "domain" => (
            &["app", "ui", "store", "import", "export", "cli", "runtime"],
            PURE,
            false,
        ),
        "app" => (
            &["ui", "store", "import", "export", "cli", "runtime"],
            PURE,
            false,
        ),
        "export" => (
            &["app", "ui", "store", "import", "cli", "runtime"],
            PURE,
            false,
        ),
        "ui" if place.starts_with("ui/theme/") => (ui, &[FILES], false),
        "ui" => (ui, &[FILES, COLOURS, MODIFIERS, STYLIZE], false),
        "store" | "import" => (
            &["app", "ui", "export", "cli", "runtime"],
            &[RATATUI, CROSSTERM],
            false,
        ),
        "cli" => (&["app", "ui", "runtime"], &[RATATUI, CROSSTERM], false),
        "lib.rs" => (&[], &[], false),
        "runtime" | "main.rs" => (&[], &[], true),
        _ => return None,
    };
    Some(Layer {
        rooms,
        world,
        clock,
    })
}

/// What a source that stands at a path below `src` names and may not: one line each.
pub(crate) fn check(place: &str, source: &str) -> Vec<String> {
    let Some(layer) = layer(place) else {
        return vec![format!(
            "src/{place}: no rule says what this folder may know"
        )];
    };
    let tokens = tokens(source);
    let mut wrong = Vec::new();
    for name in names(place, &tokens) {
        if let Some(forbidden) = layer.forbids(&name) {
            wrong.push((name.line, forbidden));
        }
    }
    wrong.extend(signs(place, &layer, &tokens));
    wrong.sort();
    wrong.dedup();
    let line = |(line, what)| format!("src/{place}:{line}: may not name {what}");
    wrong.into_iter().map(line).collect()
}

impl Layer {
    /// What of the forbidden a name leads to, itself or with everything in a module.
    fn forbids(&self, name: &Name) -> Option<String> {
        let rooms = self.rooms.iter().map(|room| vec!["crate", *room]);
        let world = self.world.iter().map(|path| path.to_vec());
        let forbidden = rooms.chain(world).find(|path| leads_to(&name.words, path));
        forbidden.map(|path| path.join("::"))
    }
}

fn leads_to(words: &[String], path: &[&str]) -> bool {
    match words.split_last() {
        Some((star, module)) if star == "*" && module.len() < path.len() => {
            !module.is_empty() && module.iter().zip(path).all(|(word, part)| word == part)
        }
        _ => words.len() >= path.len() && words.iter().zip(path).all(|(word, part)| word == part),
    }
}

/// What is seen by its signs rather than by its name.
fn signs(place: &str, layer: &Layer, tokens: &[Token]) -> Vec<(usize, String)> {
    let ui = place.starts_with("ui/");
    let rules: &[(bool, &[&str])] = &[
        (!layer.clock, &["::", "now"]),
        (ui, &["set_symbol"]),
        (ui, &["buffer_mut", "(", ")", "["]),
        (ui, &["buf", "["]),
        (ui, &["buffer", "["]),
        (true, &["Terminal", "::", "clear"]),
        (true, &["terminal", ".", "clear", "("]),
        (layer.clock, &[".", "clear", "(", ")", "?"]),
    ];
    let mut found = Vec::new();
    for (_, signs) in rules.iter().filter(|(applies, _)| *applies) {
        for window in tokens.windows(signs.len()) {
            if window
                .iter()
                .zip(*signs)
                .all(|(token, sign)| token.is(sign))
            {
                let line = window.first().map_or(0, |token| token.line);
                found.push((line, signs.concat()));
            }
        }
    }
    found
}
