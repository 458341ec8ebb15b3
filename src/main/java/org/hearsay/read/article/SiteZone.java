package org.hearsay.read.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hearsay.page.PageUrl;

/** The zone of a site's clocks: that of its country's domain, else of its language, where most of its people share one. */
final class SiteZone {
    private static final Map<String, ZoneId> COUNTRIES = zones(
            "Europe/Berlin de at ch li fr it es nl be lu pl cz sk hu dk se no si hr rs mk ba al me mt",
            "Europe/London uk ie",
            "Europe/Lisbon pt",
            "Europe/Athens gr ro bg fi ee lv lt ua cy md",
            "Europe/Istanbul tr",
            "Asia/Tokyo jp",
            "Asia/Seoul kr",
            "Asia/Shanghai cn tw hk sg my ph",
            "Asia/Kolkata in lk",
            "Asia/Karachi pk",
            "Asia/Dhaka bd",
            "Asia/Bangkok th vn kh",
            "Asia/Jerusalem il",
            "Asia/Dubai ae",
            "America/Argentina/Buenos_Aires ar uy",
            "America/Sao_Paulo br",
            "America/Mexico_City mx",
            "America/Toronto ca",
            "Australia/Sydney au",
            "Europe/Moscow ru by",
            "Asia/Jakarta id",
            "America/Bogota co pe",
            "America/La_Paz bo",
            "America/Caracas ve",
            "America/Santiago cl",
            "America/Asuncion py",
            "America/Costa_Rica cr gt hn sv ni",
            "Africa/Johannesburg za zw zm",
            "Africa/Lagos ng",
            "Africa/Nairobi ke tz ug",
            "Africa/Cairo eg",
            "Pacific/Auckland nz");
    private static final Map<String, ZoneId> LANGUAGES = zones(
            "Europe/Berlin de it nl pl cs sk hu da sv nb nn no sl hr sr sq",
            "Europe/Athens el ro bg fi et lv lt uk",
            "Europe/Istanbul tr",
            "Asia/Tokyo ja",
            "Asia/Seoul ko",
            "Asia/Jerusalem he");

    /** From Hawaii to New Zealand in summer. */
    private static final int WEST_MINUTES = -10 * 60;

    private static final int EAST_MINUTES = 13 * 60;

    private SiteZone() {}

    private static Map<String, ZoneId> zones(String... rows) {
        Map<String, ZoneId> zones = new HashMap<>();
        for (String row : rows) {
            String[] words = row.split(" ");
            for (int i = 1; i < words.length; i++) {
                zones.put(words[i], ZoneId.of(words[0]));
            }
        }
        return zones;
    }

    static Optional<ZoneId> of(PageUrl url, Optional<String> language) {
        String host = url.host().authority();
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        String country = name.substring(name.lastIndexOf('.') + 1);
        if (country.length() == 2) {
            return Optional.ofNullable(COUNTRIES.get(country));
        }
        return language.map(l -> LANGUAGES.get(l.split("-")[0]));
    }

    /**
     * The offset, smallest in size, in which an instant falls on a day; with a clock, the one in whole half hours that
     * it shows. Empty where no inhabited zone has it.
     */
    static Optional<ZoneOffset> between(Instant instant, LocalDate day, Optional<Integer> clock) {
        long told = Math.floorDiv(instant.getEpochSecond(), 60);
        long midnight = day.toEpochDay() * 24 * 60;
        if (clock.isPresent()) {
            long half = Math.round((midnight + clock.get() - told) / 30.0) * 30;
            if (half >= WEST_MINUTES
                    && half <= EAST_MINUTES
                    && Math.floorDiv(told + half, 24 * 60) == day.toEpochDay()) {
                return Optional.of(ZoneOffset.ofTotalSeconds((int) half * 60));
            }
        }
        long ahead = midnight - told;
        long behind = midnight + 24 * 60 - 1 - told;
        long offset = ahead <= 0 && behind >= 0 ? 0 : ahead > 0 ? up(ahead) : -up(-behind);
        return offset < WEST_MINUTES || offset > EAST_MINUTES
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds((int) offset * 60));
    }

    private static long up(long minutes) {
        return (minutes + 59) / 60 * 60;
    }
}
