package broadsheet.web;

import broadsheet.web.address.Problem;
import broadsheet.web.page.PageFrame;

/** The error page. */
public record ProblemPage(PageFrame frame, Problem problem) {}
