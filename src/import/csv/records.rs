//! The rows of a table with their lines, also where a quote that is never closed swallows those that follow.

use csv::{Reader, ReaderBuilder, StringRecord};

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
    delimiter: u8,
    reader: Reader<&'text [u8]>,
    /// Where the reader began, in bytes, and the line there.
    base: usize,
    line: usize,
}

impl<'text> Records<'text> {
    /// The rows behind so many lines.
    pub(super) fn after(text: &'text str, lines: usize, delimiter: u8) -> Self {
        let start: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
        Self::begin(text, delimiter, start, lines + 1)
    }

    fn begin(text: &'text str, delimiter: u8, base: usize, line: usize) -> Self {
        let rest = text.get(base..).unwrap_or_default();
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(rest.as_bytes());
        Self {
            text,
            delimiter,
            reader,
            base,
            line,
        }
    }

    /// Goes on behind the first line of a row that went on over more.
    pub(super) fn go_on_behind_first_line(&mut self, of: &Record<'_>) {
        let length = of.raw.find('\n').map_or(of.raw.len(), |end| end + 1);
        *self = Self::begin(self.text, self.delimiter, of.start + length, of.line + 1);
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
        let (from_byte, from_line) = (
            usize::try_from(from.byte()).ok()?,
            usize::try_from(from.line()).ok()?,
        );
        let end = self.base + usize::try_from(self.reader.position().byte()).ok()?;
        let raw = self.text.get(self.base + from_byte..end)?;
        // Empty lines before a row belong to none.
        let blank = raw.len() - raw.trim_start_matches(['\r', '\n']).len();
        let (above, raw) = raw.split_at_checked(blank)?;
        Some(Record {
            line: self.line + from_line - 1 + above.matches('\n').count(),
            start: self.base + from_byte + blank,
            is_open: end == self.text.len() && ends_in_quote(raw, &cells),
            raw,
            cells,
        })
    }
}

/// Whether a row ends in a cell whose quote has no other side.
fn ends_in_quote(raw: &str, cells: &StringRecord) -> bool {
    let last = cells.iter().last().unwrap_or_default();
    let written = format!("\"{}", last.replace('"', "\"\""));
    raw.matches('"').count() % 2 == 1 && raw.ends_with(&written)
}
