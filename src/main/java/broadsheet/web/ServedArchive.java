package broadsheet.web;

/**
 * The site of an archive, or of some collections of it.
 *
 * @param routes its pages and data
 * @param problems its error pages
 */
record ServedArchive(RouteTable routes, Problems problems) {}
