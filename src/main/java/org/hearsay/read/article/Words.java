package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the names in class, id, role and itemprop attributes say of an element. Names are cut into words
 * ("articleBody__newsletter-box": article, body, newsletter, box), so that no part of a word is taken for a word; each
 * distinct name is judged once a page.
 */
final class Words {
    enum Verdict {
        NONE,
        /** What stands around an article: shares, comments, related lists, advertisements. */
        FURNITURE,
        /** Byline, date, tags: facts about the article, not its text. */
        ABOUT,
        CAPTION,
        BODY,
        STANDFIRST,
        /** A teaser's text: the stand-first where it stands under the headline, else furniture. */
        TEASER,
        HIDDEN
    }

    private static final Set<String> FURNITURE =
            set("twittertweet tweet instagrammedia fbpost videofallback affiliate disclosure abo abowerbung newletter"
                    + " linkbox linktipps alert alerts comment comments disqus livefyre respond share sharing shares"
                    + " sharebar sharedaddy social socials socialmedia related relateds recirc recirculation recommended"
                    + " recommendation recommendations recommend newsletter newsletters signup subscribe subscription"
                    + " promo promos promotion promoted sidebar footer nav navbar navigation menu submenu breadcrumb"
                    + " breadcrumbs ad ads adv advert adverts advertisement advertising adslot sponsored sponsor sponsors"
                    + " teaser teasers trending popular mostread readmore seealso popup modal overlay lightbox cookie"
                    + " cookies consent gdpr toolbar pagination pager paging login signin register donate donation"
                    + " outbrain taboola copyright rating ratings vote poll quiz authorbox authorbio bio profile jp"
                    + " jetpack reactions feedback skiplink carousel slider swiper slideshow player promobox relatedposts"
                    + " morefrom upnext nextprev postnav navlinks addtoany noprint masthead zusatz teaserbox anzeige"
                    + " werbung cta disclaimer sociale partager partage abonnement inscription publicite pub likes"
                    + " interlinks commentlist wpdiscuz saboxplugin abh");
    private static final Set<String> ABOUT =
            set("byline bylines author authors authorname writer dateline date dates time timestamp pubdate published "
                    + "posted meta metadata postmeta entrymeta articlemeta tags taglist tagcloud topics "
                    + "keywords categories cats kicker eyebrow autor auteur datum datetime readtime readingtime "
                    + "updated lastmod postinfo articleinfo");
    private static final Set<String> CAPTION =
            set("legend imagedescription caption captions figcaption credit credits photocredit imagecredit "
                    + "imagecaption photocaption legende bildunterschrift bildtext bildquelle thumbcaption");
    private static final Set<String> HIDDEN =
            set("hidden sronly screenreadertext screenreaderonly visuallyhidden invisible ishidden uhidden");
    /** "has-no-caption" has none. */
    private static final Set<String> DENIALS = set("no non without hide");

    private static final Set<String> STANDFIRST =
            set("standfirst lead lede leadtext subtitle subheadline subhead dek deck summary intro introduction sapo"
                    + " abstract chapo chapeau vorspann einleitung teasertext entradilla bajada sommario occhiello"
                    + " underline tagline description synopsis ingress manchet strapline");
    private static final Set<String> PICTURE = set("img image images photo picture pic bild foto media");
    private static final Set<String> TEXT_OF = set("description desc text legend info title inner details");
    private static final Set<String> AUTHOR = set("author authors autor auteur writer");
    private static final Set<String> ABOUT_AUTHOR =
            set("description bio box card about profile info desc biography text");
    private static final Set<String> LAYOUT = set("grid layout main with content left page");
    private static final Set<String> ARTICLE =
            set("article story post entry news page main content single blog text body rich artikel articolo articulo"
                    + " noticia");
    private static final Set<String> BODY = set("body content text main copy inner");
    private static final Set<String> BODY_WHOLE =
            set("articlebody articletext articlecontent storybody storytext storycontent entrycontent postcontent "
                    + "postbody posttext bodytext bodycopy richtext maintext pagecontent contentbody textbody newsbody "
                    + "newstext newscontent articlemain tdpostcontent mainbody detailtext artikeltext articolbody "
                    + "detailcontent contenttext postentry singlecontent fulltext");
    /** Prefixes of names that state a page's subjects or state, never an element's part: "tag-related-news". */
    private static final Set<String> STATES = Set.of(
            "tag",
            "category",
            "cat",
            "has",
            "is",
            "no",
            "with",
            "type",
            "format",
            "status",
            "postid",
            "wp",
            "js",
            "page");

    private static Set<String> set(String words) {
        return new HashSet<>(Arrays.asList(words.split(" +")));
    }

    private final Map<String, Verdict> known = new HashMap<>();

    Verdict of(String name) {
        // Machine-made names run to thousands of characters; no writer's name does.
        if (name.length() > 80) {
            return Verdict.NONE;
        }
        return known.computeIfAbsent(name, Words::judge);
    }

    private static Verdict judge(String name) {
        String[] words = words(name);
        if (words.length == 0) {
            return Verdict.NONE;
        }
        StringBuilder joined = new StringBuilder();
        for (String word : words) {
            joined.append(word);
        }
        String whole = joined.toString();
        if (BODY_WHOLE.contains(whole)) {
            return Verdict.BODY;
        }
        String last = words[words.length - 1];
        if (words.length > 1 && words.length < 4 && ARTICLE.contains(words[words.length - 2]) && BODY.contains(last)) {
            return Verdict.BODY;
        }
        if (words.length > 1
                && STATES.contains(words[0])
                && !whole.equals("wpcaption")
                && !name.startsWith("wp-caption")) {
            return Verdict.NONE;
        }
        if (FURNITURE.contains(whole)) {
            return Verdict.FURNITURE;
        }
        if (HIDDEN.contains(whole)) {
            return Verdict.HIDDEN;
        }
        Verdict found = Verdict.NONE;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (i > 0 && DENIALS.contains(words[i - 1])) {
                continue;
            }
            if (CAPTION.contains(word) || i > 0 && TEXT_OF.contains(word) && PICTURE.contains(words[i - 1])) {
                return Verdict.CAPTION;
            }
            if (i > 0 && ABOUT_AUTHOR.contains(word) && AUTHOR.contains(words[i - 1])) {
                return Verdict.FURNITURE;
            }
            // Cut off after so many lines, or made of an article's first words: how the next stories are shown.
            if (word.equals("clamp") || word.equals("excerpt")) {
                return Verdict.TEASER;
            }
            if (word.equals("teaser") && introduces(words)) {
                return Verdict.TEASER;
            }
            if (FURNITURE.contains(word) && !(word.equals("sidebar") && layout(words))) {
                return Verdict.FURNITURE;
            }
            if (ABOUT.contains(word) && found == Verdict.NONE) {
                found = Verdict.ABOUT;
            } else if (STANDFIRST.contains(word) && found == Verdict.NONE) {
                found = Verdict.STANDFIRST;
            }
        }
        if (found == Verdict.NONE && ABOUT.contains(whole)) {
            return Verdict.ABOUT;
        }
        return found;
    }

    private static boolean introduces(String[] words) {
        String last = words[words.length - 1];
        return words.length > 1
                && (last.equals("text")
                        || last.equals("teaser") && ARTICLE.contains(words[words.length - 2])
                        || words[0].equals("header"));
    }

    /** "with-sidebar" and "sidebar-grid" say how the page is laid out, not that this is the bar. */
    private static boolean layout(String[] words) {
        for (String word : words) {
            if (LAYOUT.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Cut at everything that is no letter, and between a small letter and a capital. */
    static String[] words(String name) {
        StringBuilder spaced = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetter(c)) {
                spaced.append(' ');
                continue;
            }
            if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1))) {
                spaced.append(' ');
            }
            spaced.append(c);
        }
        String all = spaced.toString().strip().toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (int from = 0; from < all.length(); ) {
            int end = all.indexOf(' ', from);
            end = end < 0 ? all.length() : end;
            if (end > from) {
                words.add(all.substring(from, end));
            }
            from = end + 1;
        }
        return words.toArray(new String[0]);
    }
}
