package org.hearsay.app;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.run.Postman;
import org.hearsay.tell.digest.Digest;
import org.hearsay.tell.digest.DigestWriter;
import org.hearsay.tell.digest.LetterFormat;
import org.hearsay.tell.digest.LetterSettings;
import org.hearsay.tell.digest.Message;
import org.hearsay.tell.digest.Occasion;
import org.hearsay.tell.digest.Watch;
import org.hearsay.tell.mail.Mailer;

/** Where digests become letters: the writer that the post asks, wired to store, index and settings. */
final class Letters {
    private final Store store;
    private final DigestWriter digests;
    private final LetterFormat format;
    private final InstantSource clock;

    /** @param from the sender */
    Letters(Store store, ClaimIndex index, String from, Optional<String> publicUrl, InstantSource clock) {
        this.store = store;
        this.digests = new DigestWriter(store, index);
        this.format = new LetterFormat(settings(from, publicUrl));
        this.clock = clock;
    }

    private static LetterSettings settings(String from, Optional<String> publicUrl) {
        try {
            return new LetterSettings(from, publicUrl);
        } catch (IllegalArgumentException e) {
            throw Stop.configuration("mail.from: " + e.getMessage());
        }
    }

    /** As the settings have it; {@code from} where they name no sender and none is needed. */
    static Letters of(Installation installation, Settings settings, String from, InstantSource clock) {
        Optional<String> publicUrl =
                settings.uri(Setting.WEB_PUBLIC_URL, Set.of("https", "http")).map(URI::toString);
        return new Letters(installation.store(), installation.index(), from, publicUrl, clock);
    }

    /** One that delivers by {@code mailer}. */
    Postman postman(Mailer mailer, String from, Settings settings) {
        Postman.Quiet quiet = Postman.Quiet.valueOf(settings.oneOf(Setting.DIGEST_QUIET, "silent", "weekly", "letter")
                .toUpperCase(Locale.ROOT));
        Postman postman = new Postman(store, writer(), mailer, from, quiet, clock);
        postman.takeOver();
        return postman;
    }

    private Postman.LetterWriter writer() {
        return new Postman.LetterWriter() {
            @Override
            public Postman.Written write(Recipient recipient, LocalDate day, Instant from, Instant to) {
                return Letters.this.write(recipient, day, from, to);
            }

            @Override
            public Optional<Postman.Written> question(Recipient recipient, Instant now) {
                Message message = format.question(occasion(recipient, LocalDate.ofInstant(now, recipient.zone()), now));
                return Optional.of(new Postman.Written(message.messageId(), message.bytes(), true));
            }
        };
    }

    private Postman.Written write(Recipient recipient, LocalDate day, Instant since, Instant now) {
        Digest digest = digest(recipient, since, now);
        Message message = message(digest, recipient, day, now);
        return new Postman.Written(message.messageId(), message.bytes(), digest.hasNews());
    }

    /** What is new for a reader in a window. */
    Digest digest(Recipient recipient, Instant since, Instant now) {
        List<Watch> watches = watches(recipient.watches());
        // Who watches for nothing that still exists is told nothing, and not everything.
        return watches.isEmpty() && !recipient.watches().isEmpty()
                ? new Digest(since, now, List.of(), 0, 0)
                : digests.digest(watches, since, now);
    }

    Message message(Digest digest, Recipient recipient, LocalDate day, Instant now) {
        return format.message(digest, occasion(recipient, day, now));
    }

    /** The part of the letter that is read as plain text. */
    String plain(Digest digest, Recipient recipient, LocalDate day, Instant now) {
        return format.plain(digest, occasion(recipient, day, now));
    }

    private Occasion occasion(Recipient recipient, LocalDate day, Instant now) {
        return new Occasion(
                recipient.address(),
                recipient.watches(),
                day,
                recipient.zone(),
                now,
                store.watches().token(recipient.address()));
    }

    /** A watch that was removed meanwhile is left out. */
    private List<Watch> watches(List<String> names) {
        return names.stream()
                .flatMap(name -> store.watches().watch(name).stream())
                .map((SavedWatch saved) -> new Watch(saved.name(), Query.parse(saved.query())))
                .toList();
    }
}
