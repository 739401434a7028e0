package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.article.PrintedPage;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SpokenWords;
import broadsheet.names.Name;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that articles of an archive have, each with values that find something: the most
 * frequent ones, or those of the newest articles that have the field; an asterisk if none of these
 * can be typed. Takes some thirty searches after each change of the archive or of its names, and
 * none otherwise. Thread-safe.
 */
public final class ArchiveFields {

  /** The most values of a field. */
  public static final int MOST_VALUES = 3;

  /** The articles that are looked at for values. */
  private static final int SAMPLE = 5;

  private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.'’-]*");
  private static final Pattern LONG_WORD = Pattern.compile("[\\p{L}\\p{M}]{4,20}");
  private static final Pattern SCHEME = Pattern.compile("^www\\.");

  private static final List<String> LENGTHS =
      List.of("<200", "200..500", ">500", ">1000", "<500", ">0");
  private static final List<String> QUALITIES = List.of(">90", "<80", "80..90", ">50", "<50", ">0");

  private final SearchEngine engine;
  private List<Field> fields = List.of();
  private Optional<State> state = Optional.empty();
  private boolean isCut;

  /** A state of the archive and of its names. */
  private record State(long generation, Optional<String> names) {}

  /**
   * A field.
   *
   * @param values as typed after the colon, in quotes where they need them; at most {@value
   *     #MOST_VALUES}
   */
  public record Field(QueryField field, List<String> values) {
    public Field {
      values = List.copyOf(values);
    }

    /** Its name before the colon. */
    public String label() {
      return field.label();
    }

    /** Queries for the values. */
    public List<String> queries() {
      return values.stream().map(value -> label() + ":" + value).toList();
    }
  }

  public ArchiveFields(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * The fields of the archive as it is now, in the order of {@link QueryField}.
   *
   * @throws EngineException when the index cannot be read
   */
  public synchronized List<Field> all() {
    Optional<State> now =
        Optional.of(new State(engine.status().generation(), engine.namesDigest()));
    if (!now.equals(state)) {
      isCut = false;
      fields = found();
      state = isCut ? Optional.empty() : now;
    }
    return fields;
  }

  /** The values of a field; none if no article has it. */
  public List<String> values(QueryField field) {
    return all().stream()
        .filter(each -> each.field() == field)
        .flatMap(each -> each.values().stream())
        .toList();
  }

  private List<Field> found() {
    Map<FacetField, List<FacetCount>> facets =
        engine.search(request(new QueryNode.Everything(), 1)).facets();
    return Arrays.stream(QueryField.values()).flatMap(field -> of(field, facets).stream()).toList();
  }

  private Optional<Field> of(QueryField field, Map<FacetField, List<FacetCount>> facets) {
    List<FacetCount> counted = facet(field).map(facets::get).orElse(List.of());
    List<String> values =
        counted == null || counted.isEmpty()
            ? sampled(field)
            : counted.stream().map(each -> typed(each.value())).toList();
    List<String> some = values.stream().distinct().limit(MOST_VALUES).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(new Field(field, some));
  }

  private static Optional<FacetField> facet(QueryField field) {
    return FacetField.KEYWORDS.stream()
        .filter(each -> each.label().equals(field.label()))
        .findFirst();
  }

  private static SearchRequest request(QueryNode query, int size) {
    return new SearchRequest(query, Filters.none(), SortOrder.NEWEST, 1, size);
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  /** Values from the newest articles that have the field; none if there are none. */
  private List<String> sampled(QueryField field) {
    SearchResults having =
        engine.search(request(parsed(field.label() + ":*"), SAMPLE).withoutCounts());
    isCut |= having.completeness().isLowerBound();
    if (having.total() == 0) {
      return List.of();
    }
    List<NamedArticle> articles =
        having.hits().stream().map(Hit::id).flatMap(id -> engine.named(id).stream()).toList();
    List<String> values =
        switch (field.kind()) {
          case DATE -> field == QueryField.ADDED ? added(having.hits()) : days(articles);
          case NUMBER -> field == QueryField.WORDS ? LENGTHS : QUALITIES;
          case TEXT -> words(field, articles);
          case KEYWORD -> keywords(field, articles);
        };
    List<String> finding =
        values.stream()
            .distinct()
            .filter(value -> engine.hasAny(parsed(field.label() + ":" + value), Filters.none()))
            .limit(MOST_VALUES)
            .toList();
    return finding.isEmpty() ? List.of("*") : finding;
  }

  private static List<String> added(List<Hit> hits) {
    return days(hits.stream().flatMap(hit -> hit.addedAt().stream()).map(Instant::toString));
  }

  private static List<String> days(List<NamedArticle> articles) {
    return days(articles.stream().map(each -> each.article().publishedAt().iso()));
  }

  /** The newest day, its month and its year. */
  private static List<String> days(Stream<String> dates) {
    return dates
        .filter(iso -> iso.length() >= "2023".length())
        .map(iso -> iso.substring(0, Math.min(iso.length(), "2023-06-18".length())))
        .flatMap(
            iso ->
                Stream.of(4, 7, 10)
                    .filter(end -> end <= iso.length())
                    .map(end -> iso.substring(0, end)))
        .toList();
  }

  /** A long word of each text. In lower case: a text in capitals may have AND, OR and NOT. */
  private List<String> words(QueryField field, List<NamedArticle> articles) {
    Stream<String> words =
        texts(field, articles).stream()
            .map(text -> text.toLowerCase(Locale.ROOT))
            .flatMap(
                text ->
                    LONG_WORD
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .max(Comparator.comparingInt(String::length))
                        .stream());
    return (field == QueryField.FURNITURE ? Stream.concat(Stream.of("show"), words) : words)
        .toList();
  }

  private List<String> texts(QueryField field, List<NamedArticle> articles) {
    return field == QueryField.SAID
        ? quotes(articles).stream().flatMap(quote -> quote.pieces().stream()).toList()
        : articles.stream().flatMap(each -> texts(field, each.article()).stream()).toList();
  }

  private static List<String> texts(QueryField field, Article article) {
    return switch (field) {
      case TITLE -> List.of(article.title());
      case STANDFIRST -> List.of(article.standfirst());
      case DATELINE -> List.of(article.dateline());
      case LEAD -> article.paragraphs().stream().limit(1).toList();
      case BODY -> article.paragraphs();
      case CAPTION -> article.captions();
      case CORRECTION -> article.corrections();
      case RELATED -> article.related();
      case FURNITURE -> article.furniture().only(article.paragraphs());
      default -> List.of();
    };
  }

  private List<SpokenWords> quotes(List<NamedArticle> articles) {
    List<String> ids = articles.stream().map(NamedArticle::id).toList();
    Set<Name> speakers =
        articles.stream()
            .flatMap(each -> each.found().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<SpokenWords> quotes = new ArrayList<>();
    for (Name speaker : speakers) {
      quotes.addAll(engine.quotes(speaker, ids));
      if (quotes.size() >= SAMPLE) {
        break;
      }
    }
    return quotes;
  }

  private List<String> keywords(QueryField field, List<NamedArticle> articles) {
    Stream<String> values =
        field == QueryField.SPEAKER
            ? quotes(articles).stream().map(quote -> quote.speaker().text())
            : articles.stream().flatMap(each -> keywords(field, each.article()));
    return values.filter(value -> !value.isBlank()).map(ArchiveFields::typed).toList();
  }

  private static Stream<String> keywords(QueryField field, Article article) {
    return switch (field) {
      case ID -> Stream.of(article.id());
      case URL -> host(article.url()).stream();
      case PAGE -> article.positions().pages().stream().map(PrintedPage::label);
      default -> Stream.empty();
    };
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost())
          .map(host -> SCHEME.matcher(host).replaceFirst(""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The value as typed after a colon. */
  private static String typed(String value) {
    return BARE.matcher(value).matches() ? value : '"' + value.replace("\"", "") + '"';
  }
}
