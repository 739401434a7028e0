/** What became of everything that was read? Records, and how the names in them are printed. */
package broadsheet.ledger;
