//! The screens, and which part of one has the keys.

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    /// What asks for me.
    #[default]
    Today,
    /// The people.
    Contacts,
    /// The promises.
    Promises,
    /// The lunches.
    Lunch,
    /// The choices for one person.
    Choices,
    /// Introductions, and whom I know.
    Network,
    /// My own conduct over time.
    Review,
}

impl Screen {
    /// All screens, in the order of their numbers.
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Contacts,
        Self::Promises,
        Self::Lunch,
        Self::Choices,
        Self::Network,
        Self::Review,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Contacts => "Contacts",
            Self::Promises => "Promises",
            Self::Lunch => "Lunch",
            Self::Choices => "Choices",
            Self::Network => "Network",
            Self::Review => "Review",
        }
    }

    /// Its number, 1 to 7.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Today => 1,
            Self::Contacts => 2,
            Self::Promises => 3,
            Self::Lunch => 4,
            Self::Choices => 5,
            Self::Network => 6,
            Self::Review => 7,
        }
    }
}

/// Which of the two panes of a screen has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The record.
    Detail,
}

impl Focus {
    /// The other pane.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::List => Self::Detail,
            Self::Detail => Self::List,
        }
    }
}
