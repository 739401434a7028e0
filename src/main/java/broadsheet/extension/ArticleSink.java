package broadsheet.extension;

import java.io.IOException;

/**
 * Receives what a {@link FormatReader} finds in a file. A record is numbered from 1, or by its
 * line; number 0 is the file as a whole, for a format with one article a file. For one thread.
 */
public interface ArticleSink {

  /**
   * Takes an article. One without title and paragraphs is skipped, one longer than 16 MB fails.
   *
   * @throws IOException if the program no longer listens; pass it on
   */
  void article(long number, ExtensionArticle article) throws IOException;

  /**
   * Enters in the ledger that a sound record is no article.
   *
   * @param reason a few words, the same for all records of this kind, which the ledger counts
   * @throws IOException if the program no longer listens; pass it on
   */
  void skip(long number, String reason) throws IOException;

  /**
   * Enters in the ledger that a record cannot be read.
   *
   * @param reason a few words, the same for all records of this kind, which the ledger counts
   * @throws IOException if the program no longer listens; pass it on
   */
  void fail(long number, String reason) throws IOException;
}
