//! Books of every shape, from a number: the same seed and size give the same book.

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use goodword::domain::Book;
use goodword::domain::book::{Settings, Unresolved, View};
use goodword::domain::comparison::Side;
use goodword::domain::comparison::{Line, Order, Reading, Wait, compare};
use goodword::domain::contact::{
    Aim, AimId, Birthday, Contact, ContactId, Importance, KnownPerson, Source, Tie,
};
use goodword::domain::decision::{Chosen, Decision, Review, Snapshot, Subject, TurnedOut};
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::{Id, IdSource};
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::invite::{
    Assessment, Busy, CalendarEntry, Help, Invite, InviteId, MoveOk, NextChance, Outcome, Reply,
};
use goodword::domain::options::{self, Choice, Later, OptionSet};
use goodword::domain::promise::{
    Blockage, Effort, EffortKind, Impact, MissKind, Promise, PromiseId, State, Strength, Terms,
};
use goodword::domain::query::List;
use goodword::domain::tuning::TUNING;
use goodword::domain::view::Sorting;

/// Any book, with up to so many records of each kind. A failing one is made smaller.
pub(crate) fn any_book(most: usize) -> impl Strategy<Value = Book> {
    (any::<u64>(), 0..=most).prop_map(|(seed, size)| book(seed, size))
}

/// The book of a seed, with so many records of each kind. Every reference in it leads somewhere.
pub(crate) fn book(seed: u64, size: usize) -> Book {
    Dice::new(seed).book(size)
}

/// Texts that a careless writer or reader trips over.
const TEXTS: [&str; 14] = [
    "",
    " ",
    "Dana Reyes",
    "Send the slides by Friday",
    "a \"quoted\" word, a \\ and a 'tick'",
    "two\nlines\r\nand\ttabs",
    "\u{1b}[31mred\u{7} \u{0} \u{7f}",
    "<<<<<<< HEAD\n=======\n>>>>>>> theirs",
    "None",
    "Some(\"x\")",
    "r#\"raw\"# // no comment /* none */ ([{",
    "Zoë 日本 👩‍👩‍👧 e\u{301}\u{301} \u{202e}edoc",
    "\u{feff}\u{2028}\u{200b}",
    "),\n    (\n",
];

struct Dice {
    rng: StdRng,
    ids: IdSource,
    people: Vec<ContactId>,
    aims: Vec<AimId>,
    promises: Vec<PromiseId>,
    invites: Vec<InviteId>,
}

impl Dice {
    fn new(seed: u64) -> Self {
        Self {
            rng: StdRng::seed_from_u64(seed),
            ids: IdSource::seeded(seed),
            people: Vec::new(),
            aims: Vec::new(),
            promises: Vec::new(),
            invites: Vec::new(),
        }
    }

    fn book(&mut self, size: usize) -> Book {
        self.people = self.fresh(size);
        self.aims = self.fresh(2 * size);
        self.promises = self.fresh(size);
        self.invites = self.fresh(size);
        let mut book = Book {
            settings: self.settings().into(),
            ..Book::default()
        };
        let invites = self.invites.clone();
        for n in 0..size {
            let contact = self.contact(n);
            book.contacts.put(contact);
            let promise = self.promise(n);
            book.promises.put(promise);
            let invite = self.invite(n);
            book.invites.put(invite);
            self.small_records(&mut book);
            let option_set = self.option_set();
            let options = option_set.id;
            book.option_sets.put(option_set);
            let about = match self.below(2) {
                0 => Subject::Invites(self.pick(&invites), self.pick(&invites)),
                _ => Subject::Options(options),
            };
            let decision = self.decision(about);
            book.decisions.put(decision);
        }
        book.unresolved = self.several(|dice| Unresolved {
            record: dice
                .people
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
            field: dice.text(),
            ours: dice.text(),
            theirs: dice.text(),
        });
        // As the program itself writes them, one for a field; undo puts them back in this order.
        book.unresolved
            .sort_by(|one, other| (&one.record, &one.field).cmp(&(&other.record, &other.field)));
        book.unresolved
            .dedup_by(|one, other| (&one.record, &one.field) == (&other.record, &other.field));
        if size == 0 {
            book.unresolved.clear();
        }
        book
    }

    fn settings(&mut self) -> Settings {
        let people = self.people.clone();
        Settings {
            order_of_lines: self.order(),
            weekly_minutes: self.below(3000),
            views: self.several(|dice| View {
                name: dice.text(),
                filter: dice.text(),
                number: u8::try_from(dice.below(12)).unwrap(),
                list: dice.pick(&[List::Today, List::People, List::Promises]),
                sort: dice.pick(&[
                    Sorting::Owed,
                    Sorting::Name,
                    Sorting::LastTalk,
                    Sorting::Made,
                ]),
            }),
            not_the_same: if people.is_empty() {
                Vec::new()
            } else {
                self.several(|dice| (dice.pick(&people), dice.pick(&people)))
            },
        }
    }

    fn order(&mut self) -> Order {
        let mut lines = Line::ALL.to_vec();
        let mut groups = vec![Vec::new()];
        while !lines.is_empty() {
            let at = self.below(lines.len() as u32) as usize;
            groups.last_mut().unwrap().push(lines.swap_remove(at));
            if self.coin() {
                groups.push(Vec::new());
            }
        }
        Order::new(groups).unwrap()
    }

    fn contact(&mut self, n: usize) -> Contact {
        let people = self.people.clone();
        let (first, second) = (self.aims[2 * n], self.aims[2 * n + 1]);
        Contact {
            id: people[n],
            name: self.text(),
            nicknames: self.texts(),
            organisation: self.text(),
            role: self.text(),
            circle: self.text(),
            emails: self.texts(),
            phones: self.texts(),
            urls: self.texts(),
            birthday: self.maybe(|dice| Birthday {
                year: dice.maybe(|dice| 1900 + dice.below(120) as i32),
                month: 1 + dice.below(12),
                day: 1 + dice.below(28),
            }),
            tags: self.texts(),
            topics: self.texts(),
            how_we_met: self.text(),
            tie: self.tie(),
            rhythm_days: self.maybe(Self::days),
            at_worst_days: self.maybe(Self::days),
            snoozed_until: self.maybe(Self::date),
            boundary: self.coin(),
            archived: self.coin(),
            aspirations: self.maybe(|dice| dice.aim(first)).into_iter().collect(),
            problems: vec![self.aim(second)],
            knows: self.several(|dice| {
                let known = match dice.below(2) {
                    0 => KnownPerson::Contact(dice.pick(&people)),
                    _ => KnownPerson::Outside(dice.text()),
                };
                (known, dice.tie())
            }),
            notes: self.text(),
            source_uid: self.maybe(Self::text),
            other_uids: self.texts(),
            imported: self.several(|dice| dice.below(1 << 30)),
            added: self.date(),
        }
    }

    fn aim(&mut self, id: AimId) -> Aim {
        let noted = self.date();
        Aim {
            id,
            text: self.text(),
            source: self.pick(&[Source::TheySaid, Source::MyGuess]),
            importance: self.pick(&[
                Importance::Minor,
                Importance::Useful,
                Importance::Important,
                Importance::Critical,
            ]),
            noted,
            closed: self.maybe(|dice| dice.date_from(noted)),
        }
    }

    fn promise(&mut self, n: usize) -> Promise {
        let promises = self.promises.clone();
        let made = self.date();
        Promise {
            id: promises[n],
            by: self.party(),
            contact: self.person(),
            text: self.text(),
            kind: self.maybe(Self::kind),
            made,
            due: self.maybe(|dice| dice.date_from(made)),
            said: self.strength(),
            exact_words: self.text(),
            heard: self.maybe(|dice| (dice.strength(), dice.date())),
            impact: self.pick(&[Impact::Little, Impact::Some, Impact::Much, Impact::Vital]),
            minutes: self.maybe(|dice| dice.below(u32::MAX)),
            state: self.state(made),
            efforts: self.several(Self::effort),
            earlier_terms: self.several(|dice| Terms {
                until: dice.date(),
                due: dice.maybe(Self::date),
                said: dice.strength(),
            }),
            reopened_from: self.maybe(|dice| dice.pick(&promises)),
        }
    }

    fn effort(&mut self) -> Effort {
        let on = self.date();
        Effort {
            on,
            told: self.maybe(|dice| dice.date_from(on)),
            kind: self.pick(&[
                EffortKind::Progress,
                EffortKind::Roadblock,
                EffortKind::NewTerms,
                EffortKind::Delivered,
                EffortKind::Note,
            ]),
            text: self.text(),
        }
    }

    fn state(&mut self, made: NaiveDate) -> State {
        let on = self.date_from(made);
        let miss = self.pick(&[MissKind::Shown, MissKind::ToldLate, MissKind::Silent]);
        match self.below(8) {
            0 => State::Open,
            1 => State::Blocked {
                since: on,
                by: self.text(),
            },
            2 => State::Delivered {
                on,
                was_blocked: self.maybe(|dice| Blockage {
                    since: dice.date(),
                    by: dice.text(),
                }),
            },
            3 => State::Confirmed {
                on,
                delivered: self.maybe(|_| made),
            },
            4 => State::Released { on },
            5 => State::Withdrawn { on },
            6 => State::Missed { on, kind: miss },
            _ => State::MadeRight { on, missed: miss },
        }
    }

    fn invite(&mut self, n: usize) -> Invite {
        let start = self.moment();
        Invite {
            id: self.invites[n],
            with: vec![self.person()],
            host: self.party(),
            title: self.text(),
            start,
            end: start + chrono::TimeDelta::minutes(i64::from(self.below(600))),
            zone: self.maybe(|_| "Europe/Berlin".to_owned()),
            all_day: self.coin(),
            travel_minutes: self.below(90),
            place: self.text(),
            asked_on: self.date(),
            reply: self.pick(&[
                Reply::NeedsAction,
                Reply::Tentative,
                Reply::Accepted,
                Reply::Declined,
            ]),
            my_words: self.text(),
            heard_yes: self.maybe(Self::coin),
            yes_void: self.coin(),
            move_ok: self.pick(&[MoveOk::Unknown, MoveOk::TheySaidFine, MoveOk::TheySaidHard]),
            outcome: self.maybe(|dice| match dice.below(3) {
                0 => Outcome::Happened,
                1 => Outcome::FellThrough,
                _ => Outcome::MovedTo(dice.date()),
            }),
            assessment: self.maybe(Self::assessment),
            asked_to_move: self.maybe(Self::date),
            revision: self.below(3),
            calendar: self.maybe(Self::calendar),
        }
    }

    fn assessment(&mut self) -> Assessment {
        let (promises, aims) = (self.promises.clone(), self.second_aims());
        Assessment {
            help: self.maybe(Self::help),
            help_kind: self.maybe(Self::kind),
            aim: self.maybe(|dice| dice.pick(&aims)),
            advances: self.several(|dice| dice.pick(&promises)),
            next_chance: match self.below(4) {
                0 => NextChance::Unknown,
                1 => NextChance::Never,
                2 => NextChance::In(10),
                _ => NextChance::On(self.date()),
            },
            horizon: self.horizon(),
            safety: self.coin(),
            needs_untruth: self.coin(),
        }
    }

    /// Busy time, a talk, an exchange, an incident and an introduction.
    fn small_records(&mut self, book: &mut Book) {
        let start = self.moment();
        book.busy.put(Busy {
            id: self.ids.next(),
            start,
            end: start,
            calendar: self.maybe(Self::calendar),
        });
        book.interactions.put(Interaction {
            id: self.ids.next(),
            with: vec![self.person()],
            on: self.date(),
            kind: self.pick(&[
                InteractionKind::InPerson,
                InteractionKind::Lunch,
                InteractionKind::Call,
                InteractionKind::Message,
                InteractionKind::Event,
            ]),
            two_way: self.coin(),
            note: self.text(),
        });
        let promises = self.promises.clone();
        book.exchanges.put(Exchange {
            id: self.ids.next(),
            contact: self.person(),
            on: self.date(),
            direction: self.pick(&[Direction::Given, Direction::Received]),
            kind: self.kind(),
            size: self.pick(&[Size::Small, Size::Medium, Size::Large]),
            horizon: self.horizon(),
            note: self.text(),
            from: self.maybe(|dice| dice.pick(&promises)),
        });
        let on = self.date();
        book.incidents.put(Incident {
            id: self.ids.next(),
            contact: self.person(),
            about: self.party(),
            kind: self.pick(&[
                IncidentKind::BadFaith,
                IncidentKind::Harmed,
                IncidentKind::Helped,
            ]),
            severity: self.pick(&[Severity::Minor, Severity::Moderate, Severity::Serious]),
            on,
            noted: None,
            note: self.text(),
            settled: self.maybe(|dice| dice.date_from(on)),
            acknowledged: self.maybe(|dice| dice.date_from(on)),
            made_right: self.maybe(|dice| dice.date_from(on)),
            from: self.maybe(|dice| dice.pick(&dice.invites.clone())),
        });
        book.introductions.put(Introduction {
            id: self.ids.next(),
            requester: self.person(),
            target: self.person(),
            purpose: self.text(),
            good_for_target: self.text(),
            asked_requester: self.maybe(Self::date),
            yes_requester: self.maybe(Self::date),
            asked_target: self.maybe(Self::date),
            yes_target: self.maybe(Self::date),
            made: self.maybe(Self::date),
            followed_up: self.maybe(Self::date),
            declined: self.maybe(Self::date),
            ..Introduction::default()
        });
    }

    fn decision(&mut self, about: Subject) -> Decision {
        let untruth_needed_for = self.maybe(Self::side);
        Decision {
            id: self.ids.next(),
            on: self.date(),
            about,
            chosen: match self.below(6) {
                0 => Chosen::A,
                1 => Chosen::B,
                2 => Chosen::Both,
                3 => Chosen::Neither,
                4 => Chosen::Moved {
                    which: self.side(),
                    to: self.maybe(Self::date),
                },
                _ => Chosen::Option(self.below(6) as u8),
            },
            untruth_needed_for,
            snapshot: self.maybe(|dice| dice.snapshot(untruth_needed_for)),
            followed_lean: self.maybe(Self::coin),
            reason: self.text(),
            told: self.maybe(Self::date),
            message: self.text(),
            review_on: self.maybe(Self::date),
            review: self.maybe(|dice| Review {
                on: dice.date(),
                outcome: dice.pick(&[
                    TurnedOut::MuchWorse,
                    TurnedOut::Worse,
                    TurnedOut::AsExpected,
                    TurnedOut::Better,
                    TurnedOut::MuchBetter,
                ]),
                would_repeat: dice.coin(),
                note: dice.text(),
            }),
            told_to: Vec::new(),
            knew: None,
            replaces: None,
            weighed: self.pick(&[options::View::Long, options::View::WinNow]),
        }
    }

    fn snapshot(&mut self, untruth: Option<Side>) -> Snapshot {
        let (a, b, order) = (self.reading(), self.reading(), self.order());
        let verdict = compare(&a, &b, &order, untruth);
        Snapshot {
            model_version: TUNING.model_version,
            a,
            b,
            order,
            verdict,
        }
    }

    fn reading(&mut self) -> Reading {
        Reading {
            help: self.maybe(Self::help),
            aim_linked: self.coin(),
            word: i64::from(self.below(1001)),
            repair: i64::from(self.below(1001)),
            wait: match self.below(3) {
                0 => Wait::Unknown,
                1 => Wait::Never,
                _ => Wait::Days(i64::from(self.below(400))),
            },
            horizon: self.horizon(),
            rhythm: i64::from(self.below(1001)),
            safety: self.coin(),
            boundary: self.coin(),
            word_given: self.coin(),
            trust_caution: self.coin(),
        }
    }

    fn option_set(&mut self) -> OptionSet {
        let mut choice = || Choice {
            text: self.text(),
            now: self.help(),
            later: self.pick(&[
                Later::Ruins,
                Later::HarmsMuch,
                Later::Harms,
                Later::Nuisance,
                Later::Nothing,
                Later::Pleasant,
                Later::Useful,
                Later::Important,
                Later::Critical,
            ]),
            they_know: self.coin(),
            would_show: self.coin(),
            my_gain: self.text(),
        };
        let options = vec![choice(), choice()];
        OptionSet {
            id: self.ids.next(),
            contact: self.person(),
            on: self.date(),
            question: self.text(),
            options,
        }
    }

    fn calendar(&mut self) -> CalendarEntry {
        CalendarEntry {
            uid: self.text(),
            sequence: self.below(4),
            recurrence_id: self.maybe(Self::text),
            organizer: self.maybe(Self::text),
            attendee: self.maybe(Self::text),
        }
    }

    fn help(&mut self) -> Help {
        self.pick(&[
            Help::Nothing,
            Help::Pleasant,
            Help::Useful,
            Help::Important,
            Help::Critical,
        ])
    }

    fn horizon(&mut self) -> Horizon {
        self.pick(&[
            Horizon::Days,
            Horizon::Months,
            Horizon::Year,
            Horizon::Years,
        ])
    }

    fn strength(&mut self) -> Strength {
        self.pick(&[
            Strength::Explore,
            Strength::Attempt,
            Strength::Intend,
            Strength::Promise,
        ])
    }

    fn kind(&mut self) -> ExchangeKind {
        self.pick(&[
            ExchangeKind::Knowledge,
            ExchangeKind::Advice,
            ExchangeKind::Introduction,
        ])
    }

    fn tie(&mut self) -> Tie {
        self.pick(&[
            Tie::Unknown,
            Tie::Acquaintance,
            Tie::Familiar,
            Tie::Close,
            Tie::Trusted,
        ])
    }

    fn party(&mut self) -> Party {
        self.pick(&[Party::Me, Party::Them])
    }

    fn side(&mut self) -> Side {
        self.pick(&[Side::A, Side::B])
    }

    fn person(&mut self) -> ContactId {
        self.pick(&self.people.clone())
    }

    /// The aims that every contact has, whatever the dice say.
    fn second_aims(&self) -> Vec<AimId> {
        self.aims.iter().skip(1).step_by(2).copied().collect()
    }

    fn days(&mut self) -> NonZeroU32 {
        NonZeroU32::MIN.saturating_add(self.below(400))
    }

    fn date(&mut self) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        self.date_from(first)
    }

    fn date_from(&mut self, first: NaiveDate) -> NaiveDate {
        first + Days::new(u64::from(self.below(4000)))
    }

    fn moment(&mut self) -> NaiveDateTime {
        let date = self.date();
        date.and_hms_opt(self.below(24), self.below(60), 0).unwrap()
    }

    fn text(&mut self) -> String {
        self.pick(&TEXTS).to_owned()
    }

    fn texts(&mut self) -> Vec<String> {
        self.several(Self::text)
    }

    fn fresh<T>(&self, count: usize) -> Vec<Id<T>> {
        (0..count).map(|_| self.ids.next()).collect()
    }

    fn several<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(u32::try_from(of.len()).unwrap()) as usize]
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.rng.next_u32() % limit
    }
}
