package broadsheet.lucene.search;

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

/** The model this program has, if any, and the passages of the index. Thread-safe. */
final class Meanings implements AutoCloseable {

  private static final String NO_MODEL =
      "This program was started without its model to search by meaning: start it with"
          + " ./broadsheet, which builds that in where the index has vectors.";

  private final VectorIndex passages;
  private final Supplier<Optional<TextEmbedder>> finding;
  private @Nullable TextEmbedder embedder;
  private boolean isSought;

  private Meanings(Path index, Supplier<Optional<TextEmbedder>> finding) {
    passages = new VectorIndex(index);
    this.finding = finding;
  }

  /** With the model that this program has, which is looked for when first needed. */
  static Meanings of(Path index) {
    return new Meanings(index, TextEmbedder::installed);
  }

  /** With that model. */
  static Meanings of(Path index, TextEmbedder model) {
    return new Meanings(index, () -> Optional.of(model));
  }

  private synchronized Optional<TextEmbedder> embedder() {
    if (!isSought) {
      embedder = finding.get().orElse(null);
      isSought = true;
    }
    return Optional.ofNullable(embedder);
  }

  /** Why nothing is found by meaning, in a sentence; empty where it is. */
  Optional<String> trouble() {
    return passages
        .absence()
        .or(
            () -> {
              Optional<TextEmbedder> model = embedder();
              return model.isEmpty() ? Optional.of(NO_MODEL) : passages.trouble(model.get());
            });
  }

  /** What the model's likenesses say. There is a model. */
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
