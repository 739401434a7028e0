package broadsheet.lucene.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.engine.ImaginedFiles;
import broadsheet.engine.NameMode;
import broadsheet.engine.RandomArchive;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.shard.ShippedDocument;
import broadsheet.lucene.staging.Settling;
import broadsheet.lucene.staging.SharedFolder;
import broadsheet.lucene.staging.WorkingCopy;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCopyTest {

  @TempDir private Path folder;

  /** An archive of any size is therefore sent in constant memory. */
  @Test
  void documentsAreReadAsTheyAreTaken() {
    TestIndex.build(folder, RandomArchive.of(new Random(1), 50));
    WorkingCopy copy = shared(folder).newest();
    Iterator<WorkingCopy.Change> all = copy.all();
    assertThat(all.next().sent()).isPresent();
    copy.close();
    List<WorkingCopy.Change> later = new ArrayList<>();
    assertThatThrownBy(() -> all.forEachRemaining(later::add))
        .isInstanceOf(AlreadyClosedException.class);
    assertThat(later).isEmpty();
  }

  /** A folder whose store is beside it. */
  private static SharedFolder shared(Path folder) {
    return new SharedFolder(folder, new FolderFiles(folder.resolveSibling("kept")));
  }

  private Settling settling(Random random) {
    Path place = folder.resolve("place" + random.nextLong());
    return new Settling(place, new FolderFiles(place.resolve("kept")));
  }

  /** Whatever becomes of the files, in rebuilds and updates. */
  @Thorough
  @Test
  void aCopyIsSettledAsAnIndexThatIsSearched() {
    Seeds.each(
        Seeds.orAsked(6),
        random -> {
          Settling settling = settling(random);
          Path copy = settling.copy();
          Path index = folder.resolve("index" + random.nextLong());
          ImaginedFiles files = new ImaginedFiles();
          for (int round = 0; round < 4; round++) {
            change(files, random);
            if (round % 3 == 0) { // a rebuild at the end, in place of an update
              files.rebuild(new LuceneEngine(index));
              files.index(settling.rebuild(NameMode.AS_IS));
            } else {
              files.update(new LuceneEngine(index));
              files.index(settling.update(NameMode.AS_IS));
            }
            assertThat(documents(copy)).isEqualTo(documents(index));
          }
          assertThat(texts(index)).isPositive();
          assertThat(texts(copy)).isZero();
        });
  }

  private static void change(ImaginedFiles files, Random random) {
    files.put("" + random.nextInt(4), RandomArchive.of(random, 30).toArray(Article[]::new));
    files.put("" + random.nextInt(4), RandomArchive.of(random, 5).toArray(Article[]::new));
    files.remove("" + random.nextInt(4));
  }

  /** The documents to send, by their names, without when they were added. */
  private static Map<String, String> documents(Path folder) {
    Map<String, String> documents = new TreeMap<>();
    try (WorkingCopy copy = shared(folder).newest()) {
      copy.all()
          .forEachRemaining(
              each ->
                  documents.put(
                      each.key(),
                      HexFormat.of().formatHex(untimed(each.sent().orElseThrow()).bytes())));
    }
    return documents;
  }

  private static ShippedDocument untimed(ShippedDocument sent) {
    return sent instanceof ShippedDocument.OfArticle(IndexedArticle article, OptionalLong family)
        ? new ShippedDocument.OfArticle(article.addedIn(Added.NONE), family)
        : sent;
  }

  /** The number of terms in the texts of articles. */
  private static long texts(Path folder) {
    try (Directory directory = shared(folder).directory();
        DirectoryReader reader = DirectoryReader.open(directory)) {
      Terms terms = MultiTerms.getTerms(reader, QueryField.BODY.label());
      return terms == null ? 0 : terms.getSumDocFreq();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
