package broadsheet.names.tag;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.NamedPart;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.NameText;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the mentions of one article. Not thread-safe: one object an article. */
final class ArticleNames {

  private static final int LONGEST_DATELINE = 12;

  private final Lexicon lexicon;
  private final WordTags tagger;
  private final Map<String, NameWord> words = new HashMap<>();
  private final List<FoundName> found = new ArrayList<>();
  private final List<FoundName> plainWords = new ArrayList<>();
  private final SmallWords small = new SmallWords();
  private final CoreferenceResolver forms;
  private final List<HeadlineText> headlines = new ArrayList<>();

  ArticleNames(Perceptron perceptron, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.tagger = new WordTags(perceptron, lexicon);
    this.forms = new CoreferenceResolver(lexicon);
  }

  Candidates of(Article article) {
    for (NamedPart part : NamedPart.values()) {
      read(part, part.of(article));
    }
    forms.learn(found);
    plainWords.stream().filter(forms::isShort).forEach(found::add);
    for (HeadlineText headline : headlines) {
      found.addAll(headline.names(forms.surfaces()));
    }
    return forms.candidates(found, small);
  }

  private void read(NamedPart part, String text) {
    NameText cut = NameText.of(text);
    int from = 0;
    while (from < cut.size()) {
      int to = from + 1;
      while (to < cut.size() && !cut.beginsParagraph(to)) {
        to++;
      }
      readParagraph(part, cut, from, to);
      from = to;
    }
  }

  private void readParagraph(NamedPart part, NameText text, int from, int to) {
    List<NameWord> paragraph = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      paragraph.add(words.computeIfAbsent(text.word(i), word -> NameWord.of(word, lexicon)));
    }
    if (HeadlineText.isHeadline(paragraph, part)) {
      headlines.add(new HeadlineText(part, text, from, paragraph));
      return;
    }
    small.add(paragraph);
    int start = dateline(part, text, from, paragraph);
    while (start < paragraph.size()) {
      int end = SentenceEnds.end(paragraph, start);
      readSentence(part, text, from + start, paragraph.subList(start, end));
      start = end;
    }
  }

  private void readSentence(NamedPart part, NameText text, int first, List<NameWord> sentence) {
    if (sentence.stream().noneMatch(NameWord::isCapital)) {
      return;
    }
    TaggedWords tagged =
        new TaggedWords(
            text, first, sentence, tagger.of(sentence), WordTags.longer(sentence, lexicon));
    List<NameSpan> plain = new ArrayList<>();
    for (NameSpan span : new CapitalRuns(tagged).names(plain)) {
      FoundName name = found(part, text, first, tagged, span);
      found.add(name);
      if (tagged.is(span.to(), "(") && tagged.is(span.to() + 2, ")")) {
        forms.addAbbreviation(name.surface(), tagged.at(span.to() + 1).text());
      }
    }
    plain.forEach(span -> plainWords.add(found(part, text, first, tagged, span)));
  }

  private static FoundName found(
      NamedPart part, NameText text, int first, TaggedWords tagged, NameSpan span) {
    Surroundings around = new Surroundings(tagged, span);
    int from = first + span.from();
    int to = first + span.to();
    String surface = FoundName.surface(text.words(from, to));
    return new FoundName(
        part, text.start(from), text.end(to - 1), surface, around.vote(), around.cues());
  }

  /**
   * Takes the place in capitals that a paragraph begins with, and returns where the text begins.
   */
  private int dateline(NamedPart part, NameText text, int first, List<NameWord> paragraph) {
    int capitals = 0;
    while (capitals < paragraph.size() && paragraph.get(capitals).shape() == WordShape.CAPITALS) {
      capitals++;
    }
    if (capitals == 0 || capitals > 3) {
      return 0;
    }
    int end = capitals;
    while (end < Math.min(paragraph.size(), LONGEST_DATELINE) && !isDash(paragraph.get(end))) {
      end++;
    }
    boolean dashed = end < Math.min(paragraph.size(), LONGEST_DATELINE);
    if (!dashed && part != NamedPart.DATELINE) {
      return 0;
    }
    String place = WordShape.capitalized(FoundName.surface(text.words(first, first + capitals)));
    int places = Trait.TOWN.bit() | Trait.CITY.bit() | Trait.COUNTRY.bit() | Trait.STATE.bit();
    if ((lexicon.traits(place) & places) != 0) {
      found.add(
          new FoundName(
              part,
              text.start(first),
              text.end(first + capitals - 1),
              place,
              Optional.of(NameKind.PLACE),
              Cue.IN_BEFORE.bit()));
    }
    return dashed ? end + 1 : paragraph.size();
  }

  private static boolean isDash(NameWord word) {
    return word.is("-") || word.is("\u2013") || word.is("\u2014");
  }

  /** Cuts a paragraph into sentences. */
  private static final class SentenceEnds {

    private static final int LONGEST = 120;

    private SentenceEnds() {}

    /** The place after the last word of the sentence that begins at a word. */
    static int end(List<NameWord> words, int from) {
      for (int i = from; i < words.size(); i++) {
        if (i - from >= LONGEST) {
          return i;
        }
        if (isStop(words.get(i))) {
          int next = i + 1;
          while (next < words.size() && isClosing(words.get(next))) {
            next++;
          }
          if (next >= words.size() || words.get(next).shape() != WordShape.SMALL) {
            return next;
          }
        }
      }
      return words.size();
    }

    private static boolean isStop(NameWord word) {
      return word.is(".") || word.is("!") || word.is("?") || word.is("\u2026") || word.is(";");
    }

    private static boolean isClosing(NameWord word) {
      return word.is("\u201d") || word.is("\u2019") || word.is(")") || word.is(".");
    }
  }

  /**
   * Words of a sentence that may be one name.
   *
   * @param from the number of its first word in the sentence
   * @param to the number after its last
   * @param titled whether an office or a form of address precedes it
   * @param article whether the definite article precedes it
   */
  record NameSpan(int from, int to, boolean titled, boolean article) {}
}
