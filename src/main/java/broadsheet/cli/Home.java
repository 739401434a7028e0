package broadsheet.cli;

import java.nio.file.Path;

/** Where Broadsheet itself lies, and so its seed articles and its usual index. */
final class Home {
  private Home() {}

  /** The seed articles, which are read where no path is given. */
  static Path seeds() {
    return folder().resolve("seeds");
  }

  /** The index that is used where none is given. */
  static Path index() {
    return folder().resolve("index");
  }

  /** As the launcher says; the working folder when started without it. Relative where it can be. */
  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    Path home = Path.of(System.getProperty("broadsheet.home", "")).toAbsolutePath();
    return home.startsWith(here) ? here.relativize(home) : home;
  }
}
