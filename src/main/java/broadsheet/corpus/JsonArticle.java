package broadsheet.corpus;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.FieldNames.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** One JSON object as an article. */
final class JsonArticle {
  private final Map<Part, JsonNode> parts;
  private final Records records;
  private final long number;

  JsonArticle(ObjectNode object, Records records, long number) {
    this.parts =
        FieldNames.sorted(
            object.properties().stream()
                .filter(field -> JsonValues.isPresent(field.getValue()))
                .toList());
    this.records = records;
    this.number = number;
  }

  Article article(DateReader dates) throws NotAnArticle {
    String title = prose(Part.TITLE);
    List<String> paragraphs = Markup.paragraphs(text(Part.BODY));
    if (title.isEmpty() && paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("neither title nor body");
    }
    return records
        .article(number, word(Part.ID), word(Part.URL))
        .title(title)
        .standfirst(prose(Part.STANDFIRST))
        .dateline(prose(Part.DATELINE))
        .paragraphs(paragraphs)
        .authors(authors())
        .source(word(Part.SOURCE))
        .section(word(Part.SECTION))
        .topics(words(Part.TOPIC, true))
        .places(words(Part.PLACE, false))
        .people(people())
        .language(LanguageTag.of(word(Part.LANGUAGE)))
        .publishedAt(date(dates))
        .build();
  }

  private PublicationDate date(DateReader dates) {
    JsonNode value = parts.get(Part.DATE);
    if (value == null) {
      return PublicationDate.unknown();
    }
    ReadDate date =
        value.isIntegralNumber() && value.canConvertToLong()
            ? dates.read(value.longValue())
            : dates.read(JsonValues.text(value));
    return records.remarked(number, date);
  }

  private List<String> authors() {
    JsonNode value = parts.get(Part.AUTHOR);
    if (value == null) {
      return List.of();
    }
    return value.isArray()
        ? JsonValues.words(value).map(Names::person).filter(n -> !n.isEmpty()).distinct().toList()
        : Names.people(JsonValues.word(value));
  }

  private List<String> people() {
    JsonNode value = parts.get(Part.PERSON);
    return value == null || value.isArray()
        ? words(Part.PERSON, false)
        : Names.people(JsonValues.word(value));
  }

  /** The values of a list; one string is split, at commas only where places have none. */
  private List<String> words(Part part, boolean atCommas) {
    JsonNode value = parts.get(part);
    if (value == null) {
      return List.of();
    }
    if (value.isArray()) {
      return JsonValues.words(value).distinct().toList();
    }
    String list = JsonValues.word(value);
    return atCommas ? Names.wordsBetweenCommas(list) : Names.words(list);
  }

  /** A part that is one name. */
  private String word(Part part) {
    JsonNode value = parts.get(part);
    return value == null ? "" : JsonValues.word(value);
  }

  /** A part that is a sentence or two, on one line. */
  private String prose(Part part) {
    return String.join(" ", Markup.paragraphs(text(part)));
  }

  private String text(Part part) {
    JsonNode value = parts.get(part);
    return value == null ? "" : JsonValues.text(value);
  }
}
