//! What the review says: the quarter, its figures, what each of them counts, and the entries behind it. It is about my
//! conduct; nothing in it is a verdict on anybody else.

mod page;

use chrono::NaiveDate;

use super::words::{exchange_kind, interaction};
use super::{counted, decision, first_name, joined, load, name, people, promise};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::dates::{days, short};
use crate::domain::decision::{Decision, Subject, about_invite};
use crate::domain::find::Record;
use crate::domain::hindsight::Tally;
use crate::domain::invite::InviteId;
use crate::domain::load::Load;
use crate::domain::promise::Promise;
use crate::domain::review::{Entry, Kind, Line, Measure, Paces, Period, Quarter, Review, WeekOver};
use crate::domain::tuning::TUNING;

pub use page::page;

/// "July to September 2026", "September 2026".
#[must_use]
pub fn time(period: Period) -> String {
    if period.is_month() {
        return period.first().format("%B %Y").to_string();
    }
    let first = period.first().format("%B");
    format!("{first} to {}", period.quarter().last().format("%B %Y"))
}

/// "Jul", "Aug", "Sep".
#[must_use]
pub fn months(quarter: Quarter) -> [String; 3] {
    quarter.months().map(|day| day.format("%b").to_string())
}

/// "these months", "this month".
const fn this_time(period: Period) -> &'static str {
    if period.is_month() {
        "this month"
    } else {
        "these months"
    }
}

/// What stands first: how my word was kept, or that there is too little to say.
#[must_use]
pub fn headline(review: &Review) -> String {
    if !review.is_enough() {
        let entries = review.entries();
        let word = if entries == 1 { "entry" } else { "entries" };
        let time = this_time(review.period);
        return format!("Too few to say: {entries} {word} in {time}.");
    }
    let [kept, shown, late, silent] =
        [Kind::Kept, Kind::Shown, Kind::ToldLate, Kind::Silent].map(|kind| review.count(kind));
    let ended = kept + shown + late + silent;
    let of = counted(ended, "promise");
    let misses = match silent {
        0 => "no miss was silent".to_owned(),
        1 => "1 miss was silent".to_owned(),
        number => format!("{number} misses were silent"),
    };
    match ended {
        0 => format!("No promise of yours ended in {}.", this_time(review.period)),
        1 if kept == 1 => "You kept the one promise that ended.".to_owned(),
        _ if kept == ended => format!("You kept all {of} that ended."),
        _ => format!("You kept {kept} of {of}; {misses}."),
    }
}

/// What stands below it: hours, paces and decisions looked back on, as they are today.
#[must_use]
pub fn below(load: &Load, review: &Review, today: NaiveDate) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(paces) = review.paces {
        lines.extend(load.first_over().map(|over| load::as_of_today(over, today)));
        lines.extend(paces.is_too_much().then(|| ask_for(paces)));
    }
    lines.extend(hindsight(review));
    lines
}

/// "Of 5 decisions you looked back on in these months, you would take 4 again."; `None` while there are too few.
fn hindsight(review: &Review) -> Option<String> {
    let (Tally { of, again }, time) = (review.hindsight, this_time(review.period));
    (of >= TUNING.fewest_reviews).then(|| {
        format!("Of {of} decisions you looked back on in {time}, you would take {again} again.")
    })
}

/// "Your paces ask for 23 talks a month; in the last 90 days you had 9 a month."
#[must_use]
pub fn ask_for(paces: Paces) -> String {
    let talks = counted(paces.asked, "talk");
    format!(
        "Your paces ask for {talks} a month; in the last {} days you had {} a month.",
        Paces::window_days(),
        paces.had
    )
}

/// What a line is called.
#[must_use]
pub const fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Kept => "Kept",
        Kind::Shown => "Missed, they saw you try",
        Kind::ToldLate => "Late, or told late",
        Kind::Silent => "Missed in silence",
        Kind::StillOpen => "Late and still open",
        Kind::Cleared => "Said less, cleared up",
        Kind::Unclear => "Said less, not cleared up",
        Kind::WeeksOver => "Weeks over your hours",
        Kind::Knowledge => "Gave knowledge",
        Kind::Advice => "Gave advice",
        Kind::Introductions => "Gave introductions",
        Kind::TurnedDown => "Turned down twice running",
        Kind::ToLookBack => "Decisions to look back on",
        Kind::Better => "Turned out better",
        Kind::AsExpected => "Turned out as expected",
        Kind::Worse => "Turned out worse",
        Kind::TalksAskedFor => "Talks your paces ask for",
        Kind::Talks => "Talks with those people",
    }
}

/// What a line counts, for whoever asks.
#[must_use]
pub const fn explains(kind: Kind) -> &'static str {
    match kind {
        Kind::Kept => {
            "Promises of yours that you delivered in time, or late where you said so before the day."
        }
        Kind::Shown => {
            "Promises that you missed; before their day they saw you try. They are still missed."
        }
        Kind::ToldLate => {
            "Promises that you delivered late without a word before the day, and missed ones of which they heard only after it."
        }
        Kind::Silent => "Promises that you missed and of which they heard nothing.",
        Kind::StillOpen => {
            "Promises due in this time whose day went by, and that you neither delivered nor ended. By today's state."
        }
        Kind::Cleared => {
            "Promises made in this time that you said as less than a promise, or of which they heard more; by now you \
             both mean the same."
        }
        Kind::Unclear => {
            "Promises made in this time that you said as less than a promise. You never found out what they heard, or \
             they heard more."
        }
        Kind::WeeksOver => {
            "Weeks begun by today for which your promises were likely to take more than the hours you set for a week, by the days agreed \
             last. Below are the promises due in them, by week."
        }
        Kind::Knowledge => "What you gave people to know.",
        Kind::Advice => "What you advised people on their own case.",
        Kind::Introductions => "Whom you introduced to somebody.",
        Kind::TurnedDown => {
            "People whose invites you turned down twice or more, with no meal between you since. Below are those invites."
        }
        Kind::ToLookBack => {
            "Decisions whose day to look back lies in this time, and that still wait for it."
        }
        Kind::Better => {
            "Decisions on which you looked back in this time: better than you expected, or much better."
        }
        Kind::AsExpected => "Decisions on which you looked back in this time: as you expected.",
        Kind::Worse => {
            "Decisions on which you looked back in this time: worse than you expected, or much worse."
        }
        Kind::TalksAskedFor => {
            "How often you mean to talk, over everybody with a pace as it is set today, also whom \
             you leave alone for a while; rounded for each month, and once for them all. Where that is more than you have, \
             the paces are wrong, and not you."
        }
        Kind::Talks => {
            "Talks in which you both spoke, with those you set a pace for, once for each person."
        }
    }
}

/// "9 promises", "2 weeks": the figure with what it counts.
#[must_use]
pub fn figure(kind: Kind, number: usize) -> String {
    match kind.measure() {
        Measure::Promises | Measure::Open | Measure::Gaps => counted(number, "promise"),
        Measure::Weeks => counted(number, "week"),
        Measure::Value => counted(number, "time"),
        Measure::People => people(number),
        Measure::Decisions => counted(number, "decision"),
        Measure::Talks => counted(number, "talk"),
    }
}

/// The share of a line among those counted alike: "9 of 12 promises"; `None` where it is the only one of its kind.
#[must_use]
pub fn share(review: &Review, kind: Kind) -> Option<String> {
    let is_part = matches!(
        kind.measure(),
        Measure::Promises | Measure::Gaps | Measure::Value
    );
    let alike = review
        .lines
        .iter()
        .filter(|line| line.kind.measure() == kind.measure());
    let all: usize = alike.map(Line::count).sum();
    (is_part && all > 0).then(|| format!("{} of {}", review.count(kind), figure(kind, all)))
}

/// Who an entry is about, by name.
#[must_use]
pub fn who<'a>(book: &'a Book, entry: &Entry) -> &'a str {
    entry.contact.map_or("", |contact| name(book, contact))
}

/// The same by the first name, where there is little room.
#[must_use]
pub fn first_name_of<'a>(book: &'a Book, entry: &Entry) -> &'a str {
    entry
        .contact
        .map_or("", |contact| first_name(book, contact))
}

/// What an entry was.
#[must_use]
pub fn what(book: &Book, kind: Kind, entry: &Entry, today: NaiveDate) -> String {
    let said = match entry.record {
        Record::Promise(id) => book.promises.get(id).map(|one| match (kind, entry.week) {
            (Kind::Kept, _) => one.text.clone(),
            (_, Some(week)) => in_a_week(one, week, today),
            _ => format!("{} · {}", one.text, promise::state(one, today)),
        }),
        Record::Value(id) => {
            let value = book.exchanges.get(id);
            value.map(|value| match value.note.as_str() {
                "" => exchange_kind(value.kind).to_owned(),
                note => note.to_owned(),
            })
        }
        Record::Invite(id) => Some(turned_down(book, id, today)),
        Record::Decision(id) => book.decisions.get(id).map(|one| decided(book, one)),
        Record::Talk(id) => {
            let talk = book.interactions.get(id);
            talk.map(|talk| joined(interaction(talk.kind), &talk.note))
        }
        Record::Person(id) => book.contacts.get(id).and_then(|contact| {
            let every = contact.rhythm_days?;
            Some(format!("every {}", days(i64::from(every.get()))))
        }),
        Record::Aim(_)
        | Record::Choice(_)
        | Record::Note(_)
        | Record::Introduction(_)
        | Record::Incident(_) => None,
    };
    said.unwrap_or_default()
}

/// "Flour figures, due Fri 4 Sep · of that week likely 9 h, over your 4".
fn in_a_week(promise: &Promise, week: WeekOver, today: NaiveDate) -> String {
    let due = promise
        .due
        .map_or_else(String::new, |due| format!(", due {}", short(due, today)));
    let hours = load::of_a_week(week.likely, week.free);
    format!("{}{due} · {hours}", promise.text)
}

/// "invited you; you said no, decided Fri 24 Jul": by that day it stands on their page.
fn turned_down(book: &Book, id: InviteId, today: NaiveDate) -> String {
    let decided = about_invite(book, id).map_or_else(String::new, |decision| {
        format!(", decided {}", short(decision.on, today))
    });
    format!("invited you; you said no{decided}")
}

/// "lunch: Bob or Dana", and how it turned out where I looked back on it.
fn decided(book: &Book, one: &Decision) -> String {
    let about = match one.about {
        Subject::Invites(a, b) => {
            let both = [a, b].map(|invite| first_name(book, guest(book, invite)).to_owned());
            format!("lunch: {}", both.join(" or "))
        }
        Subject::Options(id) => {
            let set = book.option_sets.get(id);
            set.map_or_else(String::new, |set| set.question.clone())
        }
    };
    let review = one.review.as_ref();
    let parts = [
        Some(about),
        review.map(|review| decision::turned_out(review.outcome).to_owned()),
        review.map(|review| review.note.clone()),
    ];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

fn guest(book: &Book, invite: InviteId) -> ContactId {
    let first = book.invites.get(invite).and_then(|one| one.with.first());
    first.copied().unwrap_or_default()
}

/// "Fri 4 Sep, Eve Park: intro to Max"; a pace is of no day.
#[must_use]
pub fn entry(book: &Book, kind: Kind, entry: &Entry, today: NaiveDate) -> String {
    let what = what(book, kind, entry, today);
    let said = joined(who(book, entry), &what);
    match kind {
        Kind::TalksAskedFor => said,
        _ => format!("{}, {said}", short(entry.on, today)),
    }
}

/// A line for a shell: "Kept: 9 (Jul 3, Aug 2, Sep 4)".
#[must_use]
pub fn told(review: &Review, kind: Kind) -> String {
    match review.count(kind) {
        0 => format!("{}: none", title(kind)),
        number => format!("{}: {number} ({})", title(kind), by_month(review, kind)),
    }
}

/// "Jul 3, Aug 2, Sep 4".
#[must_use]
pub fn by_month(review: &Review, kind: Kind) -> String {
    let figures = review.line(kind).map_or([0; 3], |line| line.months);
    let named = months(review.period.quarter());
    let is_in = |first: &NaiveDate| review.period.month_of(*first).is_some();
    let firsts = review.period.quarter().months();
    let each = firsts.iter().zip(named.iter().zip(figures));
    let each = each.filter(|(first, _)| is_in(first));
    let each: Vec<String> = each
        .map(|(_, (month, number))| format!("{month} {number}"))
        .collect();
    each.join(", ")
}

/// What stands where a quarter has too little in it.
#[must_use]
pub fn too_few() -> String {
    let fewest = TUNING.fewest_to_review;
    format!("No bars are drawn below {fewest} entries.")
}

/// What a bar stands for: "A whole bar is 9 promises."
#[must_use]
pub fn scale(review: &Review, kind: Kind) -> String {
    format!("A whole bar is {}.", figure(kind, review.whole_bar(kind)))
}

/// That it is about me.
pub const OF_ME: &str = "Your own conduct, and nobody else's";

/// Nothing was counted.
pub const NOTHING: &str = "Nothing in this time.";
