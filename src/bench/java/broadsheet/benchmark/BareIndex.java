package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.query.QueryField;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.store.FSDirectory;

/**
 * The least that answers a {@link BareQuery} in plain Lucene: the fields that Broadsheet searches,
 * stemmed and as printed; id, headline, body and date are stored, and the offsets of headline and
 * body are indexed. One segment. Thread-safe.
 */
final class BareIndex {

  private static final String ID = "id";
  private static final String TITLE = QueryField.TITLE.label();
  private static final String BODY = QueryField.BODY.label();
  private static final String DATE = "date";

  /** The positions between paragraphs, so that no phrase crosses them; the same in the others. */
  private static final int PARAGRAPH_GAP = 100;

  private static final int HITS = 10;
  private static final int SNIPPETS = 2;

  private static final Analyzer WORDS =
      new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
          return field.endsWith(BareQuery.EXACT) ? BareQuery.PRINTED : BareQuery.STEMMED;
        }

        @Override
        public int getPositionIncrementGap(String field) {
          return PARAGRAPH_GAP;
        }
      };

  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;
  private final JsonFactory json = new JsonFactory();

  private BareIndex(IndexSearcher searcher) {
    this.searcher = searcher;
    highlighter =
        new UnifiedHighlighter(
            UnifiedHighlighter.builder(searcher, WORDS)
                .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", "… ", true))) {
          @Override
          protected BreakIterator getBreakIterator(String field) {
            return field.equals(TITLE)
                ? new WholeBreakIterator()
                : BreakIterator.getSentenceInstance(Locale.ROOT);
          }
        };
  }

  /** Opens an index for as long as the process runs. */
  static BareIndex open(Path folder) throws IOException {
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(folder)));
    searcher.setQueryCache(null);
    return new BareIndex(searcher);
  }

  static void build(Path folder, List<Article> articles) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(WORDS))) {
      for (Article article : articles) {
        writer.addDocument(document(article));
      }
      writer.forceMerge(1);
    }
  }

  private static Document document(Article article) {
    FieldType marked = new FieldType(TextField.TYPE_STORED);
    marked.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    Document document = new Document();
    document.add(new StringField(ID, article.id(), Field.Store.YES));
    article
        .publishedAt()
        .first()
        .ifPresent(
            day -> document.add(new IntField(DATE, (int) day.toEpochDay(), Field.Store.YES)));
    for (QueryField text : PeerDocuments.TEXTS) {
      boolean isMarked = text == QueryField.TITLE || text == QueryField.BODY;
      add(
          document,
          text.label(),
          PeerDocuments.values(article, text),
          isMarked ? marked : TextField.TYPE_NOT_STORED);
    }
    return document;
  }

  private static void add(
      Document document, String field, List<String> paragraphs, FieldType type) {
    document.add(new Field(field, String.join("\n", paragraphs), type));
    for (String paragraph : paragraphs) {
      document.add(new TextField(field + BareQuery.EXACT, paragraph, Field.Store.NO));
    }
  }

  /** The exact total, and id, date, marked headline and snippets of the ten best hits, as JSON. */
  byte[] answer(String query) throws IOException {
    BareQuery asked = BareQuery.of(query);
    TopDocs found =
        searcher.search(asked.search(), new TopScoreDocCollectorManager(HITS, Integer.MAX_VALUE));
    int[] documents = Arrays.stream(found.scoreDocs).mapToInt(hit -> hit.doc).toArray();
    Map<String, String[]> marked =
        highlighter.highlightFields(
            new String[] {TITLE, BODY}, asked.marks(), documents, new int[] {1, SNIPPETS});
    String[] titles = Objects.requireNonNull(marked.get(TITLE));
    String[] snippets = Objects.requireNonNull(marked.get(BODY));
    StoredFields stored = searcher.storedFields();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("total", found.totalHits.value());
      out.writeArrayFieldStart("hits");
      for (int hit = 0; hit < documents.length; hit++) {
        Document document = stored.document(documents[hit], Set.of(ID, DATE));
        out.writeStartObject();
        out.writeStringField(ID, document.get(ID));
        out.writeStringField(DATE, document.get(DATE));
        out.writeStringField(TITLE, titles[hit]);
        out.writeStringField("snippet", snippets[hit]);
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
