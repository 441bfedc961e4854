//! Birthdays as tables write them.

use chrono::NaiveDate;

use crate::domain::contact::Birthday;

/// Apple writes this year where none is known.
const NO_YEAR: i32 = 1604;
const LEAP_YEAR: i32 = 2000;
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What stands in a cell for a birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Day(Birthday),
    /// `5/1/1980`, of which the first number is the month in one country and the day in another.
    EitherWay(EitherWay),
    /// Nothing, as Outlook writes it: `0/0/00`.
    Nothing,
    Unreadable,
}

/// Two numbers and a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EitherWay {
    first: u32,
    second: u32,
    year: i32,
}

impl EitherWay {
    /// Whether the day comes first; none where both ways make sense and differ.
    pub(super) fn is_day_first(self) -> Option<bool> {
        match (self.first > 12, self.second > 12) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    /// The day, read this way.
    pub(super) fn read(self, is_day_first: bool) -> Option<Birthday> {
        let (month, day) = if is_day_first {
            (self.second, self.first)
        } else {
            (self.first, self.second)
        };
        birthday(Some(self.year), month, day)
    }

    /// Whether both ways say the same day.
    pub(super) fn is_either(self) -> bool {
        self.first == self.second
    }
}

pub(super) fn read(cell: &str) -> Written {
    let cell = cell.trim();
    let has_figure = cell.contains(|sign: char| sign.is_ascii_digit() && sign != '0');
    if !has_figure && !cell.contains(char::is_alphabetic) {
        return Written::Nothing;
    }
    let found = if cell.contains(|sign: char| sign.is_alphabetic() && sign != 'T' && sign != 'Z') {
        in_words(cell)
    } else {
        return in_figures(cell);
    };
    found.map_or(Written::Unreadable, Written::Day)
}

/// `1 May 1980`, `May 1, 1980`, `01-Feb-2023`, `May 1`.
fn in_words(cell: &str) -> Option<Birthday> {
    let mut month = None;
    let mut figures = Vec::new();
    for word in cell
        .split([' ', ',', '.', '-', '/'])
        .filter(|word| !word.is_empty())
    {
        match word.parse::<u32>() {
            Ok(figure) => figures.push(figure),
            Err(_) => month = Some(month_of(word)?),
        }
    }
    match figures.as_slice() {
        [day] => birthday(None, month?, *day),
        [day, year] => birthday(
            i32::try_from(*year).ok().filter(|year| *year > 99),
            month?,
            *day,
        ),
        _ => None,
    }
}

fn month_of(word: &str) -> Option<u32> {
    let short: String = word.to_lowercase().chars().take(3).collect();
    let at = MONTHS.iter().position(|month| *month == short)?;
    u32::try_from(at + 1).ok()
}

fn in_figures(cell: &str) -> Written {
    let date = cell.split(['T', ' ']).next().unwrap_or_default();
    let figures: Vec<&str> = date
        .split(['-', '/', '.'])
        .filter(|figure| !figure.is_empty())
        .collect();
    let numbers: Option<Vec<u32>> = figures.iter().map(|figure| figure.parse().ok()).collect();
    let long = |at: usize| figures.get(at).is_some_and(|figure| figure.len() == 4);
    let found = match numbers.as_deref() {
        Some([month, day]) if date.starts_with("--") => birthday(None, *month, *day),
        Some([day, month]) if date.contains('.') => birthday(None, *month, *day),
        Some([year, month, day]) if long(0) => birthday(i32::try_from(*year).ok(), *month, *day),
        Some([day, month, year]) if long(2) && date.contains('.') => {
            birthday(i32::try_from(*year).ok(), *month, *day)
        }
        Some([first, second, year]) if long(2) => {
            let [first, second] = [*first, *second];
            let year = i32::try_from(*year).unwrap_or(NO_YEAR);
            return Written::EitherWay(EitherWay {
                first,
                second,
                year,
            });
        }
        _ => None,
    };
    found.map_or(Written::Unreadable, Written::Day)
}

fn birthday(year: Option<i32>, month: u32, day: u32) -> Option<Birthday> {
    let year = year.filter(|year| *year != NO_YEAR && *year != 0);
    NaiveDate::from_ymd_opt(year.unwrap_or(LEAP_YEAR), month, day)?;
    Some(Birthday { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_the_first_of_may() {
        let day = |year| {
            Written::Day(Birthday {
                year,
                month: 5,
                day: 1,
            })
        };
        for written in [
            "1980-05-01",
            "1980/5/1",
            "01.05.1980",
            "1 May 1980",
            "May 1, 1980",
            "1980-05-01T00:00:00Z",
        ] {
            assert_eq!(read(written), day(Some(1980)), "{written}");
        }
        for written in [
            "--05-01",
            " --05-01",
            "1604-05-01",
            "1.5.",
            "1 May",
            "0000-05-01",
        ] {
            assert_eq!(read(written), day(None), "{written}");
        }
        for written in ["0/0/00", "", "0000-00-00", "--"] {
            assert_eq!(read(written), Written::Nothing, "{written}");
        }
        for written in [
            "1980-02-30",
            "5/1/80",
            "soon",
            "99999999999-1-1",
            "1 Foo 1980",
            "T",
            "1-1",
        ] {
            assert_eq!(read(written), Written::Unreadable, "{written}");
        }
        assert!(matches!(read("5/1/1980"), Written::EitherWay(_)));
    }
}
