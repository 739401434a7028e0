package broadsheet.files;

import java.nio.file.Path;
import java.util.Optional;

/** The folder Broadsheet is installed in, with its seed articles and default index. */
public final class Home {
  private Home() {}

  /** The seed articles, which are indexed if no path is given. */
  public static Path seeds() {
    return folder().resolve("seeds");
  }

  /** The default index. */
  public static Path index() {
    return folder().resolve("index");
  }

  /** The jars of extensions; there may be no such folder. */
  public static Path extensions() {
    return folder().resolve("extensions");
  }

  /**
   * The program's own files, to be copied.
   *
   * @throws FolderException when it is neither a release nor a checkout that was built
   */
  public static ProgramCopy program() {
    return ProgramCopy.of(folder());
  }

  /** The folder in which a release was unpacked. */
  public static Path parent() {
    Path home = folder().toAbsolutePath().normalize();
    return Optional.ofNullable(home.getParent()).orElse(home);
  }

  /** The folder given by the launcher; otherwise the working folder. Relative if possible. */
  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    Path home = Path.of(System.getProperty("broadsheet.home", "")).toAbsolutePath();
    return home.startsWith(here) ? here.relativize(home) : home;
  }
}
