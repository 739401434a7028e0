package broadsheet.web.story;

import broadsheet.engine.result.NamedPlace;
import broadsheet.names.Name;
import broadsheet.names.NamedPart;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.TextLink;
import java.util.Comparator;
import java.util.List;

/**
 * The names found in an article, each leading to its page. Immutable.
 *
 * @param places by their place in each part
 */
record NameLinks(List<NamedPlace> places) {

  static NameLinks of(List<NamedPlace> places) {
    return new NameLinks(
        places.stream()
            .sorted(Comparator.comparing(NamedPlace::part).thenComparingInt(NamedPlace::start))
            .toList());
  }

  NameLinks {
    places = List.copyOf(places);
  }

  /** Each name once, in the order of its first mention. */
  List<Name> names() {
    return places.stream().map(NamedPlace::name).distinct().toList();
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
