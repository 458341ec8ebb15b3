-- Not derived: on which days a reader wants letters, how he stands to them, and a secret that only his letters know.
ALTER TABLE recipients ADD COLUMN days TEXT NOT NULL DEFAULT '1234567'; -- of the week, Monday first
ALTER TABLE recipients ADD COLUMN standing TEXT NOT NULL DEFAULT 'ACTIVE';
ALTER TABLE recipients ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE recipients ADD COLUMN token TEXT;
UPDATE recipients SET standing = 'PAUSED' WHERE paused;
ALTER TABLE recipients DROP COLUMN paused;
-- Watches.byToken
CREATE UNIQUE INDEX recipients_by_token ON recipients (token);
-- Deliveries.has, prepare, lastWindowEnd
CREATE INDEX letters_by_reader ON letters (recipient, day);
