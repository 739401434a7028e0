/**
 * What does a reader want to hear about? Saved searches and their arrivals, in small files beside
 * the index.
 */
package broadsheet.alert;
