package broadsheet.lucene.index;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Maps each document of an index to another one; at first to itself. Not thread-safe. */
interface ParentLinks extends AutoCloseable {

  /** The document to which a document is linked. */
  int of(int document);

  /** Links a document to another one. */
  void set(int document, int other);

  @Override
  void close() throws IOException;

  /** Links in memory, for few documents that are linked to others. */
  static ParentLinks inMemory() {
    Map<Integer, Integer> links = new HashMap<>();
    return new ParentLinks() {
      @Override
      public int of(int document) {
        return links.getOrDefault(document, document);
      }

      @Override
      public void set(int document, int other) {
        links.put(document, other);
      }

      @Override
      public void close() {
        links.clear();
      }
    };
  }

  /**
   * Links in a file, four bytes for each document, so that memory does not grow with the index.
   *
   * @param file is replaced, and removed when this is closed
   * @param documents the number of documents
   * @throws IOException when there is no room for it
   */
  static ParentLinks inFile(Path file, int documents) throws IOException {
    return new Mapped(file, documents);
  }

  /** Keeps the distance to the other document, which is 0 in a new file. */
  final class Mapped implements ParentLinks {

    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 16).asReadOnlyBuffer();

    private final Arena arena = Arena.ofConfined();
    private final FileChannel channel;
    private final MemorySegment distances;

    private Mapped(Path file, int documents) throws IOException {
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      try {
        long size = Math.max(1L, documents) * Integer.BYTES;
        fill(size);
        distances = channel.map(MapMode.READ_WRITE, 0, size, arena);
      } catch (IOException e) {
        close();
        throw e;
      }
    }

    /** Writes the whole file, since a mapped page that finds no room on the disk is fatal. */
    private void fill(long size) throws IOException {
      while (channel.position() < size) {
        ByteBuffer zeros = ZEROS.duplicate();
        zeros.limit((int) Math.min(zeros.capacity(), size - channel.position()));
        channel.write(zeros);
      }
    }

    @Override
    public int of(int document) {
      return document + distances.getAtIndex(ValueLayout.JAVA_INT, document);
    }

    @Override
    public void set(int document, int other) {
      distances.setAtIndex(ValueLayout.JAVA_INT, document, other - document);
    }

    @Override
    public void close() throws IOException {
      arena.close();
      channel.close();
    }
  }
}
