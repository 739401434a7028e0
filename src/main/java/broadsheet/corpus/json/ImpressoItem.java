package broadsheet.corpus.json;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.RepeatedTitle;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One article in impresso's rebuilt JSON: the whole text ({@code ft}) with the offsets of its
 * breaks. Source:
 * https://impresso.github.io/impresso-schemas/json/rebuilt/paper_contentitem.schema.json.
 */
final class ImpressoItem {
  /** {@code GDL-1900-01-02-a-i0001}. */
  private static final String ID =
      "(?<paper>[A-Za-z]\\w*)-(?<day>\\d{4}-\\d\\d-\\d\\d)-[a-z]{1,2}-i\\d{4,}";

  private static final Pattern OWN_ID = Pattern.compile(ID);
  private static final Pattern STATED_ID = Pattern.compile("\"id\"\\s*:\\s*\"" + ID + "\"");
  private static final Pattern TEXT = Pattern.compile("\"(?:ft|ppreb|rreb)\"\\s*:");

  /** The id is among the first fields of an item. */
  private static final int HEAD = 2000;

  /** The sign for a hyphen at the end of a line, if the source has it. */
  private static final Pattern HYPHEN = Pattern.compile("¬ ?");

  private ImpressoItem() {}

  static boolean begins(Peek peek) {
    String head = peek.head();
    return STATED_ID.matcher(head.substring(0, Math.min(HEAD, head.length()))).find()
        && TEXT.matcher(head).find();
  }

  static boolean is(JsonNode record) {
    return record.has("ft");
  }

  static Article article(JsonNode item, long number, Records records, DateReader dates)
      throws NotAnArticle {
    Matcher id = OWN_ID.matcher(item.path("id").asText(""));
    boolean isKnown = id.matches();
    String title = title(item);
    List<String> paragraphs = RepeatedTitle.removed(title, paragraphs(item));
    if (title.isEmpty() && paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    String day = line(item, "d");
    return records
        .article(number, line(item, "id"), "")
        .title(title)
        .paragraphs(paragraphs)
        .source(newspaper(item, isKnown ? id.group("paper") : ""))
        .section(section(item))
        .language(LanguageTag.of(line(item, "lg")))
        .publishedAt(dates.read(day.isEmpty() && isKnown ? id.group("day") : day).date())
        .build();
  }

  private static String title(JsonNode item) {
    String title = line(item, "title").isEmpty() ? line(item, "t") : line(item, "title");
    return title.equalsIgnoreCase("untitled") ? "" : title;
  }

  private static String newspaper(JsonNode item, String code) {
    String name = line(item, "media_title_variant");
    return name.isEmpty() ? code : name;
  }

  private static String section(JsonNode item) {
    String stated = CleanText.line(item.path("section_title").path("title_text").asText(""));
    return stated.isEmpty() && line(item, "tp").equals("ad") ? "Advertisements" : stated;
  }

  /** The text, cut at the breaks of its paragraphs; offsets count code points. */
  private static List<String> paragraphs(JsonNode item) {
    int[] text = item.path("ft").asText("").codePoints().toArray();
    List<String> paragraphs = new ArrayList<>();
    int from = 0;
    for (JsonNode stated : item.path("pb")) {
      int at = Math.min(stated.asInt(0), text.length);
      if (at > from) {
        paragraphs.add(new String(text, from, at - from));
        from = at;
      }
    }
    paragraphs.add(new String(text, from, text.length - from));
    return CleanText.lines(paragraphs.stream().map(p -> HYPHEN.matcher(p).replaceAll("")).toList());
  }

  private static String line(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isTextual() ? CleanText.line(value.textValue()) : "";
  }
}
