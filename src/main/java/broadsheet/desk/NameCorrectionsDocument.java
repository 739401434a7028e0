package broadsheet.desk;

import broadsheet.desk.NameCorrections.Numbered;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All corrections of names, in one document. Not thread-safe. */
final class NameCorrectionsDocument {

  private static final String NEXT = "next";
  private static final String CORRECTIONS = "corrections";
  private static final String NUMBER = "number";
  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String FORM = "form";
  private static final String BECOMES = "becomes";
  private static final String BY = "by";
  private static final String AT = "at";
  private static final String COLLECTION = "collection";

  private static final Comparator<Numbered> BY_TIME =
      Comparator.<Numbered, Instant>comparing(each -> each.correction().at())
          .thenComparingLong(Numbered::number);

  private final List<Numbered> all = new ArrayList<>();
  private long next = 1;

  /** Reads it. */
  static NameCorrectionsDocument of(JsonNode document) {
    NameCorrectionsDocument read = new NameCorrectionsDocument();
    JsonNode content = document.path(Store.CONTENT);
    content.path(CORRECTIONS).forEach(each -> read.all.add(correction(each)));
    read.next = content.path(NEXT).asLong();
    return read;
  }

  private static Numbered correction(JsonNode each) {
    JsonNode becomes = each.path(BECOMES);
    return new Numbered(
        each.path(NUMBER).asLong(),
        new NameCorrection(
            name(each),
            each.path(FORM).asText(),
            becomes.isMissingNode() ? Optional.empty() : Optional.of(name(becomes)),
            each.path(BY).asText(),
            Instant.parse(each.path(AT).asText()),
            each.path(COLLECTION).asText()));
  }

  private static Name name(JsonNode node) {
    NameKind kind = NameKind.named(node.path(KIND).asText()).orElseThrow();
    return new Name(kind, node.path(NAME).asText());
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode content = document.putObject(Store.CONTENT).put(NEXT, next);
    content.putArray(CORRECTIONS).addAll(all.stream().map(NameCorrectionsDocument::node).toList());
    return document;
  }

  private static ObjectNode node(Numbered each) {
    NameCorrection correction = each.correction();
    ObjectNode node = JsonNodeFactory.instance.objectNode().put(NUMBER, each.number());
    put(correction.of(), node);
    node.put(FORM, correction.form());
    correction.becomes().ifPresent(name -> put(name, node.putObject(BECOMES)));
    if (!correction.collection().isEmpty()) {
      node.put(COLLECTION, correction.collection());
    }
    return node.put(BY, correction.by()).put(AT, correction.at().toString());
  }

  private static void put(Name name, ObjectNode node) {
    node.put(KIND, name.kind().label()).put(NAME, name.text());
  }

  /** All corrections, the oldest first. */
  List<Numbered> all() {
    return List.copyOf(all);
  }

  /** The later of a time and that of the newest correction: clocks may differ. */
  Instant notBeforeTheLast(Instant time) {
    return all.isEmpty() || all.getLast().correction().at().isBefore(time)
        ? time
        : all.getLast().correction().at();
  }

  /**
   * Adds a correction.
   *
   * @throws DeskException when there are too many
   */
  Numbered add(NameCorrection correction) {
    long there =
        all.stream()
            .filter(each -> each.correction().collection().equals(correction.collection()))
            .count();
    if (there >= NameCorrections.MOST) {
      throw DeskException.tooManyCorrections();
    }
    Numbered added = new Numbered(next++, correction);
    all.add(added);
    all.sort(BY_TIME);
    return added;
  }

  /** Removes a correction, and returns it; empty when there is none of that number. */
  Optional<Numbered> remove(long number) {
    Optional<Numbered> found = all.stream().filter(each -> each.number() == number).findFirst();
    found.ifPresent(all::remove);
    return found;
  }
}
