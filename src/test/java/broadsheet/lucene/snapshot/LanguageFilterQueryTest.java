package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** Compares it with a clause on the language beside the query. */
class LanguageFilterQueryTest {

  private static final String FIELD = "text";
  private static final List<String> LANGUAGES = List.of("de", "en", "fr", "und");

  /** Of few articles, beside which every word has many. */
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

  /** In several segments, with deletions; some segments have few languages. */
  private static void write(ByteBuffersDirectory directory, Random random) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      int languages = LANGUAGES.size();
      for (int i = 0; i < 3_000; i++) {
        Document document = new Document();
        String text =
            random
                .ints(1 + random.nextInt(9), 0, 40)
                .mapToObj(word -> "w" + word)
                .collect(Collectors.joining(" "));
        document.add(new TextField(FIELD, text, Field.Store.NO));
        String language =
            random.nextInt(150) == 0 ? RARE : LANGUAGES.get(random.nextInt(languages));
        document.add(new StringField(IndexSchema.STEMS, language, Field.Store.NO));
        writer.addDocument(document);
        if (random.nextInt(500) == 0) {
          writer.commit();
          languages = 1 + random.nextInt(LANGUAGES.size());
        }
      }
      writer.deleteDocuments(new Term(FIELD, "w" + random.nextInt(40)));
    }
  }

  private static Query query(Random random) {
    String one = "w" + random.nextInt(40);
    String other = "w" + random.nextInt(40);
    return switch (random.nextInt(4)) {
      case 0 -> term(one);
      case 1 -> both(Occur.MUST, one, other);
      case 2 -> both(Occur.SHOULD, one, other);
      default -> new PhraseQuery(FIELD, one, other);
    };
  }

  private static Query term(String word) {
    return new TermQuery(new Term(FIELD, word));
  }

  private static Query both(Occur occur, String one, String other) {
    return new BooleanQuery.Builder().add(term(one), occur).add(term(other), occur).build();
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
    Query beside = both(restricted, term("w1"));
    assertThat(searcher.count(beside)).isEqualTo(searcher.count(both(expected, term("w1"))));
    for (ScoreDoc hit : searcher.search(query, 5).scoreDocs) {
      assertThat(searcher.explain(restricted, hit.doc).isMatch())
          .isEqualTo(searcher.explain(expected, hit.doc).isMatch());
    }
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.MUST).add(other, Occur.MUST).build();
  }

  /**
   * @param counted how many to count before skipping hits that cannot be among the best
   */
  private static List<String> hits(Query query, IndexSearcher searcher, int counted)
      throws IOException {
    int most = counted == Integer.MAX_VALUE ? 3_000 : counted;
    ScoreDoc[] hits =
        searcher.search(query, new TopScoreDocCollectorManager(most, counted)).scoreDocs;
    return Arrays.stream(hits).map(hit -> hit.doc + " " + hit.score).toList();
  }
}
