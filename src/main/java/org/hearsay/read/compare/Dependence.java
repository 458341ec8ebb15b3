package org.hearsay.read.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.read.article.Article;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Voice;

/**
 * On whose report another rests: "according to Reuters", and nothing of its own. Two outlets that have a thing from the
 * Herald, and the Herald itself, are three outlets and one origin. A person or a ministry that is quoted is no such source:
 * whoever asked them reports for himself. Pure.
 */
public final class Dependence {
    private static final Set<String> PUBLISHERS = publishers();

    private Dependence() {}

    /**
     * The outlet or agency that a claim was taken from, in one spelling for each ({@link #name}): the one that the claim
     * names first as having said it, else the one that the text credits. Empty if it is the outlet's own, or if it names itself.
     */
    public static Optional<String> of(Claim claim, Article article) {
        Optional<String> said = claim.voices().size() > 1 && claim.voices().get(1) instanceof Voice.Named named
                ? Optional.of(named.name()).filter(Dependence::isPublisher)
                : Optional.empty();
        String own = name(article.outlet());
        return said.or(article::agency).map(Dependence::name).filter(name -> !name.equals(own));
    }

    /** Two spellings of one outlet's name come out the same: "the Herald" and "Herald". */
    public static String name(String outlet) {
        String lower = outlet.toLowerCase(Locale.ROOT).strip();
        String bare = lower.startsWith("the ") ? lower.substring(4) : lower;
        return bare.equals("associated press") ? "ap" : bare;
    }

    private static boolean isPublisher(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+")).anyMatch(PUBLISHERS::contains);
    }

    private static Set<String> publishers() {
        try (InputStream in = Dependence.class.getResourceAsStream("/lang/en/publishers.txt")) {
            if (in == null) {
                throw new IllegalStateException("lang/en/publishers.txt is not in the program");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("lang/en/publishers.txt cannot be read", e);
        }
    }
}
