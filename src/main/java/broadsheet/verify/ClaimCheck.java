package broadsheet.verify;

import broadsheet.article.PublicationDate;
import broadsheet.engine.SearchEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for claims in an archive, one after another. For one draft; not thread-safe. */
final class ClaimCheck {

  /** The least share of an altered claim that the article has. */
  private static final double NEAR = 0.75;

  /** The same where a single word differs. */
  private static final double NEAR_BUT_FOR_A_WORD = 0.6;

  /** The least share of a claim that two pieces have together. */
  private static final double WHOLE = 0.72;

  /** The least share of an absent claim that the nearest article has. */
  private static final double WORTH_SHOWING = 0.35;

  /** The fewest words of one of two joined pieces. */
  private static final int FEWEST_OF_PIECE = 3;

  private static final int KEPT_ARTICLES = 64;

  private final SearchEngine engine;
  private final CandidateSearch candidates;
  private final Rarities rarities;
  private final Map<String, Optional<ArticleText>> articles =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ArticleText>> eldest) {
          return size() > KEPT_ARTICLES;
        }
      };

  ClaimCheck(SearchEngine engine, Rarities rarities) {
    this.engine = engine;
    this.rarities = rarities;
    candidates = new CandidateSearch(engine);
  }

  Finding check(Claim claim) {
    ComparedWords words = ComparedWords.of(claim.text());
    if (words.size() == 0) {
      return Finding.absent(claim);
    }
    rarities.learn(List.of(words));
    ClaimWords asked = ClaimWords.of(words, rarities);
    List<ComparedClaim> found = compared(asked, candidates.in(asked, false));
    Finding finding = found.isEmpty() ? Finding.absent(claim) : finding(claim, asked, found);
    if (finding.verdict() != Verdict.ABSENT) {
      return finding;
    }
    List<ComparedClaim> repeated = compared(asked, candidates.in(asked, true));
    return repeated.isEmpty() ? finding : finding(claim, asked, repeated);
  }

  /** The best place in each article, the best first, of equal ones the earliest. */
  private List<ComparedClaim> compared(ClaimWords claim, List<String> ids) {
    List<ComparedClaim> all = new ArrayList<>();
    for (String id : ids) {
      text(id).map(article -> ComparedClaim.of(claim, article)).ifPresent(all::add);
    }
    all.removeIf(each -> !each.isAnywhere());
    all.sort(
        Comparator.comparingInt((ComparedClaim each) -> each.blocks().isEmpty() ? 0 : 1)
            .thenComparingLong(each -> -Math.round(each.fit().score() * 1e6))
            .thenComparing(ClaimCheck::day)
            .thenComparing(each -> each.article().article().id()));
    return all;
  }

  private static LocalDate day(ComparedClaim claim) {
    PublicationDate date = claim.article().article().publishedAt();
    return date.last().orElse(LocalDate.MAX);
  }

  private Optional<ArticleText> text(String id) {
    return articles.computeIfAbsent(id, _ -> engine.article(id).map(ArticleText::of));
  }

  private Finding finding(Claim claim, ClaimWords words, List<ComparedClaim> found) {
    ComparedClaim best = found.getFirst();
    List<ComparedClaim> same = found.stream().filter(each -> each.blocks().isEmpty()).toList();
    if (!same.isEmpty()) {
      return attributed(claim, Verdict.VERBATIM, same);
    }
    Optional<ComparedClaim> other = otherPiece(words, best, found);
    boolean isJoint = best.share() >= NEAR && best.blocks().stream().anyMatch(best::isJoint);
    if (isJoint || other.filter(piece -> best.share() + piece.share() >= WHOLE).isPresent()) {
      List<FoundPlace> places = new ArrayList<>(List.of(FoundPlaces.of(best)));
      other.map(FoundPlaces::of).ifPresent(places::add);
      return new Finding(claim, Verdict.SPLICED, best.changes(), places, 1);
    }
    if (best.share() < (differsInAWord(best) ? NEAR_BUT_FOR_A_WORD : NEAR)) {
      return absent(claim, best);
    }
    boolean isCut =
        best.changes().stream()
            .allMatch(
                change ->
                    change.kind() == ChangeKind.LEFT_OUT || change.kind() == ChangeKind.ELLIPSIS);
    return isCut
        ? attributed(claim, Verdict.SHORTENED, List.of(best))
        : new Finding(claim, Verdict.ALTERED, best.changes(), List.of(FoundPlaces.of(best)), 1);
  }

  private static boolean differsInAWord(ComparedClaim best) {
    List<DifferingWords> blocks = best.blocks();
    return blocks.size() == 1
        && blocks.getFirst().claimed() <= 1
        && blocks.getFirst().printed() <= 2;
  }

  private static Finding absent(Claim claim, ComparedClaim nearest) {
    return nearest.share() < WORTH_SHOWING
        ? Finding.absent(claim)
        : new Finding(
            claim, Verdict.ABSENT, nearest.changes(), List.of(FoundPlaces.of(nearest)), 0);
  }

  /** The place of words that the best article does not have beside the others. */
  private Optional<ComparedClaim> otherPiece(
      ClaimWords claim, ComparedClaim best, List<ComparedClaim> found) {
    for (DifferingWords block : best.blocks()) {
      if (block.claimed() >= FEWEST_OF_PIECE) {
        Optional<ComparedClaim> other = pieces(claim, block, found);
        if (other.isPresent()) {
          return other;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ComparedClaim> pieces(
      ClaimWords claim, DifferingWords block, List<ComparedClaim> found) {
    for (ComparedClaim each : found) {
      Optional<ComparedClaim> piece = piece(claim, block, each.article());
      if (piece.isPresent()) {
        return piece;
      }
    }
    if (block.claimed() <= FEWEST_OF_PIECE) {
      return Optional.empty();
    }
    for (String id : candidates.of(claim, block.from(), block.to())) {
      Optional<ComparedClaim> piece = text(id).flatMap(text -> piece(claim, block, text));
      if (piece.isPresent()) {
        return piece;
      }
    }
    return Optional.empty();
  }

  /** The place at which an article has all words of a block, one after another. */
  private static Optional<ComparedClaim> piece(
      ClaimWords claim, DifferingWords block, ArticleText article) {
    int[] text = claim.numbered(article.words());
    int length = block.claimed();
    for (int at = 0; at + length <= text.length; at++) {
      int same = 0;
      while (same < length && text[at + same] == claim.numbers()[block.from() + same]) {
        same++;
      }
      if (same == length) {
        int[] places = new int[claim.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < length; i++) {
          places[block.from() + i] = at + i;
        }
        return Optional.of(new ComparedClaim(claim, article, new Fit(places, 0)));
      }
    }
    return Optional.empty();
  }

  private Finding attributed(Claim claim, Verdict verdict, List<ComparedClaim> same) {
    ComparedClaim first = same.getFirst();
    boolean isSaid =
        claim.speaker().isEmpty()
            || same.stream().anyMatch(each -> new SpeakerCheck(each).supports(claim.speaker()));
    return new Finding(
        claim,
        isSaid ? verdict : Verdict.MISATTRIBUTED,
        first.changes(),
        same.stream().map(FoundPlaces::of).toList(),
        same.size());
  }
}
