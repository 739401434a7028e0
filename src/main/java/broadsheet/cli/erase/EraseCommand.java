package broadsheet.cli.erase;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.HeapGrowth;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.cli.common.Terminal;
import broadsheet.cli.common.TypedQuery;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.indexing.Erasing;
import broadsheet.ledger.Printable;
import broadsheet.path.PathName;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.FormattedCount;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code erase} command: removes articles for good and shows what is left of them. */
@Command(
    name = "erase",
    description = {
      "Erases articles for good: from the files of the index, from vectors, lists and recognized"
          + " pages, and from every later update and rebuild. Then reads all these files and names"
          + " what still has words of them."
    })
public final class EraseCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID|QUERY",
      arity = "0..*",
      description =
          "The id of an article, or a query, which must find no more than 1,000 articles; each of"
              + " them has all its words. Without it, finishes an erasure that was interrupted.")
  private List<String> words = List.of();

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "The reason, for the audit log. Name nobody in it.")
  private String why = "";

  @Option(
      names = "--versions",
      negatable = true,
      description = "Erases all other versions of the articles, too, or leaves them.")
  private @Nullable Boolean isWithVersions;

  @Option(
      names = "--reprints",
      negatable = true,
      description = "Erases their reprints, too, or leaves them.")
  private @Nullable Boolean isWithReprints;

  @Option(names = "--yes", description = "Erases without asking.")
  private boolean isSure;

  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Erasing erasing = new Erasing(common.index());
    boolean isUnfinished = erasing.isUnfinished();
    String text = TypedQuery.of(words, spec);
    if (text.isBlank() && !isUnfinished) {
      throw new UsageException(
          "Nothing to erase was named: give the id of an article, or a query, and a reason. For"
              + " example: ./broadsheet erase ID --why TEXT");
    }
    try (HeapGrowth _ = HeapGrowth.limited()) {
      return text.isBlank() ? finished(erasing) : erased(erasing, text, isUnfinished);
    }
  }

  private int finished(Erasing erasing) {
    new ErasureText(out(), common.index()).finished(erasing.finish());
    return ExitCode.DONE;
  }

  private int erased(Erasing erasing, String text, boolean isUnfinished) {
    List<Article> articles;
    List<ArticleRef> refs;
    try (SearchEngine engine = common.corrected(common.engine().searchAlone())) {
      ErasedChoice choice = choice(text, engine);
      if (choice.isEmpty()) {
        return isUnfinished ? finished(erasing) : nothing();
      }
      if (why.isBlank()) {
        throw new UsageException(
            "Nothing was changed: erasing takes a reason for the audit log. Add --why TEXT");
      }
      list(choice);
      articles = chosen(choice);
      refs = ErasedChoice.refs(articles, engine);
    }
    if (articles.isEmpty()) {
      err().println("Nothing was erased.");
      return ExitCode.NOTHING_FOUND;
    }
    new ErasureText(out(), common.index())
        .done(articles.size(), erasing.erase(articles, refs, why));
    return ExitCode.DONE;
  }

  private int nothing() {
    err().printf("Nothing found in %s, so nothing was erased.%n", PathName.of(common.index()));
    return ExitCode.NOTHING_FOUND;
  }

  private ErasedChoice choice(String text, SearchEngine engine) {
    ErasedChoice named = ErasedChoice.ofId(text, engine);
    if (!named.isEmpty()) {
      return named;
    }
    ParsedQuery query = common.parsed(text, engine);
    err().println("Read as: " + Printable.line(query.reading()));
    return ErasedChoice.found(query.root(), engine);
  }

  private void list(ErasedChoice choice) {
    list("To be erased", choice.asked());
    list("Other versions", choice.versions());
    list("Reprints", choice.reprints());
  }

  private void list(String what, Map<String, Article> articles) {
    if (!articles.isEmpty()) {
      err().println(what + ":");
      articles.values().forEach(article -> err().println("  " + Printable.line(line(article))));
    }
  }

  private static String line(Article article) {
    String facts =
        Stream.of(article.source(), article.publishedAt().iso())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining(", "));
    return article.headline() + (facts.isEmpty() ? "" : " (" + facts + ")") + "  " + article.id();
  }

  /** The articles that are to go; none if the answer is no. */
  private List<Article> chosen(ErasedChoice choice) {
    boolean isWithOthers =
        isAlso(choice.versions(), isWithVersions, "other versions", "--versions");
    boolean isWithCopies = isAlso(choice.reprints(), isWithReprints, "reprints", "--reprints");
    List<Article> articles = choice.with(isWithOthers, isWithCopies);
    boolean isWanted =
        isSure || isYes("Erase " + FormattedCount.of(articles.size(), "article") + " for good?");
    return isWanted ? articles : List.of();
  }

  private boolean isAlso(
      Map<String, Article> others, @Nullable Boolean given, String what, String option) {
    if (others.isEmpty() || given != null) {
      return given != null && given;
    }
    if (isSure) {
      throw new UsageException(
          "Nothing was erased: with --yes, say whether the %s listed above go, too. Add %s or --no-%s"
              .formatted(what, option, option.substring(2)));
    }
    return isYes("Erase the " + FormattedCount.of(others.size()) + " " + what + ", too?");
  }

  private static boolean isYes(String question) {
    return Terminal.ask(question + " [y/N] ")
        .map(said -> said.strip().matches("(?i)y(es)?"))
        .orElseThrow(
            () ->
                new UsageException(
                    "Nothing was erased, because there is no terminal to ask on. If all that is"
                        + " listed above should go, add --yes"));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
