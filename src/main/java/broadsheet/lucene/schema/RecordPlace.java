package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.Article.IdOrigin;
import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Origin;
import java.util.Comparator;

/**
 * One place an article was read at, and what it had there that belongs to the place. Places are
 * ordered as a reader of folders meets them: by file, then by entry and number within the file.
 * Immutable.
 *
 * @param file the absolute path of the file; empty where an article is from none
 * @param location as the article tells it: entry and record of the file included; {@code #} and a
 *     number where it tells none
 * @param claim the id the record asks for; the article's own unless another has it
 * @param origin what that id was made of
 * @param section the section it has there
 * @param date the date it has there from the name of its file; empty if it has none from that
 */
public record RecordPlace(
    String file, String location, String claim, IdOrigin origin, String section, String date)
    implements Comparable<RecordPlace> {

  /** Stands in no path and no text of an article. */
  private static final String SEPARATOR = "\0";

  private static final Comparator<RecordPlace> ORDER =
      Comparator.<RecordPlace, String>comparing(place -> byFolder(place.file()))
          .thenComparing(place -> byFolder(place.entry()))
          .thenComparingLong(RecordPlace::number)
          .thenComparing(RecordPlace::location)
          .thenComparing(RecordPlace::claim);

  /**
   * The place of an article that has just been read.
   *
   * @param file the absolute path of its file; may be empty
   * @param number no other article's that tells no location
   */
  public static RecordPlace of(String file, Article article, long number) {
    boolean isNowhere = article.locations().isEmpty();
    String location = isNowhere ? "#" + number : article.locations().getFirst();
    PublicationDate date = article.publishedAt();
    return new RecordPlace(
        file,
        location,
        article.id(),
        article.idOrigin(),
        article.section(),
        date.origin() == Origin.FILE_NAME ? date.iso() : "");
  }

  /** Names the place in the index, as no other. */
  public String key() {
    return prefix(file) + location;
  }

  /** What the keys of all places in a file begin with. */
  public static String prefix(String file) {
    return file + SEPARATOR;
  }

  /** As the ledger tells places: the file's path, then the entry, then the record. */
  String printed() {
    int end = location.length();
    while (end > 0 && !file.endsWith(location.substring(0, end))) {
      end = Math.max(location.lastIndexOf('/', end - 1), location.lastIndexOf('#', end - 1));
    }
    String inside = location.substring(Math.max(0, end));
    return inside.startsWith("/") ? file + "!" + inside : file + inside;
  }

  /** Whether the article tells where it was read. */
  boolean isTold() {
    return !location.startsWith("#");
  }

  String stored() {
    return String.join(SEPARATOR, file, location, claim, origin.name(), section, date);
  }

  static RecordPlace ofStored(String stored) {
    String[] parts = stored.split(SEPARATOR, -1);
    return new RecordPlace(
        parts[0], parts[1], parts[2], IdOrigin.valueOf(parts[3]), parts[4], parts[5]);
  }

  @Override
  public int compareTo(RecordPlace other) {
    return ORDER.compare(this, other);
  }

  /** A folder's files come before those of a folder whose name begins with its name. */
  private static String byFolder(String path) {
    return path.replace('/', '\0');
  }

  private String entry() {
    int mark = location.lastIndexOf('#');
    return number() < 0 ? location : location.substring(0, mark);
  }

  /** The number of the record in its file or entry; -1 when that is one record as a whole. */
  private long number() {
    String digits = location.substring(location.lastIndexOf('#') + 1);
    boolean isNumber =
        digits.length() < location.length()
            && !digits.isEmpty()
            && digits.length() < 19
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(digits) : -1;
  }
}
