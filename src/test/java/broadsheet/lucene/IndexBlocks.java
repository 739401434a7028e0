package broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * The content of index files between their headers and footers, also of files that are packed into
 * one. Damage there affects those who read that part, and not the opening of the index.
 *
 * @param kind the extension of Lucene's file: {@code fdt} for stored fields, {@code doc} and {@code
 *     pos} for postings and positions, {@code dvd} for doc values
 * @param file the path on disk
 * @param from the offset of its first byte
 * @param to the offset after its last byte
 */
public record IndexBlocks(String kind, Path file, long from, long to) {

  /** Longer than any header. */
  private static final int HEADER_BYTES = 64;

  /** The blocks in files of these kinds. */
  public static List<IndexBlocks> of(Path index, List<String> kinds) throws IOException {
    List<IndexBlocks> blocks = new ArrayList<>();
    try (Directory directory = FSDirectory.open(index)) {
      for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(directory)) {
        try (Directory inside = inside(segment, directory)) {
          for (String name : inside.listAll()) {
            String kind = name.substring(name.lastIndexOf('.') + 1);
            if (kinds.contains(kind) && name.startsWith(segment.info.name)) {
              blocks.add(block(kind, inside, name, segment, index));
            }
          }
        }
      }
    }
    return blocks;
  }

  private static Directory inside(SegmentCommitInfo segment, Directory directory)
      throws IOException {
    return segment.info.getUseCompoundFile()
        ? segment.info.getCodec().compoundFormat().getCompoundReader(directory, segment.info)
        : FSDirectory.open(((FSDirectory) directory).getDirectory());
  }

  private static IndexBlocks block(
      String kind, Directory inside, String name, SegmentCommitInfo segment, Path index)
      throws IOException {
    byte[] content;
    try (IndexInput input = inside.openInput(name, IOContext.READONCE)) {
      content = new byte[(int) input.length()];
      input.readBytes(content, 0, content.length);
    }
    Path file = index.resolve(name);
    if (!Files.exists(file)) {
      file = index.resolve(segment.info.name + ".cfs");
    }
    long start = start(Files.readAllBytes(file), content);
    long end = start + content.length - CodecUtil.footerLength();
    return new IndexBlocks(kind, file, start + HEADER_BYTES, end);
  }

  private static long start(byte[] whole, byte[] part) {
    int start = 0;
    while (!ByteBuffer.wrap(whole, start, part.length).equals(ByteBuffer.wrap(part))) {
      start++;
    }
    return start;
  }

  /** Changes some bytes in place, as an index that is open sees it. */
  public void damage(Random random) throws IOException {
    assertThat(to).as("long enough to be damaged").isGreaterThan(from);
    int length = (int) Math.min(to - from, 1 + random.nextInt(64));
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    write(from + random.nextLong(to - from - length + 1), noise);
  }

  /** Changes all of it. */
  public void destroy(Random random) throws IOException {
    byte[] noise = new byte[(int) (to - from)];
    random.nextBytes(noise);
    write(from, noise);
  }

  private void write(long at, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }
}
