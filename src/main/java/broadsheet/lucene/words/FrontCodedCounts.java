package broadsheet.lucene.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.StringHelper;

/**
 * A front-coded list of words with two counts each, in the order of their bytes: each word is
 * stored as what follows the beginning that it shares with the one before.
 *
 * @param bytes the words in few bytes
 */
public record FrontCodedCounts(BytesRef bytes) {

  /** Makes a list. Not thread-safe. */
  static final class Writer {
    private final ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    private final BytesRefBuilder last = new BytesRefBuilder();

    /** Adds a word, which must come after the one before. */
    void add(BytesRef word, long in, long other) {
      int shared = last.length() == 0 ? 0 : StringHelper.bytesDifference(last.get(), word);
      try {
        out.writeVInt(shared);
        out.writeVInt(word.length - shared);
        out.writeBytes(word.bytes, word.offset + shared, word.length - shared);
        out.writeVLong(in);
        out.writeVLong(other);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      last.copyBytes(word);
    }

    FrontCodedCounts list() {
      return new FrontCodedCounts(new BytesRef(out.toArrayCopy()));
    }
  }

  /** Reads a list. Not thread-safe. */
  static final class Reader implements Comparable<Reader> {
    private final ByteArrayDataInput bytes;
    private final BytesRefBuilder word = new BytesRefBuilder();
    private long in;
    private long other;

    Reader(FrontCodedCounts list) {
      bytes = new ByteArrayDataInput(list.bytes.bytes, list.bytes.offset, list.bytes.length);
    }

    /** Goes to the next word, the first at first; false after the last. */
    boolean next() {
      if (bytes.eof()) {
        return false;
      }
      int shared = bytes.readVInt();
      int more = bytes.readVInt();
      word.setLength(shared);
      word.grow(shared + more);
      bytes.readBytes(word.bytes(), shared, more);
      word.setLength(shared + more);
      in = bytes.readVLong();
      other = bytes.readVLong();
      return true;
    }

    /** The word; changes with the next. */
    BytesRef word() {
      return word.get();
    }

    long in() {
      return in;
    }

    long other() {
      return other;
    }

    @Override
    public int compareTo(Reader that) {
      return word().compareTo(that.word());
    }
  }
}
