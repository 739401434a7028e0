package broadsheet.export;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.engine.result.NamedArticle;
import broadsheet.names.NameKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each article as a JSON object on its own line. */
record JsonLineArticles(OutputStream out) implements ArticleWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One line. Anything the article does not state is null or an empty list. */
  private record Line(
      String id,
      @Nullable String title,
      @Nullable String standfirst,
      @Nullable String publishedAt,
      @Nullable String source,
      @Nullable String section,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String edition,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String collection,
      List<String> author,
      List<String> topic,
      List<String> place,
      List<String> person,
      List<String> organisation,
      @Nullable String language,
      @Nullable String url,
      String text,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> captions,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> corrections,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String correctionOf,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> speaker,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> foundPerson,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> foundOrganisation,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> foundPlace,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    static Line of(NamedArticle named, String note) {
      Article article = named.article();
      return new Line(
          article.id(),
          filledOrNull(article.title()),
          filledOrNull(article.standfirst()),
          filledOrNull(article.publishedAt().iso()),
          filledOrNull(article.source()),
          filledOrNull(article.section()),
          filledOrNull(article.edition()),
          filledOrNull(article.collection()),
          article.authors(),
          article.topics(),
          article.places(),
          article.people(),
          article.organisations(),
          filledOrNull(article.language()),
          filledOrNull(WebAddress.of(article.url())),
          String.join("\n", article.paragraphs()),
          article.captions(),
          article.corrections(),
          filledOrNull(article.correctionOf()),
          article.speakers(),
          named.found(NameKind.PERSON),
          named.found(NameKind.ORGANISATION),
          named.found(NameKind.PLACE),
          filledOrNull(note));
    }

    private static @Nullable String filledOrNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  @Override
  public void write(NamedArticle article, String note) throws IOException {
    out.write(MAPPER.writeValueAsBytes(Line.of(article, note)));
    out.write('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
