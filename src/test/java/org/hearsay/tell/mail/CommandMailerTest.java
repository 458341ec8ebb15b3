package org.hearsay.tell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hearsay.page.Bytes;
import org.hearsay.tell.mail.Delivery.Accepted;
import org.hearsay.tell.mail.Delivery.Postponed;
import org.hearsay.tell.mail.Delivery.Refused;
import org.hearsay.tell.mail.Delivery.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandMailerTest {
    private static final Letter LETTER = new Letter(
            "<a@b>", "hearsay@example.org", "reader@example.org", Bytes.utf8("Subject: x\r\n\r\n.\r\nend\r\n"));

    @TempDir
    private Path folder;

    private String script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("sendmail"), "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }

    @Test
    void aProgramGetsTheLetterAndWhoItIsFor() throws IOException {
        String command = script("echo \"$@\" > " + folder + "/args; cat > " + folder + "/letter");
        assertThat(CommandMailer.of(command + " -t9").deliver(LETTER)).isEqualTo(new Accepted());
        assertThat(folder.resolve("args")).hasContent("-t9 -i -f hearsay@example.org -- reader@example.org");
        assertThat(folder.resolve("letter")).hasContent("Subject: x\n\n.\nend\n");
    }

    @ParameterizedTest
    @CsvSource({"67, Refused", "68, Refused", "75, Postponed", "69, Postponed", "1, Postponed", "78, Postponed"})
    void itsExitCodeSaysWhatBecameOfIt(int code, String expected) throws IOException {
        Delivery delivery = CommandMailer.of(script("cat > /dev/null; echo so it is >&2; exit " + code))
                .deliver(LETTER);
        assertThat(delivery.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(delivery.toString()).contains("so it is", String.valueOf(code));
    }

    @Test
    void aProgramThatIsNotThereOrDoesNotEndIsNoDelivery() throws IOException {
        assertThat(CommandMailer.of(folder + "/none").deliver(LETTER)).isInstanceOf(Postponed.class);
        assertThat(CommandMailer.of(script("cat > /dev/null; exec sleep 60"), Duration.ofMillis(200))
                        .deliver(LETTER))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void onlyThoseOnTheListAreWrittenTo() throws IOException {
        String command = script("echo \"$5\" >> " + folder + "/to; cat > /dev/null");
        try (Mailer guarded =
                new GuardedMailer(CommandMailer.of(command), List.of("me@example.org", "@Test.example.org"))) {
            assertThat(guarded.deliver(LETTER))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.address()).isFalse());
            for (String to : List.of("Me@example.org", "a@test.example.org")) {
                Letter letter = new Letter(LETTER.messageId(), LETTER.from(), to, LETTER.message());
                assertThat(guarded.deliver(letter)).isEqualTo(new Accepted());
            }
        }
        assertThat(folder.resolve("to")).hasContent("Me@example.org\na@test.example.org\n");
    }
}
