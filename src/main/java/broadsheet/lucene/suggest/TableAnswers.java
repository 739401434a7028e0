package broadsheet.lucene.suggest;

import broadsheet.article.Sha256;
import broadsheet.engine.request.FacetField;
import broadsheet.lucene.part.IndexParts;
import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers about the names of an archive from its tables of names: all parts of a collection hold
 * the same one, and those of another collection another one. Stateless.
 */
public final class TableAnswers {

  private TableAnswers() {}

  /** One answer from each table. */
  private static <A> List<A> of(NameQuestion<A> question, IndexParts parts) throws IOException {
    if (parts.isOne()) {
      return parts.ask(question);
    }
    NameQuestion<String> digest = new NameQuestion.NamesDigestQuestion();
    parts.announce(digest);
    List<A> answers = parts.ask(question);
    List<String> digests = parts.ask(digest);
    Map<String, A> byTable = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(answers.size(), digests.size()); i++) {
      byTable.putIfAbsent(digests.get(i), answers.get(i));
    }
    return List.copyOf(byTable.values());
  }

  /** The decision on a name, with the forms that it has in any collection. */
  public static Optional<NameEntry> decision(Name name, IndexParts parts) throws IOException {
    List<NameEntry> all =
        of(new NameQuestion.DecisionQuestion(name), parts).stream()
            .flatMap(Optional::stream)
            .toList();
    return NameTable.joined(all).of(name);
  }

  /** A digest of all tables; that of the only one where there is one. */
  public static Optional<String> digest(IndexParts parts) throws IOException {
    List<String> all =
        parts.ask(new NameQuestion.NamesDigestQuestion()).stream().distinct().sorted().toList();
    return all.size() < 2
        ? all.stream().findFirst()
        : Optional.of(HexFormat.of().formatHex(Sha256.of(String.join("\n", all))));
  }

  /** See {@link NameQuestion.BeginningQuestion}. */
  static Map<FacetField, List<NameEntry>> beginning(
      NameQuestion.BeginningQuestion question, IndexParts parts) throws IOException {
    List<Map<FacetField, List<NameEntry>>> tables = of(question, parts);
    if (tables.size() == 1) {
      return tables.getFirst();
    }
    Map<FacetField, List<NameEntry>> joined = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.KEYWORDS) {
      List<NameEntry> all = new ArrayList<>();
      tables.forEach(table -> all.addAll(table.getOrDefault(facet, List.of())));
      joined.put(
          facet,
          NameTable.joined(all).entries().stream()
              .sorted(Comparator.comparingInt(NameEntry::articles).reversed())
              .limit(question.most())
              .toList());
    }
    return joined;
  }
}
