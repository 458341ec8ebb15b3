-- Derived: which texts tell one event, pair by pair, and whose pairs are known. One article speaks for each text.
ALTER TABLE articles ADD COLUMN tied INTEGER NOT NULL DEFAULT 0; -- the version whose ties are known
CREATE TABLE story_ties (
    article  BIGINT NOT NULL, -- articles.number; each tie stands here from both sides
    other    BIGINT NOT NULL,
    strength DOUBLE PRECISION NOT NULL, -- by how much more alike than two of one event must be
    PRIMARY KEY (article, other)
) ${packed};

-- Derived: articles whose story is to be looked at.
CREATE TABLE story_queue (
    number  ${number},
    article TEXT NOT NULL UNIQUE
);

-- Not derived: what became of stories that readers may have seen. Stories.movesOf.
CREATE TABLE story_moves (
    number     ${number},
    from_story TEXT    NOT NULL,
    into_story TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    moved      BIGINT  NOT NULL,
    articles   INTEGER NOT NULL,
    why        TEXT    NOT NULL
);
CREATE INDEX story_moves_by_from ON story_moves (from_story, number);
CREATE INDEX story_moves_by_into ON story_moves (into_story, number);

-- Topics find stories, and copies tell what the text they copy tells.
DELETE FROM topics WHERE article IN (SELECT number FROM articles WHERE origin <> article);
