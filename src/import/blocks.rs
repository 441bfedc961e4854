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
    scan(text, kind, usize::MAX).blocks
}

/// What was found of a kind.
#[derive(Default)]
pub(super) struct Scan<'text> {
    /// The first blocks, in order.
    pub(super) blocks: Vec<Block<'text>>,
    /// The line on which those begin for which there was no room, and how many they are.
    pub(super) left_out: Option<(usize, usize)>,
    /// The lines on which a block ends that never began: its first half is missing.
    pub(super) headless: Vec<usize>,
}

/// The first blocks of one kind, at most so many, and what else is to be said of that kind.
pub(super) fn scan<'text>(text: &'text str, kind: &str, most: usize) -> Scan<'text> {
    let mut scan = Scan::default();
    let mut open: Option<Open> = None;
    let mut at = 0;
    let mut line_before = "";
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let is_inner = is_agent(line_before);
        match (mark(line, kind), &mut open) {
            // A card of vCard 2.1 may hold the card of an assistant.
            (Some(Mark::Begin), Some(outer)) if is_inner => outer.depth += 1,
            (Some(Mark::Begin), _) => {
                scan.close(open.take(), text, at, false, most);
                open = Some(Open::new(index + 1, at));
            }
            (Some(Mark::End), Some(outer)) if outer.depth > 0 => outer.depth -= 1,
            (Some(Mark::End), Some(_)) => {
                scan.close(open.take(), text, at + line.len(), true, most);
            }
            (Some(Mark::End), None) => scan.headless.push(index + 1),
            (None, _) => {}
        }
        at += line.len();
        line_before = line;
    }
    scan.close(open, text, at, false, most);
    scan
}

impl<'text> Scan<'text> {
    fn close(
        &mut self,
        open: Option<Open>,
        text: &'text str,
        end: usize,
        is_whole: bool,
        most: usize,
    ) {
        let Some(block) = open.and_then(|open| open.block(text, end, is_whole)) else {
            return;
        };
        if self.blocks.len() < most {
            self.blocks.push(block);
        } else {
            self.left_out.get_or_insert((block.line, 0)).1 += 1;
        }
    }
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
            text: text.get(self.start..end)?.trim_start_matches('\u{feff}'),
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
    // Files that were put together may have a byte order mark before each part.
    let line = line.trim_start_matches('\u{feff}');
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
