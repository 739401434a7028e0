/**
 * How are hits written for other programs? Searches, lists and batches, in each {@link
 * broadsheet.export.ExportFormat}, and as feeds. Knows nothing of HTTP.
 */
package broadsheet.export;
