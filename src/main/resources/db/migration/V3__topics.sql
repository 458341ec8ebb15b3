-- Articles.sharingTopics. The rows of the newest version. The time stands in the key, so that a word that is in every
-- day's news costs the rows of the days asked for and no more.
CREATE TABLE topics (
    topic    TEXT   NOT NULL,
    happened BIGINT NOT NULL, -- articles.happened
    article  BIGINT NOT NULL, -- articles.number
    PRIMARY KEY (topic, happened, article)
) ${packed};

INSERT INTO topics (topic, happened, article)
SELECT t.value, a.happened, a.number FROM articles a, ${texts_at}(a.fingerprint, '$.value.topics') t;
