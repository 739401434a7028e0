package broadsheet.extension;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes articles in one format. A class with a public constructor without parameters, named in
 * {@code META-INF/services/broadsheet.extension.ArticleExporter} of its jar. Runs in a process of
 * its own, which may be replaced by another at any moment; therefore it keeps nothing from one call
 * to the next, and each call gets what it needs to know. For one thread.
 */
public interface ArticleExporter {

  /**
   * The name of the format, which is also the suffix of its files without the dot: up to 30 small
   * letters, digits and hyphens, the first a letter; no other export's.
   */
  String name();

  /** The name that readers see on a page: {@code News list}. */
  String label();

  /** The media type, such as {@code text/plain; charset=utf-8}. */
  String mediaType();

  /** Writes what comes before the first article; nothing unless overridden. */
  default void begin(OutputStream out) throws IOException {}

  /**
   * Writes an article.
   *
   * @param number its number in the file, from 1
   */
  void write(ExtensionArticle article, long number, OutputStream out) throws IOException;

  /**
   * Writes what comes after the last article; nothing unless overridden.
   *
   * @param articles the number of articles in the file, from 0
   */
  default void end(long articles, OutputStream out) throws IOException {}
}
