-- Not derived: who is who, as people said. Entities.decisions.
CREATE TABLE entity_decisions (
    number    ${number},
    kind      TEXT   NOT NULL, -- MERGE: everywhere; SPLIT: in some articles
    entity    TEXT   NOT NULL,
    into_id   TEXT   NOT NULL,
    who       TEXT   NOT NULL,
    why       TEXT   NOT NULL,
    said      BIGINT NOT NULL,
    undone_by TEXT,
    undone_why TEXT,
    undone    BIGINT
);

-- The articles of a SPLIT. They are not in articles while a rebuild goes on, so nothing refers there.
CREATE TABLE entity_decision_articles (
    decision BIGINT NOT NULL REFERENCES entity_decisions (number),
    article  TEXT   NOT NULL,
    PRIMARY KEY (decision, article)
) ${packed};

-- Derived: which articles name which entity, as the reader of pages joined them and before any decision; the newest
-- version's. Entities.articles, known, named.
CREATE TABLE entity_articles (
    entity   TEXT    NOT NULL,
    article  TEXT    NOT NULL,
    name     TEXT    NOT NULL, -- its fullest form there; empty where it is not known, as for the rows made below
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
) ${packed};
-- Where an article's rows are replaced by those of a new version.
CREATE INDEX entity_articles_by_article ON entity_articles (article);

INSERT INTO entity_articles (entity, article, name, mentions)
SELECT t.value ->> 'entity', a.article, '', count(*)
FROM articles a JOIN article_versions v ON v.article = a.article AND v.version = a.version,
     ${texts_at}(v.stored, '$.value.names') t
GROUP BY t.value ->> 'entity', a.article;
