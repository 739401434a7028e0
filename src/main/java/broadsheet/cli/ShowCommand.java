package broadsheet.cli;

import broadsheet.article.Article;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.engine.Engine;
import broadsheet.engine.SearchEngine;
import broadsheet.ledger.Printable;
import broadsheet.query.QueryNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code show} command: prints one article. */
@Command(name = "show", description = "Prints one article.")
final class ShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The article's id; search prints it.")
  private String id = "";

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      var found = engine.find(id, new QueryNode.Everything());
      if (found.isEmpty()) {
        spec.commandLine()
            .getErr()
            .println(
                engine.withdrawn(List.of(id)).isEmpty()
                    ? "No article “%s” in %s. Each search result lists its id."
                        .formatted(id, common.index())
                    : "The article “%s” was withdrawn by its agency.".formatted(id));
        return ExitCode.NOTHING_FOUND;
      }
      print(found.get().article(), spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  private static void print(Article article, PrintWriter out) {
    block(out, article.headline());
    block(out, article.standfirst());
    line(out, "Author", article.authors());
    line(out, "Source", List.of(article.source()));
    line(out, "Section", List.of(article.section()));
    line(out, "Edition", List.of(article.edition()));
    line(out, "Correction of", List.of(article.correctionOf()));
    line(
        out,
        "Published",
        List.of(article.publishedAt().isKnown() ? article.publishedAt().iso() : "unknown"));
    line(out, "Language", List.of(language(article)));
    line(out, "Topics", article.topics());
    line(out, "Places", article.places());
    line(out, "People", article.people());
    line(out, "Organisations", article.organisations());
    line(out, "Speakers", article.speakers());
    line(out, "Address", List.of(article.url()));
    line(out, "Read from", article.locations());
    out.println();
    block(out, article.dateline());
    article.paragraphs().forEach(paragraph -> block(out, paragraph));
    article.corrections().forEach(correction -> block(out, "Correction: " + correction));
    article.captions().forEach(caption -> block(out, "Caption: " + caption));
    if (!article.related().isEmpty()) {
      out.println("Related News");
      article.related().forEach(headline -> out.println("  " + headline));
    }
  }

  /** The language and, unless the source states it, the evidence for it. */
  private static String language(Article article) {
    return switch (article.languageBasis()) {
      case UNKNOWN -> "unknown";
      case STATED -> article.language();
      case DETECTED -> article.language() + " (detected)";
      case ASSUMED -> article.language() + " (assumed)";
    };
  }

  private static void block(PrintWriter out, String text) {
    if (!text.isEmpty()) {
      out.println(text);
      out.println();
    }
  }

  private static void line(PrintWriter out, String label, List<String> values) {
    String joined = String.join("; ", values);
    if (!joined.isEmpty()) {
      out.printf("%-10s %s%n", label + ":", Printable.line(joined));
    }
  }
}
