"""Drafts of a treaty whose every word is known: who wrote it, draft by draft."""

from __future__ import annotations

from dataclasses import dataclass, field

from instrument.history import Draft
from instrument.model import Clause, Instrument, Provision, text
from tests.comparison.revising import Author

Words = list[tuple[str, int]]  # each with the draft that it was written for


@dataclass(slots=True)
class Treaty:
    """Articles of provisions, rewritten draft by draft; what was struck is kept, and some of it comes back."""

    author: Author
    articles: list[list[Words]] = field(default_factory=list)
    struck: list[Words] = field(default_factory=list)
    passages: list[Words] = field(default_factory=list)
    draft: int = 0

    def write(self, size: int) -> Words:
        return [(word, self.draft) for word in self.author.phrase(size)]

    def begin(self, words: int) -> None:
        chance = self.author.chance
        while sum(len(line) for article in self.articles for line in article) < words:
            self.articles.append(
                [self.write(chance.choice([12, 25, 40, 60, 90])) for _ in range(chance.randint(4, 10))]
            )

    def revise(self) -> None:
        """The next draft: words changed, provisions struck, added, moved and brought back."""
        self.draft += 1
        chance = self.author.chance
        lines = [(article, line) for article in self.articles for line in article]
        for article, line in chance.sample(lines, len(lines) // 4):
            match chance.choices(["reword", "strike", "add", "move", "restore", "carry"], [16, 1, 2, 1, 1, 1])[0]:
                case "reword":
                    self._reword(line)
                case "carry" if len(line) > 30:
                    self._carry(line)
                case "strike" if len(article) > 1:
                    article.remove(line)
                    self.struck.append(line)
                case "add":
                    article.insert(chance.randrange(len(article) + 1), self.write(chance.choice([12, 25, 40, 60])))
                case "move" if len(article) > 1:
                    article.remove(line)
                    self._put(line)
                case "restore" if self.struck:
                    self._put(self.struck.pop(chance.randrange(len(self.struck))))

    def _put(self, line: Words) -> None:
        article = self.author.chance.choice(self.articles)
        article.insert(self.author.chance.randrange(len(article) + 1), line)

    def _carry(self, line: Words) -> None:
        """A passage is cut out, and one that was, in this draft or an earlier one, put in somewhere."""
        chance = self.author.chance
        at, size = chance.randrange(len(line) - 25), chance.randint(12, 25)
        self.passages.append(line[at : at + size])
        line[at : at + size] = []
        if chance.random() < 0.7:
            target = chance.choice(chance.choice(self.articles))
            at = chance.randrange(len(target) + 1)
            target[at:at] = self.passages.pop(chance.randrange(len(self.passages)))

    def _reword(self, line: Words) -> None:
        chance = self.author.chance
        for _ in range(chance.randint(1, 4)):
            at, size = chance.randrange(len(line) + 1), chance.choice([1, 1, 1, 2, 2, 3, 5])
            kind = chance.choice(["strike", "add", "replace"])
            fresh = [] if kind == "strike" else self.write(size)
            line[at : at if kind == "add" else at + size] = fresh

    def text(self) -> Instrument:
        """The treaty as an imported text is: its ids only repeat the numbers of the day."""
        return Instrument(
            tuple(
                Clause(
                    f"article-{number}",
                    label=f"Article {number}",
                    provisions=tuple(
                        Provision(0, f"{at}.", text(" ".join(word for word, _ in line)))
                        for at, line in enumerate(article, 1)
                    ),
                )
                for number, article in enumerate(self.articles, 1)
            )
        )

    def truth(self) -> list[int]:
        """Who wrote each word, in the order of the text."""
        return [draft for article in self.articles for line in article for _, draft in line]


def written(seed: int, words: int, count: int) -> tuple[list[Draft], list[int]]:
    """So many drafts of a treaty of about so many words, and the truth of the last."""
    treaty = Treaty(Author(seed))
    treaty.begin(words)
    drafts = [Draft("0", treaty.text())]
    for _ in range(count - 1):
        treaty.revise()
        drafts.append(Draft(str(treaty.draft), treaty.text()))
    return drafts, treaty.truth()
