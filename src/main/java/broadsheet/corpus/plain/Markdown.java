package broadsheet.corpus.plain;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.json.JsonArticle;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.NotionFile;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Prose;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file that is one article in Markdown, with or without front matter. */
public final class Markdown extends WholeFormat {
  private static final String[] EXTENSIONS = {
    "md", "markdown", "mdown", "mkdn", "mkd", "mdwn", "mdx", "qmd", "rmd"
  };

  /** A first-level heading, and a blank line. */
  private static final Pattern HEADING = Pattern.compile("# \\S[^\\n]*\\n\\s*\\n");

  /** The folder of a Jekyll site for what is not published. */
  private static final Pattern DRAFTS = Pattern.compile("(?:^|/)_drafts/");

  public Markdown(DateReader dates) {
    super("markdown", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    if (peek.hasExtension(EXTENSIONS)) {
      return Recognition.MINE;
    }
    String start = peek.start().replace("\r\n", "\n");
    return Recognition.mineIf(
        peek.hasExtension("", "txt", "text")
            && (FrontMatter.begins(start) || HEADING.matcher(start).lookingAt()));
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    records.take(0, () -> article(Decoding.text(bytes, 0, bytes.length), records));
  }

  private Article article(String text, Records records) throws NotAnArticle {
    if (DRAFTS.matcher(records.file().location()).find()) {
      throw NotAnArticle.skipped("not published", "in a folder of drafts");
    }
    FrontMatter front = FrontMatter.of(text.replace("\r\n", "\n").replace('\r', '\n'));
    HeadLines head = head(front, records.file().name());
    JsonArticle fields = new JsonArticle(head.fields(), records, 0);
    fields.requirePublished(dates);
    MarkdownText body = MarkdownText.of(head.text());
    Article stated = fields.builder(dates).build();
    String title = stated.title().isEmpty() ? body.heading() : stated.title();
    List<String> paragraphs = body.paragraphs(title);
    if (title.isEmpty() && paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    if (Prose.isTable(title + String.join("", paragraphs))) {
      throw NotAnArticle.skipped("a table, not prose");
    }
    if (!front.complaint().isEmpty()) {
      records.remark(0, "front matter could not be read", front.complaint());
    }
    String folder = CleanText.line(records.file().section());
    return stated.toBuilder()
        .title(title)
        .paragraphs(paragraphs)
        .captions(
            Stream.of(stated.captions(), body.captions()).flatMap(List::stream).distinct().toList())
        .authors(AuthorData.named(stated.authors(), records.siblings()))
        .section(stated.section().isEmpty() ? folder : stated.section())
        .build();
  }

  private HeadLines head(FrontMatter front, String file) {
    if (!front.fields().isEmpty()) {
      return new HeadLines(front.fields(), front.text());
    }
    return NotionFile.isPage(file)
        ? HeadLines.ofNotion(front.text())
        : HeadLines.of(front.text(), dates);
  }
}
