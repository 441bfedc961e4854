//! The six lines of the comparison, and their order of importance.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One line of the comparison. Each speaks of the other person, or of my word to them; none of what I would get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Line {
    /// What the hour does for them.
    Help,
    /// A promise of mine that the hour moves.
    Word,
    /// Something of mine to put right.
    Repair,
    /// What waiting costs them.
    Delay,
    /// How long it matters to them.
    Lasting,
    /// How long since we talked, against how often I meant to.
    Rhythm,
}

impl Line {
    /// All six, in the order in which the file and the figures list them.
    pub const ALL: [Self; 6] = [
        Self::Help,
        Self::Word,
        Self::Repair,
        Self::Delay,
        Self::Lasting,
        Self::Rhythm,
    ];
}

/// One thing for each of the six lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerLine<T> {
    /// For [`Line::Help`].
    pub help: T,
    /// For [`Line::Word`].
    pub word: T,
    /// For [`Line::Repair`].
    pub repair: T,
    /// For [`Line::Delay`].
    pub delay: T,
    /// For [`Line::Lasting`].
    pub lasting: T,
    /// For [`Line::Rhythm`].
    pub rhythm: T,
}

impl<T: Copy> PerLine<T> {
    /// Asks for each line's thing.
    pub fn from_fn(mut of: impl FnMut(Line) -> T) -> Self {
        Self {
            help: of(Line::Help),
            word: of(Line::Word),
            repair: of(Line::Repair),
            delay: of(Line::Delay),
            lasting: of(Line::Lasting),
            rhythm: of(Line::Rhythm),
        }
    }

    /// The thing of one line.
    #[must_use]
    pub const fn get(&self, line: Line) -> T {
        match line {
            Line::Help => self.help,
            Line::Word => self.word,
            Line::Repair => self.repair,
            Line::Delay => self.delay,
            Line::Lasting => self.lasting,
            Line::Rhythm => self.rhythm,
        }
    }

    /// All six, in the order of [`Line::ALL`].
    #[must_use]
    pub fn in_order(&self) -> [T; 6] {
        Line::ALL.map(|line| self.get(line))
    }
}

/// The lines by importance, most important first; lines of one group count the same.
///
/// Every line stands in it exactly once, whatever it was made from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order(Vec<Vec<Line>>);

impl Default for Order {
    /// Help first (the value to the other person), then my word, then fairness to them, then the long term, which
    /// comes up again next month.
    fn default() -> Self {
        use Line::{Delay, Help, Lasting, Repair, Rhythm, Word};
        Self(vec![
            vec![Help],
            vec![Word],
            vec![Repair, Delay],
            vec![Lasting, Rhythm],
        ])
    }
}

impl Order {
    /// An order from groups of lines.
    ///
    /// # Errors
    /// [`InvalidOrder`] when a line is missing or stands twice.
    pub fn new(groups: Vec<Vec<Line>>) -> Result<Self, InvalidOrder> {
        let mut seen: Vec<Line> = groups.iter().flatten().copied().collect();
        seen.sort_unstable();
        if seen == Line::ALL {
            let mut groups: Vec<_> = groups
                .into_iter()
                .filter(|group| !group.is_empty())
                .collect();
            for group in &mut groups {
                group.sort_unstable();
            }
            Ok(Self(groups))
        } else {
            Err(InvalidOrder)
        }
    }

    /// The groups, most important first.
    #[must_use]
    pub fn groups(&self) -> &[Vec<Line>] {
        &self.0
    }

    /// The lines, most important first.
    pub fn lines(&self) -> impl Iterator<Item = Line> {
        self.0.iter().flatten().copied()
    }

    /// What each line counts, from its rank alone by the rank-sum rule (Stillwell, Seaver & Edwards 1981): whole
    /// numbers that sum to 42, each at least 2, the same for lines of one group.
    #[must_use]
    pub fn points(&self) -> PerLine<i64> {
        PerLine::from_fn(|line| {
            let mut above = 0;
            for group in &self.0 {
                let size = i64::try_from(group.len()).unwrap_or(6);
                if group.contains(&line) {
                    return 14 - (2 * above + size + 1);
                }
                above += size;
            }
            0
        })
    }

    /// The order after the line has moved one step towards more importance: out of a group to stand above it, or into
    /// the group above. `None` where it cannot.
    #[must_use]
    pub fn raised(&self, line: Line) -> Option<Self> {
        let at = self.0.iter().position(|group| group.contains(&line))?;
        let mut groups = self.0.clone();
        let group = groups.get_mut(at)?;
        if group.len() > 1 {
            group.retain(|other| *other != line);
            groups.insert(at, vec![line]);
        } else {
            let above = at.checked_sub(1)?;
            groups.remove(at);
            let group = groups.get_mut(above)?;
            group.push(line);
            group.sort_unstable();
        }
        Some(Self(groups))
    }

    /// The order after the line has moved one step towards less importance. `None` where it cannot.
    #[must_use]
    pub fn lowered(&self, line: Line) -> Option<Self> {
        let mirrored = Self(self.0.iter().rev().cloned().collect()).raised(line)?;
        Some(Self(mirrored.0.into_iter().rev().collect()))
    }
}

impl Serialize for Order {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Order {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// An order in which a line is missing or stands twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidOrder;

impl fmt::Display for InvalidOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "an order of lines names Help, Word, Repair, Delay, Lasting and Rhythm once each",
        )
    }
}

impl std::error::Error for InvalidOrder {}
