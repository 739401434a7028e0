package broadsheet.lucene.compile;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.RandomWords;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** Compares it with Lucene's own sum of a required and an optional clause. */
class WordQueryTest {

  private static final int DOCUMENTS = 6_000;

  @Test
  void findsAndScoresAsTheSumDoes() {
    Seeds.each(Seeds.orAsked(3), WordQueryTest::check);
  }

  private static void check(Random random) {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      RandomWords.write(directory, DOCUMENTS, random, _ -> {});
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int i = 0; i < 60; i++) {
          compare(random, new IndexSearcher(reader));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query term(String word, float boost) {
    return new BoostQuery(RandomWords.term(word), boost);
  }

  private static Query word(String any, String typed) {
    return new WordQuery(
        RandomWords.term(any),
        Optional.of(RandomWords.term(typed)),
        0.25f,
        List.of(List.of(new BytesRef(any))));
  }

  private static Query sum(String any, String typed) {
    return new BooleanQuery.Builder()
        .add(term(any, 0.75f), Occur.MUST)
        .add(term(typed, 0.25f), Occur.SHOULD)
        .build();
  }

  private static void compare(Random random, IndexSearcher searcher) throws IOException {
    List<String> words = IntStream.range(0, 4).mapToObj(_ -> RandomWords.word(random)).toList();
    int place = random.nextInt(5);
    Query expected =
        placed(
            place, sum(words.get(0), words.get(1)), sum(words.get(2), words.get(3)), words.get(3));
    Query found =
        placed(
            place,
            word(words.get(0), words.get(1)),
            word(words.get(2), words.get(3)),
            words.get(3));
    assertThat(hits(found, searcher, Integer.MAX_VALUE))
        .as(expected.toString())
        .isEqualTo(hits(expected, searcher, Integer.MAX_VALUE));
    assertThat(hits(found, searcher, 10)).isEqualTo(hits(expected, searcher, 10));
    BoundedSearcher inWindows = BoundedSearcher.forgetful(searcher, Deadline.none());
    assertThat(hits(found, inWindows, 10)).isEqualTo(hits(expected, searcher, 10));
    assertThat(sorted(found, searcher)).isEqualTo(sorted(expected, searcher));
    assertThat(searcher.count(found)).isEqualTo(searcher.count(expected));
    for (ScoreDoc hit : searcher.search(found, 3).scoreDocs) {
      assertThat(searcher.explain(found, hit.doc).getValue()).isEqualTo(hit.score);
    }
  }

  private static Query placed(int place, Query one, Query other, String filter) {
    return switch (place) {
      case 0 -> one;
      case 1 -> RandomWords.both(Occur.MUST, one, other);
      case 2 -> RandomWords.both(Occur.SHOULD, one, other);
      case 3 -> new DisjunctionMaxQuery(List.of(one, other), 0.1f);
      default ->
          new BooleanQuery.Builder()
              .add(one, Occur.MUST)
              .add(term(filter, 1f), Occur.FILTER)
              .build();
    };
  }

  /**
   * @param counted the number of hits to count before skipping those that cannot be among the best
   */
  private static List<String> hits(Query query, IndexSearcher searcher, int counted)
      throws IOException {
    int most = counted == Integer.MAX_VALUE ? DOCUMENTS : counted;
    return described(
        searcher.search(query, new TopScoreDocCollectorManager(most, counted)).scoreDocs);
  }

  private static List<String> sorted(Query query, IndexSearcher searcher) throws IOException {
    return described(
        searcher.search(query, new TopFieldCollectorManager(Sort.INDEXORDER, 20, 20)).scoreDocs);
  }

  private static List<String> described(ScoreDoc[] hits) {
    return Arrays.stream(hits).map(hit -> hit.doc + " " + hit.score).toList();
  }
}
