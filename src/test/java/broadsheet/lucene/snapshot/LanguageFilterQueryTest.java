package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.RandomWords;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** Compares it with a clause on the language beside the query. */
class LanguageFilterQueryTest {

  private static final int DOCUMENTS = 3_000;
  private static final List<String> LANGUAGES = List.of("de", "en", "fr", "und");

  /** A language of few articles, in an index where every word has many. */
  private static final String RARE = "xh";

  @Test
  void findsAndScoresAsAClauseDoes() {
    Seeds.each(Seeds.orAsked(3), LanguageFilterQueryTest::check);
  }

  private static void check(Random random) {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      write(directory, random);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int i = 0; i < 100; i++) {
          compare(query(random), languages(random), new IndexSearcher(reader));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some stretches have few languages. */
  private static void write(ByteBuffersDirectory directory, Random random) throws IOException {
    int[] languages = {LANGUAGES.size()};
    RandomWords.write(
        directory,
        DOCUMENTS,
        random,
        document -> {
          languages[0] = random.nextInt(500) == 0 ? 1 + random.nextInt(4) : languages[0];
          String language =
              random.nextInt(150) == 0 ? RARE : LANGUAGES.get(random.nextInt(languages[0]));
          document.add(new StringField(IndexSchema.STEMS, language, Field.Store.NO));
        });
  }

  private static Query query(Random random) {
    String one = RandomWords.word(random);
    String other = RandomWords.word(random);
    return switch (random.nextInt(6)) {
      case 0 -> RandomWords.term(one);
      case 1 -> RandomWords.both(Occur.MUST, RandomWords.term(one), RandomWords.term(other));
      case 2 -> RandomWords.both(Occur.SHOULD, RandomWords.term(one), RandomWords.term(other));
      case 3 ->
          RandomWords.both(
              Occur.MUST,
              RandomWords.both(Occur.SHOULD, RandomWords.term(one), RandomWords.term(other)),
              RandomWords.term(RandomWords.word(random)));
      case 4 -> RandomWords.both(Occur.MUST, anyOfMany(), RandomWords.term("w0"));
      default -> new PhraseQuery(RandomWords.FIELD, one, other);
    };
  }

  /**
   * Matches by a set of documents, since there are many terms. Lucene moves such a set to matches
   * only, not to the end.
   */
  private static Query anyOfMany() {
    return new TermInSetQuery(
        MultiTermQuery.CONSTANT_SCORE_REWRITE,
        RandomWords.FIELD,
        IntStream.range(42, 60).mapToObj(number -> new BytesRef("w" + number)).toList());
  }

  private static Set<String> languages(Random random) {
    if (random.nextInt(4) == 0) {
      return Set.of(RARE);
    }
    return random
        .ints(1 + random.nextInt(3), 0, LANGUAGES.size())
        .mapToObj(LANGUAGES::get)
        .collect(Collectors.toSet());
  }

  private static void compare(Query query, Set<String> languages, IndexSearcher searcher)
      throws IOException {
    Query clause =
        new TermInSetQuery(IndexSchema.STEMS, languages.stream().map(BytesRef::new).toList());
    Query expected =
        new BooleanQuery.Builder().add(query, Occur.MUST).add(clause, Occur.FILTER).build();
    Query restricted = new LanguageFilterQuery(query, languages);
    assertThat(hits(restricted, searcher, Integer.MAX_VALUE))
        .as("%s in %s", query, languages)
        .isEqualTo(hits(expected, searcher, Integer.MAX_VALUE));
    assertThat(hits(restricted, searcher, 10)).isEqualTo(hits(expected, searcher, 10));
    assertThat(searcher.count(restricted)).isEqualTo(searcher.count(expected));
    Query word = RandomWords.term("w1");
    assertThat(searcher.count(RandomWords.both(Occur.MUST, restricted, word)))
        .isEqualTo(searcher.count(RandomWords.both(Occur.MUST, expected, word)));
    assertEndsAtTheEnd(restricted, searcher);
    Query beside = RandomWords.both(Occur.SHOULD, restricted, word);
    Query besideExpected = RandomWords.both(Occur.SHOULD, expected, word);
    for (int counted : List.of(Integer.MAX_VALUE, 10)) {
      assertThat(hits(beside, searcher, counted))
          .as("%s in %s, or %s", query, languages, word)
          .isEqualTo(hits(besideExpected, searcher, counted));
    }
    for (ScoreDoc hit : searcher.search(query, 5).scoreDocs) {
      assertThat(searcher.explain(restricted, hit.doc).isMatch())
          .isEqualTo(searcher.explain(expected, hit.doc).isMatch());
    }
  }

  /** A caller that takes its matches in batches learns from its place that there are no more. */
  private static void assertEndsAtTheEnd(Query restricted, IndexSearcher searcher)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(restricted), ScoreMode.COMPLETE, 1f);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator matches = scorer.iterator();
        while (matches.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          assertThat(scorer.docID()).isEqualTo(matches.docID());
        }
        assertThat(scorer.docID())
            .as("after all of %s", restricted)
            .isEqualTo(DocIdSetIterator.NO_MORE_DOCS);
      }
    }
  }

  /**
   * @param counted the number of hits to count before skipping those that cannot be among the best
   */
  private static List<String> hits(Query query, IndexSearcher searcher, int counted)
      throws IOException {
    int most = counted == Integer.MAX_VALUE ? DOCUMENTS : counted;
    ScoreDoc[] hits =
        searcher.search(query, new TopScoreDocCollectorManager(most, counted)).scoreDocs;
    return Arrays.stream(hits).map(hit -> hit.doc + " " + hit.score).toList();
  }
}
