package broadsheet.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import broadsheet.cli.common.ExitCode;
import broadsheet.corpus.Packed;
import broadsheet.corpus.pdf.PdfSamples;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.path.PathName;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of any name, read by the program itself in several locales. */
class FileNamesIT {

  /** A locale to run in. Java 25 reads names as ASCII, UTF-8 and UTF-8 in them. */
  enum Place {
    ASCII("C"),
    UTF_8("C.UTF-8"),
    TURKISH("tr_TR.UTF-8");

    private final String locale;

    Place(String locale) {
      this.locale = locale;
    }
  }

  /** The articles of each zip. */
  private static final int ZIPPED = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One process for each place, where commands have no reason for one of their own. */
  private static final Map<Place, CommandLoop> LOOPS = new EnumMap<>(Place.class);

  @TempDir private static Path locales;
  @TempDir private Path folder;

  private final List<String> words = new ArrayList<>();
  private Path corpus = Path.of("");

  /** Fails where the system has no definition of it: in Debian, that is in the package locales. */
  @BeforeAll
  static void makeTurkishLocale() throws Exception {
    String made = locales.resolve("tr_TR.UTF-8").toString();
    ProcessBuilder making = new ProcessBuilder("localedef", "-i", "tr_TR", "-f", "UTF-8", made);
    try (Program program = Program.start(making)) {
      assertThat(program.ended().err()).isEmpty();
    }
    ProcessBuilder java =
        in(Place.TURKISH, List.of(Program.java().toString(), "-XshowSettings:all", "-version"));
    try (Program program = Program.start(java)) {
      assertThat(program.ended().err()).contains("user.language = tr", "sun.jnu.encoding = UTF-8");
    }
  }

  @AfterAll
  static void endLoops() throws IOException {
    for (CommandLoop loop : LOOPS.values()) {
      loop.close();
    }
    LOOPS.clear();
  }

  @BeforeEach
  void makeCorpus() throws IOException {
    corpus = Files.createDirectory(folder.resolve("corpus"));
    List<byte[]> names = new ArrayList<>();
    for (String name :
        List.of("caf\u00E9.txt", "caf\u00E8.txt", "\u00FF.txt", "\u00ED\u00A0\u0080.txt")) {
      names.add(name.getBytes(ISO_8859_1));
    }
    for (String name :
        List.of(
            "plain.txt",
            "caf\u00E9.txt",
            "cafe\u0301.txt",
            "新聞😀.txt",
            "\uFFFD.txt",
            "a\nb.txt",
            "a\tb.txt",
            "caf\\xE9.txt",
            "caf\\x5CxE9.txt",
            "back\\slash.txt",
            "a#1.txt",
            "a!b.txt",
            "a%20b.txt",
            "%E9.txt",
            " a b .txt",
            "ISSIZ.TXT",
            "\u0130zmir.TXT",
            "-rf.txt",
            "*.txt",
            "\u0434".repeat(125) + "5.txt")) {
      names.add(name.getBytes(UTF_8));
    }
    names.add(("\u00E9".repeat(251) + ".txt").getBytes(ISO_8859_1));
    names.add("d\u00E9p\u00EAche/a.txt".getBytes(ISO_8859_1));
    names.add("d\u00E8p\u00EAche/a.txt".getBytes(ISO_8859_1));
    names.add("d\u00E9p\u00EAche/a.txt".getBytes(UTF_8));
    for (byte[] name : names) {
      write(name, story());
    }
    write("pac\u00E9.zip".getBytes(ISO_8859_1), zip(ISO_8859_1));
    write("pac\u00E8.zip".getBytes(ISO_8859_1), zip(Charset.forName("IBM437")));
    write("pac\u00E9.zip".getBytes(UTF_8), zip(UTF_8));
  }

  private void write(byte[] name, byte[] content) throws IOException {
    Path file = corpus.resolve(PathName.toPath(PathName.ofBytes(name)));
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private byte[] story() {
    return Packed.story("A headline about " + newWord());
  }

  /** A word that is in no other article and no form of another word. */
  private String newWord() {
    int number = words.size();
    String letters = "bcdfgklm";
    words.add("zuq" + letters.charAt(number / 8) + "o" + letters.charAt(number % 8) + "ov");
    return words.getLast();
  }

  private String record() {
    return "{\"title\": \"Of " + newWord() + "\"}\n";
  }

  private byte[] zip(Charset names) {
    String records = record() + record();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("caf\u00E9.txt", story());
    entries.put("caf\u00EA.txt", story());
    entries.put("d\u00E9p\u00EAche/a.txt", story());
    entries.put("a.jsonl", records.getBytes(UTF_8));
    entries.put("a.jsonl#1", story());
    entries.put("b.zip", Packed.zip("c.txt", story()));
    entries.put("b.zip/c.txt", story());
    return Packed.zip(
        names,
        zip -> {
          for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Packed.deflated(zip, entry.getKey(), entry.getValue());
          }
        });
  }

  private static ProcessBuilder in(Place place, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("LOCPATH", locales.toString());
    builder.environment().put("LC_ALL", place.locale);
    return builder;
  }

  /** Runs a command whose arguments are in ASCII. */
  private static Program.Ended run(Place place, String... arguments) throws Exception {
    CommandLoop loop = LOOPS.get(place);
    if (loop == null) {
      loop = CommandLoop.start(in(place, List.of()));
      LOOPS.put(place, loop);
    }
    return loop.run(arguments);
  }

  /** Runs a command with any arguments in a process of its own. */
  private static Program.Ended runAlone(Place place, String... arguments) throws Exception {
    try (Program program =
        Program.start(in(place, Program.command(Path.of("").toAbsolutePath(), arguments)))) {
      return program.ended();
    }
  }

  private Path index(Place place) {
    return folder.resolve("index " + place);
  }

  private static void assertCounted(Program.Ended ended, int indexed, int unchanged, int removed) {
    assertThat(ended.err()).doesNotContainIgnoringCase("error");
    assertThat(ended.out())
        .startsWith(
            "indexed "
                + indexed
                + ", unchanged "
                + unchanged
                + ", removed "
                + removed
                + ", duplicate 0, skipped 0, failed 0 ");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.DONE);
  }

  private void assertFindable(Path index) {
    try (SearchEngine engine = LuceneSearchEngine.open(index)) {
      for (String word : words) {
        SearchRequest request = SearchRequest.of(new QueryNode.Word(word));
        assertThat(engine.search(request).total()).as(word).isOne();
      }
    }
    assertThat(Program.on(index, "stats").out()).startsWith("articles      " + words.size());
  }

  @ParameterizedTest
  @EnumSource
  void everyArticleIsCountedAndFoundAndStaysInEveryLocale(Place built) throws Exception {
    Path index = index(built);
    String[] update = {"index", "--update", "--index", index.toString()};
    assertCounted(
        run(built, "index", corpus.toString(), "--index", index.toString()), words.size(), 0, 0);
    assertFindable(index);
    for (Place updated : EnumSet.complementOf(EnumSet.of(built))) {
      assertCounted(run(updated, update), 0, words.size(), 0);
    }
    Place changed = built == Place.ASCII ? Place.TURKISH : Place.ASCII;
    Files.write(corpus.resolve(PathName.toPath("caf\\xE9.txt")), story());
    Files.delete(corpus.resolve(PathName.toPath("caf\\xE8.txt")));
    words.remove(0);
    words.remove(0);
    assertCounted(run(changed, update), 1, words.size() - 1, 1);
    assertFindable(index);
  }

  @Test
  void articlesAndLedgerNameTheFile() throws Exception {
    Path index = index(Place.ASCII);
    run(Place.ASCII, "index", corpus.toString(), "--index", index.toString());
    for (Place place : Place.values()) {
      String ledger = run(place, "ledger", "--index", index.toString()).out();
      assertThat(ledger.lines().map(line -> line.replaceFirst(".*  " + corpus + "/", "")))
          .contains(
              "caf\\xE9.txt",
              "caf\\xE8.txt",
              "caf\u00E9.txt",
              "cafe\u0301.txt",
              "caf\\x5CxE9.txt",
              "d\\xE9p\\xEAche/a.txt",
              "d\u00E9p\u00EAche/a.txt");
      String shown = run(place, "show", "caf-xE9", "--index", index.toString()).out();
      assertThat(shown).contains("Read from: caf\\xE9.txt", words.getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void foldersAreNamedOnTheCommandLineByAnyBytes(Place place) throws Exception {
    Path index = index(place);
    // \351 is é in Latin-1, and \303\251 in UTF-8.
    String latin1 = "\"$(printf '" + corpus + "/d\\351p\\352che')\"";
    String utf8 = "\"$(printf '" + corpus + "/d\\303\\251p\\303\\252che')\"";
    assertCounted(
        runInShell(place, "index " + latin1 + " " + utf8 + " --index '" + index + "'"), 2, 0, 0);
    assertCounted(
        runInShell(place, "index --update " + latin1 + " --index '" + index + "'"), 0, 1, 0);
    String asPrinted = corpus + "/d\\xE9p\\xEAche";
    assertCounted(run(place, "index", "--forget", asPrinted, "--index", index.toString()), 0, 0, 1);
  }

  @Test
  void globsMatchNamesInEveryLocale() throws Exception {
    Path index = index(Place.ASCII);
    Files.writeString(corpus.resolve(".broadsheetignore"), "新*\n**/d?p?che/**\n*\\\\xE8*\n");
    String[] indexing = {
      "index", corpus.toString(), "--exclude", "caf\u00E9.*", "--index", index.toString()
    };
    for (Place place : Place.values()) {
      String counts = "indexed " + (words.size() - 5 - ZIPPED) + ", unchanged 0, removed 0";
      assertThat(runAlone(place, indexing).out()).as(place.locale).startsWith(counts);
    }
  }

  @Smoke
  @Test
  void programMayLieInAFolderOfAnyName() throws Exception {
    Path pdf = Files.write(folder.resolve("a.pdf"), PdfSamples.story("New bridge opens"));
    Path real = Program.JAR;
    Path home = folder.resolve("maison d\u2019\u00E9t\u00E9");
    Files.createSymbolicLink(home, real.toAbsolutePath().getParent());
    String jar = home.resolve(real.getFileName()).toString();
    String[] index = {"index", pdf.toString(), "--index", folder.resolve("index").toString()};
    List<String> command = new ArrayList<>(List.of(Program.java().toString(), "-jar", jar));
    command.addAll(List.of(index));
    try (Program program = Program.start(in(Place.UTF_8, command))) {
      assertThat(program.ended().out()).startsWith("indexed 1,");
    }
  }

  private Program.Ended runInShell(Place place, String arguments) throws Exception {
    List<String> program = new ArrayList<>(Program.command(Path.of("").toAbsolutePath()));
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" " + arguments, "sh"));
    command.addAll(program);
    try (Program running = Program.start(in(place, command))) {
      return running.ended();
    }
  }

  @Test
  void indexAndDeskMayHaveAnyName() throws Exception {
    for (String name : List.of("\\xE9", "\\xE8", "\u00E9")) {
      boolean isAscii = !name.equals("\\xE8");
      String index = folder + "/" + name;
      String copy = folder + "/copy " + name;
      for (List<String> command :
          List.of(
              List.of("index", corpus + "/plain.txt"),
              List.of("alert", "add", "one", words.get(4)),
              List.of("backup", copy))) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--index", index));
        String[] all = arguments.toArray(String[]::new);
        Program.Ended ended = isAscii ? runAlone(Place.ASCII, all) : Program.within(all);
        assertThat(ended.err()).doesNotContain("could not", "Unexpected");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
      }
      assertThat(Program.within("alert", "list", "--index", copy + "/index").out())
          .contains(words.get(4));
    }
    try (var made = Files.list(folder)) {
      assertThat(made.map(Path::getFileName).map(PathName::of))
          .containsExactlyInAnyOrder(
              "corpus",
              "\\xE9",
              "\\xE8",
              "\u00E9",
              "\\xE9.desk",
              "\\xE8.desk",
              "\u00E9.desk",
              "copy \\xE9",
              "copy \\xE8",
              "copy \u00E9");
    }
  }

  @Test
  void watchWithoutAnyLocaleLosesNothing() throws Exception {
    Path index = index(Place.UTF_8);
    run(Place.UTF_8, "index", corpus.toString(), "--index", index.toString());
    List<String> command = new ArrayList<>(List.of("env", "-i"));
    command.addAll(
        Program.command(
            Path.of("").toAbsolutePath(),
            "serve",
            "--watch",
            "--port",
            "0",
            "--index",
            index.toString()));
    try (Serving serving = Serving.readied(Program.start(new ProcessBuilder(command)))) {
      write("d\u00E9p\u00EAche/b\u00E9.txt".getBytes(ISO_8859_1), story());
      await(serving, words.getLast(), 1);
      write("b\u00E9.txt".getBytes(UTF_8), story());
      await(serving, words.getLast(), 1);
      Files.delete(corpus.resolve(PathName.toPath("caf\\xE9.txt")));
      await(serving, words.removeFirst(), 0);
      for (String word : words) {
        assertThat(serving.json("/search.json?q=" + word).at("/total/value").asLong(-1))
            .as(word)
            .isOne();
      }
      assertThat(serving.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(serving.program().err()).doesNotContain("Not up to date");
    }
  }

  private static void await(Serving serving, String word, long count) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (serving.json("/search.json?q=" + word).at("/total/value").asLong(-1) != count) {
      assertThat(System.nanoTime()).as(word).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
