package org.hearsay.read.article;

import java.util.List;
import java.util.regex.Pattern;

/** Lines that every site has and no article is made of, told by their words. Judges short lines only. */
final class Furniture {
    /** No furniture line in the measured pages is longer, and patterns stay cheap on short lines. */
    private static final int LONGEST = 300;

    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Openings that decide whatever follows. */
    private static final Opening STARTS = Opening.of(Pattern.compile(
            "^(?:read (?:more|also|next|the full|full)\\b|also read\\b|see also ?:|related ?:|more ?:|watch ?:|listen"
                    + " ?:|read ?:|recommended ?:|don'?t miss ?:|must read ?:|click (?:here|to)\\b|sign up"
                    + " (?:for|to|here)\\b|subscribe (?:to|now|here|for)\\b|follow (?:us|me|him|her|them|@\\S+)\\b|join"
                    + " (?:our|us on)\\b|share (?:this|on|via)\\b|get (?:our|the latest|breaking|more"
                    + " (?:news|stories)|email|the"
                    + " app)\\b.*(?:newsletter|inbox|app|here|email|updates)|(?:photo|image|picture|photograph|featured"
                    + " image|header image|cover image|top image|video|foto|bild|crédits?|credit|source photo)(?:s|"
                    + " credits?| by| courtesy| source)? ?(?::|by |©|via )|©|copyright\\b|\\(c\\) ?\\d{4}|all rights"
                    + " reserved|this (?:story|article|post|entry) (?:was|is) (?:posted|filed|tagged)\\b|posted"
                    + " (?:in|on|by)\\b|filed under\\b|tagged (?:with|as|in)\\b|tags? ?:|labels? ?:|topics?"
                    + " ?:|categor(?:y|ies) ?:|keywords? ?:|published (?:on|at|in)? ?:?\\s*\\d|updated (?:on|at)?"
                    + " ?:?\\s*\\d|last (?:updated|modified)\\b|advertisement\\b|story continues below|article continues"
                    + " below|continue reading\\b|skip (?:to|ad)\\b|lesen sie (?:auch|mehr|hier|dazu)\\b|mehr zum"
                    + " thema\\b|auch interessant ?:?|lesetipp|siehe auch\\b|zum thema ?:|à lire (?:aussi|également)|lire"
                    + " (?:aussi|la suite|également)\\b|voir aussi\\b|pour aller plus loin ?:|lee también|leer más|lea"
                    + " también|te puede interesar|ver también|leia (?:mais|também)|veja também|saiba mais|leggi"
                    + " anche|leggi (?:di più|tutto)|lees ook|lees meer|bekijk ook|this article (?:originally|first)"
                    + " appeared|we (?:use|may use) cookies|your email address will not be published|required fields are"
                    + " marked|for more (?:stories|news|information) (?:like|on|about|from|visit|:)|got a"
                    + " (?:story|tip|news tip)|get in touch with (?:our|us)|if you(?:'|’)re seeing this|das (?:thema"
                    + " )?könnte (?:dich|sie) auch|le puede interesar|czytaj (?:też|także|więcej)|zobacz też|permalink|try"
                    + " refreshing your|abbildung \\d|fig(?:ure|\\.)? ?\\d+ ?[:.]|(?:click|tap) (?:here )?to"
                    + " (?:read|view|see|enlarge|expand|share|subscribe|listen|watch)|enlarge (?:this"
                    + " )?image|vergrößern|open image|(?:use|contact|email) (?:the reporter|our newsroom)|notify me"
                    + " of|save my name)",
            CASELESS));

    /** Lines that are furniture only if they say nothing else. */
    private static final Opening WHOLE = Opening.of(Pattern.compile(
            "^(?:no comments?|post a comment|leave a (?:reply|comment)|add a comment|view comments?|comments?(?:"
                    + " \\(?\\d+\\)?)?|\\d+ comments?|reply|share|tweet|email|print|save|like|pin"
                    + " it|facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|(?:share )?(?:on"
                    + " )?(?:facebook|twitter|x|whatsapp)|copy link|link copied.?|related"
                    + " (?:posts?|articles?|stories|topics?|content|news|coverage|links?|reading)|more"
                    + " (?:from|on|stories|about|news)\\b.{0,60}|you (?:may|might) (?:also )?(?:like|be interested"
                    + " in).{0,20}|recommended(?: for you| stories| reading| articles)?|most"
                    + " (?:read|popular|viewed|commented).{0,20}|trending(?: now| stories)?|latest"
                    + " (?:news|stories|posts)|(?:previous|next|older|newer) (?:post|article|story|entry|page)s?|back to"
                    + " (?:top|home|articles)|newsletters?|subscribe|sign up|log ?in|sign"
                    + " ?in|register|menu|search|home|close|loading\\W*|play|pause|about the authors?|view all|see"
                    + " (?:all|more)|show more|load more|read more|learn more|tags|topics|sources?|references|getty(?:"
                    + " images)?|reuters|afp|\\d+ min(?:ute)?s? read|(?:reading|read)"
                    + " time.{0,20}|anzeige|werbung|kommentare?|teilen|drucken|merken|artikel teilen|zur"
                    + " startseite|(?:seite )?drucken(?: seite drucken)?|news teilen|"
                    + "publicité|partager|commentaires?|imprimer|publicidad|compartir|comentarios|publicidade|compartilhar|pubblicità|condividi|commenti|advertentie|delen|advertisements?|sponsored(?:"
                    + " content)?|promoted)\\W*$",
            CASELESS));

    /** A caption's credit at the end of its line: a mark of its own, or an archive's name as the last words. */
    private static final Pattern CREDIT = Pattern.compile(
            "(?:©|\\((?:foto|bild|photo|image|picture|credit|quelle)s? ?:)[^.!?]{0,60}[.)]?$|(?:getty"
                    + " images|shutterstock|istock(?:photo)?|picture[ -]alliance|unsplash|adobe ?stock|ap"
                    + " photo)\\)?$|(?:[|/–—] ?|[.!?)] )(?:foto|bild|photo|image|credit) ?:[^.!?]{0,60}[.)]?$",
            CASELESS);

    /** How what stands before the colon of a credit ends. */
    private static final List<String> CREDITS = List.of(
            "foto",
            "bild",
            "photo",
            "image",
            "picture",
            "credit",
            "quelle",
            "fotos",
            "bilds",
            "photos",
            "images",
            "pictures",
            "credits",
            "quelles",
            "foto ",
            "bild ",
            "photo ",
            "image ",
            "picture ",
            "credit ",
            "quelle ",
            "fotos ",
            "bilds ",
            "photos ",
            "images ",
            "pictures ",
            "credits ",
            "quelles ");

    /** The last letters of the archives' names above. */
    private static final List<String> ARCHIVES = List.of("images", "stock", "photo", "alliance", "unsplash");

    /** Labels that open the readers' comments. */
    private static final Opening COMMENTS = Opening.of(Pattern.compile(
            "^(?:(?:\\d+|no|one|two|three)"
                    + " (?:comments?|responses?|replies|thoughts?|kommentare?|commentaires?)\\b.*|(?:view |read |join |the"
                    + " |all |reader"
                    + " )?(?:comments?|responses?|discussion|conversation|kommentare|commentaires|comentarios|comentários)(?:"
                    + " \\(?\\d+\\)?)?(?: on .*)?|leave (?:a|your) (?:reply|comment|response).*|(?:post|add) (?:a|your)"
                    + " comment.*|schreibe? einen kommentar.*|laisser un commentaire.*|deja (?:un comentario|una"
                    + " respuesta).*)\\W*$",
            CASELESS));

    /** Labels that open the next stories. */
    private static final Opening STORIES = Opening.of(Pattern.compile(
            "^(?:related (?:posts?|articles?|stories|reading|content|resources|news|blogs?)|(?:read|up|what to read)"
                    + " (?:this )?next|you (?:may|might) (?:also )?(?:like|enjoy|be interested"
                    + " in).*|(?:recent|latest|other|similar|popular|more) (?:posts?|articles?|stories|blogs?)(?: from"
                    + " .*)?|das könnte (?:sie|dich) auch interessieren.*|ähnliche (?:artikel|beiträge)|weitere"
                    + " (?:artikel|beiträge|themen|meldungen))\\W*$",
            CASELESS));

    /** Words with which a site turns from its subject to its readers, at the start of a line. */
    private static final Opening ASKS = Opening.of(Pattern.compile(
            "^\\W*(?:sign up|subscribe|follow|become a (?:patron|paid|member)|support|donate|like what you|was"
                    + " this|our website is|for the latest|want more|cek berita)\\b",
            CASELESS));

    /** The same anywhere in a line, from the start of a word on. */
    private static final Opening INVITES = Opening.of(Pattern.compile(
            "\\b(?:(?:our|free|weekly|daily|monthly) [\\w ]{0,20}newsletters?|on patreon|unlock"
                    + " this|branded content|registered investment adviser|(?:post|article|page|site|blog) (?:may"
                    + " )?contains? affiliate|affiliate links are|as an (?:amazon|affiliate)|reader-supported|does not"
                    + " (?:provide|constitute) [\\w, ]{0,30}advice|not intended to"
                    + " (?:replace|provide|substitute)|informational purposes only|bookmark our|on google news|whatsapp"
                    + " channel|preferred source|all rights reserved|this (?:story|article) was produced|newsletter"
                    + " (?:abonnieren|anmelden)|dieses thema im programm)\\b",
            CASELESS));

    private static final Pattern HASHTAGS = Pattern.compile("^(?:#[\\p{L}\\p{N}_]++[\\s,;|·]*+)++$");

    private Furniture() {}

    /** As it stands on a page, where captions are lines too. */
    static boolean is(String line) {
        return inText(line)
                || line.length() <= LONGEST
                        && mayCredit(line)
                        && CREDIT.matcher(line).find();
    }

    /** Whether a line has a sign that every credit has, seen without a pattern: few lines have one. */
    private static boolean mayCredit(String line) {
        if (line.indexOf('©') >= 0) {
            return true;
        }
        for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            if (endsWithAny(line, colon, CREDITS)) {
                return true;
            }
        }
        int end = line.length();
        while (end > 0 && !Character.isLetter(line.charAt(end - 1)) && end > line.length() - 3) {
            end--;
        }
        return endsWithAny(line, end, ARCHIVES);
    }

    private static boolean endsWithAny(String line, int end, List<String> words) {
        char last = end == 0 ? ' ' : line.charAt(end - 1);
        for (String word : words) {
            boolean alike = last >= 0x80 || (last | 0x20) == (word.charAt(word.length() - 1) | 0x20);
            if (alike && line.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** As it stands in a bare text. */
    static boolean inText(String line) {
        if (line.length() > LONGEST) {
            return line.charAt(0) == '#'
                    && line.length() < 2_000
                    && HASHTAGS.matcher(line).matches();
        }
        return STARTS.opens(line) || WHOLE.is(line) || hashtags(line);
    }

    /** Whether a short line opens what is no longer the article. */
    static boolean ends(String line) {
        return comments(line) || STORIES.is(line);
    }

    /** Whether a line at the end or before the start of a text asks its readers for something or declines liability. */
    static boolean invites(String line) {
        return line.length() < 600 && (ASKS.opens(line) || INVITES.opensAWord(line));
    }

    static boolean comments(String line) {
        return COMMENTS.is(line);
    }

    /** A line that is nothing but hashtags. */
    static boolean hashtags(String line) {
        return line.charAt(0) == '#' && HASHTAGS.matcher(line).matches();
    }
}
