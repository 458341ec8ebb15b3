package org.hearsay.tell.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.Quantity;

/** Values in the words of a reader of newspapers. Pure; {@code now} and the zone are those of the request. */
record Words(Instant now, ZoneId zone) {
    // English, as the pages are: the root locale has no names of months.
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** A time for machines and for people. */
    record When(String iso, String words) {}

    /** One step of the way that words took: kind is outlet, named, unnamed or unresolved. */
    record Step(String kind, String name, Optional<String> role) {}

    When when(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = local.toLocalDate();
        String words;
        if (day.equals(today)) {
            words = "today, " + local.format(CLOCK);
        } else if (day.equals(today.minusDays(1))) {
            words = "yesterday, " + local.format(CLOCK);
        } else if (day.getYear() == today.getYear()) {
            words = local.format(DAY) + ", " + local.format(CLOCK);
        } else {
            words = local.format(DAY_OF_YEAR);
        }
        return new When(instant.toString(), words);
    }

    When when(Dated dated) {
        return switch (dated) {
            case Dated.At at -> when(at.instant());
            case Dated.On on ->
                new When(
                        on.day().toString(),
                        on.day().format(on.day().getYear() == now.atZone(zone).getYear() ? DAY : DAY_OF_YEAR));
        };
    }

    /**
     * When the article says it was published, else its feed; absent if neither does. Behind the word "stated", so that
     * a time that had not come then reads as "stated for 1 Jan 2031".
     */
    Optional<When> stated(StoredArticle article) {
        return article.stated().map(this::when).map(when -> article.statedAhead() ? before("for ", when, "") : when);
    }

    /** As {@link #stated}, where the date stands by itself. */
    Optional<When> dated(StoredArticle article) {
        String seen = ", first seen " + when(article.firstSeen()).words();
        return article.stated()
                .map(this::when)
                .map(when -> article.statedAhead() ? before("stated for ", when, seen) : when);
    }

    private static When before(String start, When when, String end) {
        return new When(when.iso(), start + when.words() + end);
    }

    /** "in 4 minutes" or "now" for what is to come, for a moment that matters more than its date. */
    String until(Instant then) {
        long minutes = Math.ceilDiv(then.getEpochSecond() - now.getEpochSecond(), 60);
        return minutes <= 0 ? "now" : "in " + length(minutes);
    }

    /** "4 hours later". */
    static String later(Duration after) {
        long minutes = after.toMinutes();
        return minutes < 1 ? "at the same time" : length(minutes) + " later";
    }

    /** To a whole unit that says enough. */
    private static String length(long minutes) {
        if (minutes < 90) {
            return count((int) minutes, "minute");
        }
        return minutes < 48 * 60
                ? count((int) (minutes + 30) / 60, "hour")
                : count((int) ((minutes + 720) / 1440), "day");
    }

    static String count(int number, String thing) {
        boolean ies = thing.endsWith("y") && "aeiou".indexOf(thing.charAt(thing.length() - 2)) < 0;
        String plural = ies ? thing.substring(0, thing.length() - 1) + "ies" : thing + "s";
        return number(number) + " " + (number == 1 ? thing : plural);
    }

    /** With its thousands apart; alone in a column whose head says what is counted. */
    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** @param outlet what the one that carries the claim is called where its path is shown */
    static List<Step> path(StoredClaim claim, String outlet) {
        return claim.claim().voices().stream()
                .map(voice -> step(voice, claim, outlet))
                .toList();
    }

    private static Step step(Voice voice, StoredClaim claim, String outlet) {
        return switch (voice) {
            case Voice.Outlet v ->
                new Step("outlet", v.name().equals(claim.outlet()) ? outlet : v.name(), Optional.empty());
            case Voice.Named v -> new Step("named", v.name(), v.role());
            case Voice.Unnamed v ->
                v.description().isBlank()
                        ? new Step("unnamed", "unnamed", Optional.empty())
                        : new Step("unnamed", v.description(), Optional.of("unnamed"));
            case Voice.Unresolved v -> new Step("unresolved", "“" + v.words() + "”", Optional.of("not identified"));
        };
    }

    /** A whole sentence about how surely and by whom it is said. */
    static String stanceInFull(Claim claim) {
        String how = switch (claim.stance()) {
            case ASSERTED -> "It is said as fact.";
            case POSSIBLE -> "It is said to be possible, not to be so.";
            case FORECAST -> "It is a forecast: about what will be, not what is.";
            case PLANNED -> "It is a plan of the one who speaks.";
            case PROPOSED -> "It is proposed, not agreed.";
            case CONDITIONAL -> "It holds only if something else does.";
            case ASKED -> "It is a question.";
        };
        return claim.denied() ? how + " It is denied: the words say that something is not so." : how;
    }

    static String quotation(Quotation quotation) {
        return switch (quotation) {
            case DIRECT -> "quoted word for word";
            case MIXED -> "quoted in part";
            case INDIRECT -> "reported in the outlet’s words";
            case NONE -> "the outlet’s own words";
        };
    }

    static String act(Proposal.Act act) {
        return switch (act) {
            case OFFER -> "Offer";
            case DEMAND -> "Demand";
            case PLAN -> "Plan";
            case PLEDGE -> "Pledge";
            case ORDER -> "Order";
            case DEAL -> "Deal";
            case REQUEST -> "Request";
            case THREAT -> "Threat";
        };
    }

    static String status(Proposal.Status status) {
        return switch (status) {
            case OFFERED -> "offered";
            case UNDER_DISCUSSION -> "under discussion";
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case AGREED -> "agreed";
            case WITHDRAWN -> "withdrawn";
            case UNKNOWN -> "status not stated";
        };
    }

    static String term(Term.Kind kind) {
        return switch (kind) {
            case GIVES -> "the proposer gives";
            case GETS -> "the proposer gets";
            case CONDITION -> "condition";
            case DEADLINE -> "deadline";
            case AMOUNT -> "amount";
            case EXEMPTION -> "exemption";
            case OTHER -> "term";
        };
    }

    static String reason(Extraction.Why why) {
        return switch (why) {
            case CONSENT -> "A consent wall stands in front of the text";
            case PAYWALL -> "Only the beginning before a paywall could be had";
            case EMPTY -> "The page has no text";
            case NOT_AN_ARTICLE -> "The page is no article";
            case UNREADABLE -> "The page cannot be read";
        };
    }

    /** The number as understood: "about 60 %", "2 to 3 million USD". */
    static String amount(Quantity quantity) {
        if (quantity.low().isEmpty() || quantity.high().isEmpty()) {
            return "day not stated";
        }
        String low = figure(quantity, quantity.low().get());
        String high = figure(quantity, quantity.high().get());
        return switch (quantity.closeness()) {
            case EXACT -> low.equals(high) ? low : low + " to " + high;
            case ABOUT -> low.equals(high) ? "about " + low : "about " + low + " to " + high;
            case UNDER -> "under " + high;
            case OVER -> "over " + low;
            case RANGE -> low + " to " + high;
        };
    }

    /** One bound with its unit. */
    static String figure(Quantity quantity, BigDecimal number) {
        if (quantity.kind() == Quantity.Kind.DATE) {
            return day(number);
        }
        String digits = digits(number);
        return switch (quantity.unit()) {
            case "1" -> quantity.kind() == Quantity.Kind.ORDINAL ? digits + "." : digits;
            case "%" -> digits + " %";
            default -> digits + " " + unit(quantity.unit(), number);
        };
    }

    /** The UCUM codes that no reader of newspapers knows, as words; the rest as they are. */
    private static String unit(String code, BigDecimal number) {
        String one = switch (code) {
            case "a" -> "year";
            case "mo" -> "month";
            case "wk" -> "week";
            case "d" -> "day";
            case "h" -> "hour";
            case "min" -> "minute";
            case "s" -> "second";
            case "t" -> "tonne";
            default -> "";
        };
        return one.isEmpty() ? code : number.compareTo(BigDecimal.ONE) == 0 ? one : one + "s";
    }

    /** Thousands apart, and millions and billions as words, as newspapers set them. */
    static String digits(BigDecimal number) {
        BigDecimal size = number.abs();
        // A number that no newspaper prints; its digits alone would fill the page.
        if (size.precision() - size.scale() > 18 || size.scale() > 12) {
            return number.round(new java.math.MathContext(6)).toString();
        }
        if (size.compareTo(BigDecimal.valueOf(1_000_000_000)) >= 0) {
            return plain(number.movePointLeft(9)) + " billion";
        }
        if (size.compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
            return plain(number.movePointLeft(6)) + " million";
        }
        return plain(number);
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        String text = number.stripTrailingZeros().toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String rest = point < 0 ? "" : text.substring(point);
        return whole.length() > 3 ? number(Long.parseLong(whole)) + rest : text;
    }

    private static String day(BigDecimal sinceEpoch) {
        try {
            return LocalDate.ofEpochDay(sinceEpoch.longValueExact())
                    .atStartOfDay(ZoneOffset.UTC)
                    .format(DAY_OF_YEAR);
        } catch (ArithmeticException | java.time.DateTimeException e) {
            return "day not stated";
        }
    }
}
