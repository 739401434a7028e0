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
    articles.add(article("rifle", "One AR-15 was sold."));
    articles.add(article("gun", "One AR15 was sold."));
    articles.add(article("name", "Mr O’Rourke met Herr Müller."));
    articles.add(article("plain", "Mr ORourke met Herr Mueller."));
    articles.add(article("court", "Roe vs. Wade was read."));
    articles.add(article("law", "Roe v. Wade was read."));
    add(articles, "ask", "The policy of don’t ask, don’t tell ended.");
    add(articles, "las", "Las Vegas and Joe Point slept.");
    articles.add(article("fr", "ace", List.of("Je suis l’as, jö et poi’nt dont on parle.")));
    articles.add(article("fr", "dont", List.of("La ville dont on parle, et dont le maire rêve.")));
    articles.add(
        article("typed", "The ducats that were minted at the quay, the ferry and the fair."));
    articles.add(article("ending", "Ducat by ducat a mint was minting."));
    articles.add(article("kyiv", "Trams of Kyiv."));
    articles.add(article("kiev", "Trams of Kiev."));
    articles.add(article("qaida", "Tapes of al-Qaida."));
    articles.add(article("qaeda", "Tapes of al Qaeda."));
    articles.add(article("hizbollah", "Hizbollah spoke."));
    articles.add(article("hezbollah", "Hezbollah spoke."));
    articles.add(article("burma", "Rice of Burma."));
    articles.add(article("myanmar", "Rice of Myanmar."));
    articles.add(article("saint", "Boats of Saint Malo."));
    articles.add(article("st", "Boats of St. Malo."));
    articles.add(article("visa", "The H-1B visa."));
    articles.add(article("permit", "The H1B visa."));
    articles.add(article("ceylon", "Tea of Ceylon."));
    articles.add(article("lanka", "Tea of Sri Lanka."));
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
    "Kyiv, kyiv kiev",
    "KIEV, kiev kyiv",
    "al-Qaida, qaida qaeda",
    "al Qaeda, qaeda qaida",
    "Hizbollah, hizbollah hezbollah",
    "Hezbollah, hezbollah hizbollah",
    "Burma, burma myanmar",
    "Myanmar, myanmar burma",
    "Saint Malo, saint st",
    "St. Malo, st saint",
    "St Malo, st saint",
    "H1B, permit visa",
    "H-1B, visa permit",
    "Ceylon, ceylon lanka",
    "Sri Lanka, lanka ceylon",
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
    "=Kyiv, kyiv",
    "\"al Qaeda\", qaeda",
    "\"Saint Malo\", saint",
    "\"Sri Lanka\", lanka",
    "=H1B, permit",
  })
  void exactWordsPhrasesPatternsAndAccidentsHaveNoVariants(String query, String ids) {
    assertThat(full(query)).containsExactlyInAnyOrder(ids.split(" "));
    assertThat(search(query).notes()).noneMatch(Note.Variants.class::isInstance);
  }

  /** The other has each word twice in a shorter text, with another ending. */
  @Test
  void asTypedCountsMostInAShortQuery() {
    assertThat(full("ducats minted")).containsExactly("typed", "ending");
    assertThat(full("how were the ducats minted")).containsExactly("ending", "typed");
  }

  /** A French word is written like one without its apostrophe. */
  @Test
  void contractionsAreFoundWithoutTheirApostrophe() {
    assertThat(ids(search("dont ask dont tell"))).containsExactly("ask0", "ask1", "ask2");
    assertThat(search("dont ask dont tell").notes())
        .contains(new Note.Variants("dont", List.of("don't")));
    assertThat(bracketed(engine.find("ask0", parsed("dont")).orElseThrow().paragraphs().getFirst()))
        .isEqualTo("The policy of [don’t] ask, [don’t] tell ended.");
    assertThat(full("=dont")).containsExactly("dont", "ace");
  }

  /** Three articles have each word, and one has something like it. */
  @ParameterizedTest
  @ValueSource(strings = {"Las", "Joe", "Point"})
  void oneArticleIsAnAccidentBesideMore(String word) {
    assertThat(full(word)).containsExactly("las0", "las1", "las2");
    assertThat(search(word).notes()).noneMatch(Note.Variants.class::isInstance);
  }

  @Test
  void theAnswerNamesWhatWasAdded() {
    assertThat(search("tik tok ban").notes())
        .contains(new Note.Variants("tik tok", List.of("tiktok")));
    assertThat(search("Kyiv").notes()).containsExactly(new Note.Variants("Kyiv", List.of("kiev")));
    assertThat(search("Saint Malo").notes()).contains(new Note.Variants("Saint", List.of("st")));
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
    "Kyiv, kiev, Trams of [Kiev].",
    "al-Qaida, qaeda, Tapes of [al Qaeda].",
    "Saint Malo, st, Boats of [St]. [Malo].",
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
