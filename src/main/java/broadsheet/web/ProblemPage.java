package broadsheet.web;

import broadsheet.address.Problem;
import broadsheet.web.page.PageFrame;
import org.jspecify.annotations.Nullable;

/**
 * The error page.
 *
 * @param retry the same address without the faulty parameters; null if there is none
 * @param search the search that may find what was wanted; null if there is none
 */
public record ProblemPage(
    PageFrame frame, Problem problem, @Nullable String retry, @Nullable String search) {}
