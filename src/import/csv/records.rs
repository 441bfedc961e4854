//! The rows of a table with their lines, also where a quote that is never closed swallows those that follow.

use std::io::Cursor;

use csv::{Position, Reader, ReaderBuilder, StringRecord};

/// A row as it stands there.
pub(super) struct Record<'text> {
    pub(super) cells: StringRecord,
    /// The line on which it begins, counted from 1.
    pub(super) line: usize,
    /// All of it.
    raw: &'text str,
    /// Where it begins in the text, in bytes.
    start: usize,
    /// Whether the text ends within a quote.
    pub(super) is_open: bool,
}

impl Record<'_> {
    /// Whether it goes on over several lines.
    pub(super) fn is_of_several_lines(&self) -> bool {
        self.raw.trim_end().contains('\n')
    }

    /// How long it is, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.raw.len()
    }

    /// Whether it begins before this byte of the text.
    pub(super) fn begins_before(&self, byte: usize) -> bool {
        self.start < byte
    }

    /// The byte behind it.
    pub(super) fn end(&self) -> usize {
        self.start + self.raw.len()
    }
}

/// The rows of a text, one after the other.
pub(super) struct Records<'text> {
    text: &'text str,
    reader: Reader<Cursor<&'text [u8]>>,
}

impl<'text> Records<'text> {
    /// The rows behind so many lines.
    pub(super) fn after(text: &'text str, lines: usize, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Cursor::new(text.as_bytes()));
        let mut records = Self { text, reader };
        let start: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
        records.go_on_at(start, lines + 1);
        records
    }

    /// Goes on behind the first line of a row that went on over more.
    pub(super) fn go_on_behind_first_line(&mut self, of: &Record<'_>) {
        let length = of.raw.find('\n').map_or(of.raw.len(), |end| end + 1);
        self.go_on_at(of.start + length, of.line + 1);
    }

    fn go_on_at(&mut self, byte: usize, line: usize) {
        let mut place = Position::new();
        place.set_byte(byte as u64).set_line(line as u64);
        // A text in memory can be gone on with anywhere.
        let _ = self.reader.seek(place);
    }
}

impl<'text> Iterator for Records<'text> {
    type Item = Record<'text>;

    fn next(&mut self) -> Option<Record<'text>> {
        let mut cells = StringRecord::new();
        // What is read is text, and rows may have any length: nothing is left that could fail.
        if !self.reader.read_record(&mut cells).unwrap_or(false) {
            return None;
        }
        let from = cells.position()?;
        let line = usize::try_from(from.line()).ok()?;
        let from = usize::try_from(from.byte()).ok()?;
        let end = usize::try_from(self.reader.position().byte()).ok()?;
        let raw = self.text.get(from..end)?;
        // Empty lines before a row belong to none.
        let blank = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        let (above, raw) = raw.split_at_checked(blank)?;
        Some(Record {
            line: line + above.matches('\n').count(),
            start: from + blank,
            is_open: end == self.text.len() && ends_in_quote(raw, &cells),
            raw,
            cells,
        })
    }
}

/// Whether a row ends in a cell whose quote has no other side.
fn ends_in_quote(raw: &str, cells: &StringRecord) -> bool {
    let last = cells.iter().next_back().unwrap_or_default();
    let written = format!("\"{}", last.replace('"', "\"\""));
    raw.matches('"').count() % 2 == 1 && raw.ends_with(&written)
}
