//! Choices: the questions I put to myself about one person, and the sheet of the one under the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::choice_sheet;
use crate::app::screen::Focus;
use crate::app::{Context, Model};
use crate::domain::options::{OptionSet, Stage};
use crate::domain::sentences::name;
use crate::ui::layout::short_list_and_detail;
use crate::ui::text::{fit, left};
use crate::ui::theme::{ASKS, DIM, DONE, STRONG, Sign};
use crate::ui::viewports::Viewports;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;
use crate::ui::widget::tally::{Marked, tally};

/// Draws the choices.
pub(in crate::ui) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let in_sheet = model.choices.focus == Focus::Detail;
    let rows = model.choices.rows.keys().len();
    let selected = model.choices.selected(&model.book);
    let (list, detail) = short_list_and_detail(area, rows, in_sheet);
    if let (Some(detail), Some(set)) = (detail, selected) {
        choice_sheet::draw(frame, detail, set, model, cx, view);
    }
    if let Some(list) = list {
        choices(frame, list, model, view);
    }
}

fn choices(frame: &mut Frame<'_>, area: Rect, model: &Model, view: &mut Viewports) {
    let pane = &model.choices;
    let focused = pane.focus == Focus::List || pane.rows.keys().is_empty();
    let keys = pane.rows.keys();
    let is_open = |set: &&std::sync::Arc<OptionSet>| pane.stage(set.id) == Stage::Open;
    let open = model.book.option_sets.iter().filter(is_open).count();
    let usual = match pane.total {
        0 => String::new(),
        _ => format!("{open} open"),
    };
    let note = tally(
        Marked::default(),
        &pane.filter,
        (keys.len(), pane.total),
        usual,
    );
    let inside = panel::draw(frame, area, "Choices", &note, focused);
    if focused {
        view.page = usize::from(inside.height);
    }
    if keys.is_empty() {
        empty(frame, inside, model);
        return;
    }
    let columns = usize::from(inside.width.saturating_sub(2));
    let list = List {
        len: keys.len(),
        cursor: Some(pane.rows.at()),
        focused,
        is_marked: |_| false,
    };
    list.draw(frame, inside, &mut view.choices, |index| {
        let set = keys
            .get(index)
            .and_then(|id| model.book.option_sets.get(*id));
        set.map_or_else(Line::default, |set| row(set, model, columns))
    });
    panel::end_of_list(frame, area, &view.choices, "");
}

/// Mark, person, question, how far it has come.
fn row(set: &OptionSet, model: &Model, columns: usize) -> Line<'static> {
    let stage = model.choices.stage(set.id);
    let plain = Sign {
        glyph: " ",
        style: STRONG,
    };
    let sign = match stage {
        Stage::LookBack => ASKS,
        Stage::Open => plain,
        Stage::Decided | Stage::LookedBack => DONE,
    };
    let word = stage.name();
    let word_columns = 11;
    let who = if columns < 50 { 12 } else { 16 };
    let room = columns.saturating_sub(2 + who + 1 + word_columns + 1);
    let text = if stage == Stage::LookedBack {
        DIM
    } else {
        Style::new()
    };
    Line::from(vec![
        Span::styled(format!("{} ", sign.glyph), sign.style),
        Span::styled(left(name(&model.book, set.contact), who), STRONG),
        Span::raw(" "),
        Span::styled(left(&set.question, room), text),
        Span::styled(format!(" {}", fit(word, word_columns)), sign.style),
    ])
}

fn empty(frame: &mut Frame<'_>, area: Rect, model: &Model) {
    let mut page = Page::new(area.width, 0);
    page.line("");
    if model.choices.filter.is_set() {
        let text = "No choice matches. {back} shows all again.";
        page.text(&model.keymap.fill(text), Style::new());
    } else {
        page.text("No choice is written down.", STRONG);
        page.gap();
        let text = "Where a quick win for you and what is good for them pull apart, put the ways to act side by side: \
                    what each does for them now and in a year, whether they know all that matters, whether you would \
                    show your reasons. What you would get is never counted.";
        page.text(text, Style::new());
        page.gap();
        let text = "{add} begins one: for whom, and what is to be chosen.";
        page.text(&model.keymap.fill(text), Style::new());
    }
    page.draw(frame, area, 0);
}
