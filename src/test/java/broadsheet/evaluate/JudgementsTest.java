package broadsheet.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.Seeds;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryForm;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judgements and their topics, in files that other programs read. */
class JudgementsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  @TempDir private Path folder;
  private Path file;
  private Path topics;

  @BeforeEach
  void nameFiles() {
    file = folder.resolve("mine.qrels");
    topics = folder.resolve("mine.qrels.topics.tsv");
  }

  @Test
  void judgementIsALineOfTrecQrels() throws IOException {
    try (Judgements judgements = open()) {
      assertThat(judgements.judge(query("harbour board"), "harbour-1", 1))
          .isEqualTo(new Topic("1", "harbour board"));
      judgements.judge(query("harbour board"), "tide~2", 0);
      judgements.judge(query("grain OR pier"), "harbour-1", 1);
    }
    assertThat(file).hasContent("1 0 harbour-1 1\n1 0 tide~2 0\n2 0 harbour-1 1\n");
    assertThat(topics).hasContent("1\tharbour board\n2\tgrain OR pier\n");
    assertThat(Qrels.read(file).relevance("1", "tide~2")).hasValue(0);
    assertThat(Topics.read(topics).byNumber().keySet()).containsExactly("1", "2");
  }

  @Test
  void latestJudgementStandsInThePlaceOfTheFirst() throws IOException {
    try (Judgements judgements = open()) {
      judgements.judge(query("tide"), "a", 1);
      judgements.judge(query("tide"), "b", 1);
      judgements.judge(query("tide"), "a", 0);
      assertThat(judgements.of(query("tide")).relevance("a")).hasValue(0);
    }
    assertThat(file).hasContent("1 0 a 0\n1 0 b 1\n");
  }

  @Test
  void judgementTakenBackIsGone() throws IOException {
    try (Judgements judgements = open()) {
      judgements.judge(query("tide"), "a", 1);
      judgements.judge(query("tide"), "b", 1);
      judgements.clear(query("tide"), "a");
      judgements.clear(query("never asked"), "a");
      assertThat(judgements.of(query("tide")).relevance("a")).isEmpty();
    }
    assertThat(file).hasContent("1 0 b 1\n");
    assertThat(topics).hasContent("1\ttide\n");
  }

  @Test
  void queryThatReadsTheSameIsTheSameTopicAlsoLater() throws IOException {
    try (Judgements judgements = open()) {
      judgements.judge(query("harbour   AND (pier)"), "a", 1);
    }
    try (Judgements judgements = open()) {
      assertThat(judgements.of(query("harbour && pier")).relevance("a")).hasValue(1);
      assertThat(judgements.judge(query("harbour AND pier"), "b", 0).number()).isEqualTo("1");
      assertThat(judgements.of(query("harbour pier")).relevance("a")).isEmpty();
    }
  }

  /** A query's number is found again in the file, for any text. */
  @Test
  void everyQueryKeepsItsNumber() {
    Seeds.each(3, this::reopen);
  }

  private void reopen(Random random) {
    file = folder.resolve("random-" + random.nextLong());
    Map<String, String> numbers = new HashMap<>();
    for (int round = 0; round < 2; round++) {
      try (Judgements judgements = open()) {
        numbers.forEach(
            (text, number) ->
                assertThat(judgements.judge(query(text), "again", 1).number())
                    .as(text)
                    .isEqualTo(number));
        for (int i = 0; i < 15; i++) {
          String text = randomText(random);
          if (!(query(text) instanceof QueryNode.Everything)) {
            numbers.put(text, judgements.judge(query(text), "a", 1).number());
          }
        }
      }
    }
    assertThat(Qrels.read(file).byPair()).isNotEmpty();
  }

  private static String randomText(Random random) {
    List<String> forms = QueryForm.ALL.stream().flatMap(f -> f.examples().stream()).toList();
    List<String> marks = List.of("\t", "\r\n", "\"", "(", "\uD800", "\u0085", "\u2028", "ö", "^2");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      text.append(forms.get(random.nextInt(forms.size())));
      text.append(random.nextBoolean() ? " " : marks.get(random.nextInt(marks.size())));
    }
    return text.toString();
  }

  @Test
  void filesOfOthersAreContinuedAndKeepWhatTheyHave() throws IOException {
    Files.writeString(
        file, "\uFEFF301  Q0\tFBIS3-10082 2\r\nWT7 0 GX000-00 -2\n\n2 0 a 1\n2 0 a 0\n");
    Files.writeString(topics, "7\tSpy  balloon\r\n301\tInternational Organized Crime\n");
    try (Judgements judgements = open()) {
      assertThat(judgements.of(query("Spy balloon")).relevance("x")).isEmpty();
      assertThat(judgements.judge(query("Spy balloon"), "x", 1).number()).isEqualTo("7");
      assertThat(judgements.judge(query("tide"), "x", 1).number()).isEqualTo("302");
    }
    assertThat(file)
        .hasContent("301 Q0 FBIS3-10082 2\nWT7 0 GX000-00 -2\n2 0 a 0\n7 0 x 1\n302 0 x 1\n");
    assertThat(topics)
        .hasContent("7\tSpy  balloon\n301\tInternational Organized Crime\n302\ttide\n");
  }

  @Test
  void openingAndLookingWritesNothing() throws IOException {
    Files.writeString(file, "1 0 a 1\n1 0 a 0\n");
    try (Judgements judgements = open()) {
      assertThat(judgements.of(query("tide")).relevance("a")).isEmpty();
    }
    assertThat(file).hasContent("1 0 a 1\n1 0 a 0\n");
    assertThat(topics).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 0 a            | a judgement is four fields, topic 0 docno relevance, not 3
          1 0 a b 1        | a judgement is four fields, topic 0 docno relevance, not 5
          1 0 a relevant   | relevance is a whole number, not 'relevant'
          """)
  void brokenJudgementIsNamedAndNothingIsTouched(String line, String reason) throws IOException {
    Files.writeString(file, "1 0 a 1\n\n" + line + "\n");
    assertRefused(this::open, "Line 3 of " + file, reason, "Mend or delete the line");
    assertThat(file).hasContent("1 0 a 1\n\n" + line + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '2 tide'      | a topic is its number, a tab and its query
          '2	'        | a topic's query is text in one line
          'a b	tide'  | a topic number is one word, not 'a b'
          '	tide'      | a topic number is one word, not ''
          '1	harbour' | topic 1 is there already
          """)
  void brokenTopicIsNamedAndNothingIsTouched(String line, String reason) throws IOException {
    Files.writeString(topics, "1\ttide\n" + line + "\n");
    assertRefused(this::open, "Line 2 of " + topics, reason);
    assertThat(topics).hasContent("1\ttide\n" + line + "\n");
  }

  @Test
  void whatIsNoFileOfJudgementsIsRefused() throws IOException {
    assertRefused(() -> open(folder), folder + " is a folder", "Give");
    Path missing = folder.resolve("missing/mine.qrels");
    assertRefused(
        () -> open(missing), "There is no folder " + folder.resolve("missing"), "Create it");
    Files.write(file, new byte[] {'1', ' ', (byte) 0xE9, '\n'});
    assertRefused(this::open, file + " is not UTF-8 text");
    Files.delete(file);
    Files.createDirectory(topics);
    assertRefused(this::open, topics + " is a folder");
  }

  @Test
  void secondJudgeIsRefusedUntilTheFirstIsDone() {
    try (Judgements first = open()) {
      assertRefused(this::open, file + " is in use by another server");
      first.judge(query("tide"), "a", 1);
    }
    open().close();
  }

  @Test
  void refusedWritingLeavesAllAsItWas() throws IOException {
    try (Judgements judgements = open()) {
      judgements.judge(query("tide"), "a", 1);
      Path beside = Files.createDirectories(folder.resolve(".mine.qrels.new/full"));
      assertRefused(
          () -> judgements.judge(query("tide"), "b", 1),
          file + " cannot be written",
          "is unchanged");
      assertThat(judgements.of(query("tide")).relevance("b")).isEmpty();
      assertThat(file).hasContent("1 0 a 1\n");
      Files.delete(beside);
      Files.delete(beside.getParent());
      judgements.judge(query("tide"), "b", 1);
      assertThat(file).hasContent("1 0 a 1\n1 0 b 1\n");
    }
  }

  @Test
  void whatAKilledWriterLeftDoesNoHarm() throws IOException {
    Files.writeString(file, "1 0 a 1\n");
    Files.writeString(folder.resolve(".mine.qrels.new"), "1 0 a 1\n1 0 b");
    try (Judgements judgements = open()) {
      judgements.judge(query("tide"), "c", 1);
    }
    assertThat(file).hasContent("1 0 a 1\n2 0 c 1\n");
    assertThat(folder.resolve(".mine.qrels.new")).doesNotExist();
  }

  @Test
  void whatSomebodyElseWroteMeanwhileIsKept() throws IOException {
    try (Judgements judgements = open()) {
      judgements.judge(query("tide"), "a", 1);
      Files.writeString(file, "1 0 a 1\n9 0 by-hand 1\n");
      judgements.judge(query("harbour"), "a", 0);
      assertThat(file).hasContent("1 0 a 1\n9 0 by-hand 1\n10 0 a 0\n");
      Files.writeString(file, "1 0 a 1\nbroken by hand\n");
      for (int i = 0; i < 2; i++) {
        assertRefused(() -> judgements.judge(query("tide"), "b", 1), "Line 2 of " + file);
        assertThat(file).hasContent("1 0 a 1\nbroken by hand\n");
      }
    }
  }

  @Test
  void linkAndPermissionsStay() throws IOException {
    Path real = folder.resolve("elsewhere.qrels");
    Files.writeString(real, "1 0 a 1\n");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw-r--"));
    Files.createSymbolicLink(file, real);
    try (Judgements judgements = open()) {
      judgements.judge(query("tide"), "a", 1);
    }
    assertThat(file).isSymbolicLink();
    assertThat(real).hasContent("1 0 a 1\n2 0 a 1\n");
    assertThat(Files.getPosixFilePermissions(real))
        .isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
  }

  @Test
  void manyJudgesAtOnceLoseNothing() throws Exception {
    try (Judgements judgements = open();
        ExecutorService judges = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int number = i;
        all.add(
            judges.submit(
                () -> judgements.judge(query("tide" + number % 10), "a" + number, number % 2)));
      }
      for (Future<?> judged : all) {
        judged.get();
      }
    }
    try (Judgements judgements = open()) {
      for (int i = 0; i < 200; i++) {
        assertThat(judgements.of(query("tide" + i % 10)).relevance("a" + i))
            .isEqualTo(OptionalInt.of(i % 2));
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(200).doesNotHaveDuplicates();
    assertThat(Files.readAllLines(topics)).hasSize(10);
  }

  private static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatExceptionOfType(JudgingException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts).doesNotContain("\n"));
  }

  private Judgements open() {
    return open(file);
  }

  private static Judgements open(Path path) {
    return Judgements.open(path, JudgementsTest::parse);
  }

  private static ParsedQuery parse(String text) {
    return QueryParser.parse(text, TODAY);
  }

  private static QueryNode query(String text) {
    return parse(text).root();
  }
}
