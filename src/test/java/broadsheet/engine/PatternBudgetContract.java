package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Note.Part.Treatment;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patterns beyond a query's budget never empty a conjunction and never turn an exclusion round. The
 * archive has 1,000 words with each of nine beginnings; the patterns of eight use up the budget.
 */
abstract class PatternBudgetContract extends SharedArchiveContract {

  private static final int TREES = 60;
  private static final List<String> BEGINNINGS =
      List.of("za", "zb", "zc", "zd", "ze", "zf", "zg", "zh", "zi");

  /** Uses up the budget, and is in every article about cocoa. */
  private static final String FILLING =
      "za* AND zb* AND zc* AND zd* AND ze* AND zf* AND zg* AND zh*";

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (String beginning : BEGINNINGS) {
      articles.add(article("many-" + articles.size(), words(beginning, 1_000)));
    }
    articles.add(article("many", words("xa", 1_200)));
    String some = String.join("1 ", BEGINNINGS) + "1 xa1";
    articles.add(article("both", "Cocoa and coffee fell. " + some));
    articles.add(article("rise", "Cocoa beans rose. " + some.replace(" zi1", "")));
    articles.add(article("coffee", "Coffee alone. " + some));
    articles.add(article("de", "kakao", List.of("Kakao und cocoa. " + some)));
    return articles;
  }

  private static String words(String beginning, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> beginning + i)
        .collect(Collectors.joining(" "));
  }

  private SearchResults search(String query) {
    return engine.search(SearchRequest.of(parsed(query)));
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "FILLING AND cocoa AND zi*#both kakao rise",
        "FILLING AND zi* AND cocoa#both kakao rise",
        "FILLING AND body:zi* AND cocoa AND zi*#both kakao rise",
        "FILLING AND cocoa AND (zi* OR coffee)#both",
        "FILLING AND (cocoa w/3 zi*)#both kakao rise",
        "FILLING AND (zi* NEAR/3 cocoa)#both kakao rise",
        "FILLING AND (cocoa NOT w/3 coffee) AND zi*#kakao rise",
        "FILLING AND cocoa AND ATLEAST/2 zi*#both kakao rise",
        "FILLING AND cocoa AND zi* AND -coffee#kakao rise",
        "FILLING AND cocoa AND zij~#both kakao rise"
      })
  void patternIsLeftOutOfAConjunctionAndNamed(String query, String ids) {
    String typed = query.replace("FILLING", FILLING);
    SearchResults results = search(typed);

    assertThat(ids(results)).isEqualTo(ids);
    assertThat(results.notes())
        .contains(
            new Note.Part(query.contains("~") ? "zij" : "zi*", Treatment.NOT_SEARCHED),
            Note.Plain.PATTERNS_TOO_MANY);
    assertThat(results.isComplete()).isTrue();
    boolean isLess = query.contains("OR");
    assertThat(results.completeness().isLowerBound()).isEqualTo(isLess);
    assertAgreed(typed, results);
  }

  private static String ids(SearchResults results) {
    return results.hits().stream()
        .map(hit -> hit.id())
        .filter(id -> !id.startsWith("many"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILLING AND cocoa AND NOT zi*",
        "FILLING AND cocoa AND -body:zi*",
        "FILLING AND cocoa AND -(coffee AND zi*)",
        "FILLING AND cocoa AND -(coffee OR zi*)",
        "FILLING AND cocoa AND -(coffee -zi*)",
        "FILLING AND (cocoa NOT w/5 zi*)",
        "FILLING AND (cocoa NOT w/5 (coffee OR zi*))",
        "FILLING AND cocoa AND NOT (ATLEAST/2 zi*)",
        "FILLING AND cocoa AND -zij~",
        "cocoa coffee beans -xa*",
        "cocoa -xa*",
        "cocoa NOT w/5 xa*",
        "coffee OR (cocoa -xa*)"
      })
  void exclusionThatCannotBeSearchedHasNoHits(String query) {
    assertNothingIsSure(query.replace("FILLING", FILLING), Treatment.NOT_EXCLUDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(FILLING AND nothing) OR zi*",
        "(FILLING AND nothing) OR (zi* AND date:2000..2020)",
        "(FILLING AND nothing) OR (zi* -cocoa)",
        "(FILLING AND nothing) OR (zi* NEAR/5 zij~)",
      })
  void alternativeThatCannotBeSearchedAddsNothing(String query) {
    assertNothingIsSure(query.replace("FILLING", FILLING), Treatment.NOT_SEARCHED);
  }

  @Test
  void patternTooComplexToSearchStandsAloneOrIsLeftOut() {
    String monster = "*a".repeat(400) + "*";

    assertNothingIsSure(monster, Treatment.LEFT_OUT);
    assertNothingIsSure("cocoa -" + monster, Treatment.NOT_EXCLUDED);
    assertThat(ids(search("cocoa AND " + monster))).isEqualTo("both kakao rise");
  }

  @Test
  void aPatternThatMatchesTooManyWordsByItselfFindsTheMostFrequent() {
    SearchResults results = search("cocoa AND xa*");

    assertThat(ids(results)).isEqualTo("both kakao rise");
    assertThat(results.completeness()).isEqualTo(Completeness.PATTERNS_CUT);
    assertThat(results.notes())
        .containsExactly(new Note.Part("xa*", Treatment.MOST_FREQUENT_WORDS));
  }

  @Test
  void smallPatternIsSearchedAfterOneThatDidNotFit() {
    SearchResults results = search(FILLING.replace("zh*", "zh1*") + " AND zi* AND coc* AND be?ns");

    assertThat(ids(results)).isEqualTo("rise");
  }

  private void assertNothingIsSure(String query, Treatment treatment) {
    SearchResults results = search(query);

    assertThat(results.hits()).as(query).isEmpty();
    assertThat(results.total()).as(query).isZero();
    assertThat(results.completeness()).isEqualTo(Completeness.PATTERNS_CUT);
    assertThat(results.isComplete()).isTrue();
    assertThat(results.notes())
        .as(query)
        .anyMatch(note -> note instanceof Note.Part part && part.treatment() == treatment);
    assertAgreed(query, results);
  }

  /** Everything else that the query can ask agrees with the search. */
  private void assertAgreed(String query, SearchResults results) {
    QueryNode root = parsed(query);
    assertThat(engine.timeline(root, Filters.none(), Optional.empty()).total())
        .as(query)
        .isEqualTo(results.total());
    assertThat(engine.timeline(root, Filters.none(), Optional.empty()).completeness())
        .isEqualTo(results.completeness());
    assertThat(engine.hasAny(root, Filters.none())).isEqualTo(results.total() > 0);
    assertThat(engine.trends(List.of(root), Filters.none(), Optional.empty()).lines().getFirst())
        .satisfies(
            line -> {
              assertThat(line.timeline().total()).isEqualTo(results.total());
              assertThat(line.notes()).containsAll(results.notes());
            });
    List<String> exported = new ArrayList<>();
    engine.export(SearchRequest.of(root), each -> exported.add(each.id()));
    assertThat(exported).hasSize((int) results.total());
    assertThat(engine.explain(SearchRequest.of(root), "many-8").orElseThrow().rank()).isEmpty();
  }

  /** The articles that have all of {@link #FILLING}, and those of them that have a word. */
  private static final Set<String> FILLED = Set.of("both", "rise", "coffee", "kakao");

  private static final Map<String, Set<String>> HAVING =
      Map.of(
          "cocoa", Set.of("both", "rise", "kakao"),
          "coffee", Set.of("both", "coffee"),
          "rose", Set.of("rise"),
          "alone", Set.of("coffee"));

  @Test
  void whateverIsAroundItAPatternIsLeftOutAsMeant() {
    Seeds.each(
        Seeds.orAsked(1),
        random -> {
          for (int i = 0; i < TREES; i++) {
            assertLeftOut(tree(random, 3));
          }
        });
  }

  private void assertLeftOut(QueryNode tree) {
    List<QueryNode> all = new ArrayList<>(((QueryNode.AllOf) parsed(FILLING)).children());
    all.add(tree);
    SearchResults results = engine.search(SearchRequest.of(new QueryNode.AllOf(all)));
    Meaning meaning = new Meaning();
    Set<String> expected = meaning.of(tree).orElse(FILLED);

    assertThat(SearchAnswers.ids(results))
        .as("%s", tree)
        .containsExactlyInAnyOrderElementsOf(meaning.isUnsure ? Set.of() : expected);
    assertThat(results.completeness().isLowerBound())
        .as("%s", tree)
        .isEqualTo(meaning.isUnsure || meaning.isLess);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Set<String> without(Set<String> excluded) {
    Set<String> rest = new HashSet<>(FILLED);
    rest.removeAll(excluded);
    return rest;
  }

  private static QueryNode tree(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return random.nextInt(3) == 0
          ? new QueryNode.Wildcard("zi*")
          : new QueryNode.Word(List.copyOf(new TreeSet<>(HAVING.keySet())).get(random.nextInt(4)));
    }
    List<QueryNode> parts = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      parts.add(tree(random, depth - 1));
    }
    return switch (random.nextInt(7)) {
      case 0, 1 -> new QueryNode.AllOf(parts);
      case 2 -> new QueryNode.Together(parts);
      case 3, 4, 5 -> new QueryNode.AnyOf(parts);
      default -> new QueryNode.Not(parts.getFirst());
    };
  }

  /** The meaning of a tree when the articles with its pattern are unknown. */
  private static final class Meaning {
    private boolean isLess;
    private boolean isUnsure;

    /** The articles that match; empty if the part is left out. */
    Optional<Set<String>> of(QueryNode node) {
      return switch (node) {
        case QueryNode.Word(String text) -> Optional.ofNullable(HAVING.get(text));
        case QueryNode.Wildcard _ -> Optional.empty();
        case QueryNode.AnyOf(List<QueryNode> parts) -> {
          List<Set<String>> known = parts.stream().flatMap(part -> of(part).stream()).toList();
          isLess |= known.size() < parts.size();
          yield known.stream().reduce(PatternBudgetContract::union);
        }
        case QueryNode.Not(QueryNode child) -> {
          isUnsure |= hasPattern(child);
          yield Optional.of(without(of(child).orElse(Set.of())));
        }
        default -> {
          List<QueryNode> known = node.parts().stream().filter(p -> isKnown(p)).toList();
          boolean isAlone =
              known.size() < node.parts().size() && known.stream().noneMatch(Meaning::isWanted);
          Optional<Set<String>> all =
              node.parts().stream()
                  .flatMap(p -> of(p).stream())
                  .reduce(PatternBudgetContract::both);
          yield isAlone ? Optional.empty() : all;
        }
      };
    }

    private static boolean isKnown(QueryNode node) {
      return new Meaning().of(node).isPresent();
    }

    private static boolean hasPattern(QueryNode node) {
      return node instanceof QueryNode.Wildcard
          || node.parts().stream().anyMatch(Meaning::hasPattern);
    }

    private static boolean isWanted(QueryNode node) {
      return switch (node) {
        case QueryNode.Not _, QueryNode.Wildcard _ -> false;
        case QueryNode.Word _ -> true;
        default -> node.parts().stream().anyMatch(Meaning::isWanted);
      };
    }
  }
}
