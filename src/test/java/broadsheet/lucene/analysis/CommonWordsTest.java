package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.lucene.schema.IndexFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonWordsTest {

  /** Another list would not find the pairs of older indexes. */
  @Test
  void theListBelongsToTheFormatOfTheIndex() {
    CRC32 checksum = new CRC32();
    String sorted = String.join(" ", CommonWords.all().stream().sorted().toList());
    checksum.update(sorted.getBytes(StandardCharsets.UTF_8));
    assertThat(List.of(IndexFormat.VERSION, checksum.getValue()))
        .isEqualTo(List.of(19, 3_323_204_278L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "en", "de", "fr", "it", "ru", "ar", "el", "tr", "fa", "sv"})
  void eachIsOneWordAndItsOwnFoldedForm(String language) {
    assertThat(CommonWords.all())
        .hasSizeGreaterThan(500)
        .allSatisfy(
            word ->
                assertThat(QueryWord.in(word, ArticleAnalyzer.forText(language)))
                    .extracting(QueryWord::exact, QueryWord::folded)
                    .containsExactly(tuple(word, word)));
  }
}
