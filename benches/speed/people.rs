//! Books like those that people keep, of any size: the same number of people gives the same book.
//!
//! For each person there are five talks and one promise; for every two a value that went over, for every ten a lunch, for
//! twenty an introduction, for fifty something that hurt or helped. Four promises of ten are still open, which is far
//! more than anybody owes, and what Today has to carry.

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate, TimeDelta};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use goodword::domain::Book;
use goodword::domain::contact::{Aim, Birthday, Contact, ContactId, Importance, KnownPerson, Tie};
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::{Id, IdSource};
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::invite::{Assessment, Help, Invite, Outcome, Reply};
use goodword::domain::promise::{Impact, Promise, State, Strength};

use super::words::{CIRCLES, FIRMS, FIRST, KINDS_OF_FIRM, LAST, ROLES, TAGS, VERBS, WORDS};

/// The day on which these books are opened.
pub(crate) const TODAY: NaiveDate = goodword::store::demo::ANCHOR;

/// So many lunches are ahead, whatever the size of the book: a week has only so many noons.
const AHEAD: usize = 12;

/// The book of so many people.
pub(crate) fn book(people: usize) -> Book {
    let mut town = Town::new(people);
    let mut book = Book {
        contacts: (0..people).map(|n| town.contact(n)).collect(),
        promises: (0..people).map(|n| town.promise(n)).collect(),
        ..Book::default()
    };
    book.interactions = (0..5 * people).map(|n| town.talk(n / 5)).collect();
    book.exchanges = (0..people / 2).map(|n| town.value(2 * n)).collect();
    book.introductions = (0..people / 20).map(|_| town.introduction()).collect();
    book.incidents = (0..people / 50).map(|_| town.incident()).collect();
    let lunches = (people / 10).max(AHEAD.min(people));
    book.invites = (0..lunches).map(|n| town.lunch(n)).collect();
    book
}

/// The dice, and who lives here.
struct Town {
    dice: StdRng,
    ids: IdSource,
    people: Vec<ContactId>,
}

impl Town {
    fn new(people: usize) -> Self {
        let seed = 20_260_924;
        let ids = IdSource::seeded(seed);
        Self {
            dice: StdRng::seed_from_u64(seed),
            people: (0..people).map(|_| ids.next()).collect(),
            ids,
        }
    }

    fn contact(&mut self, n: usize) -> Contact {
        let (first, last) = (self.one_of(FIRST), self.one_of(LAST));
        let initial = char::from(b'A' + u8::try_from(self.below(26)).unwrap());
        let firm = self.one_of(FIRMS);
        let address = format!("{first}.{last}{n}@{firm}.example").to_lowercase();
        Contact {
            id: self.people[n],
            name: format!("{first} {initial}. {last}"),
            organisation: format!("{firm} {}", self.one_of(KINDS_OF_FIRM)),
            role: self.one_of(ROLES).to_owned(),
            circle: self.one_of(CIRCLES).to_owned(),
            emails: vec![address.replace([' ', '\''], "")],
            phones: vec![format!("+49 30 {:07}", self.below(10_000_000))],
            birthday: self.maybe(3).then(|| Birthday {
                year: None,
                month: 1 + self.small(12),
                day: 1 + self.small(28),
            }),
            tags: self.some_of(TAGS, 3),
            topics: self.some_of(WORDS, 3),
            how_we_met: self.sentence(5, 12),
            tie: self.one_of(&[
                Tie::Acquaintance,
                Tie::Acquaintance,
                Tie::Familiar,
                Tie::Close,
            ]),
            rhythm_days: self
                .maybe(4)
                .then(|| NonZeroU32::MIN.saturating_add(29 + self.small(336))),
            archived: self.maybe(50),
            aspirations: self.maybe(3).then(|| self.aim()).into_iter().collect(),
            problems: self.maybe(2).then(|| self.aim()).into_iter().collect(),
            knows: self.acquaintances(),
            notes: self.sentence(8, 30),
            added: self.day_before(1700),
            ..Contact::default()
        }
    }

    fn aim(&mut self) -> Aim {
        Aim {
            id: self.ids.next(),
            text: self.sentence(4, 10),
            source: goodword::domain::contact::Source::TheySaid,
            importance: self.one_of(&[Importance::Useful, Importance::Important]),
            noted: self.day_before(700),
            closed: self.maybe(3).then(|| TODAY - Days::new(1)),
        }
    }

    fn acquaintances(&mut self) -> Vec<(KnownPerson, Tie)> {
        let count = self.below(4).saturating_sub(1);
        let tie = |town: &mut Self| town.one_of(&[Tie::Acquaintance, Tie::Familiar, Tie::Close]);
        (0..count)
            .map(|_| (KnownPerson::Contact(self.person()), tie(self)))
            .collect()
    }

    /// Six of ten are done; those that are open were made in the last half year, and are due around today.
    fn promise(&mut self, n: usize) -> Promise {
        let is_open = self.below(10) < 4;
        let made = self.day_before(if is_open { 180 } else { 1600 });
        let due = made + Days::new(3 + u64::from(self.small(90)));
        let on = due.min(TODAY) - Days::new(u64::from(self.small(3)));
        let mut promise = Promise::new(self.people[n], made);
        promise.id = self.ids.next();
        promise.by = self.one_of(&[Party::Me, Party::Me, Party::Them]);
        promise.text = format!("{} {}", self.one_of(VERBS), self.sentence(2, 5));
        promise.kind = Some(self.kind());
        promise.due = (!self.maybe(10)).then_some(due);
        promise.said = self.one_of(&[Strength::Promise, Strength::Intend, Strength::Attempt]);
        promise.impact = self.one_of(&[Impact::Little, Impact::Some, Impact::Much]);
        promise.minutes = Some(15 + 15 * self.small(8));
        if !is_open {
            promise.state = if self.maybe(3) {
                State::Confirmed {
                    on,
                    delivered: Some(on.max(made)),
                }
            } else {
                State::Delivered {
                    on: on.max(made),
                    was_blocked: None,
                }
            };
        }
        promise
    }

    fn talk(&mut self, n: usize) -> Interaction {
        Interaction {
            id: self.ids.next(),
            with: vec![self.people[n]],
            on: self.day_before(1600),
            kind: self.one_of(&[
                InteractionKind::InPerson,
                InteractionKind::Lunch,
                InteractionKind::Call,
                InteractionKind::Message,
                InteractionKind::Event,
            ]),
            two_way: !self.maybe(5),
            note: self.sentence(5, 16),
        }
    }

    fn value(&mut self, n: usize) -> Exchange {
        Exchange {
            id: self.ids.next(),
            contact: self.people[n],
            on: self.day_before(1600),
            direction: self.one_of(&[Direction::Given, Direction::Received]),
            kind: self.kind(),
            size: self.one_of(&[Size::Small, Size::Small, Size::Medium, Size::Large]),
            horizon: self.one_of(&[Horizon::Days, Horizon::Months, Horizon::Year]),
            note: self.sentence(4, 10),
            from: None,
        }
    }

    fn introduction(&mut self) -> Introduction {
        let asked = self.day_before(900);
        let after = |days| Some(asked + Days::new(days));
        let stage = self.below(4);
        Introduction {
            id: self.ids.next(),
            requester: self.person(),
            target: self.person(),
            purpose: self.sentence(4, 9),
            good_for_target: self.sentence(4, 9),
            asked_requester: Some(asked),
            yes_requester: after(1).filter(|_| stage > 0),
            asked_target: after(2).filter(|_| stage > 0),
            yes_target: after(4).filter(|_| stage > 1),
            made: after(5).filter(|_| stage > 1),
            followed_up: after(20).filter(|_| stage > 2),
            ..Introduction::default()
        }
    }

    fn incident(&mut self) -> Incident {
        let on = self.day_before(1200);
        Incident {
            id: self.ids.next(),
            contact: self.person(),
            about: self.one_of(&[Party::Me, Party::Them]),
            kind: self.one_of(&[IncidentKind::Harmed, IncidentKind::Helped]),
            severity: self.one_of(&[Severity::Minor, Severity::Moderate]),
            on,
            noted: Some(on),
            note: self.sentence(4, 12),
            settled: Some(on + Days::new(9)),
            acknowledged: Some(on + Days::new(2)),
            made_right: self.maybe(2).then(|| on + Days::new(9)),
            from: None,
        }
    }

    /// The first few are ahead, two for each noon so that they compete; the others were.
    fn lunch(&mut self, n: usize) -> Invite {
        let is_ahead = n < AHEAD;
        let day = if is_ahead {
            TODAY + Days::new(1 + n as u64 / 2)
        } else {
            self.day_before(1200)
        };
        let start = day.and_hms_opt(12, 0, 0).unwrap();
        let with = vec![self.person()];
        let asked_on = day.min(TODAY) - Days::new(5);
        let mut lunch = Invite::new(with, start, start + TimeDelta::hours(1), asked_on);
        lunch.id = self.ids.next();
        lunch.title = format!("Lunch: {}", self.sentence(2, 4));
        lunch.place = format!("{} canteen", self.one_of(FIRMS));
        lunch.assessment = Some(Assessment {
            help: Some(self.one_of(&[Help::Pleasant, Help::Useful, Help::Important])),
            help_kind: Some(self.kind()),
            horizon: self.one_of(&[Horizon::Months, Horizon::Year]),
            ..Assessment::default()
        });
        if !is_ahead {
            lunch.answer(Reply::Accepted);
            lunch.outcome = Some(Outcome::Happened);
        }
        lunch
    }

    fn kind(&mut self) -> ExchangeKind {
        self.one_of(&ExchangeKind::ALL)
    }

    fn person(&mut self) -> Id<Contact> {
        let n = self.below(self.people.len());
        self.people[n]
    }

    fn sentence(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        let words: Vec<_> = (0..count).map(|_| self.one_of(WORDS)).collect();
        words.join(" ")
    }

    fn some_of(&mut self, of: &[&str], most: usize) -> Vec<String> {
        (0..=self.below(most))
            .map(|_| self.one_of(of).to_owned())
            .collect()
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn day_before(&mut self, days: u32) -> NaiveDate {
        TODAY - Days::new(1 + u64::from(self.small(days)))
    }

    /// Once in so many times.
    fn maybe(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn small(&mut self, limit: u32) -> u32 {
        self.dice.next_u32() % limit
    }

    fn below(&mut self, limit: usize) -> usize {
        self.small(u32::try_from(limit).unwrap()) as usize
    }
}
