package broadsheet.lucene.compile;

import broadsheet.benchmark.BenchmarkCorpus;
import broadsheet.desk.Desks;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.SearchResults;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.lucene.snapshot.ReaderDictionary;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.web.ServerSettings;
import broadsheet.web.UserData;
import broadsheet.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first ten hits with their snippets, by one client: over HTTP as JSON, by the engine in the
 * same process, and by plain Lucene (the same query, its ten best hits, and Lucene's own
 * highlighter over headline and body).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 4, time = 2)
public class SearchBenchmark {

  private static final int HITS = 10;
  private static final String[] HIGHLIGHTED = {"title", "body"};

  /** The queries. */
  @Param({"oil", "cocoa brazil", "\"oil prices\"", "title:cocoa place:brazil", "trade -japan"})
  public String text = "";

  private Path folder = Path.of("");
  private LuceneSearchEngine engine;
  private WebServer server;
  private FSDirectory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;
  private URL address;
  private ParsedQuery parsed;

  /** Indexes the corpus and serves it. */
  @Setup
  public void start() throws IOException {
    folder = BenchmarkCorpus.newFolder();
    BenchmarkCorpus.index(folder);
    engine = LuceneSearchEngine.open(folder);
    server =
        WebServer.start(
            engine,
            SearchBenchmark::parse,
            new UserData(Desks.open(folder), Optional.empty()),
            ServerSettings.at("127.0.0.1", 0));
    directory = FSDirectory.open(folder);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(IndexSchema.similarity());
    String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
    address = URI.create("http://127.0.0.1:" + server.port() + "/search.json?q=" + query).toURL();
    parsed = parse(text);
  }

  /** Deletes everything. */
  @TearDown
  public void stop() throws IOException {
    server.close();
    engine.close();
    reader.close();
    directory.close();
    BenchmarkCorpus.remove(folder);
  }

  /** Like a script that keeps its connection open. */
  @Benchmark
  public int http() throws IOException {
    try (InputStream answer = address.openStream()) {
      return answer.readAllBytes().length;
    }
  }

  /** Without HTTP, but with facets, timeline and everything else in an answer. */
  @Benchmark
  public SearchResults engine() {
    return engine.search(SearchRequest.of(parse(text).root()));
  }

  /** The minimum. */
  @Benchmark
  public Object plainLucene() throws IOException {
    WordTerms terms =
        new WordTerms("en", new DocumentFrequencies(new ReaderDictionary(reader), false));
    Query query =
        new QueryCompiler(
                new PatternExpansion(new ReaderDictionary(reader), Deadline.none()),
                terms,
                FoundNames.NONE)
            .compile(parsed.root());
    TopDocs best = searcher.search(query, HITS);
    UnifiedHighlighter highlighter =
        UnifiedHighlighter.builder(searcher, ArticleAnalyzer.forText("en")).build();
    return highlighter.highlightFields(HIGHLIGHTED, query, best);
  }

  private static ParsedQuery parse(String text) {
    return QueryParser.parse(text, LocalDate.of(2026, 1, 1));
  }
}
