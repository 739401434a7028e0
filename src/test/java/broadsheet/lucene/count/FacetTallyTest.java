package broadsheet.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.facets.Facets;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Counts over several segments, with deletions, equal those of Lucene's own facets. */
class FacetTallyTest {

  private static final List<FacetField> FILLED = List.of(FacetField.SOURCE, FacetField.TOPIC);

  private final Random random = new Random(3);

  private void write(IndexWriter writer) throws IOException {
    for (int i = 0; i < 600; i++) {
      Document document = new Document();
      document.add(new StringField("number", "" + i % 7, Field.Store.NO));
      for (FacetField facet : FILLED) {
        for (int value = random.nextInt(4); value > 0; value--) {
          String text = facet.label() + random.nextInt(1 + random.nextInt(60));
          document.add(new KeywordField(IndexSchema.valuesOf(facet), text, Field.Store.NO));
        }
      }
      writer.addDocument(document);
      if (random.nextInt(90) == 0) {
        writer.commit();
      }
    }
    Document rare = new Document();
    rare.add(new KeywordField(IndexSchema.valuesOf(FacetField.TOPIC), "once", Field.Store.NO));
    writer.addDocument(rare);
    writer.deleteDocuments(new Term("number", "3"));
  }

  /** Most documents. */
  private static Query allBut(int number) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(new TermQuery(new Term("number", "" + number)), Occur.MUST_NOT)
        .build();
  }

  private static List<FacetCount> expected(FacetField facet, Query query, IndexSearcher in)
      throws IOException {
    String field = IndexSchema.valuesOf(facet);
    StringValueFacetCounts counts =
        new StringValueFacetCounts(
            new StringDocValuesReaderState(in.getIndexReader(), field),
            in.search(query, new FacetsCollectorManager()));
    FacetResult top = counts.getTopChildren(SearchResults.MAX_FACET_VALUES, field);
    return top == null
        ? List.of()
        : Arrays.stream(top.labelValues)
            .map(value -> new FacetCount(value.label, value.value.longValue()))
            .toList();
  }

  @Test
  void countsAreThoseOfLucene() throws Exception {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      write(writer);
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(3);
        IndexSearcher searcher = new IndexSearcher(reader);
        Facets facets = new Facets(reader.leaves(), FoundNames.NONE);
        List<Query> queries = new ArrayList<>(List.of(MatchAllDocsQuery.INSTANCE));
        for (int i = 0; i < 8; i++) {
          queries.add(new TermQuery(new Term("number", "" + i)));
          queries.add(allBut(i));
        }
        for (Query query : queries) {
          HitSet hits = HitSet.of(query, searcher);
          try (FacetTally tally = new FacetTally(hits, facets, SearchResults.MAX_FACET_VALUES)) {
            for (FacetField facet : FILLED) {
              List<FacetCount> expected = expected(facet, query, searcher);
              assertThat(tally.top(facet, List.of())).isEqualTo(expected);
              assertThat(
                      DirectCounts.top(
                          facet, hits, SearchResults.MAX_FACET_VALUES, FoundNames.NONE))
                  .isEqualTo(expected);
            }
            // A limit above the number of values must not take memory for all of it.
            try (FacetTally all = new FacetTally(hits, facets, Integer.MAX_VALUE - 8)) {
              assertThat(all.top(FacetField.TOPIC, List.of()))
                  .startsWith(tally.top(FacetField.TOPIC, List.of()).toArray(FacetCount[]::new));
            }
            assertThat(tally.top(FacetField.PERSON, List.of("nobody"))).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void aWantedValueIsListedHoweverRareAndNoneIsCountedTwice() throws Exception {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      write(writer);
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        HitSet hits = HitSet.of(MatchAllDocsQuery.INSTANCE, new IndexSearcher(reader));
        try (FacetTally tally =
            new FacetTally(
                hits,
                new Facets(reader.leaves(), FoundNames.NONE),
                SearchResults.MAX_FACET_VALUES)) {
          List<FacetCount> top = tally.top(FacetField.TOPIC, List.of());
          List<FacetCount> wanting = tally.top(FacetField.TOPIC, List.of("once", "topic0"));
          assertThat(wanting.subList(0, top.size())).isEqualTo(top);
          assertThat(wanting).hasSize(top.size() + 1);
          assertThat(wanting.getLast().value()).isEqualTo("once");
        }
      }
    }
  }

  /** More values than are taken for frequent, most of them of one article: few of them decide. */
  @Test
  void countsAreThoseOfLuceneWhereMostValuesAreRare() throws Exception {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 16_000; i++) {
        Document document = new Document();
        document.add(new StringField("number", "" + i % 7, Field.Store.NO));
        document.add(new StringField("rank", "" + random.nextInt(2_000), Field.Store.NO));
        String author = random.nextInt(10) == 0 ? "a" + random.nextInt(40) : "once" + i;
        document.add(
            new KeywordField(IndexSchema.valuesOf(FacetField.AUTHOR), author, Field.Store.NO));
        writer.addDocument(document);
        if (i % 5_000 == 1) {
          writer.commit();
        }
      }
      writer.deleteDocuments(new Term("number", "3"));
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        Facets facets = new Facets(reader.leaves(), FoundNames.NONE);
        for (Query query :
            List.of(
                MatchAllDocsQuery.INSTANCE,
                allBut(2),
                new TermQuery(new Term("number", "4")),
                new TermQuery(new Term("rank", "7")))) {
          HitSet hits = HitSet.of(query, searcher);
          try (FacetTally tally = new FacetTally(hits, facets, SearchResults.MAX_FACET_VALUES)) {
            assertThat(tally.top(FacetField.AUTHOR, List.of()))
                .isEqualTo(expected(FacetField.AUTHOR, query, searcher));
            assertThat(tally.count(FacetField.AUTHOR, "once15999"))
                .isEqualTo(count(query, "once15999", searcher));
            assertThat(tally.count(FacetField.AUTHOR, "a7"))
                .isEqualTo(count(query, "a7", searcher));
          }
        }
      }
    }
  }

  /** The frequent values of all facets together are more than any of them may have. */
  @Test
  void countsAreThoseOfLuceneWhereEveryFacetHasManyValues() throws Exception {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < 9_000; i++) {
        Document document = new Document();
        document.add(new StringField("number", "" + i % 3, Field.Store.NO));
        for (FacetField facet : FacetField.KEYWORDS) {
          String value = i % 50 == 0 ? "often" + i % 20 : "once" + i;
          document.add(new KeywordField(IndexSchema.valuesOf(facet), value, Field.Store.NO));
        }
        writer.addDocument(document);
      }
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        Query query = new TermQuery(new Term("number", "1"));
        HitSet hits = HitSet.of(query, searcher);
        try (FacetTally tally =
            new FacetTally(
                hits,
                new Facets(reader.leaves(), FoundNames.NONE),
                SearchResults.MAX_FACET_VALUES)) {
          for (FacetField facet : FacetField.KEYWORDS) {
            assertThat(tally.top(facet, List.of())).isEqualTo(expected(facet, query, searcher));
          }
        }
      }
    }
  }

  private static long count(Query query, String author, IndexSearcher searcher) throws IOException {
    return searcher.count(
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(
                new TermQuery(new Term(IndexSchema.valuesOf(FacetField.AUTHOR), author)),
                Occur.FILTER)
            .build());
  }
}
