package broadsheet.lucene.meaning;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineException;
import broadsheet.engine.Likeness;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.semantic.NearArticle;
import broadsheet.lucene.semantic.VectorIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models this program has, if any, and the vectors of the index. Thread-safe. */
public final class Meanings implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);

  private static final String NO_MODEL =
      "This program was started without the model for search by meaning. Start it with"
          + " ./broadsheet, which adds the model where the index has vectors.";

  private final Path index;
  private final Supplier<EmbeddingModels> finding;
  private final Map<String, VectorIndex> passages = new HashMap<>();
  private @Nullable EmbeddingModels models;
  private volatile boolean isLoaded;

  private Meanings(Path index, Supplier<EmbeddingModels> finding) {
    this.index = index;
    this.finding = finding;
  }

  /** Uses the models that this program has, which are looked up when first needed. */
  public static Meanings of(Path index) {
    return new Meanings(index, EmbeddingModels::installed);
  }

  /** Uses the given models. */
  public static Meanings of(Path index, EmbeddingModels models) {
    return new Meanings(index, () -> models);
  }

  /** No models and no vectors, for searches by words alone. */
  public static Meanings none() {
    return new Meanings(Path.of(""), EmbeddingModels::of);
  }

  /**
   * The passages that one model embedded.
   *
   * @param model the model; empty if this program does not have it
   * @param trouble the reason why they cannot be searched; empty if they can
   */
  private record Part(
      VectorIndex vectors, Optional<EmbeddingModel> model, Optional<String> trouble) {}

  private synchronized List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (String name : VectorIndex.models(index)) {
      VectorIndex vectors = passages.computeIfAbsent(name, _ -> new VectorIndex(index, name));
      Optional<EmbeddingModel> model = models().named(name);
      Optional<String> trouble =
          model.map(vectors::trouble).orElse(Optional.of(notThisModel(name)));
      parts.add(new Part(vectors, model, trouble));
    }
    return parts;
  }

  private EmbeddingModels models() {
    EmbeddingModels found = models == null ? finding.get() : models;
    models = found;
    return found;
  }

  /**
   * The reason why search by meaning does not work, in a sentence for the reader; empty if it
   * works. Paths are only logged.
   */
  public Optional<String> trouble() {
    try {
      List<Part> parts = parts();
      if (parts.isEmpty()) {
        return Optional.of(VectorIndex.absence());
      }
      if (parts.stream().anyMatch(part -> part.trouble().isEmpty())) {
        return Optional.empty();
      }
      return parts.stream().allMatch(part -> part.model().isEmpty()) && models().isEmpty()
          ? Optional.of(NO_MODEL)
          : parts.getFirst().trouble();
    } catch (EngineException e) {
      return Optional.of(told(e));
    }
  }

  /** The reason why the vectors of some model are not searched although those of others are. */
  Optional<String> shortfall() {
    return parts().stream().flatMap(part -> part.trouble().stream()).findFirst();
  }

  /** The sentence for the reader about a failure. */
  static String told(EngineException failure) {
    LOG.warn("Not searched by meaning: {}", failure.getMessage());
    return "Not searched by meaning: the vectors or their model cannot be read; the log says why.";
  }

  /**
   * Loads the models now, if there are any and vectors to use them for, so that no search has to
   * wait for it.
   */
  public void load() {
    if (!isLoaded && trouble().isEmpty()) {
      try {
        searched().forEach((model, _) -> model.ofQuery("news"));
        isLoaded = true;
      } catch (EngineException e) {
        told(e);
      }
    }
  }

  private Map<EmbeddingModel, VectorIndex> searched() {
    Map<EmbeddingModel, VectorIndex> searched = new LinkedHashMap<>();
    for (Part part : parts()) {
      if (part.trouble().isEmpty()) {
        part.model().ifPresent(model -> searched.put(model, part.vectors()));
      }
    }
    return searched;
  }

  /**
   * The articles nearest to a text by the model of each, nearest first. A model that cannot read
   * the text's script is not asked.
   *
   * @param allowed the articles that may be found; null for any
   */
  List<Evidence> nearest(
      String text, IndexReader articles, @Nullable Bits allowed, int most, Deadline deadline) {
    List<Evidence> all = new ArrayList<>();
    searched()
        .forEach(
            (model, vectors) -> {
              if (Scripts.fit(model, text)) {
                Likeness scale = model.likeness();
                List<NearArticle> near =
                    vectors.nearest(
                        model.ofQuery(text), articles, allowed, most, scale.least(), deadline);
                near.forEach(
                    article -> all.add(new Evidence(article, share(scale, article, near))));
              }
            });
    all.sort(Comparator.comparingDouble(Evidence::share).reversed());
    return all.subList(0, Math.min(most, all.size()));
  }

  private static float share(Likeness scale, NearArticle article, List<NearArticle> near) {
    return scale.share(article.likeness(), near.getFirst().likeness());
  }

  @Override
  public synchronized void close() {
    passages.values().forEach(VectorIndex::close);
  }

  private static String notThisModel(String name) {
    return ("The vectors of the model %s were not searched, because this program does not have it:"
            + " docs/semantic.md says how to add it.")
        .formatted(name);
  }
}
