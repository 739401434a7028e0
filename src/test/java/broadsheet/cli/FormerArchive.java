package broadsheet.cli;

import static java.util.Objects.requireNonNull;

import broadsheet.lucene.schema.IndexFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** An archive that an earlier release made, unpacked into a folder. */
final class FormerArchive {

  private static final String FORMAT = "broadsheet.format";
  private static final String SOURCES = "broadsheet.sources";

  /** The folder it was made in. */
  private static final String MADE_IN = "/archive/";

  private FormerArchive() {}

  /**
   * Unpacks an archive and makes its index name the articles at their present place. If its format
   * is still the program's own, marks the index as one of the format before.
   */
  static void unpack(String resource, Path folder) throws IOException {
    try (InputStream packed =
            requireNonNull(FormerArchive.class.getResourceAsStream(resource), resource);
        ZipInputStream zip = new ZipInputStream(packed)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(requireNonNull(file.getParent()));
        Files.copy(zip, file);
      }
    }
    try (Directory directory = FSDirectory.open(folder.resolve("index"))) {
      Map<String, String> described =
          new HashMap<>(SegmentInfos.readLatestCommit(directory).getUserData());
      described.computeIfPresent(SOURCES, (_, paths) -> paths.replace(MADE_IN, folder + "/"));
      described.replace(
          FORMAT, Integer.toString(IndexFormat.VERSION), Integer.toString(IndexFormat.VERSION - 1));
      describe(directory, described);
    }
  }

  private static void describe(Directory directory, Map<String, String> described)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      writer.setLiveCommitData(described.entrySet());
      writer.commit();
    }
  }
}
