package broadsheet.lucene.reader;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A reader with the wrappers that the owner of an index put around it to hide documents from a
 * user. Wrappers live for one request, so nothing is cached for them; data cached for a segment is
 * read below them. It counts only the documents that it shows, which wrappers need not do, because
 * Lucene takes these counts for the number of hits.
 */
public final class RestrictedReader extends FilterDirectoryReader {

  /** Fields whose names begin like this are the owner's, and not part of articles. */
  private static final String FOREIGN = "_";

  private RestrictedReader(DirectoryReader shown, SubReaderWrapper segments) throws IOException {
    super(shown, segments);
  }

  /**
   * A wrapped reader.
   *
   * @param whole the reader without the wrappers
   * @param shown the same with them
   * @throws IllegalArgumentException when they hide a field: an article is stored as one record and
   *     found in fields with the words of all others, so that it cannot be shown without one
   */
  public static RestrictedReader of(DirectoryReader whole, DirectoryReader shown)
      throws IOException {
    List<LeafReaderContext> segments = whole.leaves();
    if (shown.leaves().size() != segments.size()) {
      throw new IllegalStateException("a wrapper of the index leaves out segments");
    }
    Iterator<LeafReaderContext> next = segments.iterator();
    RestrictedReader reader =
        new RestrictedReader(
            shown,
            new SubReaderWrapper() {
              @Override
              public LeafReader wrap(LeafReader segment) {
                return new Segment(segment, next.next().reader());
              }
            });
    for (LeafReaderContext segment : reader.leaves()) {
      ((Segment) segment.reader()).requireAllFields();
    }
    return reader;
  }

  /** The segment below the wrappers, whose values may be cached; other segments are their own. */
  public static LeafReader unrestricted(LeafReader segment) {
    return segment instanceof Segment restricted ? restricted.whole : segment;
  }

  /** Whether the wrappers hide any document. */
  public boolean isHiding() {
    return leaves().stream().anyMatch(segment -> ((Segment) segment.reader()).isHiding());
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) {
    throw new UnsupportedOperationException("it is read once and never reopened");
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  /** A segment with its wrappers. */
  private static final class Segment extends FilterLeafReader {

    private final LeafReader whole;
    private final int shown;

    Segment(LeafReader in, LeafReader whole) {
      super(in);
      this.whole = whole;
      shown = isHiding() ? count(in.getLiveDocs(), in.maxDoc()) : whole.numDocs();
    }

    private static int count(@Nullable Bits live, int documents) {
      if (live == null) {
        return documents;
      }
      return FixedBitSet.copyOf(live).cardinality();
    }

    boolean isHiding() {
      return !Objects.equals(in.getLiveDocs(), whole.getLiveDocs());
    }

    /** Rejects a user who may not see all fields. If no document is shown, no field is missed. */
    void requireAllFields() throws IOException {
      for (FieldInfo field : whole.getFieldInfos()) {
        if (shown > 0 && !field.name.startsWith(FOREIGN) && isHidden(field)) {
          throw new IllegalArgumentException(
              "You may not see the field “%s” of this archive. Ask for access to all fields. Broadsheet can hide documents, not fields."
                  .formatted(field.name));
        }
      }
    }

    /** A masked field has no numbers and terms here, and its other values are wrapped. */
    private boolean isHidden(FieldInfo field) throws IOException {
      return in.getFieldInfos().fieldInfo(field.name) == null
          || (in.terms(field.name) == null && whole.terms(field.name) != null)
          || (in.getPointValues(field.name) == null && whole.getPointValues(field.name) != null)
          || !kind(values(in, field)).equals(kind(values(whole, field)));
    }

    private static @Nullable Object values(LeafReader segment, FieldInfo field) throws IOException {
      return switch (field.getDocValuesType()) {
        case NONE -> null;
        case NUMERIC -> segment.getNumericDocValues(field.name);
        case BINARY -> segment.getBinaryDocValues(field.name);
        case SORTED -> segment.getSortedDocValues(field.name);
        case SORTED_NUMERIC -> segment.getSortedNumericDocValues(field.name);
        case SORTED_SET -> segment.getSortedSetDocValues(field.name);
      };
    }

    private static Object kind(@Nullable Object values) {
      return values == null ? "none" : values.getClass();
    }

    @Override
    public int numDocs() {
      return shown;
    }

    @Override
    public IndexReader.@Nullable CacheHelper getCoreCacheHelper() {
      return whole.getCoreCacheHelper();
    }

    @Override
    public IndexReader.@Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }
}
