package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Stress;
import broadsheet.cli.common.ExitCode;
import broadsheet.desk.Desks;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineException;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.Progress;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.semantic.ConceptEmbedder;
import broadsheet.lucene.semantic.SemanticIndexing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes bits and bytes in the files of an index with vectors, deleted articles and saved searches
 * with new articles: either {@code check} finds the damage, or it has no effect.
 */
class FlippedBitsTest {

  private static final int FEW = 60;
  private static final int MANY = 1_000;

  @TempDir private Path folder;
  private Path corpus = Path.of("");
  private Path index = Path.of("");

  @BeforeEach
  void makeAnIndexThatHasEverything() throws IOException {
    corpus = Files.createDirectories(folder.resolve("corpus"));
    index = folder.resolve("index");
    for (int i = 0; i < 12; i++) {
      article("old" + i, "A ferry and number " + i);
    }
    assertThat(run("index", corpus.toString()).exitCode()).isZero();
    assertThat(run("alert", "add", "harbour", "--source", "A & B").exitCode()).isZero();
    assertThat(run("alert", "add", "harbour").exitCode()).isZero();
    article("new", "A harbour in the crop");
    article("old3", "A harbour that was changed");
    update();
    Files.delete(corpus.resolve("old5.txt"));
    article("newer", "Another harbour");
    update();
    SemanticIndexing.update(index, EmbeddingModels.of(new ConceptEmbedder()), (_, _) -> {});
  }

  private void article(String name, String text) throws IOException {
    Files.writeString(corpus.resolve(name + ".txt"), "Headline of " + name + "\n\n" + text + ".\n");
  }

  /** Does not merge after updates, so that deleted articles remain. */
  private void update() {
    PrintWriter err = new PrintWriter(new StringWriter());
    new Indexing(index, List.of(), IndexingScope.Manner.USUAL, true)
        .run(new IndexingLog(err, Progress.Display.NONE));
  }

  private Program.Ended run(String... args) {
    return Program.on(index, args);
  }

  @Test
  void fewAreFoundOrHarmless(TestReporter reporter) throws IOException {
    flip(FEW, reporter);
  }

  @Test
  @Stress
  void thousandsAreFoundOrHarmless(TestReporter reporter) throws IOException {
    flip(MANY, reporter);
  }

  private void flip(int count, TestReporter reporter) throws IOException {
    List<Path> files = files();
    assertThat(files)
        .extracting(path -> folder.relativize(path).toString())
        .anyMatch(name -> name.endsWith(".liv"))
        .anyMatch(name -> name.startsWith("index/segments_"))
        .anyMatch(name -> name.startsWith("index/semantic/concepts/segments_"))
        .contains("index.desk/searches.db");
    Program.Ended sound = run("check");
    assertThat(sound.exitCode()).as(sound.err()).isZero();
    String before = contents();
    Map<String, Integer> outcomes = new TreeMap<>();
    Seeds.each(count - 1, random -> flipOne(files, mixed(random), before, outcomes));
    assertThat(contents()).isEqualTo(before);
    reporter.publishEntry("flips in " + files.size() + " files", outcomes.toString());
  }

  /** Java's random numbers begin alike for consecutive seeds. */
  private static SplittableRandom mixed(Random random) {
    return new SplittableRandom(random.nextLong());
  }

  /** Every second flip chooses the file first, so that small files are hit as well. */
  private void flipOne(
      List<Path> files, SplittableRandom random, String before, Map<String, Integer> outcomes) {
    try {
      Path file = random.nextBoolean() ? anyFile(files, random) : fileOfAnyByte(files, random);
      byte[] whole = Files.readAllBytes(file);
      byte[] flipped = whole.clone();
      int at = random.nextInt(whole.length);
      int change = random.nextBoolean() ? 1 << random.nextInt(8) : 1 + random.nextInt(255);
      flipped[at] ^= (byte) change;
      Files.write(file, flipped);
      String what = "byte %s of %s, by %s".formatted(at, folder.relativize(file), change);
      outcomes.merge(outcome(what, before), 1, Integer::sum);
      Files.write(file, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path anyFile(List<Path> files, SplittableRandom random) {
    return files.get(random.nextInt(files.size()));
  }

  private static Path fileOfAnyByte(List<Path> files, SplittableRandom random) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    long left = random.nextLong(bytes);
    for (Path file : files) {
      left -= Files.size(file);
      if (left < 0) {
        return file;
      }
    }
    throw new AssertionError("no file has that byte");
  }

  private String outcome(String what, String before) {
    assertOpensOrIsRefused(what);
    Program.Ended check = run("check");
    switch (check.exitCode()) {
      case ExitCode.ERROR -> check.assertRefused();
      case ExitCode.COULD_NOT_LOOK -> assertThat(check.err()).contains("release");
      default -> assertThat(contents()).as(what).isEqualTo(before);
    }
    assertThat(check.err()).as(what).doesNotContain("Unexpected error");
    return switch (check.exitCode()) {
      case ExitCode.ERROR -> "damaged";
      case ExitCode.COULD_NOT_LOOK -> "of another release";
      default -> "harmless";
    };
  }

  /** With any damage, opening either succeeds or reports the damage in one line. */
  private void assertOpensOrIsRefused(String what) {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      assertThat(engine.articleCount()).as(what).isPositive();
    } catch (EngineException e) {
      assertThat(e.getMessage()).as(what).contains("Rebuild it").doesNotContain("\n");
    }
  }

  /** Everything readers can see: articles, hits, saved searches and their new articles. */
  private String contents() {
    List<String> all = new ArrayList<>();
    LuceneSearchEngine.check(index, article -> all.add(article.toString()));
    try (LuceneSearchEngine engine =
        LuceneSearchEngine.open(index, EmbeddingModels.of(new ConceptEmbedder()))) {
      for (SavedSearch search : Desks.open(index).searches().all()) {
        all.add(search.toString());
        AlertMatches.of(engine, search).forEach(hit -> all.add(hit.id() + hit.addedAt()));
      }
    }
    for (String query : List.of("harbour", "ferry OR crop", "number*", "changed w/9 that")) {
      Program.Ended found = run("search", query, "--json", "--time-limit", "60");
      all.add(found.out().replaceAll("\"tookMillis\"\\s*:\\s*[0-9]+", ""));
    }
    return String.join("\n", all);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> ofIndex = Files.walk(index);
        Stream<Path> ofDesk = Files.walk(desk())) {
      return Stream.concat(ofIndex, ofDesk)
          .filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
          .sorted()
          .toList();
    }
  }

  private Path desk() {
    return Path.of(Desks.open(index).place());
  }
}
