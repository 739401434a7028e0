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
    return places.stream()
        .filter(place -> place.part() == part && place.start() >= start && place.end() <= end)
        .map(
            place ->
                new TextLink(
                    place.start() - start, place.end() - start, NameAddress.page(place.name())))
        .toList();
  }
}
