//! The lunches ahead, where none compete.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Row, Span};

use crate::app::{Context, Model};
use crate::domain::dates::{relative, short};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, Reply};
use crate::domain::sentences::lunch::Names;
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
    let mut page = Page::new(inside.width, 0);
    page.text(
        "No two lunches want the same hour. Where they do, both stand here side by side.",
        DIM,
    );
    if rows.keys().is_empty() {
        page.gap();
        page.text(
            "A adds an invite. A calendar comes in from a shell: goodword import calendar.ics",
            Style::new(),
        );
    }
    page.line("");
    let above = u16::try_from(page.len())
        .unwrap_or(u16::MAX)
        .min(inside.height);
    page.draw(
        frame,
        Rect {
            height: above,
            ..inside
        },
        0,
    );
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
    };
    list.draw(frame, list_area, &mut view.ahead, |index| {
        let invite = rows
            .keys()
            .get(index)
            .and_then(|id| model.book.invites.get(*id));
        invite.map_or_else(Row::default, |invite| row(invite, model, cx, columns))
    });
}

fn row(invite: &Invite, model: &Model, cx: &Context, columns: usize) -> Row<'static> {
    let who = Names::whole(&model.book, invite, invite).a;
    let (answer, style) = match (invite.host, invite.reply) {
        (_, Reply::NeedsAction) => ("no answer yet", MILD),
        (_, Reply::Tentative) => ("maybe", MILD),
        (Party::Them, Reply::Accepted) => ("you said yes", Style::new()),
        (Party::Me, Reply::Accepted) => ("they said yes", Style::new()),
        (_, Reply::Declined) => ("no", DIM),
    };
    let when = format!(
        "{} {}",
        short(invite.day(), cx.today),
        invite.start.format("%H:%M")
    );
    let soon = relative(invite.day(), cx.today);
    let room = columns.saturating_sub(18 + 12 + 15);
    Row::from(vec![
        Span::raw(left(&when, 18)),
        Span::styled(left(&soon, 12), DIM),
        Span::styled(left(answer, 15), style),
        Span::styled(
            fit(&format!("{who}  {}", invite.place), room).into_owned(),
            STRONG,
        ),
    ])
}
