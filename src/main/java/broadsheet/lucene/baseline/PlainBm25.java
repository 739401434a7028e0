package broadsheet.lucene.baseline;

import broadsheet.article.Article;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * A baseline made of Lucene's own parts: each article is one field, a query matches any of its
 * words, scored by BM25 with Lucene's parameters (k1 1.2, b 0.75). Held in memory. Thread-safe once
 * built.
 */
public final class PlainBm25 implements AutoCloseable {

  private static final String ID = "id";
  private static final String TEXT = "text";

  private final Analyzer analyzer;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexSearcher searcher;

  /** By document number: reading a stored field for each hit would take longer than finding it. */
  private final String[] ids;

  /** The analyzers that split texts into words. */
  public enum Words {
    /** Lucene's {@link StandardAnalyzer}: as printed, in lower case. */
    STANDARD("bm25-standard", StandardAnalyzer::new),
    /** Lucene's {@link EnglishAnalyzer}: stemmed by Porter's rules, without 33 stop words. */
    ENGLISH("bm25-english", EnglishAnalyzer::new),
    /** Lucene's {@link CJKAnalyzer}: Chinese, Japanese and Korean as pairs of characters. */
    BIGRAMS("bm25-bigrams", CJKAnalyzer::new);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // makes a new analyzer each time
    private final Supplier<Analyzer> analyzer;

    Words(String label, Supplier<Analyzer> analyzer) {
      this.label = label;
      this.analyzer = analyzer;
    }

    /** The name of the ranking. */
    public String label() {
      return label;
    }
  }

  private PlainBm25(Words words, Consumer<Consumer<Article>> articles) throws IOException {
    analyzer = words.analyzer.get();
    var config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      articles.accept(article -> add(article, writer));
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new BM25Similarity());
    ids = new String[searcher.getIndexReader().maxDoc()];
    for (int document = 0; document < ids.length; document++) {
      ids[document] = searcher.storedFields().document(document).get(ID);
    }
  }

  /**
   * Builds the baseline from articles.
   *
   * @param articles hands each article to the given consumer
   * @throws EngineException when they cannot be indexed
   */
  public static PlainBm25 of(Words words, Consumer<Consumer<Article>> articles) {
    try {
      return new PlainBm25(words, articles);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static EngineException failed(IOException e) {
    return new EngineException("The plain index to compare with failed: " + e.getMessage(), e);
  }

  private static void add(Article article, IndexWriter writer) {
    Document document = new Document();
    document.add(new StoredField(ID, article.id()));
    document.add(new TextField(TEXT, text(article), Field.Store.NO));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Article article) {
    return String.join(
        "\n",
        Stream.concat(
                Stream.of(article.title(), article.standfirst()), article.paragraphs().stream())
            .toList());
  }

  /**
   * The ids of the best hits, the best first.
   *
   * @param query plain text
   * @param depth the most ids to return, at least 1
   */
  public List<String> rank(String query, int depth) {
    Query any = new QueryBuilder(analyzer).createBooleanQuery(TEXT, query, Occur.SHOULD);
    try {
      ScoreDoc[] hits =
          searcher.search(any == null ? new BooleanQuery.Builder().build() : any, depth).scoreDocs;
      return Arrays.stream(hits).map(hit -> ids[hit.doc]).toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * The words of a text within a range of document frequency, each once, in the order of the text.
   * Only words made of letters alone count.
   *
   * @param least the lowest document frequency
   * @param most the highest document frequency
   */
  public List<String> words(String text, int least, int most) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        int articles = searcher.getIndexReader().docFreq(new Term(TEXT, word.toString()));
        if (articles >= least
            && articles <= most
            && word.codePoints().allMatch(Character::isLetter)) {
          words.add(word.toString());
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw failed(e);
    }
    return List.copyOf(words);
  }

  @Override
  public void close() {
    try {
      searcher.getIndexReader().close();
      directory.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
