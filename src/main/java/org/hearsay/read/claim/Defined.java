package org.hearsay.read.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.NameType;

/**
 * The short names that a text gives to bodies in so many words, as releases and contracts do: {@code Norvik Bank, S.A. (the
 * "Bank")}, {@code Corrawell plc ("Corrawell")}. Immutable.
 */
final class Defined {
    /** What may stand between a name and the bracket: the letters of its legal form. */
    private static final Pattern DEFINITION = Pattern.compile(
            "(?:,? \\p{L}[\\p{L}./]{0,7}){0,2},? \\((?:the )?[\"\u201c](?:the |The )?([^\"\u201c\u201d]{2,30})[\"\u201d]");

    private final Map<String, Entity> meant = new HashMap<>();

    Defined(List<Entity> entities, String text) {
        for (Entity entity : entities) {
            if (entity.type() == NameType.PERSON) {
                continue;
            }
            for (Span mention : entity.mentions()) {
                Matcher definition = DEFINITION.matcher(text).region(mention.end(), text.length());
                if (definition.lookingAt()) {
                    meant.putIfAbsent(definition.group(1).toLowerCase(Locale.ROOT), entity);
                }
            }
        }
    }

    /** Whom the text calls so, if it has said that; capitals make no difference. */
    Optional<Entity> as(String name) {
        return Optional.ofNullable(meant.get(name.toLowerCase(Locale.ROOT)));
    }
}
