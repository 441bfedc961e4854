//! The answers about two invites: both people on one sheet, the result hidden meanwhile.

use chrono::NaiveDate;
use tui_input::Input;

use crate::app::veil::masked_unless_day;
use crate::domain::Book;
use crate::domain::comparison::Side;
use crate::domain::conflict::Conflict;
use crate::domain::contact::AimId;
use crate::domain::dates::short;
use crate::domain::exchange::Horizon;
use crate::domain::incident::Party;
use crate::domain::invite::{Assessment, Help, Invite, NextChance};
use crate::domain::promise::{Promise, PromiseId, State};
use crate::domain::tuning::TUNING;
use crate::domain::when;

/// The answers about two invites.
#[derive(Clone)]
pub struct Answers {
    /// The pair.
    pub pair: Conflict,
    /// The answers about the first.
    pub a: Assessment,
    /// The answers about the second.
    pub b: Assessment,
    /// The person the keys are about.
    pub side: Side,
    /// The question under the cursor.
    pub question: Question,
    /// Whether the questions asked less often are shown.
    pub more: bool,
    /// A date being typed.
    pub day: Option<TypedDay>,
    /// What was answered before.
    pristine: (Assessment, Assessment),
}

/// A date being typed.
#[derive(Clone, Default)]
pub struct TypedDay {
    /// What was typed.
    pub input: Input,
    /// Why it cannot be read.
    pub problem: Option<String>,
}

/// A question of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// What the hour does for them.
    Help,
    /// Which problem or aim of theirs it serves.
    Aim,
    /// When they could have it instead.
    NextChance,
    /// Which promise of mine it moves.
    Advances,
    /// How long it matters to them.
    Horizon,
    /// Whether going would need an untruth to the other.
    Untruth,
}

impl Answers {
    /// The sheet for a pair, with what was answered before; `None` where an invite is gone.
    #[must_use]
    pub fn open(pair: Conflict, side: Side, book: &Book) -> Option<Self> {
        let known = |side: Side| {
            let invite = book.invites.get(pair.invite(side))?;
            Some(invite.assessment.clone().unwrap_or_default())
        };
        let (a, b) = (known(Side::A)?, known(Side::B)?);
        let asked_more = |about: &Assessment| about.needs_untruth || !about.advances.is_empty();
        Some(Self {
            pair,
            more: asked_more(&a) || asked_more(&b),
            pristine: (a.clone(), b.clone()),
            a,
            b,
            side,
            question: Question::Help,
            day: None,
        })
    }

    /// Goes on with what was answered before, and with a date that was being typed.
    pub(in crate::app) fn go_on(&mut self, a: Assessment, b: Assessment, day: Option<String>) {
        (self.a, self.b) = (a, b);
        if let Some(day) = day {
            self.question = Question::NextChance;
            self.day = Some(TypedDay {
                input: Input::new(day),
                problem: None,
            });
        }
    }

    /// The sheet while names are hidden: it holds ids and answers, and a day being typed.
    #[must_use]
    pub(in crate::app) fn as_seen(&self, today: NaiveDate) -> Self {
        let mut seen = self.clone();
        if let Some(typed) = &mut seen.day {
            typed.input = masked_unless_day(&typed.input, today);
        }
        seen
    }

    /// The questions in sight, in their order.
    #[must_use]
    pub fn questions(&self) -> &'static [Question] {
        use Question::{Advances, Aim, Help, Horizon, NextChance, Untruth};
        if self.more {
            &[Help, Aim, NextChance, Advances, Horizon, Untruth]
        } else {
            &[Help, Aim, NextChance]
        }
    }

    /// Whether an answer was given that is not kept yet.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.day.is_some() || (&self.a, &self.b) != (&self.pristine.0, &self.pristine.1)
    }

    /// The answers about one side.
    #[must_use]
    pub const fn about(&self, side: Side) -> &Assessment {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    fn current(&mut self) -> &mut Assessment {
        match self.side {
            Side::A => &mut self.a,
            Side::B => &mut self.b,
        }
    }

    /// To another question, by so many; says whether there was one.
    pub fn step(&mut self, down: bool) -> bool {
        let questions = self.questions();
        let at = questions
            .iter()
            .position(|question| *question == self.question)
            .unwrap_or(0);
        let next = if down {
            Some(at + 1)
        } else {
            at.checked_sub(1)
        };
        match next.and_then(|next| questions.get(next)) {
            Some(question) => {
                self.question = *question;
                true
            }
            None => false,
        }
    }

    /// Answers with a number: 0 to 4 for help, 1 to 4 for the next chance.
    pub fn rate(&mut self, number: u8) {
        match self.question {
            Question::Help => self.current().help = Help::ALL.get(usize::from(number)).copied(),
            Question::NextChance => {
                let [days, weeks, months] = TUNING.comparison.wait_days;
                self.current().next_chance = match number {
                    1 => NextChance::In(days),
                    2 => NextChance::In(weeks),
                    3 => NextChance::In(months),
                    4 => NextChance::Never,
                    _ => return,
                };
            }
            Question::Horizon => {
                let chosen = usize::from(number)
                    .checked_sub(1)
                    .and_then(|at| Horizon::ALL.get(at));
                if let Some(horizon) = chosen {
                    self.current().horizon = *horizon;
                }
            }
            Question::Aim | Question::Advances | Question::Untruth => {}
        }
    }

    /// Takes an answer back.
    pub fn unsure(&mut self) {
        match self.question {
            Question::Help => self.current().help = None,
            Question::Aim => self.current().aim = None,
            Question::NextChance => self.current().next_chance = NextChance::Unknown,
            Question::Advances => self.current().advances.clear(),
            Question::Horizon => self.current().horizon = Horizon::default(),
            Question::Untruth => self.current().needs_untruth = false,
        }
    }

    /// Takes the next choice of a question that has a list of them; says whether there was one more. Space takes none.
    pub fn pick(&mut self, book: &Book) -> bool {
        let Some(invite) = book.invites.get(self.pair.invite(self.side)).cloned() else {
            return false;
        };
        match self.question {
            Question::Aim => {
                let choices: Vec<AimId> = aims(book, &invite).map(|(_, id)| id).collect();
                let current = self.current();
                let next = next_of(&choices, current.aim);
                if next.is_some() {
                    current.aim = next;
                }
                next.is_some()
            }
            Question::Advances => {
                let choices: Vec<PromiseId> =
                    movable(book, &invite).map(|promise| promise.id).collect();
                // Each by itself, then all of them.
                let mut sets: Vec<Vec<PromiseId>> = choices.iter().map(|id| vec![*id]).collect();
                if choices.len() > 1 {
                    sets.push(choices.clone());
                }
                let current = self.current();
                let now = sets.iter().position(|set| *set == current.advances);
                let next = match now {
                    None if current.advances.is_empty() => sets.first(),
                    // Another selection than the sheet offers: it stays, and Space takes it away.
                    None => None,
                    Some(at) => sets.get(at + 1),
                };
                if let Some(next) = next {
                    current.advances.clone_from(next);
                }
                next.is_some()
            }
            Question::Horizon => {
                let current = self.current();
                let next = next_of(&Horizon::ALL, Some(current.horizon));
                current.horizon = next.unwrap_or(current.horizon);
                next.is_some()
            }
            Question::Untruth => {
                let current = self.current();
                let said = current.needs_untruth;
                current.needs_untruth = true;
                !said
            }
            Question::Help | Question::NextChance => false,
        }
    }

    /// Says, or takes back, that someone may come to harm.
    pub fn harm(&mut self) {
        let current = self.current();
        current.safety = !current.safety;
    }

    /// Takes the date that was typed; says whether it is one. What comes instead of the hour lies neither before it nor
    /// in the past.
    pub fn take_day(&mut self, book: &Book, today: NaiveDate) -> bool {
        let lunch = book.invites.get(self.pair.invite(self.side));
        let first = lunch.map_or(today, |lunch| lunch.day().max(today));
        let Some(typed) = &mut self.day else {
            return false;
        };
        let problem = match when::day(typed.input.value(), today) {
            Some(day) if day >= first => {
                self.day = None;
                self.current().next_chance = NextChance::On(day);
                return true;
            }
            Some(_) => format!("instead of now: {} or later", short(first, today)),
            None => "no day that I know. Try next tue, 5 oct or in 2 weeks".to_owned(),
        };
        typed.problem = Some(problem);
        false
    }

    /// What is kept of an answered side: nothing where nothing was answered.
    #[must_use]
    pub fn kept(&self, side: Side) -> Option<Assessment> {
        let about = self.about(side);
        (*about != Assessment::default()).then(|| about.clone())
    }
}

/// The open aims of the people of an invite, with their words.
pub fn aims<'a>(book: &'a Book, invite: &'a Invite) -> impl Iterator<Item = (&'a str, AimId)> {
    let people = invite.with.iter().filter_map(|id| book.contacts.get(*id));
    people.flat_map(|contact| contact.open_aims().map(|aim| (aim.text.as_str(), aim.id)))
}

/// My promises to the people of an invite that an hour with them could move: owed, or broken and not made right.
pub fn movable<'a>(book: &'a Book, invite: &'a Invite) -> impl Iterator<Item = &'a Promise> {
    let moves =
        |promise: &Promise| promise.is_owed() || matches!(promise.state, State::Missed { .. });
    let promises = book.promises.iter().map(AsRef::as_ref);
    promises.filter(move |promise| {
        promise.by == Party::Me && moves(promise) && invite.is_with(promise.contact)
    })
}

/// The choice after this one: the first after none; nothing after the last.
fn next_of<T: Copy + PartialEq>(choices: &[T], now: Option<T>) -> Option<T> {
    match now.and_then(|now| choices.iter().position(|choice| *choice == now)) {
        None => choices.first().copied(),
        Some(at) => choices.get(at + 1).copied(),
    }
}
