package broadsheet.lucene.proximity;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryField;
import broadsheet.query.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearWordsCursorTest {

  private static final String BODY = QueryField.BODY.label();

  /** The rarer ones come last. */
  private static final List<String> WORDS = List.of("to", "tide", "ferry", "pier", "gull");

  @TempDir private Path folder;

  /** Compares it with reading all places, which alternatives of several units need. */
  @Test
  void findsTheArticlesThatReadingAllPlacesFinds() {
    Seeds.each(Seeds.orAsked(3), this::compare);
  }

  private void compare(Random random) {
    Path index = folder.resolve("index" + random.nextInt());
    TestIndex.build(
        index, IntStream.range(0, 200).mapToObj(number -> article(number, random)).toList());
    try (Directory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      int found = 0;
      for (int i = 0; i < 300; i++) { // half as many find fewer than 1,000 once in 75 archives
        found += compare(random, searcher);
      }
      assertThat(found).isGreaterThan(1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paragraphs of some 2,000 words and less are as long as the gaps between them. */
  private static Article article(int number, Random random) {
    List<Integer> lengths =
        random.nextInt(10) == 0
            ? List.of(1_990 + random.nextInt(30), 3, 2_010)
            : List.of(1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(20));
    return Article.withId("a" + number)
        .paragraphs(lengths.stream().map(length -> text(length, random)).toList())
        .language("en")
        .build();
  }

  private static String text(int length, Random random) {
    int rarity = 1 + random.nextInt(200);
    return IntStream.range(0, length)
        .mapToObj(
            _ -> random.nextInt(rarity) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "sea")
        .collect(Collectors.joining(" "));
  }

  /** Returns the number of articles found. */
  private static int compare(Random random, IndexSearcher searcher) throws IOException {
    Occurrences kept = unit(random);
    Occurrences other = unit(random);
    Reach reach = new Reach.Words(1 + random.nextInt(12), random.nextBoolean());
    Occurrences.Side side = new Occurrences.Side(reach, random.nextBoolean());
    Occurrences fast = new Occurrences.Having(kept, other, side);
    Occurrences slow = new Occurrences.Having(new Occurrences.Union(List.of(kept)), other, side);
    List<Integer> expected = found(slow, searcher);
    assertThat(found(fast, searcher)).as(fast.toString()).isEqualTo(expected);
    return expected.size();
  }

  private static Occurrences unit(Random random) {
    SynonymQuery.Builder any = new SynonymQuery.Builder(BODY);
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      any.addTerm(new BytesRef(WORDS.get(random.nextInt(WORDS.size()))), 1f);
    }
    return new Occurrences.Unit(any.build());
  }

  private static List<Integer> found(Occurrences occurrences, IndexSearcher searcher)
      throws IOException {
    return Arrays.stream(searcher.search(OccurrenceQuery.of(BODY, occurrences), 300).scoreDocs)
        .map(hit -> hit.doc)
        .sorted()
        .toList();
  }
}
