package org.hearsay.read.language;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorME;

/** Tells English from other languages by the words themselves; what the page declares only decides where they are few. */
final class Language {
    /** More says nothing new, and the detector's time grows with it. */
    private static final int ENOUGH = 3_000;

    /** Below this, and where English function words are seen, the detector is not to be trusted. */
    private static final int FEW = 120;

    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from",
            "has", "have", "it", "be", "are", "said", "his", "which", "not", "its", "were", "had", "but", "an", "this",
            "who", "they", "been", "would", "their", "he", "she", "after", "than");

    private static final Set<String> OF_OTHERS_TOO = Set.of("a", "an", "as", "at", "he", "in", "is", "on", "was");

    private Language() {}

    static boolean isEnglish(String plain, Optional<String> declared, LanguageDetectorME detector) {
        String sample = sample(plain);
        int words = 0;
        int english = 0;
        int elsewhere = 0;
        for (String word : sample.split("[^\\p{L}']+")) {
            boolean known = ENGLISH.contains(word.toLowerCase(Locale.ROOT));
            // Names belong to no language, and a list of them is as English as the words between.
            if (known || !word.isEmpty() && !Character.isUpperCase(word.charAt(0))) {
                words++;
                english += known ? 1 : 0;
                elsewhere += OF_OTHERS_TOO.contains(word.toLowerCase(Locale.ROOT)) ? 1 : 0;
            }
        }
        // "a", "as" and "he" alone may be Portuguese or Spanish; English has more of the others than of them.
        english = elsewhere * 3 > english * 2 ? english - elsewhere : english;
        boolean declaredOther = declared.filter(
                        tag -> !tag.isBlank() && !tag.toLowerCase(Locale.ROOT).startsWith("en") && !tag.equals("und"))
                .isPresent();
        if (words == 0) {
            return !declaredOther && sample.chars().noneMatch(Character::isLetter);
        }
        // One word in six of running English is on the list; in other languages hardly one in thirty is.
        double share = (double) english / words;
        if (share > 0.15) {
            return true;
        }
        if (sample.length() < FEW) {
            return !declaredOther
                    && (share > 0 || sample.chars().filter(c -> c > 0x17f).count() * 5 < sample.length());
        }
        return detector.predictLanguage(sample).getLang().equals("eng") || share > 0.12 && !declaredOther;
    }

    /** A stretch from the middle: the beginning may be a menu, and very long words are noise. */
    private static String sample(String plain) {
        int start = plain.length() > 2 * ENOUGH ? plain.length() / 2 - ENOUGH / 2 : 0;
        return plain.substring(start, Math.min(plain.length(), start + ENOUGH));
    }
}
