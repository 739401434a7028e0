package broadsheet.web;

import broadsheet.article.Article;
import broadsheet.engine.ClauseCount;
import broadsheet.engine.EngineException;
import broadsheet.engine.FacetCount;
import broadsheet.engine.FacetField;
import broadsheet.engine.Filters;
import broadsheet.engine.Hit;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.MarkedArticle;
import broadsheet.engine.MarkedText;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.SearchRequest;
import broadsheet.engine.SearchResults;
import broadsheet.engine.SortOrder;
import broadsheet.engine.Timeline;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads every article at every search. A query for {@code crash} or {@code slow} does so. */
final class ScanningEngine implements SearchEngine {
  private final List<Article> articles;

  ScanningEngine(List<Article> articles) {
    this.articles = articles;
  }

  @Override
  public SearchResults search(SearchRequest request) {
    misbehave(request.query());
    List<Article> found =
        articles.stream()
            .filter(a -> matches(a, request.query()) && passes(a, request.filters()))
            .sorted(order(request.sort()))
            .toList();
    List<Hit> page =
        found.stream()
            .skip((request.page() - 1L) * request.size())
            .limit(request.size())
            .map(article -> hit(article, request.query()))
            .toList();
    List<ClauseCount> clauses =
        found.isEmpty() && request.query() instanceof QueryNode.Together together
            ? together.children().stream().map(c -> new ClauseCount(c, count(c))).toList()
            : List.of();
    return new SearchResults(
        found.size(),
        page,
        List.of(),
        clauses,
        facets(found),
        timeline(found),
        Duration.ofMillis(3));
  }

  private long count(QueryNode query) {
    return articles.stream().filter(a -> matches(a, query)).count();
  }

  private static void misbehave(QueryNode query) {
    if (query instanceof QueryNode.Word(String text)) {
      switch (text) {
        case "crash" -> throw new IllegalStateException("secret innards");
        case "unreadable" -> throw new EngineException("secret folder is damaged");
        case "slow" -> sleep();
        default -> {}
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Comparator<Article> order(SortOrder sort) {
    Comparator<Article> byDay =
        Comparator.comparing(a -> a.publishedAt().first().orElse(LocalDate.MIN));
    return switch (sort) {
      case RELEVANCE -> (_, _) -> 0;
      case NEWEST -> byDay.reversed();
      case OLDEST -> Comparator.comparing(a -> a.publishedAt().first().orElse(LocalDate.MAX));
    };
  }

  private static boolean passes(Article article, Filters filters) {
    Optional<LocalDate> day = article.publishedAt().first();
    return filters.from().map(f -> day.isPresent() && !day.get().isBefore(f)).orElse(true)
        && filters.to().map(t -> day.isPresent() && !day.get().isAfter(t)).orElse(true)
        && filters.values().entrySet().stream()
            .allMatch(e -> values(article, e.getKey()).stream().anyMatch(e.getValue()::contains));
  }

  private static List<String> values(Article article, FacetField facet) {
    List<String> values =
        switch (facet) {
          case SOURCE -> List.of(article.source());
          case SECTION -> List.of(article.section());
          case AUTHOR -> article.authors();
          case TOPIC -> article.topics();
          case PLACE -> article.places();
          case PERSON -> article.people();
          case LANGUAGE -> List.of(article.language());
        };
    return values.stream().filter(v -> !v.isEmpty()).toList();
  }

  private static boolean matches(Article article, QueryNode query) {
    return switch (query) {
      case QueryNode.Everything _ -> true;
      case QueryNode.Together(List<QueryNode> children) ->
          children.stream().allMatch(c -> matches(article, c));
      case QueryNode.InField(QueryField field, QueryNode child) ->
          texts(article, field).anyMatch(t -> mark(t, child).isMarked());
      default ->
          Stream.concat(
                  Stream.of(article.title(), article.standfirst()), article.paragraphs().stream())
              .anyMatch(t -> mark(t, query).isMarked());
    };
  }

  private static Stream<String> texts(Article article, QueryField field) {
    return switch (field) {
      case TITLE -> Stream.of(article.title());
      case STANDFIRST -> Stream.of(article.standfirst());
      case BODY -> article.paragraphs().stream();
      case RELATED -> article.related().stream();
      case SOURCE, SECTION, AUTHOR, TOPIC, PLACE, PERSON, LANGUAGE ->
          values(article, FacetField.valueOf(field.name())).stream();
      default -> Stream.empty();
    };
  }

  private static MarkedText markIn(String text, QueryField field, QueryNode query) {
    return switch (query) {
      case QueryNode.InField(QueryField wanted, QueryNode child) ->
          wanted == field ? mark(text, child) : MarkedText.unmarked(text);
      case QueryNode.Together(List<QueryNode> children) ->
          children.stream()
              .map(c -> markIn(text, field, c))
              .filter(MarkedText::isMarked)
              .findFirst()
              .orElse(MarkedText.unmarked(text));
      default ->
          field.kind() == QueryField.Kind.TEXT && field != QueryField.RELATED
              ? mark(text, query)
              : MarkedText.unmarked(text);
    };
  }

  private static MarkedText mark(String text, QueryNode query) {
    String sought =
        switch (query) {
          case QueryNode.Word(String word) -> word;
          case QueryNode.Phrase(String phrase, int _) -> phrase;
          default -> "";
        };
    if (sought.isEmpty()) {
      return MarkedText.unmarked(text);
    }
    String pattern = "(?<!\\p{L})" + Pattern.quote(sought) + "(?!\\p{L})";
    return new MarkedText(
        text,
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text)
            .results()
            .map(r -> new MarkedText.Mark(r.start(), r.end()))
            .toList());
  }

  private static List<MarkedText> mark(List<String> texts, QueryField field, QueryNode query) {
    return texts.stream().map(t -> markIn(t, field, query)).toList();
  }

  private static Map<FacetField, List<MarkedText>> values(Article article, QueryNode query) {
    Map<FacetField, List<MarkedText>> values = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      List<String> plain = values(article, facet);
      if (!plain.isEmpty()) {
        values.put(facet, mark(plain, QueryField.valueOf(facet.name()), query));
      }
    }
    return values;
  }

  private static Hit hit(Article article, QueryNode query) {
    List<MarkedText> body = mark(article.paragraphs(), QueryField.BODY, query);
    List<MarkedText> marked = body.stream().filter(MarkedText::isMarked).limit(2).toList();
    return new Hit(
        article.id(),
        markIn(article.title(), QueryField.TITLE, query),
        marked.isEmpty() ? body.stream().limit(1).toList() : marked,
        values(article, query),
        article.publishedAt(),
        article.url(),
        1.5f);
  }

  @Override
  public Optional<MarkedArticle> find(String id, QueryNode query) {
    return articles.stream()
        .filter(a -> a.id().equals(id))
        .findFirst()
        .map(
            a ->
                new MarkedArticle(
                    a,
                    markIn(a.title(), QueryField.TITLE, query),
                    markIn(a.standfirst(), QueryField.STANDFIRST, query),
                    markIn(a.dateline(), QueryField.DATELINE, query),
                    mark(a.paragraphs(), QueryField.BODY, query),
                    mark(a.related(), QueryField.RELATED, query),
                    values(a, query)));
  }

  private static Map<FacetField, List<FacetCount>> facets(List<Article> found) {
    Map<FacetField, List<FacetCount>> facets = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      List<FacetCount> counts = new ArrayList<>();
      found.stream()
          .flatMap(a -> values(a, facet).stream())
          .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
          .forEach((value, count) -> counts.add(new FacetCount(value, count)));
      counts.sort(Comparator.comparingLong(FacetCount::count).reversed());
      if (!counts.isEmpty()) {
        facets.put(facet, counts);
      }
    }
    return facets;
  }

  private static Timeline timeline(List<Article> found) {
    Map<LocalDate, Long> months =
        found.stream()
            .flatMap(a -> a.publishedAt().first().stream())
            .map(day -> day.withDayOfMonth(1))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    long undated = found.stream().filter(a -> !a.publishedAt().isKnown()).count();
    return new Timeline(
        Timeline.Unit.MONTH,
        months.entrySet().stream().map(e -> new Timeline.Bucket(e.getKey(), e.getValue())).toList(),
        undated);
  }

  @Override
  public long articleCount() {
    return articles.size();
  }

  @Override
  public IndexSummary summary() {
    List<LocalDate> days =
        articles.stream().flatMap(a -> a.publishedAt().first().stream()).sorted().toList();
    return new IndexSummary(
        articles.size(),
        articles.size() - days.size(),
        days.stream().findFirst(),
        days.reversed().stream().findFirst(),
        facets(articles).getOrDefault(FacetField.SOURCE, List.of()),
        List.of("seeds"),
        1000,
        1,
        Instant.EPOCH);
  }

  @Override
  public void check(Consumer<Article> article) {
    articles.forEach(article);
  }

  @Override
  public void close() {}
}
