package broadsheet.corpus.xml;

import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.record.Records;
import java.nio.charset.Charset;

/** One element cut out of a file, with its tags. Immutable. */
public final class CutElement {

  /** The end of an element. */
  public enum End {
    /** By its end tag. */
    CLOSED,
    /** At the start of the next element of its kind. */
    UNCLOSED,
    /** At the end of the file. */
    CUT_OFF,
    /** Beyond {@link Records#LONGEST_RECORD}; nothing of it was kept. */
    TOO_LONG
  }

  private final byte[] bytes;
  private final End end;
  private final boolean isRoot;

  /**
   * @param bytes must not be changed afterwards
   * @param isRoot whether it is the first element of the file, with none around it
   */
  CutElement(byte[] bytes, End end, boolean isRoot) {
    this.bytes = bytes;
    this.end = end;
    this.isRoot = isRoot;
  }

  public End end() {
    return end;
  }

  boolean isRoot() {
    return isRoot;
  }

  /** The element as text; see {@link Decoding#text(byte[], Charset)}. */
  public String text(Charset declared) {
    return Decoding.text(bytes, declared);
  }
}
