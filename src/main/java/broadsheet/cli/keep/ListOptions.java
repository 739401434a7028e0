package broadsheet.cli.keep;

import broadsheet.cli.common.CommonOptions;
import broadsheet.desk.Lists;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every {@code list} command. */
class ListOptions {

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Whose lists, where serve --user-header names users. Default: those made where there are"
              + " no users, and shared ones.")
  private String user = "";

  @Mixin private CommonOptions common;

  CommonOptions common() {
    return common;
  }

  String user() {
    return user;
  }

  Lists lists() {
    return common.desk().lists();
  }

  /** How many articles, in words. */
  static String articles(int count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "article" : "articles");
  }
}
