package broadsheet.web.takeaway;

import broadsheet.engine.result.FoundCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.ReaderUses;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a download, as a part of the articles that the page of its search counts.
 * Immutable.
 *
 * @param total the articles that the page counts
 * @param grouped the number of these that are grouped under another as its reprints, and so left
 *     out
 * @param isExact whether all articles were looked at for these counts; a download looks at all
 * @param isFollowed whether the page lists articles that match only a part of the query below
 * @param withheld a sentence on what the reader may not take away; empty for nothing
 */
public record DownloadContent(
    long total, long grouped, boolean isExact, boolean isFollowed, String withheld) {

  /** The content of a download of these results for the reader who asks now. */
  public static DownloadContent of(SearchResults results) {
    return new DownloadContent(
        results.total(),
        results.folded(),
        results.isComplete(),
        results.isFollowed(),
        ReaderUses.now().leftOut());
  }

  /** The content of a download from an archive that may have changed since. */
  DownloadContent uncertain() {
    return new DownloadContent(total, grouped, false, isFollowed, withheld);
  }

  /** The number of articles it contains. */
  public long articles() {
    return total - grouped;
  }

  /** The share in words: {@code all 7 articles}, {@code 6 of 7 articles}. */
  public String share() {
    String all = FormattedCount.of(total, "article");
    if (!isExact) {
      return FoundCount.articles(articles(), false);
    }
    return grouped == 0
        ? total == 1 ? all : "all " + all
        : FormattedCount.of(articles()) + " of " + all;
  }

  /** Sentences on the articles that it leaves out; none if it contains all that the page lists. */
  public List<String> leftOut() {
    List<String> sentences = new ArrayList<>();
    if (grouped > 0) {
      sentences.add(
          FormattedCount.of(grouped, "reprint")
              + (grouped == 1 ? " is" : " are")
              + " left out, grouped under another article.");
    }
    if (isFollowed) {
      sentences.add("Articles that match only a part of the query are left out.");
    }
    if (!withheld.isEmpty()) {
      sentences.add(withheld);
    }
    return sentences;
  }
}
