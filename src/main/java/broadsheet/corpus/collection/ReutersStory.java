package broadsheet.corpus.collection;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One record of Reuters-21578. */
final class ReutersStory {
  private static final Pattern AGENCY = Pattern.compile("(?i)[,\\s]+reuters?[.\\s]*$");
  private static final Pattern SIGNATURE_AT_END = Pattern.compile("(?i)\\s+reuter\\s*$");
  private static final Set<String> SIGNATURES = Set.of("reuter", "reuters", "reuter...");

  /** A headline shorter than this does not continue on the next line. */
  private static final int FULL_LINE = 55;

  private final String header;
  private final String content;
  private final Records records;
  private final long number;

  ReutersStory(String record, Records records, long number) {
    int text = record.indexOf("<TEXT");
    this.header = text < 0 ? record : record.substring(0, text);
    this.content = text < 0 ? "" : record.substring(text);
    this.records = records;
    this.number = number;
  }

  Article article(DateReader dates) throws NotAnArticle {
    String title = CleanText.line(element(content, "TITLE"));
    List<String> body = lines(element(content, "BODY"));
    boolean isRaw = title.isEmpty() && body.isEmpty();
    List<String> raw = isRaw ? lines(rawText()) : List.of();
    if (isRaw && raw.isEmpty()) {
      records.remark(number, "neither headline nor text", "");
    }
    int titleLines = rawTitleLines(raw);
    return records
        .article(number, "reuters-" + newId(), "")
        .title(isRaw ? CleanText.line(String.join(" ", raw.subList(0, titleLines))) : title)
        .dateline(CleanText.line(element(content, "DATELINE")))
        .paragraphs(Paragraphs.joined(isRaw ? raw.subList(titleLines, raw.size()) : body, 0))
        .authors(authors())
        .source("Reuters")
        .topics(values("TOPICS"))
        .places(values("PLACES"))
        .people(values("PEOPLE"))
        .organisations(organisations())
        .language("en")
        .publishedAt(date(dates))
        .build();
  }

  private PublicationDate date(DateReader dates) {
    String text = element(header, "DATE");
    return records.remarked(number, dates.plausible(ReutersDate.read(text), text));
  }

  private String newId() throws NotAnArticle {
    String mark = "NEWID=\"";
    int from = header.indexOf(mark) + mark.length();
    int end = header.indexOf('"', from);
    if (from < mark.length() || end <= from) {
      throw NotAnArticle.failed("record without a NEWID", "");
    }
    return header.substring(from, end);
  }

  private List<String> authors() {
    String byline = CleanText.line(element(content, "AUTHOR"));
    return Names.people(AGENCY.matcher(byline).replaceFirst(""));
  }

  /** Organisations proper and stock exchanges, which are lists of their own. */
  private List<String> organisations() {
    return Stream.of("ORGS", "EXCHANGES")
        .flatMap(list -> values(list).stream())
        .distinct()
        .toList();
  }

  private List<String> values(String list) {
    String all = rawElement(header, list);
    List<String> values = new ArrayList<>();
    for (int from = all.indexOf("<D>"); from >= 0; from = all.indexOf("<D>", from)) {
      int end = all.indexOf("</D>", from);
      if (end < 0) {
        break;
      }
      values.add(CleanText.line(Entities.resolved(all.substring(from + "<D>".length(), end))));
      from = end;
    }
    return CleanText.lines(values);
  }

  /** The text of a record without elements for its headline and text. */
  private String rawText() {
    int from = content.indexOf('>') + 1;
    int end = content.indexOf("</TEXT>");
    return Entities.resolved(content.substring(from, end < from ? content.length() : end));
  }

  /**
   * The headline is the first line, plus the second if the first is full and the second completes
   * it.
   */
  private static int rawTitleLines(List<String> raw) {
    boolean runsOn =
        isUnindented(raw, 1)
            && raw.getFirst().strip().length() >= FULL_LINE
            && !isUnindented(raw, 2);
    return raw.isEmpty() ? 0 : runsOn ? 2 : 1;
  }

  private static boolean isUnindented(List<String> lines, int index) {
    return index < lines.size() && !lines.get(index).isBlank() && !lines.get(index).startsWith(" ");
  }

  /** The lines from the first with text to the last, without the agency's signature. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!lines.isEmpty() || !CleanText.line(line).isEmpty()) {
        lines.add(line);
      }
    }
    while (!lines.isEmpty() && isBlankOrSignature(lines.getLast())) {
      lines.removeLast();
    }
    if (!lines.isEmpty()) {
      lines.add(SIGNATURE_AT_END.matcher(lines.removeLast()).replaceFirst(""));
    }
    return lines;
  }

  private static boolean isBlankOrSignature(String line) {
    String text = CleanText.line(line);
    return text.isEmpty() || SIGNATURES.contains(text.toLowerCase(Locale.ROOT));
  }

  private static String element(String text, String name) {
    return Entities.resolved(rawElement(text, name));
  }

  /** The content of the first element with this name; empty if there is none. */
  private static String rawElement(String text, String name) {
    String tag = "<" + name + ">";
    int from = text.indexOf(tag);
    int end = from < 0 ? -1 : text.indexOf("</" + name + ">", from);
    return end < 0 ? "" : text.substring(from + tag.length(), end);
  }
}
