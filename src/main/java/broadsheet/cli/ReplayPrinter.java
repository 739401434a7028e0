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
    line("%s, read as: %s", receipt.query().text(), receipt.query().reading());
    line(
        "Receipt of %s: %s then, %,d now.",
        replay.madeAt(), articles(replay.before()), replay.today());
    line("%s", replay.sentence());
    print(replay.difference());
    replay.causes().forEach(cause -> line("- %s", cause));
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
      line(
          month.before() == month.today()
              ? "%s: %,d articles, some of them others or with other texts"
              : "%s: %,d articles then, %,d now",
          month.month(),
          month.before(),
          month.today());
    }
  }

  private void ids(String what, long count, List<String> ids) {
    ids.stream().limit(MOST).forEach(id -> line("%s: %s", what, id));
    if (count > MOST) {
      line("%s: %,d more; --json prints them", what, count - MOST);
    }
  }

  private static String articles(long count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "article" : "articles");
  }

  private void line(String form, Object... values) {
    out.println(String.format(Locale.ROOT, form, values));
  }
}
