package broadsheet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A claim beside the place of an article that is nearest to it. Immutable.
 */
record ComparedClaim(ClaimWords claim, ArticleText article, Fit fit) {

  /** The longest attribution that interrupts a quotation, in words. */
  private static final int LONGEST_ATTRIBUTION = 30;

  /** A longer gap is no omission, even if it begins and ends with sentences. */
  private static final int LONGEST_OMISSION = 60;

  /** The same where the claim marks it. */
  private static final int LONGEST_ELLIPSIS = 400;

  /** The most words of an omission that only takes a denial away. */
  private static final int FEW = 2;

  static ComparedClaim of(ClaimWords claim, ArticleText article) {
    return new ComparedClaim(claim, article, Fit.of(claim, claim.numbered(article.words())));
  }

  /** The share of the claim, by rarity, that the article has here. */
  double share() {
    double share = 0;
    for (int i = 0; i < claim.size(); i++) {
      share += fit.places()[i] >= 0 ? claim.weights()[i] : 0;
    }
    return share;
  }

  /** The longest run of words that are the same without a break. */
  int longestRun() {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < claim.size(); i++) {
      int place = fit.places()[i];
      boolean goesOn = place >= 0 && i > 0 && fit.places()[i - 1] == place - 1;
      run = place < 0 ? 0 : goesOn ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  boolean isAnywhere() {
    for (int place : fit.places()) {
      if (place >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The first word of the article that is the same. */
  int start() {
    for (int place : fit.places()) {
      if (place >= 0) {
        return place;
      }
    }
    return 0;
  }

  /** The place after the last word of the article that is the same. */
  int end() {
    for (int i = claim.size() - 1; i >= 0; i--) {
      if (fit.places()[i] >= 0) {
        return fit.places()[i] + 1;
      }
    }
    return 0;
  }

  /** The blocks that are a difference. */
  List<DifferingWords> blocks() {
    return DifferingWords.of(fit).stream().filter(block -> !isNoDifference(block)).toList();
  }

  /**
   * Whether letters were taken for others when a scan was recognized, and are otherwise the same.
   */
  boolean isByRecognition() {
    return DifferingWords.of(fit).stream().anyMatch(block -> !isSame(block) && isMisread(block));
  }

  private boolean isNoDifference(DifferingWords block) {
    return isSame(block) || isMisread(block) || isAttribution(block);
  }

  private boolean isSame(DifferingWords block) {
    return matches(block, String::equals);
  }

  private boolean isMisread(DifferingWords block) {
    return article.isRecognized() && matches(block, Misreading::isLikely);
  }

  private boolean matches(DifferingWords block, BiPredicate<String, String> isSame) {
    String claimed = joined(claim.words(), block.from(), block.to());
    if (claimed.isEmpty()) {
      return false;
    }
    if (block.printed() > 0) {
      return isSame.test(claimed, joined(article.words(), block.textFrom(), block.textTo()));
    }
    int around = block.claimed() + 1;
    for (int count = Math.max(1, block.claimed() - 1); count <= around; count++) {
      int from = block.isStart() ? block.textFrom() - count : block.textFrom();
      boolean isWithin = from >= 0 && from + count <= article.words().size();
      boolean isAtAnEnd = block.isStart() || block.to() == claim.size();
      if (isAtAnEnd
          && isWithin
          && isSame.test(claimed, joined(article.words(), from, from + count))) {
        return true;
      }
    }
    return false;
  }

  private static String joined(ComparedWords words, int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      joined.append(words.word(i));
    }
    return joined.toString();
  }

  /** Whether the article interrupts the quotation here to name the speaker. */
  private boolean isAttribution(DifferingWords block) {
    return block.claimed() == 0
        && block.printed() <= LONGEST_ATTRIBUTION
        && Quotations.isMark(article.words().gap(block.textFrom()))
        && Quotations.isMark(article.words().gap(block.textTo()));
  }

  /** Whether two places of the article were joined here. */
  boolean isJoint(DifferingWords block) {
    if (block.claimed() > FEW || block.printed() == 0) {
      return false;
    }
    boolean isMarked = claim.ellipses().get(block.to());
    if (isMarked) {
      return block.printed() > LONGEST_ELLIPSIS;
    }
    if (block.printed() > LONGEST_OMISSION) {
      return true;
    }
    boolean isSentence =
        article.startsSentence(block.textFrom()) && article.startsSentence(block.textTo());
    return !isSentence && crossesSentence(block) && block.printed() > 3;
  }

  private boolean crossesSentence(DifferingWords block) {
    for (int i = block.textFrom() + 1; i <= block.textTo(); i++) {
      if (article.startsSentence(i)) {
        return true;
      }
    }
    return false;
  }

  /** The differences, in the order of the claim. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (DifferingWords block : blocks()) {
      changes.add(
          new Change(
              kind(block),
              claim.words().written(block.from(), block.to()),
              article.words().written(block.textFrom(), block.textTo())));
    }
    return changes;
  }

  ChangeKind kind(DifferingWords block) {
    boolean isMarked = claim.ellipses().get(block.to());
    if (block.claimed() == 0) {
      if (isMarked) {
        return ChangeKind.ELLIPSIS;
      }
      return block.printed() <= FEW
              && denials(article.words(), block.textFrom(), block.textTo()) > 0
          ? ChangeKind.NEGATION
          : ChangeKind.LEFT_OUT;
    }
    if (denials(claim.words(), block.from(), block.to())
        != denials(article.words(), block.textFrom(), block.textTo())) {
      return ChangeKind.NEGATION;
    }
    if (isBracketed(block)) {
      return ChangeKind.BRACKETED;
    }
    if (hasNumber(claim.words(), block.from(), block.to())
        || hasNumber(article.words(), block.textFrom(), block.textTo())) {
      return ChangeKind.NUMBER;
    }
    return hasName(claim.words(), block.from(), block.to()) ? ChangeKind.NAME : ChangeKind.WORD;
  }

  private boolean isBracketed(DifferingWords block) {
    return claim.bracketed().nextClearBit(block.from()) >= block.to();
  }

  private static int denials(ComparedWords words, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += WordKinds.denies(words.word(i)) ? 1 : 0;
    }
    return count % 2;
  }

  private static boolean hasNumber(ComparedWords words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (WordKinds.isNumber(words.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasName(ComparedWords words, int from, int to) {
    for (int i = Math.max(1, from); i < to; i++) {
      if (words.isCapital(i)) {
        return true;
      }
    }
    return false;
  }
}
