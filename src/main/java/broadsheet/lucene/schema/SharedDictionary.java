package broadsheet.lucene.schema;

import java.io.IOException;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/**
 * Compresses a chunk of texts with LZ4 in small blocks, each of which may refer to the first bytes
 * of the chunk, its dictionary. The dictionary itself is not compressed, so reading a short text
 * takes a copy of the dictionary and the decompression of a block or two. Stateless.
 *
 * <p>A chunk is written as the length of the dictionary and that of a block (VInt), the offset of
 * each block from the first one (four bytes), the dictionary, and the blocks.
 *
 * <p>Source: the idea is from Lucene's {@code LZ4WithPresetDictCompressionMode}, which compresses
 * the dictionary as well, has smaller ones, larger blocks, and compresses in less time.
 */
final class SharedDictionary extends CompressionMode {

  /** The longest dictionary. */
  static final int DICTIONARY = 32 << 10;

  /** A dictionary is this fraction of a chunk, up to {@link #DICTIONARY}. */
  static final int SHARE = 16;

  /** The bytes of a block before it is compressed. */
  static final int BLOCK = 4 << 10;

  @Override
  public Compressor newCompressor() {
    return new BlockCompressor();
  }

  @Override
  public Decompressor newDecompressor() {
    return new BlockDecompressor();
  }

  private static final class BlockCompressor extends Compressor {

    private final LZ4.HighCompressionHashTable table = new LZ4.HighCompressionHashTable();
    private final ByteBuffersDataOutput blocks = ByteBuffersDataOutput.newResettableInstance();

    /** The dictionary, and behind it the block at hand. */
    private final byte[] window = new byte[DICTIONARY + BLOCK];

    @Override
    public void compress(ByteBuffersDataInput in, DataOutput out) throws IOException {
      int length = Math.toIntExact(in.length() - in.position());
      int dictionary = Math.min(DICTIONARY, length / SHARE);
      out.writeVInt(dictionary);
      out.writeVInt(BLOCK);
      in.readBytes(window, 0, dictionary);
      blocks.reset();
      for (int start = dictionary; start < length; start += BLOCK) {
        int size = Math.min(BLOCK, length - start);
        out.writeInt(Math.toIntExact(blocks.size()));
        in.readBytes(window, dictionary, size);
        LZ4.compressWithDictionary(window, 0, dictionary, size, blocks, table);
      }
      out.writeBytes(window, 0, dictionary);
      blocks.copyTo(out);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private static final class BlockDecompressor extends Decompressor {

    private byte[] window = {};

    /** The place in the file of the dictionary in the window; negative if there is none. */
    private long held = -1;

    @Override
    public void decompress(DataInput in, int whole, int offset, int length, BytesRef text)
        throws IOException {
      int dictionary = in.readVInt();
      int block = in.readVInt();
      int first = Math.max(0, offset - dictionary) / block;
      int before = offsetOf(first, Math.ceilDiv(whole - dictionary, block), in);
      text.bytes = ArrayUtil.growNoCopy(text.bytes, length);
      text.offset = 0;
      text.length = length;
      hold(dictionary, block, in);
      int read = Math.clamp(dictionary - offset, 0, length);
      System.arraycopy(window, Math.min(offset, dictionary), text.bytes, 0, read);
      in.skipBytes(before);
      for (int start = dictionary + first * block; read < length; start += block) {
        int from = Math.max(0, offset - start);
        int end = Math.min(block, offset + length - start);
        LZ4.decompress(in, end, window, dictionary);
        System.arraycopy(window, dictionary + from, text.bytes, read, end - from);
        read += end - from;
      }
    }

    /** Reads a dictionary, unless it is that of the text before. */
    private void hold(int dictionary, int block, DataInput in) throws IOException {
      long place = in instanceof IndexInput file ? file.getFilePointer() : -1;
      if (place >= 0 && place == held) {
        in.skipBytes(dictionary);
        return;
      }
      held = -1;
      window = ArrayUtil.growNoCopy(window, dictionary + block);
      in.readBytes(window, 0, dictionary);
      held = place;
    }

    /** Reads the offset of one of the blocks, and passes over the others. */
    private static int offsetOf(int block, int blocks, DataInput in) throws IOException {
      if (block >= blocks) {
        in.skipBytes((long) Integer.BYTES * blocks);
        return 0; // none is read
      }
      in.skipBytes((long) Integer.BYTES * block);
      int offset = in.readInt();
      in.skipBytes((long) Integer.BYTES * (blocks - block - 1));
      return offset;
    }

    @Override
    public Decompressor clone() {
      return new BlockDecompressor();
    }
  }

  @Override
  public String toString() {
    return "shared dictionary";
  }
}
