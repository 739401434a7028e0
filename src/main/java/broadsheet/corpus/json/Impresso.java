package broadsheet.corpus.json;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.LineReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Newspapers in the JSON of impresso: pages in the canonical form, where a page is an article and
 * its id names newspaper and day, or articles in the rebuilt form ({@link ImpressoItem}). A file
 * has one record, or one a line.
 */
public final class Impresso extends Format {
  private static final Pattern START = Pattern.compile("\\s*\\{\\s*\"[^\"]{1,20}\"");
  private static final Pattern TOKEN = Pattern.compile("\"tx\"\\s*:");
  private static final Pattern REGIONS = Pattern.compile("\"r\"\\s*:\\s*\\[");

  /** An item of an issue, with its pages and nothing of its text. */
  private static final Pattern CONTENTS =
      Pattern.compile("\"i\"\\s*:\\s*\\[\\s*\\{\\s*\"[ml]\"\\s*:\\s*\\{");

  /** {@code EZR-1840-02-21-a-p0005}. */
  private static final Pattern ID =
      Pattern.compile(
          "(?<paper>.+)-(?<day>\\d{4}-\\d\\d-\\d\\d)-(?<edition>[a-z]+)-p(?<page>\\d+)");

  /** Above this many times the usual height, a first line is a heading. */
  private static final double LARGE = 1.6;

  public Impresso(DateReader dates) {
    super("impresso", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    boolean isPage =
        START.matcher(peek.head()).lookingAt()
            && REGIONS.matcher(peek.head()).find()
            && TOKEN.matcher(peek.head()).find();
    if (isPage || (peek.start().startsWith("{") && ImpressoItem.begins(peek))) {
      return Recognition.MINE;
    }
    return CONTENTS.matcher(peek.head()).find() && peek.start().startsWith("{")
        ? Recognition.noArticle("the contents of an issue, whose text is in its pages")
        : Recognition.NOT_MINE;
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    LineReader lines = new LineReader(in, Records.LONGEST_RECORD);
    StringBuilder pending = new StringBuilder();
    long number = 0;
    while (lines.next()) {
      if (lines.isTooLong() || pending.length() > Records.LONGEST_RECORD) {
        records.fail(++number, Records.TOO_LONG, "");
        pending.setLength(0);
        continue;
      }
      pending.append(
          new String(lines.bytes(), lines.from(), lines.length(), StandardCharsets.UTF_8));
      if (isWhole(pending)) {
        take(pending.toString(), ++number, records);
        pending.setLength(0);
      }
    }
    if (!pending.toString().isBlank()) {
      take(pending.toString(), ++number, records);
    }
  }

  /** A page may be one line, or be indented over many. */
  private static boolean isWhole(StringBuilder text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    boolean isIndented = text.length() > 1 && text.charAt(1) <= ' ';
    return end > 0
        && text.charAt(end - 1) == '}'
        && !isIndented
        && (text.indexOf("\"r\"") > 0 || text.indexOf("\"ft\"") > 0);
  }

  private void take(String json, long number, Records records) {
    try {
      JsonNode page = LenientJson.MAPPER.readTree(json);
      records.take(
          number,
          () ->
              ImpressoItem.is(page)
                  ? ImpressoItem.article(page, number, records, dates)
                  : article(page, number, records));
    } catch (JsonProcessingException e) {
      records.fail(number, "not JSON", e.getOriginalMessage());
    }
  }

  private Article article(JsonNode page, long number, Records records) throws NotAnArticle {
    String id = page.path("id").asText("");
    List<String> paragraphs = paragraphs(page);
    if (paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    boolean isHeaded = paragraphs.size() > 1 && isLarge(page);
    Matcher stated = ID.matcher(id);
    boolean isKnown = stated.matches();
    return records
        .article(number, CleanText.line(id), "")
        .title(isHeaded ? paragraphs.getFirst() : "")
        .paragraphs(paragraphs.subList(isHeaded ? 1 : 0, paragraphs.size()))
        .source(isKnown ? stated.group("paper") : "")
        .publishedAt(dates.read(isKnown ? stated.group("day") : "").date())
        .build();
  }

  /** Whether the first line is printed much larger than most. */
  private static boolean isLarge(JsonNode page) {
    List<Integer> heights = new ArrayList<>();
    for (JsonNode region : page.path("r")) {
      for (JsonNode paragraph : region.path("p")) {
        paragraph.path("l").forEach(line -> heights.add(line.path("c").path(3).asInt(0)));
      }
    }
    int first = heights.isEmpty() ? 0 : heights.getFirst();
    heights.sort(null);
    return !heights.isEmpty() && first >= LARGE * heights.get((heights.size() - 1) / 2);
  }

  private static List<String> paragraphs(JsonNode page) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode region : page.path("r")) {
      for (JsonNode paragraph : region.path("p")) {
        StringBuilder text = new StringBuilder();
        paragraph.path("l").forEach(line -> append(line, text));
        paragraphs.add(text.toString());
      }
    }
    return CleanText.lines(paragraphs);
  }

  /** A token may be glued to the next; a hyphen at the end of a line joins its word. */
  private static void append(JsonNode line, StringBuilder text) {
    boolean isBroken =
        text.length() > 2
            && text.charAt(text.length() - 2) == '-'
            && Character.isLetter(text.charAt(text.length() - 3));
    String first = line.path("t").path(0).path("tx").asText("");
    if (isBroken && !first.isEmpty() && Character.isLowerCase(first.codePointAt(0))) {
      text.setLength(text.length() - 2);
    }
    for (JsonNode token : line.path("t")) {
      text.append(token.path("tx").asText(""));
      if (!token.path("gn").asBoolean(false)) {
        text.append(' ');
      }
    }
  }
}
