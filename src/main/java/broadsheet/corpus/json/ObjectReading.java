package broadsheet.corpus.json;

import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an object has of its own, without the lists of articles it may wrap; no more of it than a
 * record may have. Not thread-safe.
 */
final class ObjectReading {
  private static final int FIELD = 16;

  private final ObjectNode own = LenientJson.MAPPER.createObjectNode();
  private long room;
  private boolean isTooLong;
  private boolean hasWrapped;
  private boolean hasObjectsOnly = true;
  private final Set<Part> parts = EnumSet.noneOf(Part.class);

  ObjectReading() {
    this(Records.LONGEST_RECORD);
  }

  private ObjectReading(long room) {
    this.room = room;
  }

  ObjectNode own() {
    return own;
  }

  /** Whether it has more of its own than a record may have. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether articles were found in it, which are handed over already. */
  boolean hasWrapped() {
    return hasWrapped;
  }

  void wraps() {
    hasWrapped = true;
  }

  /** Whether it is only there for what it wraps. */
  boolean isWrapper() {
    return hasWrapped && !isTooLong && !has(Part.BODY);
  }

  /** Whether it may be a table of articles by their ids. */
  boolean hasObjectsOnly() {
    return hasObjectsOnly;
  }

  /** Whether a part of an article stands at its top. */
  boolean has(Part part) {
    return parts.contains(part);
  }

  /** Reads the value that begins with the current token; empty if there is no room for it. */
  Optional<JsonNode> read(JsonParser parser) throws IOException {
    Optional<BoundedTree.Value> value = BoundedTree.read(parser, room);
    value.ifPresentOrElse(v -> take(v.size()), () -> isTooLong = true);
    return value.map(BoundedTree.Value::node);
  }

  /** Keeps a value that was read. */
  void keep(String name, JsonNode value) {
    take(FIELD + name.length());
    hasObjectsOnly &= value.isContainerNode();
    if (room >= 0) {
      own.set(name, value);
    }
    if (JsonValues.isPresent(value)) {
      FieldNames.part(name).ifPresent(parts::add);
    }
  }

  /** A reading of an object in this one, which has no more room than is left here. */
  ObjectReading inner() {
    return new ObjectReading(room);
  }

  /** Keeps an object that was read, unless it was one that wraps articles. */
  void keep(String name, ObjectReading inner) {
    isTooLong |= inner.isTooLong;
    hasWrapped |= inner.hasWrapped;
    room = inner.room;
    if (!inner.hasWrapped) {
      keep(name, inner.own);
    }
  }

  private void take(long size) {
    room -= size;
    isTooLong |= room < 0;
  }
}
