package org.hearsay.read.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearsay.read.article.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joining of mentions, with the mentions given: a name is {@code [P:Ann Hill]}, so that no model has a say. */
class EntitiesTest {
    private final Entities entities = new Entities(new Roles(), new Aliases());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[P:Vladimir Putin] met . [P:Putin] left . | person:vladimir-putin person:vladimir-putin",
                "[P:Vladimir V. Putin] met . [P:Vladimir Putin] left . | person:vladimir-putin person:vladimir-putin",
                "[P:Vladimir Vladimirovich Putin] met . [P:Vladimir Putin] left . [P:Putin] slept . |"
                        + " person:vladimir-putin person:vladimir-putin person:vladimir-putin",
                "[P:V. Petrov] met . [P:Viktor Petrov] left . | person:viktor-petrov person:viktor-petrov",
                "[P:Bill Clinton] met . [P:Hillary Clinton] left . [P:Clinton] slept . | person:bill-clinton"
                        + " person:hillary-clinton person:clinton",
                "[P:Bill Clinton] met . [P:Hillary Clinton] left . [P:Hillary] slept . | person:bill-clinton"
                        + " person:hillary-clinton person:hillary-clinton",
                "[P:V. Petrov] met . [P:Viktor Petrov] left . [P:Vera Petrov] slept . | person:v-petrov"
                        + " person:viktor-petrov person:vera-petrov",
                "[P:Ann van der Berg] met . [P:van der Berg] left . | person:ann-van-der-berg person:ann-van-der-berg",
                "[P:Xi Jinping] met . [P:Xi] left . | person:xi-jinping person:xi-jinping",
                "[P:John Hill Jr.] met . [P:Hill] left . | person:john-hill person:john-hill",
                "[P:ANN HILL] met . [P:Ann Hill] left . [P:HILL] slept . | person:ann-hill person:ann-hill"
                        + " person:ann-hill",
                "[O:European Central Bank] ( [O:ECB] ) met . [O:ECB] left . | organization:european-central-bank"
                        + " organization:european-central-bank organization:european-central-bank",
                "[O:Ministry of Mines] met . [O:MOM] left . | organization:ministry-of-mines"
                        + " organization:ministry-of-mines",
                "[O:ZLK] ( [O:Zentral Laden Kasse] ) met . | organization:zentral-laden-kasse"
                        + " organization:zentral-laden-kasse",
                "[O:Acme Motors Corp.] met . [O:Acme] left . | organization:acme-motors organization:acme-motors",
                "[O:Acme Motors] met . [O:Acme Foods] left . [O:Acme] slept . | organization:acme-motors"
                        + " organization:acme-foods organization:acme",
                "[O:Bank of Rome] met . [O:Bank] left . | organization:bank-of-rome organization:bank",
                "[M:Russian] troops left . [L:Russia] lost . [M:Russians] fled . | location:russia location:russia"
                        + " location:russia",
                "[M:Korean] troops left . [L:South Korea] lost . | misc:korean location:south-korea",
                "[L:U.S.] [L:US] [L:United States] [M:American] | location:united-states location:united-states"
                        + " location:united-states location:united-states",
                "[O:Kremlin] [O:Russian government] | organization:government-of-russia"
                        + " organization:government-of-russia",
                "[L:Washington] [O:Washington] [P:Washington] | location:washington organization:washington"
                        + " person:washington",
                "[O:The Evening Star] [O:Evening Star] | organization:evening-star organization:evening-star"
            })
    void mentionsOfOneThingAreOne(String marked, String ids) {
        Joined joined = join(marked);
        assertThat(joined.mentions.stream().map(m -> m.entity().text()).collect(Collectors.joining(" ")))
                .isEqualTo(ids);
        assertThat(joined.entities.stream().flatMap(e -> e.mentions().stream())).hasSameSizeAs(joined.mentions);
    }

    @Test
    void aCountryNamedByItsPeopleAloneHasItsOwnName() {
        assertThat(join("[M:Russians] fled .").entities).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("Russia");
            assertThat(entity.type()).isEqualTo(NameType.LOCATION);
        });
        assertThat(join("[L:Russia] lost . [M:Russians] fled .").entities)
                .extracting(Entity::name)
                .containsExactly("Russia");
    }

    @Test
    void anEpithetBeforeAWholeNameIsNotShownAndAFirstNameIs() {
        assertThat(join("[P:Brave Ann Hill] spoke . [P:Ann Hill] left . [P:Hill] slept .").entities)
                .extracting(Entity::name)
                .containsExactly("Ann Hill");
        assertThat(join("[P:Alano De La Rosa] spoke . [P:De La Rosa] left . [P:De La Rosa] slept .").entities)
                .extracting(Entity::name)
                .containsExactly("Alano De La Rosa");
    }

    @Test
    void aDirectoryOfOneSurnameIsReadInTime() {
        String many =
                IntStream.range(0, 5_000).mapToObj(i -> "[P:N" + i + " Smith]").collect(Collectors.joining(" "));
        assertThat(join(many + " [P:Smith]").entities).hasSize(5_001);
    }

    private record Joined(List<Mention> mentions, List<Entity> entities) {}

    private Joined join(String marked) {
        List<Token> tokens = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int from = -1;
        NameType type = NameType.MISC;
        for (String word : marked.split(" ")) {
            String bare = word;
            if (word.startsWith("[")) {
                from = tokens.size();
                type = switch (word.charAt(1)) {
                    case 'P' -> NameType.PERSON;
                    case 'O' -> NameType.ORGANIZATION;
                    case 'L' -> NameType.LOCATION;
                    default -> NameType.MISC;
                };
                bare = word.substring(3);
            }
            boolean ends = bare.endsWith("]");
            bare = ends ? bare.substring(0, bare.length() - 1) : bare;
            tokens.add(new Token(new Span(text.length(), text.length() + bare.length()), bare, "X", bare));
            text.append(bare).append(' ');
            if (ends) {
                names.add(new Name(0, from, tokens.size(), type));
            }
        }
        Sentence sentence = new Sentence(new Span(0, text.length()), 0, tokens);
        Entities.Joined joined = entities.of(Texts.article(text.toString()), List.of(sentence), names);
        return new Joined(joined.mentions(), joined.entities());
    }
}
