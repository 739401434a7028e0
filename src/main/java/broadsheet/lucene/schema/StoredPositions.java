package broadsheet.lucene.schema;

import broadsheet.article.Chapter;
import broadsheet.article.Enclosure;
import broadsheet.article.Part;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.Recording;
import broadsheet.article.WordPlaces;
import java.util.Arrays;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Stores the positions of an article in its document. Stateless. */
final class StoredPositions {
  private static final String PART = "position.part";
  private static final String WORDS = "position.words";

  /** Separates the fields of a part; its image or media comes last and may contain anything. */
  private static final String SEPARATOR = "\t";

  private static final String CHAPTER = "chapter";
  private static final String ENCLOSURE = "file";
  private static final String RECORDING = "recording";
  private static final int FIELDS_OF_PAGE = 5;
  private static final int FIELDS_OF_OTHERS = 3;

  private StoredPositions() {}

  static void add(Positions positions, Document document) {
    for (Part part : positions.parts()) {
      document.add(new StoredField(PART, stored(part)));
    }
    if (positions.words().size() > 0) {
      document.add(new StoredField(WORDS, positions.words().bytes()));
    }
    if (positions.quality() != Positions.UNKNOWN_QUALITY) {
      document.add(new IntField(IndexSchema.QUALITY, positions.quality(), Field.Store.YES));
    }
  }

  private static String stored(Part part) {
    return switch (part) {
      case PrintedPage page ->
          String.join(
              SEPARATOR,
              Integer.toString(page.number()),
              Integer.toString(page.width()),
              Integer.toString(page.height()),
              page.label(),
              page.image());
      case Chapter chapter -> String.join(SEPARATOR, CHAPTER, chapter.label(), "");
      case Enclosure file -> String.join(SEPARATOR, ENCLOSURE, file.label(), "");
      case Recording recording ->
          String.join(SEPARATOR, RECORDING, recording.label(), recording.media());
    };
  }

  /** Restores the positions from the fields that {@link #add} stored. */
  static Positions of(Document document) {
    String[] parts = document.getValues(PART);
    IndexableField quality = document.getField(IndexSchema.QUALITY);
    BytesRef words = document.getBinaryValue(WORDS);
    if (parts.length == 0 && quality == null) {
      return Positions.NONE;
    }
    return new Positions(
        Arrays.stream(parts).map(StoredPositions::part).toList(),
        words == null ? WordPlaces.NONE : WordPlaces.ofBytes(BytesRef.deepCopyOf(words).bytes),
        quality == null ? Positions.UNKNOWN_QUALITY : quality.numericValue().intValue());
  }

  private static Part part(String stored) {
    String[] others = stored.split(SEPARATOR, FIELDS_OF_OTHERS);
    return switch (others[0]) {
      case CHAPTER -> new Chapter(others[1]);
      case ENCLOSURE -> new Enclosure(others[1]);
      case RECORDING -> new Recording(others[1], others[2]);
      default -> page(stored.split(SEPARATOR, FIELDS_OF_PAGE));
    };
  }

  private static PrintedPage page(String[] fields) {
    return new PrintedPage(
        Integer.parseInt(fields[0]),
        fields[3],
        Integer.parseInt(fields[1]),
        Integer.parseInt(fields[2]),
        fields[4]);
  }
}
