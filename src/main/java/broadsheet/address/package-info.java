/** How does a search become an address, and back? */
package broadsheet.address;
