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
 * An object's own values, without the lists of articles it may wrap, up to the size limit of a
 * record. Not thread-safe.
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

  /** Whether its own values exceed the limit of a record. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether articles were found in it, which have already been passed on. */
  boolean hasWrapped() {
    return hasWrapped;
  }

  void wraps() {
    hasWrapped = true;
  }

  /** Whether it serves only to wrap others. */
  boolean isWrapper() {
    return hasWrapped && !isTooLong && !has(Part.BODY);
  }

  /** Whether it may be a table of articles keyed by id. */
  boolean hasObjectsOnly() {
    return hasObjectsOnly;
  }

  /** Whether it has a part of an article at its top level. */
  boolean has(Part part) {
    return parts.contains(part);
  }

  /** Reads the value that begins at the current token; empty if there is no room for it. */
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

  /** A reading of a nested object, limited to the room left here. */
  ObjectReading inner() {
    return new ObjectReading(room);
  }

  /** Keeps an object that was read, unless it wraps articles. */
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
