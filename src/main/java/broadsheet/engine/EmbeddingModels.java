package broadsheet.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The models for search by meaning that a program has. An article is embedded by the model of its
 * language: the first that names it or, where none does, the first for any language. Immutable.
 *
 * @param all the models, each with a name of its own
 */
public record EmbeddingModels(List<EmbeddingModel> all) {
  public EmbeddingModels {
    all = List.copyOf(all);
    Set<String> names = new HashSet<>();
    for (EmbeddingModel model : all) {
      if (!names.add(model.name())) {
        throw new IllegalArgumentException("two models are called " + model.name());
      }
    }
  }

  /** These models. */
  public static EmbeddingModels of(EmbeddingModel... models) {
    return new EmbeddingModels(List.of(models));
  }

  /**
   * The models this program provides. Looked up at each call.
   *
   * @throws EngineException when a model is installed but something is wrong with it
   */
  public static EmbeddingModels installed() {
    ClassLoader own = EmbeddingModels.class.getClassLoader();
    try {
      return new EmbeddingModels(
          ServiceLoader.load(EmbeddingModelSource.class, own).stream()
              .flatMap(source -> source.get().models().stream())
              .toList());
    } catch (ServiceConfigurationError e) {
      return of(); // registered as a service, but its classes are missing
    }
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The model of that name; empty if there is none. */
  public Optional<EmbeddingModel> named(String name) {
    return all.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** The languages whose articles one of these models embeds. */
  public Scope scope(EmbeddingModel model) {
    List<EmbeddingModel> before = all.subList(0, all.indexOf(model));
    if (!isForAny(model)) {
      return new Scope(model.languages(), false, named(before));
    }
    return new Scope(Set.of(), before.stream().noneMatch(EmbeddingModels::isForAny), named(all));
  }

  private static boolean isForAny(EmbeddingModel model) {
    return model.languages().contains(EmbeddingModel.ANY_LANGUAGE);
  }

  private static Set<String> named(List<EmbeddingModel> models) {
    return models.stream()
        .filter(model -> !isForAny(model))
        .flatMap(model -> model.languages().stream())
        .collect(Collectors.toSet());
  }

  /**
   * The languages of one model.
   *
   * @param named the languages that it names
   * @param isForAny whether it embeds articles in all languages but those of others
   * @param others the languages that other models embed
   */
  public record Scope(Set<String> named, boolean isForAny, Set<String> others) {
    public Scope {
      named = Set.copyOf(named);
      others = Set.copyOf(others);
    }
  }
}
