package broadsheet.lucene.coordinator;

import java.util.Map;

/** The passages of an archive, in an index of their own. Thread-safe. */
public interface PassageSource {

  /** The name of the index. */
  String index();

  /**
   * The descriptions of the models that its vectors are from, by the names of the models; none if
   * there is no such index.
   *
   * @throws broadsheet.engine.EngineException when they cannot be read
   */
  Map<String, String> models();

  /** An archive without passages. */
  PassageSource NONE =
      new PassageSource() {
        @Override
        public String index() {
          return "";
        }

        @Override
        public Map<String, String> models() {
          return Map.of();
        }
      };
}
