package broadsheet.corpus.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate.Origin;
import broadsheet.corpus.Reading;
import broadsheet.corpus.language.LanguageOfPlace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleCompletionTest {
  @TempDir Path folder;

  private Article read(String name, String content) {
    Reading.write(folder, name, content.getBytes(UTF_8));
    return Reading.of(folder).only();
  }

  @ParameterizedTest
  @CsvSource({
    "Le Figaro et AFP, ''",
    "日刊現代, ''",
    "'La Tribune, Reuters', ''",
    "Reuters, Reuters",
    "Le Van An, Le Van An",
    "Le Journal du Pont, ''",
    "編集部, ''",
    "新华社, ''",
    "한강뉴스, ''",
    "山田太郎, 山田太郎"
  })
  void outletIsNoAuthor(String byline, String author) {
    String start = "{\"title\": \"A\", \"source\": \"www.lejournaldupont.example\", \"author\": ";
    for (String value : List.of("\"" + byline + "\"", "[\"" + byline + "\"]")) {
      Article article = read("a.jsonl", start + value + "}");
      assertThat(String.join(";", article.authors())).isEqualTo(author);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ada-rivers, ''",
    "harbour-web-2, ''",
    "harbourpost, ''",
    "Ada-Marie Rivers, Ada-Marie Rivers"
  })
  void loginIsNoAuthor(String byline, String author) {
    assertThat(
            String.join(
                ";",
                read(
                        "a.jsonl",
                        "{\"title\": \"A\", \"url\": \"https://www.harbourpost.co.uk/a\", \"author\": \"%s\"}"
                            .formatted(byline))
                    .authors()))
        .isEqualTo(author);
  }

  @Test
  void dateComesFromTheUrlWhereTheRecordHasNone() {
    Article article =
        read("a.jsonl", "{\"title\": \"A\", \"url\": \"https://a.example/2023/06/18/a\"}");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.publishedAt().origin()).isEqualTo(Origin.URL);
  }

  @Test
  void statedDateStays() {
    Article article =
        read(
            "2021-01-01.jsonl",
            "{\"title\": \"A\", \"date\": \"2022\", \"url\": \"https://a.example/2023/06/18/a\"}");
    assertThat(article.publishedAt().iso()).isEqualTo("2022");
    assertThat(article.publishedAt().origin()).isEqualTo(Origin.STATED);
  }

  @Test
  void dateComesFromTheFileNameOfAWholeArticle() {
    Article article = read("2023-06-18-bridge.txt", "Bridge opens\n\nIt opened.");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.publishedAt().origin()).isEqualTo(Origin.FILE_NAME);
  }

  @Test
  void fileOfManyArticlesSaysNothingByItsName() {
    assertThat(read("2023-06-18.jsonl", "{\"title\": \"A\"}").publishedAt().isKnown()).isFalse();
  }

  @Test
  void foldersOfADateAreNoSection() {
    Article article = read("news/2023/06/18/bridge.txt", "Bridge opens\n\nIt opened.");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.section()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "deu_Latn.tsv, de",
    "news/arb_Arab/a.tsv.gz, ar",
    "pt-BR/a.txt, pt-BR",
    "zho_Hans.tsv, zh",
    "it/a.txt, ''",
    "pol/a.txt, ''",
    "abc_Latn.tsv, ''",
    "en_ZZ/a.txt, ''",
    "deu_latn_notes.tsv, ''"
  })
  void languageComesFromAnUnmistakableName(String location, String language) {
    assertThat(LanguageOfPlace.of(location)).isEqualTo(language);
  }

  @Test
  void languageOfThePlaceGoesToItsArticles() {
    assertThat(read("deu_Latn.tsv", "title\ttext\nA\tB\n").language()).isEqualTo("de");
  }
}
