//! Rows that are broken, moved or mean harm: each is said by its line, and the rest goes in.

use std::fmt::Write as _;
use std::time::Instant;

use super::{Desk, Findings, Place, corpus, left_out, names, read, table, view};

#[test]
fn rows_whose_cells_moved_are_left_out() {
    let (desk, plan) = corpus("08_shifted.csv");
    assert_eq!(
        left_out(&plan),
        [
            (
                2,
                "this row has 8 cells and the head 7 columns; a cell with a comma in it may lack its quotes"
            ),
            (
                3,
                "under Last Name stands \"https://www.linkedin.com/in/bea\"; the cells may have moved to other columns"
            ),
            (
                6,
                "under URL stands \"eva@x.example\"; the cells may have moved to other columns"
            ),
        ]
    );
    assert_eq!(names(&desk), ["Cyd Orr", "Dee Fox", "Fay Hay"]);
    assert_eq!(
        plan.remarks,
        [
            "08_shifted.csv:5: \"n/a\" is no e-mail address; the rest of the row went in",
            "08_shifted.csv:7: this row has 4 of 7 cells; it is read as if the last ones were empty",
        ]
    );
}

#[test]
fn a_quote_without_an_end_costs_its_own_row() {
    let (desk, plan) = corpus("09_open_quote.csv");
    let lines: Vec<usize> = left_out(&plan).iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2]);
    assert_eq!(names(&desk), ["Bob Roe", "Cyd Orr"]);
    assert_eq!(desk.person("Bob Roe").notes, "two\nlines");

    let (desk, plan) =
        table("Name,Email\n\"Ana,ana@x.example\nBob,bob@x.example\nCyd,cyd@x.example\n");
    assert_eq!(
        left_out(&plan),
        [(
            2,
            "a quote begins in this row and does not end in it; the rows below it are read on their own"
        )]
    );
    assert_eq!(names(&desk), ["Bob", "Cyd"]);
}

#[test]
fn what_follows_a_broken_row_and_has_other_columns_may_be_part_of_it() {
    let (desk, plan) = table("Name,Email,Notes\nAna,a@x.example,\"tea\ncake\nBob,b@x.example,\n");
    let lines: Vec<usize> = left_out(&plan).iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3], "cake is nobody");
    assert_eq!(names(&desk), ["Bob"]);
}

#[test]
fn cards_within_a_table_are_read_as_cards() {
    let (desk, plan) = corpus("10_card_inside.csv");
    assert_eq!(names(&desk), ["Ana Li", "Bob Roe", "Cyd Orr"]);
    assert_eq!(desk.person("Ana Li").phones, ["+49 1"]);
    assert_eq!(desk.person("Ana Li").notes, "tea");
    assert_eq!(desk.person("Cyd Orr").organisation, "Hooli");
    assert!(plan.rejected.is_empty());
    let broken = "Name,Email,Card\nAna,a@x.example,BEGIN:VCARD and no more\nBob,b@x.example,\"BEGIN:VCARD\nTEL:1\nEND:VCARD\"\n";
    let (desk, plan) = table(broken);
    assert_eq!(names(&desk), ["Ana", "Bob"]);
    let lines: Vec<usize> = left_out(&plan).iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3]);
}

#[test]
fn a_file_that_ends_within_a_row_gives_the_others() {
    let (desk, plan) = corpus("11_half.csv");
    assert_eq!(names(&desk), ["Ana Li", "Bob Roe", "Cyd Orr", "Dee Fox"]);
    let born = desk.person("Ana Li").birthday.unwrap();
    assert_eq!(
        (born.month, born.day),
        (4, 3),
        "25/12 tells that the day comes first"
    );
    assert_eq!(
        plan.remarks,
        [
            "11_half.csv:7: \"soon\" is no day that can be read; the rest of the row went in",
            "11_half.csv:8: the file ends within this row; its last cell, which may be half, is left out",
            "11_half.csv:8: this row has 1 of 3 cells; it is read as if the last ones were empty",
        ]
    );
}

#[test]
fn a_day_that_may_be_read_in_two_ways_is_not_guessed() {
    let (desk, plan) = table("Name,Birthday\nAna,03/04/1980\nBob,5/5/1980\nCyd,0/0/00\n");
    assert_eq!(desk.person("Ana").birthday, None);
    assert_eq!(desk.person("Bob").birthday.unwrap().month, 5);
    assert_eq!(desk.person("Cyd").birthday, None);
    assert_eq!(
        plan.remarks,
        [
            "t.csv:2: \"03/04/1980\" may be read in two ways; write the year first, as in 1980-05-01; the rest of the row went in"
        ]
    );
}

#[test]
fn many_rows_of_one_kind_are_counted_after_twenty() {
    let mut text = "Name,Email\n".to_owned();
    for number in 0..30 {
        let _ = writeln!(text, "Person {number},none");
    }
    let (_, plan) = table(&text);
    assert_eq!(plan.remarks.len(), 21);
    assert_eq!(plan.remarks[20], "t.csv: and 10 more of this kind");
}

/// Awkward rows, each with the names of those that come out of it.
#[test]
fn awkward_rows() {
    let rows: [(&str, &str, &[&str]); 15] = [
        (
            "a mark at the start",
            "\u{feff}Name,Email\nAna,a@x.example\n",
            &["Ana"],
        ),
        (
            "a quoted head with a mark",
            "\u{feff}\"Name\",\"Email\"\nAna,a@x.example\n",
            &["Ana"],
        ),
        (
            "old Macs",
            "Name,Email\rAna,a@x.example\rBob,b@x.example\r",
            &["Ana", "Bob"],
        ),
        (
            "no last line break",
            "Name,Email\nAna,a@x.example",
            &["Ana"],
        ),
        (
            "empty lines and rows",
            "\n\nName,Email\n\n,\n  ,\nAna,a@x.example\n\n",
            &["Ana"],
        ),
        ("one column", "name\nAna\nBob\n", &["Ana", "Bob"]),
        (
            "a stray quote",
            "Name,Email\nAna \"Tiny\" Li,a@x.example\nBob 5\",b@x.example\n",
            &["Ana \"Tiny\" Li", "Bob 5\""],
        ),
        (
            "text after a quote",
            "Name,Email\n\"Ana\" Li,a@x.example\n",
            &["Ana Li"],
        ),
        ("bars", "Name|Email\nAna|a@x.example\n", &["Ana"]),
        (
            "commas in a table of semicolons",
            "Name;Email\nLi, Ana;a@x.example\n",
            &["Ana Li"],
        ),
        ("only a firm", "Company,Phone\nAcme,+1\n", &["Acme"]),
        (
            "only an address",
            "Email,Phone\nana@x.example,+1\n",
            &["ana"],
        ),
        (
            "the head twice",
            "Name,Email\nAna,a@x.example\nName,Email\nBob,b@x.example\n",
            &["Ana", "Bob"],
        ),
        (
            "tricks",
            "Name,Email\nAna\u{202e}\u{1b}[2J,a@x.example\n",
            &["Ana\u{fffd}\u{fffd}[2J"],
        ),
        (
            "a formula",
            "Name,Email\n\"=HYPERLINK(\"\"http://x\"\")\",a@x.example\n'=1+1,b@x.example\n",
            &["=1+1"],
        ),
    ];
    for (what, text, expected) in rows {
        let (desk, plan) = table(text);
        assert_eq!(names(&desk), expected, "{what}: {:?}", left_out(&plan));
    }
}

#[test]
fn what_is_no_table_is_refused_with_what_is_missing() {
    let refusal = |name: &str, text: &str| {
        read(name, text.as_bytes(), &view())
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        refusal("t.csv", "Kunde,Ort\nAna,Ely\n"),
        "t.csv: too few columns of this table are known (Kunde, Ort); say which is which by --map \
         name=\"Full Name\",email=Mail or by `tables` in config.ron"
    );
    assert!(refusal("t.txt", "Dear Ana,\nmany thanks\n").contains("no table of people"));
    assert!(refusal("t.csv", "").contains("this file is empty"));
}

#[test]
fn places_are_those_of_the_file() {
    let text = "Name,Email,Notes\n\nAna,a@x.example,\"one\ntwo\n\"\n,,x\n\n\nBob,b@x.example,\n";
    let findings: Findings = read("t.csv", text.as_bytes(), &view()).unwrap();
    let lines: Vec<usize> = findings.cards.iter().map(|card| card.place.line).collect();
    assert_eq!(lines, [3, 9]);
    let place = Place {
        file: "t.csv".to_owned(),
        line: 6,
    };
    assert_eq!(findings.rejected[0].place, place);
}

#[test]
fn tables_that_mean_harm_end_soon() {
    let start = Instant::now();
    let shapes: [&dyn Fn(usize) -> String; 5] = [
        &|_| "\"Ana,a@x.example\n".to_owned(),
        &|_| ",\"x\n".to_owned(),
        &|_| "\"\"\"\n\"\n".to_owned(),
        &|number| format!("\"Person\n{number}\",p{number}@x.example,\n"),
        &|number| {
            format!(
                "P{number},p{number}@x.example,x{}\n",
                ",".repeat(number % 50)
            )
        },
    ];
    for shape in shapes {
        let mut text = "Name,Email,Notes\n".to_owned();
        text.extend((0..5_000).map(shape));
        let _ = read("t.csv", text.as_bytes(), &view());
    }
    let wide = format!(
        "Name,Email{}\nAna,a@x.example{}\n",
        ",x".repeat(20_000),
        ",y".repeat(20_000)
    );
    let findings = read("t.csv", wide.as_bytes(), &view()).unwrap();
    assert_eq!(findings.cards.len(), 1);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn huge_cells_are_cut() {
    let huge = "x".repeat(2_000_000);
    let mut desk = Desk::new();
    let text = format!("Name,Email,Notes,Company\n{huge},a@x.example,{huge},{huge}\n");
    desk.import(&[("t.csv", text.as_bytes())]);
    assert!(ron::to_string(&desk.book).unwrap().len() < 60_000);
}

#[test]
fn of_a_table_with_too_many_rows_the_first_go_in() {
    let mut text = "Name\n".to_owned();
    for number in 0..50_003 {
        let _ = writeln!(text, "P{number}");
    }
    let findings = read("t.csv", text.as_bytes(), &view()).unwrap();
    assert_eq!(findings.cards.len(), 50_000);
    assert_eq!(
        findings.rejected[0].to_string(),
        "t.csv:50002: from here on 3 rows were left out: 50,000 go in at once at most; import the rest from a file of its own"
    );
}
