package broadsheet.lucene.rank;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order by date is that of Lucene's own comparison of times. */
class FirstByDateTest {

  @TempDir private Path folder;

  @Test
  void ordersHitsByTimeAndThenById() {
    Seeds.each(Seeds.orAsked(5), this::check);
  }

  private void check(Random random) {
    TestIndex.build(folder, articles(random, "a"));
    TestIndex.update(folder, "more", articles(random, "b"));
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      assertThat(reader.leaves()).hasSizeGreaterThan(1);
      checkPages(HitOrder.NEWEST, time(true, Long.MIN_VALUE), searcher, random);
      checkPages(HitOrder.OLDEST, time(false, Long.MAX_VALUE), searcher, random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortField time(boolean isReverse, long whereUnknown) {
    return new SortField(IndexSchema.SORT_TIME, SortField.Type.LONG, isReverse, whereUnknown);
  }

  private static void checkPages(
      HitOrder order, SortField time, IndexSearcher searcher, Random random) throws IOException {
    Sort plain = new Sort(time, new SortField(IndexSchema.ID, SortField.Type.STRING));
    Query all = new FieldExistsQuery(IndexSchema.ID);
    int most = random.nextInt(5) == 0 ? 1_000 : 1 + random.nextInt(30);
    FieldDoc last = null;
    do {
      List<ScoreDoc> expected = list(searcher.searchAfter(last, all, most, plain).scoreDocs);
      List<ScoreDoc> found =
          list(FirstByDate.of(HitSet.of(all, searcher), order, last, most).scoreDocs);
      assertThat(found).extracting(hit -> hit.doc).isEqualTo(numbers(expected));
      assertThat(found)
          .extracting(hit -> ((FieldDoc) hit).fields[0])
          .isEqualTo(expected.stream().map(hit -> ((FieldDoc) hit).fields[0]).toList());
      last = expected.isEmpty() ? null : (FieldDoc) expected.getLast();
    } while (last != null);
  }

  private static List<ScoreDoc> list(ScoreDoc[] hits) {
    return Arrays.asList(hits);
  }

  private static List<Integer> numbers(List<ScoreDoc> hits) {
    return hits.stream().map(hit -> hit.doc).toList();
  }

  /**
   * Articles from few days, so that many share one; with times, months, years, and without a date.
   */
  private static List<Article> articles(Random random, String prefix) {
    List<Article> articles = new ArrayList<>();
    IntStream.range(0, 150)
        .forEach(
            i ->
                articles.add(
                    Article.withId(prefix + i)
                        .title("Number " + i + prefix)
                        .publishedAt(date(random))
                        .build()));
    return articles;
  }

  private static PublicationDate date(Random random) {
    String year = random.nextBoolean() ? "1969" : "1970";
    String month = year + "-" + (random.nextBoolean() ? "01" : "12");
    String day = month + "-" + (10 + random.nextInt(4));
    return switch (random.nextInt(6)) {
      case 0 -> PublicationDate.unknown();
      case 1 -> PublicationDate.stated(year);
      case 2 -> PublicationDate.stated(month);
      case 3 -> PublicationDate.stated(day);
      default ->
          PublicationDate.stated(day + "T1" + random.nextInt(10) + ":" + (10 + random.nextInt(50)));
    };
  }
}
