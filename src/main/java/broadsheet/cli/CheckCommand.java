package broadsheet.cli;

import broadsheet.lucene.search.LuceneSearchEngine;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verifies the index. */
@Command(
    name = "check",
    description =
        "Verifies every checksum of the index and that each article can be read back. Exit code 2"
            + " where it is damaged.")
final class CheckCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(common.index())) {
      AtomicLong articles = new AtomicLong();
      engine.check(_ -> articles.incrementAndGet());
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "The index in %s is sound: all checksums hold, %,d articles read back.%n",
              common.index(),
              articles.get());
      return ExitCode.DONE;
    }
  }
}
