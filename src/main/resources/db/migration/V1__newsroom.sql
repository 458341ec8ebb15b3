-- One text for every engine. What must differ is a placeholder in it, filled in by Dialect.java.
-- Times are nanoseconds since 1970 (exact for the program's own clock; a date that a page invents is kept exactly in
-- the JSON beside it). Texts compare by their bytes. JSON is what Values.java writes.

-- Not derived: how feeds fare, and what they carried.

CREATE TABLE feeds (
    feed  TEXT PRIMARY KEY,
    state TEXT NOT NULL -- JSON, FeedState
);

CREATE TABLE entries (
    feed       TEXT    NOT NULL,
    entry_key  TEXT    NOT NULL,
    version    TEXT    NOT NULL,
    host       TEXT,             -- of its page; absent without a link
    first_seen BIGINT  NOT NULL,
    place      INTEGER NOT NULL, -- in the feed, when it was first seen
    ending     TEXT,
    attempts   INTEGER NOT NULL,
    next_try   BIGINT,
    problem    TEXT,
    entry      TEXT    NOT NULL, -- JSON, FeedEntry
    PRIMARY KEY (feed, entry_key)
);
-- Feeds.due, dueHosts, nextTry
CREATE INDEX entries_by_turn ON entries (host, next_try) WHERE next_try IS NOT NULL;
-- Feeds.endings
CREATE INDEX entries_by_ending ON entries (ending);
-- Feeds.entries
CREATE INDEX entries_by_age ON entries (feed, first_seen);

-- Not derived: which records of the archive count.

CREATE TABLE pages (
    number        ${number},
    asked         TEXT    NOT NULL,
    found         TEXT    NOT NULL,
    fetched       BIGINT  NOT NULL,
    file          TEXT    NOT NULL,
    start         BIGINT  NOT NULL,
    length        BIGINT  NOT NULL,
    sha256        TEXT    NOT NULL,
    etag          TEXT,
    last_modified TEXT
);
-- Pages.last, Pages.validators
CREATE INDEX pages_by_address ON pages (asked, number);

-- Derived: articles and what they share.

CREATE TABLE articles (
    number      ${number},
    article     TEXT    NOT NULL UNIQUE,
    version     INTEGER NOT NULL, -- the newest
    url         TEXT    NOT NULL,
    fetched     BIGINT  NOT NULL, -- the newest version
    happened    BIGINT  NOT NULL, -- stated publication, else the first fetch
    story       TEXT    NOT NULL,
    origin      TEXT    NOT NULL,
    first_seen  BIGINT  NOT NULL,
    fingerprint TEXT    NOT NULL  -- JSON, Fingerprint
);
-- Articles.latest
CREATE INDEX articles_by_fetch ON articles (fetched, article);
-- Articles.between
CREATE INDEX articles_by_day ON articles (happened, article);
-- Articles.inStory, mergeStories
CREATE INDEX articles_by_story ON articles (story, article);
-- Articles.inOrigin, mergeOrigins
CREATE INDEX articles_by_origin ON articles (origin, article);

CREATE TABLE article_versions (
    article TEXT    NOT NULL REFERENCES articles (article),
    version INTEGER NOT NULL,
    stored  TEXT    NOT NULL, -- JSON, StoredArticle; story and origin are those in articles
    PRIMARY KEY (article, version)
);

-- Articles.sharing. The rows of the newest version; a row is its key, so no second copy is kept.
CREATE TABLE shingles (
    shingle BIGINT NOT NULL,
    article BIGINT NOT NULL, -- articles.number
    PRIMARY KEY (shingle, article)
) ${packed};

-- Derived: claims.

CREATE TABLE claims (
    claim       TEXT    PRIMARY KEY,
    article     TEXT    NOT NULL,
    start       INTEGER NOT NULL, -- of its content in the text
    claim_group TEXT    NOT NULL,
    first_seen  BIGINT  NOT NULL,
    confidence  DOUBLE PRECISION NOT NULL,
    state       TEXT    NOT NULL,
    ended       BIGINT,
    claim_keys  TEXT    NOT NULL, -- JSON, those that stand in claim_keys while it is current
    stored      TEXT    NOT NULL  -- JSON, StoredClaim; group, first_seen, state and ended are the columns
);
-- Claims.of
CREATE INDEX claims_by_article ON claims (article, claim);
-- Claims.latest, between
CREATE INDEX claims_by_age ON claims (first_seen, confidence);
-- Claims.between
CREATE INDEX claims_by_end ON claims (ended) WHERE ended IS NOT NULL;
-- Claims.inGroup, mergeGroups
CREATE INDEX claims_by_group ON claims (claim_group, claim);

-- Claims.sharing. Current claims only.
CREATE TABLE claim_keys (
    claim_key TEXT NOT NULL,
    claim     TEXT NOT NULL,
    PRIMARY KEY (claim_key, claim)
) ${packed};

CREATE TABLE relations (
    first_claim  TEXT NOT NULL REFERENCES claims (claim),
    second_claim TEXT NOT NULL REFERENCES claims (claim),
    relation     TEXT NOT NULL, -- JSON, Relation seen from the first
    PRIMARY KEY (first_claim, second_claim)
);
-- Claims.relations, seen from the second
CREATE INDEX relations_by_second ON relations (second_claim);

-- Articles that the index does not know in their present state.
CREATE TABLE index_queue (
    number  ${number},
    article TEXT NOT NULL UNIQUE
);

-- Not derived: what people typed, and what was sent.

CREATE TABLE watches (
    name  TEXT PRIMARY KEY,
    query TEXT NOT NULL
);

CREATE TABLE recipients (
    address TEXT    PRIMARY KEY,
    zone    TEXT    NOT NULL,
    hour    INTEGER NOT NULL,
    watches TEXT    NOT NULL, -- JSON, names
    paused  BOOLEAN NOT NULL
);

CREATE TABLE letters (
    number      ${number},
    message_id  TEXT    NOT NULL UNIQUE,
    recipient   TEXT    NOT NULL,
    watches     TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    window_from BIGINT  NOT NULL,
    window_to   BIGINT  NOT NULL,
    letter      ${bytes} NOT NULL,
    state       TEXT    NOT NULL,
    attempts    INTEGER NOT NULL,
    ambiguous   BOOLEAN NOT NULL,
    changed     BIGINT  NOT NULL,
    problem     TEXT,
    UNIQUE (recipient, watches, day)
);
-- Deliveries.unsent
CREATE INDEX letters_by_state ON letters (state);

CREATE TABLE corrections (
    number ${number},
    claim  TEXT   NOT NULL,
    what   TEXT   NOT NULL,
    words  TEXT   NOT NULL,
    said   BIGINT NOT NULL
);
CREATE INDEX corrections_by_claim ON corrections (claim);

CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    note TEXT NOT NULL
);
