package org.hearsay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.hearsay.gather.fetch.FetchOutcome;
import org.hearsay.gather.fetch.FetchOutcome.Declined;
import org.hearsay.gather.fetch.FetchOutcome.Failed;
import org.hearsay.gather.fetch.FetchOutcome.Fetched;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.gather.fetch.FetchOutcome.Unchanged;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.archive.ArchiveWriteException;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.store.Ending;
import org.hearsay.keep.store.Entry;
import org.hearsay.keep.store.Pages;
import org.hearsay.keep.store.StoreException;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the page of one entry: fetch, archive, read, and one transaction that holds everything that follows. A
 * process killed anywhere leaves the page wholly there or still due.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /** With the pauses of the defaults these are two days; then the entry is given up, and says so. */
    private static final int MAX_ATTEMPTS = 12;
    /** A refusal (403, 404) seldom mends itself; these are an hour and a half. */
    private static final int MAX_REFUSALS = 4;

    private final Parts parts;
    private final ExecutorService readers;
    private final Filing filing;

    /** @param readers as large as the processor; when all are busy, a visit waits, and so does its fetching */
    Intake(Parts parts, ExecutorService readers) {
        this.parts = parts;
        this.readers = readers;
        this.filing = new Filing(parts.store(), parts.comparer());
    }

    /**
     * How a page ended.
     *
     * @param hostRests no further page of this host is to be asked for before then
     */
    record Taken(Ending ending, Optional<Instant> hostRests) {}

    /** Takes in an entry that is due. */
    Taken take(Entry entry, Outlets outlets, Optional<String> feedTitle) throws InterruptedException {
        PageUrl asked = entry.entry().link().orElseThrow();
        Optional<Pages.Last> last = parts.store().pages().last(asked);
        boolean broughtByAnother = last.isPresent()
                && entry.nextTry().isPresent()
                && last.get().fetched().isAfter(entry.nextTry().get());
        if (broughtByAnother) {
            return end(entry, Ending.SHARED, Optional.empty());
        }
        FetchOutcome outcome = parts.fetcher()
                .page(
                        asked,
                        last.map(Pages.Last::validators).orElse(Validators.NONE),
                        last.map(Pages.Last::found).orElse(asked));
        return switch (outcome) {
            case Unchanged unchanged -> end(entry, unchanged(entry), Optional.empty());
            case Fetched fetched -> {
                Optional<String> outlet = outlets.of(fetched.page().url(), entry.feed(), feedTitle);
                yield take(entry, fetched, last, PageFacts.of(asked, entry.feed(), entry.entry(), outlet));
            }
            case Declined declined -> {
                end(entry, Ending.DECLINED, Optional.empty(), Optional.of(declined.detail()));
                yield new Taken(Ending.DECLINED, Optional.empty());
            }
            case Failed failed -> failed(entry, failed);
        };
    }

    private static Ending unchanged(Entry entry) {
        return entry.ending().isEmpty() ? Ending.SHARED : Ending.SAME;
    }

    private Taken take(Entry entry, Fetched fetched, Optional<Pages.Last> last, PageFacts facts)
            throws InterruptedException {
        Page page = fetched.page();
        String sha256 = page.body().sha256();
        if (last.isPresent() && last.get().sha256().equals(sha256)) {
            return parts.store().inTransaction(() -> {
                // They are kept beside the address that gave them; another's would be sent to the wrong one.
                boolean there = last.get().found().equals(page.url());
                parts.store().pages().validators(facts.asked(), there ? fetched.validators() : Validators.NONE);
                return end(entry, unchanged(entry), Optional.empty());
            });
        }
        Kept kept;
        try {
            kept = parts.archive().keep(page, facts.toMap());
        } catch (IOException e) {
            throw new ArchiveWriteException(e);
        }
        try {
            PageReader.PageReading reading =
                    Readers.get(readers.submit(() -> parts.pageReader().read(page, facts.hints())));
            return parts.store().inTransaction(() -> {
                took(kept, facts, page, sha256, fetched.validators());
                Ending filed = filing.file(reading, Filing.Source.of(page, kept, facts));
                boolean known = filed == Ending.SAME && entry.ending().isEmpty();
                return end(entry, known ? Ending.SHARED : filed, Optional.empty());
            });
        } catch (ExecutionException e) {
            return broken(entry, kept, facts, page, sha256, fetched.validators(), Objects.requireNonNull(e.getCause()));
        } catch (StoreException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            return broken(entry, kept, facts, page, sha256, fetched.validators(), e);
        }
    }

    private void took(Kept kept, PageFacts facts, Page page, String sha256, Validators validators) {
        parts.store().pages().took(kept, facts.asked(), page.url(), page.fetched(), sha256, validators);
    }

    /** The one place where a fault of ours in reading a page ends: counted, logged with its position, and kept. */
    private Taken broken(
            Entry entry, Kept kept, PageFacts facts, Page page, String sha256, Validators validators, Throwable cause) {
        Readers.throwIfFatal(cause);
        LOG.error("broken url={} archive={} offset={}", page.url(), kept.file(), kept.offset(), cause);
        Instant again = parts.clock().instant().plus(parts.settings().backoffMax());
        parts.store().inTransaction(() -> {
            took(kept, facts, page, sha256, validators);
            parts.store()
                    .feeds()
                    .end(entry.feed(), entry.entry().key(), Ending.BROKEN, Optional.of(again), Optional.of("" + cause));
            return Ending.BROKEN;
        });
        return new Taken(Ending.BROKEN, Optional.empty());
    }

    private Taken failed(Entry entry, Failed failed) {
        Instant now = parts.clock().instant();
        int attempts = entry.attempts() + 1;
        Optional<String> problem = Optional.of(failed.detail());
        boolean refused = failed.trouble() == Trouble.REFUSED;
        if (failed.trouble() == Trouble.GONE || attempts >= (refused ? MAX_REFUSALS : MAX_ATTEMPTS)) {
            LOG.warn("gave up url={} attempts={} problem={}", failed.asked(), attempts, failed.detail());
            end(entry, Ending.GIVEN_UP, Optional.empty(), problem);
            return new Taken(Ending.GIVEN_UP, Optional.empty());
        }
        Instant next =
                now.plus(parts.settings().pauseAfter(attempts, failed.asked().text()));
        if (failed.notBefore().isPresent() && failed.notBefore().get().isAfter(next)) {
            next = failed.notBefore().get();
        }
        LOG.info("failed url={} attempts={} next={} problem={}", failed.asked(), attempts, next, failed.detail());
        end(entry, Ending.FAILED, Optional.of(next), problem);
        boolean wholeHost = switch (failed.trouble()) {
            case SLOW_DOWN, UNKNOWN_HOST, CANNOT_CONNECT -> true;
            default -> false;
        };
        return new Taken(Ending.FAILED, wholeHost ? Optional.of(next) : Optional.empty());
    }

    /** Ends an entry whose page was looked at, with the next look at it. */
    private Taken end(Entry entry, Ending ending, Optional<String> problem) {
        Instant now = parts.clock().instant();
        Optional<Instant> next = parts.settings().lookAgain().stream()
                .map(entry.firstSeen()::plus)
                .filter(time -> time.isAfter(now))
                .findFirst();
        end(entry, ending, next, problem);
        return new Taken(ending, Optional.empty());
    }

    private void end(Entry entry, Ending ending, Optional<Instant> next, Optional<String> problem) {
        parts.store().feeds().end(entry.feed(), entry.entry().key(), ending, next, problem);
    }
}
