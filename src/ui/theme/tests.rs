//! What every theme keeps to, for every role, on every kind of terminal.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop where it stands"
)]

use std::collections::HashMap;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::look::{Depth, Look, Signs};
use super::{ROLES, palette};
use crate::domain::preferences::Theme;

const THEMES: [Theme; 3] = [Theme::Dark, Theme::Light, Theme::Contrast];

/// The roles, and text without one.
fn roles() -> impl Iterator<Item = (&'static str, Style)> {
    let text = [("TEXT", Style::new())];
    text.into_iter().chain(ROLES.iter().copied())
}

fn painted(style: Style, theme: Theme, depth: Depth) -> Cell {
    let mut cell = Cell::new("x");
    cell.set_style(style);
    let area = Rect::new(0, 0, 1, 1);
    let mut buffer = Buffer::filled(area, cell);
    Look::with(theme, depth, Signs::All).paint(&mut buffer);
    buffer.content.pop().unwrap()
}

/// The sixteen as the text mode of a PC has them: what a terminal has whose user chose nothing.
fn rgb(color: Color) -> [u8; 3] {
    match color {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index) => palette::of_index(index),
        Color::Black => [0, 0, 0],
        Color::Red => [170, 0, 0],
        Color::Green => [0, 170, 0],
        Color::Blue => [0, 0, 170],
        Color::Magenta => [170, 0, 170],
        Color::Gray => [170, 170, 170],
        Color::DarkGray => [85, 85, 85],
        Color::LightRed => [255, 85, 85],
        Color::LightGreen => [85, 255, 85],
        Color::LightYellow => [255, 255, 85],
        Color::LightCyan => [85, 255, 255],
        Color::White => [255, 255, 255],
        other => unreachable!("no theme has {other}"),
    }
}

/// Relative luminance after WCAG 2.2, 0 to 1.
fn luminance(color: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = rgb(color).map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast after WCAG 2.2, 1 to 21.
fn contrast(cell: &Cell) -> f64 {
    let (one, other) = (luminance(cell.fg), luminance(cell.bg));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_formula_is_that_of_wcag() {
    let mut cell = Cell::new("x");
    cell.set_fg(Color::Rgb(0x77, 0x77, 0x77))
        .set_bg(Color::White);
    assert!((contrast(&cell) - 4.48).abs() < 0.01, "{}", contrast(&cell));
}

#[test]
fn every_role_reads_well_in_every_theme() {
    let depths = [(Depth::All, 4.5), (Depth::Many, 4.5), (Depth::Sixteen, 3.0)];
    for theme in THEMES {
        for (depth, least) in depths {
            for (name, style) in roles() {
                let cell = painted(style, theme, depth);
                let reads = contrast(&cell);
                assert!(reads >= least, "{theme:?} {depth:?} {name}: {reads:.2}");
            }
        }
    }
}

#[test]
fn in_the_theme_of_contrast_every_role_has_much_of_it() {
    for (name, style) in roles() {
        let reads = contrast(&painted(style, Theme::Contrast, Depth::All));
        assert!(reads >= 7.0, "{name}: {reads:.2}");
    }
}

#[test]
fn no_role_looks_like_another() {
    let depths = [Depth::All, Depth::Many, Depth::Sixteen];
    for theme in THEMES.into_iter().chain([Theme::Terminal]) {
        for depth in depths {
            let mut seen = HashMap::new();
            for (name, style) in roles() {
                let cell = painted(style, theme, depth);
                let other = seen.insert((cell.fg, cell.bg, cell.modifier), name);
                assert_eq!(other, None, "{theme:?} {depth:?}: {name} looks like it");
            }
        }
    }
}

#[test]
fn sixteen_colours_stand_for_the_roles() {
    use Color::{
        Black, Blue, DarkGray, Gray, Green, LightCyan, LightGreen, LightRed, LightYellow, Magenta,
        Red, White,
    };
    let colors = |theme| {
        let wanted = ["TEXT", "DIM", "ACCENT", "WARM", "MILD", "GOOD", "CURSOR"];
        wanted.map(|name| {
            let (_, style) = roles().find(|(role, _)| *role == name).expect("a role");
            let cell = painted(style, theme, Depth::Sixteen);
            (cell.fg, cell.bg)
        })
    };
    let on = |ground: Color, colors: [Color; 6], chosen: (Color, Color)| {
        let mut all = colors.map(|color| (color, ground)).to_vec();
        all.push(chosen);
        all
    };
    let bright = [White, Gray, LightCyan, LightRed, LightYellow, LightGreen];
    assert_eq!(
        colors(Theme::Dark).to_vec(),
        on(Black, bright, (Black, Gray))
    );
    assert_eq!(
        colors(Theme::Light).to_vec(),
        on(
            White,
            [Black, DarkGray, Blue, Red, Magenta, Green],
            (White, Black)
        )
    );
    assert_eq!(
        colors(Theme::Contrast).to_vec(),
        on(Black, bright, (Black, White))
    );
}

#[test]
fn without_colour_marks_bold_and_reverse_stay() {
    for theme in THEMES.into_iter().chain([Theme::Terminal]) {
        for (name, style) in roles() {
            let cell = painted(style, theme, Depth::None);
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{name}");
            assert_eq!(cell.modifier, style.add_modifier, "{theme:?} {name}");
        }
    }
}

#[test]
fn the_row_under_the_cursor_is_one_block_whatever_stands_in_it() {
    for (name, style) in roles() {
        let mut cell = Cell::new("x");
        cell.set_style(style).set_style(super::CURSOR);
        assert!(!cell.modifier.contains(Modifier::DIM), "{name}");
        let wanted = painted(super::CURSOR, Theme::Dark, Depth::All);
        let found = painted(style.patch(super::CURSOR), Theme::Dark, Depth::All);
        assert_eq!((found.fg, found.bg), (wanted.fg, wanted.bg), "{name}");
    }
}

/// The look of a terminal of which so much is known.
fn look(ascii: Option<bool>, says: &[(&str, &str)]) -> Look {
    let said = |name: &str| {
        let mut says = says.iter();
        let found = says.find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    Look::of(Theme::Dark, ascii, said)
}

#[test]
fn the_terminal_says_what_it_can_show() {
    let with = |depth, signs| Look::with(Theme::Dark, depth, signs);
    let cases: [(&[(&str, &str)], Look); 10] = [
        (&[], with(Depth::Sixteen, Signs::All)),
        (
            &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
            with(Depth::All, Signs::All),
        ),
        (&[("COLORTERM", "24bit")], with(Depth::All, Signs::All)),
        (&[("TERM", "xterm-256color")], with(Depth::Many, Signs::All)),
        (&[("TERM", "xterm")], with(Depth::Sixteen, Signs::All)),
        (
            &[("TERM", "linux"), ("LANG", "de_DE.UTF-8")],
            with(Depth::Sixteen, Signs::Letters),
        ),
        (&[("TERM", "dumb")], with(Depth::None, Signs::Letters)),
        (
            &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")],
            with(Depth::None, Signs::All),
        ),
        (
            &[("NO_COLOR", ""), ("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")],
            with(Depth::Sixteen, Signs::Ascii),
        ),
        (
            &[("LC_ALL", ""), ("LC_CTYPE", "C.utf8"), ("LANG", "C")],
            with(Depth::Sixteen, Signs::All),
        ),
    ];
    for (says, wanted) in cases {
        assert_eq!(look(None, says), wanted, "{says:?}");
    }
}

#[test]
fn what_the_user_says_of_the_signs_goes_before_what_the_terminal_says() {
    let linux = [("TERM", "linux")];
    assert_eq!(
        look(Some(false), &linux),
        Look::with(Theme::Dark, Depth::Sixteen, Signs::All)
    );
    let xterm = [("TERM", "xterm")];
    assert_eq!(
        look(Some(true), &xterm),
        Look::with(Theme::Dark, Depth::Sixteen, Signs::Letters)
    );
}

fn spelled(line: &str, signs: Signs) -> String {
    let mut buffer = Buffer::with_lines([line]);
    Look::with(Theme::Terminal, Depth::All, signs).paint(&mut buffer);
    buffer.content.iter().map(Cell::symbol).collect()
}

#[test]
fn marks_and_borders_have_a_sign_in_ascii() {
    assert_eq!(
        spelled("… ⇄ ! • ≠ ~ ✓ ✗", Signs::Letters),
        ". = ! * # ~ + x"
    );
    assert_eq!(spelled("╭─ Ana ─╮│█▌▸", Signs::Letters), "+- Ana -+|#=>");
    assert_eq!(spelled("Zoë 田", Signs::Letters).trim_end(), "Zoë 田");
    // One dot would end the sentence.
    assert_eq!(spelled("Northwi… │…", Signs::Letters), "Northw.. |.");
    assert_eq!(spelled("Zoë 田", Signs::Ascii).trim_end(), "Zoe ?");
}

#[test]
fn keys_are_spelt_out_where_there_is_room() {
    let row = |text: &str| spelled(&format!("{text:<34}|"), Signs::Letters);
    assert_eq!(
        row("⏎ open   ␣ done"),
        "Enter open   Space done           |"
    );
    assert_eq!(
        spelled("╰─ ⏎ do it ───────────╯", Signs::Letters),
        "+- Enter do it -------+"
    );
    assert_eq!(spelled("⏎ it ──╯ ⏎", Signs::Letters), "^ it --+ ^");
}
