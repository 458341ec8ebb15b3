package org.hearsay.tell.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.page.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMailerTest {
    @TempDir
    Path folder;

    @Test
    void aLetterIsOneFileHoweverOftenItIsHandedOver() throws IOException {
        Letter letter = new Letter("<2026-11-20.ab12@hearsay>", "a@b", "c@d", Bytes.utf8("Subject: x\r\n\r\ny\r\n"));
        Path letters = folder.resolve("not/there/yet");
        try (FolderMailer mailer = FolderMailer.open(letters)) {
            assertThat(mailer.deliver(letter)).isEqualTo(new Delivery.Accepted());
            assertThat(mailer.deliver(letter)).isEqualTo(new Delivery.Accepted());
        }
        try (var files = Files.list(letters)) {
            assertThat(files.map(f -> f.getFileName().toString()).toList())
                    .isEqualTo(List.of("2026-11-20.ab12@hearsay.eml"));
        }
        assertThat(Files.readAllBytes(letters.resolve("2026-11-20.ab12@hearsay.eml")))
                .isEqualTo(letter.message().toArray());
    }

    @Test
    void noMessageIdLeavesTheFolder() {
        for (String id : List.of("<../../etc/passwd>", "<.>", "", "<a/b\\c:d\u0000>", "<" + "x".repeat(5000) + ">")) {
            assertThat(FolderMailer.name(id))
                    .matches("[A-Za-z0-9@_-][A-Za-z0-9@._-]*\\.eml")
                    .hasSizeLessThan(140);
        }
        assertThat(FolderMailer.name("<a/b>")).isNotEqualTo(FolderMailer.name("<a:b>"));
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        assertThatThrownBy(() -> FolderMailer.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("taken");
    }
}
