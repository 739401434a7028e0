package broadsheet.corpus.pack;

import broadsheet.corpus.record.Budget;
import broadsheet.corpus.record.SourceFile;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The entries of a zip, read from the start. All that is unpacked is counted, including entries
 * that are passed over. Decompresses zstd without native code.
 */
public final class ZipInput extends ZipArchiveInputStream {
  private final Budget budget;
  private SourceFile file;

  /**
   * @param allowsUnknownLengths whether to accept uncompressed entries whose length follows them
   */
  public ZipInput(InputStream in, boolean allowsUnknownLengths, SourceFile file, Budget budget) {
    super(in, StandardCharsets.UTF_8.name(), true, allowsUnknownLengths, true);
    this.file = file;
    this.budget = budget;
  }

  /** Names the file whose bytes come next, in case they are too many. */
  public void reading(SourceFile entry) {
    file = entry;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    budget.unpacked(file, Math.max(read, 0));
    return read;
  }

  @Override
  protected InputStream createZstdInputStream(InputStream packed) {
    return new ZstdInputStream(packed);
  }
}
