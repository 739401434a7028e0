package broadsheet.lucene.proximity;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.CommonGrams;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonGramsPhraseTest {

  private static final List<String> WORDS =
      List.of("of", "the", "The", "to", "said", "what", "à", "house", "of.", "U.S.", "co-op");

  @TempDir private Path folder;

  /** Compares it with Lucene's own phrase, which reads the places of the words. */
  @Test
  void findsScoresAndMarksWhatThePhraseDoes() {
    Seeds.each(Seeds.orAsked(3), this::compare);
  }

  private void compare(Random random) {
    Path index = folder.resolve("index" + random.nextInt());
    TestIndex.build(
        index, IntStream.range(0, 300).mapToObj(number -> article(number, random)).toList());
    try (Directory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(IndexSchema.similarity());
      int found = 0;
      for (int i = 0; i < 200; i++) {
        found += compare(phrase(random), searcher);
      }
      assertThat(found).isGreaterThan(100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Article article(int number, Random random) {
    return Article.withId("a" + number)
        .title(text(6, random))
        .standfirst(text(4, random))
        .paragraphs(List.of(text(12, random), text(9, random)))
        .language(random.nextBoolean() ? "en" : "")
        .build();
  }

  private static String text(int most, Random random) {
    return random
        .ints(1 + random.nextInt(most), 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" "));
  }

  private record Asked(QueryField field, List<String> words) {

    PhraseQuery phrase() {
      return new PhraseQuery(field.label(), words.toArray(String[]::new));
    }

    CommonGramsPhrase paired() {
      return new CommonGramsPhrase(phrase(), CommonGrams.of(field, words).orElseThrow());
    }
  }

  private static Asked phrase(Random random) {
    List<QueryField> fields = IndexSchema.DEFAULT_FIELDS.keySet().stream().sorted().toList();
    List<String> frequent = List.of("of", "the", "to", "said", "what", "a", "and");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      words.add(frequent.get(random.nextInt(frequent.size())));
    }
    return new Asked(fields.get(random.nextInt(fields.size())), words);
  }

  /** Returns the number of hits that both have. */
  private static int compare(Asked asked, IndexSearcher searcher) throws IOException {
    TopDocs expected = search(asked.phrase(), searcher, Integer.MAX_VALUE);
    TopDocs found = search(asked.paired(), searcher, Integer.MAX_VALUE);
    assertThat(hits(found)).as(asked.toString()).isEqualTo(hits(expected));
    assertThat(searcher.count(asked.paired())).isEqualTo(expected.scoreDocs.length);
    List<String> best = hits(search(asked.paired(), searcher, 1));
    assertThat(best).isEqualTo(hits(expected).subList(0, best.size()));
    for (ScoreDoc hit : expected.scoreDocs) {
      assertThat(places(asked.paired(), hit.doc, searcher))
          .isEqualTo(places(asked.phrase(), hit.doc, searcher))
          .isNotEmpty();
      assertThat(searcher.explain(asked.paired(), hit.doc).getValue()).isEqualTo(hit.score);
    }
    return expected.scoreDocs.length;
  }

  /**
   * @param counted the number of hits to count before skipping those that cannot be among the best
   */
  private static TopDocs search(Query query, IndexSearcher searcher, int counted)
      throws IOException {
    int most = counted == 1 ? 5 : 300;
    return searcher.search(query, new TopScoreDocCollectorManager(most, counted));
  }

  private static List<String> hits(TopDocs found) {
    return Arrays.stream(found.scoreDocs).map(hit -> hit.doc + " " + hit.score).toList();
  }

  private static List<String> places(Query query, int document, IndexSearcher searcher)
      throws IOException {
    Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1f);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    Matches matches = weight.matches(leaf, document - leaf.docBase);
    List<String> places = new ArrayList<>();
    for (String field : matches) {
      MatchesIterator each = matches.getMatches(field);
      while (each.next()) {
        places.add(field + " " + each.startOffset() + " " + each.endOffset());
      }
    }
    return places;
  }
}
