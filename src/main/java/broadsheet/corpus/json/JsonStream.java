package broadsheet.corpus.json;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.ArticleCompletion;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FileAccount;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SourceFile;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Optional;

/**
 * One pass over a JSON stream, with one article in memory. Descends into objects that wrap lists of
 * articles. Every element of such a list is a record, and so is every object outside of lists. Not
 * thread-safe.
 */
final class JsonStream {
  private static final int DEEPEST_WRAPPING = 8;

  private final PushbackReader in;
  private final JsonParser parser;
  private final JsonRecords records;
  private final JsonSalvage salvage;

  /** A top-level object that is a record if no other follows. */
  private Optional<ObjectReading> pending = Optional.empty();

  private boolean hasList;

  /** The name of the list or object around, and the section that it and those around it name. */
  private String around = "";

  private String section = "";

  JsonStream(Reader reader, Records records, DateReader dates) throws IOException {
    this.in = new PushbackReader(reader, JsonSalvage.PUSHED_BACK);
    this.parser = LenientJson.FACTORY.createParser(in);
    this.records = new JsonRecords(records, dates);
    this.salvage = new JsonSalvage(in);
  }

  /** Reads to the end. */
  void read() throws IOException {
    try {
      roots();
    } catch (JsonProcessingException e) {
      flush();
      fail(e);
      salvage();
    }
  }

  /** Whether a list of articles begins in this text, which may be cut off anywhere. */
  static boolean wrapsArticles(Reader beginning, SourceFile file, DateReader dates)
      throws IOException {
    Records nowhere = new Records(file, FileAccount.nowhere(), new ArticleCompletion(dates));
    JsonStream stream = new JsonStream(beginning, nowhere, dates);
    try {
      stream.roots();
    } catch (JsonProcessingException e) {
      return stream.hasList;
    }
    return stream.hasList;
  }

  private void roots() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      flush();
      if (token == JsonToken.START_OBJECT) {
        pending = Optional.of(object(new ObjectReading(), 0, true));
      } else if (token == JsonToken.START_ARRAY) {
        hasList = true;
        elements(0);
      } else {
        records.fail(JsonRecords.NOT_AN_OBJECT, token.name());
      }
    }
    if (records.isEmpty()) {
      pending.ifPresent(records::takeWhole);
    } else {
      flush();
    }
  }

  private void flush() {
    pending.ifPresent(records::takeNext);
    pending = Optional.empty();
  }

  /** Reads an array to its end; each element is a record. */
  private void elements(int depth) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element(depth);
    }
  }

  private void element(int depth) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      ObjectReading reading = object(new ObjectReading(), depth + 1, true);
      inSection(reading.own());
      records.takeNext(reading);
    } else if (token == JsonToken.START_ARRAY && depth < DEEPEST_WRAPPING) {
      elements(depth + 1);
    } else {
      parser.skipChildren();
      records.fail(JsonRecords.NOT_AN_OBJECT, token.name());
    }
  }

  private ObjectReading object(ObjectReading reading, int depth, boolean isRecord)
      throws IOException {
    JsonToken token = isRecord ? first() : parser.nextToken();
    while (token != JsonToken.END_OBJECT) {
      field(parser.currentName(), parser.nextToken(), reading, depth);
      token = parser.nextToken();
    }
    return reading;
  }

  /**
   * Moves to the first field of a record and notes its name, even if its value turns out to be
   * broken.
   */
  private JsonToken first() throws IOException {
    boolean isEmpty = false;
    try {
      JsonToken token = parser.nextToken();
      isEmpty = token == JsonToken.END_OBJECT;
      return token;
    } finally {
      String name = parser.currentName();
      if (!isEmpty && name != null) {
        salvage.begins(name);
      }
    }
  }

  private void field(String name, JsonToken token, ObjectReading reading, int depth)
      throws IOException {
    String outerName = around;
    String outerSection = section;
    if (token == JsonToken.START_ARRAY && JsonNames.mayHoldArticles(name, reading)) {
      enter(name, reading);
      list(name, reading, depth);
    } else if (token == JsonToken.START_OBJECT
        && depth < DEEPEST_WRAPPING
        && JsonNames.mayWrap(name, reading)) {
      enter(name, reading);
      wrapped(name, reading, object(reading.inner(), depth + 1, false));
    } else {
      reading.read(parser).ifPresent(value -> reading.keep(name, value));
    }
    around = outerName;
    section = outerSection;
  }

  /** Enters a list or object, whose name or the values beside it may name a section. */
  private void enter(String name, ObjectReading reading) {
    String stated = JsonNames.sectionOf(reading.own());
    String named = stated.isEmpty() ? JsonNames.section(name, around) : stated;
    section = named.isEmpty() ? section : named;
    around = name;
  }

  /** Gives an article the section of the list it is in, unless it states its own. */
  private void inSection(ObjectNode object) {
    if (!section.isEmpty() && !JsonDialects.has(object, FieldNames.Part.SECTION)) {
      object.put("section", section);
    }
  }

  /** A list whose first object is an article is read element by element; any other is a value. */
  private void list(String name, ObjectReading reading, int depth) throws IOException {
    ArrayNode values = LenientJson.MAPPER.createArrayNode();
    String before = salvage.firstField();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Optional<JsonNode> value = element(reading);
      value.ifPresent(values::add);
      if (value.filter(v -> JsonNames.isArticle(v, name) || JsonNames.isSection(v)).isPresent()) {
        hand(values);
        reading.wraps();
        elements(depth);
        return;
      }
    }
    salvage.begins(before);
    reading.keep(name, values);
  }

  /** Reads an element of a possible list of articles. */
  private Optional<JsonNode> element(ObjectReading reading) throws IOException {
    boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
    return isObject && first() == JsonToken.END_OBJECT
        ? Optional.of(LenientJson.MAPPER.createObjectNode())
        : reading.read(parser);
  }

  /** The elements read so far are records as well. */
  private void hand(ArrayNode values) {
    hasList = true;
    for (JsonNode value : values) {
      if (JsonNames.isSection(value)) {
        section((ObjectNode) value);
      } else if (value instanceof ObjectNode object) {
        inSection(object);
        records.takeNext(object);
      } else {
        records.fail(JsonRecords.NOT_AN_OBJECT, value.getNodeType().toString());
      }
    }
  }

  /** Hands on the articles of a section that was read as a whole. */
  private void section(ObjectNode object) {
    String outer = section;
    String stated = JsonNames.sectionOf(object);
    section = stated.isEmpty() ? section : stated;
    object.properties().stream()
        .filter(field -> JsonNames.isWrapper(field.getKey()))
        .forEach(field -> field.getValue().forEach(article -> hand(array(article))));
    section = outer;
  }

  private static ArrayNode array(JsonNode only) {
    return LenientJson.MAPPER.createArrayNode().add(only);
  }

  /** An object under a name: already read as a wrapper, an article of its own, or a value. */
  private void wrapped(String name, ObjectReading reading, ObjectReading inner) {
    ObjectNode object = inner.own();
    if (inner.hasWrapped() || !reading.hasObjectsOnly() || !JsonNames.isEntry(name, object)) {
      reading.keep(name, inner);
      return;
    }
    if (!JsonDialects.has(object, FieldNames.Part.ID)) {
      object.put("id", name);
    }
    hasList = true;
    reading.wraps();
    records.takeNext(inner);
  }

  private void salvage() throws IOException {
    salvage.giveBack(parser);
    while (salvage.seek()) {
      JsonParser next = LenientJson.FACTORY.createParser(in);
      try {
        next.nextToken();
        BoundedTree.read(next, Records.LONGEST_RECORD)
            .ifPresentOrElse(
                value -> records.takeNext((ObjectNode) value.node()),
                () -> records.fail(Records.TOO_LONG, ""));
      } catch (JsonProcessingException e) {
        records.fail(LenientJson.reason(e), e.getOriginalMessage());
      }
      salvage.giveBack(next);
    }
  }

  private void fail(JsonProcessingException e) {
    String line = "line " + parser.currentLocation().getLineNr() + ": ";
    String outlook = e instanceof JsonEOFException ? "" : salvage.outlook();
    records.fail(LenientJson.reason(e), line + e.getOriginalMessage() + outlook);
  }
}
