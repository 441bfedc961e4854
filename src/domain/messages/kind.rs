//! The kinds of messages, each with the template that comes with the program in `assets/messages`.

use super::template::{Mistake, Template};

/// A kind of message; its template is a file of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// No to somebody who asked me.
    No,
    /// No to somebody I asked.
    CallOff,
    /// No to somebody who counts on me.
    TakeBack,
    /// No to somebody who said that moving is fine.
    Released,
    /// No, because something else is planned than I said yes to.
    OtherPlan,
    /// Yes.
    Yes,
    /// Yes to somebody who may come to harm.
    Coming,
    /// May it move? To somebody who counts on me.
    MayItMove,
    /// May it move? To somebody who has no answer yet.
    MayItMoveUnanswered,
    /// Can we meet on this other day?
    AnotherDay,
    /// Would you let me off it?
    Release,
    /// How it stands with a promise of mine.
    Update,
    /// Another day for a promise of mine.
    NewTerms,
    /// A promise of mine is done.
    Done,
    /// I missed a promise.
    OwnUpPromise,
    /// I did them wrong.
    OwnUp,
    /// Thanks for what I received.
    Thanks,
    /// Thanks for a talk.
    ThanksForTalk,
    /// What I chose for them, openly: my part in it, and that it is theirs to decide.
    Choice,
    /// Shall I introduce you? To who would gain by it.
    AskRequester,
    /// May I introduce somebody to you?
    AskTarget,
    /// The introduction, to both.
    Introduce,
    /// How did it go?
    FollowUp,
    /// A greeting, and nothing made up.
    Note,
}

const LUNCH: &[&str] = &[
    "name",
    "hour",
    "day",
    "time",
    "place",
    "hour_and_place",
    "days",
    "new_day",
];
const PROMISE: &[&str] = &["name", "promise", "due", "due_ahead", "efforts", "stuck"];
const INTRODUCTION: &[&str] = &["name", "other", "firm", "purpose", "good"];
const PERSON: &[&str] = &["name", "thing", "on", "what"];

/// The text of a file in `assets/messages`.
macro_rules! built_in {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../../assets/messages/", $name)),
        )
    };
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 24] = [
        Self::No,
        Self::CallOff,
        Self::TakeBack,
        Self::Released,
        Self::OtherPlan,
        Self::Yes,
        Self::Coming,
        Self::MayItMove,
        Self::MayItMoveUnanswered,
        Self::AnotherDay,
        Self::Release,
        Self::Update,
        Self::NewTerms,
        Self::Done,
        Self::OwnUpPromise,
        Self::OwnUp,
        Self::Thanks,
        Self::ThanksForTalk,
        Self::Choice,
        Self::AskRequester,
        Self::AskTarget,
        Self::Introduce,
        Self::FollowUp,
        Self::Note,
    ];

    const fn file_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::No => built_in!("no.txt"),
            Self::CallOff => built_in!("call-off.txt"),
            Self::TakeBack => built_in!("take-back.txt"),
            Self::Released => built_in!("released.txt"),
            Self::OtherPlan => built_in!("other-plan.txt"),
            Self::Yes => built_in!("yes.txt"),
            Self::Coming => built_in!("coming.txt"),
            Self::MayItMove => built_in!("may-it-move.txt"),
            Self::MayItMoveUnanswered => built_in!("may-it-move-unanswered.txt"),
            Self::AnotherDay => built_in!("another-day.txt"),
            Self::Release => built_in!("release.txt"),
            Self::Update => built_in!("update.txt"),
            Self::NewTerms => built_in!("new-terms.txt"),
            Self::Done => built_in!("done.txt"),
            Self::OwnUpPromise => built_in!("own-up-promise.txt"),
            Self::OwnUp => built_in!("own-up.txt"),
            Self::Thanks => built_in!("thanks.txt"),
            Self::ThanksForTalk => built_in!("thanks-for-talk.txt"),
            Self::Choice => built_in!("choice.txt"),
            Self::AskRequester => built_in!("ask-requester.txt"),
            Self::AskTarget => built_in!("ask-target.txt"),
            Self::Introduce => built_in!("introduce.txt"),
            Self::FollowUp => built_in!("follow-up.txt"),
            Self::Note => built_in!("note.txt"),
        }
    }

    /// The file of its template, here and in the user's folder.
    #[must_use]
    pub const fn file(self) -> &'static str {
        self.file_and_text().0
    }

    /// The template that comes with the program, as it stands in its file.
    #[must_use]
    pub const fn built_in(self) -> &'static str {
        self.file_and_text().1
    }

    /// The placeholders that its template may name.
    #[must_use]
    pub const fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::No
            | Self::CallOff
            | Self::TakeBack
            | Self::Released
            | Self::OtherPlan
            | Self::Yes
            | Self::Coming
            | Self::MayItMove
            | Self::MayItMoveUnanswered
            | Self::AnotherDay
            | Self::Release => LUNCH,
            Self::Update | Self::NewTerms | Self::Done | Self::OwnUpPromise => PROMISE,
            Self::OwnUp | Self::Thanks | Self::ThanksForTalk => PERSON,
            Self::AskRequester | Self::AskTarget | Self::Introduce | Self::FollowUp => INTRODUCTION,
            Self::Choice | Self::Note => &["name"],
        }
    }

    /// Reads a template of this kind.
    ///
    /// # Errors
    /// [`Mistake`] where it names a placeholder that this kind does not have, or a brace stands alone.
    pub fn parse(self, text: &str) -> Result<Template, Mistake> {
        Template::parse(text, self.placeholders())
    }
}
