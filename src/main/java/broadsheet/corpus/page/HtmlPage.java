package broadsheet.corpus.page;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Prologue;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** A web page: a file is one article, or none. */
public final class HtmlPage extends WholeFormat {
  private static final Pattern FIRST =
      Pattern.compile("(?i)<!doctype\\s+html\\b|<(?:html|head|body|title|meta)\\b");

  private static final Pattern ANY_TAG =
      Pattern.compile("(?i)<(?:html|head|body|title|p|div|h1|table|br)\\b");

  /** The names of a newsletter's posts in its export: number and slug. */
  private static final Pattern TEXT_OF_POST = Pattern.compile("\\d+\\..*\\.html");

  public HtmlPage(DateReader dates) {
    super("html", dates, SECOND_REVISION);
  }

  @Override
  public boolean mayBePart(String name) {
    return TEXT_OF_POST.matcher(name).matches();
  }

  @Override
  public boolean isOfWholeByName(String name) {
    return mayBePart(name);
  }

  @Override
  public String partReason() {
    return "part of an export";
  }

  @Override
  public Recognition recognise(Peek peek) {
    String start = Prologue.after(peek.head());
    boolean isNamed =
        peek.hasExtension("html", "htm", "xhtml", "shtml") && ANY_TAG.matcher(start).find();
    return Recognition.mineIf(isNamed || FIRST.matcher(start).lookingAt());
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    records.take(0, () -> article(bytes, records));
  }

  private Article article(byte[] bytes, Records records) throws NotAnArticle {
    String text = text(bytes, records);
    return new PageArticle(Jsoup.parse(text, records.file().url())).article(records, dates);
  }
}
