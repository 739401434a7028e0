package broadsheet.web.cite;

import broadsheet.address.ArticleAddress;
import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.engine.SearchEngine;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.Replay;
import broadsheet.receipt.Replay.ChangedArticle;
import broadsheet.receipt.Replay.Difference;
import broadsheet.receipt.Replay.MonthChange;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedMoment;
import broadsheet.web.page.PageFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page that repeats searches.
 *
 * @param frame the page frame
 * @param isOpen whether this reader may send a receipt
 * @param outcome null before a receipt was sent
 */
public record ReplayPage(PageFrame frame, boolean isOpen, @Nullable Outcome outcome) {

  /** The most articles of a kind that are listed. */
  private static final int MOST = 100;

  /**
   * The outcome for one receipt.
   *
   * @param query as typed
   * @param counts what was found then and now, in a sentence
   * @param verdict in a sentence
   * @param program a sentence if another build of the program made the receipt; otherwise empty
   * @param groups the articles or months that differ
   * @param causes sentences on what may be why
   * @param search the address of the search today; relative dates count from today there
   */
  public record Outcome(
      String query,
      String counts,
      String verdict,
      String program,
      List<Group> groups,
      List<String> causes,
      String search) {}

  /**
   * Articles or months that differ in the same way.
   *
   * @param entries those that are listed
   * @param more those that are not, in words; empty if all are
   */
  public record Group(String heading, List<Entry> entries, String more) {}

  /**
   * An article or a month.
   *
   * @param href empty where there is nothing to lead to
   */
  public record Entry(String text, String href) {}

  static ReplayPage form(PageFrame frame, boolean isOpen) {
    return new ReplayPage(frame, isOpen, null);
  }

  static ReplayPage of(PageFrame frame, Receipt receipt, Replay replay, SearchEngine engine) {
    return new ReplayPage(frame, true, outcome(receipt, replay, engine));
  }

  private static Outcome outcome(Receipt receipt, Replay replay, SearchEngine engine) {
    return new Outcome(
        receipt.query().text(),
        "%s on %s; %s now."
            .formatted(
                FormattedCount.of(replay.before(), "article"),
                FormattedMoment.of(replay.madeAt()),
                FormattedCount.of(replay.today())),
        replay.sentence(),
        replay.programs().note(),
        groups(replay.difference(), engine),
        replay.causes(),
        receipt.parameters().toQueryString().after("/search"));
  }

  private static List<Group> groups(Difference difference, SearchEngine engine) {
    List<Group> groups = new ArrayList<>();
    add(
        groups,
        "New",
        difference.newCount(),
        links(difference.newArticles().stream().map(ArticleRef::id), engine));
    add(
        groups,
        "Gone",
        difference.goneCount(),
        difference.goneArticles().stream().map(gone -> new Entry(gone.id(), "")).toList());
    add(
        groups,
        "Changed",
        difference.changedCount(),
        links(difference.changedArticles().stream().map(ChangedArticle::id), engine));
    add(
        groups,
        "Months that differ",
        difference.months().size(),
        difference.months().stream().map(ReplayPage::text).toList());
    return groups;
  }

  private static void add(List<Group> groups, String heading, long count, List<Entry> entries) {
    if (count > 0) {
      List<Entry> listed = entries.stream().limit(MOST).toList();
      String more =
          count > listed.size() ? "and " + FormattedCount.of(count - listed.size()) + " more" : "";
      groups.add(new Group(heading, listed, more));
    }
  }

  /** The headlines of the articles that are listed; an article that is gone since has its id. */
  private static List<Entry> links(Stream<String> ids, SearchEngine engine) {
    return ids.limit(MOST)
        .map(
            id ->
                new Entry(
                    engine.article(id).map(Article::headline).orElse(id), ArticleAddress.path(id)))
        .toList();
  }

  private static Entry text(MonthChange month) {
    String text =
        month.before() == month.today()
            ? "%s: %s, some of them others or with other texts"
                .formatted(month.month(), FormattedCount.of(month.before(), "article"))
            : "%s: %s then, %s now"
                .formatted(
                    month.month(),
                    FormattedCount.of(month.before(), "article"),
                    FormattedCount.of(month.today()));
    return new Entry(text, "");
  }
}
