package broadsheet.corpus.page;

import broadsheet.corpus.record.NotAnArticle;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import org.netpreserve.jwarc.MediaType;

/**
 * The type a server gave for a page.
 *
 * @param extension the extension for files of this type, with its dot; empty if not stated
 * @param charset its character set, if Java knows it; otherwise empty
 */
public record PageType(String extension, String charset) {

  /**
   * Parses a {@code Content-Type}.
   *
   * @throws NotAnArticle if the type contains no text
   */
  public static PageType of(String contentType) throws NotAnArticle {
    if (contentType.isBlank()) {
      return new PageType("", "");
    }
    MediaType type = MediaType.parseLeniently(contentType);
    String name = type.base().toString().toLowerCase(Locale.ROOT);
    return new PageType(extension(name), charset(type));
  }

  private static String extension(String type) throws NotAnArticle {
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> ".html";
      case "text/plain" -> ".txt";
      case "text/xml", "application/xml" -> ".xml";
      case "application/json", "text/json" -> ".json";
      case "application/x-ndjson", "application/jsonl" -> ".jsonl";
      case "text/csv" -> ".csv";
      case "text/markdown" -> ".md";
      default -> extensionOfSyntax(type);
    };
  }

  /** Feeds and similar types. */
  private static String extensionOfSyntax(String type) throws NotAnArticle {
    if (type.endsWith("+xml") && !type.startsWith("image/")) {
      return ".xml";
    }
    if (type.endsWith("+json")) {
      return ".json";
    }
    throw NotAnArticle.skipped("a picture, script or other page without text");
  }

  private static String charset(MediaType type) {
    String named = type.parameters().getOrDefault("charset", "").strip();
    try {
      return Charset.isSupported(named) ? Charset.forName(named).name() : "";
    } catch (IllegalCharsetNameException e) {
      return "";
    }
  }
}
