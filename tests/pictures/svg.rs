//! A screen as a picture.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// The width and height of a cell, and the room around them, in tenths of a pixel.
const CELL: (u32, u32) = (84, 175);
const MARGIN: u32 = 180;

/// What a picture stands on: a page shows the one that goes with its own ground.
#[derive(Clone, Copy)]
pub(super) enum Ground {
    Dark,
    Light,
}

/// The colours of a terminal as they read well on the ground of the picture.
struct Paint {
    ground: &'static str,
    ink: &'static str,
    /// By their numbers, 0 to 15.
    colors: [&'static str; 16],
}

const DARK: Paint = Paint {
    ground: "#1b1e27",
    ink: "#d6dae4",
    colors: [
        "#2b303b", "#f2777a", "#9ccc7a", "#f0c674", "#7aa6da", "#c397d8", "#70c0ba", "#c5c8c6",
        "#7c8290", "#ff9a9d", "#b9e29b", "#ffdf9e", "#a3c7f0", "#dcb8ec", "#9fe0db", "#ffffff",
    ],
};

const LIGHT: Paint = Paint {
    ground: "#fbfaf7",
    ink: "#262a31",
    colors: [
        "#262a31", "#b3261e", "#2d6a2f", "#7d5700", "#1f5fa8", "#7b3fa0", "#0b6478", "#5b626c",
        "#6b7280", "#9c1c15", "#23571f", "#674800", "#174e8c", "#673187", "#075264", "#dfe2e6",
    ],
};

impl Ground {
    const fn paint(self) -> &'static Paint {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
        }
    }
}

/// A screen as a picture: one text for each run of one style, blocks as shapes, so that no font can tear a bar.
pub(super) fn of(buffer: &Buffer, ground: Ground) -> String {
    let paint = ground.paint();
    let (columns, rows) = (u32::from(buffer.area.width), u32::from(buffer.area.height));
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\">\n\
         <rect width=\"{w}\" height=\"{h}\" rx=\"10\" fill=\"{ground}\"/>\n\
         <g shape-rendering=\"crispEdges\" font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" \
         font-size=\"14\" fill=\"{ink}\">\n",
        ground = paint.ground,
        ink = paint.ink,
        w = px(width),
        h = px(height),
    );
    for y in 0..buffer.area.height {
        let mut runs: Vec<Run> = Vec::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let cell = &buffer[(x, y)];
            let columns = u16::try_from(cell.symbol().width().max(1)).unwrap();
            skip = columns - 1;
            match runs.last_mut() {
                Some(run) if run.takes(cell, columns, paint) => run.push(cell, columns),
                _ => runs.push(Run::new(x, cell, columns, paint)),
            }
        }
        for run in runs {
            run.draw(&mut out, y, paint);
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// Neighbours that look the same.
struct Run {
    x: u16,
    columns: u16,
    text: String,
    look: Look,
    kind: Kind,
}

#[derive(PartialEq)]
struct Look {
    ink: &'static str,
    ground: Option<&'static str>,
    modifier: Modifier,
}

#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Text,
    /// A character of two columns, which fonts draw as they like: placed on its own.
    Wide,
    /// A block from the left or the right edge, in eighths.
    Block,
}

impl Run {
    fn new(x: u16, cell: &Cell, columns: u16, paint: &Paint) -> Self {
        let text = cell.symbol().to_owned();
        let (look, kind) = (look(cell, paint), kind(cell, columns));
        Self {
            x,
            columns,
            text,
            look,
            kind,
        }
    }

    fn takes(&self, cell: &Cell, columns: u16, paint: &Paint) -> bool {
        let fits = match self.kind {
            Kind::Text => kind(cell, columns) == Kind::Text,
            Kind::Wide => false,
            Kind::Block => self.text.ends_with('█') && cell.symbol() == "█",
        };
        fits && self.look == look(cell, paint)
    }

    fn push(&mut self, cell: &Cell, columns: u16) {
        self.text.push_str(cell.symbol());
        self.columns += columns;
    }

    fn draw(&self, out: &mut String, y: u16, paint: &Paint) {
        let (left, top) = (
            MARGIN + u32::from(self.x) * CELL.0,
            MARGIN + u32::from(y) * CELL.1,
        );
        let width = u32::from(self.columns) * CELL.0;
        if let Some(ground) = self.look.ground {
            rect(out, (left, top), (width, CELL.1), ground, "");
        }
        if let Some((edge, eighths)) = block(&self.text) {
            // A little air above and below, so that two bars are two.
            let part = if eighths == 8 {
                width
            } else {
                CELL.0 * eighths / 8
            };
            let left = if edge == Edge::Right {
                left + width - part
            } else {
                left
            };
            let faint = fading(self.look.modifier);
            rect(
                out,
                (left, top + 15),
                (part, CELL.1 - 30),
                self.look.ink,
                faint,
            );
            return;
        }
        let words = self.text.trim_end();
        let text = words.trim_start();
        if text.is_empty() {
            return;
        }
        let before = u32::try_from(words.width() - text.width()).unwrap();
        let columns = u32::try_from(text.width()).unwrap();
        writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" textLength=\"{}\" xml:space=\"preserve\"{}>{}</text>",
            px(left + before * CELL.0),
            px(top + 132),
            px(columns * CELL.0),
            self.look.attributes(paint),
            escaped(text),
        )
        .unwrap();
    }
}

impl Look {
    fn attributes(&self, paint: &Paint) -> String {
        let mut all = String::new();
        if self.ink != paint.ink {
            write!(all, " fill=\"{}\"", self.ink).unwrap();
        }
        if self.modifier.contains(Modifier::BOLD) {
            all.push_str(" font-weight=\"bold\"");
        }
        if self.modifier.contains(Modifier::CROSSED_OUT) {
            all.push_str(" text-decoration=\"line-through\"");
        }
        all.push_str(fading(self.modifier));
        all
    }
}

fn fading(modifier: Modifier) -> &'static str {
    if modifier.contains(Modifier::DIM) {
        " opacity=\"0.62\""
    } else {
        ""
    }
}

fn rect(out: &mut String, at: (u32, u32), size: (u32, u32), fill: &str, more: &str) {
    let [x, y, width, height] = [at.0, at.1, size.0, size.1].map(px);
    writeln!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{more}/>"
    )
    .unwrap();
}

/// Tenths of a pixel as pixels.
fn px(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        part => format!("{}.{part}", tenths / 10),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            control if control.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            char => out.push(char),
        }
    }
    out
}

fn kind(cell: &Cell, columns: u16) -> Kind {
    match (columns, block(cell.symbol())) {
        (2.., _) => Kind::Wide,
        (_, Some(_)) => Kind::Block,
        (_, None) => Kind::Text,
    }
}

#[derive(PartialEq, Clone, Copy)]
enum Edge {
    Left,
    Right,
}

/// From which edge a block stands, and how many eighths of a column it is wide; of several, they are whole.
fn block(text: &str) -> Option<(Edge, u32)> {
    let first = text.chars().next()?;
    let eighths = "▏▎▍▌▋▊▉█".chars().position(|block| block == first);
    match (first, eighths) {
        ('▐', _) => Some((Edge::Right, 4)),
        (_, Some(at)) => Some((Edge::Left, u32::try_from(at + 1).ok()?)),
        (_, None) => None,
    }
}

fn look(cell: &Cell, paint: &Paint) -> Look {
    let ink = color(cell.fg, paint).unwrap_or(paint.ink);
    let ground = color(cell.bg, paint);
    let (ink, ground) = if cell.modifier.contains(Modifier::REVERSED) {
        (ground.unwrap_or(paint.ground), Some(ink))
    } else {
        (ink, ground)
    };
    let shown = Modifier::BOLD | Modifier::DIM | Modifier::CROSSED_OUT;
    Look {
        ink,
        ground,
        modifier: cell.modifier & shown,
    }
}

/// A colour of a terminal; none for the terminal's own.
fn color(color: Color, paint: &Paint) -> Option<&'static str> {
    let number = match color {
        Color::Reset => return None,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        other => panic!("{other} has no place in the picture: the screens keep to the 16 colours"),
    };
    paint.colors.into_iter().nth(number)
}
