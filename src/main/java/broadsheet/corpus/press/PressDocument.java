package broadsheet.corpus.press;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one document, as an export states them. Not thread-safe. */
public final class PressDocument {
  /** The confidence of an indexer in a topic: {@code (93%)}. */
  private static final Pattern RELEVANCE = Pattern.compile("\\s*\\(\\d{1,3}\\s?%\\)");

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,'\u00a0 ]*");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Abstracts and photo pages are short; beyond this many words a loss is worth a remark. */
  private static final int MANY_WORDS = 100;

  private final Map<PressField, List<String>> fields = new EnumMap<>(PressField.class);

  /** Adds a value; a blank one counts only in the body, where it ends a paragraph. */
  void add(PressField field, String value) {
    if (field == PressField.BODY || !value.isBlank()) {
      fields.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
    }
  }

  boolean has(PressField field) {
    return fields.containsKey(field);
  }

  /** The values of a field in one line; empty if there are none. */
  String line(PressField field) {
    return CleanText.line(String.join(" ", values(field)));
  }

  /** Makes the article; see {@link Records#article} for the number. */
  Article article(Records records, long number, DateReader dates) throws NotAnArticle {
    List<String> paragraphs = Paragraphs.of(values(PressField.BODY));
    String title = line(PressField.TITLE);
    NotAnArticle.requireText(title, paragraphs);
    requireWhole(paragraphs, records, number);
    return records
        .article(number, line(PressField.ID), line(PressField.URL))
        .title(title)
        .standfirst(line(PressField.STANDFIRST))
        .dateline(line(PressField.DATELINE))
        .paragraphs(paragraphs)
        .authors(authors())
        .source(line(PressField.SOURCE))
        .section(PressSection.of(line(PressField.SECTION)))
        .topics(terms(PressField.TOPIC))
        .places(terms(PressField.PLACE))
        .people(terms(PressField.PERSON))
        .organisations(terms(PressField.ORGANISATION))
        .language(LanguageTag.of(line(PressField.LANGUAGE)))
        .publishedAt(date(records, number, dates))
        .build();
  }

  private List<String> values(PressField field) {
    return fields.getOrDefault(field, List.of());
  }

  /** The most precise of the dates stated. */
  private PublicationDate date(Records records, long number, DateReader dates) {
    return values(PressField.DATE).stream()
        .map(printed -> records.remarked(number, PrintedDay.in(printed, dates)))
        .max(Comparator.comparing(PublicationDate::precision))
        .orElse(PublicationDate.unknown());
  }

  private List<String> authors() {
    return values(PressField.AUTHOR).stream()
        .flatMap(byline -> Byline.people(byline).stream())
        .distinct()
        .toList();
  }

  private List<String> terms(PressField field) {
    return values(field).stream()
        .flatMap(list -> Names.words(RELEVANCE.matcher(list).replaceAll("")).stream())
        .distinct()
        .toList();
  }

  /** Remarks on a text that has lost most of the words its database counted. */
  private void requireWhole(List<String> paragraphs, Records records, long number) {
    Matcher stated = NUMBER.matcher(line(PressField.LENGTH));
    String digits = stated.lookingAt() ? NO_DIGIT.matcher(stated.group()).replaceAll("") : "";
    if (digits.isEmpty() || digits.length() > 6) {
      return;
    }
    int words = Integer.parseInt(digits);
    String text = paragraphs.stream().collect(Collectors.joining(" "));
    long found = BLANKS.splitAsStream(text).filter(word -> !word.isEmpty()).count();
    boolean isWithoutSpaces = text.length() > 15 * (found + 1);
    if (!isWithoutSpaces && words - 2 * found > MANY_WORDS) {
      records.remark(number, "shorter than its database says", found + " of " + words + " words");
    }
  }

  /** The documents that have a title or a body. */
  static List<PressDocument> withText(Stream<PressDocument> documents) {
    return documents
        .filter(document -> document.has(PressField.TITLE) || document.has(PressField.BODY))
        .toList();
  }

  /** Finds the section in a field that also counts pages, parts and columns. */
  private static final class PressSection {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[;,|]\\s*");

    private static final Pattern PLACE_IN_PAPER =
        Pattern.compile(
            "(?iu)(?:(?:sections?|parts?|pages?|pg|pp?|columns?|col|vol|no|s|seite|pag|página)\\b"
                + "\\.?\\s*)?(?:[A-Z]{0,4}[-.]?\\d+[A-Z]?(?:[-.]\\d+)?|[A-Z]{1,2}\\d*|[IVX]+)"
                + "|(?:pg|pp?)\\.? ?\\d.*");

    private PressSection() {}

    /**
     * The section of {@code Section B; Page 22, Column 2; National Desk}; empty if there is none.
     */
    static String of(String printed) {
      List<String> parts =
          BETWEEN.splitAsStream(printed).map(CleanText::line).filter(p -> !p.isEmpty()).toList();
      return parts.stream()
          .filter(part -> !PLACE_IN_PAPER.matcher(part).matches())
          .findFirst()
          .orElse("");
    }
  }
}
