package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of a kind, at a phone's and a desk's width: accessible, no wider than the screen, in French or English. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractPages {

    /** One browser for each person and language: signing in again for every page would take most of the time. */
    private final Map<String, Visitor> people = new HashMap<>();

    @Autowired
    Visitors visitors;

    /** A page a line: who opens it, its address, and the name of the picture that is kept of it, if any. */
    abstract String inFrench();

    /** Who opens it and its address. */
    abstract String inEnglish();

    Stream<Arguments> french() {
        return inFrench().lines().map(line -> {
            var words = line.split(" ");
            return Arguments.of(words[0], words[1], words.length > 2 ? words[2] : "");
        });
    }

    Stream<Arguments> english() {
        return inEnglish().lines().map(line -> Arguments.of((Object[]) line.split(" ")));
    }

    @ParameterizedTest(name = "{0} opens {1}")
    @MethodSource("french")
    void aPageLooksGoodOnAPhoneAndAtADesk(String who, String path, String picture) {
        var person = people.computeIfAbsent(who, name -> visitors.signedIn(name, Visitors.PHONE));
        for (var width : new int[] {Visitors.PHONE, Visitors.DESK}) {
            var visitor = person.at(width).open(path).looksGood();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("fr");
            assertThat(visitor.page().locator("body").innerText())
                    .as("untranslated words at " + path)
                    .doesNotContain("??");
            if (!picture.isEmpty()) {
                visitor.picture(picture);
            }
        }
    }

    @ParameterizedTest(name = "{0} opens {1} in English")
    @MethodSource("english")
    void aPageLooksGoodInEnglishToo(String who, String path) {
        var person = people.computeIfAbsent(
                who + " en", name -> visitors.signedIn(who, Visitors.PHONE).inEnglish());
        for (var width : new int[] {Visitors.PHONE, Visitors.DESK}) {
            isEnglish(person.at(width).open(path).looksGood());
        }
    }

    private static void isEnglish(Visitor visitor) {
        assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(visitor.page().locator("body").innerText())
                .as("untranslated words at " + visitor.page().url())
                .doesNotContain("??")
                .contains("Sign out");
    }
}
