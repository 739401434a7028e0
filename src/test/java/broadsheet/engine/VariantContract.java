package broadsheet.engine;

import static broadsheet.engine.SearchAnswers.bracketed;
import static broadsheet.engine.SearchAnswers.ids;
import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A word is also found as others write it, below the word as typed, and the answer says so. Each
 * way to write it is in three articles, and once beside other words.
 */
abstract class VariantContract extends SharedArchiveContract {

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    add(articles, "joined", "The ban of TikTok was put off.");
    add(articles, "split", "The ban of Tik Tok was put off.");
    add(articles, "mail", "A single e-mail was lost.");
    add(articles, "email", "A single email was lost.");
    add(articles, "british", "Those who organised it in colour left.");
    add(articles, "american", "Those who organized it in color left.");
    add(articles, "man", "The man made his date.");
    add(articles, "saint", "Saint Joe was sung.");
    articles.add(article("slip", "A sai'nt has the jö card."));
    articles.add(article("rifle", "One AR-15 was sold."));
    articles.add(article("gun", "One AR15 was sold."));
    articles.add(article("name", "Mr O’Rourke met Herr Müller."));
    articles.add(article("plain", "Mr ORourke met Herr Mueller."));
    articles.add(article("court", "Roe vs. Wade was read."));
    articles.add(article("law", "Roe v. Wade was read."));
    articles.add(article("king", "Henry V was read."));
    articles.add(article("carpet", "The carpet of the mandate was the man date."));
    return articles;
  }

  private static void add(List<Article> articles, String id, String text) {
    for (int i = 0; i < 3; i++) {
      articles.add(article(id + i, text));
    }
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.EPOCH).root();
  }

  private SearchResults search(String query) {
    return engine.search(SearchRequest.of(parsed(query)));
  }

  private List<String> full(String query) {
    return ids(engine.search(SearchRequest.of(parsed(query)).matching(Match.ALL)));
  }

  @ParameterizedTest
  @CsvSource({
    "TikTok, joined split",
    "tik tok, split joined",
    "tik-tok, split joined",
    "email, email mail",
    "e-mail, mail email",
    "e mail, mail email",
    "organise colour, british american",
    "organize color, american british",
    "body:organise, british american",
  })
  void theWordAsTypedIsBeforeItsVariants(String query, String order) {
    String[] kinds = order.split(" ", -1);
    List<String> expected = new ArrayList<>();
    for (String kind : kinds) {
      for (int i = 0; i < 3; i++) {
        expected.add(kind + i);
      }
    }
    assertThat(full(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "AR15, gun rifle",
    "AR-15, rifle gun",
    "AR 15, rifle gun",
    "O'Rourke, name plain",
    "ORourke, plain name",
    "Mueller, plain name",
    "Müller, name plain",
    "Roe v Wade, law court",
    "Roe vs Wade, court law",
    "Roe versus Wade, court law",
  })
  void oneArticleIsEnoughWhereNoAccidentJoinsWords(String query, String ids) {
    assertThat(full(query)).containsExactlyInAnyOrder(ids.split(" "));
    if (!query.contains("versus")) { // which is in no article
      assertThat(full(query)).containsExactly(ids.split(" "));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "=TikTok, joined0 joined1 joined2",
    "\"tik tok\", split0 split1 split2",
    "\"TikTok\", joined0 joined1 joined2",
    "=AR15, gun",
    "AR1*, gun",
    "Henry V, king",
    "mandate, carpet",
    "Saint, saint0 saint1 saint2",
    "Joe, saint0 saint1 saint2",
  })
  void exactWordsPhrasesPatternsAndAccidentsHaveNoVariants(String query, String ids) {
    assertThat(full(query)).containsExactlyInAnyOrder(ids.split(" "));
    assertThat(search(query).notes()).noneMatch(Note.Variants.class::isInstance);
  }

  @Test
  void theAnswerNamesWhatWasAdded() {
    assertThat(search("tik tok ban").notes())
        .contains(new Note.Variants("tik tok", List.of("tiktok")));
    assertThat(search("organise").notes())
        .containsExactly(new Note.Variants("organise", List.of("organize")));
    assertThat(search("AR-15").notes())
        .containsExactly(new Note.Variants("AR-15", List.of("ar15")));
  }

  @ParameterizedTest
  @CsvSource({
    "TikTok, split0, The ban of [Tik Tok] was put off.",
    "tik tok, joined0, The ban of [TikTok] was put off.",
    "AR15, rifle, One [AR-15] was sold.",
    "organise, american0, Those who [organized] it in color left.",
    "organise w/3 color, british0, Those who [organised] it in [colour] left.",
    "ban w/5 tiktok, split0, The [ban] of [Tik Tok] was put off.",
    "ORourke, name, Mr [O’Rourke] met Herr Müller.",
  })
  void variantsAreMarked(String query, String id, String marked) {
    assertThat(full(query)).contains(id);
    assertThat(bracketed(engine.find(id, parsed(query)).orElseThrow().paragraphs().getFirst()))
        .isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tik tok", "TikTok", "organise colour", "AR15"})
  void whatIsFoundIsExplainedAndExported(String query) {
    SearchRequest request = SearchRequest.of(parsed(query));
    SearchResults results = engine.search(request);
    assertThat(SearchAnswers.exported(engine, request))
        .containsExactlyInAnyOrderElementsOf(ids(results));
    for (String id : ids(results)) {
      Explanation why = engine.explain(request, id).orElseThrow();
      assertThat(why.isHit()).isTrue();
    }
  }

  @Test
  void articlesWithSomeOfTheWordsDoNotLackAVariant() {
    SearchResults results = search("tik tok sold");
    assertThat(ids(results)).contains("joined0", "split0", "gun");
    assertThat(results.hits().stream().filter(hit -> hit.id().equals("joined0")))
        .allSatisfy(hit -> assertThat(hit.missing()).containsExactly("sold"));
  }
}
