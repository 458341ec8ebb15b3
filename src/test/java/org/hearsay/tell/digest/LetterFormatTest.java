package org.hearsay.tell.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.hearsay.keep.store.SqliteStore;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.tell.digest.Digest.ClaimItem;
import org.hearsay.tell.digest.Digest.Item;
import org.hearsay.tell.digest.Digest.Kind;
import org.hearsay.tell.digest.Digest.Part;
import org.hearsay.tell.digest.Digest.Section;
import org.hearsay.tell.digest.Digest.Sign;
import org.hearsay.tell.digest.Digest.Spread;
import org.hearsay.tell.digest.Digest.StoryItem;
import org.hearsay.tell.digest.Digest.Told;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterFormatTest {
    private static final LetterSettings SETTINGS =
            new LetterSettings("hearsay@example.org", Optional.of("http://127.0.0.1:8080/"));

    private static Digest week;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        try (SqliteStore store = SqliteStore.open(folder.resolve("week.db"))) {
            Week.fill(store);
            week = new DigestWriter(store).digest(List.of(), Week.FROM, Week.TO);
        }
    }

    @Test
    void aStoryThatJoinedAnotherIsToldWithBothHeadlines() {
        StoryItem turn = new StoryItem(
                Move.Kind.JOINED,
                "Ministry on <Karsk>",
                "Mine opens",
                new GroupId("mine"),
                PageUrl.of("https://star.example/mine"),
                Week.SEEN,
                "reports of both tell of karsk, mine");
        Section section = new Section(Kind.STORIES, List.of(new Part(Optional.empty(), List.of(turn))));
        Digest digest = new Digest(Week.FROM, Week.TO, List.of(section), 1, 0);

        assertThat(new LetterFormat(SETTINGS).plain(digest, Week.OCCASION)).contains("""
                        STORIES JOINED OR SPLIT
                        =======================
                        An earlier letter told them otherwise.

                        △ joined
                          “Ministry on <Karsk>” · is one story with “Mine opens” · Mon 23 Nov 10:00
                          reports of both tell of karsk, mine
                          http://127.0.0.1:8080/stories/mine
                        """);
        assertThat(new LetterFormat(SETTINGS).html(digest, Week.OCCASION))
                .contains("<b>“Ministry on &lt;Karsk&gt;”</b>", "href=\"http://127.0.0.1:8080/stories/mine\"");
    }

    @Test
    void aLetterIsAMessageThatAnotherProgramReads() throws Exception {
        Message letter = new LetterFormat(SETTINGS).message(week, Week.OCCASION);
        lint(letter);
        MimeMessage read = read(letter);
        assertThat(read.getMessageID()).isEqualTo(letter.messageId());
        assertThat(read.getSubject())
                .isEqualTo("Hearsay, Tue 24 Nov: 1 conflict, 1 withdrawn, 1 proposal, 3 new claims, 1 repeated");
        assertThat(read.getSentDate().toInstant()).isEqualTo(Week.OCCASION.written());
        assertThat(read.getAllRecipients()).extracting(Object::toString).containsExactly("reader@example.org");
        assertThat(read.getHeader("List-Id")).hasSize(1);
        assertThat(read.getHeader("List-Unsubscribe")[0]).contains("mailto:hearsay@example.org");
        assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(read.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(read.isMimeType("multipart/alternative")).isTrue();
        Multipart parts = (Multipart) read.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
    }

    @Test
    void aReaderCanStopItByOneClickWhereThePublicAddressIsSafe() throws Exception {
        Occasion known = new Occasion(
                "reader@example.org",
                List.of(),
                Week.OCCASION.day(),
                Week.OCCASION.zone(),
                Week.OCCASION.written(),
                Optional.of("5ec2e7"));
        Message open = new LetterFormat(SETTINGS).message(week, known);
        assertThat(read(open).getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(read(open).getHeader("List-Unsubscribe")[0]).doesNotContain("http");
        for (int i = 0; i < 2; i++) {
            assertThat(part(open, i)).contains("http://127.0.0.1:8080/unsubscribe?reader=5ec2e7");
        }
        LetterSettings safe = new LetterSettings("hearsay@example.org", Optional.of("https://news.example.org"));
        Message letter = new LetterFormat(safe).message(week, known);
        lint(letter);
        assertThat(read(letter).getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(read(letter).getHeader("List-Unsubscribe")[0].replaceAll("\\s+", " "))
                .startsWith("<https://news.example.org/unsubscribe?reader=5ec2e7>, <mailto:");
        Message question = new LetterFormat(safe).question(known);
        lintHead(question);
        assertThat(read(question).getContent().toString()).contains("https://news.example.org/confirm?reader=5ec2e7");
    }

    @Test
    void itsNameFollowsFromReaderWatchesAndWindow() {
        LetterFormat format = new LetterFormat(SETTINGS);
        Digest longer = new Digest(Week.FROM.minusSeconds(1), Week.TO, week.sections(), 1, 0);
        assertThat(format.message(longer, Week.OCCASION).messageId())
                .isNotEqualTo(format.message(week, Week.OCCASION).messageId());
    }

    @Test
    void bothPartsTellTheSame() throws Exception {
        Message letter = new LetterFormat(SETTINGS).message(week, Week.OCCASION);
        String plain = part(letter, 0).replaceAll("\\s+", " ");
        String html = part(letter, 1);
        for (String words : List.of(
                "China accounts for nearly 60% of global production",
                "differs: 60 % / 70 % of global production",
                "sources close to the Kremlin (unnamed)",
                "Fifteen-year supply contracts for 8,000 tonnes of separated oxides a year",
                "also said by 3, 1 independent",
                "gone from the article at our visit of Mon 23 Nov 10:00",
                "failing: 503: the server is over capacity",
                "http://127.0.0.1:8080/claims/")) {
            assertThat(plain).contains(words);
            assertThat(html).contains(words);
        }
        assertThat(html)
                .contains("The Quayside Globe &amp; Echo")
                .doesNotContain("<img", "src=", "<script", "@import", "url(");
    }

    @Test
    void thePlainPartFitsIntoSeventyEightColumns() throws Exception {
        String plain = part(new LetterFormat(SETTINGS).message(week, Week.OCCASION), 0);
        assertThat(plain.lines().filter(line -> !line.strip().startsWith("http")))
                .allMatch(l -> l.length() <= 78);
        assertThat(plain.lines().filter(line -> line.contains("http:")))
                .allMatch(l -> l.strip().startsWith("http"));
    }

    @Test
    void theSameOccasionGivesTheSameBytesAndOnlyTheDateMoves() {
        LetterFormat format = new LetterFormat(SETTINGS);
        Digest digest = week;
        Message first = format.message(digest, Week.OCCASION);
        assertThat(format.message(digest, Week.OCCASION)).isEqualTo(first);
        Occasion later = new Occasion(
                Week.OCCASION.recipient(),
                List.of(),
                Week.OCCASION.day(),
                Week.OCCASION.zone(),
                Week.OCCASION.written().plusSeconds(3600));
        assertThat(dateless(format.message(digest, later))).isEqualTo(dateless(first));
        Occasion another = new Occasion(
                "else@example.org", List.of(), Week.OCCASION.day(), Week.OCCASION.zone(), Week.OCCASION.written());
        assertThat(format.message(digest, another).messageId()).isNotEqualTo(first.messageId());
    }

    @Test
    void whatHasNoRoomIsCutByRankAndCounted() throws Exception {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            items.add(item("claim number " + i + " " + "ž".repeat(500), "Outlet"));
        }
        Digest digest = new Digest(
                Week.FROM,
                Week.TO,
                List.of(
                        new Section(Kind.CONFLICTS, List.of(new Part(Optional.empty(), items.subList(0, 3000)))),
                        new Section(Kind.NEW, List.of(new Part(Optional.of("Story"), items)))),
                1,
                0);
        Message letter = new LetterFormat(SETTINGS).message(digest, Week.OCCASION);
        assertThat(letter.bytes().length()).isLessThanOrEqualTo(80 * 1024);
        lint(letter);
        assertThat(part(letter, 0)).contains("claim number 0").containsPattern("and \\d,\\d{3} more");
        assertThat(letter.subject()).contains("10,000 new claims");
    }

    @Test
    void hostileWordsDoNoHarm() throws Exception {
        String hostile = "x\r\nBcc: evil@example.com\r\n\r\n<script>alert(1)</script>\u202Egnp\u2066\u0000\u200B"
                + "</p>&amp;=?UTF-8?Q?=0D=0AX-Evil:_1?=\uD800";
        Digest digest = new Digest(
                Week.FROM,
                Week.TO,
                List.of(new Section(
                        Kind.NEW,
                        List.of(new Part(
                                Optional.of(hostile),
                                List.of(item(hostile, hostile), item("w".repeat(5_000_000), "Outlet")))))),
                1,
                0);
        Occasion occasion = new Occasion(
                "reader@example.org",
                List.of(hostile),
                Week.OCCASION.day(),
                Week.OCCASION.zone(),
                Week.OCCASION.written());
        Message letter = new LetterFormat(SETTINGS).message(digest, occasion);
        lint(letter);
        MimeMessage read = read(letter);
        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getHeader("X-Evil")).isNull();
        assertThat(read.getSubject()).doesNotContain("\r", "\n", "\u202E").startsWith("x Bcc: evil@example.com");
        assertThat(part(letter, 1)).doesNotContain("<script>alert").contains("&lt;script&gt;");
        for (int i = 0; i < 2; i++) {
            assertThat(part(letter, i)).doesNotContain("\u202E", "\u2066", "\u0000", "\u200B");
        }
        assertThat(part(letter, 0).lines().filter(l -> !l.strip().startsWith("http")))
                .allMatch(l -> l.length() <= 78);
    }

    @Test
    void aLongSubjectInAnyScriptIsFoldedAndReadBack() throws Exception {
        String name = "Редкоземельные металлы и 稀土 — überall 🧲";
        Occasion occasion = new Occasion(
                "reader@example.org", List.of(name, "b", "c"), Week.OCCASION.day(), Week.OCCASION.zone(), Week.TO);
        Message letter = new LetterFormat(SETTINGS).message(week, occasion);
        lint(letter);
        assertThat(read(letter).getSubject()).startsWith(name + " and 2 more, Tue 24 Nov: 1 conflict");
    }

    @Test
    void aWindowOfMoreThanADaySaysSo() throws Exception {
        Digest two = new Digest(Week.FROM.minusSeconds(86_400), Week.TO, week.sections(), 1, 0);
        assertThat(part(new LetterFormat(SETTINGS).message(two, Week.OCCASION), 0)
                        .replaceAll("\\s+", " "))
                .contains("This letter covers more than a day: from Sun 22 Nov 07:00 to Tue 24 Nov 07:00");
        assertThat(part(new LetterFormat(SETTINGS).message(week, Week.OCCASION), 0))
                .doesNotContain("more than a day");
    }

    @Test
    void aClaimIsMarkedInItsSentence() throws Exception {
        String sentence = "Surin denied that <the offer> had been withdrawn.";
        Told told = new Told(
                new ClaimId("id"),
                new ArticleId("article"),
                "<the offer> had been withdrawn",
                sentence,
                List.of(new Span(18, 48)),
                List.of("Outlet", "Pavel Surin"),
                "a denial",
                "Outlet",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Newsdesk.url("a", "b"));
        Item item =
                new ClaimItem(told, Sign.NONE, List.of(), List.of(), new Spread(1, 1, List.of(), 0), Optional.empty());
        Digest digest = new Digest(
                Week.FROM,
                Week.TO,
                List.of(new Section(Kind.NEW, List.of(new Part(Optional.empty(), List.of(item))))),
                1,
                0);
        Message letter = new LetterFormat(SETTINGS).message(digest, Week.OCCASION);
        assertThat(part(letter, 1)).contains("“Surin denied that <mark>&lt;the offer&gt; had been withdrawn</mark>.”");
        assertThat(part(letter, 0)).contains("“" + sentence + "”");
    }

    @Test
    void aDateThatWasStillToComeIsToldAsOne() throws Exception {
        Instant seen = Instant.parse("2026-11-23T18:00:00Z");
        String ahead = shown(new Dated.On(LocalDate.of(2031, 1, 1)), seen);
        assertThat(ahead).contains("stated for Wed 1 Jan 2031, first seen Mon 23 Nov 19:00");
        String old = shown(new Dated.At(Instant.parse("2019-11-23T18:00:00Z")), seen);
        assertThat(old).contains("Sat 23 Nov 2019 19:00").doesNotContain("stated for");
    }

    private static String shown(Dated stated, Instant seen) throws Exception {
        ClaimItem plain = item("the offer stands", "Outlet");
        Told t = plain.told();
        Told dated = new Told(
                t.id(),
                t.article(),
                t.words(),
                t.sentence(),
                t.marks(),
                t.chain(),
                t.stance(),
                t.outlet(),
                Optional.of(stated),
                seen,
                t.ended(),
                t.source());
        Item item = new ClaimItem(dated, Sign.NONE, List.of(), List.of(), plain.spread(), Optional.empty());
        Section section = new Section(Kind.NEW, List.of(new Part(Optional.empty(), List.of(item))));
        Digest digest = new Digest(Week.FROM, Week.TO, List.of(section), 1, 0);
        return part(new LetterFormat(SETTINGS).message(digest, Week.OCCASION), 0)
                .replaceAll("\\s+", " ");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        for (String bad : List.of("nobody", "a@b\r\nBcc: c@d", "Name <a@b>", "")) {
            assertThatThrownBy(() -> new LetterSettings(bad, Optional.empty())).hasMessageContaining("bare address");
            assertThatThrownBy(() -> new Occasion(
                            bad, List.of(), Week.OCCASION.day(), Week.OCCASION.zone(), Week.OCCASION.written()))
                    .hasMessageContaining("bare address");
        }
    }

    private static ClaimItem item(String words, String outlet) {
        Told told = new Told(
                new ClaimId("id"),
                new ArticleId("article"),
                words,
                words,
                List.of(),
                List.of(outlet),
                "said as fact",
                outlet,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Newsdesk.url("a", "b"));
        return new ClaimItem(told, Sign.NONE, List.of(), List.of(), new Spread(1, 1, List.of(), 0), Optional.empty());
    }

    /** What RFC 5322, 2045 and 2047 ask of the bytes. */
    private static void lint(Message letter) throws Exception {
        lintHead(letter);
        for (int i = 0; i < 2; i++) {
            assertThat(part(letter, i)).isNotBlank();
        }
    }

    private static void lintHead(Message letter) {
        String raw = letter.bytes().decode(StandardCharsets.ISO_8859_1);
        assertThat(raw.chars()).allMatch(c -> c == '\r' || c == '\n' || c >= 0x20 && c < 0x7f);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(raw).endsWith("\r\n");
        for (String line : raw.split("\r\n")) {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(78);
        }
        String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
        for (String one : List.of("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type")) {
            assertThat(head.lines().filter(l -> l.startsWith(one + ":")))
                    .as(one)
                    .hasSize(1);
        }
    }

    private static String dateless(Message letter) {
        return letter.bytes().decode(StandardCharsets.UTF_8).replaceAll("Date: [^\r]*", "");
    }

    private static MimeMessage read(Message letter) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), letter.bytes().open());
    }

    private static String part(Message letter, int number) throws Exception {
        Multipart parts = (Multipart) read(letter).getContent();
        return parts.getBodyPart(number).getContent().toString().replace("\r\n", "\n");
    }
}
