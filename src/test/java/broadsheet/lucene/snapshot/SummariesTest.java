package broadsheet.lucene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.FacetCount;
import broadsheet.lucene.SameSegment;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {

  @TempDir private Path folder;

  /** A writer deletes the files of a commit at the next one, whoever reads them. */
  @Test
  void aCommitWhoseFilesAreDeletedMeanwhileIsSummedUp() throws IOException {
    TestIndex.build(folder, List.of(Article.withId("a").title("Tide").build()));
    IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0);
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      delete("*.{cfe,si}");
      ReaderSnapshot snapshot = new ReaderSnapshot(reader, format);
      assertThat(snapshot.summary().articles()).isOne();
      assertThat(snapshot.summary().sizeInBytes()).isPositive();
    }
  }

  /** Also where the first and last days, or all articles of a source, are deleted ones. */
  @Test
  void deletedArticlesDoNotCount() {
    Seeds.each(Seeds.orAsked(20), this::checkDeletions);
  }

  private void checkDeletions(Random random) {
    Map<String, Article> articles = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      articles.put("a" + i, article("a" + i, random));
    }
    List<Article> all = List.copyOf(articles.values());
    TestIndex.build(folder, all.subList(0, 150));
    TestIndex.update(folder, "more", all.subList(150, 200));
    double share = random.nextBoolean() ? 0.01 : random.nextDouble();
    try (Directory directory = FSDirectory.open(folder)) {
      try (IndexWriter writer =
          new IndexWriter(
              directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
        List<String> kept = List.of(all.getFirst().id(), all.getLast().id()); // one a segment
        for (String id : List.copyOf(articles.keySet())) {
          if (random.nextDouble() < share && !kept.contains(id)) {
            writer.deleteDocuments(new Term(IndexSchema.ID, id));
            articles.remove(id);
          }
        }
        writer.commit();
      }
      IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(1);
        check(articles.values(), new ReaderSnapshot(reader, format).summary());
        DirectoryReader plain = new PlainBits(reader);
        check(articles.values(), new ReaderSnapshot(plain, format).summary());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Collection<Article> articles, IndexSummary summary) {
    List<PublicationDate> dates =
        articles.stream().map(Article::publishedAt).filter(PublicationDate::isKnown).toList();
    assertThat(summary.articles()).isEqualTo(articles.size());
    assertThat(summary.undated()).isEqualTo(articles.size() - dates.size());
    assertThat(summary.firstDay())
        .isEqualTo(
            dates.stream().map(date -> date.first().orElseThrow()).min(Comparator.naturalOrder()));
    assertThat(summary.lastDay())
        .isEqualTo(
            dates.stream().map(date -> date.last().orElseThrow()).max(Comparator.naturalOrder()));
    Map<String, Long> sources =
        articles.stream().collect(Collectors.groupingBy(Article::source, Collectors.counting()));
    assertThat(
            summary.sources().stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count)))
        .isEqualTo(sources);
  }

  private static Article article(String id, Random random) {
    String date =
        switch (random.nextInt(4)) {
          case 0 -> "198" + random.nextInt(3);
          case 1 -> "1987-0" + (1 + random.nextInt(9));
          default -> "1987-03-1" + random.nextInt(9);
        };
    return Article.withId(id)
        .title("Tide " + id)
        .source("Paper " + random.nextInt(6))
        .publishedAt(
            random.nextInt(5) == 0 ? PublicationDate.unknown() : PublicationDate.stated(date))
        .build();
  }

  /** Its deleted documents cannot be listed without a look at all. */
  private static final class PlainBits extends FilterDirectoryReader {

    PlainBits(DirectoryReader in) throws IOException {
      super(
          in,
          new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader reader) {
              return new SameSegment(reader) {
                @Override
                public @Nullable Bits getLiveDocs() {
                  Bits live = in.getLiveDocs();
                  return live == null ? null : new Plain(live);
                }
              };
            }
          });
    }

    private record Plain(Bits in) implements Bits {
      @Override
      public boolean get(int index) {
        return in.get(index);
      }

      @Override
      public int length() {
        return in.length();
      }
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader in) throws IOException {
      return new PlainBits(in);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }

  private void delete(String names) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
