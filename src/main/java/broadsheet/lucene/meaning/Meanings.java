package broadsheet.lucene.meaning;

import broadsheet.engine.EngineException;
import broadsheet.engine.Likeness;
import broadsheet.engine.TextEmbedder;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.semantic.NearArticle;
import broadsheet.lucene.semantic.VectorIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model this program has, if any, and the vectors of the index. Thread-safe. */
public final class Meanings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);

  private static final String NO_MODEL =
      "This program was started without the model for search by meaning. Start it with"
          + " ./broadsheet, which adds the model where the index has vectors.";

  private final VectorIndex passages;
  private final Supplier<Optional<TextEmbedder>> finding;
  private @Nullable TextEmbedder embedder;
  private boolean isSought;
  private volatile boolean isLoaded;

  private Meanings(Path index, Supplier<Optional<TextEmbedder>> finding) {
    passages = new VectorIndex(index);
    this.finding = finding;
  }

  /** Uses the model that this program has, which is looked up when first needed. */
  public static Meanings of(Path index) {
    return new Meanings(index, TextEmbedder::installed);
  }

  /** Uses the given model. */
  public static Meanings of(Path index, TextEmbedder model) {
    return new Meanings(index, () -> Optional.of(model));
  }

  /** No model and no vectors, for searches by words alone. */
  public static Meanings none() {
    return new Meanings(Path.of(""), Optional::empty);
  }

  private synchronized Optional<TextEmbedder> embedder() {
    if (!isSought) {
      embedder = finding.get().orElse(null);
      isSought = true;
    }
    return Optional.ofNullable(embedder);
  }

  /**
   * The reason why search by meaning does not work, in a sentence for the reader; empty if it
   * works. Paths are only logged.
   */
  public Optional<String> trouble() {
    try {
      Optional<String> absence = passages.absence();
      Optional<TextEmbedder> model = absence.isPresent() ? Optional.empty() : embedder();
      return model.map(passages::trouble).orElseGet(() -> absence.or(() -> Optional.of(NO_MODEL)));
    } catch (EngineException e) {
      return Optional.of(told(e));
    }
  }

  /** The sentence for the reader about a failure. */
  static String told(EngineException failure) {
    LOG.warn("Not searched by meaning: {}", failure.getMessage());
    return "Not searched by meaning: the vectors or their model cannot be read; the log says why.";
  }

  /**
   * Loads the model now, if there is one and vectors to use it for, so that no search has to wait
   * for it.
   */
  public void load() {
    if (!isLoaded && trouble().isEmpty()) {
      try {
        embedder().ifPresent(model -> model.ofQuery("news"));
        isLoaded = true;
      } catch (EngineException e) {
        told(e);
      }
    }
  }

  /** The model's scale of likeness. Requires a model. */
  Likeness likeness() {
    return embedder().orElseThrow().likeness();
  }

  /** The articles nearest to a text, nearest first; see {@link VectorIndex#nearest}. */
  List<NearArticle> nearest(
      String text, IndexReader articles, @Nullable Bits allowed, int most, Deadline deadline) {
    TextEmbedder model = embedder().orElseThrow();
    float least = model.likeness().least();
    return passages.nearest(model.ofQuery(text), articles, allowed, most, least, deadline);
  }

  @Override
  public void close() {
    passages.close();
  }
}
