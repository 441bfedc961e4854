//! How the room is shared out, by the width there is.

use ratatui::layout::{Constraint, Layout, Rect};

/// The least width at which anything is drawn, in columns.
pub const MIN_WIDTH: u16 = 40;
/// The least height at which anything is drawn, in rows.
pub const MIN_HEIGHT: u16 = 10;

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Room {
    /// Below 70 columns: one pane at a time.
    Narrow,
    /// From 70 columns: two panes.
    Medium,
    /// From 100 columns: list and record at ease.
    Wide,
}

impl Room {
    /// The room of an area.
    pub(super) const fn of(area: Rect) -> Self {
        match area.width {
            0..70 => Self::Narrow,
            70..100 => Self::Medium,
            _ => Self::Wide,
        }
    }
}

/// The room behind a column of air at the left.
pub(super) fn behind_margin(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1).min(area.right()),
        width: area.width.saturating_sub(1),
        ..area
    }
}

/// List and record side by side; on a narrow screen only the one in focus gets room, and a list without rows has all of
/// it.
pub(super) fn list_and_detail(
    area: Rect,
    rows: usize,
    detail_in_focus: bool,
) -> (Option<Rect>, Option<Rect>) {
    if rows == 0 {
        return (Some(area), None);
    }
    beside(area, 46, detail_in_focus)
}

/// The same with a list that has so many per cent of the width.
fn beside(area: Rect, share: u16, detail_in_focus: bool) -> (Option<Rect>, Option<Rect>) {
    match Room::of(area) {
        Room::Narrow if detail_in_focus => (None, Some(area)),
        Room::Narrow => (Some(area), None),
        Room::Medium | Room::Wide => {
            let share = Constraint::Percentage(share);
            let [list, detail] = Layout::horizontal([share, Constraint::Min(0)]).areas(area);
            (Some(list), Some(detail))
        }
    }
}

/// A list of so few rows that the record gets the most of the room: beside it on a wide screen, below it on a medium one.
pub(super) fn short_list_and_detail(
    area: Rect,
    rows: usize,
    detail_in_focus: bool,
) -> (Option<Rect>, Option<Rect>) {
    if rows == 0 {
        return (Some(area), None);
    }
    if Room::of(area) != Room::Medium || area.height < 12 {
        return beside(area, 40, detail_in_focus);
    }
    let rows = u16::try_from(rows.min(4)).unwrap_or(4);
    let [list, detail] =
        Layout::vertical([Constraint::Length(rows + 2), Constraint::Min(0)]).areas(area);
    (Some(list), Some(detail))
}

/// List and record, one above the other where there is height for both but no width for long rows.
pub(super) fn ledger_and_detail(
    area: Rect,
    rows: usize,
    detail_in_focus: bool,
) -> (Option<Rect>, Option<Rect>) {
    if rows == 0 {
        return (Some(area), None);
    }
    if Room::of(area) == Room::Medium && area.height >= 16 {
        let [list, detail] =
            Layout::vertical([Constraint::Percentage(56), Constraint::Min(0)]).areas(area);
        return (Some(list), Some(detail));
    }
    // The rows of a ledger are sentences.
    let (list, detail) = beside(area, 54, detail_in_focus);
    match (list, detail) {
        (Some(list), Some(detail)) if Room::of(area) == Room::Medium => {
            if detail_in_focus {
                (None, Some(list.union(detail)))
            } else {
                (Some(list.union(detail)), None)
            }
        }
        both => both,
    }
}

/// Columns beside a sheet that would show nothing of what lies behind but its border.
const SLIVER: u16 = 4;

/// A sheet in the middle, as large as it needs to be and as there is room for.
pub(super) fn sheet(area: Rect, width: u16, height: u16) -> Rect {
    let height = height.min(area.height);
    let is_sliver = area.width.saturating_sub(width) < 2 * SLIVER;
    let width = if is_sliver { area.width } else { width };
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

/// A sheet at the lower edge, so that the answer it is about stays in sight above it.
pub(super) fn low_sheet(area: Rect, width: u16, height: u16) -> Rect {
    let sheet = sheet(area, width, height);
    Rect {
        y: area.bottom() - sheet.height,
        ..sheet
    }
}

/// Figures and the entries behind them: a figure needs less room than a sentence, and its bar takes what there is. By
/// month they need a little more.
pub(super) fn figures_and_entries(
    area: Rect,
    in_entries: bool,
    by_month: bool,
) -> (Option<Rect>, Option<Rect>) {
    beside(area, if by_month { 60 } else { 56 }, in_entries)
}
