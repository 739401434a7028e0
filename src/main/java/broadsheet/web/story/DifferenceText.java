package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.compare.Difference;
import broadsheet.engine.result.Reprint;
import broadsheet.web.page.FormattedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Describes the difference between two versions of an article. */
final class DifferenceText {

  /** Languages written without spaces, where characters are counted instead of words. */
  private static final Set<String> UNSPACED = Set.of("zh", "ja");

  private DifferenceText() {}

  /** {@code 12 words more, 3 changed; different headline}; empty if nothing is known. */
  static String of(Article article, Reprint reprint) {
    List<String> parts = new ArrayList<>();
    reprint.difference().ifPresent(found -> parts.add(of(found, article.language())));
    if (!article.headline().equals(reprint.title())) {
      parts.add("different headline");
    }
    if (isOther(article.publishedAt(), reprint.publishedAt())) {
      parts.add("different date");
    }
    return String.join("; ", parts);
  }

  private static boolean isOther(PublicationDate one, PublicationDate other) {
    return !one.iso().isEmpty() && !other.iso().isEmpty() && !one.iso().equals(other.iso());
  }

  /** {@code 12 words more, 3 fewer, 5 changed}. */
  static String of(Difference difference, String language) {
    if (difference.isSame()) {
      return "the same text";
    }
    if (!difference.isExact()) {
      return "largely different";
    }
    List<String> parts = new ArrayList<>();
    add(parts, difference.more(), "more", language);
    add(parts, difference.fewer(), "fewer", language);
    add(parts, difference.changed(), "changed", language);
    return parts.isEmpty() ? "only punctuation differs" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String how, String language) {
    if (count > 0) {
      String noun =
          UNSPACED.contains(Locale.forLanguageTag(language).getLanguage()) ? "character" : "word";
      parts.add(
          (parts.isEmpty() ? FormattedCount.of(count, noun) : FormattedCount.of(count))
              + " "
              + how);
    }
  }
}
