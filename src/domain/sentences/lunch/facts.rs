//! What stands behind a bar: a few words beside it, and the words of the book for the line under the cursor.

use chrono::NaiveDate;

use super::Case;
use crate::domain::comparison::{Line, Side};
use crate::domain::conflict::claim;
use crate::domain::contact::{Aim, Contact, Source};
use crate::domain::dates::{days, relative_in_days, short, span};
use crate::domain::incident::{Incident, IncidentKind};
use crate::domain::interaction::InteractionKind;
use crate::domain::invite::{Help, NextChance};
use crate::domain::promise::Promise;
use crate::domain::relationship::{Relationship, is_unrepaired};
use crate::domain::rhythm::{days_since_talk, is_snoozed, rhythm};
use crate::domain::sentences::promise::heard_as;
use crate::domain::sentences::words;

impl Case<'_> {
    /// A few words for one side of one line.
    #[must_use]
    pub fn fact(&self, line: Line, side: Side) -> String {
        match line {
            Line::Help => self.help_fact(side),
            Line::Word => self.word_fact(side),
            Line::Repair => match self.breaches(side).len() {
                0 => "nothing".to_owned(),
                1 => "one thing".to_owned(),
                number => format!("{number} things"),
            },
            Line::Delay => match self.next_chance(side) {
                NextChance::Unknown => "not known, taken as two weeks".to_owned(),
                NextChance::Never => "no other chance".to_owned(),
                NextChance::On(day) => format!("next chance {}", short(day, self.today)),
                NextChance::In(days) => format!("again in about {}", span(days.into())),
            },
            Line::Lasting => words::horizon(self.reading(side).horizon).to_owned(),
            Line::Rhythm => self.pace_fact(side),
        }
    }

    /// The same at length, with the words of the book and their dates.
    #[must_use]
    pub fn detail(&self, line: Line, side: Side) -> String {
        let name = self.name(side);
        match line {
            Line::Help => self.help_detail(side),
            Line::Word => self.word_detail(side),
            Line::Repair => match self.breaches(side).as_slice() {
                [] => format!("Nothing is noted that you would have to put right with {name}."),
                breaches => format!("Not made right: {}.", breaches.join("; ")),
            },
            Line::Delay => match self.next_chance(side) {
                NextChance::Unknown => format!(
                    "You have not said when {name} could have the hour instead; it is taken as two weeks."
                ),
                NextChance::Never => format!("You answered: no other chance for {name}."),
                NextChance::In(days) => {
                    format!("You answered: again in about {}.", span(days.into()))
                }
                NextChance::On(day) => format!(
                    "You noted that {name} could also do {}, {}.",
                    short(day, self.today),
                    relative_in_days(day, self.today)
                ),
            },
            Line::Lasting => format!(
                "It matters to {name} for {}.",
                words::horizon(self.reading(side).horizon)
            ),
            Line::Rhythm => self.pace_detail(side),
        }
    }

    fn help_fact(&self, side: Side) -> String {
        let reading = self.reading(side);
        let aim = self.aim(side).filter(|_| reading.aim_linked);
        match (reading.help, aim.map(|aim| aim.source)) {
            (None, _) => "not answered".to_owned(),
            (Some(Help::Nothing), _) => "nothing you know of".to_owned(),
            (Some(Help::Critical), Some(Source::TheySaid)) => {
                "solves what they told you".to_owned()
            }
            (Some(help), Some(Source::TheySaid)) => {
                format!("{}, for what they said", rating_words(help))
            }
            (Some(help), Some(Source::MyGuess)) => {
                format!("{}, by your guess", rating_words(help))
            }
            (Some(Help::Critical), None) => "a lot, but nothing written".to_owned(),
            (Some(help), None) => format!("{}, nothing written", rating_words(help)),
        }
    }

    fn help_detail(&self, side: Side) -> String {
        let name = self.name(side);
        let reading = self.reading(side);
        let Some(help) = reading.help else {
            return format!("You have not answered what the hour does for {name}.");
        };
        let answered = format!("You answered: {}.", rating_words(help));
        match self.aim(side).filter(|_| reading.aim_linked) {
            Some(aim) => {
                let day = short(aim.noted, self.today);
                let told = match aim.source {
                    Source::TheySaid => format!("Told you on {day}"),
                    Source::MyGuess => format!("Your guess of {day}"),
                };
                format!("{told}: {} {answered}", closed(&aim.text))
            }
            // Below useful nothing is held back for want of an aim.
            None if help < Help::Useful => answered,
            None if self
                .people(side)
                .any(|contact| contact.open_aims().next().is_some()) =>
            {
                format!(
                    "{answered} You have not said which aim of {name} it serves (e), so it counts no higher than useful."
                )
            }
            None => format!(
                "{answered} Nothing is written about what {name} is trying to solve, so it counts no higher than useful."
            ),
        }
    }

    fn word_fact(&self, side: Side) -> String {
        match self.kept_promise(side) {
            None if self.has_open_promise(side) => "none picked".to_owned(),
            None => "none open".to_owned(),
            Some(promise) if is_unrepaired(promise) => "missed, not made right".to_owned(),
            Some(promise) => match promise.due {
                None => "one open, no date".to_owned(),
                Some(due) => format!("due {}", short(due, self.today)),
            },
        }
    }

    fn word_detail(&self, side: Side) -> String {
        let name = self.name(side);
        let Some(promise) = self.kept_promise(side) else {
            return if self.has_open_promise(side) {
                format!("You have not said that this lunch keeps a promise to {name} (e).")
            } else {
                format!("No promise to {name} is open.")
            };
        };
        let due = promise.due.map_or_else(
            || "with no date".to_owned(),
            |due| format!("by {}", short(due, self.today)),
        );
        let heard = match (promise.heard, is_unrepaired(promise)) {
            (_, true) => "It was missed and is not made right.".to_owned(),
            (None, false) => format!("You have not checked what {name} heard: taken as a promise."),
            (Some((heard, _)), false) => format!("{name} heard {}.", heard_as(heard)),
        };
        let made = short(promise.made, self.today);
        format!(
            "You said on {made}: {}, {due}. {heard}",
            open_ended(&promise.text)
        )
    }

    fn pace_fact(&self, side: Side) -> String {
        let Some((contact, between)) = self.most_overdue(side) else {
            return "no pace set".to_owned();
        };
        let Some(meant) = contact.rhythm_days else {
            return "no pace set".to_owned();
        };
        match contact.snoozed_until {
            Some(until) if is_snoozed(contact, self.today) => {
                format!("not before {}", short(until, self.today))
            }
            _ if between.last_talk().is_none() => format!("never yet, you meant {meant}"),
            _ => {
                let since = days_since_talk(contact, between, self.today).max(0);
                format!("{}, you meant {meant}", days(since))
            }
        }
    }

    fn pace_detail(&self, side: Side) -> String {
        let Some((contact, between)) = self.most_overdue(side) else {
            return "(person missing)".to_owned();
        };
        let meant = contact.rhythm_days.map_or_else(
            || "You set no pace.".to_owned(),
            |meant| format!("You meant to talk every {meant} days."),
        );
        let snoozed = match contact.snoozed_until {
            Some(until) if is_snoozed(contact, self.today) => {
                format!(" Not before {}, you said.", short(until, self.today))
            }
            _ => String::new(),
        };
        let last = between.last_interaction().map_or_else(
            || {
                format!(
                    "No talk noted since you wrote it down on {}.",
                    short(contact.added, self.today)
                )
            },
            |talk| {
                let (day, ago) = (
                    short(talk.on, self.today),
                    relative_in_days(talk.on, self.today),
                );
                format!("Last talk {day}, {ago}, {}.", kind_words(talk.kind))
            },
        );
        format!("{last} {meant}{snoozed}")
    }

    /// The promise of mine that the hour moves and that claims most.
    /// Whether something is owed to them that this lunch could keep.
    fn has_open_promise(&self, side: Side) -> bool {
        let between = |contact: &Contact| self.relationships.with(contact.id);
        self.people(side).any(|contact| {
            let mut promises = between(contact).promises.iter();
            promises.any(|promise| promise.is_owed_by_me() || is_unrepaired(promise))
        })
    }

    fn kept_promise(&self, side: Side) -> Option<&Promise> {
        let invite = self.invite(side);
        let advances = &invite.assessment.as_ref()?.advances;
        advances
            .iter()
            .filter_map(|id| self.book.promises.get(*id))
            .map(AsRef::as_ref)
            .filter(|promise| invite.is_with(promise.contact))
            .filter(|promise| promise.is_owed_by_me() || is_unrepaired(promise))
            .max_by_key(|promise| {
                let (claim, id) = (claim(promise, self.today), promise.id);
                (claim, std::cmp::Reverse(id))
            })
    }

    /// What is not made right towards the person whom the line is about, in the words of the book.
    fn breaches(&self, side: Side) -> Vec<String> {
        let except = self.invite(side).assessment.as_ref();
        let except = except.map_or(&[][..], |assessment| &assessment.advances);
        let most = self
            .people(side)
            .map(|contact| self.relationships.with(contact.id))
            .max_by_key(|between| between.unrepaired(except));
        let Some(between) = most else {
            return Vec::new();
        };
        let promises = between
            .promises
            .iter()
            .filter(|promise| is_unrepaired(promise) && !except.contains(&promise.id))
            .map(|promise| missed_words(promise, self.today));
        let incidents = between
            .incidents
            .iter()
            .filter(|incident| incident.is_unrepaired())
            .map(|incident| incident_words(incident, self.today));
        promises.chain(incidents).collect()
    }

    /// The person of a side whose talk is most overdue, with what is between us.
    fn most_overdue(&self, side: Side) -> Option<(&Contact, &Relationship)> {
        self.people(side)
            .map(|contact| (contact, self.relationships.with(contact.id)))
            .max_by_key(|(contact, between)| {
                (rhythm(contact, between, self.today), contact.rhythm_days)
            })
    }

    fn aim(&self, side: Side) -> Option<&Aim> {
        let aim = self.invite(side).assessment.as_ref()?.aim?;
        self.people(side).find_map(|contact| contact.aim(aim))
    }
}

/// What an hour does for somebody, in the words of the answers.
#[must_use]
pub const fn rating_words(help: Help) -> &'static str {
    match help {
        Help::Nothing => "nothing you know of",
        Help::Pleasant => "pleasant",
        Help::Useful => "useful",
        Help::Important => "important",
        Help::Critical => "a lot hangs on it",
    }
}

/// A text of the book without the full stop at its end: the sentence around it goes on. No marks around it, for it may be
/// my words for what they said.
fn open_ended(text: &str) -> &str {
    text.trim_end().trim_end_matches('.')
}

/// A text of the book as a sentence of its own.
fn closed(text: &str) -> String {
    let text = open_ended(text);
    let stop = if text.ends_with(['!', '?', '…']) {
        ""
    } else {
        "."
    };
    format!("{text}{stop}")
}

const fn kind_words(kind: InteractionKind) -> &'static str {
    match kind {
        InteractionKind::InPerson => "in person",
        InteractionKind::Lunch => "over lunch",
        InteractionKind::Call => "by phone",
        InteractionKind::Message => "in writing",
        InteractionKind::Event => "at an event",
    }
}

fn missed_words(promise: &Promise, today: NaiveDate) -> String {
    let when = promise.due.unwrap_or(promise.made);
    format!(
        "{}, missed ({})",
        open_ended(&promise.text),
        short(when, today)
    )
}

fn incident_words(incident: &Incident, today: NaiveDate) -> String {
    let what = match (incident.note.is_empty(), incident.kind) {
        (false, _) => open_ended(&incident.note).to_owned(),
        (true, IncidentKind::BadFaith) => "bad faith of yours".to_owned(),
        (true, _) => "harm you did".to_owned(),
    };
    format!("{what} ({})", short(incident.on, today))
}
