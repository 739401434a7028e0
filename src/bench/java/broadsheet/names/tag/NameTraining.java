package broadsheet.names.tag;

import broadsheet.names.word.Lexicon;
import broadsheet.names.word.Trait;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the model of names: reads {@code gaz.tsv} and {@code train/*.iob} in a folder, and writes a
 * file. The same input gives the same bytes. Run by {@code src/build/measure names -Ddata=FOLDER}.
 */
public final class NameTraining {

  private static final Path MODEL = Path.of("src/main/resources/broadsheet/names/english.model");

  private static final List<String> SETS = List.of("en-btc", "en-wnut17", "en-re3d");
  private static final int ROUNDS = 8;
  private static final long SEED = 1;
  private static final int CITY = 200_000;
  private static final int FEWEST_OF_PLAIN_WORD = 2;

  private final Path folder;
  private final List<String> sets;

  NameTraining(Path folder, List<String> sets) {
    this.folder = folder;
    this.sets = List.copyOf(sets);
  }

  /** Trains and writes. */
  public static void main(String... arguments) throws IOException {
    NameModel model = new NameTraining(Path.of(System.getProperty("data", "")), SETS).model();
    try (OutputStream out = Files.newOutputStream(MODEL)) {
      model.write(out);
    }
    System.out.printf("%d bytes%n", Files.size(MODEL));
  }

  NameModel model() throws IOException {
    List<TaggedSentence> sentences = new ArrayList<>();
    for (String set : sets) {
      sentences.addAll(TaggedSentence.of(folder.resolve("train").resolve(set + ".iob")));
    }
    Map<String, Integer> gazetteer = gazetteer(folder.resolve("gaz.tsv"));
    Set<String> plainWords = plainWords(sentences);
    Lexicon lexicon = new Lexicon(gazetteer, plainWords);
    PerceptronTraining training = new PerceptronTraining(PerceptronTraining.ROWS);
    training.learn(sentences.stream().map(s -> s.with(lexicon)).toList(), lexicon, ROUNDS, SEED);
    return new NameModel(training.weights(), training.transitions(), gazetteer, plainWords);
  }

  /** Traits by name, from lines of a name, its kind, and its people, its rank or its language. */
  private static Map<String, Integer> gazetteer(Path file) throws IOException {
    Map<String, Integer> gazetteer = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int first = line.indexOf('\t');
      int second = line.indexOf('\t', first + 1);
      if (first > 0 && second > 0) {
        int traits = traits(line.substring(first + 1, second), line.substring(second + 1));
        String name = Lexicon.folded(line.substring(0, first));
        if (traits != 0 && name.indexOf(',') < 0 && name.indexOf('(') < 0) {
          gazetteer.merge(name, traits, (one, other) -> one | other);
        }
      }
    }
    return gazetteer;
  }

  private static int traits(String kind, String value) {
    return switch (kind) {
      case "city" -> Trait.TOWN.bit() | (Long.parseLong(value) >= CITY ? Trait.CITY.bit() : 0);
      case "country" -> value.equals("en") ? Trait.COUNTRY.bit() : 0;
      case "state" -> value.equals("1") ? Trait.STATE.bit() : Trait.TOWN.bit();
      case "first" -> Trait.FIRST_NAME.bit();
      default -> 0;
    };
  }

  /** Words that stand without a capital more often than with one, sentence starts apart. */
  private static Set<String> plainWords(List<TaggedSentence> sentences) {
    Map<String, Integer> small = new HashMap<>();
    Map<String, Integer> capital = new HashMap<>();
    for (TaggedSentence sentence : sentences) {
      int[] tags = sentence.tags();
      for (int i = 1; i < sentence.texts().size(); i++) {
        String word = sentence.texts().get(i);
        String lower = word.toLowerCase(Locale.ROOT);
        if (Character.isLetter(word.charAt(0)) && tags[i] == Tag.OUTSIDE) {
          (word.equals(lower) ? small : capital).merge(lower, 1, Integer::sum);
        } else if (tags[i] != Tag.OUTSIDE) {
          capital.merge(lower, 1, Integer::sum);
        }
      }
    }
    Set<String> plain = new HashSet<>();
    small.forEach(
        (word, count) -> {
          if (count >= FEWEST_OF_PLAIN_WORD && count > capital.getOrDefault(word, 0)) {
            plain.add(word);
          }
        });
    return plain;
  }
}
