package broadsheet.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A field a reader may name before a colon. The names are the query language's. */
public enum QueryField {
  TITLE(Kind.TEXT),
  STANDFIRST(Kind.TEXT),
  DATELINE(Kind.TEXT),
  /** The first paragraph of the body. */
  LEAD(Kind.TEXT),
  BODY(Kind.TEXT),
  /** The words under its pictures. */
  CAPTION(Kind.TEXT),
  /** Notes on what was corrected; searched only by name. */
  CORRECTION(Kind.TEXT),
  /** Lists of links at the foot of the page; searched only by name. */
  RELATED(Kind.TEXT),
  /** The parts of its body that its source repeats; searched only by name. */
  FURNITURE(Kind.TEXT),
  /** Quotes of people and organisations that it names; searched only by name. */
  SAID(Kind.TEXT),
  SOURCE(Kind.KEYWORD),
  SECTION(Kind.KEYWORD),
  EDITION(Kind.KEYWORD),
  /** The id of the article that it corrects. */
  CORRECTION_OF(Kind.KEYWORD),
  AUTHOR(Kind.KEYWORD),
  TOPIC(Kind.KEYWORD),
  PLACE(Kind.KEYWORD),
  PERSON(Kind.KEYWORD),
  ORGANISATION(Kind.KEYWORD),
  /**
   * Those who speak in a transcript, and the people and organisations quoted; see {@link #SAID}.
   */
  SPEAKER(Kind.KEYWORD),
  LANGUAGE(Kind.KEYWORD),
  /** The collection of the archive that it is in. */
  COLLECTION(Kind.KEYWORD),
  URL(Kind.KEYWORD),
  /** Matches the whole id and nothing else. */
  ID(Kind.KEYWORD),
  /** The numbers of the pages a scanned article is printed on. */
  PAGE(Kind.KEYWORD),
  DATE(Kind.DATE),
  /** The day on which an update brought it; absent if it came with a build. */
  ADDED(Kind.DATE),
  /** The number of words in the article's text. */
  WORDS(Kind.NUMBER),
  /**
   * The mean confidence of the text recognition of a scanned article, in percent; absent if not
   * stated.
   */
  QUALITY(Kind.NUMBER);

  /** The kind of value in a field, which decides what may follow its colon. */
  public enum Kind {
    /** Running text, searched stemmed. */
    TEXT,
    /** Short values, matched whole or by their words, in any case, never stemmed. */
    KEYWORD,
    DATE,
    NUMBER
  }

  private final Kind kind;

  QueryField(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The field with the text that holds it: lead, furniture and quotes are parts of the body. */
  public QueryField holder() {
    return this == LEAD || this == FURNITURE || this == SAID ? BODY : this;
  }

  /** The name as typed: {@code title}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that name, in any case; empty when there is none. */
  public static Optional<QueryField> named(String name) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(name)).findFirst();
  }
}
