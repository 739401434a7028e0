package broadsheet.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An article on its way into the archive or out of it. Text is plain, without markup. Whatever is
 * unknown is an empty text or list, never null. Immutable.
 */
public final class ExtensionArticle {
  private static final String ID = "id";
  private static final String URL = "url";
  private static final String TITLE = "title";
  private static final String STANDFIRST = "standfirst";
  private static final String DATELINE = "dateline";
  private static final String PARAGRAPHS = "paragraphs";
  private static final String CAPTIONS = "captions";
  private static final String AUTHORS = "authors";
  private static final String SOURCE = "source";
  private static final String SECTION = "section";
  private static final String EDITION = "edition";
  private static final String TOPICS = "topics";
  private static final String PLACES = "places";
  private static final String PEOPLE = "people";
  private static final String ORGANISATIONS = "organisations";
  private static final String LANGUAGE = "language";
  private static final String PUBLISHED_AT = "publishedAt";
  private static final String NOTE = "note";

  private final Map<String, List<String>> fields;

  private ExtensionArticle(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** Starts an article without any fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** All fields that have a value, by their names, which are those of the methods here. */
  public Map<String, List<String>> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** The id that the source gives it; in an export, the archive's. */
  public String id() {
    return text(ID);
  }

  /** The address it was published at. */
  public String url() {
    return text(URL);
  }

  /** The headline. */
  public String title() {
    return text(TITLE);
  }

  /** The sentence or two under the headline. */
  public String standfirst() {
    return text(STANDFIRST);
  }

  /** The place and day on which the story was filed, as printed: {@code SALVADOR, Feb 26 -}. */
  public String dateline() {
    return text(DATELINE);
  }

  /** The body, one element a paragraph. */
  public List<String> paragraphs() {
    return list(PARAGRAPHS);
  }

  /** The words under its pictures, one element a picture. */
  public List<String> captions() {
    return list(CAPTIONS);
  }

  /** One element a person or desk. */
  public List<String> authors() {
    return list(AUTHORS);
  }

  /** The outlet. */
  public String source() {
    return text(SOURCE);
  }

  /** The section of the outlet. */
  public String section() {
    return text(SECTION);
  }

  /** The edition of the outlet, such as a region or {@code late}. */
  public String edition() {
    return text(EDITION);
  }

  /** Subjects it was filed under. */
  public List<String> topics() {
    return list(TOPICS);
  }

  /** Places it was filed under. */
  public List<String> places() {
    return list(PLACES);
  }

  /** People it was filed under. */
  public List<String> people() {
    return list(PEOPLE);
  }

  /** Organisations it was filed under. */
  public List<String> organisations() {
    return list(ORGANISATIONS);
  }

  /** Its language as a BCP 47 tag: {@code pt-BR}; detected from the text if empty. */
  public String language() {
    return text(LANGUAGE);
  }

  /**
   * When it was published, as precisely as is known: {@code 1987}, {@code 1987-02}, {@code
   * 1987-02-26} or with a time. Read in any usual notation; in an export always ISO 8601.
   */
  public String publishedAt() {
    return text(PUBLISHED_AT);
  }

  /** A reader's note on it, in the export of a list; never read from a file. */
  public String note() {
    return text(NOTE);
  }

  private String text(String field) {
    List<String> values = list(field);
    return values.isEmpty() ? "" : values.getFirst();
  }

  private List<String> list(String field) {
    return fields.getOrDefault(field, List.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExtensionArticle article && fields.equals(article.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }

  /** Collects the fields of an article; a later value replaces an earlier one. For one thread. */
  public static final class Builder {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private Builder() {}

    public Builder id(String value) {
      return put(ID, value);
    }

    public Builder url(String value) {
      return put(URL, value);
    }

    public Builder title(String value) {
      return put(TITLE, value);
    }

    public Builder standfirst(String value) {
      return put(STANDFIRST, value);
    }

    public Builder dateline(String value) {
      return put(DATELINE, value);
    }

    public Builder paragraphs(List<String> value) {
      return put(PARAGRAPHS, value);
    }

    public Builder captions(List<String> value) {
      return put(CAPTIONS, value);
    }

    public Builder authors(List<String> value) {
      return put(AUTHORS, value);
    }

    public Builder source(String value) {
      return put(SOURCE, value);
    }

    public Builder section(String value) {
      return put(SECTION, value);
    }

    public Builder edition(String value) {
      return put(EDITION, value);
    }

    public Builder topics(List<String> value) {
      return put(TOPICS, value);
    }

    public Builder places(List<String> value) {
      return put(PLACES, value);
    }

    public Builder people(List<String> value) {
      return put(PEOPLE, value);
    }

    public Builder organisations(List<String> value) {
      return put(ORGANISATIONS, value);
    }

    public Builder language(String value) {
      return put(LANGUAGE, value);
    }

    public Builder publishedAt(String value) {
      return put(PUBLISHED_AT, value);
    }

    public Builder publishedAt(LocalDate day) {
      return put(PUBLISHED_AT, day.toString());
    }

    public Builder publishedAt(Instant moment) {
      return put(PUBLISHED_AT, moment.toString());
    }

    /** Sets a field by its name; one that this version does not know is kept and not read. */
    public Builder field(String name, List<String> values) {
      return put(name, values);
    }

    /** The article. */
    public ExtensionArticle build() {
      return new ExtensionArticle(new LinkedHashMap<>(fields));
    }

    private Builder put(String name, String value) {
      return put(name, List.of(Objects.requireNonNull(value, name)));
    }

    private Builder put(String name, List<String> values) {
      List<String> filled = values.stream().filter(value -> !value.isEmpty()).toList();
      if (filled.isEmpty()) {
        fields.remove(name);
      } else {
        fields.put(name, filled);
      }
      return this;
    }
  }
}
