package broadsheet.desk;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.SearchEngine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a PDF that was an article of its own, {@code report-14}, before a PDF became one
 * article, {@code report}. Immutable.
 *
 * @param document the id of the article that the page is in today
 * @param page the number of the page
 */
record FormerPage(String document, int page) {
  private static final Pattern ID = Pattern.compile("(.+)-([1-9][0-9]{0,4})");

  /** The most documents that are looked up. */
  private static final int MOST = 200;

  /** Finds those of articles that are gone that were pages of a document which is there. */
  static Map<ArticleRef, FormerPage> among(Collection<ArticleRef> gone, SearchEngine engine) {
    Map<String, Integer> pages = new HashMap<>();
    Map<ArticleRef, FormerPage> found = new HashMap<>();
    for (ArticleRef ref : gone) {
      Matcher id = ID.matcher(ref.id());
      if (id.matches() && (pages.containsKey(id.group(1)) || pages.size() < MOST)) {
        FormerPage page = new FormerPage(id.group(1), Integer.parseInt(id.group(2)));
        int count = pages.computeIfAbsent(page.document(), document -> pages(document, engine));
        if (page.page() <= count) {
          found.put(ref, page);
        }
      }
    }
    return found;
  }

  /** The number of pages of a PDF; 0 if there is no article of one with this id. */
  private static int pages(String document, SearchEngine engine) {
    Optional<Article> article = engine.article(document);
    boolean isPdf =
        article.stream()
            .flatMap(found -> found.locations().stream())
            .anyMatch(location -> location.toLowerCase(Locale.ROOT).endsWith(".pdf"));
    return isPdf ? article.get().positions().pages().size() : 0;
  }

  /** An entry with the page in its note. */
  ListEntry in(ListEntry entry) {
    String words = "page " + page;
    String note = entry.note().isEmpty() ? words : entry.note() + "\n" + words;
    boolean isKnown = entry.note().contains(words) || note.length() > ListEntry.LONGEST_NOTE;
    return isKnown ? entry : entry.noted(note);
  }
}
