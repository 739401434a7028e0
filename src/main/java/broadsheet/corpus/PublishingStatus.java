package broadsheet.corpus;

import java.util.Locale;
import java.util.Set;

/** Whether an agency lets its item be used. */
final class PublishingStatus {
  private static final Set<String> WITHDRAWN = Set.of("canceled", "cancelled", "withheld");

  private PublishingStatus() {}

  /**
   * @param status {@code usable}, {@code canceled} …, as the IPTC names them; empty if not stated
   * @throws NotAnArticle if the item is withdrawn
   */
  static void requireUsable(String status) throws NotAnArticle {
    if (WITHDRAWN.contains(status.toLowerCase(Locale.ROOT))) {
      throw NotAnArticle.skipped("withdrawn by its agency", status);
    }
  }
}
