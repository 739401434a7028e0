package broadsheet.web.results;

import broadsheet.web.page.FacetValue;
import java.util.List;

/**
 * All values of a facet. Component names are the JSON keys of {@code /values.json}; the page shows
 * the same.
 *
 * @param facet the name of the facet
 * @param find the text that the values contain, whatever capitals and accents; empty for all
 * @param total the number of values that contain it
 * @param page the page of them, from 1
 * @param values the values of this page, the most frequent first
 */
public record ValuesView(String facet, String find, int total, int page, List<FacetValue> values) {}
