package broadsheet.corpus.plain;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.json.JsonArticle;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.ErrorPage;
import broadsheet.corpus.text.Prose;
import java.util.Map;

/** A file that is one article: headline, standfirst, and one paragraph per line. */
public final class PlainText extends WholeFormat {
  private static final Map<String, String> OTHER_FORMATS =
      Map.ofEntries(
          Map.entry("xml", "XML"),
          Map.entry("json", "JSON of another kind"),
          Map.entry("jsonl", "JSON of another kind"),
          Map.entry("pdf", "PDF"),
          Map.entry("rtf", "RTF"));

  public PlainText(DateReader dates) {
    super("text", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    String other = OTHER_FORMATS.get(peek.file().extension());
    if (other != null) {
      return Recognition.noArticle(UnreadFormat.NOT_READ_YET + other);
    }
    if (isMarkup(peek.start())) {
      return Recognition.noArticle(UnreadFormat.NOT_READ_YET + "markup");
    }
    boolean isText = peek.hasExtension("", "txt", "text");
    return isText || Prose.isCertain(peek.head())
        ? Recognition.MINE
        : Recognition.noArticle("not prose");
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    records.take(0, () -> article(text(bytes, records), records));
  }

  private Article article(String text, Records records) throws NotAnArticle {
    if (Prose.isTable(text)) {
      throw NotAnArticle.skipped("a table, not prose");
    }
    if (Prose.isWordList(text)) {
      throw NotAnArticle.skipped("a list of words, not prose");
    }
    HeadLines head = HeadLines.of(text, dates);
    PrintedHead printed = PrintedHead.of(head.textBelowTitle(), dates);
    TextLayout layout = TextLayout.of(printed.text());
    if (layout.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    if (text.length() < ErrorPage.LONGEST && ErrorPage.isError(layout.title())) {
      throw NotAnArticle.skipped("an error page");
    }
    Article stated = new JsonArticle(head.fields(), records, 0).builder(dates).build();
    String folder = CleanText.line(records.file().section());
    return stated.toBuilder()
        .title(layout.title())
        .authors(stated.authors().isEmpty() ? printed.authors() : stated.authors())
        .publishedAt(stated.publishedAt().isKnown() ? stated.publishedAt() : printed.date())
        .standfirst(stated.standfirst().isEmpty() ? layout.standfirst() : stated.standfirst())
        .paragraphs(layout.paragraphs())
        .related(layout.related())
        .section(stated.section().isEmpty() ? folder : stated.section())
        .build();
  }

  private static boolean isMarkup(String start) {
    return start.length() > 1
        && start.charAt(0) == '<'
        && (Character.isLetter(start.charAt(1)) || "!?/".indexOf(start.charAt(1)) >= 0);
  }
}
