package broadsheet.query.tree;

import broadsheet.query.tree.Rewording.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The possible spellings of each word of a query, and the order in which to try their combinations:
 * those with the likeliest spelling of most words first. Immutable.
 *
 * @param spellings the spellings of each occurrence, the likeliest first, at least one
 */
public record SpellingChoices(Map<Place, List<String>> spellings) {

  /**
   * The first combinations, each with a spelling for every occurrence.
   *
   * @param most the most combinations to return
   */
  public List<Map<Place, String>> first(int most) {
    List<Place> places = List.copyOf(spellings.keySet());
    PriorityQueue<List<Integer>> open =
        new PriorityQueue<>(Comparator.comparingInt(SpellingChoices::sum));
    Set<List<Integer>> seen = new HashSet<>();
    List<Integer> likeliest = places.stream().map(_ -> 0).toList();
    open.add(likeliest);
    seen.add(likeliest);
    List<Map<Place, String>> first = new ArrayList<>();
    while (!open.isEmpty() && first.size() < most) {
      List<Integer> ranks = open.remove();
      first.add(combination(places, ranks));
      for (int i = 0; i < places.size(); i++) {
        List<Integer> next = new ArrayList<>(ranks);
        next.set(i, ranks.get(i) + 1);
        boolean isThere = next.get(i) < spellings.getOrDefault(places.get(i), List.of()).size();
        if (isThere && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return first;
  }

  private static int sum(List<Integer> ranks) {
    return ranks.stream().mapToInt(Integer::intValue).sum();
  }

  private Map<Place, String> combination(List<Place> places, List<Integer> ranks) {
    Map<Place, String> combination = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      List<String> own = spellings.getOrDefault(places.get(i), List.of());
      combination.put(places.get(i), own.get(ranks.get(i)));
    }
    return combination;
  }
}
