-- Corrections may be taken back; those that were stay, with when.
ALTER TABLE corrections ADD COLUMN taken_back BIGINT;
