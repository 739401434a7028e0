package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.Article.IdOrigin;
import broadsheet.article.ItemVersion;
import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Origin;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One location of an article, and the properties it has from there. Locations are ordered like a
 * listing of folders: by file, then by entry and number within the file. Immutable.
 *
 * @param file the absolute path of the file; empty for an article from no file
 * @param location the location as the article states it, including entry and record of the file;
 *     {@code #} and a number if it states none
 * @param claim the id that the record claims; the article's own unless another article has it
 * @param origin the source of that id
 * @param section the section it has there
 * @param date the date it has from the name of that file; empty if it has none from there
 * @param items the versions of items that the record represents
 */
public record RecordPlace(
    String file,
    String location,
    String claim,
    IdOrigin origin,
    String section,
    String date,
    List<ItemVersion> items)
    implements Comparable<RecordPlace> {

  /** Occurs in no path and no text of an article. */
  private static final String SEPARATOR = "\0";

  /** Number of parts stored before the items. */
  private static final int PARTS = 6;

  private static final Comparator<RecordPlace> ORDER =
      Comparator.<RecordPlace, String>comparing(place -> byFolder(place.file()))
          .thenComparing(place -> byFolder(place.entry()))
          .thenComparingLong(RecordPlace::number)
          .thenComparing(RecordPlace::location)
          .thenComparing(RecordPlace::claim);

  public RecordPlace {
    items = List.copyOf(items);
  }

  /**
   * The location of an article that has just been read.
   *
   * @param file the absolute path of its file; may be empty
   * @param number unique among articles that state no location
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
        date.origin() == Origin.FILE_NAME ? date.iso() : "",
        article.items());
  }

  /** The unique key of the location in the index. */
  public String key() {
    return prefix(file) + location;
  }

  /** The common prefix of the keys of all locations in a file. */
  public static String prefix(String file) {
    return file + SEPARATOR;
  }

  /** The location as the ledger prints it: the file's path, then the entry, then the record. */
  public String printed() {
    int end = location.length();
    while (end > 0 && !file.endsWith(location.substring(0, end))) {
      end = Math.max(location.lastIndexOf('/', end - 1), location.lastIndexOf('#', end - 1));
    }
    String inside = location.substring(Math.max(0, end));
    return inside.startsWith("/") ? file + "!" + inside : file + inside;
  }

  /** Whether the article states its location. */
  boolean isTold() {
    return !location.startsWith("#");
  }

  String stored() {
    Stream<String> parts = Stream.of(file, location, claim, origin.name(), section, date);
    return Stream.concat(parts, items.stream().map(ItemTerm::of))
        .collect(Collectors.joining(SEPARATOR));
  }

  static RecordPlace ofStored(String stored) {
    String[] parts = stored.split(SEPARATOR, -1);
    List<ItemVersion> items = Arrays.stream(parts).skip(PARTS).map(ItemTerm::version).toList();
    return new RecordPlace(
        parts[0], parts[1], parts[2], IdOrigin.valueOf(parts[3]), parts[4], parts[5], items);
  }

  @Override
  public int compareTo(RecordPlace other) {
    return ORDER.compare(this, other);
  }

  /** Sorts a folder's files before those of a folder whose name begins with its name. */
  private static String byFolder(String path) {
    return path.replace('/', '\0');
  }

  private String entry() {
    int mark = location.lastIndexOf('#');
    return number() < 0 ? location : location.substring(0, mark);
  }

  /** The number of the record in its file or entry; -1 where that is a single record. */
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
