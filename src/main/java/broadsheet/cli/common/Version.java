package broadsheet.cli.common;

import picocli.CommandLine.IVersionProvider;

/** The program's version, read from its jar. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"broadsheet " + (version == null ? "unreleased" : version)};
  }
}
