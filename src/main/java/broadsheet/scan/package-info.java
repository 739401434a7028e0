/** What does a printed page look like? Finds the scans of indexed articles on this machine. */
package broadsheet.scan;
