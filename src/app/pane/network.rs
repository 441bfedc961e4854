//! My network: the introductions as a board, who has gone quiet, and my circles.

use chrono::NaiveDate;

use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::introduction::{Introduction, IntroductionId, IntroductionStatus};
use crate::domain::network::{Circle, Picture, Waiting, waiting};
use crate::domain::relationship::Relationships;

/// What the network remembers.
#[derive(Clone, Default)]
pub struct NetworkPane {
    /// The rows that the cursor can stand on.
    pub rows: Rows<NetworkRow>,
    /// Everything that is drawn, headings included.
    pub lines: Vec<NetworkLine>,
    /// Which pane has the keys.
    pub focus: Focus,
    /// How many lines the record is scrolled down.
    pub scroll: usize,
    /// Whether the introductions that are over are shown.
    pub over_unfolded: bool,
    /// What stands there.
    shows: Shows,
    /// Whether the figures behind the sentence on circles are shown.
    pub figures: bool,
    /// Whom I know, as it was looked at last.
    pub picture: Picture,
    /// What waits for me first, likewise.
    pub waiting: Waiting,
    /// The book or the day changed since.
    is_stale: bool,
}

/// What stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Shows {
    /// The board of introductions, and the circles below it as a list.
    #[default]
    Board,
    /// The circles, drawn.
    Circles,
}

/// A row that the cursor can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkRow {
    /// An introduction.
    Introduction(IntroductionId),
    /// The heading of the introductions that are over: unfolds them.
    Over,
    /// Somebody who has gone quiet.
    Quiet(ContactId),
    /// The heading of the circles: draws them.
    Circles,
    /// A circle, by the first of its people.
    Circle(ContactId),
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkLine {
    /// A heading, with the number of rows below it.
    Heading(NetworkPart, usize),
    /// A row.
    Row(NetworkRow),
}

/// What stands below a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkPart {
    /// Introductions that have come so far.
    Board(IntroductionStatus),
    /// Those who have gone quiet.
    Quiet,
}

/// The parts of the board that are never folded, in the order in which an introduction goes through them.
const BOARD: [IntroductionStatus; 4] = [
    IntroductionStatus::Idea,
    IntroductionStatus::Asking,
    IntroductionStatus::Agreed,
    IntroductionStatus::Made,
];

impl NetworkPane {
    /// Works the rows out again, after the book or the day changed. Whom I know is looked at only for the screen in sight.
    pub(in crate::app) fn refresh(&mut self, book: &Book) {
        self.is_stale = true;
        self.put_rows(book);
    }

    /// Looks at whom I know, where that may have changed.
    pub(in crate::app) fn look(&mut self, book: &Book, between: &Relationships, today: NaiveDate) {
        if std::mem::take(&mut self.is_stale) {
            self.picture = Picture::of(book, between, today);
            self.waiting = waiting(book, today);
            self.put_rows(book);
        }
    }

    fn put_rows(&mut self, book: &Book) {
        self.lines.clear();
        if self.picture.circles.is_empty() {
            self.shows = Shows::Board;
        }
        if !self.is_drawn() {
            self.put_board(book);
        }
        let first = |circle: &Circle| circle.people.first().copied();
        let circles = self.picture.circles.iter().filter_map(first);
        let circles = circles.map(|first| NetworkLine::Row(NetworkRow::Circle(first)));
        self.lines.extend(circles);
        let keys = self.lines.iter().filter_map(|line| match line {
            NetworkLine::Row(row) => Some(*row),
            NetworkLine::Heading(..) => None,
        });
        let keys = keys.collect();
        self.rows.replace(keys);
    }

    /// The introductions, who has gone quiet, and the heading of the circles.
    fn put_board(&mut self, book: &Book) {
        for status in BOARD {
            let wishes = wishes(book, |wish| wish.status() == status);
            self.add(NetworkPart::Board(status), wishes);
        }
        let over = wishes(book, Introduction::is_over);
        if !over.is_empty() {
            self.lines.push(NetworkLine::Row(NetworkRow::Over));
            if self.over_unfolded {
                self.lines.extend(over.into_iter().map(NetworkLine::Row));
            }
        }
        let quiet = self.picture.quiet.iter().copied().map(NetworkRow::Quiet);
        self.add(NetworkPart::Quiet, quiet.collect());
        if !self.picture.circles.is_empty() {
            self.lines.push(NetworkLine::Row(NetworkRow::Circles));
        }
    }

    fn add(&mut self, part: NetworkPart, rows: Vec<NetworkRow>) {
        if !rows.is_empty() {
            self.lines.push(NetworkLine::Heading(part, rows.len()));
            self.lines.extend(rows.into_iter().map(NetworkLine::Row));
        }
    }

    /// Folds the introductions that are over, or unfolds them.
    pub(in crate::app) fn fold(&mut self, open: bool, book: &Book) {
        self.over_unfolded = open;
        self.put_rows(book);
    }

    /// Draws the circles in the place of the list, or shows the list again.
    pub(in crate::app) fn draw(&mut self, drawn: bool, book: &Book) {
        self.shows = if drawn { Shows::Circles } else { Shows::Board };
        self.put_rows(book);
    }

    /// Whether the circles are drawn, in the place of the list.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.shows == Shows::Circles
    }

    /// To the circle across, where they are drawn: half of them stand at each side.
    pub(in crate::app) fn across(&mut self) {
        let keys = self.rows.keys();
        let (at, half) = (self.rows.at(), keys.len().div_ceil(2));
        let across = if at < half { at + half } else { at - half };
        if let Some(key) = keys.get(across).copied() {
            self.rows.select(key);
        }
    }

    /// Puts the cursor on an introduction. Those that are over are unfolded for it.
    pub(in crate::app) fn show(&mut self, id: IntroductionId, book: &Book) {
        let row = NetworkRow::Introduction(id);
        self.draw(false, book);
        if !self.rows.select(row) {
            self.fold(true, book);
            self.rows.select(row);
        }
        self.scroll = 0;
    }

    /// The introduction under the cursor.
    #[must_use]
    pub fn introduction(&self) -> Option<IntroductionId> {
        match self.rows.selected()? {
            NetworkRow::Introduction(id) => Some(id),
            _ => None,
        }
    }

    /// The person under the cursor, where the row is about one.
    #[must_use]
    pub fn person(&self) -> Option<ContactId> {
        match self.rows.selected()? {
            NetworkRow::Quiet(id) => Some(id),
            _ => None,
        }
    }

    /// A circle, by the first of its people.
    #[must_use]
    pub fn circle(&self, first: ContactId) -> Option<&Circle> {
        let mut circles = self.picture.circles.iter();
        circles.find(|circle| circle.people.first() == Some(&first))
    }

    /// The people of the circle under the cursor; nobody where it stands on none.
    pub fn circle_under_cursor(&self) -> impl Iterator<Item = ContactId> {
        let circle = match self.rows.selected() {
            Some(NetworkRow::Circle(first)) => self.circle(first),
            _ => None,
        };
        circle
            .into_iter()
            .flat_map(|circle| circle.people.iter().copied())
    }

    /// What of it is drawn while names are hidden: the same rows, with the names that may be seen.
    #[must_use]
    pub(in crate::app) fn as_seen(&self, book: &Book) -> Self {
        let mut seen = self.clone();
        for circle in &mut seen.picture.circles {
            let first = circle.people.first();
            let first = first.and_then(|id| book.contacts.get(*id));
            circle.name = first.map_or_else(String::new, |contact| contact.circle.clone());
        }
        seen
    }
}

/// Introductions of a kind: those that wait longest for an answer first, then the latest made.
fn wishes(book: &Book, is_wanted: impl Fn(&Introduction) -> bool) -> Vec<NetworkRow> {
    let all = book.introductions.iter().map(AsRef::as_ref);
    let mut wishes: Vec<&Introduction> = all.filter(|wish| is_wanted(wish)).collect();
    wishes.sort_by_key(|wish| {
        let waits_since = wish.unanswered().into_iter().flatten().min();
        let ended = wish.declined.or(wish.made);
        (
            waits_since.is_none(),
            waits_since,
            std::cmp::Reverse(ended),
            wish.id,
        )
    });
    let rows = wishes.into_iter();
    rows.map(|wish| NetworkRow::Introduction(wish.id)).collect()
}
