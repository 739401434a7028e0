package broadsheet.cli;

import broadsheet.alert.AlertException;
import broadsheet.alert.ArrivalsFile;
import broadsheet.alert.SavedSearch;
import broadsheet.alert.SavedSearches;
import broadsheet.engine.EngineException;
import broadsheet.evaluate.Judgements;
import broadsheet.evaluate.JudgingException;
import broadsheet.evaluate.Qrels;
import broadsheet.evaluate.Topics;
import broadsheet.indexing.Alerts;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code check} command. */
@Command(
    name = "check",
    description =
        "Verifies every checksum of the index and its vectors, reads every article back, and checks"
            + " the saved searches and their lists of new articles. Exit code 2 if something is"
            + " damaged, 1 if a saved search was edited by hand or has changed in another way.")
final class CheckCommand implements Callable<Integer> {

  @Option(
      names = "--judge",
      paramLabel = "FILE",
      description = "Also verifies the judgements that serve --judge saved in FILE.")
  private @Nullable Path judged;

  @Option(names = "--accept", description = "Accepts saved searches that were edited by hand.")
  private boolean isAccepting;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  private final List<String> sound = new ArrayList<>();
  private final List<String> edited = new ArrayList<>();
  private final List<RuntimeException> damages = new ArrayList<>();

  @Override
  public Integer call() {
    attempt(this::index);
    attempt(this::vectors);
    attempt(this::searches);
    attempt(this::arrivals);
    attempt(this::judgements);
    if (damages.size() == 1 && edited.isEmpty()) {
      throw damages.getFirst();
    }
    PrintWriter err = spec.commandLine().getErr();
    damages.forEach(damage -> err.println(damage.getMessage()));
    edited.forEach(err::println);
    if (!damages.isEmpty()) {
      return ExitCode.ERROR;
    }
    sound.forEach(spec.commandLine().getOut()::println);
    return edited.isEmpty() ? ExitCode.DONE : ExitCode.NOTHING_FOUND;
  }

  /** Records the result of checking one part; damage in it does not stop the other checks. */
  private void attempt(Supplier<Optional<String>> part) {
    try {
      part.get().ifPresent(sound::add);
    } catch (EngineException | AlertException | JudgingException e) {
      damages.add(e);
    }
  }

  private Optional<String> index() {
    AtomicLong articles = new AtomicLong();
    common.engine().check(_ -> articles.incrementAndGet());
    return Optional.of(
        "The index in %s is sound: all checksums match, and %s read back."
            .formatted(common.index(), counted(articles.get(), "article")));
  }

  private Optional<String> vectors() {
    long passages = common.engine().vectors().check();
    return passages == 0
        ? Optional.empty()
        : Optional.of("Its vectors are sound: %s.".formatted(counted(passages, "passage")));
  }

  private Optional<String> searches() {
    SavedSearches saved = Alerts.of(common.index(), spec.commandLine().getErr());
    List<SavedSearch> all = saved.all();
    if (isAccepting) {
      saved.accept();
    }
    for (SavedSearch search : saved.edited()) {
      edited.add(
          "The alert %s in %s was edited or is damaged. Make sure it says what you mean, then run check --accept."
              .formatted(search.id(), saved.file()));
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s in %s can be read.".formatted(counted(all.size(), "saved search"), saved.file()));
  }

  private Optional<String> arrivals() {
    ArrivalsFile file = ArrivalsFile.of(common.index());
    Optional<ArrivalsFile.Content> content = file.read();
    if (content.isPresent() && content.get().edited() > 0) {
      edited.add(
          "%s was edited or is damaged in %s. ./broadsheet index --update rewrites it from a sound index."
              .formatted(file.path(), counted(content.get().edited(), "record")));
    }
    return content.flatMap(
        read ->
            Optional.of(
                "%s in %s can be read."
                    .formatted(counted(read.arrivals().size(), "arrival"), file.path())));
  }

  private Optional<String> judgements() {
    if (judged == null) {
      return Optional.empty();
    }
    Qrels qrels = Qrels.read(judged);
    requireTopics(qrels, judged);
    return Optional.of(
        "%s in %s can be read.".formatted(counted(qrels.byPair().size(), "judgement"), judged));
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
              throw new JudgingException(
                  "%s has judgements for topic %s, which is not in %s. Correct one of the two files."
                      .formatted(file, pair.topic(), topicsFile));
            });
  }

  private static String counted(long count, String noun) {
    String plural = noun.endsWith("ch") ? "es" : "s";
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : plural);
  }
}
