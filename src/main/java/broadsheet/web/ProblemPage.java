package broadsheet.web;

import broadsheet.web.address.Problem;
import broadsheet.web.page.PageFrame;

/** The page that tells a problem. */
public record ProblemPage(PageFrame frame, Problem problem) {}
