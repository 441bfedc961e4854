//! The rows of the sheet: the questions, the answers of both people beside each other, and what the book knows.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::sheet::{Answers, Question, aims, movable};
use crate::app::{Context, Model};
use crate::domain::comparison::{Side, wait_matters};
use crate::domain::conflict::{has_my_word, reading};
use crate::domain::dates::{self, relative, short};
use crate::domain::incident::Party;
use crate::domain::invite::{Help, Invite, NextChance};
use crate::domain::sentences::lunch::reply;
use crate::domain::sentences::{name, words};
use crate::ui::text::{fit, left, wrap};
use crate::ui::theme::{ACCENT, CURSOR, DIM, HEADING, STRONG};

/// A label, and what the book says of each invite.
type Fact<'a> = (&'static str, &'a dyn Fn(&Invite) -> String);

/// The sheet, with both invites.
pub(super) struct Sheet<'a> {
    pub(super) answers: &'a Answers,
    pub(super) model: &'a Model,
    pub(super) cx: &'a Context,
    pub(super) a: &'a Invite,
    pub(super) b: &'a Invite,
}

impl Sheet<'_> {
    /// The lines, and which of them has the answer under the cursor.
    pub(super) fn lines(&self, width: usize) -> (Vec<Line<'static>>, usize) {
        let mut lines = vec![self.names(width), Line::default()];
        let mut cursor = 0;
        let is_wait_needed = self.is_wait_needed();
        for question in self.answers.questions() {
            let is_idle = *question == Question::NextChance && !is_wait_needed;
            asks(&mut lines, *question, is_idle, width);
            if *question == self.answers.question {
                cursor = lines.len();
            }
            let style = if is_idle { DIM } else { Style::new() };
            lines.push(self.row(*question, style, width));
            if *question == Question::Help {
                self.brake(&mut lines, width);
            }
        }
        self.book(&mut lines, width);
        (lines, cursor)
    }

    /// Whether any answer about the next chance could turn the lines. Asked before help is answered, it might.
    fn is_wait_needed(&self) -> bool {
        let (book, between) = (&self.model.book, &self.model.derived.relationships);
        let read = |invite: &Invite, side: Side| {
            let mut invite = invite.clone();
            invite.assessment = Some(self.answers.about(side).clone());
            reading(book, between, &invite, self.cx.today)
        };
        let (a, b) = (read(self.a, Side::A), read(self.b, Side::B));
        let order = &book.settings.order_of_lines;
        let is_answered = a.help.is_some() && b.help.is_some();
        let matters = |side: Side| wait_matters(&a, &b, order, side);
        !is_answered || matters(Side::A) || matters(Side::B)
    }

    fn names(&self, width: usize) -> Line<'static> {
        let who = |invite: &Invite| {
            let first = invite.with.first();
            first
                .map_or("nobody", |contact| name(&self.model.book, *contact))
                .to_owned()
        };
        columns("", who(self.a), who(self.b), width, STRONG, None)
    }

    /// Help that is rated high is asked about once more: the rating is easily a wish of mine.
    fn brake(&self, lines: &mut Vec<Line<'static>>, width: usize) {
        let is_high = |side| self.answers.about(side).help >= Some(Help::Important);
        if is_high(Side::A) || is_high(Side::B) {
            let text = "   Ask yourself: would you go if you could sell them nothing?";
            add(lines, text, DIM, width);
        }
    }

    fn row(&self, question: Question, style: Style, width: usize) -> Line<'static> {
        let label = match question {
            Question::Help => "   your answer",
            Question::Aim => "   for which problem",
            Question::NextChance => "   next chance",
            Question::Advances => "   promise it keeps",
            Question::Horizon => "   it matters for",
            Question::Untruth => "   needs an untruth",
        };
        let (a, b) = (
            self.answer(question, Side::A),
            self.answer(question, Side::B),
        );
        let here = (question == self.answers.question).then_some(self.answers.side);
        columns(label, a, b, width, style, here)
    }

    fn answer(&self, question: Question, side: Side) -> String {
        let about = self.answers.about(side);
        let invite = if side == Side::A { self.a } else { self.b };
        let book = &self.model.book;
        match question {
            Question::Help => about.help.map_or("not answered", help).to_owned(),
            Question::Aim => {
                let mut people = invite.with.iter().filter_map(|id| book.contacts.get(*id));
                let chosen = about
                    .aim
                    .and_then(|aim| people.find_map(|contact| contact.aim(aim)));
                match chosen {
                    Some(aim) => aim.text.clone(),
                    None if aims(book, invite).next().is_none() => "none written yet".to_owned(),
                    None => "none picked (⏎)".to_owned(),
                }
            }
            Question::NextChance => match about.next_chance {
                NextChance::Unknown => "not known".to_owned(),
                NextChance::Never => "never".to_owned(),
                NextChance::On(day) => short(day, self.cx.today),
                NextChance::In(days) => format!("in about {}", dates::span(days.into())),
            },
            Question::Advances => {
                let promises: Vec<&str> = about
                    .advances
                    .iter()
                    .filter_map(|id| book.promises.get(*id))
                    .map(|promise| promise.text.as_str())
                    .collect();
                match promises.as_slice() {
                    [one] => (*one).to_owned(),
                    [first, rest @ ..] => format!("+{} {first}", rest.len()),
                    [] if movable(book, invite).next().is_none() => "none open".to_owned(),
                    [] => "none (⏎ picks)".to_owned(),
                }
            }
            Question::Horizon => words::horizon(about.horizon).to_owned(),
            Question::Untruth => if about.needs_untruth { "yes" } else { "no" }.to_owned(),
        }
    }

    /// What the book knows and does not ask.
    fn book(&self, lines: &mut Vec<Line<'static>>, width: usize) {
        lines.push(Line::default());
        add(lines, "Already in your book", HEADING, width);
        let facts: [Fact<'_>; 5] = [
            ("   my word for it", &|invite| my_word(invite).to_owned()),
            ("   promises open", &|invite| self.promises(invite)),
            ("   to put right", &|invite| self.to_put_right(invite)),
            ("   last talk", &|invite| self.last_talk(invite)),
            ("   someone in danger", &|invite| {
                let side = if invite.id == self.a.id {
                    Side::A
                } else {
                    Side::B
                };
                if self.answers.about(side).safety {
                    "yes: go, and get help"
                } else {
                    "no (! says so)"
                }
                .to_owned()
            }),
        ];
        for (label, fact) in facts {
            lines.push(columns(
                label,
                fact(self.a),
                fact(self.b),
                width,
                Style::new(),
                None,
            ));
        }
        if !self.answers.more {
            lines.push(Line::default());
            add(
                lines,
                "m  more: a promise it keeps · how long it matters · would it need an untruth",
                DIM,
                width,
            );
        }
    }

    fn last_talk(&self, invite: &Invite) -> String {
        let person = invite.with.first();
        let talk = person.and_then(|id| self.model.derived.relationships.with(*id).last_talk());
        let talk = talk.map_or_else(|| "none yet".to_owned(), |day| relative(day, self.cx.today));
        let contact = person.and_then(|id| self.model.book.contacts.get(*id));
        match contact.and_then(|contact| contact.rhythm_days) {
            Some(meant) => format!("{talk}, meant {meant}"),
            None => format!("{talk}, no pace"),
        }
    }

    fn promises(&self, invite: &Invite) -> String {
        let promises: Vec<_> = movable(&self.model.book, invite).collect();
        match promises.as_slice() {
            [] => "none".to_owned(),
            [one] => one.text.clone(),
            several => format!("{} (m)", several.len()),
        }
    }

    fn to_put_right(&self, invite: &Invite) -> String {
        let between = |id| self.model.derived.relationships.with(id);
        let is_any = invite
            .with
            .iter()
            .any(|id| between(*id).unrepaired(&[]) > 0);
        if is_any { "something" } else { "nothing" }.to_owned()
    }
}

/// What stands above the answers to a question; an idle one would turn nothing.
fn asks(lines: &mut Vec<Line<'static>>, question: Question, is_idle: bool, width: usize) {
    match question {
        Question::Help => {
            let heading = "1  This hour with me would be, for them";
            add(lines, heading, HEADING, width);
            let answers = "   0 nothing I know of · 1 pleasant · 2 useful · 3 important · 4 a lot hangs on it and \
                           hardly anyone else can help";
            add(lines, answers, DIM, width);
        }
        Question::NextChance => {
            lines.push(Line::default());
            let style = if is_idle { DIM } else { HEADING };
            add(lines, "2  If not now, when?", style, width);
            let answers = "   1 in days · 2 in a week or two · 3 in months · 4 never · Space unsure · e a date";
            add(lines, answers, DIM, width);
            if is_idle {
                let text = "   not needed: no answer here would turn it. Used for the message.";
                add(lines, text, DIM, width);
            }
        }
        Question::Advances => {
            lines.push(Line::default());
            add(lines, "More", HEADING, width);
        }
        Question::Aim | Question::Horizon | Question::Untruth => {}
    }
}

/// "you said yes", where that binds.
fn my_word(invite: &Invite) -> &'static str {
    match (has_my_word(invite), invite.host) {
        (false, _) => "not given",
        (true, Party::Me) => "you invited",
        (true, Party::Them) => reply(invite),
    }
}

fn add(lines: &mut Vec<Line<'static>>, text: &str, style: Style, width: usize) {
    let indent = text.len() - text.trim_start().len();
    let wrapped = wrap(text.trim_start(), width.saturating_sub(indent));
    for line in wrapped {
        lines.push(Line::styled(format!("{}{line}", " ".repeat(indent)), style));
    }
}

const fn help(help: Help) -> &'static str {
    match help {
        Help::Nothing => "0  nothing I know of",
        Help::Pleasant => "1  pleasant",
        Help::Useful => "2  useful",
        Help::Important => "3  important",
        Help::Critical => "4  a lot hangs on it",
    }
}

/// A label and one cell for each person; the cell under the cursor is marked.
fn columns(
    label: &str,
    a: String,
    b: String,
    width: usize,
    style: Style,
    here: Option<Side>,
) -> Line<'static> {
    let label_columns = 21.min(width / 3);
    let cell = width.saturating_sub(label_columns) / 2;
    let mut spans = vec![Span::styled(
        left(label, label_columns),
        if here.is_some() { ACCENT } else { DIM },
    )];
    for (side, text) in [(Side::A, a), (Side::B, b)] {
        let text = fit(&text, cell.saturating_sub(3)).into_owned();
        let style = if here == Some(side) { CURSOR } else { style };
        let pointer = if here == Some(side) { "▸" } else { " " };
        let air = cell.saturating_sub(3 + crate::ui::text::width(&text));
        spans.push(Span::styled(pointer, ACCENT));
        spans.push(Span::styled(format!(" {text} "), style));
        spans.push(Span::raw(" ".repeat(air)));
    }
    Line::from(spans)
}
