"""Every round trip through programs of others. Run by tests/long/run."""

import sys
from pathlib import Path

import cards
import dates
from desk import Desk, Server


def main():
    desk = Desk(sys.argv[1], Path(sys.argv[2]))
    desk.work.mkdir(parents=True)
    desk.run(desk.goodword, "--demo", "--today", "2026-09-24", "export", "ron", "--to", desk.work / "book.ron")
    awkward = sorted(Path(__file__).parent.parent.glob("import/cards/*.vcf"))
    desk.book("book.ron", "import", *awkward)
    print("\nCards in one file")
    cards.single_file(desk)
    with Server(desk) as server:
        print("\nCards through a server to a phone and back")
        cards.story(desk, server)
        print("\nDates through a server to another calendar and back")
        dates.story(desk, server)
    print("\nAll of it holds.")


main()
