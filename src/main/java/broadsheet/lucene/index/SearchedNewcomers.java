package broadsheet.lucene.index;

import broadsheet.lucene.schema.ArticleCodec;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * The new articles of an update in a form that saved searches can be matched against, where the
 * index itself is not to be searched. Kept beside the index until closed; what a killed update left
 * there is replaced by the next.
 *
 * @param reader the articles alone
 */
record SearchedNewcomers(IndexReader reader, Directory directory, Path folder)
    implements AutoCloseable {

  private static final String NAME = "newcomers";

  /**
   * Writes them.
   *
   * @param newcomers the articles alone, in the form of the index
   * @param index the folder of the index
   */
  static SearchedNewcomers of(IndexReader newcomers, Path index) throws IOException {
    Path folder = index.resolve(NAME);
    Directory directory = FSDirectory.open(folder);
    try {
      write(newcomers, directory);
      return new SearchedNewcomers(DirectoryReader.open(directory), directory, folder);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  private static void write(IndexReader newcomers, Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(IndexSchema.analyzer())
            .setCodec(new ArticleCodec())
            .setSimilarity(IndexSchema.similarity())
            .setOpenMode(OpenMode.CREATE);
    LiveTerms live = new LiveTerms(newcomers);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int document = 0; document < newcomers.maxDoc(); document++) {
        if (live.isLive(document)) {
          writer.addDocument(ArticleForm.SEARCHED.of(Rewriting.read(newcomers, document)));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Directory _ = directory) {
      reader.close();
      for (String file : directory.listAll()) {
        directory.deleteFile(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
