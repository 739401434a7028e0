package broadsheet.lucene.shard;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

/** A shard shows one state of an archive, whichever documents of others it holds. */
class ShardStatesTest {

  private static final int NAMES = 30;
  private static final int UPDATES = 12;

  /** One shard and the titles that each state shows, by the names of their articles. */
  private static final class Held {

    private final Random random;
    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private Map<String, String> shown = new TreeMap<>();
    private long update;
    private long settled;

    Held(Random random) throws IOException {
      this.random = random;
      writer = new IndexWriter(directory, new IndexWriterConfig(IndexSchema.analyzer()));
      for (int i = 0; i < NAMES / 2; i++) {
        write("n" + i, article("n" + i, "tide of " + i));
        shown.put("n" + i, "tide of " + i);
      }
    }

    private void write(String id, ShippedDocument sent) throws IOException {
      Document document = sent.document();
      document.add(new StringField(UpdateState.IDS, id, Field.Store.NO));
      writer.updateDocument(new Term(UpdateState.IDS, id), document);
      if (random.nextInt(20) == 0) {
        writer.forceMerge(1 + random.nextInt(3));
      } else if (random.nextInt(4) == 0) {
        writer.flush();
      }
    }

    private static ShippedDocument article(String name, String title) {
      Article article = Article.withId(name).title(title).paragraphs(List.of("Ships")).build();
      return new ShippedDocument.OfArticle(
          IndexedArticle.of("news.jsonl", article, 0).withId(name), OptionalLong.empty());
    }

    /** Sends an update, which is checked on the way and at times given up first. */
    void update() throws IOException {
      while (random.nextInt(4) == 0) {
        send(changes());
        delete(update);
        assertShows(update, shown);
      }
      Map<String, Optional<String>> changes = changes();
      Map<String, String> next = new TreeMap<>(shown);
      changes.forEach(
          (name, title) ->
              title.ifPresentOrElse(known -> next.put(name, known), () -> next.remove(name)));
      send(changes);
      assertShows(update + 1, next);
      update++;
      shown = next;
      if (random.nextBoolean()) {
        delete(update);
        settled = update;
      }
      assertShows(update, shown);
    }

    private Map<String, Optional<String>> changes() {
      Map<String, Optional<String>> changes = new HashMap<>();
      for (int i = random.nextInt(NAMES); i >= 0; i--) {
        String name = "n" + random.nextInt(NAMES);
        boolean isGone = shown.containsKey(name) && random.nextInt(3) == 0;
        changes.put(
            name, isGone ? Optional.empty() : Optional.of("tide of " + random.nextInt(1_000)));
      }
      return changes;
    }

    private void send(Map<String, Optional<String>> changes) throws IOException {
      for (Map.Entry<String, Optional<String>> each : changes.entrySet()) {
        ShippedDocument sent =
            new ShippedDocument.OfUpdate(
                update + 1,
                each.getKey(),
                "home",
                each.getValue().map(title -> article(each.getKey(), title)));
        write(sent.key(), sent);
        if (random.nextInt(10) == 0) {
          assertShows(update, shown);
        }
      }
      assertShows(update, shown);
    }

    /** Deletes what a state does not show, a part at a time. */
    private void delete(long of) throws IOException {
      List<Obsolete> obsolete;
      do {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
          obsolete = view(reader, of).hidden().obsolete(1 + random.nextInt(10));
        }
        for (Obsolete each : obsolete) {
          assertThat(each.home()).isIn("home");
          writer.deleteDocuments(new Term(UpdateState.IDS, each.id()));
          assertShows(of, shown);
        }
      } while (!obsolete.isEmpty());
    }

    private Shard.View view(DirectoryReader reader, long of) {
      UpdateState state = new UpdateState(of, settled, 0, UpdateState.ONLY.terms());
      return new Shard.View(reader, reader, state);
    }

    private void assertShows(long of, Map<String, String> expected) throws IOException {
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        ReaderSnapshot snapshot = view(reader, of).snapshot().of(VersionScope.ALL);
        assertThat(snapshot.getIndexReader().numDocs()).isEqualTo(expected.size());
        assertThat(titles(snapshot)).isEqualTo(expected);
        assertThat(hidden(reader, of, 1 + random.nextInt(5))).isEqualTo(hidden(reader, of, 1_000));
        int ships = snapshot.dictionary().documents(new Term(QueryField.BODY.label(), "ships"));
        assertThat(ships).isEqualTo(expected.size());
      }
    }

    /** The hidden documents of each segment, whose names are held a few at a time. */
    private List<Optional<FixedBitSet>> hidden(DirectoryReader reader, long of, int most)
        throws IOException {
      HiddenDocuments hidden = HiddenDocuments.of(reader, view(reader, of).state(), most);
      return reader.leaves().stream().map(segment -> hidden.in(segment.ord)).toList();
    }

    private static Map<String, String> titles(IndexSearcher snapshot) throws IOException {
      Map<String, String> titles = new TreeMap<>();
      for (ScoreDoc hit : snapshot.search(MatchAllDocsQuery.INSTANCE, 2 * NAMES).scoreDocs) {
        StoredArticle article = new StoredArticle(snapshot.storedFields().document(hit.doc));
        titles.put(article.id(), article.text(QueryField.TITLE));
      }
      return titles;
    }
  }

  /** Documents that a reader may still ask for are not deleted. */
  @Test
  void itIsKnownWhetherAnEarlierStateIsRead() throws IOException {
    Held held = new Held(new Random(1));
    try (DirectoryReader reader = DirectoryReader.open(held.writer)) {
      Shard.View earlier = held.view(reader, 0);
      Shard.View later = held.view(reader, 1);
      later.snapshot();
      assertThat(later.sinceEarlier()).isEmpty();
      earlier.snapshot();
      assertThat(later.sinceEarlier().orElseThrow()).isBetween(0L, 60_000L);
      assertThat(earlier.sinceEarlier()).isEmpty();
    }
    held.writer.close();
  }

  @Test
  void everyStateIsShownWhole() {
    Seeds.each(Seeds.orAsked(20), ShardStatesTest::check);
  }

  private static void check(Random random) {
    try {
      Held held = new Held(random);
      for (int i = 0; i < UPDATES; i++) {
        held.update();
      }
      held.writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
