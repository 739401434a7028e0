package broadsheet.names;

import broadsheet.article.Sha256;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An editor's correction of a decided name. One form of it covers all: a name that becomes another
 * is renamed, or gets another kind, or is merged with the one that has that name already; one that
 * becomes nothing is hidden; and a form that is named is split off first.
 *
 * @param of the name that is corrected
 * @param form the form that it concerns; empty for all forms of the name
 * @param becomes the name it stands for instead; empty if it is hidden
 * @param by who made it; empty if nobody is named
 * @param at when it was made
 * @param collection the collection of the archive whose names it concerns; empty for the first one
 */
public record NameCorrection(
    Name of, String form, Optional<Name> becomes, String by, Instant at, String collection) {

  /** The longest name or form, in UTF-16 units. */
  public static final int LONGEST = 200;

  private static final int KEY_DIGITS = 16;

  /**
   * @throws IllegalArgumentException when it would change nothing, or a text is too long; the
   *     message is for the editor
   */
  public NameCorrection {
    if (becomes.filter(of::equals).isPresent()) {
      throw new IllegalArgumentException(
          "“%s” is a %s already; the correction would change nothing"
              .formatted(of.text(), of.kind().label()));
    }
    requireShort(of.text());
    requireShort(form);
    becomes.map(Name::text).ifPresent(NameCorrection::requireShort);
  }

  private static void requireShort(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a name has at most %s characters, not “%s…”"
              .formatted(LONGEST, text.substring(0, LONGEST / 4)));
    }
  }

  /** A correction in the first collection. */
  public NameCorrection(Name of, String form, Optional<Name> becomes, String by, Instant at) {
    this(of, form, becomes, by, at, "");
  }

  /** The same correction in another collection. */
  public NameCorrection in(String other) {
    return new NameCorrection(of, form, becomes, by, at, other);
  }

  /** Those of a collection. */
  public static List<NameCorrection> of(String collection, List<NameCorrection> all) {
    return all.stream().filter(each -> each.collection.equals(collection)).toList();
  }

  /** Identifies it, in whatever collections it was made: some hexadecimal digits. */
  public String key() {
    String content = String.join("\0", text(), by, at.toString());
    return HexFormat.of().formatHex(Sha256.of(content)).substring(0, KEY_DIGITS);
  }

  /** The change in words: {@code person “Volker” becomes person “Volcker”}. */
  public String text() {
    return "%s%s %s"
        .formatted(
            form.isEmpty() ? "" : "“%s” of ".formatted(form),
            text(of),
            becomes.map(name -> "becomes " + text(name)).orElse("is hidden"));
  }

  private static String text(Name name) {
    return "%s “%s”".formatted(name.kind().label(), name.text());
  }

  /** Whether this makes the same change as another, whoever made it when. */
  public boolean isSame(NameCorrection other) {
    return of.equals(other.of) && form.equals(other.form) && becomes.equals(other.becomes);
  }
}
