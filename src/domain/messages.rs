//! Drafts of what to write to people. Nothing is ever sent, no reason is made up, and nobody else is named.

use chrono::{Days, NaiveDate};

use super::book::Book;
use super::comparison::Side;
use super::contact::ContactId;
use super::dates::short;
use super::decision::{Chosen, Decision, Subject};
use super::invite::{Invite, NextChance};
use super::sentences::{first_name, name};

/// A message to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The whole name of the person.
    pub to: String,
    /// The text.
    pub text: String,
}

/// What is to be told after a decision between two invites, to the one turned down, moved or asked; to both where
/// neither is taken.
#[must_use]
pub fn for_decision(book: &Book, decision: &Decision, today: NaiveDate) -> Vec<Message> {
    let Subject::Invites(a, b) = decision.about else {
        return Vec::new();
    };
    let (Some(a), Some(b)) = (book.invites.get(a), book.invites.get(b)) else {
        return Vec::new();
    };
    let had_my_word = |side: Side| {
        decision
            .snapshot
            .as_ref()
            .is_some_and(|snapshot| match side {
                Side::A => snapshot.a.word_given,
                Side::B => snapshot.b.word_given,
            })
    };
    let draft = Draft { book, today };
    let side = |side: Side| if side == Side::A { a } else { b };
    let no = |of: Side| draft.no(side(of), had_my_word(of));
    match decision.chosen {
        Chosen::A => no(Side::B).into_iter().collect(),
        Chosen::B => no(Side::A).into_iter().collect(),
        Chosen::Neither => no(Side::A).into_iter().chain(no(Side::B)).collect(),
        Chosen::Moved { which, to: None } => draft.may_it_move(side(which)).into_iter().collect(),
        Chosen::Moved {
            which,
            to: Some(day),
        } => draft.moves_to(side(which), day).into_iter().collect(),
        Chosen::Both | Chosen::Option(_) => Vec::new(),
    }
}

struct Draft<'a> {
    book: &'a Book,
    today: NaiveDate,
}

impl Draft<'_> {
    /// "I cannot come after all" or "I cannot come", with two dates that are free in the book.
    fn no(&self, invite: &Invite, had_my_word: bool) -> Option<Message> {
        let hour = self.hour(invite);
        let opening = if had_my_word {
            format!(
                "I said yes to {hour}, and I have to take it back. I am sorry: you planned with it.\n\
                 [Why, as much of it as is yours to tell; nothing is filled in here for you.]"
            )
        } else {
            format!("Thank you for asking me to lunch on {hour}. I cannot make it.")
        };
        let dates = self.offer(invite);
        self.message(invite, &format!("{opening}\n{dates}"))
    }

    /// "May we move it?", with two dates, and a real no.
    fn may_it_move(&self, invite: &Invite) -> Option<Message> {
        let hour = self.hour(invite);
        let dates = self.offer(invite);
        let day = short(invite.day(), self.today);
        self.message(
            invite,
            &format!(
                "I said yes to {hour} and would like to ask whether we may move it, because\n\
                 [why, in your own words; nothing is filled in here for you].\n{dates}\n\
                 If {day} is what suits you, say so, and I come as I said."
            ),
        )
    }

    /// "Can we meet on another day?"
    fn moves_to(&self, invite: &Invite, day: NaiveDate) -> Option<Message> {
        let hour = self.hour(invite);
        let day = short(day, self.today);
        let time = invite.start.format("%H:%M");
        self.message(
            invite,
            &format!(
                "I cannot make {hour}. Could we have our lunch on {day} at {time} instead?\n\
                 If that does not suit you, name a day, and I see to it."
            ),
        )
    }

    fn message(&self, invite: &Invite, body: &str) -> Option<Message> {
        let person: ContactId = *invite.with.first()?;
        let first = first_name(self.book, person);
        Some(Message {
            to: name(self.book, person).to_owned(),
            text: format!("Dear {first},\n{body}"),
        })
    }

    fn hour(&self, invite: &Invite) -> String {
        format!(
            "{} at {}",
            short(invite.day(), self.today),
            invite.start.format("%H:%M")
        )
    }

    /// Two days that are free in the book at that hour; the day they named first, where they named one.
    fn offer(&self, invite: &Invite) -> String {
        let named = match invite.assessment.as_ref().map(|known| known.next_chance) {
            Some(NextChance::On(day)) if day > self.today => Some(day),
            _ => None,
        };
        let free = free_days(self.book, invite, self.today);
        let mut days: Vec<NaiveDate> = named.into_iter().chain(free).collect();
        days.dedup();
        days.truncate(2);
        days.sort_unstable();
        let time = invite.start.format("%H:%M");
        match days.as_slice() {
            [one, two] => format!(
                "{} or {} at {time} would both work for me.",
                short(*one, self.today),
                short(*two, self.today)
            ),
            [one] => format!("{} at {time} would work for me.", short(*one, self.today)),
            _ => "Which other day would suit you?".to_owned(),
        }
    }
}

/// Weekdays after the lunch, within a month, on which nothing in the book takes that hour.
fn free_days<'a>(
    book: &'a Book,
    invite: &'a Invite,
    today: NaiveDate,
) -> impl Iterator<Item = NaiveDate> + use<'a> {
    use chrono::{Datelike, Weekday};
    let first = invite.day().max(today);
    (1..=30)
        .filter_map(move |ahead| first.checked_add_days(Days::new(ahead)))
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .filter(move |day| is_free(book, invite, *day, today))
}

fn is_free(book: &Book, invite: &Invite, day: NaiveDate, today: NaiveDate) -> bool {
    let taken = invite.taken();
    let (start, end) = (
        day.and_time(taken.start.time()),
        day.and_time(taken.end.time()),
    );
    let invites = book
        .invites
        .iter()
        .filter(|other| other.is_open(today) && !other.all_day);
    let mut spans = invites
        .map(|other| other.taken())
        .chain(book.busy.iter().map(|busy| busy.start..busy.end));
    !spans.any(|span| span.start < end && start < span.end)
}
