package broadsheet.desk;

import broadsheet.article.ArticleRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads and changes the names of lists, and orders lists by last use. The names are in a {@link
 * ListDirectory}; the time of last use and the number of articles are in each {@link ListDocument}.
 * Immutable.
 */
record ListNames(Store store) {

  private static final Comparator<Store.Found> LAST_USED_FIRST =
      Comparator.comparingLong(Store.Found::used).reversed().thenComparing(Store.Found::id);

  /** A change of the names, which may be made several times. */
  interface Change<T> {
    T to(ListDirectory directory, DocumentParts parts);
  }

  ListDirectory read() {
    return store.read(Store.LISTS).map(ListDirectory::of).orElseGet(ListDirectory::new);
  }

  /** The lists that a user sees, with a count of 0 articles. */
  List<ReadingList> seenBy(String user) {
    return read().all().stream().filter(Actor.user(user)::sees).toList();
  }

  /** Changes the names. A list that is added brings its document as a part. */
  <T> T change(Change<T> change) {
    return store.change(
        Store.LISTS,
        (content, parts) -> {
          ListDirectory directory = ListDirectory.of(content);
          T result = change.to(directory, parts);
          parts.name(List.of(), directory.all().stream().map(ListNames::document).toList());
          directory.writeTo(content);
          return result;
        });
  }

  private static String document(ReadingList list) {
    return ListDocument.id(list.id());
  }

  /** A list with the number of its articles. */
  ReadingList counted(ReadingList list) {
    return inOrder(List.of(list)).getFirst();
  }

  /** These lists, the last used first, with the numbers of their articles. */
  List<ReadingList> inOrder(List<ReadingList> lists) {
    Map<String, Store.Found> found = new HashMap<>();
    find(lists, List.of()).forEach(each -> found.put(each.id(), each));
    return lists.stream()
        .sorted(
            Comparator.comparing(
                list -> found.getOrDefault(document(list), nothing(list)), LAST_USED_FIRST))
        .map(list -> list.counting(found.getOrDefault(document(list), nothing(list)).count()))
        .toList();
  }

  private static Store.Found nothing(ReadingList list) {
    return new Store.Found(document(list), 0, 0, Set.of());
  }

  private List<Store.Found> find(List<ReadingList> lists, List<ArticleRef> articles) {
    return lists.isEmpty()
        ? List.of()
        : store.find(lists.stream().map(ListNames::document).toList(), articles);
  }

  /** The lists that have each article, the last used first; an article on none is absent. */
  Map<ArticleRef, List<ReadingList>> having(List<ReadingList> lists, List<ArticleRef> articles) {
    Map<String, ReadingList> byDocument = new HashMap<>();
    lists.forEach(list -> byDocument.put(document(list), list));
    Map<ArticleRef, List<ReadingList>> having = new HashMap<>();
    for (Store.Found found : find(lists, articles).stream().sorted(LAST_USED_FIRST).toList()) {
      ReadingList list = Objects.requireNonNull(byDocument.get(found.id()));
      for (int met : found.met()) {
        having
            .computeIfAbsent(articles.get(met), _ -> new ArrayList<>())
            .add(list.counting(found.count()));
      }
    }
    return having;
  }

  /** Removes the lists that a user alone sees, and gives the others to another. */
  void leave(String user, String heir) {
    if (read().ownedBy(user).isEmpty()) {
      return;
    }
    change(
        (directory, _) -> {
          directory.ownedBy(user).stream()
              .filter(list -> !list.isShared())
              .forEach(list -> directory.remove(list.id()));
          directory.giveAll(user, heir);
          return user;
        });
    deleteRemoved();
  }

  /** Gives all lists of a user to another. */
  void giveAll(String user, String other) {
    if (!read().ownedBy(user).isEmpty()) {
      change(
          (directory, _) -> {
            directory.giveAll(user, other);
            return user;
          });
    }
  }

  /**
   * Deletes the remaining documents of removed lists, including lists whose removal was
   * interrupted. Documents that cannot be deleted now are deleted after the next removal.
   */
  void deleteRemoved() {
    try {
      List<String> removed = read().removed();
      store.delete(removed.stream().map(ListDocument::id).toList(), removed);
      change(
          (directory, _) -> {
            directory.forget(removed);
            return removed;
          });
    } catch (DeskException e) {
      // the lists are gone, whatever is left of them
    }
  }
}
