//! The decision between two invites: four ways on, a reason, a day to look back.

use chrono::{Months, NaiveDate};
use tui_input::Input;

use crate::app::chord::Chord;
use crate::app::rows::Rows;
use crate::app::typing::{paste_into, type_into};
use crate::app::veil::{masked, masked_unless_day};
use crate::domain::Book;
use crate::domain::comparison::{Side, Verdict};
use crate::domain::conflict::{Conflict, has_my_word, untruth};
use crate::domain::dates::short;
use crate::domain::free::is_free;
use crate::domain::invite::{Invite, NextChance};
use crate::domain::resolution::{Resolution, Way as Done, may_count_on_me};
use crate::domain::sentences::guest;
use crate::domain::when;

/// The decision between two invites.
#[derive(Clone)]
pub struct DecisionSheet {
    /// The pair.
    pub pair: Conflict,
    /// What the comparison said.
    pub verdict: Verdict,
    /// The side whose choice would need an untruth to the other.
    pub untruth: Option<Side>,
    /// The ways on.
    pub ways: Vec<Way>,
    /// Which is under the cursor.
    pub rows: Rows<usize>,
    /// Why, in my words; may stay empty.
    pub reason: Input,
    /// The day to look back, in words; may stay empty.
    pub look_back: Input,
    /// What has the keys.
    pub field: DecisionField,
    /// Why the day cannot be read.
    pub problem: Option<String>,
    /// The day that stood there at the start.
    pristine_look_back: String,
}

/// A way on.
#[derive(Clone, PartialEq, Eq)]
pub struct Way {
    /// What is done.
    pub done: Done,
    /// What it is called.
    pub label: String,
    /// What follows from it.
    pub note: String,
}

/// What of the decision has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionField {
    /// The ways: letters are keys there.
    Ways,
    /// Why.
    Reason,
    /// When to look back.
    LookBack,
}

impl DecisionSheet {
    /// The sheet for a pair; the cursor stands on the side in focus, or on asking where that is what the answer says.
    #[must_use]
    pub fn open(
        pair: Conflict,
        (verdict, asks_first): (Verdict, bool),
        focus: Side,
        book: &Book,
        today: NaiveDate,
    ) -> Option<Self> {
        let untruth = untruth(book, pair);
        let (a, b) = (book.invites.get(pair.a)?, book.invites.get(pair.b)?);
        let ways = ways(book, a, b, today);
        let wished = match verdict.lean.side() {
            // The answer was to ask first.
            Some(side) if asks_first => Done::Ask(side),
            _ => Done::Take(focus),
        };
        let mut rows = Rows::default();
        rows.replace((0..ways.len()).collect());
        if let Some(at) = ways.iter().position(|way| way.done == wished) {
            rows.select(at);
        }
        let look_back = today.checked_add_months(Months::new(3));
        let look_back = look_back.map_or_else(String::new, |day| day.to_string());
        Some(Self {
            pair,
            verdict,
            untruth,
            ways,
            rows,
            reason: Input::default(),
            look_back: Input::new(look_back.clone()),
            pristine_look_back: look_back,
            field: DecisionField::Ways,
            problem: None,
        })
    }

    /// The sheet while names are hidden: the ways in the words of the book that may be seen, and dots for what is typed.
    #[must_use]
    pub(in crate::app) fn as_seen(&self, book: &Book, today: NaiveDate) -> Self {
        let pair = (book.invites.get(self.pair.a), book.invites.get(self.pair.b));
        Self {
            ways: match pair {
                (Some(a), Some(b)) => ways(book, a, b, today),
                _ => Vec::new(),
            },
            reason: masked(&self.reason),
            look_back: masked_unless_day(&self.look_back, today),
            problem: self.problem.as_ref().map(|problem| {
                let said = if problem == PAST { PAST } else { NO_DAY };
                said.to_owned()
            }),
            ..self.clone()
        }
    }

    /// Goes on with what was typed before.
    pub(in crate::app) fn go_on(&mut self, way: Option<Done>, reason: String, look_back: String) {
        if let Some(at) = self.ways.iter().position(|one| Some(one.done) == way) {
            self.rows.select(at);
        }
        self.reason = Input::new(reason);
        self.look_back = Input::new(look_back);
    }

    /// Puts the cursor on a way; says whether there is one.
    pub(in crate::app) fn go_to_way(&mut self, at: usize) -> bool {
        self.field = DecisionField::Ways;
        self.rows.select(at)
    }

    /// The way under the cursor.
    #[must_use]
    pub fn way(&self) -> Option<&Way> {
        self.rows.selected().and_then(|at| self.ways.get(at))
    }

    /// Lets a key act on the field.
    pub fn type_key(&mut self, chord: Chord) {
        self.problem = None;
        if let Some(input) = self.input() {
            type_into(input, chord);
        }
    }

    /// Puts pasted text into the field; on the ways it is a reason.
    pub fn paste(&mut self, text: &str) {
        if self.field == DecisionField::Ways {
            self.field = DecisionField::Reason;
        }
        if let Some(input) = self.input() {
            paste_into(input, text);
        }
    }

    /// Gives the keys to what comes next, round and round.
    pub(in crate::app) fn turn(&mut self, back: bool) {
        self.field = match (self.field, back) {
            (DecisionField::Ways, false) | (DecisionField::LookBack, true) => DecisionField::Reason,
            (DecisionField::Reason, false) | (DecisionField::Ways, true) => DecisionField::LookBack,
            (DecisionField::LookBack, false) | (DecisionField::Reason, true) => DecisionField::Ways,
        };
    }

    /// Whether something was typed that would be lost.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        !self.reason.value().trim().is_empty() || self.look_back.value() != self.pristine_look_back
    }

    /// What is decided; a day that cannot be read is said.
    pub fn resolution(&mut self, today: NaiveDate) -> Option<Resolution> {
        let text = self.look_back.value().trim().to_owned();
        let review_on = when::day(&text, today);
        if !text.is_empty() && review_on.is_none() {
            self.field = DecisionField::LookBack;
            self.problem = Some(format!("\"{text}\" is no day that I know: try in 3 months"));
            return None;
        }
        if review_on.is_some_and(|day| day < today) {
            self.field = DecisionField::LookBack;
            self.problem = Some(PAST.to_owned());
            return None;
        }
        Some(Resolution {
            pair: self.pair,
            verdict: self.verdict.clone(),
            untruth: self.untruth,
            way: self.way()?.done,
            reason: self.reason.value().trim().to_owned(),
            review_on,
        })
    }

    fn input(&mut self) -> Option<&mut Input> {
        match self.field {
            DecisionField::Ways => None,
            DecisionField::Reason => Some(&mut self.reason),
            DecisionField::LookBack => Some(&mut self.look_back),
        }
    }
}

/// Why a day that is past is none to look back on.
const PAST: &str = "That day is past. Try in 3 months, or leave it empty";

/// Why a day cannot be read, without what was typed.
const NO_DAY: &str = "No day that I know: try in 3 months, or leave it empty";

/// The ways on, those that keep a word first.
fn ways(book: &Book, a: &Invite, b: &Invite, today: NaiveDate) -> Vec<Way> {
    let names = Names {
        a: guest(book, a).to_owned(),
        b: guest(book, b).to_owned(),
    };
    let sides = [(Side::A, a, b), (Side::B, b, a)];
    let mut ways = Vec::new();
    for (side, one, _) in sides {
        ways.extend(ask(&names, side, one, book, today));
    }
    for (side, one, other) in sides {
        let knows = may_count_on_me(book, other);
        ways.push(take(&names, side, one, (other, knows)));
    }
    for (side, _, other) in sides {
        ways.extend(take_and_move(&names, side, other, book, today));
    }
    ways.push(Way {
        done: Done::Neither,
        label: "Neither: keep the hour".to_owned(),
        note: "both hear it from you".to_owned(),
    });
    ways
}

/// To ask a side that has my word whether it may move.
fn ask(names: &Names, side: Side, invite: &Invite, book: &Book, today: NaiveDate) -> Option<Way> {
    if !has_my_word(invite) {
        return None;
    }
    let free = another_day(invite, today).filter(|day| is_free(book, invite, *day, today));
    let note = match (invite.asked_to_move, free) {
        (Some(day), _) => format!("you asked {}; no reply is noted", short(day, today)),
        (None, Some(day)) => format!("your word stands; it offers {}", short(day, today)),
        (None, None) => "until then your word stands".to_owned(),
    };
    Some(Way {
        done: Done::Ask(side),
        label: format!("Ask {} whether it may move", names.get(side)),
        note,
    })
}

/// To take a side and ask the other one for the day that it named. Whoever has my word is asked first: nothing moves
/// before they agreed.
fn take_and_move(
    names: &Names,
    side: Side,
    other: &Invite,
    book: &Book,
    today: NaiveDate,
) -> Option<Way> {
    let day = another_day(other, today).filter(|_| !has_my_word(other))?;
    let note = if is_free(book, other, day, today) {
        "the same hour; a maybe until they agree"
    } else {
        "that hour is taken in your book"
    };
    let (taken, asked) = (names.get(side), names.get(side.other()));
    Some(Way {
        done: Done::Move(side.other(), day),
        label: format!("Take {taken}, ask {asked} for {}", short(day, today)),
        note: note.to_owned(),
    })
}

/// The day that they named instead, where it is still to come.
fn another_day(invite: &Invite, today: NaiveDate) -> Option<NaiveDate> {
    match invite.assessment.as_ref()?.next_chance {
        NextChance::On(day) if day > today && day != invite.day() => Some(day),
        _ => None,
    }
}

/// To take a side; the other one goes with whether they can count on a yes of mine.
fn take(names: &Names, side: Side, one: &Invite, (other, knows): (&Invite, bool)) -> Way {
    let (taken, left) = (names.get(side), names.get(side.other()));
    let verb = if has_my_word(one) { "Keep" } else { "Take" };
    let (label, note) = if has_my_word(other) && knows {
        (
            format!("{verb} {taken} and tell {left} today"),
            "you take back a yes, and it is noted so".to_owned(),
        )
    } else {
        (
            format!("{verb} {taken}, say no to {left}"),
            format!("{left} hears it from you"),
        )
    };
    Way {
        done: Done::Take(side),
        label,
        note,
    }
}

struct Names {
    a: String,
    b: String,
}

impl Names {
    fn get(&self, side: Side) -> &str {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }
}
