package broadsheet.web;

/** The page that tells a problem. */
public record ProblemPage(PageFrame frame, Problem problem) {}
