package broadsheet.lucene.staging;

import java.io.EOFException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.BufferedIndexInput;

/** The Lucene input of a file in a store, read by blocks. */
final class StoreIndexInput extends BufferedIndexInput {

  private final BlockCache blocks;
  private final StoredFile file;

  StoreIndexInput(BlockCache blocks, StoredFile file) {
    super(file.name() + " in the store", FileStore.BLOCK / 4);
    this.blocks = blocks;
    this.file = file;
  }

  @Override
  protected void readInternal(ByteBuffer target) throws EOFException {
    long position = getFilePointer();
    if (position + target.remaining() > file.length()) {
      throw new EOFException("read past the end of " + this);
    }
    while (target.hasRemaining()) {
      byte[] block = blocks.get(block(position));
      int from = (int) (position % FileStore.BLOCK);
      int length = Math.min(target.remaining(), block.length - from);
      target.put(block, from, length);
      position += length;
    }
  }

  private FileStore.Block block(long position) {
    return new FileStore.Block(file, position / FileStore.BLOCK);
  }

  @Override
  protected void seekInternal(long position) throws EOFException {
    if (position > file.length()) {
      throw new EOFException("seek past the end of " + this);
    }
  }

  @Override
  public void prefetch(long offset, long length) {
    for (long at = offset - offset % FileStore.BLOCK; at < offset + length; at += FileStore.BLOCK) {
      blocks.want(block(at));
    }
  }

  @Override
  public long length() {
    return file.length();
  }

  @Override
  public void close() {}
}
