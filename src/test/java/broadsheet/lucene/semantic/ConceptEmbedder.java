package broadsheet.lucene.semantic;

import broadsheet.engine.EmbeddingModel;
import broadsheet.engine.Likeness;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A tiny transparent model: one dimension for each of a few groups of synonyms. */
public record ConceptEmbedder(
    String name, String weights, Set<String> languages, AtomicInteger texts)
    implements EmbeddingModel {

  private static final List<List<String>> CONCEPTS =
      List.of(
          List.of("ferry", "boat", "ship", "vessel"),
          List.of("strike", "walkout", "stoppage"),
          List.of("harvest", "crop", "wheat"),
          List.of("drought", "dryness", "rainless"),
          List.of("election", "ballot", "vote"),
          List.of("balloon", "airship"));

  public ConceptEmbedder() {
    this("concepts", "first", Set.of(ANY_LANGUAGE), new AtomicInteger());
  }

  /** The same model with other weights. */
  public ConceptEmbedder changed() {
    return new ConceptEmbedder(name, "other", languages, texts);
  }

  /** The same model under another name, for these languages. */
  public ConceptEmbedder called(String other, String... tags) {
    return new ConceptEmbedder(other, weights, Set.of(tags), texts);
  }

  @Override
  public String identity() {
    return name + " " + weights;
  }

  @Override
  public int passageLength() {
    return 720;
  }

  private int dimensions() {
    return CONCEPTS.size() + 1;
  }

  @Override
  public Likeness likeness() {
    return new Likeness(0.25f, 0.5f);
  }

  @Override
  public float[] ofPassage(String text) {
    texts.incrementAndGet();
    return ofQuery(text);
  }

  @Override
  public float[] ofQuery(String text) {
    float[] vector = new float[dimensions()];
    vector[CONCEPTS.size()] = 0.1f; // what has none of the concepts needs a direction, too
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      for (int i = 0; i < CONCEPTS.size(); i++) {
        vector[i] += CONCEPTS.get(i).contains(word) ? 1 : 0;
      }
    }
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
