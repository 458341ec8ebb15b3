package org.hearsay.tell.digest;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.page.Bytes;
import org.hearsay.tell.digest.Digest.Kind;
import org.hearsay.tell.digest.Digest.Sign;

/**
 * Makes a letter of a digest: a whole message with a plain and an HTML part, for people who read it over coffee. The
 * same digest and occasion give the same bytes. Thread-safe.
 *
 * <pre>{@code
 * Message letter = new LetterFormat(new LetterSettings("hearsay@example.org", Optional.empty()))
 *         .message(digest, new Occasion("me@example.org", List.of("Rare earths"), day, zone, now));
 * }</pre>
 */
public final class LetterFormat {
    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final LetterSettings settings;

    public LetterFormat(LetterSettings settings) {
        this.settings = settings;
    }

    /** The letter, cut by rank until it is within {@link LetterSettings#mostBytes}. */
    public Message message(Digest digest, Occasion occasion) {
        Message message = attempt(digest, occasion, Room.AMPLE);
        for (Room room = Room.AMPLE.less(); message.bytes().length() > settings.mostBytes(); room = room.less()) {
            message = attempt(digest, occasion, room);
            if (room.least()) {
                break;
            }
        }
        return message;
    }

    /** The plain part by itself, for a terminal. */
    public String plain(Digest digest, Occasion occasion) {
        return PlainLetter.of(Sheet.of(digest, occasion, settings, Room.AMPLE));
    }

    private Message attempt(Digest digest, Occasion occasion, Room room) {
        Sheet sheet = Sheet.of(digest, occasion, settings, room);
        String id = messageId(occasion);
        String boundary = "=_" + id.substring(1, id.indexOf('@'));
        StringBuilder out = new StringBuilder();
        out.append(Mime.header("From", "Hearsay <" + settings.from() + ">"));
        out.append(Mime.header("To", "<" + occasion.recipient() + ">"));
        out.append(Mime.words("Subject", subject(digest, occasion)));
        out.append(Mime.header(
                "Date",
                ZonedDateTime.ofInstant(occasion.written(), occasion.zone()).format(MAIL_DATE)));
        out.append(Mime.header("Message-ID", id));
        out.append(Mime.header("List-Id", "Hearsay daily letter <daily.hearsay." + settings.domain() + ">"));
        out.append(Mime.header("List-Unsubscribe", "<mailto:" + settings.from() + "?subject=unsubscribe>"));
        out.append(Mime.header("Auto-Submitted", "auto-generated"));
        out.append(Mime.header("X-Auto-Response-Suppress", "All"));
        out.append(Mime.header("MIME-Version", "1.0"));
        out.append(Mime.header("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\""));
        out.append("\r\nThis letter has a plain and an HTML part.\r\n");
        part(out, boundary, "text/plain", PlainLetter.of(sheet));
        part(out, boundary, "text/html", HtmlLetter.of(sheet));
        out.append("\r\n--").append(boundary).append("--\r\n");
        return new Message(id, subject(digest, occasion), Bytes.utf8(out.toString()));
    }

    private static void part(StringBuilder out, String boundary, String type, String text) {
        // No encoded body can hold "=_", so the boundary is safe without a look at the text.
        out.append("\r\n--").append(boundary).append("\r\n");
        out.append(Mime.header("Content-Type", type + "; charset=UTF-8"));
        out.append(Mime.header("Content-Transfer-Encoding", "quoted-printable"));
        out.append("\r\n").append(Mime.quotedPrintable(text));
    }

    private String messageId(Occasion occasion) {
        String key = occasion.recipient() + "\n" + String.join(", ", occasion.watches()) + "\n" + occasion.day();
        return "<" + occasion.day().format(DateTimeFormatter.BASIC_ISO_DATE) + "."
                + Bytes.utf8(key).sha256().substring(0, 24) + "@" + settings.domain() + ">";
    }

    /** "Rare earths, Tue 24 Nov: 1 conflict, 6 new claims": what matters most comes first. */
    static String subject(Digest digest, Occasion occasion) {
        String about = occasion.watches().isEmpty()
                ? "Hearsay"
                : Harmless.line(occasion.watches().get(0), 60)
                        + (occasion.watches().size() > 1
                                ? " and " + (occasion.watches().size() - 1) + " more"
                                : "");
        return about + ", " + occasion.day().format(SHORT_DAY) + ": " + counts(digest);
    }

    /** What there is, counted, most important first. */
    static String counts(Digest digest) {
        List<String> counts = new ArrayList<>();
        add(counts, digest.count(Sign.CONTRADICTED) + digest.count(Sign.DIFFERS), "conflict", "conflicts");
        add(counts, digest.count(Sign.WITHDRAWN), "withdrawn", "withdrawn");
        add(counts, digest.count(Sign.CHANGED), "changed", "changed");
        add(counts, digest.count(Kind.PROPOSALS), "proposal", "proposals");
        add(counts, digest.count(Kind.NEW), "new claim", "new claims");
        add(counts, digest.count(Kind.REPEATS), "repeated", "repeated");
        return counts.isEmpty() ? "nothing new" : String.join(", ", counts);
    }

    private static void add(List<String> counts, int number, String one, String many) {
        if (number > 0) {
            counts.add(String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many));
        }
    }
}
