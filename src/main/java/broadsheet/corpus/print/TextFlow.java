package broadsheet.corpus.print;

import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrWord;
import broadsheet.corpus.ocr.OcrWord.Half;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes paragraphs of the lines of blocks: joins lines and hyphenated words, also from one column
 * or page to the next. Not thread-safe.
 */
final class TextFlow {
  private static final String HYPHENS = "-\u00ac\u2010\u2e17";
  private static final String SENTENCE_ENDS = ".!?:;\u2026\"\u201d\u00bb\u2019)]";

  private final List<List<PlacedWord>> paragraphs = new ArrayList<>();
  private boolean isNewParagraph = true;

  /** The last word, if it is the first half of one that may continue. */
  private OpenWord open = OpenWord.NONE;

  private double confidence;
  private int confidences;

  /** The ways in which the last word of a line may continue on the next. */
  private enum OpenWord {
    /** It does not. */
    NONE,
    /** The source states it, with the spelling of the whole word. */
    WHOLE_KNOWN,
    /** The source states it. */
    STATED,
    /** It ends in a hyphen. */
    HYPHENATED
  }

  /** Adds a block of the page with this index. */
  void add(OcrBlock block, int page) {
    if (!continues(block)) {
      isNewParagraph = true;
      open = OpenWord.NONE;
    }
    Indents indents = Indents.of(block.lines());
    for (int i = 0; i < block.lines().size(); i++) {
      List<OcrWord> line = block.lines().get(i);
      if (i > 0 && open == OpenWord.NONE && indents.isIndented(i) && endsSentence(block, i - 1)) {
        isNewParagraph = true;
      }
      line(line, page);
    }
  }

  private static boolean endsSentence(OcrBlock block, int line) {
    String last = block.lines().get(line).getLast().text();
    return SENTENCE_ENDS.indexOf(last.charAt(last.length() - 1)) >= 0;
  }

  /** Whether a block continues the sentence that the last one left open. */
  private boolean continues(OcrBlock block) {
    if (paragraphs.isEmpty() || block.lines().isEmpty()) {
      return false;
    }
    OcrWord first = block.lines().getFirst().getFirst();
    String last = paragraphs.getLast().getLast().text();
    boolean isOpen = SENTENCE_ENDS.indexOf(last.charAt(last.length() - 1)) < 0;
    return first.half() == Half.SECOND
        || (isOpen && Character.isLowerCase(first.text().codePointAt(0)));
  }

  private void line(List<OcrWord> line, int page) {
    for (OcrWord word : line) {
      word(word, new PlacedWord.Spot(page, word.box()));
    }
    String last = line.getLast().text();
    if (open == OpenWord.NONE && HYPHENS.indexOf(last.charAt(last.length() - 1)) >= 0) {
      open = OpenWord.HYPHENATED;
    }
  }

  private void word(OcrWord word, PlacedWord.Spot spot) {
    if (word.confidence() >= 0) {
      confidence += word.confidence();
      confidences++;
    }
    OpenWord before = open;
    open = OpenWord.NONE;
    if (before == OpenWord.NONE || !isContinued(before, word, spot)) {
      append(word, spot);
    }
    if (word.half() == Half.FIRST) {
      open = word.whole().isEmpty() ? OpenWord.STATED : OpenWord.WHOLE_KNOWN;
    }
  }

  private void append(OcrWord word, PlacedWord.Spot spot) {
    String text = word.half() == Half.FIRST && !word.whole().isEmpty() ? word.whole() : word.text();
    if (isNewParagraph) {
      paragraphs.add(new ArrayList<>());
      isNewParagraph = false;
    }
    List<PlacedWord> paragraph = paragraphs.getLast();
    if (word.isJoined() && !paragraph.isEmpty()) {
      paragraph.getLast().append(text, spot);
    } else {
      paragraph.add(new PlacedWord(text, spot));
    }
  }

  /** Joins a word to the open one, if it continues it. */
  private boolean isContinued(OpenWord how, OcrWord word, PlacedWord.Spot spot) {
    PlacedWord placed = paragraphs.getLast().getLast();
    String whole =
        switch (how) {
          case NONE -> "";
          case WHOLE_KNOWN -> word.half() == Half.SECOND ? placed.text() : "";
          case STATED -> withoutHyphen(placed.text()) + word.text();
          case HYPHENATED -> joined(placed.text(), word.text());
        };
    if (whole.isEmpty()) {
      return false;
    }
    placed.continueAs(whole, spot);
    return true;
  }

  /**
   * Joins both halves of a word that a hyphen separates. A compound of names keeps its hyphen, and
   * two halves that may be two words stay separate.
   */
  private static String joined(String first, String second) {
    String stem = withoutHyphen(first);
    int beginning = second.codePointAt(0);
    boolean isWord = !stem.isEmpty() && Character.isLetter(stem.codePointBefore(stem.length()));
    if (!isWord || !Character.isLetter(beginning)) {
      return "";
    }
    boolean isName = Character.isUpperCase(beginning) && !isUpperCase(stem);
    return isName ? stem + "-" + second : stem + second;
  }

  private static boolean isUpperCase(String text) {
    return text.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  private static String withoutHyphen(String text) {
    int end = text.length();
    while (end > 0 && HYPHENS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  List<List<PlacedWord>> paragraphs() {
    return paragraphs;
  }

  /** The sum of the words' confidences. */
  double confidence() {
    return confidence;
  }

  /** The number of words with a confidence. */
  int confidences() {
    return confidences;
  }

  /**
   * Finds the lines of a column that are indented, because newspapers indent paragraphs. Compares
   * each line with its neighbours, so that a tilted scan does no harm. Immutable.
   */
  private static final class Indents {
    /** Lines before and after that a line is compared with. */
    private static final int NEIGHBOURS = 4;

    private static final int FEWEST_LINES = 4;

    /** An indent in widths of a letter. */
    private static final double LEAST = 1.2;

    private static final double MOST = 8;

    private final double[] lefts;
    private final double letter;

    private Indents(double[] lefts, double letter) {
      this.lefts = lefts;
      this.letter = letter;
    }

    static Indents of(List<List<OcrWord>> lines) {
      double[] lefts = new double[lines.size()];
      double width = 0;
      long letters = 0;
      for (int i = 0; i < lefts.length; i++) {
        lefts[i] = lines.get(i).getFirst().box().left();
        for (OcrWord word : lines.get(i)) {
          width += word.box().width();
          letters += word.text().length();
        }
      }
      return new Indents(lefts, letters == 0 ? 0 : width / letters);
    }

    boolean isIndented(int line) {
      if (lefts.length < FEWEST_LINES) {
        return false;
      }
      int from = Math.max(0, line - NEIGHBOURS);
      double[] near =
          Arrays.copyOfRange(lefts, from, Math.min(lefts.length, line + NEIGHBOURS + 1));
      Arrays.sort(near);
      double indent = lefts[line] - near[near.length / 3];
      return indent > LEAST * letter && indent < MOST * letter;
    }
  }
}
