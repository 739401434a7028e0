package broadsheet.lucene.meaning;

import broadsheet.engine.Additions;
import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.EngineException;
import broadsheet.lucene.semantic.PassageVector;
import broadsheet.lucene.semantic.SemanticFormat;
import broadsheet.lucene.semantic.StoredVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeds queries with the models that this program has, for those that the vectors of an archive
 * are from. Thread-safe.
 */
public final class QueryVectors {

  private static final Logger LOG = LoggerFactory.getLogger(QueryVectors.class);

  private static final String NO_MODEL =
      "This program was started without the model for search by meaning. Start it with"
          + " ./broadsheet, which adds the model where the index has vectors.";

  private static final String ABSENCE =
      "This index has no vectors for search by meaning. Create them: " + Additions.MAKING_VECTORS;

  private final StoredVectors kept;
  private final Supplier<EmbeddingModels> finding;
  private @Nullable EmbeddingModels models;
  private volatile boolean isLoaded;

  /**
   * @param finding the models that this program has, which are looked up when first needed
   */
  public QueryVectors(StoredVectors kept, Supplier<EmbeddingModels> finding) {
    this.kept = kept;
    this.finding = finding;
  }

  /**
   * The vectors from one model.
   *
   * @param model the model; empty if this program does not have it
   * @param trouble the reason why they cannot be searched; empty if they can
   */
  private record Part(Optional<EmbeddingModel> model, Optional<String> trouble) {}

  private synchronized List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, Optional<String>> each : kept.models().entrySet()) {
      Optional<EmbeddingModel> model = models().named(each.getKey());
      Optional<String> trouble =
          model
              .map(own -> trouble(own, each.getValue()))
              .orElseGet(() -> Optional.of(notThisModel(each.getKey())));
      parts.add(new Part(model, trouble));
    }
    return parts;
  }

  private EmbeddingModels models() {
    EmbeddingModels found = models == null ? finding.get() : models;
    models = found;
    return found;
  }

  /** Why vectors cannot be searched with a model, in a sentence that says what to do. */
  private static Optional<String> trouble(EmbeddingModel model, Optional<String> description) {
    if (description.isEmpty()) {
      return Optional.of(ABSENCE);
    }
    return description.get().equals(SemanticFormat.description(model))
        ? Optional.empty()
        : Optional.of(
            "The vectors of this index are of another model (%s). Rebuild them: %s"
                .formatted(description.get(), Additions.MAKING_VECTORS));
  }

  private static String notThisModel(String name) {
    return ("The vectors of the model %s were not searched, because this program does not have it:"
            + " docs/semantic.md says how to add it.")
        .formatted(name);
  }

  /**
   * The reason why search by meaning does not work, in a sentence for the reader; empty if it
   * works. Paths are only logged.
   */
  public Optional<String> trouble() {
    try {
      return trouble(parts());
    } catch (EngineException e) {
      return Optional.of(told(e));
    }
  }

  private Optional<String> trouble(List<Part> parts) {
    if (parts.isEmpty()) {
      return Optional.of(ABSENCE);
    }
    if (parts.stream().anyMatch(part -> part.trouble().isEmpty())) {
      return Optional.empty();
    }
    return parts.stream().allMatch(part -> part.model().isEmpty()) && models().isEmpty()
        ? Optional.of(NO_MODEL)
        : parts.getFirst().trouble();
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
        searched(parts()).forEach(model -> model.ofQuery("news"));
        isLoaded = true;
      } catch (EngineException e) {
        told(e);
      }
    }
  }

  private static List<EmbeddingModel> searched(List<Part> parts) {
    return parts.stream()
        .filter(part -> part.trouble().isEmpty())
        .flatMap(part -> part.model().stream())
        .toList();
  }

  /** The vectors of a text. A model that cannot read its script makes none. */
  public QueryEmbeddings of(String text) {
    try {
      List<Part> parts = parts();
      Optional<String> trouble = trouble(parts);
      if (trouble.isPresent()) {
        return QueryEmbeddings.none(trouble.get());
      }
      List<ModelQuery> queries =
          searched(parts).stream()
              .filter(model -> Scripts.fit(model, text))
              .map(model -> query(model, text))
              .toList();
      return new QueryEmbeddings(
          "",
          queries,
          Optional.empty(),
          parts.stream().flatMap(part -> part.trouble().stream()).findFirst());
    } catch (EngineException e) {
      return QueryEmbeddings.none(told(e));
    }
  }

  private static ModelQuery query(EmbeddingModel model, String text) {
    return new ModelQuery(
        model.name(),
        SemanticFormat.description(model),
        PassageVector.of(model.ofQuery(text)),
        model.likeness());
  }
}
