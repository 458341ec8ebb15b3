package org.hearsay.tell.digest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearsay.keep.store.SqliteStore;

/** Writes the letter of {@link Week} into a folder, to be looked at. */
final class Preview {
    private Preview() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        try (SqliteStore store =
                SqliteStore.open(Files.createTempDirectory("preview").resolve("x.db"))) {
            Week.fill(store);
            Digest digest = new DigestWriter(store).digest(java.util.List.of(), Week.FROM, Week.TO);
            LetterSettings settings = new LetterSettings("hearsay@example.org", Optional.of("http://127.0.0.1:8080"));
            Message message = new LetterFormat(settings).message(digest, Week.OCCASION);
            Files.write(folder.resolve("letter.eml"), message.bytes().toArray());
            Sheet sheet = Sheet.of(digest, Week.OCCASION, settings, Room.AMPLE);
            Files.writeString(folder.resolve("letter.html"), HtmlLetter.of(sheet));
            Files.writeString(folder.resolve("letter.txt"), PlainLetter.of(sheet));
        }
    }
}
