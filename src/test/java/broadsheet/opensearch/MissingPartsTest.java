package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.opensearch.StubNode.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wait for parts of an archive that do not answer. */
class MissingPartsTest {

  /** The plugin's replies for an index of two shards: neither, one or both answer. */
  private static final byte[] NEITHER = {0, 0, 0, 2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0};

  private static final byte[] ONE = {0, 0, 0, 2, 0, 0, 0, 0, 1, 7, 1, 0, 0, 0, 0};
  private static final byte[] BOTH = {0, 0, 0, 2, 0, 0, 0, 0, 1, 7, 0, 0, 0, 0, 1, 8};

  private static final byte[] QUESTION = {1};
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static String archive() {
    IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0);
    ArchiveState state = ArchiveState.alone("s", 1, format.toCommitData(), List.of(1L, 1L));
    return Reply.tree(
            Map.of(
                "news-v1",
                Map.of(
                    "aliases", Map.of("news", Map.of()),
                    "mappings", Map.of("_meta", state.meta(IndexFormat.VERSION)))))
        .toString();
  }

  /** A node with an archive. */
  private static StubNode node(Supplier<byte[]> answers) throws IOException {
    return StubNode.http(
        call ->
            Answer.of(
                200,
                call.method().equals("GET")
                    ? archive()
                    : new String(answers.get(), StandardCharsets.ISO_8859_1)));
  }

  private static Location location(StubNode node) {
    return Location.of("opensearch=" + node.address() + "/news");
  }

  private static Cluster cluster(StubNode node) {
    return Cluster.of(location(node), ClusterAccess.of(Map.of()));
  }

  private static long questions(StubNode node) {
    return node.asked().stream().filter(call -> call.method().equals("POST")).count();
  }

  @Test
  void withoutPatienceWhatAnswersIsEnough() throws IOException {
    try (StubNode node = node(() -> ONE);
        Cluster cluster = cluster(node)) {
      ShardAnswers answers =
          cluster.askPartly(AskedIndex.of("news-v1"), QUESTION, LIMIT, Duration.ZERO);
      assertThat(answers.answers()).containsOnlyKeys(0);
      assertThat(questions(node)).isOne();
    }
  }

  @Test
  void noAnswerAtAllIsNeverEnough() throws IOException {
    Iterator<byte[]> answers = Stream.of(NEITHER, NEITHER, ONE).iterator();
    try (StubNode node = node(answers::next);
        Cluster cluster = cluster(node)) {
      ShardAnswers part =
          cluster.askPartly(AskedIndex.of("news-v1"), QUESTION, LIMIT, Duration.ZERO);
      assertThat(part.answers()).containsOnlyKeys(0);
      assertThat(questions(node)).isEqualTo(3);
    }
  }

  @Test
  void aPartIsKeptThatLaterTriesDoNotBring() throws IOException {
    Iterator<byte[]> answers =
        Stream.concat(Stream.of(ONE), Stream.generate(() -> NEITHER)).iterator();
    try (StubNode node = node(answers::next);
        Cluster cluster = cluster(node)) {
      Duration patience = Duration.ofMillis(300);
      assertThat(cluster.askPartly(AskedIndex.of("news-v1"), QUESTION, LIMIT, patience).answers())
          .containsOnlyKeys(0);
      assertThat(questions(node)).isBetween(2L, 12L);
    }
  }

  @Thorough
  @Test
  void aPartThatStaysAwayIsWaitedForLongOnlyOnce() throws IOException {
    AtomicInteger lacking = new AtomicInteger(Integer.MAX_VALUE);
    try (StubNode node = node(() -> lacking.getAndDecrement() > 0 ? ONE : BOTH);
        ClusterSource source = new ClusterSource(cluster(node), location(node))) {
      Shards shards = source.current().shards();
      assertThat(shards.ask(QUESTION, "a", Duration.ofMillis(1), true).replies()).hasSize(1);
      long before = questions(node);
      assertThat(shards.ask(QUESTION, "b", LIMIT, true).replies()).hasSize(1);
      assertThat(questions(node) - before).isBetween(1L, 12L);
      lacking.set(0);
      assertThat(shards.ask(QUESTION, "c", LIMIT, true).replies()).hasSize(2);
      lacking.set(1);
      assertThat(shards.ask(QUESTION, "d", LIMIT, false).replies()).hasSize(1);
      lacking.set(9);
      assertThat(shards.ask(QUESTION, "e", LIMIT, true).replies()).hasSize(2);
    }
  }
}
