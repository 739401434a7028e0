package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Completion;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.mark.CompletionContext;
import broadsheet.lucene.suggest.Suggestion.Kind;
import broadsheet.query.OpenEnd;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Completes the text that a reader is typing from one committed state of the index. Each suggestion
 * is a whole query that finds something. Not thread-safe.
 */
public final class Suggestions {

  /** Number of suggestions of each kind that come before the rest of that kind. */
  private static final Map<Kind, Integer> SHARE =
      new EnumMap<>(Map.of(Kind.WORD, 6, Kind.PHRASE, 6, Kind.VALUE, 4, Kind.TITLE, 2));

  private static final Set<FacetField> NAMES =
      EnumSet.of(FacetField.PERSON, FacetField.ORGANISATION, FacetField.PLACE);

  /** Number of candidates tried for each wanted suggestion. */
  private static final int TRIED = 3;

  private static final int MOST_WORDS = 12;

  /** Number of letters of a headline that must be typed. */
  private static final int TELLING = 3;

  private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.'’-]*");

  /** Characters that may be query syntax, or cannot be searched for. */
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’.&%$,#@_/+ -]+");

  private static final Pattern LONE_SIGNS = Pattern.compile("(?<![^ ])[\\p{P}\\p{S}]++(?![^ ])|,$");

  private final ArchiveCompletions source;
  private final OpenEnd end;
  private final int count;
  private final CompletionContext stub;
  private final TextCompletions texts;
  private final ValueCompletions values;
  private final GluedWords glued;
  private final Map<String, Completion.Kind> suggestions = new LinkedHashMap<>();

  /** The names that the text may be the beginning of, folded. */
  private final Set<String> names = new HashSet<>();

  private final Set<String> tried = new HashSet<>();

  private Suggestions(ArchiveCompletions source, KnownWords known, OpenEnd end, int count) {
    this.source = source;
    this.end = end;
    this.count = count;
    stub = CompletionContext.of(end);
    texts = new TextCompletions(source, known, end.isQuoted(), end.field());
    values = new ValueCompletions(source);
    glued = new GluedWords(source.dictionary());
  }

  /**
   * Whole queries that begin with a text, the likeliest first.
   *
   * @param count the most queries to return
   */
  public static List<Completion> of(ArchiveCompletions source, String text, int count)
      throws IOException {
    return of(source, KnownWords.none(), text, count);
  }

  /** The same, with the known facts about the archive's words. */
  static List<Completion> of(ArchiveCompletions source, KnownWords known, String text, int count)
      throws IOException {
    Optional<OpenEnd> end = OpenEnd.of(text);
    return end.isEmpty() ? List.of() : new Suggestions(source, known, end.get(), count).all();
  }

  private List<Completion> all() throws IOException {
    Optional<QueryField> field = end.field();
    if (field.isPresent() && field.get().kind() == QueryField.Kind.KEYWORD) {
      Optional<FacetField> facet = ValueCompletions.facet(field.get());
      if (facet.isPresent()) {
        offerValues(facet.get());
      }
    } else if (!stub.isEmpty()) {
      List<Suggestion> whole = wholeNames();
      offerTexts();
      offerNames(whole);
    }
    return suggestions.entrySet().stream()
        .map(each -> new Completion(each.getKey(), kind(each.getKey(), each.getValue())))
        .toList();
  }

  /** Offers continuations of several words first, longer ones before shorter ones. */
  private void offerTexts() throws IOException {
    for (int words = stub.context().size();
        words >= Math.max(1, stub.least()) && suggestions.size() < count;
        words--) {
      CompletionContext after = stub.after(words);
      boolean isLongest = words == stub.context().size();
      List<Suggestion> titles = isLongest ? texts.titles(after) : List.of();
      offer(arranged(List.of(texts.phrases(after), titles)), isLongest && end.isWholeQuery());
    }
    if (stub.least() == 0 && !stub.prefix().isEmpty()) {
      offerWords(stub.after(0));
    }
  }

  private void offerWords(CompletionContext word) throws IOException {
    if (suggestions.size() == count) {
      return;
    }
    List<List<Suggestion>> found = new ArrayList<>();
    found.add(texts.words(word, MOST_WORDS));
    if (word.prefix().length() >= TELLING) {
      found.add(texts.titles(word));
    }
    if (end.field().isEmpty()) {
      for (FacetField facet : FacetField.KEYWORDS) {
        if (facet != FacetField.LANGUAGE) {
          found.add(unrepeated(values.of(facet, end.word(), count)));
        }
      }
    }
    if (stub.context().isEmpty()) {
      found.forEach(this::addNames);
    }
    offer(arranged(found), stub.context().isEmpty() && end.isWholeQuery());
  }

  /** Those that do not begin with the word before the unfinished one. */
  private List<Suggestion> unrepeated(List<Suggestion> found) {
    String before = stub.context().isEmpty() ? "" : stub.context().getLast() + " ";
    return found.stream()
        .filter(each -> before.isEmpty() || !TermForm.foldedPattern(each.text()).startsWith(before))
        .toList();
  }

  /** The most frequent first, but mixed by kind. */
  private static List<Suggestion> arranged(List<List<Suggestion>> found) {
    List<Suggestion> all = new ArrayList<>();
    found.forEach(all::addAll);
    all.sort(Comparator.comparingInt(Suggestion::articles).reversed());
    Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
    List<Suggestion> first = new ArrayList<>();
    List<Suggestion> rest = new ArrayList<>();
    for (Suggestion completion : all) {
      int of = taken.merge(completion.kind(), 1, Integer::sum);
      (of <= SHARE.getOrDefault(completion.kind(), 0) ? first : rest).add(completion);
    }
    first.addAll(rest);
    return first;
  }

  /**
   * @param areWholeQueries whether they were read in articles exactly as they will be searched
   */
  private void offer(List<Suggestion> completions, boolean areWholeQueries) throws IOException {
    List<Suggestion> offered = new ArrayList<>();
    for (Suggestion completion : completions) {
      if (completion.kind() == Kind.VALUE || !glued.areIn(completion.text())) {
        offered.add(completion);
      }
    }
    source.announce(
        offered.stream()
            .filter(completion -> !areWholeQueries || completion.kind() == Kind.VALUE)
            .map(completion -> parsed(stub.kept() + inQuery(completion)))
            .toList());
    for (Suggestion completion : offered) {
      boolean isRead = areWholeQueries && completion.kind() != Kind.VALUE;
      offer(stub.kept(), completion, isRead);
    }
  }

  /** Offers a completion after some text; a value without hits there is offered in its field. */
  private void offer(String before, Suggestion completion, boolean isRead) throws IOException {
    boolean isFound = offer(before + inQuery(completion), isRead, kind(completion));
    if (!isFound && completion.facet().isPresent() && !end.isQuoted()) {
      String label = completion.facet().get().label();
      offer(before + label + ":" + value(completion), false, kind(completion));
    }
  }

  private String inQuery(Suggestion completion) {
    String words = SIGNS.matcher(completion.text()).replaceAll(" ");
    String text = LONE_SIGNS.matcher(words).replaceAll(" ").replaceAll(" +", " ").strip();
    return end.isQuoted() ? text + '"' : text;
  }

  /** Names that begin with all the words typed so far, as in {@code mitch m}. */
  private List<Suggestion> wholeNames() throws IOException {
    List<Suggestion> whole = new ArrayList<>();
    if (end.isWholeQuery() && !end.isQuoted() && end.field().isEmpty() && end.hasContext()) {
      for (FacetField facet : NAMES) {
        whole.addAll(values.of(facet, (end.context() + " " + end.word()).strip(), count));
      }
      whole.sort(Comparator.comparingInt(Suggestion::articles).reversed());
      addNames(whole);
    }
    return whole;
  }

  private void offerNames(List<Suggestion> whole) throws IOException {
    source.announce(whole.stream().map(name -> parsed(inQuery(name))).toList());
    for (Suggestion name : whole) {
      offer("", name, false);
    }
  }

  private void addNames(List<Suggestion> found) {
    found.stream()
        .filter(each -> each.facet().filter(NAMES::contains).isPresent())
        .forEach(name -> names.add(TermForm.foldedPattern(inQuery(name))));
  }

  private Completion.Kind kind(String text, Completion.Kind kind) {
    return names.contains(TermForm.foldedPattern(text)) ? Completion.Kind.NAME : kind;
  }

  private void offerValues(FacetField facet) throws IOException {
    String typed = (end.context() + " " + end.word()).strip();
    String before =
        end.isQuoted() ? end.before().substring(0, end.before().length() - 1) : end.before();
    List<String> offered =
        values.of(facet, typed, count * 2).stream().map(value -> before + value(value)).toList();
    source.announce(offered.stream().map(Suggestions::parsed).toList());
    for (String text : offered) {
      offer(text, false, kind(facet));
    }
  }

  private static Completion.Kind kind(FacetField facet) {
    return NAMES.contains(facet) ? Completion.Kind.NAME : Completion.Kind.LABEL;
  }

  private static Completion.Kind kind(Suggestion completion) {
    return switch (completion.kind()) {
      case WORD, PHRASE -> Completion.Kind.WORDS;
      case TITLE -> Completion.Kind.HEADLINE;
      case VALUE -> completion.facet().map(Suggestions::kind).orElse(Completion.Kind.LABEL);
    };
  }

  private String value(Suggestion value) {
    boolean isBare = !end.isQuoted() && BARE.matcher(value.text()).matches();
    return isBare ? value.text() : '"' + value.text() + '"';
  }

  private static QueryNode parsed(String text) {
    return QueryParser.parse(text, LocalDate.now(ZoneId.systemDefault())).root();
  }

  /** Whether an article that has the query's words next to each other matches the whole query. */
  private static boolean isOfWords(QueryNode query) {
    return switch (query) {
      case QueryNode.Word _, QueryNode.Phrase _ -> true;
      case QueryNode.Together together ->
          together.children().stream().allMatch(QueryNode.Word.class::isInstance);
      default -> false;
    };
  }

  /**
   * Offers a query that finds something, unless it was tried before. Returns whether it is settled.
   */
  private boolean offer(String text, boolean isRead, Completion.Kind kind) throws IOException {
    if (suggestions.size() == count
        || tried.size() == count * TRIED
        || !tried.add(TermForm.foldedPattern(text))) {
      return true;
    }
    QueryNode query = parsed(text);
    boolean isFound = (isRead && isOfWords(query)) || source.hasAny(query);
    if (isFound) {
      suggestions.put(text, kind);
    }
    return isFound;
  }
}
