package org.hearsay.app;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.tell.mail.CommandMailer;
import org.hearsay.tell.mail.FolderMailer;
import org.hearsay.tell.mail.GuardedMailer;
import org.hearsay.tell.mail.Mailer;
import org.hearsay.tell.mail.SmtpMailer;

/** The way out for letters that the settings name, if they name one. */
final class Post {
    private Post() {}

    /** Empty if no server, folder or program is named. */
    static Optional<Mailer> mailer(Settings settings) {
        List<String> only = settings.words(Setting.MAIL_ONLY_TO);
        Optional<Mailer> named = named(settings);
        return only.isEmpty() ? named : named.map(mailer -> new GuardedMailer(mailer, only));
    }

    private static Optional<Mailer> named(Settings settings) {
        Optional<String> folder = settings.given(Setting.MAIL_TO_FOLDER);
        if (folder.isPresent()) {
            try {
                return Optional.of(FolderMailer.open(Path.of(folder.get())));
            } catch (UncheckedIOException e) {
                throw Stop.configuration(
                        "letters cannot be put into the folder " + folder.get() + ": " + e.getMessage());
            }
        }
        Optional<String> command = settings.given(Setting.MAIL_COMMAND);
        if (command.isPresent()) {
            return command.map(CommandMailer::of);
        }
        return server(settings).map(server -> server);
    }

    /** The server, if one is named. */
    static Optional<SmtpMailer> server(Settings settings) {
        Optional<URI> server = settings.uri(Setting.MAIL_SMTP, Set.of("smtp", "smtps"));
        return server.map(uri -> settings.given(Setting.MAIL_PASSWORD)
                .map(password -> SmtpMailer.open(uri, password))
                .orElseGet(() -> SmtpMailer.open(uri)));
    }

    /** The sender. */
    static String from(Settings settings) {
        return settings.given(Setting.MAIL_FROM)
                .orElseThrow(() -> Stop.configuration(
                        "letters need a sender: set mail.from, as in --set mail.from=hearsay@example.org"));
    }
}
