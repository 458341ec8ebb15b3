package org.hearsay.tell.digest;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * Asks whoever owns an address whether he wants letters there.
     *
     * @param occasion with a secret
     * @throws IllegalArgumentException if there is no public address or no secret to make the link of
     */
    public Message question(Occasion occasion) {
        String link = settings.confirm(occasion)
                .orElseThrow(() -> new IllegalArgumentException("a question needs a public address for its link"));
        String id = "<confirm."
                + Bytes.utf8(occasion.recipient() + "\n" + link).sha256().substring(0, 24) + "@" + settings.domain()
                + ">";
        String subject = "Do you want the daily letter of Hearsay?";
        String text = """
            Somebody entered this address for a daily letter: who claims what in the
            news feeds that are watched here. If you want it, say so on this page:

            %s

            If not, do nothing. No letter comes without your word, and you will not be
            asked again.
            """.formatted(link);
        StringBuilder out = new StringBuilder(head(occasion, subject, id));
        out.append(Mime.header("Content-Type", "text/plain; charset=UTF-8"));
        out.append(Mime.header("Content-Transfer-Encoding", "quoted-printable"));
        out.append("\r\n").append(Mime.quotedPrintable(text)).append("\r\n");
        return new Message(id, subject, Bytes.utf8(out.toString()));
    }

    private String head(Occasion occasion, String subject, String id) {
        return Mime.header("From", "Hearsay <" + settings.from() + ">")
                + Mime.header("To", "<" + occasion.recipient() + ">")
                + Mime.words("Subject", subject)
                + Mime.header(
                        "Date",
                        ZonedDateTime.ofInstant(occasion.written(), occasion.zone())
                                .format(MAIL_DATE))
                + Mime.header("Message-ID", id)
                + Mime.header("Auto-Submitted", "auto-generated")
                + Mime.header("X-Auto-Response-Suppress", "All")
                + Mime.header("MIME-Version", "1.0");
    }

    /** The plain part by itself, for a terminal. */
    public String plain(Digest digest, Occasion occasion) {
        return PlainLetter.of(Sheet.of(digest, occasion, settings, Room.AMPLE));
    }

    /** The HTML part by itself, for a browser; its styles are its own. */
    public String html(Digest digest, Occasion occasion) {
        return HtmlLetter.of(Sheet.of(digest, occasion, settings, Room.AMPLE));
    }

    private Message attempt(Digest digest, Occasion occasion, Room room) {
        Sheet sheet = Sheet.of(digest, occasion, settings, room);
        String id = messageId(digest, occasion);
        String boundary = "=_" + id.substring(1, id.indexOf('@'));
        StringBuilder out = new StringBuilder(head(occasion, subject(digest, occasion), id));
        out.append(Mime.header("List-Id", "Hearsay daily letter <daily.hearsay." + settings.domain() + ">"));
        String byMail = "<mailto:" + settings.from() + "?subject=unsubscribe>";
        // RFC 8058: one click is a POST to https, and the address alone must say for whom.
        Optional<String> byClick = settings.unsubscribe(occasion).filter(url -> url.startsWith("https://"));
        out.append(Mime.header(
                "List-Unsubscribe", byClick.map(url -> "<" + url + ">, ").orElse("") + byMail));
        if (byClick.isPresent()) {
            out.append(Mime.header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
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

    private String messageId(Digest digest, Occasion occasion) {
        String key = String.join(
                "\n",
                occasion.recipient(),
                String.join(", ", occasion.watches()),
                digest.from().toString(),
                digest.to().toString());
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
        add(counts, digest.count(Kind.STORIES), "story told anew", "stories told anew");
        return counts.isEmpty() ? "nothing new" : String.join(", ", counts);
    }

    private static void add(List<String> counts, int number, String one, String many) {
        if (number > 0) {
            counts.add(String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many));
        }
    }
}
