package org.hearsay.read.article;

import java.util.Locale;
import org.hearsay.read.article.Words.Verdict;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The flags that an element's tag and attributes give it, before they are weighed against its text. */
final class Marks {
    private final Words words;
    /** Whether text that is hidden until something is clicked is looked at like any other. */
    private final boolean hiddenToo;
    /** Whether class names may call an element furniture; not where nothing else is left. */
    private final boolean trusted;

    private String cause = "";

    Marks(Words words, boolean hiddenToo, boolean trusted) {
        this.words = words;
        this.hiddenToo = hiddenToo;
        this.trusted = trusted;
    }

    int of(Element e, String tag) {
        cause = tag;
        return tagFlag(tag) | (e.attributesSize() > 0 ? attributes(e, tag) : 0);
    }

    /** The tag or class name that flagged the last element. */
    String cause() {
        return cause;
    }

    boolean hiddenInline(Element e) {
        boolean hidden = false;
        for (Attribute attribute : e.attributes()) {
            hidden |= switch (attribute.getKey()) {
                case "hidden" -> true;
                case "style" -> hides(attribute.getValue());
                case "class" -> words.of(attribute.getValue()).unseen();
                default -> false;
            };
        }
        return hidden;
    }

    private static boolean hides(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String bare = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return bare.contains("display:none") || bare.contains("visibility:hidden");
    }

    private int attributes(Element e, String tag) {
        int flag = 0;
        for (Attribute attribute : e.attributes()) {
            switch (attribute.getKey()) {
                case "class", "id", "data-component", "data-testid" -> flag |= nameFlags(attribute.getValue(), tag);
                case "role" -> flag |= roleFlag(attribute.getValue());
                case "itemprop" -> flag |= propertyFlag(attribute.getValue());
                case "hidden" -> flag |= hiddenToo ? 0 : Outline.HIDDEN;
                case "style" -> flag |= !hiddenToo && hides(attribute.getValue()) ? Outline.HIDDEN : 0;
                default -> {}
            }
        }
        return flag;
    }

    private int nameFlags(String value, String tag) {
        Words.Said said = words.of(value);
        if (said.verdicts() == 0) {
            return 0;
        }
        if (!said.cause().isEmpty()) {
            cause = said.cause();
        }
        int flag = said.says(Verdict.FURNITURE) && trusted ? Outline.FURNITURE : 0;
        flag |= said.says(Verdict.ABOUT) ? Outline.ABOUT : 0;
        flag |= said.says(Verdict.CAPTION) ? Outline.CAPTION : 0;
        flag |= said.says(Verdict.BODY) ? Outline.BODY : 0;
        flag |= said.says(Verdict.STANDFIRST) ? Outline.STANDFIRST : 0;
        flag |= said.says(Verdict.TEASER) ? Outline.FURNITURE | Outline.STANDFIRST : 0;
        flag |= said.says(Verdict.HIDDEN) && !hiddenToo ? Outline.HIDDEN : 0;
        if (tag.equals("body") || tag.equals("main") || tag.equals("article")) {
            flag &= ~(Outline.OUT | Outline.ABOUT | Outline.BODY | Outline.STANDFIRST);
        }
        return (flag & Outline.BODY) != 0 ? flag & ~(Outline.OUT | Outline.ABOUT) : flag;
    }

    private static int roleFlag(String role) {
        return switch (role) {
            case "navigation", "menu", "menubar", "search", "toolbar" -> Outline.NAV;
            case "contentinfo" -> Outline.FOOTER;
            case "complementary", "alert", "dialog", "alertdialog" -> Outline.ASIDE;
            case "banner" -> Outline.HEADER;
            case "main" -> Outline.MAIN;
            case "article" -> Outline.ARTICLE;
            default -> 0;
        };
    }

    private static int propertyFlag(String property) {
        return switch (property) {
            case "articleBody", "reviewBody", "text" -> Outline.BODY;
            case "author", "datePublished", "dateModified", "publisher", "keywords" -> Outline.ABOUT;
            case "description", "alternativeHeadline", "abstract" -> Outline.STANDFIRST;
            case "caption", "copyrightHolder" -> Outline.CAPTION;
            case "comment" -> Outline.FURNITURE;
            default -> 0;
        };
    }

    private static int tagFlag(String tag) {
        return switch (tag) {
            case "nav", "menu" -> Outline.NAV;
            case "footer" -> Outline.FOOTER;
            case "header" -> Outline.HEADER;
            case "aside" -> Outline.ASIDE;
            case "form", "fieldset", "dialog" -> Outline.FORM;
            case "figcaption", "figure" -> Outline.CAPTION;
            case "address" -> Outline.ABOUT;
            case "article" -> Outline.ARTICLE;
            case "main" -> Outline.MAIN;
            case "h1" -> Outline.HEADLINE;
            default -> 0;
        };
    }
}
