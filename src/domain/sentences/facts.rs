//! Facts in words, before anybody draws or prints them.

/// What is said of something, line by line.
#[derive(Default)]
pub struct Facts(Vec<Fact>);

/// A line.
pub enum Fact {
    /// What the lines below it are about.
    Heading(&'static str),
    /// A sentence.
    Sentence(String, Tone),
    /// A fact behind its label; without a label it goes on with the one above.
    Labelled(&'static str, String, Tone),
    /// Something that happened; the sentence says what its mark says.
    Item(Mark, String),
    /// A little air.
    Gap,
}

/// How loud a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As any other.
    Plain,
    /// To be read first.
    Strong,
    /// Secondary.
    Dim,
    /// Waits, or is not clear.
    Mild,
    /// Late or broken.
    Warm,
}

/// What something that happened is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It happened.
    Noted,
    /// Value that I gave.
    Given,
    /// Value that I received.
    Received,
    /// A promise that was kept.
    Kept,
    /// A promise that was broken.
    Broken,
    /// A decision between two.
    Chosen,
}

impl Facts {
    /// All lines.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.0.iter()
    }

    pub(super) fn heading(&mut self, text: &'static str) {
        self.0.push(Fact::Heading(text));
    }

    pub(super) fn sentence(&mut self, text: &str, tone: Tone) {
        self.0.push(Fact::Sentence(text.to_owned(), tone));
    }

    /// A fact behind its label; nothing where there is none.
    pub(super) fn fact(&mut self, label: &'static str, text: &str, tone: Tone) {
        if !text.is_empty() {
            self.0.push(Fact::Labelled(label, text.to_owned(), tone));
        }
    }

    pub(super) fn item(&mut self, mark: Mark, text: String) {
        self.0.push(Fact::Item(mark, text));
    }

    pub(super) fn gap(&mut self) {
        self.0.push(Fact::Gap);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
