//! The samples and the words of every format.

use std::fs;
use std::path::Path;

use goodword::domain::capture::VERBS;

use super::mangle::Format;

/// What misleads in every format: text that turns around, hides or steers, numbers and days at the edges.
const ANYWHERE: [&str; 20] = [
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "\u{1b}[2J",
    "\0",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "👩‍👩‍👧‍👦",
    "0",
    "-1",
    "2147483648",
    "18446744073709551616",
    "1e999",
    "0001-01-01",
    "9999-12-31",
    "-262143-01-01",
    "2026-02-30",
    "\"",
    ":",
    "\n",
];

pub(crate) fn book() -> Format {
    let mut samples = files("tests/scenarios", "ron");
    samples.push(fs::read(at("assets/demo.ron")).unwrap());
    let own = [
        "(",
        ")",
        "[",
        "]",
        "()",
        "Some(",
        "None",
        "/*",
        "//",
        "r#\"",
        "\\u{",
        "'",
        "<<<<<<< ",
        "id: ",
        "version: 2",
        "Done",
        "true",
        "#![enable(unwrap_newtypes)]",
    ];
    Format {
        samples,
        words: with(&own),
        most_changes: 2,
    }
}

pub(crate) fn vcard() -> Format {
    let own = [
        "BEGIN:VCARD\r\n",
        "END:VCARD\r\n",
        "VERSION:2.1\r\n",
        "VERSION:4.0\r\n",
        "FN:",
        "N:;;",
        "ORG:",
        "EMAIL:a@b\r\n",
        "TEL:",
        "UID:1\r\n",
        "BDAY:--0229\r\n",
        "BDAY:",
        "NOTE:",
        "item1.",
        "\r\n ",
        ";",
        ",",
        "\\",
        "\\n",
        "=\r\n",
        "=E2=80=AE",
        ";ENCODING=QUOTED-PRINTABLE",
        ";ENCODING=b",
        ";CHARSET=UTF-16",
        ";CHARSET=ISO-2022-JP",
        "KIND:group\r\n",
    ];
    let mut samples = files("tests/import/cards", "vcf");
    samples.extend(files("tests/import/corpus", "vcf"));
    Format {
        samples,
        words: with(&own),
        most_changes: 6,
    }
}

pub(crate) fn icalendar() -> Format {
    let own = [
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "BEGIN:VTIMEZONE\r\n",
        "END:VTIMEZONE\r\n",
        "METHOD:CANCEL\r\n",
        "UID:1\r\n",
        "SUMMARY:",
        "RRULE:FREQ=",
        "RRULE:FREQ=SECONDLY\r\n",
        "FREQ=YEARLY;BYYEARDAY=-366",
        ";COUNT=4294967295",
        ";INTERVAL=0",
        ";BYSETPOS=-366",
        ";UNTIL=99991231",
        "DTSTART:",
        "DTEND:00000101T000000Z",
        "DTSTART;VALUE=DATE:20261001\r\n",
        "DTSTART;TZID=X:",
        "DURATION:P99999999999W\r\n",
        "DURATION:-PT1H\r\n",
        "20261001T123000Z",
        "99991231T235959",
        "RECURRENCE-ID:20261001T123000Z\r\n",
        "EXDATE:",
        "RDATE;VALUE=PERIOD:",
        "SEQUENCE:",
        "STATUS:CANCELLED\r\n",
        "TRANSP:TRANSPARENT\r\n",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:me@own.example\r\n",
        "ORGANIZER;CN=\"",
        "mailto:",
        "\r\n ",
        ";",
        ",",
        "\\",
    ];
    Format {
        samples: files("tests/import/calendars", "ics"),
        words: with(&own),
        most_changes: 6,
    }
}

pub(crate) fn csv() -> Format {
    let own = [
        "Name,",
        "E-mail 1 - Value",
        "URL",
        "Birthday",
        "Identity",
        "BEGIN:VCARD\n",
        "END:VCARD\n",
        "https://www.linkedin.com/in/ana",
        "a@x.example",
        "5/1/1980",
        "--02-29",
        "\"\"",
        "\",\"",
        "\"\n\"",
        "'=1+1",
        " ::: ",
        ",,,,",
        ";",
        ",",
        "\t",
        "|",
        "\r",
        "\r\n",
    ];
    let mut samples = files("tests/import/tables", "csv");
    samples.extend(files("tests/import/tables", "tsv"));
    Format {
        samples,
        words: with(&own),
        most_changes: 6,
    }
}

/// The lines that the program offers as examples and those that the guide shows.
pub(crate) fn capture() -> Format {
    let guide = include_str!("../../README.md").to_owned() + include_str!("../../docs/lines.md");
    let guide = guide.replace('\n', " ");
    let shown = guide.split('`').filter(|code| {
        let mut verbs = VERBS.iter();
        verbs.any(|verb| code.starts_with(&format!("{} ", verb.words)))
    });
    let examples = VERBS.iter().map(|verb| verb.example);
    let samples = shown
        .chain(examples)
        .map(|line| line.as_bytes().to_vec())
        .collect();
    let own = [
        " ",
        "ana",
        "bob",
        "max",
        "seriously ",
        "slightly ",
        "yesterday",
        "on fri",
        "until ",
        "in 2 weeks",
        "in 99999999999 years",
        "29 feb",
        "31 apr",
        "1 nov 262143",
        "6 h",
        "168 h 1 min",
        "90 min",
        " a week",
    ];
    let verbs = VERBS.iter().map(|verb| verb.words);
    Format {
        samples,
        words: with(&own).into_iter().chain(verbs).collect(),
        most_changes: 4,
    }
}

fn with(own: &[&'static str]) -> Vec<&'static str> {
    [own, &ANYWHERE].concat()
}

/// The files of a folder, in the order of their names.
fn files(folder: &str, extension: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(at(folder)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == extension));
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn at(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
