package broadsheet.opensearch;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.Likeness;
import broadsheet.engine.Vectors;
import broadsheet.lucene.semantic.ConceptEmbedder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A program that makes the vectors of an archive on a cluster, slowly enough to be killed. */
final class PassageWorker {

  /** The time that it takes to embed a passage. */
  private static final long MILLIS = 15;

  private PassageWorker() {}

  /** A model that takes its time. */
  private record Slow(EmbeddingModel model) implements EmbeddingModel {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public String identity() {
      return model.identity();
    }

    @Override
    public Set<String> languages() {
      return model.languages();
    }

    @Override
    public Likeness likeness() {
      return model.likeness();
    }

    @Override
    public int passageLength() {
      return model.passageLength();
    }

    @Override
    public float[] ofPassage(String text) {
      ClusterHttp.pause(Duration.ofMillis(MILLIS));
      return model.ofPassage(text);
    }

    @Override
    public float[] ofQuery(String text) {
      return model.ofQuery(text);
    }
  }

  /** Makes the vectors of the archive at a location, with a folder for its working copy. */
  public static void main(String[] args) {
    Vectors vectors = new OpenSearchEngine(Location.of(args[0]), Path.of(args[1])).vectors();
    vectors.update(EmbeddingModels.of(new Slow(new ConceptEmbedder())), (_, _) -> {});
  }
}
