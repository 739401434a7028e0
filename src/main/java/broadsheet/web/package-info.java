/**
 * Answers HTTP requests: one view record for each, sent as HTML or JSON. View records are public
 * only because the generated templates, which have a package of their own, read them.
 */
package broadsheet.web;
