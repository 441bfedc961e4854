//! The lunches ahead, where none compete.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use crate::app::{Context, Model};
use crate::domain::dates::{relative, short};
use crate::domain::hindsight::Hindsight;
use crate::domain::invite::{Invite, Reply};
use crate::domain::sentences::decision::hindsight;
use crate::domain::sentences::hour::start;
use crate::domain::sentences::lunch::{Names, reply};
use crate::ui::text::{fit, left};
use crate::ui::theme::{DIM, MILD, STRONG};
use crate::ui::viewports::Viewports;
use crate::ui::widget::list::List;
use crate::ui::widget::page::Page;
use crate::ui::widget::panel;

/// Draws the invites ahead.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    cx: &Context,
    view: &mut Viewports,
) {
    let rows = &model.lunch.ahead;
    let inside = panel::draw(
        frame,
        area,
        "Lunches ahead",
        &rows.keys().len().to_string(),
        true,
    );
    let above = above(frame, inside, model);
    let list_area = Rect {
        y: inside.y + above,
        height: inside.height - above,
        ..inside
    };
    view.page = usize::from(list_area.height);
    let columns = usize::from(list_area.width.saturating_sub(2));
    let list = List {
        len: rows.keys().len(),
        cursor: Some(rows.at()),
        focused: true,
        is_marked: |_| false,
    };
    list.draw(frame, list_area, &mut view.ahead, |index| {
        let invite = rows
            .keys()
            .get(index)
            .and_then(|id| model.book.invites.get(*id));
        invite.map_or_else(Row::default, |invite| row(invite, model, cx, columns))
    });
    panel::end_of_list(frame, area, &view.ahead, "");
}

/// What is said above the list; the rows it took.
fn above(frame: &mut Frame<'_>, area: Rect, model: &Model) -> u16 {
    let mut page = Page::new(area.width, 0);
    let pairs = model.lunch.pairs.keys().len();
    let compete = match pairs {
        0 => "No two lunches want the same hour. Where they do, both stand here side by side."
            .to_owned(),
        1 => "Two of them want the same hour: [ goes back to them.".to_owned(),
        pairs => format!("{pairs} times two of them want the same hour: [ goes back to them."),
    };
    page.text(&compete, DIM);
    if let Some(record) = hindsight(&Hindsight::of(&model.book)) {
        page.text(&record, DIM);
    }
    if model.lunch.ahead.keys().is_empty() {
        page.gap();
        let text = "{add} adds an invite. {import} brings a calendar in.";
        page.text(&model.keymap.fill(text), Style::new());
    }
    page.line("");
    let height = u16::try_from(page.len())
        .unwrap_or(u16::MAX)
        .min(area.height);
    page.draw(frame, Rect { height, ..area }, 0);
    height
}

fn row(invite: &Invite, model: &Model, cx: &Context, columns: usize) -> Row<'static> {
    let who = Names::whole(&model.book, invite, invite).a;
    let style = match invite.reply {
        Reply::NeedsAction | Reply::Tentative => MILD,
        Reply::Accepted => Style::new(),
        Reply::Declined => DIM,
    };
    // On a narrow screen a day without an hour says as much.
    let when = if invite.all_day && columns >= 70 {
        format!("{}, all day", short(invite.day(), cx.today))
    } else {
        start(invite, cx.today)
    };
    if columns < 70 {
        let name = left(&who, columns.saturating_sub(17 + 1 + 18));
        return Row::from(vec![
            Span::raw(left(&when, 17)),
            Span::styled(name, STRONG),
            Span::styled(format!(" {}", fit(reply(invite), 18)), style),
        ]);
    }
    let soon = relative(invite.day(), cx.today);
    let rest = columns.saturating_sub(19 + 12 + 20);
    // Where a place would be a stump, the name has all of the room.
    let name = if rest >= 46 { 28 } else { rest };
    Row::from(vec![
        Span::raw(left(&when, 19)),
        Span::styled(left(&soon, 12), DIM),
        Span::styled(left(reply(invite), 20), style),
        Span::styled(left(&who, name), STRONG),
        Span::raw(fit(&invite.place, rest - name).into_owned()),
    ])
}
