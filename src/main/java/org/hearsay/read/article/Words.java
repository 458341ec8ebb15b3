package org.hearsay.read.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the names in class, id, role and itemprop attributes say of an element. Names are cut into words
 * ("articleBody__newsletter-box": article, body, newsletter, box), so that no part of a word is taken for a word; each
 * distinct attribute is judged once a page. Not thread-safe: one for each page that is read.
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
        HIDDEN;

        private int bit() {
            return this == NONE ? 0 : 1 << ordinal();
        }
    }

    /**
     * What all names of one attribute say.
     *
     * @param cause the last name that says more than that this is the body, empty if there is none
     * @param byline whether a name says that a byline, and no picture or biography of an author, is inside
     * @param date whether a name says that a date, and not that of a change, is inside
     * @param unseen whether a name says that this is for screen readers only
     */
    record Said(int verdicts, String cause, boolean byline, boolean date, boolean unseen) {
        boolean says(Verdict verdict) {
            return (verdicts & verdict.bit()) != 0;
        }
    }

    private static final Said NOTHING = new Said(0, "", false, false, false);

    /** Machine-made names run to thousands of characters; no writer's name does. */
    private static final int LONGEST_NAME = 80;
    /** The same of all names of an element. */
    private static final int LONGEST = 2_000;

    // What a word is, as bits.
    private static final int FURNITURE = 1, ABOUT = 1 << 1, CAPTION = 1 << 2, HIDDEN = 1 << 3, STANDFIRST = 1 << 4;
    private static final int PICTURE = 1 << 5, TEXT_OF = 1 << 6, AUTHOR = 1 << 7, ABOUT_AUTHOR = 1 << 8;
    private static final int LAYOUT = 1 << 9, ARTICLE = 1 << 10, BODY = 1 << 11, BODY_WHOLE = 1 << 12;
    /** Prefixes of names that state a page's subjects or state, never an element's part: "tag-related-news". */
    private static final int STATES = 1 << 13;
    /** "has-no-caption" has none. */
    private static final int DENIES = 1 << 14;
    /** Cut off after so many lines, or made of an article's first words: how the next stories are shown. */
    private static final int CUT_OFF = 1 << 15;

    private static final int TEASER = 1 << 16, SIDEBAR = 1 << 17, TEXT = 1 << 18, HEADER = 1 << 19;
    private static final int BYLINE = 1 << 20, NO_BYLINE = 1 << 21, DATE = 1 << 22, NO_DATE = 1 << 23;
    private static final int CAPTION_WHOLE = 1 << 24;

    private static final Vocabulary VOCABULARY = new Vocabulary()
            .with(
                    FURNITURE,
                    "twittertweet tweet instagrammedia fbpost videofallback affiliate disclosure abo abowerbung"
                            + " newletter linkbox linktipps alert alerts comment comments disqus livefyre respond share"
                            + " sharing shares sharebar sharedaddy social socials socialmedia related relateds recirc"
                            + " recirculation recommended recommendation recommendations recommend newsletter newsletters"
                            + " signup subscribe subscription promo promos promotion promoted sidebar footer nav navbar"
                            + " navigation menu submenu breadcrumb breadcrumbs ad ads adv advert adverts advertisement"
                            + " advertising adslot sponsored sponsor sponsors teaser teasers trending popular mostread"
                            + " readmore seealso popup modal overlay lightbox cookie cookies consent gdpr toolbar"
                            + " pagination pager paging login signin register donate donation outbrain taboola copyright"
                            + " rating ratings vote poll quiz authorbox authorbio bio profile jp jetpack reactions"
                            + " feedback skiplink carousel slider swiper slideshow player promobox relatedposts morefrom"
                            + " upnext nextprev postnav navlinks addtoany noprint masthead zusatz teaserbox anzeige"
                            + " werbung cta disclaimer sociale partager partage abonnement inscription publicite pub"
                            + " likes interlinks commentlist wpdiscuz saboxplugin abh")
            .with(
                    ABOUT,
                    "byline bylines author authors authorname writer dateline date dates time timestamp pubdate"
                            + " published posted meta metadata postmeta entrymeta articlemeta tags taglist tagcloud"
                            + " topics keywords categories cats kicker eyebrow autor auteur datum datetime readtime"
                            + " readingtime updated lastmod postinfo articleinfo")
            .with(
                    CAPTION,
                    "legend imagedescription caption captions figcaption credit credits photocredit imagecredit"
                            + " imagecaption photocaption legende bildunterschrift bildtext bildquelle thumbcaption")
            .with(HIDDEN, "hidden sronly screenreadertext screenreaderonly visuallyhidden invisible ishidden uhidden")
            .with(
                    STANDFIRST,
                    "standfirst lead lede leadtext subtitle subheadline subhead dek deck summary intro"
                            + " introduction sapo abstract chapo chapeau vorspann einleitung teasertext entradilla bajada"
                            + " sommario occhiello underline tagline description synopsis ingress manchet strapline")
            .with(PICTURE, "img image images photo picture pic bild foto media")
            .with(TEXT_OF, "description desc text legend info title inner details")
            .with(AUTHOR, "author authors autor auteur writer")
            .with(ABOUT_AUTHOR, "description bio box card about profile info desc biography text")
            .with(LAYOUT, "grid layout main with content left page")
            .with(
                    ARTICLE,
                    "article story post entry news page main content single blog text body rich artikel"
                            + " articolo articulo noticia")
            .with(BODY, "body content text main copy inner")
            .with(
                    BODY_WHOLE,
                    "articlebody articletext articlecontent storybody storytext storycontent entrycontent"
                            + " postcontent postbody posttext bodytext bodycopy richtext maintext pagecontent contentbody"
                            + " textbody newsbody newstext newscontent articlemain tdpostcontent mainbody detailtext"
                            + " artikeltext articolbody detailcontent contenttext postentry singlecontent fulltext")
            .with(STATES, "tag category cat has is no with type format status postid wp js page")
            .with(DENIES, "no non without hide")
            .with(CUT_OFF, "clamp excerpt")
            .with(TEASER, "teaser")
            .with(SIDEBAR, "sidebar")
            .with(TEXT, "text")
            .with(HEADER, "header")
            .with(CAPTION_WHOLE, "wpcaption")
            .with(BYLINE, "byline bylines author authors authorname writer autor auteur autore contributor reporter")
            .with(
                    NO_BYLINE,
                    "bio box avatar image img comment comments related follow social description photo title"
                            + " date role job count")
            .with(
                    DATE,
                    "date dateline datetime timestamp published pubdate postdate posted datum fecha data time"
                            + " byline meta postmeta info createdate")
            .with(NO_DATE, "updated modified comment related");

    /** Names of common style sheets for what is inside of a line and only read out. */
    private static final Set<String> UNSEEN = Set.of("sr-only", "visually-hidden", "screen-reader-text");

    private final Map<String, Said> known = new HashMap<>();
    /** The letters of the name that is being judged, in small, where each word of it begins, and what each is. */
    private final char[] letters = new char[LONGEST];

    private final int[] starts = new int[LONGEST + 1];
    private final int[] words = new int[LONGEST];
    private int count;
    /** What all of its words together are. */
    private int whole;

    /** What an attribute's names say; they are parted by white space. */
    Said of(String names) {
        if (names.length() > LONGEST) {
            return NOTHING;
        }
        Said said = known.get(names);
        if (said == null) {
            said = judge(names);
            known.put(names, said);
        }
        return said;
    }

    private Said judge(String names) {
        int verdicts = 0;
        String cause = "";
        boolean byline = false;
        boolean date = false;
        boolean unseen = false;
        for (int from = 0, to; from < names.length(); from = to + 1) {
            to = from;
            while (to < names.length() && !space(names.charAt(to))) {
                to++;
            }
            int all = cut(names, from, to);
            Verdict verdict = (all | whole) == 0 || to - from > LONGEST_NAME ? Verdict.NONE : verdict(names, from, to);
            if (verdict != Verdict.NONE && verdict != Verdict.BODY) {
                cause = names.substring(from, to);
            }
            verdicts |= verdict.bit();
            byline |= (all & (BYLINE | NO_BYLINE)) == BYLINE;
            unseen |= (whole & HIDDEN) != 0
                    && UNSEEN.contains(names.substring(from, to).toLowerCase(Locale.ROOT));
            date |= (all & (DATE | NO_DATE)) == DATE;
        }
        return verdicts == 0 && !byline && !date ? NOTHING : new Said(verdicts, cause, byline, date, unseen);
    }

    /** What separates names. */
    private static boolean space(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Cuts at everything that is no letter, and between a small letter and a capital; all that its words are. */
    private int cut(String name, int from, int to) {
        count = 0;
        int length = 0;
        boolean inWord = false;
        boolean small = false;
        for (int i = from; i < to; i++) {
            char c = name.charAt(i);
            boolean ascii = c < 0x80;
            boolean capital = ascii ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
            if (!capital && !(ascii ? c >= 'a' && c <= 'z' : Character.isLetter(c))) {
                inWord = false;
                small = false;
                continue;
            }
            if (!inWord || capital && small) {
                starts[count++] = length;
                inWord = true;
            }
            small = ascii ? !capital : Character.isLowerCase(c);
            letters[length++] = ascii ? (char) (c | 0x20) : Character.toLowerCase(c);
        }
        starts[count] = length;
        int all = 0;
        for (int w = 0; w < count; w++) {
            words[w] = VOCABULARY.of(letters, starts[w], starts[w + 1]);
            all |= words[w];
        }
        whole = count == 1 ? words[0] : VOCABULARY.of(letters, 0, length);
        return all;
    }

    private Verdict verdict(String names, int from, int to) {
        int last = words[count - 1];
        if ((whole & BODY_WHOLE) != 0
                || count > 1 && count < 4 && (words[count - 2] & ARTICLE) != 0 && (last & BODY) != 0) {
            return Verdict.BODY;
        }
        boolean caption = (whole & CAPTION_WHOLE) != 0 || to - from >= 10 && names.startsWith("wp-caption", from);
        if (count > 1 && (words[0] & STATES) != 0 && !caption) {
            return Verdict.NONE;
        }
        if ((whole & FURNITURE) != 0) {
            return Verdict.FURNITURE;
        }
        return (whole & HIDDEN) != 0 ? Verdict.HIDDEN : byWords(last);
    }

    private Verdict byWords(int last) {
        Verdict found = Verdict.NONE;
        for (int w = 0; w < count; w++) {
            int word = words[w];
            int before = w == 0 ? 0 : words[w - 1];
            if ((before & DENIES) != 0) {
                continue;
            }
            if ((word & CAPTION) != 0 || (word & TEXT_OF) != 0 && (before & PICTURE) != 0) {
                return Verdict.CAPTION;
            }
            if ((word & ABOUT_AUTHOR) != 0 && (before & AUTHOR) != 0) {
                return Verdict.FURNITURE;
            }
            if ((word & CUT_OFF) != 0 || (word & TEASER) != 0 && introduces(last)) {
                return Verdict.TEASER;
            }
            if ((word & FURNITURE) != 0 && !((word & SIDEBAR) != 0 && layout())) {
                return Verdict.FURNITURE;
            }
            if (found == Verdict.NONE) {
                found = (word & ABOUT) != 0
                        ? Verdict.ABOUT
                        : (word & STANDFIRST) != 0 ? Verdict.STANDFIRST : Verdict.NONE;
            }
        }
        return found == Verdict.NONE && (whole & ABOUT) != 0 ? Verdict.ABOUT : found;
    }

    private boolean introduces(int last) {
        return count > 1
                && ((last & TEXT) != 0
                        || (last & TEASER) != 0 && (words[count - 2] & ARTICLE) != 0
                        || (words[0] & HEADER) != 0);
    }

    /** "with-sidebar" and "sidebar-grid" say how the page is laid out, not that this is the bar. */
    private boolean layout() {
        for (int w = 0; w < count; w++) {
            if ((words[w] & LAYOUT) != 0) {
                return true;
            }
        }
        return false;
    }
}
