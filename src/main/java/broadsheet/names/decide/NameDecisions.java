package broadsheet.names.decide;

import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameTable;
import broadsheet.names.tag.NameTagger;
import broadsheet.names.word.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Resolves entities for a whole archive: decides one kind and one form for each name. Depends on
 * nothing but its arguments and {@link NameTagger#VERSION}.
 */
public final class NameDecisions {

  private static final NavigableMap<Long, Integer> FEWEST =
      new TreeMap<>(Map.of(0L, 1, 50_000L, 2, 500_000L, 5, 2_000_000L, 10));

  private static final String AND = " and ";

  private final Lexicon lexicon;
  private final ToIntFunction<Collection<String>> articlesWithAny;
  private final int fewest;

  private NameDecisions(
      Lexicon lexicon, long articles, ToIntFunction<Collection<String>> articlesWithAny) {
    this.lexicon = lexicon;
    this.articlesWithAny = articlesWithAny;
    this.fewest = fewest(articles);
  }

  /**
   * The number of articles from which on a name of an archive is shown: one, two from 50,000
   * articles on, five from 500,000, ten from two million.
   *
   * @param articles the number of articles in the archive
   */
  public static int fewest(long articles) {
    return FEWEST.floorEntry(articles).getValue();
  }

  /**
   * The names of an archive, those in at least {@link #fewest} articles.
   *
   * @param articles the number of articles in the archive
   * @param articlesWithAny the number of articles with any of some forms
   */
  public static NameTable decide(
      ArchiveEvidence evidence, long articles, ToIntFunction<Collection<String>> articlesWithAny) {
    return new NameDecisions(NameTagger.english().lexicon(), articles, articlesWithAny)
        .decided(evidence);
  }

  private NameTable decided(ArchiveEvidence evidence) {
    List<NameGroup> groups = new NameGroups(lexicon).of(evidence);
    for (NameGroup group : groups) {
      if (!group.isKnown()) {
        group.decide(new KindScores(group, lexicon).kind());
      }
    }
    new NamesakeRule(groups, lexicon).decide();
    groups = new KnownAbbreviations(groups).settled();
    Map<Name, List<String>> forms = new TreeMap<>();
    for (NameGroup group :
        split(new ShortNames(new LongNames(groups, lexicon).joined(), lexicon).resolved())) {
      if (group.kind().isPresent()) {
        forms.computeIfAbsent(group.name(), _ -> new ArrayList<>()).addAll(group.forms());
      }
    }
    List<NameEntry> entries = new ArrayList<>();
    forms.forEach(
        (name, of) -> {
          int count = articlesWithAny.applyAsInt(of);
          if (count >= fewest) {
            entries.add(new NameEntry(name, of.stream().distinct().toList(), count));
          }
        });
    return new NameTable(entries);
  }

  /**
   * Gives the forms of {@code A and B} to A and to B where both are names that often stand alone.
   */
  private static List<NameGroup> split(List<NameGroup> groups) {
    Map<String, NameGroup> byForm = new HashMap<>();
    groups.forEach(group -> group.forms().forEach(form -> byForm.put(form, group)));
    Set<NameGroup> gone = new HashSet<>();
    for (NameGroup group : groups) {
      int and = group.form().indexOf(AND);
      if (!group.isKnown() && and > 0) {
        Optional<NameGroup> left = alone(byForm, group, group.form().substring(0, and));
        Optional<NameGroup> right =
            alone(byForm, group, group.form().substring(and + AND.length()));
        if (left.isPresent() && right.isPresent()) {
          left.get().addShort(group);
          right.get().addShort(group);
          gone.add(group);
        }
      }
    }
    return groups.stream().filter(group -> !gone.contains(group)).toList();
  }

  private static Optional<NameGroup> alone(
      Map<String, NameGroup> byForm, NameGroup both, String form) {
    return Optional.ofNullable(byForm.get(form))
        .filter(group -> group.kind().isPresent() && group.articles() > 2 * both.articles());
  }
}
