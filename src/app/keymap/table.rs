//! The rows of the keymap, as a table: keys, what they do, where, the hint, the help. A row a line.

use super::Command as Do;
use super::Scope::{
    AnswerDay, Answers, Contacts, Covered, Decision, Draft, Filter, Form, Help, Line, Lunch, Menu,
    Promises, Reason, Today, Values, Week, Why, Writing,
};
use super::{Binding, Command, Scope};
use crate::app::rows::Motion;
use crate::app::screen::Screen;

const LISTS: &[Scope] = &[Today, Contacts, Promises, Lunch, Week];
/// Where a record is a promise or a person.
const RECORDS: &[Scope] = &[Promises, Today, Contacts];
const SHEETS: &[Scope] = &[
    Filter, Form, Answers, AnswerDay, Decision, Reason, Draft, Writing, Line, Menu, Help, Why,
    Values, Covered,
];
const SCROLLED: &[Scope] = &[Today, Contacts, Promises, Lunch, Week, Help, Why, Values];

pub(super) const fn bind(
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
#[rustfmt::skip]
pub static KEYMAP: &[Binding] = &[
    // What a screen is for.
    bind(&["Enter"], Do::Open, &[Today], "open", "go to what this row is about"),
    bind(&["Enter"], Do::Open, &[Contacts], "open", "open the person"),
    bind(&["Enter"], Do::Open, &[Promises], "open", "see the whole promise"),
    bind(&["Enter"], Do::Open, &[Lunch], "decide", "decide between the two, in a dialog that names it"),
    bind(&["Enter"], Do::Open, &[Week], "open", "open the invite"),
    bind(&["e"], Do::Edit, &[Lunch], "answer", "your answers about both lunches"),
    bind(&["J"], Do::Lower, &[Lunch], "J K:order", "this line counts less"),
    bind(&["K"], Do::Raise, &[Lunch], "", "this line counts more"),
    bind(&["i"], Do::Figures, &[Lunch], "figures", "the figures behind what is said"),
    bind(&["/"], Do::Filter, &[Contacts], "filter", "show only the rows that match"),
    bind(&["w"], Do::Write, &[Today, Contacts, Promises, Lunch, Week], "write", "write to the person: the draft that fits, or a choice of them"),
    bind(&["A"], Do::Add, &[Contacts, Week], "add", "add a record to this screen"),
    bind(&["e"], Do::Edit, &[Contacts, Week], "edit", "edit what is under the cursor; right after Space the day it was done"),
    bind(&["Space"], Do::Tick, RECORDS, "done", "done, or not done after all"),
    bind(&["e"], Do::Edit, &[Today], "another day", "right after Space: the day it was done"),
    bind(&["t"], Do::Told, RECORDS, "told", "I told them: one line of what I said; my efforts count as told"),
    bind(&["+"], Do::Tried, RECORDS, "tried", "I tried: one line into the effort log"),
    bind(&["x"], Do::Stuck, RECORDS, "stuck", "stuck, on whom or what; no longer stuck"),
    bind(&["c"], Do::Check, RECORDS, "check", "check what they heard"),
    bind(&["n"], Do::NewTerms, RECORDS, "terms", "new terms agreed with them: another day, or said more or less strongly"),
    bind(&["o"], Do::Ending, RECORDS, "other", "other ending …; of a person: a promise, what happened between you, your own line"),
    bind(&["o"], Do::Ending, &[Lunch, Week], "", "it fell through"),
    bind(&["p"], Do::Pace, &[Contacts, Today], "pace", "how often you mean to talk"),
    bind(&["z"], Do::Later, RECORDS, "not today", "not today …: leave the person alone about the pace"),
    bind(&["e"], Do::Edit, &[Promises], "edit", "edit what is under the cursor; right after Space the day it was done"),
    bind(&["i"], Do::Figures, &[Today, Contacts, Promises], "why", "how it stands with this person, and the entries behind it"),
    bind(&["/"], Do::Filter, &[Today, Promises], "filter", "show only the rows that match"),
    bind(&["r"], Do::Reply, &[Lunch, Week], "reply", "reply: yes, maybe, no, and what they said about another day"),
    bind(&["A"], Do::Add, &[Promises, Lunch], "add", "add a record to this screen"),
    bind(&["A"], Do::Add, &[Today], "", "add a promise; a person where there is nobody yet"),
    bind(&["s"], Do::Sort, &[Contacts], "sort", "sort by what you owe, by name, by last talk"),
    bind(&["H"], Do::Hide, &[Covered], "show", "show names again, and what is covered"),
    bind(&["]"], Do::NextItem, &[Lunch, Contacts], "]:next", "next pair, or next person; past the last pair all lunches ahead"),
    bind(&["["], Do::PreviousItem, &[Lunch, Contacts], "", "previous pair, or previous person"),
    bind(&["["], Do::PreviousItem, &[Week], "[:pairs", "back to the pairs that want one hour"),
    bind(&["d"], Do::Remove, &[Contacts, Promises, Lunch, Week], "", "remove: archive or delete, asks first"),
    // Moving.
    bind(&["j", "↓"], Do::Move(Motion::Next), SCROLLED, "", "next row; of two lunches the next line"),
    bind(&["k", "↑"], Do::Move(Motion::Previous), SCROLLED, "", "previous row, or line"),
    bind(&["h", "←"], Do::Left, LISTS, "", "pane or person on the left; never changes the book"),
    bind(&["l", "→"], Do::Right, LISTS, "", "pane or person on the right; never changes the book"),
    bind(&["Tab", "Shift-Tab"], Do::NextPane, LISTS, "", "other pane"),
    bind(&["g g", "Home"], Do::Move(Motion::First), SCROLLED, "", "first row"),
    bind(&["G", "End"], Do::Move(Motion::Last), SCROLLED, "", "last row"),
    bind(&["Ctrl-d"], Do::Move(Motion::HalfPageDown), SCROLLED, "", "half a page down"),
    bind(&["Ctrl-u"], Do::Move(Motion::HalfPageUp), SCROLLED, "", "half a page up"),
    bind(&["PgDn"], Do::Move(Motion::PageDown), SCROLLED, "", "a page down"),
    bind(&["PgUp"], Do::Move(Motion::PageUp), SCROLLED, "", "a page up"),
    bind(&["1"], Do::Go(Screen::Today), LISTS, "", "Today"),
    bind(&["2"], Do::Go(Screen::Contacts), LISTS, "", "Contacts"),
    bind(&["3"], Do::Go(Screen::Promises), LISTS, "", "Promises"),
    bind(&["4"], Do::Go(Screen::Lunch), LISTS, "", "Lunch"),
    bind(&["Esc"], Do::Back, LISTS, "", "one step out; never quits"),
    // Everywhere.
    bind(&["a"], Do::AddLine, LISTS, "add a line", "add one line: what happened between you, in words"),
    bind(&["u"], Do::Undo, LISTS, "undo", "undo"),
    bind(&["U", "Ctrl-r"], Do::Redo, LISTS, "", "redo"),
    bind(&["Ctrl-s"], Do::Done, LISTS, "", "save again, where a save failed or the file is gone; every change is saved by itself"),
    bind(&["Ctrl-l"], Do::Redraw, LISTS, "", "draw again"),
    bind(&["Ctrl-z"], Do::Suspend, LISTS, "", "to the shell; fg brings you back"),
    bind(&["?", "F1"], Do::Help, LISTS, "help", "this help"),
    bind(&["H"], Do::Hide, LISTS, "hide names", "hide names and notes, everywhere, until pressed again"),
    bind(&["H"], Do::Hide, &[Answers, Decision, Draft, Menu, Help, Why, Values], "", "hide names and notes"),
    bind(&["q", "Ctrl-c"], Do::Quit, LISTS, "quit", "quit"),
    bind(&["Ctrl-c"], Do::Quit, SHEETS, "", "quit"),
    // The line that filters.
    bind(&["Enter"], Do::Enter, &[Filter], "keep", "keep the filter"),
    bind(&["Esc"], Do::Cancel, &[Filter], "clear", "clear the filter"),
    bind(&["↓"], Do::Move(Motion::Next), &[Filter], "", "next row"),
    bind(&["↑"], Do::Move(Motion::Previous), &[Filter], "", "previous row"),
    // Forms.
    bind(&["Enter"], Do::Enter, &[Form], "next", "next field, and on the last one save"),
    bind(&["Tab"], Do::NextField, &[Form], "", "next field"),
    bind(&["Shift-Tab"], Do::PreviousField, &[Form], "", "previous field"),
    bind(&["Ctrl-s"], Do::Done, &[Form], "save", "save"),
    bind(&["Esc"], Do::Cancel, &[Form], "leave", "leave; asks when something was typed"),
    // The answers.
    bind(&["0"], Do::Rate(0), &[Answers], "", "nothing that you know of"),
    bind(&["1"], Do::Rate(1), &[Answers], "0-4:answer", "pleasant, or in days"),
    bind(&["Ctrl-s"], Do::Done, &[Answers], "save", "keep the answers"),
    bind(&["Esc"], Do::Cancel, &[Answers], "as it was", "leave everything as it was"),
    bind(&["2"], Do::Rate(2), &[Answers], "", "useful, or in a week or two"),
    bind(&["3"], Do::Rate(3), &[Answers], "", "important, or in months"),
    bind(&["4"], Do::Rate(4), &[Answers], "", "a lot hangs on it, or never"),
    bind(&["Space"], Do::Unsure, &[Answers], "", "you do not know"),
    bind(&["Enter"], Do::Enter, &[Answers], "pick or next", "the next choice; where there is none, the next line"),
    bind(&["e"], Do::EnterDay, &[Answers], "", "type the date of the next chance"),
    bind(&["j", "↓"], Do::NextField, &[Answers], "", "next line"),
    bind(&["k", "↑"], Do::PreviousField, &[Answers], "", "previous line"),
    bind(&["h", "←"], Do::Left, &[Answers], "← →:person", "the person on the left"),
    bind(&["l", "→", "Tab", "Shift-Tab"], Do::Right, &[Answers], "", "the other person"),
    bind(&["m"], Do::MoreQuestions, &[Answers], "", "the questions asked less often"),
    bind(&["!"], Do::Harm, &[Answers], "", "someone may come to harm: then nothing is weighed"),
    bind(&["Enter"], Do::Enter, &[AnswerDay], "take it", "take the date"),
    bind(&["Esc"], Do::Cancel, &[AnswerDay], "as it was", "leave the date as it was"),
    // The decision.
    bind(&["j", "↓"], Do::Move(Motion::Next), &[Decision], "↑ ↓:choose", "next way"),
    bind(&["k", "↑"], Do::Move(Motion::Previous), &[Decision], "", "previous way"),
    bind(&["Enter", "Ctrl-s"], Do::Enter, &[Decision, Reason], "do it, then the message", "do it, and read the message"),
    bind(&["Esc"], Do::Cancel, &[Decision, Reason], "not yet", "not yet"),
    bind(&["Tab"], Do::NextField, &[Decision, Reason], "reason, day, ways", "from the ways to your reason, to the day, and back"),
    bind(&["Shift-Tab"], Do::PreviousField, &[Decision, Reason], "", "back from the day to your reason, to the ways"),
    bind(&["↓"], Do::Move(Motion::Next), &[Reason], "", "next way"),
    bind(&["↑"], Do::Move(Motion::Previous), &[Reason], "", "previous way"),
    // Messages.
    bind(&["e"], Do::Edit, &[Draft], "edit", "edit the text before it goes anywhere"),
    bind(&["y"], Do::Copy, &[Draft], "copy", "copy it to the terminal's clipboard"),
    bind(&["t"], Do::Told, &[Draft], "sent", "I have sent it: note that they know"),
    bind(&["Enter"], Do::Open, &[Draft], "mail", "open it in your mail program; there you send it, or not"),
    bind(&["W"], Do::ToFile, &[Draft], "file", "write it to a new file"),
    bind(&["w"], Do::Write, &[Draft], "", "another message to this person"),
    bind(&["]", "→"], Do::NextItem, &[Draft], "", "the other person's message"),
    bind(&["[", "←"], Do::PreviousItem, &[Draft], "", "the other person's message"),
    bind(&["j", "↓"], Do::Move(Motion::Next), &[Draft], "", "a line down"),
    bind(&["k", "↑"], Do::Move(Motion::Previous), &[Draft], "", "a line up"),
    bind(&["Esc"], Do::Cancel, &[Draft], "not yet", "not yet; asks where you changed the text"),
    // The line that becomes a record.
    bind(&["Enter"], Do::Enter, &[Line], "keep it", "keep what it says"),
    bind(&["Tab"], Do::NextField, &[Line], "next person", "another person of that name"),
    bind(&["Esc"], Do::Cancel, &[Line], "leave", "leave; asks when something was typed"),
    // The text of a message.
    bind(&["Esc", "Ctrl-s"], Do::Done, &[Writing], "done; the text stays", "done writing; the text stays"),
    // Questions.
    bind(&["j", "↓"], Do::Move(Motion::Next), &[Menu], "↑ ↓:choose", "next answer"),
    bind(&["k", "↑"], Do::Move(Motion::Previous), &[Menu], "", "previous answer"),
    bind(&["Enter"], Do::Enter, &[Menu], "do it", "take this answer"),
    bind(&["Esc"], Do::Cancel, &[Menu], "leave it", "leave everything as it is"),
    // Two values of one field.
    bind(&["Enter"], Do::Enter, &[Values], "keep this one", "the value in front stands, the other goes"),
    bind(&["h", "←"], Do::Left, &[Values], "← →:which", "what stands now in front"),
    bind(&["l", "→"], Do::Right, &[Values], "", "the other value in front"),
    bind(&["]"], Do::NextItem, &[Values], "]:next", "the next field; nothing is chosen"),
    bind(&["["], Do::PreviousItem, &[Values], "", "the previous field"),
    bind(&["Esc"], Do::Cancel, &[Values], "later", "later: both stay in the book"),
    bind(&["u"], Do::Undo, &[Values], "undo", "undo"),
    bind(&["U", "Ctrl-r"], Do::Redo, &[Values], "", "redo"),
    // What is read.
    bind(&["i"], Do::Figures, &[Help], "figures or keys", "how figures come about, with their limits; the keys again"),
    bind(&["Esc", "q", "?", "F1", "Enter"], Do::Cancel, &[Help], "close", "close the help"),
    bind(&["Esc", "q", "i", "Enter"], Do::Cancel, &[Why], "close", "back to the person"),
];
