"""Write docs/questions.md: the questions of the catalogue under the papers that answer them, with sections.

python tools/list_questions.py
"""

import csv
from collections import defaultdict
from pathlib import Path

from borderkg.questions import catalogue
from borderkg.questions.catalogue import Question

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "questions.md"

HEAD = """# The questions

The catalogue in [queries/competency](../queries/competency): one file a question, with a header that says what it asks
and what it leaves out, and beside it the answer over the five papers as CSV, typed from the papers. `borderkg ask` lists
them, `borderkg ask cq21` asks one; a question with parameters takes others: `borderkg ask cq04 --param province=吉林省`. A test
asks each over the five papers and compares the answer row by row.

What a question does not read its description says (`Not read: …`): the answer is what the texts say within that.

This page is written by `python tools/list_questions.py`. A question stands under every paper of which a row of its answer
comes; the section is where the paper says it.
"""


def sources(question: Question) -> list[str]:
    """The titles of the texts that an expected answer names, in its order."""
    if question.expected is None:
        return []
    rows = csv.DictReader(question.expected.read_text("utf-8").splitlines())
    return list(dict.fromkeys(row["source"] for row in rows))


def page() -> str:
    """The page as it should stand."""
    questions = catalogue.load()
    by_paper: dict[str, list[Question]] = defaultdict(list)
    for question in questions.values():
        for title in sources(question):
            by_paper[title].append(question)
    parts = [HEAD]
    for title in sorted(by_paper):
        parts.append(f"\n## {title}\n\n| | asks | section |\n|---|---|---|\n")
        for question in by_paper[title]:
            number = question.name.split("-")[0]
            link = f"[{number}](../queries/competency/{question.name}.rq)"
            where = question.sections.get(title, "")
            parts.append(f"| {link} | {question.summary_zh}<br>{question.summary} | {where} |\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
