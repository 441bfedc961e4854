//! Cards and events as stretches of lines, so that a broken one costs nobody but itself, and has a line number.

/// What stands between a `BEGIN` and its `END`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Block<'text> {
    /// The line of its `BEGIN`, counted from 1.
    pub(super) line: usize,
    /// All of it, `BEGIN` and `END` included.
    pub(super) text: &'text str,
    /// Whether its `END` was found before the file ended or the next one began.
    pub(super) is_whole: bool,
}

/// The blocks of one kind (`VCARD`, `VEVENT`, …), in order.
pub(super) fn blocks<'text>(text: &'text str, kind: &str) -> Vec<Block<'text>> {
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut at = 0;
    let mut line_before = "";
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let is_inner = is_agent(line_before);
        match (mark(line, kind), &mut open) {
            // A card of vCard 2.1 may hold the card of an assistant.
            (Some(Mark::Begin), Some(outer)) if is_inner => outer.depth += 1,
            (Some(Mark::Begin), _) => {
                found.extend(open.take().and_then(|cut| cut.block(text, at, false)));
                open = Some(Open::new(index + 1, at));
            }
            (Some(Mark::End), Some(outer)) if outer.depth > 0 => outer.depth -= 1,
            (Some(Mark::End), _) => {
                let end = at + line.len();
                found.extend(open.take().and_then(|whole| whole.block(text, end, true)));
            }
            (None, _) => {}
        }
        at += line.len();
        line_before = line;
    }
    found.extend(open.and_then(|cut| cut.block(text, at, false)));
    found
}

/// A block whose end is not reached yet.
struct Open {
    line: usize,
    start: usize,
    depth: usize,
}

impl Open {
    fn new(line: usize, start: usize) -> Self {
        Self {
            line,
            start,
            depth: 0,
        }
    }

    fn block(self, text: &str, end: usize, is_whole: bool) -> Option<Block<'_>> {
        Some(Block {
            line: self.line,
            text: text.get(self.start..end)?,
            is_whole,
        })
    }
}

enum Mark {
    Begin,
    End,
}

/// A folded line begins with a space and is no mark.
fn mark(line: &str, kind: &str) -> Option<Mark> {
    let (word, of) = line.trim_end().split_once(':')?;
    if !of.trim().eq_ignore_ascii_case(kind) {
        return None;
    }
    match word.to_ascii_uppercase().as_str() {
        "BEGIN" => Some(Mark::Begin),
        "END" => Some(Mark::End),
        _ => None,
    }
}

fn is_agent(line: &str) -> bool {
    line.trim_end().eq_ignore_ascii_case("AGENT:")
}
