package broadsheet.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.language.LanguageDetector;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguagesTest {
  /** A German page that was read in English. */
  private static final String GERMAN =
      "Die Uberschwemmung hat den Hafen erreicht und die Brticke ist noch nicht frei dafiir"
          + " fahren die Schiffe von der anderen Seite des Flusses nach der Stadt";

  private static final String ENGLISH =
      "The flood has reached the harbour and the bridge is not yet free so the ships leave from"
          + " the other side of the river for the city";

  private static String alto(String text) {
    return Arrays.stream(text.split(" ", -1))
        .map(word -> "<String HPOS=\"1\" CONTENT=\"" + word + "\"/>")
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource({"eng+deu, deu+eng", "eng+fra+deu_latf, deu_latf+eng+fra"})
  void languageOfThePageComesFirst(String given, String order) {
    PageLanguages languages = new PageLanguages(given, LanguageDetector::of);
    assertThat(languages.learn(alto(GERMAN))).isTrue();
    assertThat(languages.order()).isEqualTo(order);
    assertThat(languages.learn(alto(GERMAN))).isFalse();
  }

  @Test
  void pageInAnotherLanguageOfTheFileTurnsTheOrder() {
    PageLanguages languages = new PageLanguages("deu+eng", LanguageDetector::of);
    assertThat(languages.learn(alto(ENGLISH))).isTrue();
    assertThat(languages.order()).isEqualTo("eng+deu");
  }

  @ParameterizedTest
  @CsvSource({"eng", "deu+eng", "eng+fra"})
  void orderStaysIfTheLanguageIsFirstOrNotInstalled(String given) {
    PageLanguages languages = new PageLanguages(given, LanguageDetector::of);
    assertThat(languages.learn(alto(GERMAN))).isFalse();
    assertThat(languages.order()).isEqualTo(given);
  }

  @Test
  void codesOfTesseractAreThoseOfItsFiles() {
    PageLanguages languages = new PageLanguages("eng+chi_sim+nor", _ -> "zh");
    assertThat(languages.learn(alto("x"))).isTrue();
    assertThat(languages.order()).isEqualTo("chi_sim+eng+nor");
    assertThat(new PageLanguages("eng+nor", _ -> "nb").learn(alto("x"))).isTrue();
    assertThat(new PageLanguages("eng+deu", _ -> "").learn(alto("x"))).isFalse();
  }
}
