package broadsheet.corpus.archive;

import broadsheet.corpus.pack.EntryName;
import broadsheet.corpus.pack.Inflation;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SeenNames;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.io.InputStream;

/** Reads the files inside a document, such as a message's attachments. Not thread-safe. */
final class Attached implements Records.Inner {
  private final SourceFile document;
  private final Unpacking unpacking;
  private final int depth;
  private final SeenNames seen = new SeenNames();
  private long number;

  /**
   * @param depth the number of containers and compressions around the document
   */
  Attached(SourceFile document, Unpacking unpacking, int depth) {
    this.document = document;
    this.unpacking = unpacking;
    this.depth = depth;
  }

  @Override
  public String read(String rawName, String url, String charset, InputStream content)
      throws IOException {
    unpacking.inflation().entry(document);
    EntryName name = EntryName.of(rawName, ++number);
    while (!seen.add(name.text())) {
      name = name.numbered(number);
    }
    SourceFile file = document.inside(name.text(), url, charset);
    if (depth + 1 >= Inflation.DEEPEST) {
      unpacking.account().failed(file.place(), Inflation.TOO_DEEP, "");
    } else {
      unpacking.read(file, Layer.ofUnpacked(content, file, unpacking.inflation()), depth + 1);
    }
    return file.location();
  }
}
