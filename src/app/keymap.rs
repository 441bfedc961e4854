//! The one table of keys: it drives dispatch, help and the footer. A key means one thing everywhere.

use super::chord::Chord;
use super::model::Screen;
use super::rows::Motion;

/// What the user asks for with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Move the cursor.
    Move(Motion),
    /// To the pane or person on the left.
    Left,
    /// To the pane or person on the right.
    Right,
    /// To the next pane.
    NextPane,
    /// To the next of what fills the screen.
    NextItem,
    /// To the previous of what fills the screen.
    PreviousItem,
    /// To a screen.
    Go(Screen),
    /// The main thing here.
    Open,
    /// One step out.
    Back,
    /// Filter the list.
    Filter,
    /// Sort the list another way.
    Sort,
    /// Show the figures behind what is said.
    Figures,
    /// Help.
    Help,
    /// A new record of this screen, by form.
    Add,
    /// Edit what is under the cursor.
    Edit,
    /// Remove what is under the cursor.
    Remove,
    /// Done, or not done after all.
    Tick,
    /// Make a line of the comparison more important.
    Raise,
    /// Make a line of the comparison less important.
    Lower,
    /// Write to the person.
    Write,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Draw again.
    Redraw,
    /// To the background of the shell.
    Suspend,
    /// Leave the program.
    Quit,
    /// To the next field.
    NextField,
    /// To the previous field.
    PreviousField,
    /// Next field, and on the last one done.
    Enter,
    /// Done with the sheet.
    Done,
    /// Leave the sheet.
    Cancel,
    /// Answer with a number.
    Rate(u8),
    /// I do not know.
    Unsure,
    /// Answer with a date.
    EnterDay,
    /// Show the questions that are asked less often.
    MoreQuestions,
    /// Someone may come to harm.
    Harm,
    /// Put the text onto the clipboard.
    Copy,
    /// I have told them.
    Told,
}

/// Where a key is meant: a screen, or what lies over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Today.
    Today,
    /// The people.
    Contacts,
    /// The promises.
    Promises,
    /// Two lunches side by side.
    Lunch,
    /// The lunches ahead, where none compete.
    Week,
    /// The line that filters a list.
    Filter,
    /// A form.
    Form,
    /// The answers about two invites.
    Answers,
    /// A date within the answers.
    AnswerDay,
    /// The decision.
    Decision,
    /// A message.
    Draft,
    /// A question with a few answers.
    Menu,
    /// The help.
    Help,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Self; 13] = [
        Self::Today,
        Self::Contacts,
        Self::Promises,
        Self::Lunch,
        Self::Week,
        Self::Filter,
        Self::Form,
        Self::Answers,
        Self::AnswerDay,
        Self::Decision,
        Self::Draft,
        Self::Menu,
        Self::Help,
    ];

    /// Whether it is a screen, with nothing over it.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Today | Self::Contacts | Self::Promises | Self::Lunch | Self::Week
        )
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Binding {
    /// The keys; a pair typed one after the other stands as "g g".
    pub keys: &'static [&'static str],
    /// What they do.
    pub command: Command,
    /// Where.
    pub scopes: &'static [Scope],
    /// What they do, in a word or two, for the footer and the border of a sheet; empty for keys that need no hint. Keys
    /// that belong together are shown as they stand before a colon: "J K:order".
    pub hint: &'static str,
    /// What they do, for the help.
    pub help: &'static str,
}

use Command as Do;
use Scope::{
    AnswerDay, Answers, Contacts, Decision, Draft, Filter, Form, Help, Lunch, Menu, Promises,
    Today, Week,
};

const LISTS: &[Scope] = &[Today, Contacts, Promises, Lunch, Week];

const fn bind(
    keys: &'static [&'static str],
    command: Command,
    scopes: &'static [Scope],
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding {
        keys,
        command,
        scopes,
        hint,
        help,
    }
}

/// The table. Rows stand in the order in which the footer and the help show them.
pub static KEYMAP: &[Binding] = &[
    // What a screen is for.
    bind(
        &["Enter"],
        Do::Open,
        &[Today],
        "open",
        "go to what this row is about",
    ),
    bind(&["Enter"], Do::Open, &[Contacts], "open", "open the person"),
    bind(
        &["Enter"],
        Do::Open,
        &[Promises],
        "open",
        "see the whole promise",
    ),
    bind(
        &["Enter"],
        Do::Open,
        &[Lunch],
        "decide",
        "decide between the two, in a dialog that names it",
    ),
    bind(&["Enter"], Do::Open, &[Week], "open", "open the invite"),
    bind(
        &["Space"],
        Do::Tick,
        &[Promises, Today],
        "done",
        "done, or not done after all",
    ),
    bind(
        &["e"],
        Do::Edit,
        &[Lunch],
        "answer",
        "your answers about both lunches",
    ),
    bind(
        &["e"],
        Do::Edit,
        &[Contacts, Promises, Week],
        "edit",
        "edit what is under the cursor",
    ),
    bind(
        &["/"],
        Do::Filter,
        &[Today, Contacts, Promises],
        "filter",
        "show only the rows that match",
    ),
    bind(
        &["s"],
        Do::Sort,
        &[Contacts],
        "sort",
        "sort by what you owe, by name, by last talk",
    ),
    bind(
        &["A"],
        Do::Add,
        &[Contacts, Promises, Lunch, Week],
        "add",
        "add a record to this screen",
    ),
    bind(
        &["w"],
        Do::Write,
        &[Today, Lunch, Week],
        "write",
        "the message to the one you turn down, move or ask",
    ),
    bind(
        &["J"],
        Do::Lower,
        &[Lunch],
        "J K:order",
        "this line counts less",
    ),
    bind(&["K"], Do::Raise, &[Lunch], "", "this line counts more"),
    bind(
        &["i"],
        Do::Figures,
        &[Lunch],
        "figures",
        "the figures behind what is said",
    ),
    bind(
        &["]"],
        Do::NextItem,
        &[Lunch, Contacts],
        "]:next",
        "next pair, or next person",
    ),
    bind(
        &["["],
        Do::PreviousItem,
        &[Lunch, Contacts],
        "",
        "previous pair, or previous person",
    ),
    bind(
        &["d"],
        Do::Remove,
        &[Contacts, Promises, Lunch, Week],
        "",
        "remove: archive or delete, asks first",
    ),
    // Moving.
    bind(
        &["j", "↓"],
        Do::Move(Motion::Next),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "next row",
    ),
    bind(
        &["k", "↑"],
        Do::Move(Motion::Previous),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "previous row",
    ),
    bind(
        &["h", "←"],
        Do::Left,
        LISTS,
        "",
        "pane or person on the left; never changes the book",
    ),
    bind(
        &["l", "→"],
        Do::Right,
        LISTS,
        "",
        "pane or person on the right; never changes the book",
    ),
    bind(&["Tab", "Shift-Tab"], Do::NextPane, LISTS, "", "other pane"),
    bind(
        &["g g", "Home"],
        Do::Move(Motion::First),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "first row",
    ),
    bind(
        &["G", "End"],
        Do::Move(Motion::Last),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "last row",
    ),
    bind(
        &["Ctrl-d"],
        Do::Move(Motion::HalfPageDown),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "half a page down",
    ),
    bind(
        &["Ctrl-u"],
        Do::Move(Motion::HalfPageUp),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "half a page up",
    ),
    bind(
        &["PgDn"],
        Do::Move(Motion::PageDown),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "a page down",
    ),
    bind(
        &["PgUp"],
        Do::Move(Motion::PageUp),
        &[Today, Contacts, Promises, Lunch, Week, Help],
        "",
        "a page up",
    ),
    bind(&["1"], Do::Go(Screen::Today), LISTS, "", "Today"),
    bind(&["2"], Do::Go(Screen::Contacts), LISTS, "", "Contacts"),
    bind(&["3"], Do::Go(Screen::Promises), LISTS, "", "Promises"),
    bind(&["4"], Do::Go(Screen::Lunch), LISTS, "", "Lunch"),
    bind(&["Esc"], Do::Back, LISTS, "", "one step out; never quits"),
    // Everywhere.
    bind(&["u"], Do::Undo, LISTS, "undo", "undo"),
    bind(&["U", "Ctrl-r"], Do::Redo, LISTS, "", "redo"),
    bind(&["Ctrl-l"], Do::Redraw, LISTS, "", "draw again"),
    bind(
        &["Ctrl-z"],
        Do::Suspend,
        LISTS,
        "",
        "to the shell; fg brings you back",
    ),
    bind(&["?", "F1"], Do::Help, LISTS, "help", "this help"),
    bind(&["q", "Ctrl-c"], Do::Quit, LISTS, "quit", "quit"),
    bind(
        &["Ctrl-c"],
        Do::Quit,
        &[
            Filter, Form, Answers, AnswerDay, Decision, Draft, Menu, Help,
        ],
        "",
        "quit",
    ),
    // The line that filters.
    bind(&["Enter"], Do::Enter, &[Filter], "keep", "keep the filter"),
    bind(&["Esc"], Do::Cancel, &[Filter], "clear", "clear the filter"),
    bind(&["↓"], Do::Move(Motion::Next), &[Filter], "", "next row"),
    bind(
        &["↑"],
        Do::Move(Motion::Previous),
        &[Filter],
        "",
        "previous row",
    ),
    // Forms.
    bind(
        &["Enter"],
        Do::Enter,
        &[Form],
        "next",
        "next field, and on the last one save",
    ),
    bind(&["Tab"], Do::NextField, &[Form], "", "next field"),
    bind(
        &["Shift-Tab"],
        Do::PreviousField,
        &[Form],
        "",
        "previous field",
    ),
    bind(&["Ctrl-s"], Do::Done, &[Form], "save", "save"),
    bind(
        &["Esc"],
        Do::Cancel,
        &[Form],
        "leave",
        "leave; asks when something was typed",
    ),
    // The answers.
    bind(
        &["0"],
        Do::Rate(0),
        &[Answers],
        "",
        "nothing that you know of",
    ),
    bind(
        &["1"],
        Do::Rate(1),
        &[Answers],
        "0-4:answer",
        "pleasant, or in days",
    ),
    bind(
        &["2"],
        Do::Rate(2),
        &[Answers],
        "",
        "useful, or in a week or two",
    ),
    bind(
        &["3"],
        Do::Rate(3),
        &[Answers],
        "",
        "important, or in months",
    ),
    bind(
        &["4"],
        Do::Rate(4),
        &[Answers],
        "",
        "a lot hangs on it, or never",
    ),
    bind(&["Space"], Do::Unsure, &[Answers], "", "you do not know"),
    bind(
        &["Enter"],
        Do::Enter,
        &[Answers],
        "pick or next",
        "the next choice; where there is none, the next line",
    ),
    bind(
        &["e"],
        Do::EnterDay,
        &[Answers],
        "",
        "type the date of the next chance",
    ),
    bind(&["j", "↓"], Do::NextField, &[Answers], "", "next line"),
    bind(
        &["k", "↑"],
        Do::PreviousField,
        &[Answers],
        "",
        "previous line",
    ),
    bind(
        &["h", "←"],
        Do::Left,
        &[Answers],
        "← →:person",
        "the person on the left",
    ),
    bind(
        &["l", "→", "Tab", "Shift-Tab"],
        Do::Right,
        &[Answers],
        "",
        "the other person",
    ),
    bind(
        &["m"],
        Do::MoreQuestions,
        &[Answers],
        "",
        "the questions asked less often",
    ),
    bind(
        &["!"],
        Do::Harm,
        &[Answers],
        "",
        "someone may come to harm: then nothing is weighed",
    ),
    bind(
        &["Ctrl-s"],
        Do::Done,
        &[Answers],
        "save",
        "keep the answers",
    ),
    bind(
        &["Esc"],
        Do::Cancel,
        &[Answers],
        "as it was",
        "leave everything as it was",
    ),
    bind(
        &["Enter"],
        Do::Enter,
        &[AnswerDay],
        "take it",
        "take the date",
    ),
    bind(
        &["Esc"],
        Do::Cancel,
        &[AnswerDay],
        "as it was",
        "leave the date as it was",
    ),
    // The decision.
    bind(
        &["↓"],
        Do::Move(Motion::Next),
        &[Decision],
        "↑ ↓:choose",
        "next way",
    ),
    bind(
        &["↑"],
        Do::Move(Motion::Previous),
        &[Decision],
        "",
        "previous way",
    ),
    bind(
        &["Tab", "Shift-Tab"],
        Do::NextField,
        &[Decision],
        "",
        "reason or date",
    ),
    bind(
        &["Enter", "Ctrl-s"],
        Do::Enter,
        &[Decision],
        "do it, then the message",
        "do it",
    ),
    bind(&["Esc"], Do::Cancel, &[Decision], "not yet", "not yet"),
    // Messages.
    bind(
        &["y"],
        Do::Copy,
        &[Draft],
        "copy",
        "copy it to the terminal's clipboard",
    ),
    bind(
        &["t"],
        Do::Told,
        &[Draft],
        "I have told them",
        "note that they know",
    ),
    bind(
        &["]", "→"],
        Do::NextItem,
        &[Draft],
        "",
        "the other person's message",
    ),
    bind(
        &["[", "←"],
        Do::PreviousItem,
        &[Draft],
        "",
        "the other person's message",
    ),
    bind(
        &["Esc"],
        Do::Cancel,
        &[Draft],
        "not yet",
        "not yet; Today keeps it",
    ),
    // Questions.
    bind(
        &["j", "↓"],
        Do::Move(Motion::Next),
        &[Menu],
        "↑ ↓:choose",
        "next answer",
    ),
    bind(
        &["k", "↑"],
        Do::Move(Motion::Previous),
        &[Menu],
        "",
        "previous answer",
    ),
    bind(&["Enter"], Do::Enter, &[Menu], "do it", "take this answer"),
    bind(
        &["Esc"],
        Do::Cancel,
        &[Menu],
        "leave it",
        "leave everything as it is",
    ),
    bind(
        &["Esc", "q", "?", "F1", "Enter"],
        Do::Cancel,
        &[Help],
        "close",
        "close the help",
    ),
];

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// This.
    Command(Command),
    /// It is the first of a pair.
    Prefix,
    /// Nothing.
    Nothing,
}

/// What a key does in a scope, after the first key of a pair where there was one.
#[must_use]
pub fn meaning(scope: Scope, prefix: Option<Chord>, chord: Chord) -> Meaning {
    for binding in KEYMAP
        .iter()
        .filter(|binding| binding.scopes.contains(&scope))
    {
        for sequence in binding.sequences() {
            match (sequence.as_slice(), prefix) {
                ([only], None) if *only == chord => return Meaning::Command(binding.command),
                ([first, _], None) if *first == chord => return Meaning::Prefix,
                ([first, second], Some(before)) if *first == before && *second == chord => {
                    return Meaning::Command(binding.command);
                }
                _ => {}
            }
        }
    }
    Meaning::Nothing
}

impl Binding {
    /// Its keys, each a sequence of one or two chords.
    pub fn sequences(&self) -> impl Iterator<Item = Vec<Chord>> {
        self.keys
            .iter()
            .map(|keys| keys.split(' ').filter_map(Chord::parse_named).collect())
    }

    /// Its keys as the help writes them.
    #[must_use]
    pub fn keys_shown(&self) -> String {
        self.keys.join(" ")
    }

    /// The hint as key and word; `None` for keys that need none.
    #[must_use]
    pub fn hint(&self) -> Option<(&'static str, &'static str)> {
        match (self.hint.split_once(':'), self.keys.first()) {
            (Some(hint), _) => Some(hint),
            (None, _) if self.hint.is_empty() => None,
            (None, Some(&"Enter")) => Some(("⏎", self.hint)),
            (None, Some(&"Space")) => Some(("␣", self.hint)),
            (None, Some(key)) => Some((key, self.hint)),
            (None, None) => None,
        }
    }
}

/// Every two rows that give one key two meanings in one scope; empty in a sound table.
#[must_use]
pub fn clashes(table: &[Binding]) -> Vec<String> {
    let mut found = Vec::new();
    for scope in Scope::ALL {
        let mut seen: Vec<(Vec<Chord>, &Binding)> = Vec::new();
        for binding in table
            .iter()
            .filter(|binding| binding.scopes.contains(&scope))
        {
            for keys in binding.sequences() {
                let taken = seen
                    .iter()
                    .find(|(other, _)| other.starts_with(&keys) || keys.starts_with(other));
                if let Some((_, other)) = taken {
                    found.push(format!(
                        "{scope:?}: {} and {} share a key",
                        other.help, binding.help
                    ));
                }
                seen.push((keys, binding));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_has_two_meanings() {
        assert_eq!(clashes(KEYMAP), Vec::<String>::new());
    }

    #[test]
    fn a_clash_is_named() {
        let table = [
            bind(&["x"], Do::Undo, &[Today], "", "first"),
            bind(&["y", "x"], Do::Redo, &[Today, Lunch], "", "second"),
            bind(&["x"], Do::Redo, &[Lunch], "", "third"),
        ];
        assert_eq!(
            clashes(&table),
            [
                "Today: first and second share a key",
                "Lunch: second and third share a key"
            ]
        );
    }

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for binding in KEYMAP {
            for (keys, sequence) in binding.keys.iter().zip(binding.sequences()) {
                assert_eq!(sequence.len(), keys.split(' ').count(), "{keys}");
            }
        }
    }
}
