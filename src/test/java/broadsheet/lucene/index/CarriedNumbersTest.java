package broadsheet.lucene.index;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.SearchAnswers;
import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Filters;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers that a rebuild takes from the index that it replaces. */
class CarriedNumbersTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:07Z");

  @TempDir private Path folder;

  private List<String> addedSince(long state) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      AlertSearch all = new AlertSearch(new QueryNode.Everything(), Filters.none(), state);
      return SearchAnswers.added(engine, all);
    }
  }

  private long state() {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      return engine.state();
    }
  }

  @Test
  void numbersGrowWhateverTheClockSays() {
    long now = Instant.now().getEpochSecond();
    assertThat(Added.next(now + 5_000)).isEqualTo(now + 5_001);
    assertThat(Added.next(Added.NONE)).isGreaterThanOrEqualTo(now);
  }

  @Test
  void updatesOfOneSecondAreToldApart() {
    TestIndex.build(folder, List.of(TestIndex.article("old", "The old tide.")));
    for (int i = 0; i < 3; i++) {
      long before = state();
      String id = "new" + i;
      TestIndex.update(folder, "/a/" + id, List.of(TestIndex.article(id, "Tide " + i)));
      assertThat(addedSince(before)).containsExactly(id);
    }
  }

  @Test
  void rebuildOfADamagedIndexGoesOnWithoutThem() throws Exception {
    TestIndex.build(folder, List.of(TestIndex.article("old", "The old tide.")));
    long before = state();
    TestIndex.update(folder, "/a/one", List.of(TestIndex.article("one", "One tide.")));
    assertThat(addedSince(before)).containsExactly("one");
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    TestIndex.build(folder, List.of(TestIndex.article("one", "One tide.")));
    assertThat(addedSince(0)).isEmpty();
    TestIndex.update(folder, "/a/two", List.of(TestIndex.article("two", "Two tides.")));
    assertThat(addedSince(before)).containsExactly("two");
  }

  /** Formats up to 18 recorded the matches of saved searches, each with its time. */
  @Test
  void recordedMatchesOfAnOlderFormatAreTakenOver() throws IOException {
    IndexedArticle one = article("one", "One tide.");
    IndexedArticle two = article("two", "Two tides.");
    TestIndex.build(
        folder, List.of(TestIndex.article("old", "The old tide."), one.article(), two.article()));
    long saved = NOON.getEpochSecond(); // as the desk of that build tells it, to the second
    writeAsOlder(
        match("tides", one, "one", NOON.plusMillis(200)),
        match("others", one, "one", NOON.plusMillis(201)),
        match("tides", two, "two", NOON.plusSeconds(60)));
    TestIndex.build(
        folder,
        List.of(
            TestIndex.article("old", "The old tide."),
            one.article(),
            TestIndex.article("two", "Two tides, as this release reads them."),
            TestIndex.article("three", "Three tides.")));
    assertThat(addedSince(saved)).containsExactly("two", "one");
    assertThat(addedSince(NOON.plusSeconds(1).getEpochSecond())).containsExactly("two");
    assertThat(addedSince(NOON.plusSeconds(90).getEpochSecond())).isEmpty();
    TestIndex.update(folder, "/a/four", List.of(TestIndex.article("four", "Four tides.")));
    assertThat(addedSince(saved)).containsExactly("four", "two", "one");
    TestIndex.build(folder, List.of(one.article()));
    assertThat(addedSince(saved)).containsExactly("one");
  }

  private static IndexedArticle article(String id, String text) {
    return IndexedArticle.of("/test/" + id, TestIndex.article(id, text), 1);
  }

  private static Document match(String search, IndexedArticle article, String id, Instant at) {
    long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    Document document = new Document();
    document.add(new StringField("arrival.search", search, Field.Store.YES));
    document.add(new StringField("arrival.article", Fingerprint.of(article), Field.Store.YES));
    document.add(new StoredField("arrival.id", id));
    document.add(new StoredField("arrival.at", micros));
    document.add(new NumericDocValuesField("arrival.at", micros));
    return document;
  }

  /** Makes the index one of format 18, with these recorded matches. */
  private void writeAsOlder(Document... matches) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      Map<String, String> described =
          new HashMap<>(SegmentInfos.readLatestCommit(directory).getUserData());
      described.put("broadsheet.format", "18");
      described.remove("broadsheet.state");
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (Document match : matches) {
          writer.addDocument(match);
        }
        writer.setLiveCommitData(described.entrySet());
        writer.commit();
      }
    }
  }
}
