package broadsheet.verify;

import java.util.Objects;

/**
 * A text to look for in the archive.
 *
 * @param text its words as the draft has them, without quotation marks; never blank
 * @param speaker the one who says them, as the draft names them; empty if it names nobody
 * @param isQuotation whether the draft quotes them; otherwise they are a sentence of its own
 */
public record Claim(String text, String speaker, boolean isQuotation) {

  /**
   * @throws IllegalArgumentException if there are no words; the message does not have the text
   */
  public Claim {
    Objects.requireNonNull(speaker);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a claim without words");
    }
  }
}
