package org.hearsay.tell.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands letters to a mail server, one connection a letter, the stored bytes as they are. Thread-safe.
 *
 * <p>{@code smtp://} uses STARTTLS wherever the server offers it, {@code smtps://} starts with TLS; the certificate is
 * verified either way. A password is never sent without TLS, except to this machine.
 *
 * <pre>{@code
 * try (Mailer mailer = SmtpMailer.open(URI.create("smtp://reader@mail.example.org:587"), password)) { … }
 * }</pre>
 */
public final class SmtpMailer implements Mailer {
    /** RFC 5321, section 4.5.3.2 asks for minutes; nobody waits that long for a daily letter, which is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI server;
    private final Optional<String> password;
    private final Duration patience;

    private SmtpMailer(URI server, Optional<String> password, Duration patience) {
        this.server = server;
        this.password = password;
        this.patience = patience;
    }

    /** For a server that asks for no password. */
    public static SmtpMailer open(URI server) {
        return open(server, Optional.empty(), PATIENCE);
    }

    /** Connects at the first letter, not here. The user's name is in {@code server}. */
    public static SmtpMailer open(URI server, String password) {
        return open(server, Optional.of(password), PATIENCE);
    }

    static SmtpMailer open(URI server, Optional<String> password, Duration patience) {
        String scheme = String.valueOf(server.getScheme()).toLowerCase(Locale.ROOT);
        if (server.getHost() == null || !scheme.equals("smtp") && !scheme.equals("smtps")) {
            throw new IllegalArgumentException(
                    "not a mail server: write smtp://HOST:587 or smtps://HOST:465, perhaps with USER@ before the host");
        }
        String user = server.getUserInfo();
        if (user != null && user.contains(":")) {
            throw new IllegalArgumentException(
                    "the mail server's address holds a password: leave only the user's name there, and give the"
                            + " password by itself");
        }
        if (password.isPresent() && user == null) {
            throw new IllegalArgumentException("there is a password for " + server.getHost() + " but no user: write "
                    + scheme + "://USER@" + server.getHost());
        }
        return new SmtpMailer(server, password, patience);
    }

    @Override
    public Delivery deliver(Letter letter) {
        for (String address : new String[] {letter.from(), letter.to()}) {
            if (!Addresses.plain(address)) {
                return new Delivery.Refused(
                        address.equals(letter.to()),
                        "not an address that can be written to: " + Addresses.shown(address));
            }
        }
        Line line = new Line(session(patience));
        try {
            line.connect(server.getHost(), port(), server.getUserInfo(), password.orElse(null));
            return line.hand(letter);
        } catch (AuthenticationFailedException e) {
            return new Delivery.Postponed(server.getHost() + " refused the user or the password: " + words(e));
        } catch (MessagingException e) {
            return new Delivery.Postponed("no connection to " + server.getHost() + ":" + port() + ": " + words(e));
        } finally {
            line.hangUp();
        }
    }

    /**
     * Connects and, where there is a password, logs in, and hands nothing over.
     *
     * @param patience for each step
     * @return what is wrong, in words; empty if a letter could be handed over
     */
    public Optional<String> trouble(Duration patience) {
        Line line = new Line(session(patience));
        try {
            line.connect(server.getHost(), port(), server.getUserInfo(), password.orElse(null));
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of(server.getHost() + " refused the user or the password: " + words(e));
        } catch (MessagingException e) {
            return Optional.of("no connection to " + server.getHost() + ":" + port() + ": " + words(e));
        } finally {
            line.hangUp();
        }
    }

    @Override
    public void close() {
        // Nothing is held between two letters.
    }

    private boolean tlsFirst() {
        return server.getScheme().equalsIgnoreCase("smtps");
    }

    private int port() {
        return server.getPort() >= 0 ? server.getPort() : tlsFirst() ? 465 : 587;
    }

    private Session session(Duration patience) {
        Properties p = new Properties();
        String millis = String.valueOf(patience.toMillis());
        p.setProperty("mail.smtp.connectiontimeout", millis);
        p.setProperty("mail.smtp.timeout", millis);
        p.setProperty("mail.smtp.writetimeout", millis);
        p.setProperty("mail.smtp.ssl.enable", String.valueOf(tlsFirst()));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.starttls.enable", "true");
        boolean secret =
                password.isPresent() && !THIS_MACHINE.contains(server.getHost().toLowerCase(Locale.ROOT));
        p.setProperty("mail.smtp.starttls.required", String.valueOf(secret && !tlsFirst()));
        p.setProperty("mail.smtp.auth", String.valueOf(password.isPresent()));
        // Once the letter is taken there is nothing more to learn from the server.
        p.setProperty("mail.smtp.quitwait", "false");
        return Session.getInstance(p);
    }

    /** What happened, with its cause where the message alone does not say it. */
    private static String words(Exception e) {
        Throwable cause = e.getCause();
        String own = String.valueOf(e.getMessage()).strip();
        return (cause == null || cause.getMessage() == null ? own : own + " (" + cause.getMessage() + ")")
                .replaceAll("\\s+", " ");
    }

    /**
     * One connection. Angus opens it (greeting, TLS, login); the three commands of a letter are given one by one, since
     * what a failure means depends on how far we had come.
     */
    private static final class Line extends SMTPTransport {
        private static final Delivery BROKEN =
                new Delivery.Postponed("the connection broke before the letter was through");

        Line(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        // The transport asks that whoever takes its steps one by one holds its lock.
        synchronized Delivery hand(Letter letter) {
            boolean ended = false;
            try {
                Optional<Delivery> no = refusal("MAIL FROM:<" + letter.from() + ">");
                if (no.isEmpty()) {
                    no = refusal("RCPT TO:<" + letter.to() + ">").map(Line::ofAddress);
                }
                if (no.isPresent()) {
                    return no.get();
                }
                OutputStream out = data();
                letter.message().open().transferTo(out);
                out.flush();
                ended = true;
                finishData();
                return new Delivery.Accepted();
            } catch (SMTPSendFailedException e) {
                int code = e.getReturnCode();
                if (code < 0) {
                    return ended ? unclear() : BROKEN;
                }
                // A good answer that is not the expected one: after the letter it is taken, before it the server is
                // odd.
                String answer = String.valueOf(e.getMessage());
                return refusal(code, answer).orElse(ended ? new Delivery.Accepted() : new Delivery.Postponed(answer));
            } catch (MessagingException | IOException e) {
                return ended
                        ? unclear()
                        : new Delivery.Postponed("the connection broke before the letter was through: " + words(e));
            }
        }

        /** 503, 530, 535 and 538 (RFC 5321, 4954) say that we did something wrong, and nothing about the recipient. */
        private static Delivery ofAddress(Delivery no) {
            return no instanceof Delivery.Refused refused && !refused.words().matches("5(03|30|35|38)\\b.*")
                    ? new Delivery.Refused(true, refused.words())
                    : no;
        }

        private Optional<Delivery> refusal(String command) throws MessagingException {
            int code = simpleCommand(command);
            return refusal(code, String.valueOf(getLastServerResponse()));
        }

        private static Delivery unclear() {
            return new Delivery.Unclear("the connection broke before the server said whether it took the letter");
        }

        /** A server that ended the connection answers -1: to try again is right, nothing was handed over. */
        private static Optional<Delivery> refusal(int code, String answer) {
            if (code >= 200 && code < 300) {
                return Optional.empty();
            }
            if (code < 0) {
                return Optional.of(BROKEN);
            }
            String words = answer.strip().replaceAll("\\s+", " ");
            return Optional.of(code >= 500 ? new Delivery.Refused(false, words) : new Delivery.Postponed(words));
        }

        void hangUp() {
            try {
                close();
            } catch (MessagingException e) {
                // The letter's fate is known; that the goodbye failed changes nothing.
                return;
            }
        }
    }
}
