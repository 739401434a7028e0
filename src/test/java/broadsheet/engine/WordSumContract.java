package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.NoiseWords;
import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.engine.request.Counting;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of a result set are those of all the articles found, to the word. */
abstract class WordSumContract extends EngineContract {

  private static final ItemVersion STORY = ItemVersion.of("", "story", "1");
  private static final String RAIN = "rain " + NoiseWords.of(1, 60);

  private final ImaginedFiles files = new ImaginedFiles();

  private void putArticles() {
    files.put("a", article("first", RAIN).toBuilder().source("Lantern").build());
    files.put("b", article("reprint", RAIN, "A last word.").toBuilder().source("Post").build());
    files.put(
        "c",
        article("short", "Rain.").toBuilder().standfirst("It  poured\tdown.").build(),
        article("zh", "zh", List.of("大雨 rain 暴雨")));
    files.put("d", article("item", "Rain and storm.").toBuilder().items(List.of(STORY)).build());
    files.put("e", article("dry", NoiseWords.of(2, 300)).toBuilder().source("Post").build());
  }

  private static SearchRequest request(String query, Filters filters) {
    QueryNode root = QueryParser.parse(query, LocalDate.EPOCH).root();
    return new SearchRequest(root, filters, SortOrder.RELEVANCE, 1, 100).with(Counting.WORDS);
  }

  /** The words of articles that are listed one by one. */
  private static long words(SearchEngine engine, SearchResults each) {
    assertThat(each.hits()).hasSizeGreaterThanOrEqualTo((int) each.total());
    return each.hits().stream()
        .limit(each.total())
        .map(Hit::id)
        .mapToLong(id -> words(engine.article(id).orElseThrow()))
        .sum();
  }

  private static long words(Article article) {
    return Stream.concat(
            Stream.of(article.title(), article.standfirst()), article.paragraphs().stream())
        .flatMap(text -> Stream.of(text.split("\\s+")))
        .filter(word -> !word.isEmpty())
        .count();
  }

  private static long assertExact(SearchEngine engine, SearchRequest request) {
    SearchResults each = engine.search(request.unfolded());
    long words = words(engine, each);
    assertThat(each.words()).as("%s", request).hasValue(words);
    assertThat(engine.search(request).words()).as("%s", request).hasValue(words);
    return words;
  }

  @Test
  void wordsAreThoseOfAllArticlesFoundReprintsIncluded() {
    putArticles();
    files.rebuild(at(folder));
    try (SearchEngine engine = open(folder)) {
      assertThat(engine.search(request("rain", Filters.none())).folded()).isPositive();
      for (String query : List.of("", "rain", "rain OR storm", "rain storm", "rain thunder")) {
        assertThat(assertExact(engine, request(query, Filters.none()))).isPositive();
      }
      Filters post = Filters.none().with(FacetField.SOURCE, List.of("Post"));
      assertThat(assertExact(engine, request("rain", post)))
          .isLessThan(assertExact(engine, request("", post)));
      assertThat(engine.search(request("thunder", Filters.none())).words()).hasValue(0);
    }
  }

  @Test
  void withdrawnArticlesDoNotCount() {
    putArticles();
    files.rebuild(at(folder));
    long before;
    try (SearchEngine engine = open(folder)) {
      before = assertExact(engine, request("rain", Filters.none()));
    }
    files.withdraw("f", STORY);
    files.update(at(folder));
    try (SearchEngine engine = open(folder)) {
      assertThat(assertExact(engine, request("rain", Filters.none()))).isEqualTo(before - 5);
    }
  }

  @Test
  void wordsAreCountedOnlyWhenAskedFor() {
    try (SearchEngine engine = engine(folder, article("one", "Rain."))) {
      SearchRequest request = request("rain", Filters.none());
      for (Counting counting : List.of(Counting.NONE, Counting.ALL)) {
        assertThat(engine.search(request.with(counting)).words()).isEqualTo(OptionalLong.empty());
      }
    }
  }
}
