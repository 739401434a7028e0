package broadsheet.indexing;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.engine.ErasureSession;
import broadsheet.engine.ErasureSession.Buried;
import broadsheet.erasure.ErasedText;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Erases articles wherever an archive keeps them, and shows it. First it is remembered that they
 * must stay out; a process that is killed after that is finished by the next one. What is left once
 * their text is gone from the index needs no text.
 *
 * @param index the index folder
 * @param reached learns of each step once it is done
 */
public record Erasing(Path index, Consumer<Step> reached) {

  /** A step of an erasure, in order. */
  public enum Step {
    /** The audit log says that something is erased. */
    LOGGED,
    /** It is remembered what must stay out. */
    BURIED,
    /** Lists do not name it any more. */
    UNLISTED,
    /** Recognized pages with it are deleted. */
    UNRECOGNIZED,
    /** The index has nothing of it. */
    REMOVED,
    /** Its vectors are gone. */
    PRUNED,
    /** It was looked for in all files. */
    SHOWN
  }

  /** An erasure of which nobody needs to know the steps. */
  public Erasing(Path index) {
    this(index, _ -> {});
  }

  /**
   * The effect of an erasure.
   *
   * @param records the number of records that were removed from the index
   * @param entries the number of entries of lists that now only say that it was erased
   * @param pages the number of recognized pages that were deleted
   * @param buried the articles that are remembered
   * @param holding where words of it are left, in words that say nothing of it; empty if it was not
   *     looked for, since its text was gone before or has no words of its own
   */
  public record Report(
      long records, int entries, long pages, Buried buried, Optional<Set<String>> holding) {}

  /** Whether an erasure was interrupted and is not finished. */
  public boolean isUnfinished() {
    try (ErasureSession session = engine().erasing()) {
      return session.isUnfinished();
    }
  }

  /**
   * Erases articles.
   *
   * @param articles their texts
   * @param refs their references
   * @param why the reason for the audit log
   * @throws EngineException when it cannot be done; {@link #finish} does what is left
   * @throws broadsheet.desk.DeskException likewise
   */
  public Report erase(List<Article> articles, List<ArticleRef> refs, String why) {
    try (ErasureSession session = engine().erasing()) {
      ErasedText evidence = ErasedText.of(articles, words -> session.onlyIn(refs, words));
      log("erased", articles.size(), why);
      reached.accept(Step.LOGGED);
      boolean wasUnfinished = session.isUnfinished();
      Buried buried = session.bury(refs);
      if (wasUnfinished) {
        session.buryAgain();
      }
      return erase(session, buried, Optional.of(evidence));
    }
  }

  /** Does what an interrupted erasure left to be done. */
  public Report finish() {
    try (ErasureSession session = engine().erasing()) {
      log("erasure finished", 0, "");
      reached.accept(Step.LOGGED);
      return erase(session, session.buryAgain(), Optional.empty());
    }
  }

  private Report erase(ErasureSession session, Buried buried, Optional<ErasedText> evidence) {
    reached.accept(Step.BURIED);
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    int entries = desk().lists().entries().erase(session::erased, today);
    reached.accept(Step.UNLISTED);
    long pages = evidence.map(this::unrecognize).orElse(0L);
    reached.accept(Step.UNRECOGNIZED);
    long records = session.remove();
    reached.accept(Step.REMOVED);
    if (engine().vectors().exist()) {
      engine().vectors().prune();
    }
    reached.accept(Step.PRUNED);
    Optional<Set<String>> holding =
        evidence.filter(known -> !known.isNone()).map(known -> holding(session, known));
    reached.accept(Step.SHOWN);
    session.finish();
    return new Report(records, entries, pages, buried, holding);
  }

  private long unrecognize(ErasedText evidence) {
    try {
      return new RecognizedPageFolders(index).erase(evidence::isIn);
    } catch (IOException e) {
      throw new EngineException(
          "The recognized pages in %s cannot be read or deleted (%s). The erasure is not finished: run it again."
              .formatted(PathName.of(index), e.getMessage()),
          e);
    }
  }

  private Set<String> holding(ErasureSession session, ErasedText evidence) {
    Set<String> places = new TreeSet<>(session.holding(evidence::isIn));
    places.addAll(new DeskTexts(desk(), evidence::isIn).places());
    return places;
  }

  private void log(String what, int articles, String why) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("account", System.getProperty("user.name", ""));
    if (articles > 0) {
      about.put("articles", articles);
      about.put("why", why);
    }
    desk().log(what, about);
  }

  private Engine engine() {
    return Engines.open(index);
  }

  private Desk desk() {
    return Desks.open(ArchiveCollection.archiveOf(index));
  }
}
