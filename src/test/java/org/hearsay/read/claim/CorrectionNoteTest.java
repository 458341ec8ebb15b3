package org.hearsay.read.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.language.LightReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes in which an outlet takes back what it said. */
class CorrectionNoteTest {
    private static LightReader reader;

    @BeforeAll
    static void load() throws IOException {
        reader = LightReader.load(name -> Files.newInputStream(Path.of("models", name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Correction: An earlier version of this article said that the mill employs 420 people. It employs 240.",
                "This article was amended on 4 May 2026. An earlier version said the mill employs 420 people.",
                "A previous version of this story stated that the mill employs 420 people.",
                "Editor's note: This report originally said that the mill employs 420 people.",
                "Correction (12 May): This article incorrectly reported that the mill employs 420 people."
            })
    void whatANoteTakesBackIsADenialOfTheOutletsOwn(String note) {
        List<Claim> claims = claims("The mill employs 240 people, said Dana Orell, its owner.\n" + note);

        assertThat(claims)
                .filteredOn(claim -> words(claim, note).contains("420"))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.takenBack()).isTrue();
                    assertThat(claim.denied()).isTrue();
                    assertThat(claim.voices()).containsExactly(new Voice.Outlet("The Post"));
                    assertThat(claim.stanceInWords()).isEqualTo("taken back by a correction");
                });
        assertThat(claims)
                .filteredOn(claim -> !claim.takenBack())
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.denied()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An earlier version of the bill said that the mill employs 420 people.",
                "An earlier version of this article did not say that the mill employs 420 people.",
                "The article said that the mill employs 420 people, Dana Orell told the council."
            })
    void aVersionOfSomethingElseIsNoNote(String sentence) {
        assertThat(claims(sentence)).noneMatch(Claim::takenBack);
    }

    private static String words(Claim claim, String note) {
        return claim.words("The mill employs 240 people, said Dana Orell, its owner.\n" + note);
    }

    private static List<Claim> claims(String text) {
        Article article =
                new ArticleReader().ofText(new ArticleId("a"), text, Optional.empty(), "The Post", Optional.empty());
        return new ClaimFinder().claimsIn(reader.read(article)).claims();
    }
}
