package broadsheet.web.issues;

import broadsheet.article.Article;
import broadsheet.article.Part;
import broadsheet.article.PrintedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The articles of an issue. Immutable.
 *
 * @param articles in the order of the source
 */
public record PrintedIssue(List<Article> articles) {
  /** Takes the articles in any order. */
  public PrintedIssue {
    articles =
        articles.stream()
            .sorted(Comparator.comparingLong(PrintedIssue::place).thenComparing(Article::id))
            .toList();
  }

  /**
   * A page of the issue, in the numbering of one of its articles.
   *
   * @param article the first article on it
   * @param index the index of the page among the parts of the article
   */
  public record Leaf(String article, int index, PrintedPage page) {
    private static final Comparator<Leaf> BY_PLACE =
        Comparator.comparingInt((Leaf leaf) -> leaf.page().number())
            .thenComparing(leaf -> leaf.page().image());
  }

  /** The pages that articles are on, by their places in the issue. */
  public List<Leaf> leaves() {
    Map<PrintedPage, Leaf> leaves = new HashMap<>();
    for (Article article : articles) {
      leaves(article).forEach(leaf -> leaves.putIfAbsent(leaf.page(), leaf));
    }
    return leaves.values().stream().sorted(Leaf.BY_PLACE).toList();
  }

  /**
   * A page of the issue with the articles that begin on it; if none does, with the first that
   * continues on it.
   *
   * @param leaf the page in the numbering of the first of these articles
   */
  record Sheet(Leaf leaf, List<Article> articles) {}

  /**
   * The issue page by page. If a day has several editions, each has its own page 1: they come one
   * after another, by the folders or files they were read from.
   */
  List<Sheet> sheets() {
    Map<Place, Sheet> byPlace = new TreeMap<>(Place.BY_NUMBER);
    for (Article article : articles) {
      Leaf first = leaves(article).getFirst();
      Place place = Place.of(article, first.page());
      byPlace
          .computeIfAbsent(place, _ -> new Sheet(first, new ArrayList<>()))
          .articles()
          .add(article);
    }
    for (Article article : articles) {
      for (Leaf leaf : leaves(article)) {
        byPlace.computeIfAbsent(
            Place.of(article, leaf.page()), _ -> new Sheet(leaf, List.of(article)));
      }
    }
    boolean isOneEdition =
        byPlace.keySet().stream().map(Place::number).distinct().count() == byPlace.size();
    if (isOneEdition) {
      return List.copyOf(byPlace.values());
    }
    Map<Place, Sheet> byEdition = new TreeMap<>(Place.BY_EDITION);
    byEdition.putAll(byPlace);
    return List.copyOf(byEdition.values());
  }

  private static List<Leaf> leaves(Article article) {
    List<Leaf> leaves = new ArrayList<>();
    List<Part> parts = article.positions().parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof PrintedPage page) {
        leaves.add(new Leaf(article.id(), i, page));
      }
    }
    return leaves;
  }

  /**
   * The place of a page.
   *
   * @param edition the folder or the file with all of its pages
   */
  private record Place(String edition, int number, String image) {
    static final Comparator<Place> BY_NUMBER =
        Comparator.comparingInt(Place::number)
            .thenComparing(Place::edition)
            .thenComparing(Place::image);

    static final Comparator<Place> BY_EDITION =
        Comparator.comparing(Place::edition)
            .thenComparingInt(Place::number)
            .thenComparing(Place::image);

    static Place of(Article article, PrintedPage page) {
      String location = article.locations().isEmpty() ? "" : article.locations().getFirst();
      String file = page.image().isEmpty() ? location : page.image();
      int inside = file.indexOf('#');
      String edition = file.substring(0, inside >= 0 ? inside : file.lastIndexOf('/') + 1);
      return new Place(edition, page.number(), page.image());
    }
  }

  /** The number of an article in its file; of files of one article, none differs. */
  private static long place(Article article) {
    String location = article.locations().isEmpty() ? "" : article.locations().getFirst();
    String number = location.substring(location.lastIndexOf('#') + 1);
    return number.matches("[0-9]{1,9}") ? Long.parseLong(number) : 0;
  }
}
