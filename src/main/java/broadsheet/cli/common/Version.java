package broadsheet.cli.common;

import picocli.CommandLine.IVersionProvider;

/** The program's version, read from its jar. */
public final class Version implements IVersionProvider {

  /** The number alone; {@code unreleased} outside of a jar. */
  public static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unreleased" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"broadsheet " + number()};
  }
}
