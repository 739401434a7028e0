package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class SuggestionContract extends SharedArchiveContract {

  @Override
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    articles.add(article("a", "The Prime Minister met Antony Blinken in Zürich; talks began."));
    articles.add(article("b", "Antony Blinken flew home. The Prime Minister drove; talks ended."));
    articles.add(article("c", "Talks at number 10 with the Prime Minister and Antony Blinken."));
    articles.add(
        article("primes", "Prime numbers; number one. Primary colours. The talking stopped."));
    articles.add(
        Article.withId("filed")
            .title("Harbour ferries “to stop”: council votes")
            .paragraphs(List.of("The council voted."))
            .source("The Evening Lantern")
            .authors(List.of("Ruth Amsel", "Ōe Kenji"))
            .people(List.of("Élodie O'Brien"))
            .organisations(List.of("Harbour Board"))
            .topics(List.of("transport"))
            .language("en")
            .build());
    articles.add(
        Article.withId("wire")
            .title("Wire")
            .paragraphs(List.of("Grain."))
            .source("Reuters")
            .build());
    articles.add(article("ja", "ja1", List.of("東京都の話です。", "東京都知事")));
    articles.add(article("ja", "ja2", List.of("東京都へ行く。")));
    articles.add(article("ar", "ar1", List.of("قالت الحكومة إن الانتخابات قريبة")));
    return articles;
  }

  private List<String> suggested(String text) {
    return engine.suggest(text, 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "blin#Blinken",
        "BLIN#Blinken",
        "anto#Antony Blinken",
        "prime m#prime Minister",
        "prime #prime Minister",
        "grain OR prime m#grain OR prime Minister",
        "zur#Zürich",
        "zür#Zürich",
        "\"prime mi#\"prime Minister\"",
        "x OR “prime #x OR “prime Minister\"",
        "(grain OR bl#(grain OR Blinken",
        "talks -gr#talks -Grain",
        "=tal#=talks",
        "source:reu#source:Reuters",
        "source:#source:Reuters",
        "source:the#source:\"The Evening Lantern\"",
        "source:lan#source:\"The Evening Lantern\"",
        "source:\"the eve#source:\"The Evening Lantern\"",
        "grain OR author:oe#grain OR author:\"Ōe Kenji\"",
        "person:elo#person:\"Élodie O'Brien\"",
        "org:har#org:\"Harbour Board\"",
        "topic:t#topic:transport",
        "trans#topic:transport",
        "grain OR amsel#grain OR author:\"Ruth Amsel\"",
        "title:harb#title:Harbour",
        "harbour f#harbour ferries to stop council votes",
        "harb#Harbour ferries to stop council votes",
        "東#東京都",
        "東京#東京都",
        "\"東京#\"東京都\"",
        "الانت#الانتخابات",
        "انتخ#nothing",
      })
  void whatIsTypedIsCompleted(String typed, String suggestion) {
    if (suggestion.equals("nothing")) {
      assertThat(suggested(typed)).isEmpty();
    } else {
      assertThat(suggested(typed)).contains(suggestion);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "tal#talks#WORDS",
        "prime m#prime Minister#WORDS",
        "elo#person:\"Élodie O'Brien\"#NAME",
        "elodie o#person:\"Élodie O'Brien\"#NAME",
        "org:har#org:\"Harbour Board\"#NAME",
        "source:reu#source:Reuters#LABEL",
        "trans#topic:transport#LABEL",
        "harbour f#harbour ferries to stop council votes#HEADLINE",
      })
  void eachIsOfAKind(String typed, String text, Completion.Kind kind) {
    assertThat(engine.completions(typed, 10)).contains(new Completion(text, kind));
  }

  @Test
  void aNameThatIsBegunIsNotBegunAgain() {
    assertThat(suggested("elodie elo")).isEmpty();
    assertThat(suggested("elodie o")).containsOnlyOnce("person:\"Élodie O'Brien\"");
    assertThat(suggested("elodie ")).noneMatch(text -> text.matches("(?i)elodie .*lodie.*"));
  }

  @Test
  void whatMostArticlesHaveComesFirst() {
    assertThat(suggested("pri")).first().isEqualTo("Prime");
    assertThat(suggested("pri")).contains("Prime Minister", "Primary");
    assertThat(suggested("tal")).startsWith("talks").contains("talking");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"t", "ta", "prime m", "p", "b", "\"t", "東", "source:", "title:h", "-t", "the "})
  void eachFindsSomethingAndGoesOnFromWhatIsTyped(String typed) {
    List<String> suggestions = suggested(typed);
    assertThat(suggestions).isNotEmpty().hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
    for (String suggestion : suggestions) {
      SearchResults found =
          engine.search(
              SearchRequest.of(QueryParser.parse(suggestion, LocalDate.of(2026, 1, 15)).root()));
      assertThat(found.total()).as(suggestion).isPositive();
      assertThat(found.clauses()).as(suggestion).isEmpty();
      assertThat(suggestion.chars()).noneMatch(c -> c < ' ');
    }
  }

  @Test
  void wordsThatTellNothingAndStemsAreNotSuggested() {
    assertThat(suggested("th")).doesNotContain("the", "The");
    assertThat(suggested("numb")).contains("number", "numbers").allMatch(s -> s.startsWith("numb"));
    assertThat(suggested("\u0001")).isEmpty();
  }

  @Test
  void nothingIsSuggestedThatFindsNothingBesideTheRest() {
    assertThat(suggested("grain AND bl")).isEmpty();
    assertThat(suggested("after:2020 bl")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "\ud83d",
        "AND",
        "OR (",
        "((((",
        "\"",
        "\"\"",
        "*",
        "bl*",
        "bl~",
        "date:20",
        "words:",
        "url:x",
        "id:w",
        "xyzzyqwv",
        "prime xyzzyqwv",
        "\"xyzzyqwv ",
        "source:xyzzy",
      })
  void nothingIsSuggestedWhereNothingGoesOn(String typed) {
    assertThat(suggested(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a ", "\"a ", "(", "\0", "\ud83d", "source:", "東", "-", "b* "})
  void hostileTextIsAnsweredWithNothing(String piece) {
    assertThat(suggested(piece.repeat(1_000_000 / piece.length()))).isEmpty();
    assertThat(suggested(piece.repeat(480 / piece.length()))).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void suggestionsAreFromTheNewestCommit(@TempDir Path other) throws InterruptedException {
    try (SearchEngine changing = engine(other, article("a", "Wheat was sold."))) {
      assertThat(changing.suggest("whe", 10)).containsExactly("Wheat");
      build(other, List.of(article("b", "Wherries were built.")));
      for (int i = 0; i < 100 && !changing.suggest("wher", 10).contains("Wherries"); i++) {
        Thread.sleep(50);
      }
      assertThat(changing.suggest("whe", 10)).containsExactly("Wherries");
    }
  }

  /** A name with a capital inside is frequent itself, or one of its halves is rare. */
  @Test
  void wordsThatLostTheirBlankAreNotSuggested(@TempDir Path other) {
    Article[] articles = new Article[30];
    for (int i = 0; i < articles.length; i++) {
      articles[i] =
          article("a" + i, "The harbour and the board took FerryCare. LeFerry sailed on day " + i);
    }
    articles[3] = article("glued", "It was the HarbourBoard members. Ferry harbours care.");
    articles[4] = article("list", "PortMayor calls. A port and a mayor, HarborPort.");
    articles[5] = article("more", "PortMayor calls for more. A port and a mayor.");
    for (int i = 6; i < 14; i++) {
      articles[i] = article("port" + i, "The port has a mayor on day " + i);
    }
    try (SearchEngine engine = engine(other, articles)) {
      assertThat(engine.suggest("harb", 10)).contains("harbour").doesNotContain("HarbourBoard");
      assertThat(engine.suggest("harb", 10)).noneMatch(text -> text.contains("HarbourBoard"));
      assertThat(engine.suggest("por", 10)).noneMatch(text -> text.contains("PortMayor"));
      assertThat(engine.suggest("ferr", 10)).contains("FerryCare");
      assertThat(engine.suggest("lef", 10)).contains("LeFerry");
    }
  }

  /** Each field that an article has, and no other, with values that find something. */
  @Test
  void fieldsOfTheArchiveComeWithValues() {
    ArchiveFields fields = new ArchiveFields(engine);
    List<ArchiveFields.Field> all = fields.all();
    assertThat(all)
        .extracting(ArchiveFields.Field::label)
        .contains("title", "lead", "body", "source", "author", "person", "topic", "id", "words")
        .doesNotContain("section", "caption", "speaker", "url", "page", "quality", "date", "said");
    for (ArchiveFields.Field field : all) {
      assertThat(field.values()).as(field.label()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      for (String query : field.queries()) {
        QueryNode root = QueryParser.parse(query, LocalDate.EPOCH).root();
        assertThat(engine.hasAny(root, Filters.none())).as(query).isTrue();
      }
    }
    assertThat(fields.values(QueryField.SOURCE)).contains("\"The Evening Lantern\"", "Reuters");
    assertThat(fields.values(QueryField.WORDS)).hasSize(3);
    assertThat(fields.values(QueryField.DATE)).isEmpty();
  }
}
