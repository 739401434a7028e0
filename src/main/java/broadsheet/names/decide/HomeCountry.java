package broadsheet.names.decide;

import java.util.List;
import java.util.Map;

/**
 * The country whose politics an archive writes about most: there, {@code the House} and {@code the
 * Treasury} are its own.
 */
final class HomeCountry {

  /** No country that is known. */
  static final String NONE = "";

  /** Institutions and parties that each country's newspapers write about without saying whose. */
  private static final Map<String, List<String>> FORMS =
      Map.of(
          "us",
          List.of(
              "White House", "Senate", "Congress", "House of Representatives", "Republican Party"),
          "uk",
          List.of(
              "House of Commons",
              "Commons",
              "Downing Street",
              "Home Office",
              "Conservative Party",
              "Labour"));

  private HomeCountry() {}

  /** The country, as in {@code known.tsv}; none if the archive names no such institution. */
  static String of(ArchiveEvidence evidence) {
    String home = NONE;
    long most = 0;
    for (String country : List.of("us", "uk")) {
      long articles = 0;
      for (String form : FORMS.getOrDefault(country, List.of())) {
        articles += evidence.of(form).map(FormEvidence::articles).orElse(0L);
      }
      if (articles > most) {
        most = articles;
        home = country;
      }
    }
    return home;
  }
}
