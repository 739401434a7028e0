package broadsheet.lucene.baseline;

import broadsheet.article.Article;
import broadsheet.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * A baseline made of Lucene's own parts: each article is one text, a query matches any of its
 * words, scored by BM25. Held in memory. Thread-safe once built.
 */
public final class PlainBm25 implements AutoCloseable {

  private static final String ID = "id";

  private final List<Splitting> splittings;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexReader reader;

  /** By document number: reading a stored field for each hit would take longer than finding it. */
  private final String[] ids;

  /**
   * A way to split the text into words, each in a field of its own.
   *
   * @param weight of its scores in the sum
   */
  private record Splitting(Analyzer analyzer, float weight) {

    /** The name of its field. */
    String field() {
      return analyzer.getClass().getSimpleName();
    }

    /** Matches any of the words of a query; empty if it has none. */
    Optional<Query> any(String query) {
      return Optional.ofNullable(
              new QueryBuilder(analyzer).createBooleanQuery(field(), query, Occur.SHOULD))
          .map(any -> new BoostQuery(any, weight));
    }
  }

  /** The words into which texts are split. */
  public enum Words {
    /** Lucene's {@link StandardAnalyzer}: as printed, in lower case. */
    STANDARD("bm25-standard", true),
    /**
     * Lucene's analyzer for the language of most articles, with its stems and stop words: {@link
     * LanguageAnalyzers}.
     */
    LANGUAGE("bm25-language", true),
    /** Lucene's {@link EnglishAnalyzer}: stemmed by Porter's rules, without 33 stop words. */
    ENGLISH("bm25-english", false),
    /** Lucene's {@link CJKAnalyzer}: Chinese, Japanese and Korean as pairs of characters. */
    BIGRAMS("bm25-bigrams", false),
    /**
     * Chinese and Japanese both as single characters, {@link StandardAnalyzer}, and as pairs:
     * {@value #OF_CHARACTERS} of the score of the former and the rest of that of the latter.
     */
    CHARACTERS_AND_BIGRAMS("bm25-characters-bigrams", true);

    private static final float OF_CHARACTERS = 0.7f;

    private final String label;
    private final boolean isUsual;

    Words(String label, boolean isUsual) {
      this.label = label;
      this.isUsual = isUsual;
    }

    /** Whether they are measured without being asked for. */
    public boolean areUsual() {
      return isUsual;
    }

    /** Whether they are meant for Chinese and Japanese alone. */
    public boolean areForCharacters() {
      return this == BIGRAMS || this == CHARACTERS_AND_BIGRAMS;
    }

    private List<Splitting> splittings(Consumer<Consumer<Article>> articles) {
      return switch (this) {
        case STANDARD -> List.of(new Splitting(new StandardAnalyzer(), 1));
        case LANGUAGE -> List.of(new Splitting(LanguageAnalyzers.ofMost(articles), 1));
        case ENGLISH -> List.of(new Splitting(new EnglishAnalyzer(), 1));
        case BIGRAMS -> List.of(new Splitting(new CJKAnalyzer(), 1));
        case CHARACTERS_AND_BIGRAMS ->
            List.of(
                new Splitting(new StandardAnalyzer(), OF_CHARACTERS),
                new Splitting(new CJKAnalyzer(), 1 - OF_CHARACTERS));
      };
    }
  }

  /** The usual parameters of BM25. */
  public enum Setting {
    /** Lucene's own: k1 1.2, b 0.75. */
    LUCENE("", 1.2f, 0.75f),
    /** Those of most published baselines since Anserini: k1 0.9, b 0.4. */
    ANSERINI("-b0.4", 0.9f, 0.4f);

    private final String ending;
    private final float k1;
    private final float b;

    Setting(String ending, float k1, float b) {
      this.ending = ending;
      this.k1 = k1;
      this.b = b;
    }

    private BM25Similarity similarity() {
      return new BM25Similarity(k1, b);
    }

    /** The name of the ranking by these words. */
    public String label(Words words) {
      return words.label + ending;
    }
  }

  private PlainBm25(Words words, Consumer<Consumer<Article>> articles) throws IOException {
    splittings = words.splittings(articles);
    Map<String, Analyzer> byField =
        splittings.stream().collect(Collectors.toMap(Splitting::field, Splitting::analyzer));
    var config =
        new IndexWriterConfig(new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField))
            .setSimilarity(Setting.LUCENE.similarity());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      articles.accept(article -> add(article, writer));
    }
    reader = DirectoryReader.open(directory);
    ids = new String[reader.maxDoc()];
    for (int document = 0; document < ids.length; document++) {
      ids[document] = reader.storedFields().document(document).get(ID);
    }
  }

  /**
   * Builds the baseline from articles.
   *
   * @param articles hands each article to the given consumer; may be called twice
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

  private void add(Article article, IndexWriter writer) {
    Document document = new Document();
    document.add(new StoredField(ID, article.id()));
    String text = text(article);
    splittings.forEach(way -> document.add(new TextField(way.field(), text, Field.Store.NO)));
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

  /** The ids of the best hits by Lucene's parameters: see {@link #rank(String, int, Setting)}. */
  public List<String> rank(String query, int depth) {
    return rank(query, depth, Setting.LUCENE);
  }

  /**
   * The ids of the best hits, the best first.
   *
   * @param query plain text
   * @param depth the most ids to return, at least 1
   */
  public List<String> rank(String query, int depth, Setting setting) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(setting.similarity());
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    splittings.forEach(way -> way.any(query).ifPresent(words -> any.add(words, Occur.SHOULD)));
    try {
      ScoreDoc[] hits = searcher.search(any.build(), depth).scoreDocs;
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
    Splitting way = splittings.getFirst();
    try (TokenStream tokens = way.analyzer().tokenStream(way.field(), text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        int articles = reader.docFreq(new Term(way.field(), word.toString()));
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
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
