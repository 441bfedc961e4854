//! The fields that can be asked for, and the values that each of them knows.

use foldhash::HashSet;

use super::List;
use super::index::{Index, Label};
use crate::domain::exchange::ExchangeKind;
use crate::domain::incident::Party;
use crate::domain::options::Stage;
use crate::domain::rhythm::Pace;
use crate::domain::search::{begins_folded, folded};
use crate::domain::sentences::query as say;
use crate::domain::trust::Word;

/// A field with what is wanted of it.
#[derive(Clone)]
pub(super) enum Field {
    /// A text of the person: one of these, as they are written.
    Label(Label, HashSet<String>),
    /// The last talk.
    Last(Since),
    /// Who owes a promise.
    Owes(Vec<Party>),
    /// What was seen of their conduct; none where it is too little to say.
    Trust(Vec<Option<Word>>),
    /// When a promise is due.
    Due(Due),
    /// Where a promise stands.
    State(Vec<Standing>),
    /// Whose promise it is.
    By(Vec<Party>),
    /// What value a promise brings; none where it brings none.
    Kind(Vec<Option<ExchangeKind>>),
    /// On Today the word for why a row stands there, of a choice how far it has come.
    Matter(String),
    /// What is said of the person as a whole.
    Is(Vec<Is>),
    /// How long it has been, by the time meant.
    Pace(Vec<Paced>),
}

/// A number of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// More than these.
    Over(i64),
    /// Fewer than these.
    Under(i64),
}

impl Span {
    pub(super) const fn holds(self, days: i64) -> bool {
        match self {
            Self::Over(limit) => days > limit,
            Self::Under(limit) => days < limit,
        }
    }
}

/// How long ago the last talk was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Since {
    /// There was none.
    Never,
    /// So long ago.
    Days(Span),
}

/// When a promise is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// It was.
    Late,
    /// Today.
    Today,
    /// No day is set.
    NoDay,
    /// In so many days.
    In(Span),
}

/// Where a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Owed, and not stuck.
    Open,
    /// Owed, and stuck.
    Stuck,
    /// Done, said so or not.
    Done,
    /// Broken.
    Missed,
    /// Let off.
    LetOff,
    /// Taken back.
    TakenBack,
    /// Broken, and made right.
    MadeRight,
}

/// What is said of a person as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    /// Kept out of the lists.
    Archived,
    /// Written down lately.
    New,
}

/// How long it has been, by the time meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paced {
    /// As far as that.
    As(Pace),
    /// Due or later, and not left alone.
    Late,
    /// No time is meant.
    No,
}

/// The names of all fields, those that are asked for most first.
pub(super) const NAMES: [&str; 14] = [
    "tag", "org", "last", "owes", "due", "pace", "trust", "state", "by", "kind", "is", "role",
    "circle", "topic",
];

const OWES: &[(&str, Party)] = &[("me", Party::Them), ("them", Party::Me)];
const BY: &[(&str, Party)] = &[("me", Party::Me), ("them", Party::Them)];
const TRUST: &[(&str, Option<Word>)] = &[
    ("solid", Some(Word::Solid)),
    ("good", Some(Word::Good)),
    ("mixed", Some(Word::Mixed)),
    ("strained", Some(Word::Strained)),
    ("none", None),
];
const STATES: &[(&str, Standing)] = &[
    ("open", Standing::Open),
    ("stuck", Standing::Stuck),
    ("done", Standing::Done),
    ("missed", Standing::Missed),
    ("let-off", Standing::LetOff),
    ("taken-back", Standing::TakenBack),
    ("made-right", Standing::MadeRight),
];
const KINDS: &[(&str, Option<ExchangeKind>)] = &[
    ("knowledge", Some(ExchangeKind::Knowledge)),
    ("advice", Some(ExchangeKind::Advice)),
    ("introduction", Some(ExchangeKind::Introduction)),
    ("none", None),
];
const IS: &[(&str, Is)] = &[("new", Is::New), ("archived", Is::Archived)];
const PACES: &[(&str, Paced)] = &[
    ("late", Paced::Late),
    ("fresh", Paced::As(Pace::Fresh)),
    ("soon", Paced::As(Pace::Soon)),
    ("due", Paced::As(Pace::Due)),
    ("overdue", Paced::As(Pace::Overdue)),
    ("fading", Paced::As(Pace::Fading)),
    ("dormant", Paced::As(Pace::Dormant)),
    ("none", Paced::No),
];
/// The words for why a row stands on Today, as the screen says them.
const MATTERS: [&str; 15] = [
    "unheard",
    "clash",
    "late",
    "today",
    "untold",
    "unclear",
    "put right",
    "pace",
    "lunch",
    "look back",
    "harm",
    "asked",
    "choose",
    "ended",
    "inbox",
];

/// How far a choice has come, as the screen says it.
const STAGES: [&str; 4] = [
    Stage::Open.name(),
    Stage::Decided.name(),
    Stage::LookBack.name(),
    Stage::LookedBack.name(),
];

/// Reads a field; where it or its value is not known, the sentence that says so and offers what is.
pub(super) fn read(name: &str, value: &str, list: List, index: &Index) -> Result<Field, String> {
    let value = folded(value.trim());
    let label = |label| read_label(name, label, &value, index);
    match name {
        "tag" => label(Label::Tag),
        "org" => label(Label::Org),
        "role" => label(Label::Role),
        "circle" => label(Label::Circle),
        "topic" => label(Label::Topic),
        "due" | "by" | "kind" if list == List::Choices => Err(say::says_nothing(name, list.rows())),
        "state" if list == List::Choices => matter(name, value, &STAGES),
        "last" if value == "never" => Ok(Field::Last(Since::Never)),
        "last" => span(&value)
            .map(|span| Field::Last(Since::Days(span)))
            .ok_or_else(|| say::unknown_value(name, &value, [">60d", "<7d", "never"])),
        "due" => due(&value)
            .map(Field::Due)
            .ok_or_else(|| say::unknown_value(name, &value, ["<7d", "late", "today", "none"])),
        "owes" => one_of(name, &value, OWES).map(Field::Owes),
        "trust" => one_of(name, &value, TRUST).map(Field::Trust),
        "state" => one_of(name, &value, STATES).map(Field::State),
        "is" => one_of(name, &value, IS).map(Field::Is),
        "pace" => one_of(name, &value, PACES).map(Field::Pace),
        "by" | "kind" if list == List::People => Err(say::says_nothing(name, list.rows())),
        "by" => one_of(name, &value, BY).map(Field::By),
        "kind" if list == List::Today => matter(name, value, &MATTERS),
        "kind" => one_of(name, &value, KINDS).map(Field::Kind),
        _ => Err(say::unknown_field(name, &NAMES)),
    }
}

/// A tag, a topic or a circle that is called so is meant alone; else all those with words that begin so. A firm or a
/// role is found by its words in any case: they are rarely written out.
fn read_label(name: &str, label: Label, value: &str, index: &Index) -> Result<Field, String> {
    let known = index.known(label);
    let is_short = matches!(label, Label::Tag | Label::Topic | Label::Circle);
    if let Some(ways) = known.get(value).filter(|_| is_short) {
        return Ok(Field::Label(label, ways.iter().cloned().collect()));
    }
    let begun = known.iter().filter(|(one, _)| begins_folded(value, one));
    let wanted: HashSet<String> = begun.flat_map(|(_, ways)| ways).cloned().collect();
    if value.is_empty() || wanted.is_empty() {
        let known = known.values().filter_map(|ways| ways.last());
        let known = known.map(String::as_str);
        return Err(say::unknown_value(name, value, known));
    }
    Ok(Field::Label(label, wanted))
}

/// What is called so, or else everything that begins so: it narrows while it is typed.
fn one_of<T: Copy>(name: &str, value: &str, known: &[(&str, T)]) -> Result<Vec<T>, String> {
    let exact = known.iter().find(|(word, _)| *word == value);
    if let Some((_, one)) = exact {
        return Ok(vec![*one]);
    }
    let begun = known.iter().filter(|(word, _)| word.starts_with(value));
    let begun: Vec<T> = begun.map(|(_, one)| *one).collect();
    if value.is_empty() || begun.is_empty() {
        return Err(say::unknown_value(
            name,
            value,
            known.iter().map(|(word, _)| *word),
        ));
    }
    Ok(begun)
}

fn matter(name: &str, value: String, known: &[&str]) -> Result<Field, String> {
    let is_known = known.iter().any(|matter| matter.starts_with(&value));
    if value.is_empty() || !is_known {
        return Err(say::unknown_value(name, &value, known.iter().copied()));
    }
    Ok(Field::Matter(value))
}

fn due(value: &str) -> Option<Due> {
    match value {
        "late" => Some(Due::Late),
        "today" => Some(Due::Today),
        "none" => Some(Due::NoDay),
        _ => span(value).map(Due::In),
    }
}

/// ">60d", "<2w", ">3m", "<1y"; days where no unit is given.
fn span(value: &str) -> Option<Span> {
    let over = value.strip_prefix('>');
    let number = over.or_else(|| value.strip_prefix('<'))?;
    let digits = number.trim_end_matches(|last: char| !last.is_ascii_digit());
    let days = match number.get(digits.len()..)? {
        "" | "d" => 1,
        "w" => 7,
        "m" => 30,
        "y" => 365,
        _ => return None,
    };
    let days = digits
        .parse::<u32>()
        .ok()
        .map(|number| i64::from(number) * days)?;
    Some(match over {
        Some(_) => Span::Over(days),
        None => Span::Under(days),
    })
}

impl Field {
    /// Whether it asks for the archived, or for all but those.
    pub(super) fn is_about_archived(&self) -> bool {
        matches!(self, Self::Is(wanted) if wanted.contains(&Is::Archived))
    }
}
