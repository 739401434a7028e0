package broadsheet.lucene.compile;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.WordPieces;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.names.FoundNames;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.lucene.snapshot.LanguageUnion;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.PlainWords;
import broadsheet.query.tree.TypedForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Compiles a query over articles in several languages, in each of which a word has another stem.
 * Compiles the tree for each language of the index, and restricts each result to articles in that
 * language. A stem of one language therefore never matches words of another, and each article is
 * scored by one query. Languages with the same result share it: an index in one language, and a
 * query without stems, cost nothing extra. Not thread-safe.
 */
public final class LanguageCompiler {

  /** Two words may be optional in a language that the query is not in. */
  private static final int MANY_STOP_WORDS = 3;

  /** The most notes on parts of a query that are shown. */
  private static final int MAX_NOTES = 10;

  /** The most content words of a short query. */
  private static final int SHORT = 2;

  private final ArticleLanguages languages;
  private final PatternExpansion patterns;
  private final PatternPruning budget;
  private final FoundNames names;
  private final Map<String, QueryCompiler> compilers = new LinkedHashMap<>();
  private final ArticleLanguages archive;
  private QueryNode asked = new QueryNode.Everything();
  private AskedLanguage language;

  /** A compiler for a search with a time budget. */
  public static LanguageCompiler within(SearchBudget budget) {
    return new LanguageCompiler(budget.snapshot(), budget.patterns());
  }

  /**
   * @param deadline limits the expansion of patterns
   */
  public LanguageCompiler(ReaderSnapshot snapshot, Deadline deadline) {
    this(
        new PatternExpansion(snapshot.dictionary(), deadline),
        snapshot.languages(),
        snapshot.languages(),
        snapshot.termStatistics(),
        snapshot.names());
  }

  /**
   * @param languages the languages of the articles that are searched
   * @param archive those of the archive that they belong to
   * @param names those that were found in them
   */
  public LanguageCompiler(
      Dictionary dictionary,
      ArticleLanguages languages,
      ArticleLanguages archive,
      Deadline deadline,
      FoundNames names) {
    this(
        new PatternExpansion(dictionary, deadline),
        languages,
        archive,
        new DocumentFrequencies(dictionary, languages.all().size() > 1),
        names);
  }

  private LanguageCompiler(
      PatternExpansion patterns,
      ArticleLanguages languages,
      ArticleLanguages archive,
      DocumentFrequencies statistics,
      FoundNames names) {
    this.languages = languages;
    this.archive = archive;
    language = AskedLanguage.of(asked, archive);
    this.names = names;
    this.patterns = patterns;
    List<WordTerms> terms = new ArrayList<>();
    for (String language : languages.all()) {
      WordTerms own = new WordTerms(language, statistics);
      terms.add(own);
      compilers.put(language, new QueryCompiler(patterns, own, names));
    }
    budget = new PatternPruning(patterns, terms);
  }

  /** The stop words of all languages of the archive. */
  public Set<String> stopWords() {
    return StopWords.of(languages.all());
  }

  /** Notes on the parts that were left out or cut short so far. */
  public List<Note> notes() {
    JoinedNotes joined = new JoinedNotes(budget.notes());
    compilers.values().forEach(joined::add);
    List<Note> notes = joined.all();
    int more = notes.size() - MAX_NOTES;
    List<Note> told = new ArrayList<>(notes.stream().limit(MAX_NOTES).toList());
    if (more > 0) {
      told.add(new Note.AndMore(more));
    }
    told.addAll(patterns.notes());
    return told;
  }

  /** Reads in which language and fields a query is asked. */
  private void ask(QueryNode root) {
    if (!asked.equals(root)) {
      asked = root;
      language = AskedLanguage.of(root, archive);
      FieldScope whole = FieldScope.of(root);
      budget.ask(whole);
      boolean isShort = isShort(root);
      compilers.forEach((own, compiler) -> compiler.ask(language.beside(own), isShort, whole));
    }
  }

  /** Whether a query is a word or two to look up, rather than a question or a sentence. */
  private boolean isShort(QueryNode root) {
    int words = contentWords(root).size();
    return words > 0 && words <= SHORT && optionalStopWords(root).isEmpty();
  }

  /** See {@link QueryCompiler#compile}. The query has no hits if no article is sure to match. */
  public Query compile(QueryNode root) {
    ask(root);
    return searched(root)
        .map(tree -> whole(compiler -> compiler.compile(tree)))
        .orElseGet(() -> new MatchNoDocsQuery("a pattern that cannot be searched"));
  }

  /**
   * The tree of a query or of a part, without the patterns beyond its budget; empty if no article
   * is sure to match.
   */
  Optional<QueryNode> searched(QueryNode root) {
    return budget.of(root).tree();
  }

  /** Whether all articles that match a query are found, and no others. */
  public Completeness completeness(QueryNode root) {
    return budget.of(root).completeness();
  }

  /** Whether articles may be found that do not match the whole query. */
  public boolean mayFindOthers(QueryNode root) {
    return budget.of(root).isMore();
  }

  /** The filters of a request. */
  public FilterClause filter(Filters filters) {
    return FilterClause.to(filters, names);
  }

  /** See {@link QueryCompiler#part}. */
  public Optional<Query> part(QueryNode node) {
    return searched(node).flatMap(tree -> joined(compiler -> compiler.part(tree)));
  }

  /** See {@link QueryCompiler#some}. */
  Query some(Relaxation relaxation, double share) {
    return whole(compiler -> compiler.some(relaxation, share));
  }

  /** See {@link QueryCompiler#compileAny}. */
  public Query compileAny(List<QueryNode> nodes) {
    List<QueryNode> trees = nodes.stream().flatMap(node -> searched(node).stream()).toList();
    return whole(compiler -> compiler.compileAny(trees));
  }

  /**
   * The compiler for articles of one language.
   *
   * @param language one of the index, as {@link ArticleLanguages} names it
   */
  public Optional<QueryCompiler> in(String language) {
    return Optional.ofNullable(compilers.get(language));
  }

  /** The language in which the query is asked. */
  public String language() {
    return language.language();
  }

  /** Whether a unit is a stop word in the language of the query. */
  public boolean isStopWord(QueryNode node) {
    return in(language.language()).filter(own -> own.isStopWord(node)).isPresent();
  }

  /**
   * The stop words in the language of the query that a match need not have, each once; most queries
   * have none.
   */
  public List<QueryNode> optionalStopWords(QueryNode root) {
    ask(root);
    return searched(root).orElse(root) instanceof QueryNode.Together(List<QueryNode> children)
        ? QueryCompiler.optionalStopWords(children, this::isStopWord).stream().distinct().toList()
        : List.of();
  }

  /** See {@link TypedForms#of}. */
  public QueryNode typed(QueryNode root) {
    Optional<QueryCompiler> own = in(AskedLanguage.of(root, archive).language());
    return TypedForms.of(root, node -> own.filter(each -> each.isStopWord(node)).isPresent());
  }

  /**
   * The content words of a query: its plain words that are not optional in its own language, and
   * the pieces of a long run without blanks. Each is listed once, in any case, in order; most
   * conditions and operators have none.
   */
  public List<QueryNode> contentWords(QueryNode root) {
    ask(root);
    QueryNode tree = searched(root).orElse(root);
    List<QueryNode> units =
        tree instanceof QueryNode.Together(List<QueryNode> children) ? children : List.of(tree);
    Map<QueryNode, QueryNode> words = new LinkedHashMap<>();
    for (QueryNode unit : units) {
      PlainWords.word(unit)
          .filter(_ -> !isStopWord(unit))
          .ifPresent(word -> addContent(word, unit, words));
    }
    return List.copyOf(words.values());
  }

  private static void addContent(
      QueryNode.Word word, QueryNode unit, Map<QueryNode, QueryNode> words) {
    List<String> pieces = WordPieces.of(word.text());
    if (pieces.size() == 1) {
      words.putIfAbsent(SomeWords.lowerCase(word), unit);
    } else {
      pieces.stream().map(QueryNode.Word::new).forEach(piece -> words.putIfAbsent(piece, piece));
    }
  }

  /**
   * Whether the words of a query are all optional in its language or, if they are many, in another.
   */
  boolean isOfStopWords(QueryNode root) {
    return root instanceof QueryNode.Together(List<QueryNode> children)
        && (StopWordPhrase.of(children, this::isStopWord).isPresent()
            || (children.size() >= MANY_STOP_WORDS
                && compilers.values().stream()
                    .anyMatch(own -> StopWordPhrase.of(children, own::isStopWord).isPresent())));
  }

  private Query whole(Function<QueryCompiler, Query> compiling) {
    return joined(compiling.andThen(Optional::of))
        .orElseGet(() -> new MatchNoDocsQuery("no language"));
  }

  private Optional<Query> joined(Function<QueryCompiler, Optional<Query>> compiling) {
    Map<Query, List<String>> languagesOf = new LinkedHashMap<>();
    compilers.forEach(
        (language, compiler) ->
            compiling
                .apply(compiler)
                .ifPresent(
                    q -> languagesOf.computeIfAbsent(q, _ -> new ArrayList<>()).add(language)));
    if (languagesOf.size() < 2) {
      return languagesOf.entrySet().stream()
          .findFirst()
          .map(only -> languages.only(only.getValue(), only.getKey()));
    }
    return Optional.of(new LanguageUnion(languagesOf, languages));
  }
}
