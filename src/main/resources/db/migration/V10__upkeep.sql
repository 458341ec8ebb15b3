-- When the archive file that a page lay in was dropped. Not derived.
ALTER TABLE pages ADD COLUMN dropped BIGINT;
-- Pages.dropped, Pages.lost
CREATE INDEX pages_by_place ON pages (file, start);

-- What was read of pages whose file was dropped, and can be read from no archive any more. Not derived.
CREATE TABLE texts (
    page   BIGINT PRIMARY KEY REFERENCES pages (number),
    stored TEXT   NOT NULL -- JSON, StoredArticle
);

-- Not derived: every change that a person made.
CREATE TABLE deeds (
    number ${number},
    at     BIGINT NOT NULL,
    who    TEXT   NOT NULL,
    what   TEXT   NOT NULL,
    about  TEXT   NOT NULL
);
