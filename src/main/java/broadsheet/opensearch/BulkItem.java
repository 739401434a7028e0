package broadsheet.opensearch;

import org.jspecify.annotations.Nullable;

/** One change of an index. Immutable, if nobody changes the bytes. */
public final class BulkItem {

  private static final int LONGEST_ID = 512;

  private final String id;
  private final String routing;
  private final byte @Nullable [] document;

  private BulkItem(String id, String routing, byte @Nullable [] document) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("an id has 1 to " + LONGEST_ID + " characters: " + id);
    }
    this.id = id;
    this.routing = routing;
    this.document = document;
  }

  /**
   * Writes a document, or replaces the one with its id.
   *
   * @param routing documents with the same are on the same shard
   * @param document what the plugin makes a Lucene document of
   * @throws IllegalArgumentException when the cluster would not take the id
   */
  public static BulkItem write(String id, String routing, byte[] document) {
    return new BulkItem(id, routing, document);
  }

  /**
   * Deletes a document, or does nothing where there is none.
   *
   * @param routing with which it was written
   */
  public static BulkItem delete(String id, String routing) {
    return new BulkItem(id, routing, null);
  }

  String id() {
    return id;
  }

  String routing() {
    return routing;
  }

  /** What is written; null when the document is deleted. */
  byte @Nullable [] document() {
    return document;
  }
}
