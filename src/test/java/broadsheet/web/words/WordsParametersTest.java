package broadsheet.web.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.address.ParameterReader;
import broadsheet.address.ParameterValues;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.UnknownNames;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.WordGrouping;
import broadsheet.operation.Parameters;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsParametersTest {

  private static WordsParameters read(WordsKind kind, String given) {
    return WordsParameters.of(kind, new ParameterReader(QueryString.parse(given)));
  }

  @Test
  void everyChoiceIsRead() {
    ParameterValues lines =
        read(WordsKind.WORDS, "q=oil&order=right2&size=7&after=xyz&context=10").choices();
    assertThat(lines.choice(Parameters.LINE_ORDER, LineOrder.class)).isEqualTo(LineOrder.RIGHT2);
    assertThat(lines.number(Parameters.LINES)).isEqualTo(7);
    assertThat(lines.text(Parameters.AFTER)).isEqualTo("xyz");
    assertThat(lines.number(Parameters.CONTEXT)).isEqualTo(10);
    ParameterValues near =
        read(
                WordsKind.COLLOCATES,
                "q=oil&order=log-dice&left=0&right=3&span=sentence&stopwords=on&least=9")
            .choices();
    assertThat(near.choice(Parameters.MEASURED_BY, Association.class))
        .isEqualTo(Association.LOG_DICE);
    assertThat(near.number(Parameters.LEFT)).isZero();
    assertThat(near.number(Parameters.RIGHT)).isEqualTo(3);
    assertThat(near.isOn(Parameters.SPAN)).isTrue();
    assertThat(near.isOn(Parameters.STOP_WORDS)).isTrue();
    assertThat(near.number(Parameters.LEAST)).isEqualTo(9);
    ParameterValues groups = read(WordsKind.FREQUENCIES, "q=oil&by=section").choices();
    assertThat(groups.choice(Parameters.BY, WordGrouping.class)).isEqualTo(WordGrouping.SECTION);
    ParameterValues keywords = read(WordsKind.KEYWORDS, "q=oil&against=gas").choices();
    assertThat(keywords.text(Parameters.AGAINST)).isEqualTo("gas");
    assertThat(keywords.number(Parameters.LEAST)).isEqualTo(3);
    assertThat(keywords.isOn(Parameters.STOP_WORDS)).isFalse();
    assertThat(read(WordsKind.NGRAMS, "q=oil&length=4").choices().number(Parameters.LENGTH))
        .isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void theAddressHasWhatDiffersFromTheDefault(WordsKind kind) {
    WordsParameters plain = read(kind, "q=oil&source=Reuters");
    assertThat(plain.toQueryString().encoded()).isEqualTo("q=oil&source=Reuters");
    String size = kind == WordsKind.FREQUENCIES ? "" : "&size=7";
    assertThat(plain.with(Map.of("size", "7")).encoded()).isEqualTo("q=oil&source=Reuters" + size);
  }

  @Test
  void anAddressReadsBackAsItself() {
    String given = "q=oil&size=7&order=left3&after=xyz&context=10";
    QueryString written = read(WordsKind.WORDS, given).with(Map.of("after", "xyz"));
    assertThat(read(WordsKind.WORDS, written.encoded())).isEqualTo(read(WordsKind.WORDS, given));
  }

  @ParameterizedTest
  @CsvSource({
    "WORDS, order=mi, order",
    "WORDS, size=1001, size",
    "WORDS, context=x, context",
    "COLLOCATES, order=left1, order",
    "COLLOCATES, left=51, left",
    "FREQUENCIES, by=day, by",
    "KEYWORDS, least=0, least",
    "NGRAMS, length=5, length",
    "NGRAMS, length=2&length=3, length",
  })
  void wrongChoicesAreNamed(WordsKind kind, String given, String name) {
    assertThatThrownBy(() -> read(kind, "q=oil&" + given))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(400);
              assertThat(refusal.problem().detail()).contains(name);
            });
  }

  @Test
  void aMatchHasAWordOnOneSideAtLeast() {
    assertThatThrownBy(() -> read(WordsKind.COLLOCATES, "q=oil&left=0&right=0"))
        .isInstanceOf(Refusal.class)
        .hasMessage("left and right take at least one word together.");
  }

  @Test
  void namesOfOtherTablesAreIgnoredAloud() {
    QueryString given = QueryString.parse("q=oil&length=3&utm_source=x&sort=newest&order=mi");
    assertThat(UnknownNames.notes(given, WordsKind.WORDS.operation()))
        .containsExactly("Ignored “length” in the link", "Ignored “sort” in the link");
  }
}
