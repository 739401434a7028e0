/** What do readers keep, and what may each of them change? All of it, whatever stores it. */
package broadsheet.desk;
