package broadsheet.web.takeaway;

import broadsheet.article.Article;
import broadsheet.web.link.WebAddress;
import broadsheet.web.page.HitView;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each article as a JSON object on its own line. */
final class JsonLineArticles implements ArticleWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final OutputStream out;

  JsonLineArticles(OutputStream out) {
    this.out = out;
  }

  /** One line. Anything the article does not state is null or an empty list. */
  private record Line(
      String id,
      @Nullable String title,
      @Nullable String standfirst,
      @Nullable String publishedAt,
      @Nullable String source,
      @Nullable String section,
      List<String> author,
      List<String> topic,
      List<String> place,
      List<String> person,
      @Nullable String language,
      @Nullable String url,
      String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    static Line of(Article article, String note) {
      return new Line(
          article.id(),
          HitView.filledOrNull(article.title()),
          HitView.filledOrNull(article.standfirst()),
          HitView.filledOrNull(article.publishedAt().iso()),
          HitView.filledOrNull(article.source()),
          HitView.filledOrNull(article.section()),
          article.authors(),
          article.topics(),
          article.places(),
          article.people(),
          HitView.filledOrNull(article.language()),
          HitView.filledOrNull(WebAddress.of(article.url())),
          String.join("\n", article.paragraphs()),
          HitView.filledOrNull(note));
    }
  }

  @Override
  public void write(Article article, String note) throws IOException {
    out.write(MAPPER.writeValueAsBytes(Line.of(article, note)));
    out.write('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
