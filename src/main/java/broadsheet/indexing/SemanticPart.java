package broadsheet.indexing;

import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Engines;
import broadsheet.engine.Vectors;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The vectors of an index, used for search by meaning. An index that has them keeps them up to
 * date.
 *
 * @param index the index folder
 * @param err the writer for progress
 */
public record SemanticPart(Path index, PrintWriter err) {

  private Vectors vectors() {
    return Engines.open(index).vectors();
  }

  /** Whether the index has vectors. */
  boolean isThere() {
    return vectors().exist();
  }

  /**
   * Updates existing vectors. Does nothing if there are none, and warns if this program lacks a
   * model for them.
   *
   * @return the result; empty if nothing could be done
   */
  public Optional<Vectors.Report> updateIfThere(boolean isProgressShown) {
    if (!isThere()) {
      return Optional.empty();
    }
    EmbeddingModels models = EmbeddingModels.installed();
    List<String> lacking =
        vectors().models().stream().filter(name -> models.named(name).isEmpty()).toList();
    if (models.isEmpty() || !lacking.isEmpty()) {
      err.printf(
          "warning: the vectors of %s were not updated, because this program was started"
              + " without their model%s; new articles are not found by meaning.%n",
          index, lacking.isEmpty() ? "" : " (" + String.join(", ", lacking) + ")");
    }
    return models.isEmpty() ? Optional.empty() : Optional.of(update(models, isProgressShown));
  }

  /** Makes or updates the vectors with these models; without any, see {@link #updateIfThere}. */
  public Optional<Vectors.Report> update(Optional<EmbeddingModels> models) {
    return models.isPresent() ? models.map(given -> update(given, true)) : updateIfThere(true);
  }

  /** Updates the vectors, or makes them if there are none. */
  public Vectors.Report update(EmbeddingModels models, boolean isProgressShown) {
    return vectors()
        .update(models, isProgressShown ? new TimedProgress(err, "vectors of") : (_, _) -> {});
  }

  /** A one-line summary. */
  public static String line(Vectors.Report report) {
    double seconds = Math.max(1, report.took().toMillis()) / 1_000.0;
    return String.format(
        Locale.ROOT,
        "vectors made for %,d articles (%,d passages), unchanged %,d, removed %,d in %.1f s (%,.1f"
            + " articles/s, %,.1f passages/s)",
        report.articles(),
        report.passages(),
        report.unchanged(),
        report.removed(),
        seconds,
        report.articles() / seconds,
        report.passages() / seconds);
  }
}
