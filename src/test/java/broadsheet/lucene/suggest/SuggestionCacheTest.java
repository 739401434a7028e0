package broadsheet.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.result.Completion;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.local.LocalParts;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.snapshot.CommittedIndex;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionCacheTest {

  private static final String[] WORDS =
      ("harbour strike grain mayor budget bridge river storm vote court ferry tax school union dock"
              + " export harvest council talks Zürich")
          .split(" ", -1);

  @TempDir private Path folder;

  private static Article article(String id, String title, String text) {
    return Article.withId(id)
        .title(title)
        .paragraphs(List.of(text))
        .source("The Harbour Post")
        .language("en")
        .build();
  }

  private static String words(Random random, int count) {
    return String.join(
        " ", IntStream.range(0, count).mapToObj(_ -> WORDS[random.nextInt(WORDS.length)]).toList());
  }

  private IndexParts parts(ReaderSnapshot snapshot) {
    return new LocalParts(
        SearchBudget.of(snapshot, false, Duration.ofMinutes(1), Deadline.none()),
        Meanings.of(folder));
  }

  @Test
  void everyAnswerIsThatOfAFreshLookUp() {
    Random random = new Random(3);
    Article[] articles =
        IntStream.range(0, 60)
            .mapToObj(i -> article("a" + i, words(random, 5), words(random, 40)))
            .toArray(Article[]::new);
    TestIndex.engine(folder, articles).close();
    SuggestionCache cache = new SuggestionCache();
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      for (int i = 0; i < 600; i++) {
        String text = words(random, 1 + random.nextInt(2));
        String typed = text.substring(0, 1 + random.nextInt(Math.min(4, text.length())));
        int count = 5 + random.nextInt(2);
        assertThat(
                index.<List<Completion>>read(snapshot -> cache.of(parts(snapshot), typed, count)))
            .as(typed)
            .isEqualTo(
                index.<List<Completion>>read(
                    s -> Suggestions.of(new ArchiveCompletions(parts(s)), typed, count)));
      }
    }
  }

  @Test
  void answersOfAnOlderStateAreForgotten() {
    SuggestionCache cache = new SuggestionCache();
    TestIndex.engine(folder, article("a", "Harbour", "The harbour.")).close();
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      assertThat(index.<List<Completion>>read(s -> cache.of(parts(s), "stor", 10))).isEmpty();
    }
    TestIndex.engine(folder, article("b", "Storm", "A storm.")).close();
    try (CommittedIndex index = CommittedIndex.open(folder)) {
      assertThat(index.<List<Completion>>read(s -> cache.of(parts(s), "stor", 10)))
          .extracting(Completion::text)
          .contains("storm");
    }
  }
}
