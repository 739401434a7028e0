package broadsheet.cli;

import broadsheet.article.ArticleRef;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.Replay;
import broadsheet.receipt.Replay.ChangedArticle;
import broadsheet.receipt.Replay.Difference;
import broadsheet.receipt.Replay.MonthChange;
import broadsheet.web.page.FormattedCount;
import java.io.PrintWriter;
import java.util.List;

/** Prints the outcome of a replay for a reader. */
record ReplayPrinter(PrintWriter out) {

  /** The most articles of a kind that are printed. */
  private static final int MOST = 20;

  void print(Receipt receipt, Replay replay) {
    line(receipt.query().text() + ", read as: " + receipt.query().reading());
    line(
        "Receipt of %s: %s then, %s now."
            .formatted(
                replay.madeAt(),
                FormattedCount.of(replay.before(), "article"),
                FormattedCount.of(replay.today(), "article")));
    line(replay.sentence());
    if (!replay.programs().note().isEmpty()) {
      line(replay.programs().note());
    }
    print(replay.difference());
    replay.causes().forEach(cause -> line("- " + cause));
  }

  private void print(Difference difference) {
    ids(
        "new",
        difference.newCount(),
        difference.newArticles().stream().map(ArticleRef::id).toList());
    ids(
        "gone",
        difference.goneCount(),
        difference.goneArticles().stream().map(ArticleRef::id).toList());
    ids(
        "changed",
        difference.changedCount(),
        difference.changedArticles().stream().map(ChangedArticle::id).toList());
    for (MonthChange month : difference.months()) {
      String then = month.month() + ": " + FormattedCount.of(month.before(), "article");
      line(
          month.before() == month.today()
              ? then + ", some of them others or with other texts"
              : then + " then, " + FormattedCount.of(month.today(), "article") + " now");
    }
  }

  private void ids(String what, long count, List<String> ids) {
    ids.stream().limit(MOST).forEach(id -> line(what + ": " + id));
    if (count > MOST) {
      line(what + ": " + FormattedCount.of(count - MOST, "article") + " more; --json prints them");
    }
  }

  private void line(String text) {
    out.println(text);
  }
}
