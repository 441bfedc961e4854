//! Lunch: two invites for one hour, side by side. The answer first, then the lines behind it, then the ways on.
//!
//! ```text
//!                        Bob Reyes │ Dana Liu
//!   What it does for them  ████████│███
//! ```

mod figures;
mod rows;
mod ways;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::week;
use crate::app::pane::LunchPane;
use crate::app::{Context, Model};
use crate::domain::conflict::{Conflict, untruth};
use crate::domain::sentences::lunch::{Case, NOT_COUNTED};
use crate::ui::layout::Room;
use crate::ui::theme::STRONG;
use crate::ui::viewports::Viewports;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;
use rows::Columns;

/// The columns of the labels below the lines.
const LABEL: usize = 13;

/// Draws the pair in sight, or the invites ahead where none compete.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    match model
        .lunch
        .pair()
        .and_then(|pair| case(model, pair, cx.today))
    {
        Some(case) => compare(frame, area, &case, model, view),
        None => week::draw(frame, area, model, cx, view),
    }
}

/// The answer about a pair, for other screens.
pub(in crate::ui) fn summary(model: &Model, pair: Conflict, today: NaiveDate) -> Vec<String> {
    case(model, pair, today).map_or_else(Vec::new, |case| case.headline())
}

fn case(model: &Model, pair: Conflict, today: NaiveDate) -> Option<Case<'_>> {
    let untruth = untruth(&model.book, pair);
    Case::of(
        &model.book,
        &model.derived.relationships,
        pair,
        untruth,
        today,
    )
}

fn compare(
    frame: &mut Frame<'_>,
    area: Rect,
    case: &Case<'_>,
    model: &Model,
    view: &mut Viewports,
) {
    let title = format!(
        "{} · {}",
        case.hours(),
        case.of_how_many(&model.derived.conflicts, Room::of(area) == Room::Wide)
    );
    let (at, all) = (model.lunch.pairs.at() + 1, model.lunch.pairs.keys().len());
    let note = if all > 1 {
        format!("{at} of {all}  ] next")
    } else {
        String::new()
    };
    let inside = panel::draw(frame, area, &title, &note, true);
    let roomy = inside.height >= 28 && Room::of(area) == Room::Wide;
    let rows = usize::from(inside.height);
    let sheet = Sheet {
        case,
        pane: &model.lunch,
        columns: Columns::of(inside),
        width: usize::from(inside.width),
        roomy,
        air: Air::None,
    };
    view.sides = Some(sheet.columns.sides(inside));
    let (page, cursor) = sheet.fitting(inside);
    // On a low screen the line under the cursor stays in sight, whatever was scrolled.
    let least = (cursor + 1).saturating_sub(rows);
    let scroll = model.lunch.scroll.max(least);
    view.page = rows;
    view.detail_reach = page.draw(frame, inside, scroll);
    if scroll < view.detail_reach {
        panel::more(frame, area, "PgDn");
    }
    if case.is_danger() {
        return;
    }
    let not_counted = format!("Not counted: {NOT_COUNTED}");
    let and_you = format!("{not_counted} You decide.");
    let short = "Not counted: your own gain. You decide.";
    panel::below(frame, area, &[&and_you, short, "You decide."]);
}

struct Sheet<'a> {
    case: &'a Case<'a>,
    pane: &'a LunchPane,
    columns: Columns,
    width: usize,
    /// Whether there is room for what explains the rows.
    roomy: bool,
    air: Air,
}

/// How much air there is between the parts; without any the other ways stand last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Air {
    None,
    Some,
    Plenty,
}

impl Sheet<'_> {
    /// The answer, a sentence a row; where there is little room the reasons run on.
    fn headline(&self, page: &mut Page) {
        let sentences = self.case.headline();
        let Some((first, reasons)) = sentences.split_first() else {
            return;
        };
        page.text(first, STRONG);
        if self.roomy {
            for reason in reasons {
                page.text(reason, Style::new());
            }
        } else if !reasons.is_empty() {
            page.text(&reasons.join(" "), Style::new());
        }
    }

    /// Everything on a page with as much air as fits, and the row of the line under the cursor.
    fn fitting(mut self, inside: Rect) -> (Page, usize) {
        let airs: &[Air] = if self.roomy {
            &[Air::Plenty, Air::Some]
        } else {
            &[]
        };
        for air in airs {
            self.air = *air;
            let (page, cursor) = self.page(inside);
            if page.len() <= usize::from(inside.height) {
                return (page, cursor);
            }
        }
        self.air = Air::None;
        self.page(inside)
    }

    fn page(&self, inside: Rect) -> (Page, usize) {
        let mut page = Page::new(inside.width, self.label_columns());
        let cursor = self.write(&mut page);
        (page, cursor)
    }

    /// Writes everything; gives the row of the line under the cursor.
    fn write(&self, page: &mut Page) -> usize {
        if self.air == Air::Plenty {
            page.line("");
        }
        self.headline(page);
        if self.case.is_danger() {
            page.gap();
            self.people(page);
            self.danger(page);
            return 0;
        }
        if self.roomy {
            page.gap();
        }
        self.people(page);
        if self.pane.figures && !self.roomy {
            figures::write(page, self.case, self.pane.line);
            return 0;
        }
        let cursor = self.lines(page);
        if self.roomy {
            page.gap();
        }
        if self.pane.figures {
            figures::write(page, self.case, self.pane.line);
        } else {
            self.detail(page);
            if self.air > Air::None {
                page.gap();
            }
            self.ways(page);
        }
        cursor
    }
}
