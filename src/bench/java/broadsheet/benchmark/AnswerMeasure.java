package broadsheet.benchmark;

import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Counting;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.Workbench;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.shards.ShardedEngine;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the answers to many requests, so that those of two builds can be compared with {@code
 * diff}: of one index, and of the same articles on three shards. Run by {@code src/build/measure
 * Answer -Dcorpus=PATH -Dindex=FOLDER -Danswers=FILE}. The first run makes the indexes; later ones
 * read them.
 */
public final class AnswerMeasure {

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final int QUERIES = 1_000;

  /** Every so many queries, all that an engine can be asked is. */
  private static final int WHOLE = 10;

  private final Random random = new Random(11);
  private final List<String> titles = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  private AnswerMeasure() {}

  /** Makes the indexes if they are not there, asks and writes. */
  public static void main(String... arguments) throws IOException {
    new AnswerMeasure().run();
  }

  private void run() throws IOException {
    Path folder = Path.of(System.getProperty("index"));
    Path one = folder.resolve("one");
    Path three = folder.resolve("three");
    if (!Files.exists(one)) {
      build(new LuceneEngine(one));
      build(new ShardedEngine(three));
    }
    Path answers = Path.of(System.getProperty("answers"));
    List<String> queries = new ArrayList<>();
    try (SearchEngine engine = new LuceneEngine(one).search(LIMIT);
        Writer out = Files.newBufferedWriter(Path.of(answers + ".one"))) {
      engine.export(
          SearchRequest.of(new QueryNode.Everything()).in(SearchMode.LEXICAL),
          named -> {
            titles.add(named.article().title());
            sources.add(named.article().source());
          });
      for (int i = 0; i < QUERIES; i++) {
        queries.add(query());
      }
      ask(queries, engine, out);
    }
    try (SearchEngine engine = new ShardedEngine(three).search(LIMIT);
        Writer out = Files.newBufferedWriter(Path.of(answers + ".three"))) {
      ask(queries, engine, out);
    }
  }

  private static void build(Engine engine) {
    try (IndexingSession session = engine.rebuild(NameMode.FIND)) {
      BenchmarkCorpus.articles().forEach(session::add);
      session.commit(List.of());
    }
  }

  private String word() {
    while (true) {
      String[] words = titles.get(random.nextInt(titles.size())).split("[^\\p{L}]+", -1);
      String word = words[random.nextInt(words.length)];
      if (word.length() > 2) {
        return word.toLowerCase(Locale.ROOT);
      }
    }
  }

  private String words(int count) {
    return String.join(" ", Stream.generate(this::word).limit(count).toList());
  }

  private String run(int count) {
    String[] words =
        titles.get(random.nextInt(titles.size())).toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1);
    int from = random.nextInt(Math.max(1, words.length - count));
    return String.join(" ", List.of(words).subList(from, Math.min(words.length, from + count)));
  }

  private String query() {
    return switch (random.nextInt(17)) {
      case 0, 1 -> word();
      case 2, 3 -> words(2);
      case 4 -> words(3 + random.nextInt(4));
      case 5 -> '"' + run(2) + '"';
      case 6 -> '"' + run(3) + "\" " + word();
      case 7 -> word() + " OR " + word();
      case 8 -> word() + " -" + word();
      case 9 -> word().substring(0, 3) + "* " + word();
      case 10 -> word() + "~1";
      case 11 -> word() + " NEAR/5 " + word();
      case 12 -> "title:" + word() + " " + word();
      case 13 -> '"' + run(3) + "\"~4";
      case 15 -> "person:" + word() + " OR said:" + word();
      case 14 -> word() + " zqx" + word();
      default -> "=" + word() + " (" + words(2) + ")";
    };
  }

  private void ask(List<String> queries, SearchEngine engine, Writer out) throws IOException {
    write("summary", engine.summary().sources(), out);
    write("articles", engine.articleCount(), out);
    write("coverage", engine.coverage(), out);
    write("totals", engine.ledger().totals(), out);
    write("names", engine.namesDigest(), out);
    Random asking = new Random(7);
    List<SortOrder> orders = List.of(SortOrder.RELEVANCE, SortOrder.NEWEST, SortOrder.OLDEST);
    for (int i = 0; i < queries.size(); i++) {
      QueryNode query = QueryParser.parse(queries.get(i), LocalDate.EPOCH).root();
      Filters filters = filters(asking);
      SortOrder sort = orders.get(asking.nextInt(orders.size()));
      int page = 1 + asking.nextInt(6) / 4;
      SearchRequest request = new SearchRequest(query, filters, sort, page, 10);
      SearchResults results = engine.search(request);
      write(queries.get(i) + " " + request, results, out);
      if (results.next().isPresent()) {
        write("next", engine.search(request.after(results.next().get())), out);
      }
      if (i % WHOLE == 0) {
        askAll(query, filters, request, results, engine, out);
      }
    }
  }

  private Filters filters(Random asking) {
    Filters none = Filters.none();
    return switch (asking.nextInt(12)) {
      case 0, 1 ->
          none.with(FacetField.SOURCE, List.of(sources.get(asking.nextInt(sources.size()))));
      case 2 -> none.with(FacetField.LANGUAGE, List.of("en"));
      case 3 -> none.with(FacetField.LANGUAGE, List.of("de", "fr"));
      case 4 -> none.of(VersionScope.ALL);
      case 5 -> none.between(Optional.of(LocalDate.of(1987, 3, 1)), Optional.empty());
      default -> none;
    };
  }

  private static void askAll(
      QueryNode query,
      Filters filters,
      SearchRequest request,
      SearchResults results,
      SearchEngine engine,
      Writer out)
      throws IOException {
    write("words", engine.search(request.with(Counting.WORDS)), out);
    write("rank", engine.rank(request, 200), out);
    write("timeline", engine.timeline(query, filters, Optional.empty()), out);
    write("trends", engine.trends(List.of(query, query), filters, Optional.empty()), out);
    write("apart", engine.distinctiveWords(query, filters, new Contrast.Others()), out);
    write("any", engine.hasAny(query, filters), out);
    write("values", engine.values(FacetField.PERSON, query, filters), out);
    String text = query.toString().replaceAll("[^a-z]+", " ").strip();
    String typed = text.substring(Math.max(0, text.length() - 4));
    write("completions " + typed, engine.completions(typed, 10), out);
    for (Hit hit : results.hits().stream().limit(2).toList()) {
      write("find", engine.find(hit.id(), query), out);
      write("explain", engine.explain(request, hit.id()), out);
      write("similar", engine.similarTo(hit.id(), 5), out);
      write("refs", engine.refs(List.of(hit.id())), out);
      write("ids", engine.idsOf(engine.refs(List.of(hit.id())).values()), out);
      write("versions", engine.versions(hit.id()), out);
      write("withdrawn", engine.withdrawn(List.of(hit.id())), out);
    }
    WordSet set = new WordSet(query, filters, true);
    Workbench words = engine.workbench();
    write(
        "concordance",
        words.concordance(new ConcordanceRequest(set, LineOrder.RIGHT1, 20, Optional.empty(), 60)),
        out);
    write(
        "collocates",
        words.collocates(
            new CollocatesRequest(set, 5, 5, false, false, 2, Association.LOG_LIKELIHOOD, 30)),
        out);
    write("frequencies", words.frequencies(new FrequenciesRequest(set, WordGrouping.MONTH)), out);
    write(
        "keywords", words.keywords(new KeywordsRequest(set, Optional.empty(), false, 2, 30)), out);
    write("sequences", words.sequences(new SequencesRequest(set, 3, true, 2, 30)), out);
  }

  private static void write(String label, Object answer, Writer out) throws IOException {
    out.write(label + " = " + text(answer) + "\n");
  }

  /**
   * The same text for equal answers. The times that they took are left out, and the steps of a
   * score, whose order differs from run to run.
   */
  private static String text(Object value) {
    return switch (value) {
      case Record record ->
          Arrays.stream(record.getClass().getRecordComponents())
              .filter(component -> component.getType() != Duration.class)
              .filter(component -> !component.getName().equals("numbers"))
              .map(component -> component.getName() + ":" + text(component(record, component)))
              .collect(Collectors.joining(" ", "(", ")"));
      case Optional<?> maybe -> maybe.map(AnswerMeasure::text).orElse("none");
      case List<?> all ->
          all.stream().map(AnswerMeasure::text).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> all ->
          all.entrySet().stream()
              .map(each -> text(each.getKey()) + "=" + text(each.getValue()))
              .sorted()
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> all ->
          all.stream()
              .map(AnswerMeasure::text)
              .sorted()
              .collect(Collectors.joining(", ", "{", "}"));
      default -> String.valueOf(value).replace('\n', ' ');
    };
  }

  private static Object component(Record of, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
