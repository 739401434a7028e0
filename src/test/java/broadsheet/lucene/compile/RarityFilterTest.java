package broadsheet.lucene.compile;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.compile.RarityFilter.RareWord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** It matches the articles whose words add up to the minimum, in every way that Lucene uses it. */
class RarityFilterTest {

  private static final int WORDS = 12;
  private static final String TEXT = "text";
  private static final String ID = "id";

  /** Draws from words 0 to 11; the first is in nearly every article and the last in hardly any. */
  private static Set<Integer> draw(Random random) {
    return IntStream.range(0, WORDS)
        .filter(word -> random.nextInt(1 + word * word) == 0)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void matchesWhatAddsUpToTheMinimum() {
    Seeds.each(Seeds.orAsked(6), this::check);
  }

  private void check(Random random) {
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    Map<String, Set<Integer>> articles = new HashMap<>();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 12_000; i++) {
        Set<Integer> words = draw(random);
        articles.put("a" + i, words);
        Document document = new Document();
        document.add(new StringField(ID, "a" + i, Field.Store.YES));
        document.add(new TextField(TEXT, text(words), Field.Store.NO));
        writer.addDocument(document);
        if (i == 10_000 || i == 10_500) {
          writer.commit();
        }
      }
      for (int i = random.nextInt(20); i < 12_000; i += 20) {
        writer.deleteDocuments(new Term(ID, "a" + i));
        articles.remove("a" + i);
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        for (int i = 0; i < 20; i++) {
          check(articles, random, new IndexSearcher(reader));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Set<Integer> words) {
    return words.stream().map(word -> "w" + word).collect(Collectors.joining(" "));
  }

  /**
   * A word, or a phrase of it and the next one, which Lucene checks in two steps.
   *
   * @param isPhrase the words of an article are in ascending order, so it is there where both are
   */
  private record Asked(int word, boolean isPhrase, double rarity) {

    Query query() {
      return isPhrase
          ? new PhraseQuery(TEXT, "w" + word, "w" + (word + 1))
          : new TermQuery(new Term(TEXT, "w" + word));
    }

    boolean isIn(Set<Integer> words) {
      return words.contains(word) && (!isPhrase || words.contains(word + 1));
    }
  }

  private static void check(
      Map<String, Set<Integer>> articles, Random random, IndexSearcher searcher)
      throws IOException {
    boolean areEqual = random.nextInt(3) == 0;
    List<Asked> asked =
        draw(random).stream()
            .map(
                word ->
                    new Asked(
                        word, random.nextInt(5) == 0, areEqual ? 0.1 : word * random.nextDouble()))
            .toList();
    double all = asked.stream().mapToDouble(Asked::rarity).sum();
    double least = (areEqual ? 0.2 : random.nextDouble()) * all;
    Set<String> expected = new TreeSet<>();
    articles.forEach(
        (id, words) -> {
          List<Asked> had = asked.stream().filter(each -> each.isIn(words)).toList();
          double sum = had.stream().mapToDouble(Asked::rarity).sum() + 1e-9;
          if (had.stream().anyMatch(each -> each.rarity > 0) && sum >= least) {
            expected.add(id);
          }
        });
    List<RareWord> rare =
        asked.stream().map(each -> new RareWord(each.query(), each.rarity)).toList();
    check(expected, rare, least, searcher);
  }

  private static void check(
      Set<String> expected, List<RareWord> rare, double least, IndexSearcher searcher)
      throws IOException {
    RarityFilter filter = new RarityFilter(rare, least);
    assertThat(searcher.count(filter)).isEqualTo(expected.size());
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    rare.forEach(word -> some.add(word.query(), Occur.SHOULD));
    some.add(new Asked(0, false, 0).query(), Occur.SHOULD).add(filter, Occur.FILTER);
    some.setMinimumNumberShouldMatch(1);
    ScoreDoc[] found = searcher.search(some.build(), 20_000).scoreDocs;
    assertThat(ids(found, searcher)).isEqualTo(expected);
    assertThat(searcher.count(some.build())).isEqualTo(expected.size());
    ScoreDoc[] best =
        searcher.search(some.build(), new TopScoreDocCollectorManager(10, 1)).scoreDocs;
    for (int i = 0; i < best.length; i++) {
      assertThat(best[i].score).isEqualTo(found[i].score);
    }
    assertThat(best).hasSize(Math.min(10, expected.size()));
  }

  private static Set<String> ids(ScoreDoc[] hits, IndexSearcher searcher) throws IOException {
    StoredFields stored = searcher.storedFields();
    Set<String> ids = new TreeSet<>();
    for (ScoreDoc hit : hits) {
      ids.add(stored.document(hit.doc).get(ID));
    }
    return ids;
  }
}
