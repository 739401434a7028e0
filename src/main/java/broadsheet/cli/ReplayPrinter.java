package broadsheet.cli;

import broadsheet.article.ArticleRef;
import broadsheet.receipt.Receipt;
import broadsheet.receipt.Replay;
import broadsheet.receipt.Replay.ChangedArticle;
import broadsheet.receipt.Replay.Difference;
import broadsheet.receipt.Replay.MonthChange;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints the outcome of a replay for a reader. */
record ReplayPrinter(PrintWriter out) {

  /** The most articles of a kind that are printed. */
  private static final int MOST = 20;

  void print(Receipt receipt, Replay replay) {
    line(receipt.query().text() + ", read as: " + receipt.query().reading());
    line(
        "Receipt of %s: %s then, %s now."
            .formatted(replay.madeAt(), articles(replay.before()), articles(replay.today())));
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
      String then = month.month() + ": " + articles(month.before());
      line(
          month.before() == month.today()
              ? then + ", some of them others or with other texts"
              : then + " then, " + articles(month.today()) + " now");
    }
  }

  private void ids(String what, long count, List<String> ids) {
    ids.stream().limit(MOST).forEach(id -> line(what + ": " + id));
    if (count > MOST) {
      line(what + ": " + articles(count - MOST) + " more; --json prints them");
    }
  }

  private static String articles(long count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "article" : "articles");
  }

  private void line(String text) {
    out.println(text);
  }
}
