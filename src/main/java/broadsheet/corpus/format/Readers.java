package broadsheet.corpus.format;

import broadsheet.corpus.record.Format;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The readers of the formats, by which it is known whether a file would be read otherwise now.
 * Immutable.
 *
 * @param revisions the {@link Format#revision} of each, by the name of its format
 * @param own the formats that are not of extensions
 */
public record Readers(Map<String, String> revisions, List<String> own) {

  /** The name under which a file that no reader knows is recorded. */
  public static final String NONE = "";

  public Readers {
    revisions = Map.copyOf(revisions);
    own = List.copyOf(own);
  }

  /**
   * The readers of these formats.
   *
   * @param added those of extensions
   */
  static Readers of(List<Format> own, List<Format> added) {
    List<String> names = own.stream().map(Format::name).toList();
    return new Readers(
        Stream.of(own, added)
            .flatMap(List::stream)
            .collect(Collectors.toMap(Format::name, Format::revision, (first, _) -> first)),
        names);
  }

  /** The revision to record for the reader of a format, or for {@link #NONE}: what there was. */
  public String revision(String format) {
    return format.equals(NONE)
        ? Integer.toHexString(new TreeMap<>(revisions).keySet().toString().hashCode())
        : revisions.getOrDefault(format, "");
  }

  /**
   * Whether a file would be read as before. What a reader read that is there no more is kept.
   *
   * @param format that of the reader, or {@link #NONE}
   */
  public boolean areSame(String format, String revision) {
    String now = revision(format);
    return now.isEmpty() || now.equals(revision);
  }

  /** The formats that are read otherwise than release 2.0.0, which recorded no readers, did. */
  public List<String> revised() {
    return own.stream()
        .filter(format -> !revision(format).equals(Format.FIRST_REVISION))
        .sorted()
        .toList();
  }
}
