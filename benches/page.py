"""The page with the figures: each table stands between two marks and is written anew by the command that measures it."""
import os

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "README.md")


def tell(name, lines, write):
    """Prints a table, or puts it into the page."""
    text = "\n".join(lines) + "\n"
    if not write:
        print(text, end="")
        return
    with open(PAGE) as file:
        page = file.read()
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
    before, rest = page.split(begin)
    _, after = rest.split(end)
    with open(PAGE, "w") as file:
        file.write(before + begin + text + end + after)
