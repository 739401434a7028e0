package broadsheet.lucene.hits;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.RandomWords;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Two passes find the same hits as one pass that scores every hit. */
class BestAndAllTest {

  private static final int DOCUMENTS = 3_000;

  /** The number of times that a second pass was needed; {@code once} counts the others. */
  private int twice;

  private int once;

  @Test
  void twoPassesFindWhatOneDoes() {
    Seeds.each(Seeds.orAsked(4), this::check);
    assertThat(twice).isPositive();
    assertThat(once).isPositive();
  }

  private void check(Random random) {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      RandomWords.write(directory, DOCUMENTS, random, _ -> {});
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int i = 0; i < 60; i++) {
          check(
              query(random),
              1 + random.nextInt(30),
              random.nextInt(200),
              new IndexSearcher(reader));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query query(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> MatchAllDocsQuery.INSTANCE;
      case 1 -> new ConstantScoreQuery(term(random));
      case 2 ->
          new PhraseQuery(RandomWords.FIELD, RandomWords.word(random), RandomWords.word(random));
      case 3 -> both(Occur.MUST, random);
      case 4 -> both(Occur.SHOULD, random);
      default -> term(random);
    };
  }

  private static Query term(Random random) {
    return RandomWords.term(RandomWords.word(random));
  }

  private static Query both(Occur occur, Random random) {
    return new BooleanQuery.Builder()
        .add(term(random), occur)
        .add(term(random), occur)
        .add(term(random), random.nextBoolean() ? Occur.SHOULD : Occur.FILTER)
        .build();
  }

  private void check(Query query, int most, int few, IndexSearcher whole) throws IOException {
    BoundedSearcher searcher = BoundedSearcher.of(whole, Deadline.none());
    BestAndAll found =
        BestAndAll.of(query, new TopScoreDocCollectorManager(most, few), few, searcher);
    TopDocs expected =
        whole.search(query, new TopScoreDocCollectorManager(most, Integer.MAX_VALUE));
    assertThat(described(found.best().scoreDocs)).isEqualTo(described(expected.scoreDocs));
    assertThat(numbers(found.all())).isEqualTo(all(query, whole));
    assertThat(found.all().size()).isEqualTo(expected.totalHits.value());
    if (found.all().size() > few) {
      twice++;
    } else {
      once++;
    }
    TopDocs sorted =
        BestAndAll.of(query, new TopFieldCollectorManager(Sort.RELEVANCE, most, few), few, searcher)
            .best();
    assertThat(Arrays.stream(sorted.scoreDocs).map(hit -> hit.doc).toList())
        .isEqualTo(Arrays.stream(expected.scoreDocs).map(hit -> hit.doc).toList());
  }

  private static List<String> described(ScoreDoc[] hits) {
    return Arrays.stream(hits).map(hit -> hit.doc + " " + hit.score).toList();
  }

  private static List<Integer> all(Query query, IndexSearcher whole) throws IOException {
    ScoreDoc[] hits = whole.search(query, DOCUMENTS, Sort.INDEXORDER).scoreDocs;
    return Arrays.stream(hits).map(hit -> hit.doc).toList();
  }

  private static List<Integer> numbers(HitSet hits) {
    List<Integer> numbers = new ArrayList<>();
    for (SegmentHits segment : hits.segments()) {
      SegmentHits.Cursor cursor = segment.cursor();
      for (int hit = cursor.next(); hit != SegmentHits.NONE; hit = cursor.next()) {
        numbers.add(segment.leaf().docBase + hit);
      }
      assertThat(segment.bits().map(bits -> bits.cardinality()).orElse(segment.size()))
          .isEqualTo(segment.size());
    }
    return numbers;
  }

  @Test
  void withoutTimeThereIsNothing() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      RandomWords.write(directory, DOCUMENTS, new Random(1), _ -> {});
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        BoundedSearcher searcher =
            BoundedSearcher.of(new IndexSearcher(reader), Deadline.in(Duration.ZERO));
        BestAndAll found =
            BestAndAll.of(
                MatchAllDocsQuery.INSTANCE, new TopScoreDocCollectorManager(3, 5), 5, searcher);
        assertThat(searcher.isCut()).isTrue();
        assertThat(found.best().scoreDocs).isEmpty();
        assertThat(found.all().size()).isZero();
      }
    }
  }
}
