/** What became of everything that was read? Records only. */
package broadsheet.ledger;
