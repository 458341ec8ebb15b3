-- More claims may have a key than are looked at; those that were seen last stand together at one end of it.
ALTER TABLE claim_keys RENAME TO claim_keys_before;
CREATE TABLE claim_keys (
    claim_key  TEXT   NOT NULL,
    first_seen BIGINT NOT NULL, -- claims.first_seen
    claim      TEXT   NOT NULL,
    PRIMARY KEY (claim_key, first_seen, claim)
) ${packed};
INSERT INTO claim_keys (claim_key, first_seen, claim)
    SELECT k.claim_key, c.first_seen, k.claim FROM claim_keys_before k JOIN claims c ON c.claim = k.claim;
DROP TABLE claim_keys_before;
