package org.hearsay.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is: its name, its default and what it is for. */
enum Setting {
    POLL_INTERVAL("poll.interval", "30m", "how often a feed is visited"),
    POLL_INTERVAL_MIN("poll.interval.min", "5m", "the shortest interval that a line of the feed list may ask for"),
    POLL_BACKOFF("poll.backoff", "5m", "pause after a first failure; doubles with every further one"),
    POLL_BACKOFF_MAX("poll.backoff.max", "6h", "the longest such pause"),
    POLL_LOOK_AGAIN("poll.look-again", "1h 6h 24h", "when a page is looked at again after it was first seen"),
    FETCH_DELAY("fetch.delay", "1s", "pause between two requests to one host"),
    FETCH_TIMEOUT("fetch.timeout", "30s", "for one whole request"),
    FETCH_MAX_BYTES("fetch.max-bytes", "16777216", "the largest body taken, in bytes"),
    FETCH_ALLOW("fetch.allow", "", "private addresses that may be contacted, as CIDR blocks"),
    FETCH_USER_AGENT("fetch.user-agent", "", "the name given to servers"),
    READER("reader", "full", "full reads with the encoder, light with less memory and no native library"),
    STORE_URL("store.url", "", "a PostgreSQL database for the store, as jdbc:postgresql://HOST/DATABASE?user=NAME"),
    STORE_PASSWORD("store.password", "", "password at that database; better in the environment than in a file"),
    INDEX_URL("index.url", "", "an OpenSearch for the index, as https://USER@HOST:9200/hearsay"),
    INDEX_PASSWORD("index.password", "", "password at that server; better in the environment than in a file"),
    KEEP_PAGES("keep.pages", "", "how long fetched pages are kept, as 90d; claims stay; for ever if empty"),
    LOG_FORMAT("log.format", "text", "what serve and crawl log: text for people, json for programs, a line an event"),
    ARCHIVE_DIR(
            "archive.dir", "", "a folder for the archive instead of the data folder's own, as one that machines share"),
    WORKER_NAME(
            "worker.name", "", "this machine's name among those that share an archive; it writes into its own folder"),
    NEWSROOM_PORT("newsroom.port", "8790", "where the bundled newsroom listens, on loopback only"),
    WEB_PORT("web.port", "8080", "where the web pages are"),
    WEB_BIND("web.bind", "127.0.0.1", "the address they are served on"),
    WEB_PUBLIC_URL("web.public-url", "", "the address under which others reach the web pages, for links in letters"),
    WEB_TOKEN("web.token", "", "what a browser must show once to be let in; needed to serve beyond this machine"),
    WEB_READ_TOKEN("web.read-token", "", "as web.token, for people who may read and change nothing"),
    WEB_USER_HEADER("web.user-header", "", "the header in which a proxy names the person it has let in"),
    WEB_PROXIES("web.proxies", "127.0.0.1 0:0:0:0:0:0:0:1", "the addresses of proxies whose header is believed"),
    WEB_EDITORS("web.editors", "", "names from that header that may change something; * for all of them"),
    MAIL_SMTP("mail.smtp", "", "the server that takes the letters, as smtp://user@host:587"),
    MAIL_PASSWORD("mail.password", "", "password at that server; better in the environment than in a file"),
    MAIL_FROM("mail.from", "", "sender of the letters"),
    MAIL_TO_FOLDER("mail.to-folder", "", "a folder that takes the letters as files instead of a server"),
    MAIL_COMMAND("mail.command", "", "a program that takes the letters as sendmail does, instead of a server"),
    MAIL_ONLY_TO("mail.only-to", "", "letters go to these addresses (or @domains) alone; for trying things out"),
    DIGEST_CONFIRM("digest.confirm", "false", "true: a new reader is asked first, by a mailed link"),
    DIGEST_QUIET("digest.quiet", "silent", "a day without news: silent, weekly (a sign of life a week) or letter");

    private final String key;
    private final String byDefault;
    private final String purpose;

    Setting(String key, String byDefault, String purpose) {
        this.key = key;
        this.byDefault = byDefault;
        this.purpose = purpose;
    }

    String key() {
        return key;
    }

    String byDefault() {
        return byDefault;
    }

    String purpose() {
        return purpose;
    }

    /** Its name in the environment. */
    String variable() {
        return "HEARSAY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
