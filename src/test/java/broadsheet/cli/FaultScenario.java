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
  FIRST_BUILD {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      write(articles, 0, 9);
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "index", articles.toString(), "--names");
    }
  },
  UPDATE {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
      change(articles);
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "index", "--update");
    }
  },
  REBUILD {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
      change(articles);
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "index", articles.toString());
    }
  },
  MERGE {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
      for (int i = 20; i < 32; i++) {
        write(articles, i, i + 1);
        new Indexing(index(home), List.of(), IndexingScope.Manner.USUAL, true)
            .run(new IndexingLog(new PrintWriter(new StringWriter()), Progress.Display.NONE));
      }
    }

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
  BACKUP {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "backup", home.resolve("backup").toString());
    }
  },
  KEPT_BACKUPS {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
      done(Program.on(index(home), "backup", home.resolve("all").toString(), "--keep", "1"));
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "backup", home.resolve("all").toString(), "--keep", "1");
    }
  },
  RESTORE {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
      done(Program.on(index(home), "backup", home.resolve("backup").toString()));
      change(articles);
      done(Program.on(index(home), "index", "--update"));
      done(Program.on(index(home), "list", "add", "Later", "story-3"));
      done(Program.on(index(home), "alert", "add", "reserve"));
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "restore", home.resolve("backup").toString(), "--replace");
    }
  },
  LIST {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(
          index(home), "list", "add", "Money", "story-2", "story-4", "--note", "ask the bank");
    }
  },
  FIRST_LIST {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      write(articles, 0, 3);
      done(Program.on(index(home), "index", articles.toString()));
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "list", "add", "Money", "story-2");
    }
  },
  ALERT {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "alert", "add", "reserve");
    }
  },
  CORRECTION {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      String[] command = {"name", "correct", "person", "James Baker", "--as", "James A. Baker"};
      return Program.on(index(home), command);
    }
  },
  NAMES {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
      done(Program.on(index(home), "name", "correct", "person", "James Baker", "--hide"));
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "index", "--update", "--names=decide");
    }
  },
  PART {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      begin(home, articles);
      change(articles);
      done(part(home, articles, "1/2"));
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return part(home, articles, "2/2");
    }
  },
  JOIN {
    @Override
    void prepare(Path home, Path articles) throws IOException {
      PART.prepare(home, articles);
      done(PART.run(home, articles));
    }

    @Override
    Program.Ended run(Path home, Path articles) {
      return Program.on(index(home), "index", "--join");
    }
  };

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
  abstract void prepare(Path home, Path articles) throws IOException;

  /** Changes the archive. */
  abstract Program.Ended run(Path home, Path articles);

  private static Program.Ended part(Path home, Path articles, String part) {
    return Program.on(index(home), "index", articles.toString(), "--names", "--part", part);
  }

  private static Program.Ended done(Program.Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    return ended;
  }

  /** An archive with names, a list, an alert that has found an article, and a correction. */
  private static void begin(Path home, Path articles) throws IOException {
    write(articles, 0, 6);
    done(Program.on(index(home), "index", articles.toString(), "--names"));
    done(Program.on(index(home), "list", "add", "Ports", "story-1", "--note", "ask the port"));
    done(Program.on(index(home), "alert", "add", "harbour"));
    done(Program.on(index(home), "name", "correct", "person", "Volcker", "--as", "Paul Volcker"));
    write(articles, 6, 7);
    done(Program.on(index(home), "index", "--update"));
  }

  /** Adds, changes and deletes articles. */
  private static void change(Path articles) throws IOException {
    write(articles, 7, 9);
    Files.writeString(articles.resolve("story-2.txt"), "Second thoughts\n\nThe harbour closes.\n");
    Files.delete(articles.resolve("story-5.txt"));
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
