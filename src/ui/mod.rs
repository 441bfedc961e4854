//! Drawing. Pure but for the memory of scroll offsets: it reads the state and changes nothing of it.

mod layout;
mod screen;
mod text;
mod theme;
mod viewports;
mod widget;

use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;

use crate::app::modal::{HelpPage, Modal};
use crate::app::{Context, Model, Screen};

pub use layout::{MIN_HEIGHT, MIN_WIDTH};
pub use theme::Look;
pub use viewports::Viewports;

/// Draws the state.
pub fn render(frame: &mut Frame<'_>, model: &Model, cx: &Context, view: &mut Viewports) {
    view.forget_places();
    draw(frame, model, cx, view);
    view.look.paint(frame.buffer_mut());
}

fn draw(frame: &mut Frame<'_>, model: &Model, cx: &Context, view: &mut Viewports) {
    let area = frame.area();
    if area.width < MIN_WIDTH || area.height < MIN_HEIGHT {
        too_small(frame, area);
        return;
    }
    // Under the veil everything is drawn from a state in which nothing private stands.
    let seen = model.as_seen(cx);
    let model = seen.as_ref().unwrap_or(model);
    let footer = widget::footer::height(area, model);
    let [header, body, footer] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(footer),
    ])
    .areas(area);
    widget::header::draw(frame, header, model, cx, view);
    // A sheet of answers hides what it is about: the result must not lead the answers.
    if let Some(Modal::Answers(answers)) = &model.modal {
        screen::answers::draw(frame, body, answers, model, cx);
    } else {
        match model.screen {
            Screen::Today if model.is_beginning() => screen::first::draw(frame, body, model),
            Screen::Today => screen::today::draw(frame, body, model, cx, view),
            Screen::Contacts => screen::contacts::draw(frame, body, model, cx, view),
            Screen::Promises => screen::promises::draw(frame, body, model, cx, view),
            Screen::Lunch => screen::lunch::draw(frame, body, model, cx, view),
            Screen::Choices => screen::choices::draw(frame, body, model, cx, view),
            Screen::Network => screen::network::draw(frame, body, model, cx, view),
            Screen::Review => screen::review::draw(frame, body, model, cx, view),
        }
        modal(frame, body, model, cx, view);
    }
    widget::footer::draw(frame, footer, model);
}

fn modal(frame: &mut Frame<'_>, body: Rect, model: &Model, cx: &Context, view: &mut Viewports) {
    match &model.modal {
        Some(Modal::Help {
            about,
            page,
            scroll,
            ..
        }) => match page {
            HelpPage::Keys => widget::help::draw(frame, body, *about, *scroll, model, view),
            HelpPage::Formulas => widget::formulas::draw(frame, body, *about, model, *scroll, view),
        },
        Some(Modal::Form(form)) => widget::form::draw(frame, body, form, model, cx, view),
        Some(Modal::Decision(sheet)) => widget::decision::draw(frame, body, sheet, model, cx, view),
        Some(Modal::Capture(line)) => widget::capture::draw(frame, body, line, model, cx),
        Some(Modal::Draft(sheet)) => widget::draft::draw(frame, body, sheet, (model, cx), view),
        Some(Modal::Menu(menu)) => widget::menu::draw(frame, body, menu, &model.keymap, view),
        Some(Modal::Why(sheet)) => widget::why::draw(frame, body, *sheet, model, cx, view),
        Some(Modal::Brief(sheet)) => widget::brief::draw(frame, body, *sheet, model, cx, view),
        Some(Modal::Values(sheet)) => widget::values::draw(frame, body, *sheet, model, cx, view),
        Some(Modal::Import(import)) => widget::import::draw(frame, body, import, model, view),
        Some(Modal::Palette(palette)) => widget::palette::draw(frame, body, palette, model, view),
        Some(Modal::Find(sheet)) => widget::find::draw(frame, body, sheet, model, cx.today, view),
        Some(Modal::Reach(sheet)) => widget::reach::draw(frame, body, sheet, model, cx, view),
        Some(Modal::Steps(sheet)) => widget::steps::draw(frame, body, sheet, model, cx, view),
        Some(Modal::Duplicates(sheet)) => {
            widget::duplicates::draw(frame, body, *sheet, model, view);
        }
        Some(Modal::SideBySide(sides)) => {
            widget::side_by_side::draw(frame, body, sides, model, cx, view);
        }
        Some(Modal::Tags(line)) => widget::tags::draw(frame, body, line, model),
        Some(Modal::Views(sheet)) => widget::views::draw(frame, body, sheet, model, view),
        Some(Modal::NameView(named)) => widget::views::draw_name(frame, body, named, model),
        Some(Modal::Covered) => widget::covered::draw(frame, body, model),
        Some(Modal::Answers(_)) | None => {}
    }
}

fn too_small(frame: &mut Frame<'_>, area: Rect) {
    let text = format!("goodword needs {MIN_WIDTH}x{MIN_HEIGHT}");
    frame.render_widget(Paragraph::new(text).alignment(Alignment::Center), area);
}
