package broadsheet.engine;

import java.util.List;

/** Provides embedding models, as a service of this type. */
public interface EmbeddingModelSource {

  /**
   * The models that are installed, in the order of their names; none of them is loaded yet.
   *
   * @throws EngineException when a model is installed but something is wrong with it
   */
  List<EmbeddingModel> models();
}
