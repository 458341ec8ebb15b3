package org.hearsay.app;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.hearsay.gather.fetch.FetchSettings;
import org.hearsay.run.RunSettings;

/**
 * What a flag says, else the environment, else {@code hearsay.properties} in the data folder, else the default. A value
 * that cannot be understood ends the command with its name, where it came from and what to write instead.
 */
final class Settings {
    /** What is never shown; an address of a server may hold a password. */
    private static final Set<Setting> SECRET = EnumSet.of(
            Setting.INDEX_PASSWORD,
            Setting.INDEX_URL,
            Setting.MAIL_PASSWORD,
            Setting.STORE_PASSWORD,
            Setting.STORE_URL,
            Setting.WEB_READ_TOKEN,
            Setting.WEB_TOKEN);

    private record Value(String text, String from) {}

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    private Settings() {}

    /**
     * @param flags {@code name=value} as given on the command line
     * @param file {@code hearsay.properties}; need not exist
     */
    static Settings read(Map<String, String> flags, Map<String, String> environment, Path file) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            settings.values.put(setting, new Value(setting.byDefault(), "the default"));
        }
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw Stop.configuration(file + " cannot be read: " + Reasons.of(e));
            } catch (IllegalArgumentException e) {
                throw Stop.configuration(
                        file + " cannot be read (" + e.getMessage() + "): write lines of the form name=value");
            }
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(name -> settings.put(name, properties.getProperty(name), file.toString()));
        }
        for (Setting setting : Setting.values()) {
            String text = environment.get(setting.variable());
            if (text != null) {
                settings.values.put(setting, new Value(text, "the environment (" + setting.variable() + ")"));
            }
        }
        flags.forEach((name, text) -> settings.put(name, text, "the command line"));
        return settings;
    }

    private void put(String name, String text, String from) {
        Setting setting = Setting.named(name)
                .orElseThrow(() -> Stop.configuration("there is no setting \"" + name + "\" (in " + from
                        + "); the settings are "
                        + String.join(
                                ", ",
                                Arrays.stream(Setting.values())
                                        .map(Setting::key)
                                        .toList())));
        values.put(setting, new Value(text, from));
    }

    /** Sets what neither flag, environment nor file has set. */
    Settings orElse(Setting setting, String text) {
        if (value(setting).from().equals("the default")) {
            values.put(setting, new Value(text, "the default"));
        }
        return this;
    }

    private Value value(Setting setting) {
        Value value = values.get(setting);
        if (value == null) {
            throw new IllegalStateException("every setting has a value");
        }
        return value;
    }

    String text(Setting setting) {
        return value(setting).text().strip();
    }

    Optional<String> given(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    Duration duration(Setting setting) {
        return Durations.parse(text(setting)).orElseThrow(() -> wrong(setting, "a duration like 10s, 5m or 1h"));
    }

    /** How long pages are kept; empty for ever. */
    Optional<Duration> keepPages() {
        return given(Setting.KEEP_PAGES)
                .map(text -> Durations.parse(text)
                        .filter(keep -> keep.compareTo(Duration.ofDays(1)) >= 0)
                        .orElseThrow(() -> wrong(Setting.KEEP_PAGES, "a duration of a day at least, like 90d")));
    }

    /** One of a few words. */
    String oneOf(Setting setting, String... words) {
        String text = text(setting).toLowerCase(Locale.ROOT);
        if (!Arrays.asList(words).contains(text)) {
            throw wrong(setting, String.join(" or ", words));
        }
        return text;
    }

    int port(Setting setting) {
        int port = (int) number(setting, 65_535);
        return port;
    }

    long number(Setting setting, long most) {
        try {
            long number = Long.parseLong(text(setting));
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, "a whole number");
        }
        throw wrong(setting, "a whole number from 0 to " + most);
    }

    Optional<URI> uri(Setting setting, Set<String> schemes) {
        Optional<String> text = given(setting);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String example = schemes.iterator().next() + "://host";
        try {
            URI uri = new URI(text.get());
            if (uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            throw wrong(setting, "an address like " + example);
        }
        throw wrong(setting, "an address like " + example);
    }

    Stop wrong(Setting setting, String wanted) {
        Value value = value(setting);
        String shown = SECRET.contains(setting) ? "…" : value.text();
        return Stop.configuration(setting.key() + "=" + shown + " (from " + value.from() + ") is not " + wanted);
    }

    FetchSettings fetching() {
        FetchSettings defaults = FetchSettings.defaults();
        return new FetchSettings(
                duration(Setting.FETCH_DELAY),
                duration(Setting.FETCH_TIMEOUT),
                number(Setting.FETCH_MAX_BYTES, Integer.MAX_VALUE - 8L),
                words(Setting.FETCH_ALLOW),
                Set.of(),
                given(Setting.FETCH_USER_AGENT).orElse(defaults.userAgent()));
    }

    RunSettings running() {
        RunSettings defaults = RunSettings.defaults();
        List<Duration> lookAgain = words(Setting.POLL_LOOK_AGAIN).stream()
                .map(text -> Durations.parse(text)
                        .orElseThrow(() -> wrong(Setting.POLL_LOOK_AGAIN, "a list of durations like 1h 6h 24h")))
                .sorted()
                .toList();
        return new RunSettings(
                duration(Setting.POLL_INTERVAL),
                duration(Setting.POLL_INTERVAL_MIN),
                duration(Setting.POLL_BACKOFF),
                duration(Setting.POLL_BACKOFF_MAX),
                lookAgain,
                defaults.hostsAtOnce(),
                defaults.readers(),
                defaults.patience());
    }

    List<String> words(Setting setting) {
        return Arrays.stream(text(setting).split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
