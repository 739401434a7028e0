package broadsheet.names.tag;

import broadsheet.names.word.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prints precision, recall and F1 of the spans that the tagger finds in files of tagged text.
 * Arguments: the model, then the files.
 */
public final class TaggerMeasure {

  private TaggerMeasure() {}

  /** Measures and prints. */
  public static void main(String... arguments) throws IOException {
    NameModel model;
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      model = NameModel.read(in);
    }
    Lexicon lexicon = model.lexicon();
    Perceptron perceptron = model.perceptron();
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      int right = 0;
      int found = 0;
      int true_ = 0;
      for (TaggedSentence plain : TaggedSentence.of(Path.of(file))) {
        TaggedSentence sentence = plain.with(lexicon);
        Set<String> truth = spans(sentence.tags());
        Set<String> guess = spans(new WordTags(perceptron, lexicon).of(sentence.words()));
        found += guess.size();
        true_ += truth.size();
        guess.retainAll(truth);
        right += guess.size();
      }
      double precision = 100.0 * right / found;
      double recall = 100.0 * right / true_;
      System.out.printf(
          "%s: %d spans, precision %.1f, recall %.1f, F1 %.1f%n",
          Path.of(file).getFileName(),
          true_,
          precision,
          recall,
          2 * precision * recall / (precision + recall));
    }
  }

  private static Set<String> spans(int[] tags) {
    Set<String> spans = new HashSet<>();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i <= tags.length; i++) {
      boolean goesOn = i < tags.length && Tag.isInside(tags[i]);
      if (!goesOn && !open.isEmpty()) {
        Tag.kind(tags[open.getFirst()])
            .ifPresent(kind -> spans.add(open.getFirst() + "-" + open.getLast() + kind));
        open.clear();
      }
      if (i < tags.length && tags[i] != Tag.OUTSIDE) {
        open.add(i);
      }
    }
    return spans;
  }
}
