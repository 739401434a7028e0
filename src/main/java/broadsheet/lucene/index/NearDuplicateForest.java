package broadsheet.lucene.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A union-find forest of families of near-duplicates, in which each document is linked to one
 * nearer to the root of its family, with rings of the members of each family. Not thread-safe.
 */
final class NearDuplicateForest implements AutoCloseable {

  private final ParentLinks parents;
  private final ParentLinks next;

  private NearDuplicateForest(ParentLinks parents, ParentLinks next) {
    this.parents = parents;
    this.next = next;
  }

  /** For few documents. */
  static NearDuplicateForest inMemory() {
    return new NearDuplicateForest(ParentLinks.inMemory(), ParentLinks.inMemory());
  }

  /**
   * For any number of documents.
   *
   * @param folder keeps the links until this is closed
   * @param documents the number of documents
   */
  static NearDuplicateForest in(Path folder, int documents) throws IOException {
    ParentLinks parents = ParentLinks.inFile(folder.resolve("families.parents"), documents);
    try {
      return new NearDuplicateForest(
          parents, ParentLinks.inFile(folder.resolve("families.rings"), documents));
    } catch (IOException e) {
      parents.close();
      throw e;
    }
  }

  /** The member that stands for the family of a document: the one with the smallest number. */
  int root(int document) {
    int root = document;
    for (int parent = parents.of(root); parent != root; parent = parents.of(root)) {
      root = parent;
    }
    if (root != parents.of(document)) {
      parents.set(document, root);
    }
    return root;
  }

  /** Joins the families of two documents. */
  void join(int one, int other) {
    int root = root(one);
    int otherRoot = root(other);
    if (root != otherRoot) {
      parents.set(Math.max(root, otherRoot), Math.min(root, otherRoot));
      int after = next.of(root); // crossing the links of two rings makes one of them
      next.set(root, next.of(otherRoot));
      next.set(otherRoot, after);
    }
  }

  /** The family of a document, itself included. */
  List<Integer> family(int document) {
    List<Integer> members = new ArrayList<>();
    members.add(document);
    for (int each = next.of(document); each != document; each = next.of(each)) {
      members.add(each);
    }
    return members;
  }

  @Override
  public void close() throws IOException {
    try (ParentLinks _ = parents) {
      next.close();
    }
  }
}
