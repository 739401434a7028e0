/** How good is the ranking? The {@code evaluate} command and its reports. */
package broadsheet.cli.evaluate;
