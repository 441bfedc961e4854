//! The parts that screens are made of.

pub(super) mod bars;
pub(super) mod capture;
pub(super) mod covered;
pub(super) mod decision;
pub(super) mod draft;
pub(super) mod field;
pub(super) mod find;
pub(super) mod footer;
pub(super) mod form;
pub(super) mod formulas;
pub(super) mod header;
pub(super) mod help;
pub(super) mod import;
pub(super) mod list;
pub(super) mod menu;
pub(super) mod page;
pub(super) mod palette;
pub(super) mod panel;
pub(super) mod prompt;
pub(super) mod reach;
pub(super) mod steps;
pub(super) mod tags;
pub(super) mod tally;
pub(super) mod values;
pub(super) mod views;
pub(super) mod why;
