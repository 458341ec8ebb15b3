package org.hearsay.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.Standing;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recipient",
        mixinStandardHelpOptions = true,
        description = "Who gets the daily letter, when, and about what: add, list, pause, resume or remove.")
final class RecipientCommand implements Callable<Integer> {
    /** What to do. */
    enum Verb {
        ADD,
        LIST,
        PAUSE,
        RESUME,
        REMOVE
    }

    @Mixin
    private final Options options = new Options();

    @Parameters(index = "0", paramLabel = "add|list|pause|resume|remove", description = "what to do")
    @SuppressWarnings("NullAway.Init")
    private Verb verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ADDRESS", description = "one e-mail address")
    @Nullable
    private String address;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "time zone, like Europe/Berlin (default: this machine's)")
    @Nullable
    private String zone;

    @Option(names = "--hour", paramLabel = "H", description = "hour of the local day, 0 to 23 (default: 7)")
    private int hour = 7;

    @Option(
            names = "--days",
            split = ",",
            paramLabel = "DAY",
            description = "days of the week, like mon,wed,fri (default: every day)")
    private List<String> days = new ArrayList<>();

    @Option(names = "--watch", paramLabel = "NAME", description = "a watch; may be repeated (default: everything new)")
    private List<String> watches = new ArrayList<>();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Override
    public Integer call() {
        try (Installation installation =
                verb == Verb.LIST ? Installation.toRead(options.folder()) : Installation.toNote(options.folder())) {
            Watches people = installation.store().watches();
            switch (verb) {
                case LIST -> people.recipients().forEach(known -> print(known));
                case ADD -> add(installation.store());
                case PAUSE -> stand(installation.store(), "paused a reader", Standing.PAUSED);
                case RESUME -> stand(installation.store(), "resumed a reader", Standing.ACTIVE);
                case REMOVE -> {
                    String gone = known(people).address();
                    Audit.noted(installation.store(), "removed a reader", gone, () -> people.removeRecipient(gone));
                }
            }
        }
        return Stop.OK;
    }

    private void stand(Store store, String what, Standing standing) {
        Watches people = store.watches();
        String whose = known(people).address();
        Audit.noted(store, what, whose, () -> people.standing(whose, standing, ""));
        print(known(people));
    }

    private void add(Store store) {
        Watches people = store.watches();
        String to = address == null ? "" : address;
        if (!to.matches("[^\\s<>@,;]+@[^\\s<>@,;]+") || !to.chars().allMatch(c -> c < 0x7f)) {
            throw Stop.usage("\"" + to + "\" is not one e-mail address: write one like me@example.org");
        }
        if (hour < 0 || hour > 23) {
            throw Stop.usage("--hour " + hour + " is not from 0 to 23");
        }
        for (String watch : watches) {
            if (people.watch(watch).isEmpty()) {
                throw Stop.usage("there is no watch \"" + watch + "\": add it with \"hearsay watch add\"");
            }
        }
        boolean known = people.recipient(to)
                .filter(r -> r.standing() == Standing.ACTIVE)
                .isPresent();
        boolean ask = asks() && !known;
        Recipient recipient =
                new Recipient(to, zone(), hour, days(), watches, ask ? Standing.UNCONFIRMED : Standing.ACTIVE, "");
        Audit.noted(store, "saved a reader", to, () -> people.save(recipient));
        print(recipient);
        Instant now = InstantSource.system().instant();
        if (!json && !ask && !known && recipient.dayDue(now).isPresent()) {
            System.err.println("today's hour has passed, so the first letter comes as soon as \"hearsay serve\" or"
                    + " \"hearsay digest send\" runs");
        }
    }

    private boolean asks() {
        Settings settings = options.settings();
        boolean asks = settings.oneOf(Setting.DIGEST_CONFIRM, "true", "false").equals("true");
        if (asks && settings.given(Setting.WEB_PUBLIC_URL).isEmpty()) {
            throw Stop.configuration("digest.confirm=true mails a link, and there is no address for it: set"
                    + " web.public-url to where others reach the web pages");
        }
        return asks;
    }

    private Set<DayOfWeek> days() {
        if (days.isEmpty()) {
            return Recipient.ALL_DAYS;
        }
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        for (String day : days) {
            List<DayOfWeek> meant = Arrays.stream(DayOfWeek.values())
                    .filter(known -> day.length() >= 2
                            && known.name().startsWith(day.strip().toUpperCase(Locale.ROOT)))
                    .toList();
            if (meant.size() != 1) {
                throw Stop.usage("--days " + day + " is no day of the week: write them like mon,wed,fri");
            }
            chosen.addAll(meant);
        }
        return chosen;
    }

    private static String inWords(Set<DayOfWeek> days) {
        return days.size() == 7
                ? ""
                : "on "
                        + days.stream()
                                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                                .collect(Collectors.joining(", "))
                        + "  ";
    }

    private ZoneId zone() {
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Stop.usage("--zone " + zone + " is no time zone: write one like Europe/Berlin");
        }
    }

    private Recipient known(Watches people) {
        return people.recipient(address == null ? "" : address)
                .orElseThrow(() -> Stop.nothing("there is no recipient " + address));
    }

    private void print(Recipient recipient) {
        if (!json) {
            System.out.println(inWords(recipient, InstantSource.system().instant()));
            return;
        }
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("address", recipient.address());
        out.put("zone", recipient.zone().getId());
        out.put("hour", recipient.hour());
        ArrayNode names = out.putArray("watches");
        recipient.watches().forEach(names::add);
        ArrayNode week = out.putArray("days");
        recipient.week().forEach(day -> week.add(day.name().toLowerCase(Locale.ROOT)));
        out.put("paused", recipient.paused());
        out.put("standing", recipient.standing().name().toLowerCase(Locale.ROOT));
        out.put("note", recipient.note().isEmpty() ? null : recipient.note());
        out.put(
                "next",
                recipient
                        .next(InstantSource.system().instant())
                        .map(next -> next.toInstant().toString())
                        .orElse(null));
        System.out.print(Shapes.toLine(out));
    }

    static String inWords(Recipient recipient, Instant now) {
        String about = recipient.watches().isEmpty() ? "everything new" : String.join(", ", recipient.watches());
        String who = recipient.address() + "  " + about + "  " + inWords(recipient.week());
        return recipient
                .next(now)
                .map(next -> who + "next letter " + next.toLocalDateTime() + " " + recipient.zone() + " ("
                        + next.toInstant() + ")")
                .orElseGet(() -> who
                        + recipient.standing().name().toLowerCase(Locale.ROOT)
                        + (recipient.note().isEmpty() ? "" : ": " + recipient.note()));
    }
}
