package broadsheet.rights;

import broadsheet.engine.ArchiveCollection;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rights of readers to the collections of an archive. A collection of which nothing is said is
 * the operator's alone. Immutable.
 */
public final class Rights {

  /** Nothing is said: everyone has the first collection, and the operator all others. */
  public static final Rights NONE =
      new Rights(Map.of(ArchiveCollection.FIRST, CollectionRights.OPEN));

  private final Map<ArchiveCollection, CollectionRights> said;

  Rights(Map<ArchiveCollection, CollectionRights> said) {
    this.said = Map.copyOf(said);
  }

  /** The entry of a collection; a closed one where there is none. */
  public CollectionRights of(ArchiveCollection collection) {
    return said.getOrDefault(collection, CollectionRights.CLOSED);
  }

  /** The collections of which something is said, whether they are there or not. */
  public Set<ArchiveCollection> stated() {
    return said.keySet();
  }

  /**
   * The collections to which a reader has a right.
   *
   * @param all those that there are
   */
  public SortedSet<ArchiveCollection> allowed(
      Right right, Reader reader, Collection<ArchiveCollection> all) {
    return all.stream()
        .filter(each -> reader.isOperator() || of(each).allows(right, reader))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The collections to which not every reader has every right.
   *
   * @param all those that there are
   */
  public SortedSet<ArchiveCollection> restricted(Collection<ArchiveCollection> all) {
    return all.stream()
        .filter(each -> of(each).isRestricted())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rights rights && said.equals(rights.said);
  }

  @Override
  public int hashCode() {
    return said.hashCode();
  }
}
