package org.hearsay.tell.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Hands letters to a program that works as sendmail does, as msmtp, Postfix and Exim bring one: {@code COMMAND -i -f
 * FROM -- TO}, the letter on its standard input with line feeds alone, and an exit code of {@code sysexits.h}.
 * Thread-safe.
 */
public final class CommandMailer implements Mailer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Codes of sysexits.h. */
    private static final int NO_USER = 67;

    private static final int NO_HOST = 68;

    private final List<String> command;
    private final Duration patience;

    private CommandMailer(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /** @param command the program and its first arguments, parted by blanks */
    public static CommandMailer of(String command) {
        return of(command, PATIENCE);
    }

    static CommandMailer of(String command, Duration patience) {
        List<String> words = List.of(command.strip().split("\\s+"));
        if (words.get(0).isEmpty()) {
            throw new IllegalArgumentException("no program: write one like /usr/sbin/sendmail");
        }
        return new CommandMailer(words, patience);
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
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-i", "-f", letter.from(), "--", letter.to()));
        try {
            // Into a file, so that a program that talks much is never stuck for want of a reader.
            Path said = Files.createTempFile("hearsay-mail", ".txt");
            try {
                return deliver(letter, words, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            return new Delivery.Postponed(command.get(0) + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Unclear("interrupted while " + command.get(0) + " had the letter");
        }
    }

    private Delivery deliver(Letter letter, List<String> words, Path said) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        String message = letter.message().decode(StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        try (OutputStream in = process.getOutputStream()) {
            in.write(message.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It ended before it had read the letter; its exit code says why.
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return new Delivery.Unclear(command.get(0) + " did not end within " + patience.toSeconds() + " s");
        }
        int code = process.exitValue();
        String why = command.get(0) + " ended with " + code + words(said);
        return switch (code) {
            case 0 -> new Delivery.Accepted();
            case NO_USER, NO_HOST -> new Delivery.Refused(true, why);
            default -> new Delivery.Postponed(why);
        };
    }

    private static String words(Path said) throws IOException {
        try (InputStream in = Files.newInputStream(said)) {
            String words = new String(in.readNBytes(400), StandardCharsets.UTF_8)
                    .replaceAll("\\s+", " ")
                    .strip();
            return words.isEmpty() ? "" : ": " + words;
        }
    }

    @Override
    public void close() {
        // Nothing is held between two letters.
    }
}
