package broadsheet.corpus.json;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts the records of a JSON stream and passes them on. Not thread-safe. */
final class JsonRecords {
  static final String NOT_AN_OBJECT = "not a JSON object";

  private final Records records;
  private final DateReader dates;
  private final WordPressTables tables;
  private long number;

  JsonRecords(Records records, DateReader dates) {
    this.records = records;
    this.dates = dates;
    this.tables = new WordPressTables(records.file().name(), records.siblings());
  }

  /** Whether there has been no record yet, not even a bad one. */
  boolean isEmpty() {
    return number == 0;
  }

  /** Takes an object as the next record, if it is one. */
  void takeNext(ObjectReading reading) {
    if (!reading.isWrapper()) {
      number++;
      take(number, reading);
    }
  }

  /** Takes an object as the whole file, if it is a record. */
  void takeWhole(ObjectReading reading) {
    if (!reading.isWrapper()) {
      take(0, reading);
    }
  }

  void takeNext(ObjectNode object) {
    number++;
    take(number, object);
  }

  void fail(String reason, String detail) {
    number++;
    records.fail(number, reason, detail);
  }

  private void take(long at, ObjectReading reading) {
    if (reading.isTooLong()) {
      records.fail(at, Records.TOO_LONG, "");
    } else {
      take(at, reading.own());
    }
  }

  private void take(long at, ObjectNode object) {
    records.take(at, () -> new JsonArticle(tables.joined(object), records, at).article(dates));
  }
}
