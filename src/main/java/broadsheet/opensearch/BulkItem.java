package broadsheet.opensearch;

import org.jspecify.annotations.Nullable;

/** One change of an index. Immutable, if nobody changes the bytes. */
public final class BulkItem {

  private static final int LONGEST_ID = 512;

  private final String id;
  private final byte @Nullable [] document;

  private BulkItem(String id, byte @Nullable [] document) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("an id has 1 to " + LONGEST_ID + " characters: " + id);
    }
    this.id = id;
    this.document = document;
  }

  /**
   * Writes a document, or replaces the one with its id.
   *
   * @param document what the plugin makes a Lucene document of
   * @throws IllegalArgumentException when the cluster would not take the id
   */
  public static BulkItem write(String id, byte[] document) {
    return new BulkItem(id, document);
  }

  /** Deletes a document, or does nothing where there is none. */
  public static BulkItem delete(String id) {
    return new BulkItem(id, null);
  }

  String id() {
    return id;
  }

  /** What is written; null when the document is deleted. */
  byte @Nullable [] document() {
    return document;
  }
}
