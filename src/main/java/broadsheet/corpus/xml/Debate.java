package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Debates of parliaments: a sitting is an article with its speakers, as a transcript is. Sources:
 * Akoma Ntoso Version 1.0 (OASIS), {@code debate}; parlparse, in its form for the United Kingdom
 * and for Australia; the Hansards of Australia and Canada; the source release of EuroParl.
 */
public final class Debate extends WholeFormat {
  private static final Pattern DEBATE = Pattern.compile("<(?:\\w+:)?debate(?:Report)?[\\s>]");
  private static final Pattern SPEECH =
      Pattern.compile("<(?:speech|ques|m[ai][jn]or-heading|debate|Intervention|member)[\\s.>]");

  /** An id of parlparse, which states the record and the day. */
  private static final Pattern GID =
      Pattern.compile("org\\.publicwhip/(?<kind>[a-z]+)/(?<day>\\d{4}-\\d{2}-\\d{2})");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  public Debate(DateReader dates) {
    super("debate", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    String head = peek.head();
    return Recognition.mineIf(
        switch (root.name()) {
          case "akomantoso" -> DEBATE.matcher(head).find();
          case "publicwhip", "debates", "hansard" -> SPEECH.matcher(head).find();
          case "chapter", "speaker" -> EuroParl.isBegun(head);
          default -> false;
        });
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    String text = text(bytes, records);
    boolean isXml = !EuroParl.isBegun(text.substring(0, Math.min(text.length(), Peek.LENGTH)));
    records.take(0, () -> isXml ? article(XmlTree.parsed(text), records) : euroParl(text, records));
  }

  private Article euroParl(String text, Records records) throws NotAnArticle {
    EuroParl chapter = EuroParl.read(text);
    return article(chapter.title(), chapter.text(), records)
        .publishedAt(dates.read(EuroParl.day(records.file().name())).date())
        .build();
  }

  private static ArticleBuilder article(String title, SittingText text, Records records)
      throws NotAnArticle {
    if (text.speakers().isEmpty() && text.paragraphs().isEmpty()) {
      throw NotAnArticle.skipped("a debate without speeches");
    }
    return records
        .article(0, "", "")
        .title(title)
        .paragraphs(text.paragraphs())
        .speakers(text.speakers())
        .section(CleanText.line(records.file().section()));
  }

  private Article article(Element root, Records records) throws NotAnArticle {
    SittingText text = new DebateXml(root).text();
    String[] days = days(root);
    return article(title(root, text, days), text, records)
        .source(
            XmlTree.firstOf(
                last(root, "docProponent"),
                XmlTree.line(XmlTree.first(root, "chamber")),
                XmlTree.attribute(XmlTree.first(root, "TLCOrganization"), "showAs")))
        .language(
            LanguageTag.of(
                XmlTree.firstOf(
                    XmlTree.attribute(XmlTree.first(root, "FRBRlanguage"), "language"),
                    XmlTree.attribute(root, "xml:lang"))))
        .publishedAt(new XmlItem(records, 0, root, dates).date(days))
        .build();
  }

  /** The sitting's own title, with its day if it names none. */
  private static String title(Element root, SittingText text, String... days) {
    String stated =
        XmlTree.firstOf(
            last(root, "docTitle"),
            XmlTree.attribute(XmlTree.first(root, "debateBody"), "title"),
            XmlTree.line(XmlTree.first(root, "DocumentName")),
            kind(root),
            XmlTree.line(XmlTree.first(XmlTree.first(root, "debateBody"), "heading")),
            text.paragraphs().isEmpty() ? "" : text.paragraphs().getFirst());
    String proponent = last(root, "docProponent");
    String day =
        Stream.concat(Stream.of(last(root, "docDate")), Stream.of(days))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    return DIGIT.matcher(stated).find()
        ? stated
        : String.join(
            ", ",
            Stream.of(stated, proponent, day).filter(part -> !part.isEmpty()).distinct().toList());
  }

  /** The name of the record in parlparse's ids; empty if there are none. */
  private static String kind(Element root) {
    Matcher gid = gid(root);
    return !gid.find()
        ? ""
        : switch (gid.group("kind")) {
          case "wrans" -> "Written answers";
          case "wms" -> "Written statements";
          case "lords" -> "Upper house debates";
          case "westminhall" -> "Westminster Hall debates";
          case "standing" -> "Committee debates";
          default -> "Debates";
        };
  }

  private static Matcher gid(Element root) {
    String first =
        XmlTree.isNamed(root, "publicwhip") || XmlTree.isNamed(root, "debates")
            ? root.children().stream()
                .map(child -> XmlTree.attribute(child, "id"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("")
            : "";
    return GID.matcher(first);
  }

  /** The days that a file states, that of the sitting first; never none. */
  private static String[] days(Element root) {
    Matcher gid = gid(root);
    Element date = XmlTree.first(root, "date");
    List<String> days =
        Stream.of(
                gid.find() ? gid.group("day") : "",
                XmlTree.attribute(XmlTree.first(root, "docDate"), "date"),
                XmlTree.attribute(XmlTree.first(root, "FRBRdate"), "date"),
                XmlTree.attribute(date, "format"),
                XmlTree.all(root, "ExtractedItem").stream()
                    .filter(item -> item.attr("Name").equals("Date"))
                    .map(XmlTree::line)
                    .findFirst()
                    .orElse(""),
                XmlTree.line(date))
            .filter(day -> !day.isEmpty())
            .toList();
    return days.toArray(String[]::new);
  }

  /** The last of several, which are the same in several languages. */
  private static String last(Element root, String name) {
    List<String> lines = XmlTree.lines(root, name).toList();
    return lines.isEmpty() ? "" : lines.getLast();
  }
}
