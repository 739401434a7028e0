package broadsheet.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells which version this is, from the jar it runs from. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"broadsheet " + (version == null ? "unreleased" : version)};
  }
}
