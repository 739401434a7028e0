package broadsheet.lucene.words;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LossyNGramCounterTest {

  private static final int MOST = 200;

  /** Rare ones are many, as words are. */
  private static String sequence(Random random) {
    double share = random.nextDouble();
    return "s" + (int) (5_000 * share * share * share);
  }

  @Test
  void whatIsForgottenIsRarerThanTheTableSays() {
    Seeds.each(
        Seeds.orAsked(20),
        random -> {
          LossyNGramCounter table = new LossyNGramCounter(MOST);
          Map<String, Long> counts = new HashMap<>();
          for (int i = 0; i < 20_000; i++) {
            String text = sequence(random);
            table.add(new String[] {text, "rain"}, i / 100);
            counts.merge(text + " rain", 1L, Long::sum);
          }
          assertThat(table.isExact()).isFalse();
          LossyNGramCounter.Listed listed = table.listed(50);
          Map<String, Long> found = counts(listed.list());
          // of equally rare ones all are forgotten, so fewer may be left
          assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(50);
          assertThat(listed.unlisted()).isLessThan(20_000 / 20);
          found.forEach((text, count) -> assertThat(count).isLessThanOrEqualTo(counts.get(text)));
          counts.forEach(
              (text, count) -> {
                if (!found.containsKey(text)) {
                  assertThat(count).isLessThanOrEqualTo(listed.unlisted());
                }
              });
        });
  }

  private static Map<String, Long> counts(FrontCodedCounts words) {
    Map<String, Long> counts = new HashMap<>();
    FrontCodedCounts.Reader list = new FrontCodedCounts.Reader(words);
    while (list.next()) {
      counts.put(list.word().utf8ToString(), list.in());
    }
    return counts;
  }

  @Test
  void aTableThatIsNotFullIsExact() {
    LossyNGramCounter table = new LossyNGramCounter(MOST);
    Stream.of("b", "a", "b", "c", "b", "a").forEach(word -> table.add(new String[] {word}, 1));
    assertThat(table.isExact()).isTrue();
    assertThat(counts(table.listed(2).list())).isEqualTo(Map.of("b", 3L, "a", 2L));
    assertThat(table.listed(2).unlisted()).isEqualTo(1);
    assertThat(table.listed(3).unlisted()).isZero();
  }

  @Test
  void givenSequencesAreCountedWithTheirArticles() {
    LossyNGramCounter table = LossyNGramCounter.of(List.of("a", "b c"));
    for (int article : new int[] {1, 1, 2}) {
      table.addKnown(new String[] {"a"}, article);
      table.addKnown(new String[] {"b"}, article);
      table.addKnown(new String[] {"bc"}, article);
    }
    FrontCodedCounts.Reader list = new FrontCodedCounts.Reader(table.listed(2).list());
    assertThat(list.next()).isTrue();
    assertThat(list.in()).isEqualTo(3);
    assertThat(list.other()).isEqualTo(2);
    assertThat(list.next()).isTrue();
    assertThat(list.in()).isZero();
    assertThat(list.next()).isFalse();
  }
}
