package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/**
 * The minimum for a full-text search of the same articles, in plain Lucene: id, headline, body with
 * offsets and date; no facets, no timeline, no stems, no second ranking. The cost of Broadsheet is
 * stated as a multiple of it. Not thread-safe.
 */
final class PlainIndex implements AutoCloseable {

  static final String BODY = "body";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String DATE = "date";
  private static final double RAM_BUFFER_MB = 64;

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;
  private final JsonFactory json = new JsonFactory();

  private PlainIndex(FSDirectory directory) throws IOException {
    this.directory = directory;
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    highlighter = UnifiedHighlighter.builder(searcher, new StandardAnalyzer()).build();
  }

  static PlainIndex open(Path folder) throws IOException {
    return new PlainIndex(FSDirectory.open(folder));
  }

  /** Indexes the corpus in one thread. */
  static void build(Path folder) throws IOException {
    FieldType body = new FieldType(TextField.TYPE_STORED);
    body.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    IndexWriterConfig config =
        new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(RAM_BUFFER_MB);
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      TestCorpus.read(
          BenchmarkCorpus.corpus(), article -> add(article, body, writer), new Ledger());
    }
  }

  private static void add(Article article, FieldType body, IndexWriter writer) {
    Document document = new Document();
    document.add(new StringField(ID, article.id(), Field.Store.YES));
    document.add(new TextField(TITLE, article.title(), Field.Store.YES));
    document.add(new Field(BODY, String.join("\n", article.paragraphs()), body));
    article
        .publishedAt()
        .first()
        .ifPresent(
            day -> document.add(new IntField(DATE, (int) day.toEpochDay(), Field.Store.YES)));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IndexReader reader() {
    return reader;
  }

  /** The best hits, and the exact total. */
  TopDocs find(Query query, int hits) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(hits, Integer.MAX_VALUE));
  }

  /** The whole answer as JSON: total, and id, headline, date and marked snippet of each hit. */
  byte[] answer(Query query, int hits) throws IOException {
    TopDocs found = find(query, hits);
    String[] snippets = highlighter.highlight(BODY, query, found);
    StoredFields stored = reader.storedFields();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("total", found.totalHits.value());
      out.writeArrayFieldStart("hits");
      List<String> order = new ArrayList<>(List.of(snippets));
      for (ScoreDoc hit : found.scoreDocs) {
        Document document = stored.document(hit.doc);
        out.writeStartObject();
        out.writeStringField(ID, document.get(ID));
        out.writeStringField(TITLE, document.get(TITLE));
        out.writeStringField(DATE, document.get(DATE));
        out.writeStringField("snippet", order.removeFirst());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
