-- Each process that searches has an index of its own, and reads the queue for itself.
CREATE TABLE index_readers (
    reader TEXT   PRIMARY KEY,
    seen   BIGINT NOT NULL
);

-- One row an article and reader. A number that was given is never given again.
ALTER TABLE index_queue RENAME TO index_queue_before;
CREATE TABLE index_queue (
    number  ${number},
    reader  TEXT NOT NULL,
    article TEXT NOT NULL,
    UNIQUE (article, reader)
);
-- A store of one process has this one reader; where it is another's, the first who enrols there takes its place.
INSERT INTO index_readers (reader, seen) VALUES ('here', 0);
INSERT INTO index_queue (reader, article) SELECT 'here', article FROM index_queue_before ORDER BY number;
DROP TABLE index_queue_before;
-- IndexQueue.next, size
CREATE INDEX index_queue_by_turn ON index_queue (reader, number);

-- As scheduled_tasks, for letters: who sends them need not be who visits hosts.
CREATE TABLE scheduled_letters (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            ${bytes},
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
