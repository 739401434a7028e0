package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Tar archives of every kind: old, POSIX (ustar and pax) and GNU. */
final class Tar implements Container {
  @Override
  public boolean isBeginning(byte[] head) {
    return TarHeaders.isSound(head);
  }

  @Override
  public void read(Entries entries) throws IOException {
    TarHeaders headers = new TarHeaders(entries);
    for (var header = headers.next(); header.isPresent(); header = headers.next()) {
      read(header.get(), headers, entries);
    }
  }

  private static void read(TarHeaders.Header header, TarHeaders headers, Entries entries)
      throws LimitExceeded {
    Optional<SourceFile> file = header.isFolder() ? Optional.empty() : entries.next(header.name());
    if (file.isEmpty()) {
      return;
    }
    switch (header.kind()) {
      case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG ->
          entries.read(file.get(), Layer.ofPart(headers.content()));
      case TarConstants.LF_GNUTYPE_SPARSE ->
          entries.skip(file.get(), "packed in an unsupported way", "sparse");
      default -> entries.skip(file.get(), "not a regular file", "");
    }
  }
}
