//! A file that brings people: its path, and what was found in it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::LineGauge;

use super::{field, page::Page, panel};
use crate::app::Model;
use crate::app::keymap::Scope;
use crate::app::sheet::{Found, ImportSheet, Stage};
use crate::domain::import_plan::Progress;
use crate::ui::layout::sheet;
use crate::ui::theme::{ACCENT, DIM, MILD, STRONG};
use crate::ui::viewports::Viewports;

/// Draws the import.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    import: &ImportSheet,
    model: &Model,
    view: &mut Viewports,
) {
    match &import.stage {
        Stage::Found(found) => draw_found(frame, body, found, model, view),
        _ => draw_path(frame, body, import, model),
    }
}

/// The path, with what became of it.
fn draw_path(frame: &mut Frame<'_>, body: Rect, import: &ImportSheet, model: &Model) {
    let columns = body.width.min(76);
    let mut page = Page::new(columns.saturating_sub(4), 0);
    page.text(
        "The path of a vCard (.vcf), a table (.csv) or a calendar (.ics), as a phone, Google, LinkedIn, Outlook and Apple \
         export them, or of a folder of such files. It is shown before anything is kept.",
        DIM,
    );
    page.gap();
    match &import.stage {
        Stage::Refused(why) => page.text(why, MILD),
        Stage::Reading(progress) => page.text(&reading(*progress), STRONG),
        Stage::Path | Stage::Found(_) => {}
    }
    page.gap();
    let height = u16::try_from(page.len() + 3).unwrap_or(u16::MAX);
    let area = sheet(body, columns, height);
    let inside = panel::sheet(frame, area, "Bring people in", &model.keymap, Scope::Path);
    let above = Rect {
        height: inside.height.saturating_sub(1),
        ..inside
    };
    page.draw(frame, above, 0);
    let line = Rect {
        y: inside.bottom().saturating_sub(1),
        height: 1.min(inside.height),
        ..inside
    };
    field::draw(frame, line, &import.input, true);
    if let Stage::Reading(progress) = &import.stage {
        // Below the sentence that says so.
        let row = Rect {
            y: line.y.saturating_sub(1).max(inside.y),
            height: 1.min(above.height),
            ..inside
        };
        frame.render_widget(gauge(*progress), row);
    }
}

/// How far the reading is, in words.
fn reading(progress: Progress) -> String {
    let met = match progress.entries {
        0 => String::new(),
        entries => format!(" {entries} entries so far."),
    };
    format!("Reading it.{met} Esc stops it; nothing is kept.")
}

fn gauge(progress: Progress) -> LineGauge<'static> {
    LineGauge::default()
        .ratio(progress.share())
        .filled_symbol("█")
        .unfilled_symbol("·")
        .filled_style(ACCENT)
        .unfilled_style(DIM)
}

/// What the file would do to the book: counts first.
fn draw_found(
    frame: &mut Frame<'_>,
    body: Rect,
    found: &Found,
    model: &Model,
    view: &mut Viewports,
) {
    let columns = body.width.min(90);
    let mut page = Page::new(columns.saturating_sub(4), 0);
    page.text("Nothing of it is kept yet.", STRONG);
    page.gap();
    write(&mut page, &found.lines);
    page.gap();
    page.text("A card goes to the person with its e-mail address or its name. Nothing that you wrote is lost.", DIM);
    let height = u16::try_from(page.len() + 2).unwrap_or(u16::MAX);
    let area = sheet(body, columns, height);
    let inside = panel::sheet(
        frame,
        area,
        "What the file brings",
        &model.keymap,
        Scope::Found,
    );
    view.page = usize::from(inside.height);
    view.detail_reach = page.draw(frame, inside, found.scroll);
    if found.scroll < view.detail_reach {
        panel::more(frame, area, "↓");
    }
}

/// The preview: headings, and below them records and their fields, each further in.
fn write(page: &mut Page, lines: &[String]) {
    for (at, line) in lines.iter().enumerate() {
        let is_heading = lines.get(at + 1).is_some_and(|next| next.starts_with(' '));
        if let Some(field) = line.strip_prefix("    ") {
            page.indented(4, field, Style::new());
        } else if let Some(record) = line.strip_prefix("  ") {
            page.indented(2, record, Style::new());
        } else if is_heading {
            page.heading(line);
        } else if line.is_empty() {
            page.gap();
        } else {
            page.text(line, Style::new());
        }
    }
}
