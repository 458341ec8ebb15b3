package org.hearsay.badhouse.gather.fetch;

import java.sql.Connection;
import java.time.Instant;
import org.assertj.core.api.Condition;
import org.hearsay.badhouse.shed.Tool;
import org.slf4j.LoggerFactory;

/** Fetching with SQL, with a library no row knows and with a package no row knows; its clock and its log are fine. */
public record Stranger(Connection connection, Condition<String> condition, Tool tool) {
    void say() {
        LoggerFactory.getLogger("fetching").info("at={}", Instant.now());
    }
}
