package broadsheet.names.tag;

import broadsheet.names.word.Lexicon;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A trained model: weights, gazetteer and plain words. Equal models are written as equal bytes.
 * Immutable.
 */
final class NameModel {

  private static final int FORMAT = 1;

  private final byte[] weights;
  private final byte[] transitions;
  private final Map<String, Integer> gazetteer;
  private final Set<String> plainWords;

  /**
   * @param weights see {@link Perceptron}
   * @param transitions see {@link Perceptron}
   * @param gazetteer traits by name
   * @param plainWords words that are mostly written without capitals
   */
  NameModel(
      byte[] weights, byte[] transitions, Map<String, Integer> gazetteer, Set<String> plainWords) {
    this.weights = weights.clone();
    this.transitions = transitions.clone();
    this.gazetteer = Map.copyOf(gazetteer);
    this.plainWords = Set.copyOf(plainWords);
  }

  Perceptron perceptron() {
    return new Perceptron(weights, transitions);
  }

  Lexicon lexicon() {
    return new Lexicon(gazetteer, plainWords);
  }

  void write(OutputStream out) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(out, deflater))) {
      data.writeInt(FORMAT);
      data.writeInt(gazetteer.size());
      for (Map.Entry<String, Integer> entry : new TreeMap<>(gazetteer).entrySet()) {
        data.writeUTF(entry.getKey());
        data.writeInt(entry.getValue());
      }
      data.writeInt(plainWords.size());
      for (String word : new TreeSet<>(plainWords)) {
        data.writeUTF(word);
      }
      data.writeInt(transitions.length);
      data.write(transitions);
      data.writeInt(weights.length);
      data.write(weights);
    } finally {
      deflater.end();
    }
  }

  static NameModel read(InputStream in) throws IOException {
    try (DataInputStream data =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(in)))) {
      if (data.readInt() != FORMAT) {
        throw new IOException("a model of names in another format");
      }
      Map<String, Integer> gazetteer = new TreeMap<>();
      for (int left = data.readInt(); left > 0; left--) {
        gazetteer.put(data.readUTF(), data.readInt());
      }
      Set<String> plainWords = new HashSet<>();
      for (int left = data.readInt(); left > 0; left--) {
        plainWords.add(data.readUTF());
      }
      byte[] transitions = data.readNBytes(data.readInt());
      byte[] weights = data.readNBytes(data.readInt());
      return new NameModel(weights, transitions, gazetteer, plainWords);
    }
  }
}
