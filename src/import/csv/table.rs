//! All rows of a table, one by one, so that a broken one costs only itself.

use super::birthday::{self, EitherWay, Written};
use super::head::Head;
use super::records::{Record, Records};
use super::row::{Row, unguarded};
use super::shifted;
use crate::domain::clean;
use crate::domain::contact::Birthday;
use crate::domain::import_plan::{Card, Entry, Field, Findings, Place, Rejected};
use crate::import::vcard;
use crate::import::vcard_fields::shortened;
use crate::import::watch::{MOST_ENTRIES, Watch, grouped};

/// The most rows of which it is said what did not go in.
const MOST_REMARKS: usize = 20;
/// How much of a cell is shown, in characters.
const SHOWN: usize = 40;

/// What was found in a table so far.
pub(super) struct Table<'table> {
    file: &'table str,
    head: &'table Head,
    findings: Findings,
    /// Birthdays of which the table may yet tell whether the day or the month comes first, by their card.
    either_way: Vec<(usize, EitherWay, String)>,
    is_day_first: Option<bool>,
    /// The line of the last row in which a quote did not end, and the byte up to which it reached.
    torn: Option<(usize, usize)>,
    /// Rows that went in but for something.
    but_for: Vec<String>,
}

impl<'table> Table<'table> {
    /// A table of which nothing was read yet, but for what stood between its rows.
    pub(super) fn new(file: &'table str, head: &'table Head, findings: Findings) -> Self {
        Self {
            file,
            head,
            findings,
            either_way: Vec::new(),
            is_day_first: None,
            torn: None,
            but_for: Vec::new(),
        }
    }

    /// Reads every row for which there is room.
    pub(super) fn read(mut self, text: &str, watch: &mut Watch<'_>) -> Findings {
        let mut records = Records::after(text, self.head.line, self.head.delimiter);
        while let Some(record) = records.next() {
            if watch.room() == 0 {
                self.leave_out(record.line, 1 + records.by_ref().count());
                break;
            }
            if watch.met(record.bytes()).is_break() {
                break;
            }
            if self.is_torn(&record) {
                self.tear(&record);
                records.go_on_behind_first_line(&record);
            } else if let Some(line) = self.may_belong_to(&record) {
                let reason = format!(
                    "this may belong to the row of line {line}, in which a quote does not end"
                );
                self.reject(record.line, &reason);
            } else {
                self.take(&record, watch);
            }
        }
        self.settle_birthdays();
        self.remark();
        self.findings
    }

    fn leave_out(&mut self, line: usize, count: usize) {
        let most = grouped(MOST_ENTRIES);
        self.reject(
            line,
            &format!(
                "from here on {count} rows were left out: {most} go in at once at most; import the rest from a file of \
                 its own"
            ),
        );
    }

    fn tear(&mut self, record: &Record<'_>) {
        if self.torn.is_none_or(|(_, end)| !record.begins_before(end)) {
            self.torn = Some((record.line, record.end()));
        }
        self.reject(
            record.line,
            "a quote begins in this row and does not end in it; the rows below it are read on their own",
        );
    }

    /// The line of the torn row that a row may be a part of: it stands within its quotes, and has other columns.
    fn may_belong_to(&self, record: &Record<'_>) -> Option<usize> {
        let is_other = record.cells.len() != self.head.columns.len();
        let torn = self.torn.filter(|(_, end)| record.begins_before(*end));
        torn.filter(|_| is_other).map(|(line, _)| line)
    }

    /// Whether a quote holds more than its cell: the row swallows others, or all of the rest.
    fn is_torn(&self, record: &Record<'_>) -> bool {
        if !record.is_of_several_lines() {
            return false;
        }
        let delimiter = char::from(self.head.delimiter);
        let swallows = |field: Option<Field>, cell: &str| {
            field.is_some_and(|field| field != Field::Note)
                && cell.contains('\n')
                && cell.contains(delimiter)
        };
        let mut cells = self.head.columns.iter().zip(&record.cells);
        record.is_open
            || record.cells.len() > self.head.columns.len()
            || cells.any(|(column, cell)| swallows(column.field, cell) && !holds_card(cell))
    }

    fn take(&mut self, record: &Record<'_>, watch: &mut Watch<'_>) {
        let mut cells: Vec<String> = record
            .cells
            .iter()
            .map(|cell| unguarded(cell).to_owned())
            .collect();
        let is_blank = cells.iter().all(|cell| cell.trim().is_empty());
        if is_blank || self.is_head_again(&cells) {
            return;
        }
        if record.is_open {
            cells.pop();
            let place = self.place(record.line);
            self.but_for.push(format!(
                "{place}: the file ends within this row; its last cell, which may be half, is left out"
            ));
        }
        let has_card = self.take_cards(&mut cells, record.line, watch);
        if let Some(reason) = shifted::why(self.head, &cells) {
            self.reject(record.line, &reason);
            return;
        }
        let row = Row {
            head: self.head,
            cells: &cells,
        };
        let card = row.card(self.place(record.line));
        if card.name.is_empty() {
            if !has_card {
                self.reject(
                    record.line,
                    "this row has no name, no organisation and no e-mail address",
                );
            }
            return;
        }
        self.keep(&row, card);
    }

    fn keep(&mut self, row: &Row<'_>, mut card: Card) {
        let line = card.place.line;
        for name in row.untaken() {
            self.findings.untaken.note(Entry::Card, &name);
        }
        for email in row.no_addresses() {
            self.miss(line, &email, "is no e-mail address");
        }
        if row.cells.len() < self.head.columns.len() {
            self.but_for.push(format!(
                "{}: this row has {} of {} cells; it is read as if the last ones were empty",
                self.place(line),
                row.cells.len(),
                self.head.columns.len(),
            ));
        }
        if let Some(cell) = row.birthday() {
            card.birthday = self.birthday(cell, line);
        }
        self.findings.cards.push(card);
    }

    /// The birthday, where it can be told already; the others are settled when all rows are read.
    fn birthday(&mut self, cell: &str, line: usize) -> Option<Birthday> {
        match birthday::read(cell) {
            Written::Day(day) => return Some(day),
            Written::EitherWay(day) => {
                self.is_day_first = self.is_day_first.or(day.is_day_first());
                let index = self.findings.cards.len();
                self.either_way.push((index, day, cell.to_owned()));
            }
            Written::Unreadable => self.miss(line, cell, "is no day that can be read"),
            Written::Nothing => {}
        }
        None
    }

    /// One row that can be read in one way only says how the others are meant.
    fn settle_birthdays(&mut self) {
        for (index, day, cell) in std::mem::take(&mut self.either_way) {
            let is_day_first = day.is_day_first().or(self.is_day_first);
            let found = match is_day_first {
                Some(is_day_first) => day.read(is_day_first),
                None if day.is_either() => day.read(true),
                None => None,
            };
            let Some(card) = self.findings.cards.get_mut(index) else {
                continue;
            };
            card.birthday = found;
            let line = card.place.line;
            if found.is_none() && is_day_first.is_none() {
                self.miss(
                    line,
                    &cell,
                    "may be read in two ways; write the year first, as in 1980-05-01",
                );
            } else if found.is_none() {
                self.miss(line, &cell, "is no day that can be read");
            }
        }
    }

    /// Reads the cards that stand in cells, and empties those.
    fn take_cards(&mut self, cells: &mut [String], line: usize, watch: &mut Watch<'_>) -> bool {
        let mut has_card = false;
        for cell in cells.iter_mut().filter(|cell| holds_card(cell)) {
            let written = std::mem::take(cell);
            let lines = if written.contains('\n') {
                written
            } else {
                written.replace("\\n", "\n")
            };
            has_card = true;
            let (found, is_any) = vcard::read_at(self.file, line, &lines, watch);
            if !is_any {
                self.reject(line, "a card stands in this row that cannot be read");
            }
            self.findings.extend(found);
        }
        has_card
    }

    /// Tables that were put together have their head again.
    fn is_head_again(&self, cells: &[String]) -> bool {
        let names = self.head.columns.iter().map(|column| column.name.as_str());
        cells.len() == self.head.columns.len() && names.eq(cells.iter().map(|cell| cell.trim()))
    }

    fn reject(&mut self, line: usize, reason: &str) {
        self.findings.rejected.push(Rejected {
            what: Entry::Card,
            place: self.place(line),
            reason: reason.to_owned(),
        });
    }

    fn miss(&mut self, line: usize, cell: &str, why: &str) {
        let cell = clean::line(&shortened(cell, SHOWN));
        self.but_for.push(format!(
            "{}: \"{cell}\" {why}; the rest of the row went in",
            self.place(line)
        ));
    }

    fn remark(&mut self) {
        let more = self.but_for.len().saturating_sub(MOST_REMARKS);
        self.but_for.truncate(MOST_REMARKS);
        self.findings.remarks.append(&mut self.but_for);
        if more > 0 {
            let file = self.file;
            self.findings
                .remarks
                .push(format!("{file}: and {more} more of this kind"));
        }
    }

    fn place(&self, line: usize) -> Place {
        Place {
            file: self.file.to_owned(),
            line,
        }
    }
}

fn holds_card(cell: &str) -> bool {
    let begins = cell.trim_start().get(.."BEGIN:VCARD".len());
    begins.is_some_and(|begins| begins.eq_ignore_ascii_case("BEGIN:VCARD"))
}
