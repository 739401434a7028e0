package broadsheet.cli.archive;

import broadsheet.backup.BackupDamagedException;
import broadsheet.backup.Manifest;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.desk.DeskDamagedException;
import broadsheet.desk.DeskException;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.engine.IndexDamagedException;
import broadsheet.evaluate.Judgements;
import broadsheet.evaluate.JudgementsDamagedException;
import broadsheet.evaluate.JudgingException;
import broadsheet.evaluate.Qrels;
import broadsheet.evaluate.Topics;
import broadsheet.path.PathName;
import broadsheet.web.page.FormattedCount;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code check} command: verifies an index with its vectors and desk, or a backup. */
@Command(
    name = "check",
    description =
        "Verifies every checksum of the index and its vectors, reads every article back, and checks"
            + " everything on the desk: alerts and their new articles, lists with notes,"
            + " and corrections of names. With DIR, verifies a backup instead. Exit code 2 if"
            + " something is damaged, 3 if something could not be looked at.")
public final class CheckCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "A folder that backup made, to be verified by its list of files.")
  private @Nullable Path backup;

  @Option(
      names = "--judge",
      paramLabel = "FILE",
      description = "Also verifies the judgements that serve --judge saved in FILE.")
  private @Nullable Path judged;

  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  private final List<String> sound = new ArrayList<>();
  private final List<RuntimeException> failures = new ArrayList<>();

  @Override
  public Integer call() {
    if (backup != null) {
      return backup(backup);
    }
    attempt(this::index);
    attempt(this::vectors);
    attempt(this::searches);
    attempt(this::lists);
    attempt(this::names);
    attempt(this::judgements);
    if (failures.size() == 1) {
      throw failures.getFirst();
    }
    PrintWriter err = spec.commandLine().getErr();
    failures.stream().map(Throwable::getMessage).distinct().forEach(err::println);
    if (!failures.isEmpty()) {
      return failures.stream().anyMatch(CheckCommand::isDamage)
          ? ExitCode.ERROR
          : ExitCode.COULD_NOT_LOOK;
    }
    sound.forEach(spec.commandLine().getOut()::println);
    return ExitCode.DONE;
  }

  /** Whether a failure shows damage; any other leaves open whether there is some. */
  private static boolean isDamage(Exception failure) {
    return failure instanceof IndexDamagedException
        || failure instanceof DeskDamagedException
        || failure instanceof BackupDamagedException
        || failure instanceof JudgementsDamagedException;
  }

  /** The exit code of a command that failed. */
  public static int exitCode(CommandLine command, Exception failure) {
    return command.getCommand() instanceof CheckCommand && !isDamage(failure)
        ? ExitCode.COULD_NOT_LOOK
        : ExitCode.ERROR;
  }

  private int backup(Path folder) {
    Manifest manifest = Manifest.read(folder);
    manifest.verify(folder);
    spec.commandLine()
        .getOut()
        .printf(
            "The backup in %s is sound: made at %s by %s, with %s in %s.%n",
            PathName.of(folder),
            manifest.madeAt(),
            manifest.program(),
            FormattedCount.of(manifest.articles(), "article"),
            FormattedCount.of(manifest.files().size(), "file"));
    return ExitCode.DONE;
  }

  /** Records the result of checking one part; a failure does not stop the other checks. */
  private void attempt(Supplier<Optional<String>> part) {
    try {
      part.get().ifPresent(sound::add);
    } catch (EngineException | DeskException | JudgingException e) {
      failures.add(e);
    }
  }

  private Optional<String> index() {
    return Optional.of(
        common.indexes().stream().map(CheckCommand::index).collect(Collectors.joining("\n")));
  }

  private static String index(Path folder) {
    AtomicLong articles = new AtomicLong();
    Engines.open(folder).check(_ -> articles.incrementAndGet());
    return "The index in %s is sound: all checksums match, and %s read back."
        .formatted(PathName.of(folder), FormattedCount.of(articles.get(), "article"));
  }

  private Optional<String> vectors() {
    long passages =
        common.indexes().stream().mapToLong(folder -> Engines.open(folder).vectors().check()).sum();
    return passages == 0
        ? Optional.empty()
        : Optional.of(
            "Its vectors are sound: %s.".formatted(FormattedCount.of(passages, "passage")));
  }

  private Optional<String> searches() {
    return sound(common.desk().searches().check(), "alert");
  }

  private Optional<String> lists() {
    return sound(common.desk().lists().check(), "listed article");
  }

  private Optional<String> names() {
    return sound(common.desk().names().check(), "correction");
  }

  private Optional<String> sound(long count, String noun) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "%s in %s read back.".formatted(FormattedCount.of(count, noun), common.desk().place()));
  }

  private Optional<String> judgements() {
    if (judged == null) {
      return Optional.empty();
    }
    Qrels qrels = Qrels.read(judged);
    requireTopics(qrels, judged);
    return Optional.of(
        "%s in %s can be read."
            .formatted(FormattedCount.of(qrels.byPair().size(), "judgement"), judged));
  }

  private static void requireTopics(Qrels qrels, Path file) {
    Path topicsFile = Judgements.topicsFile(file);
    if (qrels.byPair().isEmpty() && !Files.exists(topicsFile)) {
      return;
    }
    var known = Topics.read(topicsFile).byNumber();
    qrels.byPair().keySet().stream()
        .filter(pair -> !known.containsKey(pair.topic()))
        .findFirst()
        .ifPresent(
            pair -> {
              throw new JudgementsDamagedException(
                  "%s has judgements for topic %s, which is not in %s. Correct one of the two files."
                      .formatted(file, pair.topic(), topicsFile));
            });
  }
}
