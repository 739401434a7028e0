package broadsheet.web.story;

import broadsheet.engine.result.NamedPlace;
import broadsheet.names.Name;
import broadsheet.names.NamedPart;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.TextLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names found in an article, each leading to its page from its first mention. Immutable.
 *
 * @param names each once, in the order of its first mention
 * @param places the first mention of each, by their place in each part; a name is without one where
 *     another stands for all its mentions
 */
record NameLinks(List<Name> names, List<NamedPlace> places) {

  static NameLinks of(List<NamedPlace> places) {
    List<NamedPlace> sorted =
        places.stream()
            .sorted(Comparator.comparing(NamedPlace::part).thenComparingInt(NamedPlace::start))
            .toList();
    return new NameLinks(
        sorted.stream().map(NamedPlace::name).distinct().toList(), firstMentions(sorted));
  }

  NameLinks {
    names = List.copyOf(names);
    places = List.copyOf(places);
  }

  /** The first of overlapping mentions counts; later ones stand for the same. */
  private static List<NamedPlace> firstMentions(List<NamedPlace> places) {
    List<NamedPlace> first = new ArrayList<>();
    Set<Name> linked = new HashSet<>();
    NamedPlace last = null;
    for (NamedPlace place : places) {
      if (last == null || last.part() != place.part() || last.end() <= place.start()) {
        last = place;
        if (linked.add(place.name())) {
          first.add(place);
        }
      }
    }
    return first;
  }

  /** The links in a stretch of a part, with places counted from its start. */
  List<TextLink> within(NamedPart part, int start, int end) {
    return places.subList(firstAt(part, start), places.size()).stream()
        .takeWhile(place -> place.part() == part && place.start() < end)
        .filter(place -> place.end() <= end)
        .map(
            place ->
                new TextLink(
                    place.start() - start, place.end() - start, NameAddress.page(place.name())))
        .toList();
  }

  /** The index of the first name from an offset of a part on. */
  private int firstAt(NamedPart part, int start) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) / 2;
      NamedPlace place = places.get(middle);
      int byPart = place.part().compareTo(part);
      boolean isBefore = byPart < 0 || (byPart == 0 && place.start() < start);
      low = isBefore ? middle + 1 : low;
      high = isBefore ? high : middle;
    }
    return low;
  }
}
