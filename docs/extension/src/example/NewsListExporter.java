package example;

import broadsheet.extension.ArticleExporter;
import broadsheet.extension.ExtensionArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a numbered list of headlines, to be pasted into a mail. */
public final class NewsListExporter implements ArticleExporter {
  @Override
  public String name() {
    return "newslist";
  }

  @Override
  public String label() {
    return "News list";
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public void write(ExtensionArticle article, long number, OutputStream out) throws IOException {
    line(number + ". " + article.title(), out);
    line("   " + String.join(", ", article.source(), article.publishedAt()), out);
  }

  @Override
  public void end(long articles, OutputStream out) throws IOException {
    line("Articles: " + articles, out);
  }

  private static void line(String text, OutputStream out) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
