package broadsheet.verify;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the articles that may have a claim, by its rarest runs of words. */
record CandidateSearch(SearchEngine engine) {

  /** The most articles that are compared with a claim. */
  private static final int MOST = 12;

  /** The words of a run. */
  private static final int RUN = 3;

  /** A run stands for so many words of a claim. */
  private static final int STEP = 4;

  /** The most runs of a claim. */
  private static final int MOST_RUNS = 12;

  /** The ids of articles, those with the most and rarest runs first. */
  List<String> in(ClaimWords claim, boolean isOfFurniture) {
    List<QueryNode> runs = new ArrayList<>();
    for (int start : starts(claim)) {
      phrase(claim, start, Math.min(claim.size(), start + RUN)).ifPresent(runs::add);
    }
    return runs.isEmpty() ? List.of() : ranked(anyOf(runs), isOfFurniture);
  }

  /** The ids of articles that have these words of a claim one after another. */
  List<String> of(ClaimWords claim, int from, int to) {
    return phrase(claim, from, to).map(phrase -> ranked(phrase, false)).orElse(List.of());
  }

  private List<String> ranked(QueryNode query, boolean isOfFurniture) {
    QueryNode asked =
        isOfFurniture ? new QueryNode.AllOf(List.of(new QueryNode.FurnitureShown(), query)) : query;
    return engine.rank(SearchRequest.of(asked).matching(Match.ALL), MOST).ids();
  }

  private static QueryNode anyOf(List<QueryNode> runs) {
    List<QueryNode> distinct = runs.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : new QueryNode.AnyOf(distinct);
  }

  private static Optional<QueryNode> phrase(ClaimWords claim, int from, int to) {
    String text = claim.words().written(from, to).replaceAll("[\\s\"*“”]+", " ").strip();
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        to - from == 1 ? new QueryNode.ExactWord(text) : new QueryNode.Phrase(text, 0));
  }

  /** The first words of the runs: in each stretch of the claim the rarest one. */
  private static List<Integer> starts(ClaimWords claim) {
    List<Integer> starts = new ArrayList<>();
    int last = Math.max(0, claim.size() - RUN);
    int step = Math.max(STEP, (claim.size() + MOST_RUNS - 1) / MOST_RUNS);
    for (int from = 0; from <= last; from += step) {
      int best = from;
      for (int at = from; at < from + step && at <= last; at++) {
        best = rarity(claim, at) > rarity(claim, best) ? at : best;
      }
      starts.add(best);
    }
    return starts;
  }

  private static double rarity(ClaimWords claim, int at) {
    int end = Math.min(claim.size(), at + RUN);
    boolean isBroken = claim.ellipses().get(at + 1) || claim.ellipses().get(at + 2);
    return isBroken ? 0 : claim.weight(at, end);
  }
}
