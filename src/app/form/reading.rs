//! What stands in the fields of a form, by their labels.

use chrono::NaiveDate;

use super::{Entry, Form, Problem};

impl Form {
    pub(super) fn entry(&self, label: &str) -> Option<&Entry> {
        let field = self.fields.iter().find(|field| field.label == label);
        field.map(|field| &field.entry)
    }

    /// What stands in a field of text, without the space around it.
    pub(super) fn text(&self, label: &str) -> String {
        match self.entry(label) {
            Some(Entry::Text(input) | Entry::Day(input) | Entry::PastDay(input)) => {
                input.value().trim().to_owned()
            }
            Some(Entry::Long(editor)) => editor.text().trim().to_owned(),
            _ => String::new(),
        }
    }

    /// Whether somebody changed what stands in a field. What nobody touched is kept as it is in the book, even where the
    /// form cannot show all of it.
    pub(super) fn is_touched(&self, label: &str) -> bool {
        let fields = self.fields.iter().zip(&self.pristine);
        let mut of_label = fields.filter(|(field, _)| field.label == label);
        of_label.any(|(field, before)| field.text() != *before)
    }

    /// Puts the text of a field where it belongs, if somebody changed it.
    pub(super) fn put_text(&self, label: &str, place: &mut String) {
        if self.is_touched(label) {
            *place = self.text(label);
        }
    }

    /// Puts the texts of a field that takes several where they belong, if somebody changed them.
    pub(super) fn put_list(&self, label: &str, place: &mut Vec<String>) {
        if self.is_touched(label) {
            *place = self.list(label, ',');
        }
    }

    /// Puts the option of a field where it belongs, if somebody changed it.
    pub(super) fn put_chosen<T: Copy + Default>(&self, label: &str, of: &[T], place: &mut T) {
        if self.is_touched(label) {
            *place = self.chosen(label, of);
        }
    }

    /// The texts of a field that takes several.
    pub(super) fn list(&self, label: &str, between: char) -> Vec<String> {
        let text = self.text(label);
        let parts = text
            .split(between)
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }

    /// Which of its options a field has.
    pub(super) fn choice(&self, label: &str) -> usize {
        match self.entry(label) {
            Some(Entry::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// Which of these an asked field has; while none is given it says so.
    pub(super) fn answer<T: Copy>(&self, label: &'static str, of: &[T]) -> Result<T, Problem> {
        let given = of.get(self.choice(label)).copied();
        given.ok_or_else(|| Problem::at(label, "Not answered yet: nothing is guessed here"))
    }

    /// Which of its options a field that takes several has.
    pub(super) fn taken(&self, label: &str) -> Vec<bool> {
        match self.entry(label) {
            Some(Entry::Several { options, .. }) => {
                options.iter().map(|(_, taken)| *taken).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The option of a field, from the list its options stand for.
    pub(super) fn chosen<T: Copy + Default>(&self, label: &str, of: &[T]) -> T {
        of.get(self.choice(label)).copied().unwrap_or_default()
    }

    /// The day in a field of a day that is over, today where it is empty.
    pub(super) fn past_day(
        &self,
        label: &'static str,
        today: NaiveDate,
    ) -> Result<NaiveDate, Problem> {
        match self.day(label, today)?.unwrap_or(today) {
            day if day <= today => Ok(day),
            _ => Err(Problem::at(label, "That day is still to come")),
        }
    }

    /// Whether there is such a field.
    pub(super) fn has(&self, label: &'static str) -> bool {
        self.fields.iter().any(|field| field.label == label)
    }

    /// The day in a field; none where it is empty.
    pub(super) fn day(
        &self,
        label: &'static str,
        today: NaiveDate,
    ) -> Result<Option<NaiveDate>, Problem> {
        let text = self.text(label);
        if text.is_empty() {
            return Ok(None);
        }
        let field = self.fields.iter().find(|field| field.label == label);
        match field.and_then(|field| field.day(today)) {
            Some(day) => Ok(Some(day)),
            None => Err(Problem::at(
                label,
                format!(
                    "\"{text}\" is no day that I know. Try fri, next tue, 25 sep, in 2 weeks or 2026-09-25"
                ),
            )),
        }
    }
}
