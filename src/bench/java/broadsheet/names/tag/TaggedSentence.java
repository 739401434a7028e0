package broadsheet.names.tag;

import broadsheet.names.word.Lexicon;
import broadsheet.names.word.NameText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sentence of training text with its tags, cut into words as articles are. */
final class TaggedSentence {

  private final List<String> texts;
  private final int[] tags;
  private final List<NameWord> words;

  private TaggedSentence(List<String> texts, int[] tags, List<NameWord> words) {
    this.texts = texts;
    this.tags = tags.clone();
    this.words = words;
  }

  List<String> texts() {
    return texts;
  }

  int[] tags() {
    return tags.clone();
  }

  /** The words with what the lexicon knows of them; empty until {@link #with}. */
  List<NameWord> words() {
    return words;
  }

  /** The sentences of a file with a token and its tag a line and a blank line between sentences. */
  static List<TaggedSentence> of(Path file) throws IOException {
    List<TaggedSentence> sentences = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        tokens.add(line.substring(0, tab));
        labels.add(line.substring(tab + 1).strip());
      } else if (!tokens.isEmpty()) {
        sentences.add(of(tokens, labels));
        tokens.clear();
        labels.clear();
      }
    }
    if (!tokens.isEmpty()) {
      sentences.add(of(tokens, labels));
    }
    return sentences;
  }

  /** Cuts tokens again: each character keeps the tag of its token. */
  private static TaggedSentence of(List<String> tokens, List<String> labels) {
    StringBuilder text = new StringBuilder();
    List<Integer> tagAt = new ArrayList<>();
    List<Boolean> firstAt = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (isOfTweets(token)) {
        continue;
      }
      for (int c = 0; c < token.length(); c++) {
        tagAt.add(Tag.of(labels.get(i)));
        firstAt.add(c == 0);
      }
      tagAt.add(Tag.OUTSIDE);
      firstAt.add(false);
      text.append(token).append(' ');
    }
    NameText cut = NameText.of(text.toString());
    List<String> words = new ArrayList<>();
    int[] tags = new int[cut.size()];
    int before = Tag.OUTSIDE;
    for (int i = 0; i < cut.size(); i++) {
      words.add(cut.word(i));
      int tag = tagAt.get(cut.start(i));
      boolean begins = tag % 2 == 1 && firstAt.get(cut.start(i));
      int kind = (tag + 1) / 2;
      boolean goesOn = !begins && (before + 1) / 2 == kind;
      tags[i] = tag == Tag.OUTSIDE ? tag : goesOn ? 2 * kind : 2 * kind - 1;
      before = tags[i];
    }
    return new TaggedSentence(words, tags, List.of());
  }

  private static boolean isOfTweets(String token) {
    return token.startsWith("@") || token.startsWith("#") || token.startsWith("http");
  }

  /** The same with what a lexicon knows of its words. */
  TaggedSentence with(Lexicon lexicon) {
    List<NameWord> known = texts.stream().map(text -> NameWord.of(text, lexicon)).toList();
    return new TaggedSentence(texts, tags, known);
  }
}
