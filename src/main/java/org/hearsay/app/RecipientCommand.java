package org.hearsay.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.keep.store.Watches;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.tell.json.Shapes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recipient",
        mixinStandardHelpOptions = true,
        description = "Who gets the daily letter, when, and about what: add, list, pause or remove.")
final class RecipientCommand implements Callable<Integer> {
    /** What to do. */
    enum Verb {
        ADD,
        LIST,
        PAUSE,
        REMOVE
    }

    @Mixin
    private final Options options = new Options();

    @Parameters(index = "0", paramLabel = "add|list|pause|remove", description = "what to do")
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
                case ADD -> add(people);
                case PAUSE -> {
                    Recipient known = known(people);
                    people.save(new Recipient(known.address(), known.zone(), known.hour(), known.watches(), true));
                }
                case REMOVE -> people.removeRecipient(known(people).address());
            }
        }
        return Stop.OK;
    }

    private void add(Watches people) {
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
        Recipient recipient = new Recipient(to, zone(), hour, watches, false);
        people.save(recipient);
        print(recipient);
    }

    private ZoneId zone() {
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Stop.usage("--zone " + zone + " is no time zone: write one like Europe/Berlin");
        }
    }

    private Recipient known(Watches people) {
        return people.recipients().stream()
                .filter(recipient -> recipient.address().equals(address))
                .findFirst()
                .orElseThrow(() -> Stop.nothing("there is no recipient " + address));
    }

    private void print(Recipient recipient) {
        if (!json) {
            System.out.println(inWords(recipient));
            return;
        }
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("address", recipient.address());
        out.put("zone", recipient.zone().getId());
        out.put("hour", recipient.hour());
        ArrayNode names = out.putArray("watches");
        recipient.watches().forEach(names::add);
        out.put("paused", recipient.paused());
        out.put(
                "next",
                recipient.paused()
                        ? null
                        : next(recipient, InstantSource.system().instant())
                                .toInstant()
                                .toString());
        System.out.print(Shapes.toLine(out));
    }

    private static String inWords(Recipient recipient) {
        String about = recipient.watches().isEmpty() ? "everything new" : String.join(", ", recipient.watches());
        if (recipient.paused()) {
            return recipient.address() + "  paused  " + about;
        }
        ZonedDateTime next = next(recipient, InstantSource.system().instant());
        return recipient.address() + "  " + about + "  next letter " + next.toLocalDateTime() + " " + recipient.zone()
                + " (" + next.toInstant() + ")";
    }

    static ZonedDateTime next(Recipient recipient, Instant now) {
        ZonedDateTime local = now.atZone(recipient.zone());
        ZonedDateTime today = local.toLocalDate().atTime(recipient.hour(), 0).atZone(recipient.zone());
        return today.isAfter(local)
                ? today
                : local.toLocalDate().plusDays(1).atTime(recipient.hour(), 0).atZone(recipient.zone());
    }
}
