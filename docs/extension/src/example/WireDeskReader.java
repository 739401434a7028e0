package example;

import broadsheet.extension.ArticleSink;
import broadsheet.extension.ExtensionArticle;
import broadsheet.extension.FormatReader;
import broadsheet.extension.Signature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the export of an invented newsroom system: a first line {@code WIREDESK 1}, then stories.
 * A story is lines such as {@code headline: Cocoa prices fall}, a blank line, paragraphs with
 * blank lines between them, and a line {@code ***}.
 */
public final class WireDeskReader implements FormatReader {
  private static final String FIRST_LINE = "WIREDESK 1";
  private static final String END = "***";

  @Override
  public String name() {
    return "wiredesk";
  }

  @Override
  public Signature signature() {
    return Signature.mark(FIRST_LINE);
  }

  @Override
  public void read(InputStream in, String fileName, ArticleSink articles) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String first = lines.readLine();
    if (first == null || !first.startsWith(FIRST_LINE)) {
      throw new IOException("does not begin with " + FIRST_LINE);
    }
    long number = 0;
    while (story(++number, lines, articles)) {}
  }

  /** Reads one story; returns whether there may be another. */
  private static boolean story(long number, BufferedReader lines, ArticleSink articles)
      throws IOException {
    ExtensionArticle.Builder story = ExtensionArticle.builder();
    List<String> paragraphs = new ArrayList<>();
    boolean isHead = true;
    boolean isEmpty = true;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(END)) {
        articles.article(number, story.paragraphs(paragraphs).build());
        return true;
      }
      if (line.isBlank()) {
        isHead &= isEmpty; // blank lines above a story mean nothing
      } else if (isHead) {
        head(line, story);
        isEmpty = false;
      } else {
        paragraphs.add(line);
      }
    }
    if (!isEmpty) {
      articles.fail(number, "story without an end");
    }
    return false;
  }

  private static void head(String line, ExtensionArticle.Builder story) throws IOException {
    int colon = line.indexOf(": ");
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 2).strip();
    switch (field) {
      case "id" -> story.id(value);
      case "headline" -> story.title(value);
      case "date" -> story.publishedAt(value);
      case "by" -> story.authors(List.of(value.split("; *")));
      case "desk" -> story.section(value);
      case "outlet" -> story.source(value);
      case "topics" -> story.topics(List.of(value.split("; *")));
      default -> throw new IOException("unknown line '" + line + "'");
    }
  }
}
