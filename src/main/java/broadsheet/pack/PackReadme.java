package broadsheet.pack;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.receipt.Receipt;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text that comes with a pack: what was asked of which archive, what is in the pack and what is
 * not, and how to start it.
 */
record PackReadme(Receipt receipt, SearchParameters search, Packing.Packed packed, String site) {

  String text() {
    return String.join(
        "\n\n", "ARTICLES PACKED FROM A NEWS ARCHIVE", facts(), start(), content(), limits(), "");
  }

  private String facts() {
    String typed = receipt.query().text().isBlank() ? "(none)" : receipt.query().text();
    Receipt.ArchiveState archive = receipt.archive();
    return """
    Query:    %s
    Read as:  %s
    Filters:  %s
    Found:    %s of the archive's %s%s
    Archive:  last changed %s, state %s
    Packed:   %s by Broadsheet %s\
    """
        .formatted(
            typed,
            receipt.query().reading(),
            filters(),
            String.format(Locale.ENGLISH, "%,d", packed.articles()),
            articles(archive.articles()),
            packed.earlier() == 0 ? "" : ", and earlier versions: " + packed.earlier(),
            archive.builtAt(),
            archive.state(),
            receipt.madeAt(),
            archive.program());
  }

  private String filters() {
    List<QueryString.Pair> choices = search.choices();
    return choices.isEmpty()
        ? "none"
        : choices.stream()
            .map(choice -> choice.name() + " " + choice.value())
            .collect(Collectors.joining("; "));
  }

  private String start() {
    String java =
        packed.hasRuntime()
            ? "It brings its own Java, for machines like the one that it was packed on. Elsewhere,"
                + " install\nJava 25 or newer and delete the folder runtime."
            : "It needs Java 25 or newer: https://adoptium.net";
    return """
    TO SEARCH THEM

    Open a terminal in this folder and type

        ./broadsheet serve             on Linux and macOS
        .\\broadsheet.bat serve         on Windows

    then open %s%s in a browser.

    %s\
    """
        .formatted(site, search.toQueryString().after("/search"), java);
  }

  private String content() {
    String lists =
        packed.lists().isEmpty()
            ? "reading lists; there are none yet"
            : packed.lists().stream()
                .map("list:\"%s\""::formatted)
                .collect(Collectors.joining(", ", "reading lists with their notes: ", ""));
    return """
    IN THIS FOLDER

        index/         the articles with their whole texts, to be searched
        index.desk/    %s
        articles.csv   a table of the articles, in the order of the search
        receipt.json   the search, to be cited, and repeated in the archive that it was made in:
                       ./broadsheet replay receipt.json
        the rest       the program; see LICENSE\
    """
        .formatted(lists);
  }

  private static String limits() {
    return """
    NOT IN HERE

    Images of pages, PDF files and recordings, of which only the text is here; vectors for search by
    meaning; other articles, earlier versions among them unless they were asked for; articles that
    were withdrawn; whatever other readers keep.

    Scores, suggestions and the words that are found beside yours depend on all articles of an
    archive, so they differ here. A query of several words may leave out an article that has only
    some of them; the list Found, if there is one, and a search without words have all.

    The articles belong to those who published them. This folder has what the archive shows to the
    person who packed it: make sure that you may pass it on.\
    """;
  }

  private static String articles(long count) {
    return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? "article" : "articles");
  }
}
