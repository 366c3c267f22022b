"""What a paper asks of its archive, as questions to DuckDB over the rows of `hedgelint archive lint`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from hedgelint.archive.readers import opened
from hedgelint.archive.schema import SCHEMA
from hedgelint.archive.tables import Column, Table
from hedgelint.errors import InputError
from hedgelint.finding import SEVERITIES

# What was published when: as dates are written in exports; 03/04/2024 is two days, and so none. `looked`: the stories
# that figures are about.
_VIEWS = """
CREATE VIEW dated AS SELECT *,
  coalesce(strftime(coalesce(
    try_strptime(left(published, 10), ['%Y-%m-%d', '%Y/%m/%d', '%d.%m.%Y']),
    try_strptime(regexp_extract(published, '^(\\d{8})(T|$)', 1), '%Y%m%d'),
    try_strptime(left(published, 7), ['%Y-%m', '%Y/%m']),
    try_strptime(regexp_extract(published, '\\d{1,2} [A-Z][a-z]{2} \\d{4}'), '%d %b %Y'),
    try_strptime(published, ['%d %B %Y', '%B %d, %Y', '%b %d, %Y'])
  ), '%Y-%m'), 'unknown') AS month
FROM story;
CREATE VIEW looked AS SELECT
  file, number, id, month, words, unanswered_words, findings, sources, quotes,
  claims, unanswered_claims, hedges, boosters, quotations,
  coalesce(nullif(trim(desk), ''), 'unknown') AS desk, coalesce(nullif(trim(author), ''), 'unknown') AS author
FROM dated WHERE looked_at;
CREATE VIEW source AS SELECT file, number, month, desk, words AS story_words, unnest(sources) AS one FROM looked;
"""
_FOUND = (
    Column("stories", "stories", "count"),
    Column("findings", "findings", "count"),
    Column("a_story", "a story", "rate"),
    Column("words", "words", "count"),
)
_MOST = 100  # rows of a list of people


class Archive:
    """`severity` is the least that counts as a finding. Raises InputError for a file that is not one of
    `hedgelint archive lint`."""

    def __init__(self, path: Path, severity: str = "warning") -> None:
        file = opened(str(path))
        there = file.schema_arrow
        file.close()
        if not set(SCHEMA.names) <= set(there.names):
            raise InputError("not made by `hedgelint archive lint`", path=str(path))
        self._severity = severity
        self._least = list(SEVERITIES[SEVERITIES.index(severity) :])
        self._base = duckdb.connect()
        self._base.read_parquet(str(path)).create_view("story")
        self._base.execute(_VIEWS)

    def ask(self, question: str, **values: Any) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._base.execute(question, values or None).fetchall()
        return found

    def twice(self) -> list[str]:
        """The ids that stand in several rows."""
        asked = "SELECT id FROM story WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1 ORDER BY min(number), id"
        return [str(row[0]) for row in self.ask(asked)]

    def tables(self) -> Iterator[Table]:
        """Every answer but that about quotations, which `twice_said` gives."""
        yield self._whole()
        yield self._by("month", "Findings by month", "month")
        yield self._by("desk", "Findings by desk", "found DESC, desk")
        yield self._by("author", "Findings by author", "found DESC, author")
        yield self._by_rule()
        yield self._kinds()
        yield self._carriers()
        yield self._anonymous()
        yield self._sure()
        yield self._referred()

    def _whole(self) -> Table:
        asked = """
        SELECT count(*), count(*) FILTER (error IS NOT NULL), count(*) FILTER (error IS NULL AND NOT looked_at),
          count(*) FILTER (looked_at), coalesce(sum(words) FILTER (looked_at), 0),
          coalesce(sum(unanswered_words) FILTER (looked_at), 0),
          coalesce(sum(quotations), 0), coalesce(sum(claims), 0), coalesce(sum(unanswered_claims), 0),
          count(*) - count(DISTINCT id), coalesce(min(nullif(month, 'unknown')), ''),
          coalesce(max(nullif(month, 'unknown')), '')
        FROM dated"""
        names = (
            "records",
            "records with an error",
            "records in another language, or without a sentence: not looked at",
            "stories looked at",
            "words",
            "words for which no source answers",
            "quotations",
            "claims",
            "claims that nobody answers for",
            "records whose id has stood before, or that have none",
            "first month",
            "last month",
        )
        rows = zip(names, self.ask(asked)[0], strict=True)
        columns = (Column("what", "what"), Column("count", "how many", "count"))
        return Table("archive", "The archive", "", columns, tuple(rows))

    def _by(self, key: str, title: str, order: str) -> Table:
        asked = f"""
        SELECT {key}, count(*) AS stories,
          sum(len(list_filter(findings, lambda one: list_contains($least, one.severity)))) AS found,
          found / stories, sum(words)
        FROM looked GROUP BY {key} ORDER BY {order}"""
        rows = self.ask(asked, least=self._least)
        about = f"Findings of severity {self._severity} or above, in the stories that were looked at."
        chart = "a_story" if key == "month" else ""
        return Table(f"findings-by-{key}", title, about, (Column(key, key), *_FOUND), tuple(rows), chart)

    def _by_rule(self) -> Table:
        asked = """
        WITH found AS (SELECT file, number, unnest(findings) AS one FROM looked)
        SELECT one.rule, one.category, one.severity, count(*) AS spoken, count(DISTINCT (file, number)),
          spoken / (SELECT count(*) FROM looked)
        FROM found GROUP BY ALL ORDER BY spoken DESC, one.rule, one.severity"""
        columns = (
            Column("rule", "rule"),
            Column("category", "category"),
            Column("severity", "severity"),
            Column("findings", "findings", "count"),
            Column("stories", "stories with one", "count"),
            Column("a_story", "a story", "rate"),
        )
        about = "Every severity; a rule may speak with several."
        return Table("findings-by-rule", "Findings by rule", about, columns, tuple(self.ask(asked)))

    def _kinds(self) -> Table:
        asked = """
        SELECT one.kind, count(*), count(DISTINCT (file, number)), sum(one.words) AS carried,
          carried / (SELECT greatest(1, sum(words)) FROM looked)
        FROM source GROUP BY one.kind ORDER BY carried DESC, one.kind"""
        columns = (
            Column("kind", "kind of source"),
            Column("sources", "sources", "count"),
            Column("stories", "stories", "count"),
            Column("words", "words", "count"),
            Column("share", "of all words", "share"),
        )
        about = "A source counts once in every story it speaks in."
        return Table("sources-by-kind", "Who carries the paper, by kind", about, columns, tuple(self.ask(asked)))

    def _carriers(self) -> Table:
        asked = f"""
        SELECT one.name, one.kind, count(*) AS stories, sum(one.words) AS carried,
          carried / (SELECT greatest(1, sum(words)) FROM looked), sum(one.quotations), sum(one.paraphrases)
        FROM source WHERE one.kind IN ('named', 'role', 'group', 'document')
        GROUP BY one.name, one.kind ORDER BY carried DESC, stories DESC, one.name, one.kind LIMIT {_MOST}"""
        columns = (
            Column("name", "source"),
            Column("kind", "kind"),
            Column("stories", "stories", "count"),
            Column("words", "words", "count"),
            Column("share", "of all words", "share"),
            Column("quotations", "quoted", "count"),
            Column("paraphrases", "told", "count"),
        )
        about = (
            f"The {_MOST} sources with most words, by the longest form of their name in each story: two people of one "
        )
        about += "name are one here, and one person under two names is two."
        return Table("sources", "Who carries the paper, by name", about, columns, tuple(self.ask(asked)))

    def _anonymous(self) -> Table:
        asked = """
        WITH speaking AS (
          SELECT month, count(*) FILTER (one.kind = 'anonymous') AS anonymous,
            count(*) FILTER (one.kind = 'vague') AS vague,
            count(*) FILTER (one.kind IN ('named', 'role', 'group', 'document')) AS known,
            count(DISTINCT (file, number)) FILTER (one.kind IN ('anonymous', 'vague')) AS stories
          FROM source GROUP BY month
        )
        SELECT month, count(*) AS stories, any_value(coalesce(anonymous, 0)), any_value(coalesce(vague, 0)),
          any_value(coalesce(known, 0)), any_value(coalesce(speaking.stories, 0)) / count(*)
        FROM looked LEFT JOIN speaking USING (month) GROUP BY month ORDER BY month"""
        columns = (
            Column("month", "month"),
            Column("stories", "stories", "count"),
            Column("anonymous", "anonymous sources", "count"),
            Column("vague", "vague ones", "count"),
            Column("known", "known ones", "count"),
            Column("share", "stories with one of both", "share"),
        )
        about = "Anonymous: somebody whose name the story keeps back. Vague: experts, officials, critics. Known: by a "
        about += "name, an office, as a body or a document."
        return Table("anonymous-by-month", "Sources without a name", about, columns, tuple(self.ask(asked)), "share")

    def _sure(self) -> Table:
        asked = """
        SELECT desk, count(*) AS stories, sum(words), sum(hedges), sum(boosters), sum(claims), sum(unanswered_claims),
          1000 * sum(hedges) / greatest(1, sum(words)), 1000 * sum(claims) / greatest(1, sum(words))
        FROM looked GROUP BY desk ORDER BY stories DESC, desk"""
        columns = (
            Column("desk", "desk"),
            Column("stories", "stories", "count"),
            Column("words", "words", "count"),
            Column("hedges", "hedges", "count"),
            Column("boosters", "boosters", "count"),
            Column("claims", "claims", "count"),
            Column("unanswered_claims", "claims that nobody answers for", "count"),
            Column("hedges_rate", "hedges in 1,000 words", "rate"),
            Column("claims_rate", "claims in 1,000 words", "rate"),
        )
        return Table("hedges-and-claims-by-desk", "How sure, by desk", "", columns, tuple(self.ask(asked)))

    def _referred(self) -> Table:
        asked = """
        SELECT one.pronoun, one.title, count(*) AS sources, sum(one.words) AS carried,
          carried / (SELECT greatest(1, sum(words)) FROM looked)
        FROM source WHERE one.kind = 'named' GROUP BY ALL ORDER BY sources DESC, one.pronoun, one.title"""
        columns = (
            Column("pronoun", "pronoun"),
            Column("title", "title"),
            Column("sources", "named sources", "count"),
            Column("words", "words", "count"),
            Column("share", "of all words", "share"),
        )
        about = "By the pronoun and the title that the story itself has for a named source. Unknown: it has none, or "
        about += "several; bodies with a name are among these. A first name is taken for nothing."
        return Table("how-people-are-referred-to", "How people are referred to", about, columns, tuple(self.ask(asked)))


def pairs(archive: Archive, least: int, most: int) -> Sequence[tuple[Any, ...]]:
    """Quotations of two stories that share a run of `least` words, once for each two forms: (speaker, words, place, the
    same of the other). Runs that more than `most` forms have are passed over: they are phrases, and no quotation's own.
    """
    asked = """
    WITH said AS (SELECT file, number, id, month, unnest(quotes) AS one FROM looked),
    form AS (
      SELECT regexp_extract_all(
          replace(lower(one.words), '’', ''''), '[\\p{L}\\p{N}_]+(?:''[\\p{L}\\p{N}_]+)*'
        ) AS form,
        lower(regexp_extract(coalesce(one.speaker, ''), '[^ ]+$')) AS last,
        min((file, number, one.line, one.column)) AS first,
        arg_min((coalesce(one.speaker, ''), one.words, id, month), (file, number, one.line, one.column)) AS told
      FROM said GROUP BY ALL
    ),
    numbered AS (SELECT row_number() OVER (ORDER BY first, last) AS n, * FROM form WHERE len(form) >= $least),
    run AS (
      SELECT DISTINCT n, unnest([array_to_string(form[i:i + $least - 1], ' ')
        FOR i IN range(1, len(form) - $least + 2)]) AS words FROM numbered
    ),
    telling AS (SELECT words FROM run GROUP BY words HAVING count(*) BETWEEN 2 AND $most),
    pair AS (
      SELECT DISTINCT a.n AS one, b.n AS other
      FROM run AS a JOIN telling USING (words) JOIN run AS b ON a.words = b.words AND a.n < b.n
    )
    SELECT a.told, a.first, a.form, a.last, b.told, b.first, b.form, b.last
    FROM pair JOIN numbered AS a ON a.n = one JOIN numbered AS b ON b.n = other
    WHERE a.form <> b.form AND (a.first[1], a.first[2]) <> (b.first[1], b.first[2]) ORDER BY one, other"""
    return archive.ask(asked, least=least, most=most)
