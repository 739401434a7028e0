package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.indexing.Indexing;
import broadsheet.indexing.IndexingLog;
import broadsheet.indexing.IndexingScope;
import broadsheet.indexing.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A change to an archive, in which changes to files are made to fail. */
enum FaultScenario {
  FIRST_BUILD((_, articles) -> write(articles, 0, 9), "index", "{articles}", "--names"),
  UPDATE(FaultScenario::change, "index", "--update"),
  REBUILD(FaultScenario::change, "index", "{articles}"),
  MERGE(FaultScenario::split) {
    @Override
    Program.Ended run(Path home, Path articles) {
      try {
        Engines.open(index(home)).tidy();
        return new Program.Ended(ExitCode.DONE, "", "");
      } catch (EngineException e) {
        return new Program.Ended(ExitCode.ERROR, "", String.valueOf(e.getMessage()));
      }
    }
  },
  BACKUP(FaultScenario::begin, "backup", "{home}/backup"),
  KEPT_BACKUPS(FaultScenario::keep, "backup", "{home}/all", "--keep", "1"),
  RESTORE(FaultScenario::goOn, "restore", "{home}/backup", "--replace"),
  LIST(
      FaultScenario::begin, "list", "add", "Money", "story-2", "story-4", "--note", "ask the bank"),
  FIRST_LIST(FaultScenario::beginWithout, "list", "add", "Money", "story-2"),
  ALERT(FaultScenario::begin, "alert", "add", "reserve"),
  CORRECTION(
      FaultScenario::begin, "name", "correct", "person", "James Baker", "--as", "James A. Baker"),
  NAMES(FaultScenario::hide, "index", "--update", "--names=decide"),
  PART(
      (home, articles) -> read(1, home, articles),
      "index",
      "{articles}",
      "--names",
      "--part",
      "2/2"),
  JOIN((home, articles) -> read(2, home, articles), "index", "--join");

  /** Makes the archive that is changed. */
  private interface Preparation {
    void of(Path home, Path articles) throws IOException;
  }

  @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
  private final Preparation preparation;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final List<String> command;

  /**
   * @param command what is run, with {@code {home}} and {@code {articles}} for the folders
   */
  FaultScenario(Preparation preparation, String... command) {
    this.preparation = preparation;
    this.command = List.of(command);
  }

  /** The folder of the index. */
  static Path index(Path home) {
    return home.resolve("index");
  }

  /**
   * Makes the archive that is changed.
   *
   * @param home the folder of the index, the desk and backups
   * @param articles the folder of the articles, empty
   */
  void prepare(Path home, Path articles) throws IOException {
    preparation.of(home, articles);
  }

  /** Changes the archive. */
  Program.Ended run(Path home, Path articles) {
    return Program.on(
        index(home),
        command.stream()
            .map(
                word ->
                    word.replace("{home}", home.toString())
                        .replace("{articles}", articles.toString()))
            .toArray(String[]::new));
  }

  private static void done(Path home, String... command) {
    Program.Ended ended = Program.on(index(home), command);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
  }

  /** An archive with names, a list, an alert that has found an article, and a correction. */
  private static void begin(Path home, Path articles) throws IOException {
    write(articles, 0, 6);
    done(home, "index", articles.toString(), "--names");
    done(home, "list", "add", "Ports", "story-1", "--note", "ask the port");
    done(home, "alert", "add", "harbour");
    done(home, "name", "correct", "person", "Paul Volcker", "--as", "Paul A. Volcker");
    write(articles, 6, 7);
    done(home, "index", "--update");
  }

  /** An archive for which nobody keeps anything. */
  private static void beginWithout(Path home, Path articles) throws IOException {
    write(articles, 0, 3);
    done(home, "index", articles.toString());
  }

  /** Adds, changes and deletes files. */
  private static void change(Path home, Path articles) throws IOException {
    begin(home, articles);
    write(articles, 7, 9);
    Files.writeString(articles.resolve("story-2.txt"), "Second thoughts\n\nThe harbour closes.\n");
    Files.delete(articles.resolve("story-5.txt"));
  }

  /** Leaves the segments of many updates. */
  private static void split(Path home, Path articles) throws IOException {
    begin(home, articles);
    for (int i = 20; i < 32; i++) {
      write(articles, i, i + 1);
      new Indexing(index(home), List.of(), IndexingScope.Manner.USUAL, true)
          .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
    }
  }

  private static void keep(Path home, Path articles) throws IOException {
    begin(home, articles);
    done(home, "backup", home.resolve("all").toString(), "--keep", "1");
  }

  /** Makes a backup, after which the archive changes. */
  private static void goOn(Path home, Path articles) throws IOException {
    begin(home, articles);
    done(home, "backup", home.resolve("backup").toString());
    write(articles, 7, 9);
    done(home, "index", "--update");
    done(home, "list", "add", "Later", "story-3");
    done(home, "alert", "add", "reserve");
  }

  private static void hide(Path home, Path articles) throws IOException {
    begin(home, articles);
    done(home, "name", "correct", "person", "James Baker", "--hide");
  }

  /** Reads some of two parts. */
  private static void read(int parts, Path home, Path articles) throws IOException {
    change(home, articles);
    for (int part = 1; part <= parts; part++) {
      done(home, "index", articles.toString(), "--names", "--part", part + "/2");
    }
  }

  private static void write(Path articles, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      String text =
          "Rates fall in month %s\n\nPaul Volcker told James Baker in London that the harbour had %s ships.\n\nThe Federal Reserve said nothing about story%s.\n"
              .formatted(i, i * 7, i);
      Files.writeString(articles.resolve("story-" + i + ".txt"), text);
    }
  }

  /** The files below a folder, without what differs from run to run. */
  static List<String> files(Path home) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        String name = home.relativize(each).toString();
        names.add(
            name.replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d+Z(-\\d)?", "TIME")
                .replaceAll("(_|segments_)[0-9a-z]+", "$1N"));
      }
    }
    return names.stream().distinct().sorted().toList();
  }
}
