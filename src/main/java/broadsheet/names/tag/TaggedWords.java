package broadsheet.names.tag;

import broadsheet.names.NameKind;
import broadsheet.names.word.NameText;
import broadsheet.names.word.WordShape;
import java.util.List;

/** A sentence, what is known of its words and what the tagger says of them. */
final class TaggedWords {

  private final NameText text;
  private final int first;
  private final List<NameWord> words;
  private final int[] tags;
  private final int[] longer;

  /**
   * @param first the number of its first word in the text
   * @param tags of each word
   * @param longer for each word the traits of a longer name that it is part of
   */
  TaggedWords(NameText text, int first, List<NameWord> words, int[] tags, int[] longer) {
    this.text = text;
    this.first = first;
    this.words = words;
    this.tags = tags.clone();
    this.longer = longer.clone();
  }

  int size() {
    return words.size();
  }

  /** The word at an index; a mark outside of the sentence. */
  NameWord at(int i) {
    return WordTags.at(words, i);
  }

  boolean isCapital(int i) {
    return at(i).isCapital();
  }

  boolean is(int i, String word) {
    return at(i).text().equals(word);
  }

  /** Whether nothing stands between a word and the one before it. */
  boolean isGlued(int i) {
    return i > 0 && i < size() && text.isGlued(first + i);
  }

  /** Whether every word before this one is a mark, or an opening quotation mark stands there. */
  boolean begins(int i) {
    if (i > 0 && "\"\u201c\u2018:\u2022*".contains(at(i - 1).text())) {
      return true;
    }
    for (int before = i - 1; before >= 0; before--) {
      if (at(before).shape() != WordShape.MARK) {
        return false;
      }
    }
    return true;
  }

  /** The text of words of the sentence. */
  String words(int from, int to) {
    return text.words(first + from, first + to);
  }

  /** Whether a word is part of a longer name in the gazetteer. */
  boolean isInLonger(int i) {
    return longer[i] != 0;
  }

  int tag(int i) {
    return i < 0 || i >= tags.length ? Tag.OUTSIDE : tags[i];
  }

  boolean isPerson(int i) {
    return Tag.kind(tag(i)).filter(kind -> kind == NameKind.PERSON).isPresent();
  }
}
